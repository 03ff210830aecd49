"""What the API says about the address of somebody's appointments."""

from __future__ import annotations

from typing import Self

from django.conf import settings
from ninja import Schema

from almanac.scheduling.models import CalendarFeed


class CalendarFeedOut(Schema):
    """The secret address, or null where there is none."""

    url: str | None

    @classmethod
    def of(cls, feed: CalendarFeed | None) -> Self:
        return cls(url=f"{settings.PUBLIC_URL}/api/calendar-feeds/{feed.token}" if feed else None)
