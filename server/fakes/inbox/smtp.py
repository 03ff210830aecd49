"""The SMTP side: takes every mail, except where the receiver's name asks for trouble.

`bounce@...` is refused for good (550), `busy@...` always for now (451), `later@...` for now the first time, then taken.
Anything after a plus sign is ignored, so `later+7@...` is another mailbox with the same manners.
"""

from __future__ import annotations

import threading

from aiosmtpd.smtp import SMTP, Envelope, Session

from fakes.inbox.store import Store


class Receiver:
    """aiosmtpd's handler."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._seen: set[str] = set()
        self._lock = threading.Lock()

    async def handle_RCPT(
        self, server: SMTP, session: Session, envelope: Envelope, address: str, options: list[str]
    ) -> str:
        name = address.partition("@")[0].partition("+")[0].lower()
        if name == "bounce":
            return "550 5.1.1 No such mailbox"
        if name == "busy" or (name == "later" and self._is_first(address)):
            return "451 4.3.0 Try again later"
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server: SMTP, session: Session, envelope: Envelope) -> str:
        content = envelope.original_content or b""
        return f"250 2.0.0 Kept as {self._store.add(content, envelope.rcpt_tos)}"

    def _is_first(self, address: str) -> bool:
        with self._lock:
            is_first = address.lower() not in self._seen
            self._seen.add(address.lower())
        return is_first
