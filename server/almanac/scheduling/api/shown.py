"""What somebody who saves says of what they were shown: the header Bookings-Seen."""

from __future__ import annotations

from django.http import HttpRequest

from almanac.kit.requests import language_of
from almanac.scheduling.queries.tried import Shown


def shown_in(request: HttpRequest) -> Shown | None:
    """None when the caller did not ask. Raises InvalidInput."""
    token = request.headers.get("Bookings-Seen", "").strip()
    return Shown(token, language_of(request)) if token else None
