"""Keys: of a day's requests with the same key one e-mail is sent (resend.com/docs/dashboard/emails/idempotency-keys)."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from fakes.resend.errors import Refused

KEPT_FOR = 24 * 3600
LONGEST = 256


class Keys:
    """What was answered by key. `working` are keys of requests that are not done yet, as a test says."""

    def __init__(self, clock: Callable[[], float]) -> None:
        self.clock = clock
        self.working: set[str] = set()
        self._kept: dict[str, tuple[float, Any, str]] = {}

    def found(self, key: str, body: Any) -> str:
        """The id of the e-mail that was sent under this key, empty for none. Raises Refused."""
        if len(key) > LONGEST:
            raise Refused("invalid_idempotency_key", f"The key must be between 1-{LONGEST} chars.")
        if key in self.working:
            words = "Same idempotency key used while original request is still in progress."
            raise Refused("concurrent_idempotent_requests", words)
        at, asked, id = self._kept.get(key, (0.0, None, ""))
        if not id or at + KEPT_FOR < self.clock():
            return ""
        if asked != body:
            raise Refused("invalid_idempotent_request", "Same idempotency key used with a different request payload.")
        return id

    def keep(self, key: str, body: Any, id: str) -> None:
        self._kept[key] = (self.clock(), body, id)
