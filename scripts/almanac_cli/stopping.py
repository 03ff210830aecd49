"""Ctrl-C and SIGTERM: the first asks for a clean stop, a second one during the stop asks for an immediate one."""

import signal
import time
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

# `make` passes a SIGTERM on to us that the terminal's process group may already have given us: one request, not two.
SAME_REQUEST_SECONDS = 0.5


class Stopped(BaseException):
    """The user asked to stop. Not an Exception: no ordinary handler may swallow it."""

    def __init__(self, signal_number: int) -> None:
        super().__init__(signal_number)
        self.signal_number = signal_number


class _Requests:
    """How often and when a stop was asked for."""

    shielded = False
    hurry = False
    last_at = float("-inf")


def listen() -> None:
    """Take over the stop signals of this process."""
    for name in ("SIGINT", "SIGTERM", "SIGHUP"):
        number = getattr(signal, name, None)
        if number is not None and signal.getsignal(number) is not signal.SIG_IGN:  # nohup keeps its promise
            signal.signal(number, _received)


def _received(number: int, frame: FrameType | None) -> None:
    repeated = time.monotonic() - _Requests.last_at < SAME_REQUEST_SECONDS
    _Requests.last_at = time.monotonic()
    if repeated:
        return
    if _Requests.shielded:
        _Requests.hurry = True
        return
    raise Stopped(number)


@contextmanager
def clean_up() -> Iterator[None]:
    """While cleaning up, a stop request no longer interrupts: it only makes `hurried` true."""
    before, _Requests.shielded = _Requests.shielded, True
    try:
        yield
    finally:
        _Requests.shielded = before


def hurried() -> bool:
    """Whether somebody asked again while the clean stop was under way."""
    return _Requests.hurry
