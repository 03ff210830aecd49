"""Time zones that callers may name."""

from __future__ import annotations

from zoneinfo import available_timezones


def known_zone(name: str) -> str:
    """The name, when it is an IANA zone. Raises ValueError."""
    if name not in available_timezones():
        raise ValueError("Choose a time zone such as Europe/London.")
    return name
