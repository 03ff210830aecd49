"""Events on their way to the shop, many a message, signed with the account's private key (ECDSA over time and body)."""

from __future__ import annotations

import base64
import json
from collections.abc import Callable, Sequence

from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec

from fakes.sendgrid.account import PRIVATE_KEY
from fakes.serving import clean
from fakes.telling import Telling, Thing


def signature(at: str, body: bytes, key: ec.EllipticCurvePrivateKey = PRIVATE_KEY) -> str:
    """The header `X-Twilio-Email-Event-Webhook-Signature`."""
    return base64.b64encode(key.sign(at.encode() + body, ec.ECDSA(hashes.SHA256()))).decode()


class Webhooks(Telling):
    most = 100

    def __init__(self, address: str, clock: Callable[[], float]) -> None:
        super().__init__(address)
        self.clock = clock

    def message(self, events: Sequence[Thing]) -> tuple[bytes, dict[str, str]]:
        body, at = json.dumps(clean(list(events))).encode(), str(int(self.clock()))
        return body, {
            "Content-Type": "application/json;charset=utf-8",
            "User-Agent": "SendGrid Event API",
            "X-Twilio-Email-Event-Webhook-Signature": signature(at, body),
            "X-Twilio-Email-Event-Webhook-Timestamp": at,
        }
