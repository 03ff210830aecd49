"""Calls of the shop's webhooks as Mollie makes them: a form with an id, to the address that the payment was made with. No
signature, no state."""

from __future__ import annotations

from collections.abc import Sequence
from urllib.parse import urlencode, urlsplit

from fakes.telling import PAUSES, Telling, Thing


class Webhooks(Telling):
    """What begins with `:` is no header but where the message goes: a test that hands it over needs to know."""

    def __init__(self, *, delivers: bool, pauses: Sequence[float] = PAUSES) -> None:
        super().__init__("each payment's own" if delivers else "", pauses)

    def message(self, events: Sequence[Thing]) -> tuple[bytes, dict[str, str]]:
        (event,) = events
        parts = urlsplit(event["url"])
        path = f"{parts.path}?{parts.query}" if parts.query else parts.path
        body = urlencode({"id": event["id"]}).encode()
        return body, {"Content-Type": "application/x-www-form-urlencoded", ":path": path, ":url": event["url"]}

    def _post(self, body: bytes, headers: dict[str, str]) -> bool:
        sent = {name: value for name, value in headers.items() if not name.startswith(":")}
        return self.sent(headers[":url"], body, {**sent, "User-Agent": "Mollie HTTP client/1.0"})
