"""One installation or build of this checkout at a time, so that two terminals do not write into each other."""

import os
from collections.abc import Iterator
from contextlib import contextmanager

from almanac_cli import paths, say

if os.name != "nt":
    import fcntl


@contextmanager
def alone(what: str) -> Iterator[None]:
    """Wait until no other command of this checkout is installing or building."""
    if os.name == "nt":
        yield
        return
    folder = paths.ROOT / "var"
    folder.mkdir(exist_ok=True)
    with (folder / ".lock").open("w") as held:
        try:
            fcntl.flock(held, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            say.line(f"{what}: waiting for another command of this checkout to finish.")
            fcntl.flock(held, fcntl.LOCK_EX)
        yield
