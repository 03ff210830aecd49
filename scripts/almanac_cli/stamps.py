"""Stamps: a step is skipped while the fingerprint of everything it depends on is the one it left behind."""

import hashlib
from collections.abc import Iterable
from pathlib import Path


def fingerprint(parts: Iterable[str | Path]) -> str:
    """SHA-256 over strings and the contents of files, in the given order; a missing file counts as such."""
    digest = hashlib.sha256()
    for part in parts:
        content = part.encode() if isinstance(part, str) else _content(part)
        digest.update(len(content).to_bytes(8, "big"))
        digest.update(content)
    return digest.hexdigest()


def _content(path: Path) -> bytes:
    return path.read_bytes() if path.is_file() else b"(missing)"


def is_current(stamp: Path, value: str) -> bool:
    """Whether the step that leaves `stamp` was last done for this fingerprint."""
    return stamp.is_file() and stamp.read_text().strip() == value


def leave(stamp: Path, value: str) -> None:
    """Record that the step is done for this fingerprint."""
    stamp.parent.mkdir(parents=True, exist_ok=True)
    stamp.write_text(value + "\n")
