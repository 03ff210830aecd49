"""The clock of stand-ins that follow the product's."""

from __future__ import annotations

import os
import time
from datetime import UTC, datetime
from pathlib import Path


def clock() -> float:
    """The product's clock: seconds ahead of the machine's stand in a file while journeys let days pass."""
    path = Path(os.environ.get("ALMANAC_CLOCK_FILE", ""))
    ahead = path.read_text(encoding="ascii").strip() if path.is_file() else ""
    return time.time() + float(ahead or 0)


def stamp(seconds: float, *, milliseconds: bool = False) -> str:
    """An instant as JSON has it: 2026-11-27T10:00:00Z."""
    kind = "milliseconds" if milliseconds else "seconds"
    return datetime.fromtimestamp(seconds, UTC).isoformat(timespec=kind).replace("+00:00", "Z")
