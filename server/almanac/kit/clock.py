"""The one place that reads the time. API, worker and fakes follow one test setting, so that days pass in a second."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path

from django.conf import settings


def now() -> datetime:
    """This instant in UTC, moved by the seconds in ALMANAC_CLOCK_FILE where that setting names a file (tests only)."""
    moved_by: str = settings.CLOCK_FILE
    real = datetime.now(UTC)
    return real + _offset(Path(moved_by)) if moved_by else real


def _offset(path: Path) -> timedelta:
    try:
        return timedelta(seconds=float(path.read_text(encoding="ascii").strip() or "0"))
    except FileNotFoundError:
        return timedelta()


def epoch(instant: datetime) -> int:
    """Whole seconds since 1970 of an aware instant; the unit the engine and the claims use."""
    if instant.tzinfo is None:
        raise ValueError("an instant needs a time zone")
    return int(instant.timestamp())


def instant(seconds: int) -> datetime:
    """The UTC instant of epoch seconds."""
    return datetime.fromtimestamp(seconds, UTC)
