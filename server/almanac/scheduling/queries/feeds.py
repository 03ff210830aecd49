"""Somebody's appointments as their own calendar reads them."""

from __future__ import annotations

import hashlib
from datetime import datetime, timedelta
from uuid import UUID

from django.conf import settings
from django.db.models import Q

from almanac.catalog.models import Venue
from almanac.kit.errors import NotFound
from almanac.kit.localized import text_in
from almanac.people.models import User
from almanac.scheduling.icalendar import Entry, Method, Status, calendar
from almanac.scheduling.models import Appointment, CalendarFeed
from almanac.scheduling.queries.appointments import with_names

BACK, AHEAD = timedelta(days=60), timedelta(days=400)
MOST_ENTRIES = 2_000
STATUS = {Appointment.State.PENDING: Status.TENTATIVE, Appointment.State.CANCELLED: Status.CANCELLED}


def token_hash(token: str) -> str:
    """What a feed is found by: the address itself stands encrypted."""
    return hashlib.sha256(token.encode()).hexdigest()


def feed_of(user_id: UUID) -> CalendarFeed | None:
    """Somebody's own feed, if they have one."""
    return CalendarFeed.objects.filter(user=user_id).first()


def feed_text(token: str, *, now: datetime) -> str:
    """Two months back and a year ahead, as iCalendar (RFC 5545), with the UID and SEQUENCE that the messages carry.

    A customer's own visits, or those a staff member goes to; never a way into a home. Two SQL queries. Raises NotFound.
    """
    feed = (
        CalendarFeed.objects.filter(token_hash=token_hash(token), user__is_active=True).select_related("user").first()
    )
    if feed is None:
        raise NotFound
    rows = with_names(Appointment.objects.filter(Q(customer__user=feed.user_id) | Q(staff_member__user=feed.user_id)))
    rows = rows.filter(starts_at__gte=now - BACK, starts_at__lt=now + AHEAD)
    visits = rows.select_related("staff_member__user").order_by("starts_at", "pk")[:MOST_ENTRIES]
    return calendar((_entry(visit, feed.user, now) for visit in visits), method=Method.PUBLISH)


def _entry(visit: Appointment, reader: User, now: datetime) -> Entry:
    is_staff = visit.staff_member.user_id == reader.pk
    other = visit.customer.name if is_staff else visit.staff_member.name
    language = reader.language
    at_home = visit.venue == Venue.CUSTOMER and visit.address is not None
    return Entry(
        uid=visit.uid,
        sequence=visit.sequence,
        status=STATUS.get(Appointment.State(visit.state), Status.CONFIRMED),
        starts_at=visit.starts_at,
        ends_at=visit.ends_at,
        changed_at=now,
        summary=f"{text_in(visit.service.name, language)} ({other})",
        description="" if is_staff else text_in(visit.service.preparation, language),
        location=str(visit.address) if at_home else visit.meeting_url,
        url=f"{settings.PUBLIC_URL}/{'st' if is_staff else 'cus'}/dashboard/",
    )
