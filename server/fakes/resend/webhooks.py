"""Events on their way to the shop, one a message, signed by Svix's rule; each repeat is signed anew."""

from __future__ import annotations

import base64
import hashlib
import hmac
import json
from collections.abc import Callable, Sequence

from fakes.resend.account import WEBHOOK_SECRET
from fakes.serving import clean
from fakes.telling import Telling, Thing


def signature(id: str, at: int, body: bytes, secret: str = WEBHOOK_SECRET) -> str:
    """The header `svix-signature`."""
    key = base64.b64decode(secret.removeprefix("whsec_"))
    digest = hmac.new(key, f"{id}.{at}.".encode() + body, hashlib.sha256).digest()
    return f"v1,{base64.b64encode(digest).decode()}"


class Webhooks(Telling):
    def __init__(self, address: str, clock: Callable[[], float]) -> None:
        super().__init__(address)
        self.clock = clock

    def message(self, events: Sequence[Thing]) -> tuple[bytes, dict[str, str]]:
        (event,) = events
        body, at = json.dumps(clean(event)).encode(), int(self.clock())
        return body, {
            "Content-Type": "application/json",
            "User-Agent": "Svix-Webhooks/1.0",
            "svix-id": event["_id"],
            "svix-timestamp": str(at),
            "svix-signature": signature(event["_id"], at, body),
        }
