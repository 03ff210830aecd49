"""Web Push: notifications for browsers over their own push services (RFC 8030), encrypted for the browser (RFC 8291) and
signed by us (VAPID, RFC 8292)."""

from __future__ import annotations

import base64
import binascii
import json
from email.utils import parseaddr
from functools import cache
from urllib.parse import urlsplit

import http_ece
import httpx
import jwt
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric import ec
from django.conf import settings

from almanac.kit import clock, http
from almanac.kit.crypto import derived
from almanac.notifications.providers.base import PermanentFailure, Push, TargetGone, TemporaryFailure

KEEP_SECONDS = 24 * 3600  # how long a service keeps it for a device that is off
SIGNED_FOR = 12 * 3600
LONGEST = 3_000  # bytes of what is told: services take 4096 with all that encryption adds
CURVE = ec.SECP256R1()
ORDER = 0xFFFFFFFF00000000FFFFFFFFFFFFFFFFBCE6FAADA7179E84F3B9CAC2FC632551  # of the curve (SEC 2)


def is_push_service(endpoint: str) -> bool:
    """Whether an address that a browser names is one of the push services of browsers: nothing else is ever called."""
    if not endpoint.isascii() or not endpoint.isprintable() or " " in endpoint:
        return False
    if settings.PUSH_STAND_IN_URL and endpoint.startswith(f"{settings.PUSH_STAND_IN_URL}/"):
        return True
    try:
        httpx.URL(endpoint)
        parts = urlsplit(endpoint)
        is_plain = parts.scheme == "https" and parts.port in (None, 443) and "@" not in parts.netloc
    except (ValueError, httpx.InvalidURL):
        return False
    host = parts.hostname or ""
    return is_plain and any(host == known or host.endswith(f".{known}") for known in settings.PUSH_SERVICES)


def are_keys(p256dh: str, auth: str) -> bool:
    """Whether these are a point of P-256 and 16 bytes, in base64url."""
    try:
        ec.EllipticCurvePublicKey.from_encoded_point(CURVE, _bytes(p256dh))
        return len(_bytes(auth)) == 16
    except (ValueError, binascii.Error):
        return False


def public_key() -> str:
    """By which browsers know that a message is ours (`applicationServerKey`), in base64url."""
    point = _key(settings.SECRET_KEY).public_key()
    return _text(point.public_bytes(serialization.Encoding.X962, serialization.PublicFormat.UncompressedPoint))


class WebPush:
    """The one way there is: each browser names its service itself."""

    def send(self, push: Push) -> str:
        """One request to the service that the browser named."""
        if not is_push_service(push.endpoint):
            raise PermanentFailure("no push service")
        headers = {
            "Content-Encoding": "aes128gcm",
            "Content-Type": "application/octet-stream",
            "TTL": str(KEEP_SECONDS),
            "Urgency": "normal",
            "Topic": push.reference,  # 32 characters at most (RFC 8030, 5.4): a repeat takes the place of the first
            "Authorization": f"vapid t={_signature(push.endpoint)},k={public_key()}",
        }
        parts = urlsplit(push.endpoint)
        try:
            with http.client(f"{parts.scheme}://{parts.netloc}") as client:
                answer = client.post(push.endpoint, content=_encrypted(push), headers=headers)
        except httpx.HTTPError as error:
            raise TemporaryFailure(type(error).__name__) from error
        if answer.is_success:
            return str(answer.headers.get("Location", ""))[:200]
        words = f"push service {answer.status_code}"
        if answer.status_code in (401, 403, 404, 410):  # by another SECRET_KEY than ours is now, or no longer there
            raise TargetGone(words)
        if answer.status_code in (408, 429) or answer.status_code >= 500:
            raise TemporaryFailure(words)
        raise PermanentFailure(words)


def _encrypted(push: Push) -> bytes:
    told = {"title": push.title, "body": push.text, "link": push.link, "tag": push.reference}
    content = json.dumps(told, ensure_ascii=False).encode()
    if len(content) > LONGEST:
        content = json.dumps({**told, "body": ""}, ensure_ascii=False).encode()
    encrypted: bytes = http_ece.encrypt(
        content,
        private_key=ec.generate_private_key(CURVE),
        dh=_bytes(push.p256dh),
        auth_secret=_bytes(push.auth),
        version="aes128gcm",
    )
    return encrypted


def _signature(endpoint: str) -> str:
    parts = urlsplit(endpoint)
    told = {
        "aud": f"{parts.scheme}://{parts.netloc}",
        "exp": clock.epoch(clock.now()) + SIGNED_FOR,
        "sub": f"mailto:{parseaddr(settings.DEFAULT_FROM_EMAIL)[1]}",
    }
    signature: str = jwt.encode(told, _key(settings.SECRET_KEY), algorithm="ES256")
    return signature


@cache
def _key(secret: str) -> ec.EllipticCurvePrivateKey:
    """Our key for VAPID, from SECRET_KEY: the same on every machine, and another only where that is another."""
    number = int.from_bytes(derived("web push", length=48))
    return ec.derive_private_key(number % (ORDER - 1) + 1, CURVE)


def _bytes(text: str) -> bytes:
    return base64.urlsafe_b64decode(text + "=" * (-len(text) % 4))


def _text(content: bytes) -> str:
    return base64.urlsafe_b64encode(content).rstrip(b"=").decode("ascii")
