"""Events of stand-ins on their way to the shop: repeated until they are taken, and every trouble a network makes of them."""

from __future__ import annotations

import urllib.error
import urllib.request
from collections.abc import Sequence
from enum import StrEnum
from threading import Event, Thread
from typing import Any

Thing = dict[str, Any]
PAUSES = (0.2, 1.0, 5.0, 20.0)  # seconds; the real ones go on for days


class Trouble(StrEnum):
    NONE = "none"
    DOUBLED = "doubled"
    LOST = "lost"
    KEPT = "kept"  # until `flush`


class Telling:
    """Where events go. Without an address they are kept, for a test to hand over itself."""

    most = 1  # events in one message

    def __init__(self, address: str, pauses: Sequence[float] = PAUSES) -> None:
        self.address = address
        self.pauses = pauses
        self.trouble = Trouble.NONE
        self.kept: list[Thing] = []
        self.stopped = Event()
        self._waiting: list[Thing] = []

    def message(self, events: Sequence[Thing]) -> tuple[bytes, dict[str, str]]:
        """Events as they are sent together: body and headers. A company says how."""
        raise NotImplementedError

    def take(self, event: Thing) -> None:
        """An event that happened; it leaves with `go`."""
        self._waiting.append(event)

    def go(self) -> None:
        """Send what has happened since, as the trouble of the day has it."""
        events, self._waiting = self._waiting, []
        if not events or self.trouble is Trouble.LOST:
            return
        if self.trouble is Trouble.KEPT or not self.address:
            self.kept.extend(events)
            return
        for _ in range(2 if self.trouble is Trouble.DOUBLED else 1):
            for batch in self._batches(events):
                Thread(target=self._deliver, args=(batch,), daemon=True).start()

    def messages(self, *, backwards: bool = False) -> list[tuple[bytes, dict[str, str]]]:
        """What was kept, as it would have been sent, the newest first where `backwards`. It is not kept any more."""
        self.go()
        events, self.kept = self.kept, []
        if backwards:
            events.reverse()
        return [self.message(batch) for batch in self._batches(events)]

    def flush(self, *, backwards: bool = False) -> int:
        """Send what was kept; how many messages it was."""
        messages = self.messages(backwards=backwards)
        for body, headers in messages if self.address else ():
            self._post(body, headers)
        return len(messages)

    def _batches(self, events: list[Thing]) -> list[list[Thing]]:
        return [events[start : start + self.most] for start in range(0, len(events), self.most)]

    def _deliver(self, events: Sequence[Thing]) -> None:
        for pause in (*self.pauses, None):
            if self._post(*self.message(events)) or pause is None or self.stopped.wait(pause):
                return

    def _post(self, body: bytes, headers: dict[str, str]) -> bool:
        return self.sent(self.address, body, headers)

    def sent(self, address: str, body: bytes, headers: dict[str, str]) -> bool:
        """Whether it was taken there."""
        request = urllib.request.Request(address, data=body, headers=headers, method="POST")  # noqa: S310
        try:
            with urllib.request.urlopen(request, timeout=10):  # noqa: S310  # an address of the caller's own
                return True
        except (urllib.error.URLError, OSError):
            return False
