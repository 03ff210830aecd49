"""Messages to the shop: several events in one body, signed as a whole."""

from __future__ import annotations

import hashlib
import hmac
import json
import secrets
from collections.abc import Sequence

from fakes.serving import clean
from fakes.telling import PAUSES, Telling, Thing


def signature(body: bytes, secret: str) -> str:
    """The header `Webhook-Signature`."""
    return hmac.new(secret.encode(), body, hashlib.sha256).hexdigest()


class Webhooks(Telling):
    most = 250

    def __init__(self, address: str, secret: str, pauses: Sequence[float] = PAUSES) -> None:
        super().__init__(address, pauses)
        self.secret = secret

    def message(self, events: Sequence[Thing]) -> tuple[bytes, dict[str, str]]:
        body = json.dumps({"events": clean(list(events)), "meta": {"webhook_id": f"WB{secrets.token_hex(6)}"}}).encode()
        return body, {
            "Content-Type": "application/json",
            "User-Agent": "gocardless-webhook-service/1.1",
            "Webhook-Signature": signature(body, self.secret),
        }
