"""A customer's calendar entries for the visits of an order."""

from __future__ import annotations

from datetime import datetime

from django.conf import settings

from almanac.kit.localized import text_in
from almanac.sales.models import Order, OrderLine
from almanac.scheduling.icalendar import Entry, Method, Person, Status, calendar
from almanac.scheduling.models import Appointment

STATUS = {Appointment.State.PENDING: Status.TENTATIVE, Appointment.State.CANCELLED: Status.CANCELLED}


def order_calendar(order: Order, *, now: datetime) -> str:
    """The order's visits as an iCalendar file (RFC 5545), with the UID and SEQUENCE that its messages carry."""
    entries = [_entry(line, line.appointment, order, now) for line in order.lines.all() if line.appointment]
    return calendar(entries, method=Method.PUBLISH)


def _entry(line: OrderLine, visit: Appointment, order: Order, now: datetime) -> Entry:
    person = visit.staff_member
    return Entry(
        uid=visit.uid,
        sequence=visit.sequence,
        status=STATUS.get(Appointment.State(visit.state), Status.CONFIRMED),
        starts_at=visit.starts_at,
        ends_at=visit.ends_at,
        changed_at=now,
        summary=f"{line.name} ({person.name})",
        description=f"{order.number}\n{text_in(visit.service.preparation, order.language)}".strip(),
        location=str(visit.address) if visit.address else visit.meeting_url,
        url=f"{settings.PUBLIC_URL}/track/",
        organizer=Person(line.business.name, line.business.email) if line.business.email else None,
    )
