"""Idempotency keys: the same request again is answered as the first time, another one under its key is refused."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from threading import Lock

from fakes.stripe.errors import Refused

KEPT_FOR = 24 * 3600
LONGEST = 255


@dataclass
class Answer:
    """What a key was answered with; `status` 0 while it is worked on."""

    asked: str
    at: int
    status: int = 0
    body: bytes = b""


class Answers:
    """Answers by key, for a day."""

    def __init__(self, now: Callable[[], int]) -> None:
        self._now = now
        self._lock = Lock()
        self._kept: dict[str, Answer] = {}

    def begin(self, key: str, asked: str) -> Answer | None:
        """The kept answer of this key; None for a new one, which is worked on from now. Raises Refused for another request,
        and for one that is worked on."""
        if len(key) > LONGEST:
            raise Refused(400, "idempotency_error", "", f"Idempotency keys have at most {LONGEST} characters.")
        with self._lock:
            kept = self._kept.get(key)
            if kept is None or kept.at + KEPT_FOR < self._now():
                self._kept[key] = Answer(asked, self._now())
                return None
            if kept.asked != asked:
                raise Refused(
                    400,
                    "idempotency_error",
                    "",
                    f"Keys for idempotent requests can only be used with the same parameters they were first used with. Try"
                    f" using a key other than '{key}' if you meant to execute a different request.",
                )
            if not kept.status:
                raise Refused(
                    409,
                    "idempotency_error",
                    "idempotency_key_in_use",
                    f"There is currently another in-progress request using this key: {key}.",
                )
            return kept

    def end(self, key: str, status: int, body: bytes) -> None:
        with self._lock:
            kept = self._kept.get(key)
            if kept is not None:
                kept.status, kept.body = status, body

    def forget(self, key: str) -> None:
        """What was sent could not be read, so nothing was begun: the key is free."""
        with self._lock:
            self._kept.pop(key, None)

    def clear(self) -> None:
        with self._lock:
            self._kept.clear()
