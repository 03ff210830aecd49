"""What a browser does with a push message (RFC 8291): one record, for the one key and secret that its subscription has."""

from __future__ import annotations

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

SALT = 16
HEAD = SALT + 4 + 1  # salt, size of a record, length of the sender's key
POINT = 65  # an uncompressed point of P-256
TAG = 16
LAST = 2  # ends the last record, before its padding


class Undecryptable(ValueError):
    """A browser would drop it and say nothing."""


def point_of(key: ec.EllipticCurvePublicKey) -> bytes:
    return key.public_bytes(Encoding.X962, PublicFormat.UncompressedPoint)


def decrypt(body: bytes, key: ec.EllipticCurvePrivateKey, secret: bytes) -> bytes:
    """Raises Undecryptable."""
    record_size, length = int.from_bytes(body[SALT : SALT + 4]), body[HEAD - 1] if len(body) >= HEAD else 0
    sender, record = body[HEAD : HEAD + length], body[HEAD + length :]
    if length != POINT or len(record) <= TAG:
        raise Undecryptable("no header of aes128gcm with a key of P-256")
    if len(record) > record_size:
        raise Undecryptable(f"more than the one record of {record_size} bytes")
    try:
        theirs = ec.EllipticCurvePublicKey.from_encoded_point(ec.SECP256R1(), sender)
        shared = key.exchange(ec.ECDH(), theirs)
        info = b"WebPush: info\0" + point_of(key.public_key()) + sender
        keying = _derived(shared, secret, info, 32)
        content_key = _derived(keying, body[:SALT], b"Content-Encoding: aes128gcm\0", 16)
        nonce = _derived(keying, body[:SALT], b"Content-Encoding: nonce\0", 12)
        padded = AESGCM(content_key).decrypt(nonce, record, None).rstrip(b"\0")
    except InvalidTag:
        raise Undecryptable("encrypted for another key or secret, or changed on its way") from None
    except ValueError:
        raise Undecryptable("the sender's key is no point of P-256") from None
    if padded[-1:] != bytes([LAST]):
        raise Undecryptable("its record does not say that it is the last")
    return padded[:-1]


def _derived(material: bytes, salt: bytes, info: bytes, length: int) -> bytes:
    return HKDF(algorithm=hashes.SHA256(), length=length, salt=salt, info=info).derive(material)
