"""Words on the terminal: steps with their time, errors, closing lines."""

import os
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager


class Trouble(Exception):
    """Something the user can mend; its text is the whole message and says what to do."""


def line(text: str = "") -> None:
    """Print one line at once, also when the output is a file or a pipe."""
    print(text, flush=True)


def error(text: str) -> None:
    """Print one line where errors go, after everything said before."""
    sys.stdout.flush()
    print(paint(text, "31"), file=sys.stderr, flush=True)


def heading(text: str) -> None:
    """Announce a part."""
    line()
    line(paint(text, "1"))


def paint(text: str, code: str) -> str:
    """Colour for a terminal that wants it (https://no-color.org), plain text for everybody else."""
    wanted = sys.stdout.isatty() and sys.stderr.isatty() and not os.environ.get("NO_COLOR")
    return f"\033[{code}m{text}\033[0m" if wanted else text


def seconds(amount: float) -> str:
    """A length of time as people say it."""
    if amount < 60:
        return f"{amount:.1f} s"
    return f"{int(amount // 60)} min {int(amount % 60):02d} s"


@contextmanager
def step(text: str) -> Iterator[None]:
    """Say what is being done before it starts, and how long it took when it went well."""
    started = time.monotonic()
    line(f"{text} ...")
    yield
    line(f"{text}: done in {seconds(time.monotonic() - started)}")
