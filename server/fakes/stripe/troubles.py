"""What may go wrong between the shop and the company: down, too many requests, no answer, an answer that is lost."""

from __future__ import annotations

from enum import StrEnum
from threading import Condition

LONGEST = 60  # seconds; a forgotten stall ends by itself


class Stall(StrEnum):
    """When a request gets no answer until `release`."""

    BEFORE = "before"  # and nothing was done yet
    AFTER = "after"  # the work is done


class Troubles:
    """Requests that hang. `waiting` is how many do."""

    def __init__(self) -> None:
        self._changed = Condition()
        self._stalls: list[Stall] = []
        self._round = 0
        self.waiting = 0

    def stall(self, when: Stall, times: int = 1) -> None:
        """Let the next requests hang."""
        with self._changed:
            self._stalls += [when] * times

    def pause(self, when: Stall) -> None:
        """Called by a request at this point of its way: waits where it is to hang."""
        with self._changed:
            if not self._stalls or self._stalls[0] is not when:
                return
            self._stalls.pop(0)
            began = self._round
            self.waiting += 1
            self._changed.notify_all()
            self._changed.wait_for(lambda: self._round != began, LONGEST)
            self.waiting -= 1
            self._changed.notify_all()

    def wait_until_stalled(self, count: int = 1, seconds: float = LONGEST) -> bool:
        """For tests: True once `count` requests hang."""
        with self._changed:
            return self._changed.wait_for(lambda: self.waiting >= count, seconds)

    def release(self) -> None:
        """Let all go on, and nothing more hang."""
        with self._changed:
            self._stalls.clear()
            self._round += 1
            self._changed.notify_all()
