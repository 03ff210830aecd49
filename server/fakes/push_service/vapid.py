"""Who sends (RFC 8292): a token that the sender signed for this service, and the key that a subscription may be bound to."""

from __future__ import annotations

import base64
import re
from collections.abc import Sequence

import jwt
from cryptography.hazmat.primitives.asymmetric import ec

MOST_SECONDS = 86_400
HEADER = re.compile(r"vapid\s+(.+)", re.IGNORECASE)


class NotAllowed(Exception):
    """With the status of the answer."""

    def __init__(self, status: int, words: str) -> None:
        super().__init__(words)
        self.status = status


def check(header: str, *, bound_to: str | None, origin: str, now: Sequence[float]) -> None:
    """`now` may be more than one clock: of the product that lets days pass, and of the machine. Raises NotAllowed."""
    found = HEADER.fullmatch(header.strip())
    if not found:
        if header or bound_to:
            raise NotAllowed(401, "a vapid authorization is missing")
        return  # whoever knows the address may send
    said = dict(part.strip().partition("=")[::2] for part in found[1].split(","))
    if not said.get("t") or not said.get("k"):
        raise NotAllowed(401, "the vapid authorization has no t or no k")
    if bound_to and unpadded(said["k"]) != unpadded(bound_to):
        raise NotAllowed(403, "k is not the key that this subscription was made with")
    try:
        key = ec.EllipticCurvePublicKey.from_encoded_point(ec.SECP256R1(), decoded(said["k"]))
        claims = jwt.decode(
            said["t"],
            key,
            algorithms=["ES256"],
            audience=origin,
            options={"require": ["aud", "exp"], "verify_exp": False},
        )
    except (jwt.PyJWTError, ValueError) as error:
        raise NotAllowed(403, f"t does not hold: {error}") from None
    expires = claims["exp"]
    if not isinstance(expires, int | float) or not any(at < expires <= at + MOST_SECONDS for at in now):
        raise NotAllowed(403, "exp is past, or more than 24 hours ahead")
    if not str(claims.get("sub", "")).startswith(("mailto:", "https:")):
        raise NotAllowed(403, "sub is no mailto: or https: address")


def server_key(text: str) -> str:
    """A key as a page hands it to `subscribe`. Raises ValueError."""
    ec.EllipticCurvePublicKey.from_encoded_point(ec.SECP256R1(), decoded(text))
    return unpadded(text)


def unpadded(text: str) -> str:
    return text.rstrip("=")


def decoded(text: str) -> bytes:
    """Raises ValueError."""
    return base64.urlsafe_b64decode(text + "=" * (-len(text) % 4))


def encoded(content: bytes) -> str:
    return unpadded(base64.urlsafe_b64encode(content).decode())
