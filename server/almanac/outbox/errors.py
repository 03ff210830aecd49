"""What can go wrong with events, tasks and idempotency keys."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta

from almanac.kit.errors import AlmanacError


class OutsideTransaction(RuntimeError):
    """An event, or a kept answer, belongs in the transaction of the change it speaks of."""


class AttemptLost(Exception):
    """The lease ran out and somebody else has the task now: whatever this attempt did must not be recorded."""


class RetryLater(Exception):
    """Raised by a handler: nothing is wrong with the task, try again after `delay`; `reason` holds no personal data."""

    def __init__(self, reason: str, *, delay: timedelta | None = None) -> None:
        super().__init__(reason)
        self.reason = reason
        self.delay = delay


class GiveUp(Exception):
    """Raised by a handler: trying again cannot help; `reason` holds no personal data."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


@dataclass(eq=False)
class IdempotencyMismatch(AlmanacError):
    """The same Idempotency-Key came with a different request."""

    code = "idempotency_key_reused"
    status = 422
    title = "This was sent before with different details. Please start again"


@dataclass(eq=False)
class IdempotencyInProgress(AlmanacError):
    """The first request with this Idempotency-Key has not been answered yet."""

    code = "idempotency_in_progress"
    status = 409
    title = "We are still working on this. Please wait a moment"
