"""Log files of the running processes: kept whole on disk, the lines that matter shown on the terminal."""

import re
from pathlib import Path

ERROR = re.compile(
    r'"level":\s*"(?:error|critical)"|\[(?:error|critical)\s*\]'  # structlog: production, development
    r"|\b(?:ERROR|CRITICAL)\b|^Traceback |^[\w.]*(?:Error|Exception): "  # Python
    r"|^\s*⨯"  # Next.js
)
COLOUR = re.compile(r"\033\[[0-9;]*m")


def is_error(line: str) -> bool:
    """Whether a line tells of a failure rather than of ordinary work."""
    return ERROR.search(COLOUR.sub("", line)) is not None


def fresh(path: Path) -> Path:
    """Start a new log, keeping the one of the previous run beside it."""
    path.parent.mkdir(parents=True, exist_ok=True)
    if path.exists():
        path.replace(path.with_suffix(path.suffix + ".1"))
    path.touch()
    return path


class Tail:
    """Reads what was added to a log since the last look."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._read_up_to = 0
        self._unfinished = b""

    def new_lines(self) -> list[str]:
        """The whole lines written since the last call; a line still being written waits."""
        with self.path.open("rb") as file:
            file.seek(self._read_up_to)
            added = file.read()
        self._read_up_to += len(added)
        *whole, self._unfinished = (self._unfinished + added).split(b"\n")
        return [line.decode(errors="replace").rstrip() for line in whole]
