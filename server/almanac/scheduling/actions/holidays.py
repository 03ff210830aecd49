"""The dates on which a whole business is closed."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from uuid import UUID

from django.db import transaction

from almanac.kit.actor import Actor
from almanac.kit.errors import InvalidInput, NotAllowed, NotFound
from almanac.outbox.actions import emit
from almanac.people.models import StaffMember
from almanac.scheduling.events import HolidaysChanged
from almanac.scheduling.locks import lock_staff
from almanac.scheduling.models import BusinessHoliday
from almanac.scheduling.permissions import can_edit_holidays
from almanac.scheduling.queries import tried
from almanac.scheduling.queries.simulator import check_shown
from almanac.scheduling.queries.tried import Shown


def add_holidays(
    *, actor: Actor, business_id: UUID, days: Mapping[date, str], now: datetime, shown: Shown | None = None
) -> list[BusinessHoliday]:
    """Close the business on these dates, each with its name; one that is closed already gets the new name.

    A staff member's own hours for a date win over it. Appointments stay and are for people to solve. Under the lock of
    everybody: who books at this moment sees the dates open or closed. `shown` is what the caller was told breaks.

    Raises NotAllowed, InvalidInput, BookingsChanged.
    """
    if not can_edit_holidays(actor):
        raise NotAllowed
    if not all(name.strip() for name in days.values()):
        raise InvalidInput(fields={"name": ["Say what the day is called."]})
    with transaction.atomic():
        _lock_everybody(business_id)
        check_shown(actor, tried.holidays(business_id, days), shown, now=now)
        known = {row.on_date: row for row in BusinessHoliday.objects.filter(business=business_id, on_date__in=days)}
        for on, row in known.items():
            if row.name != days[on].strip():
                row.name = days[on].strip()
                row.revision += 1
                row.save(update_fields=["name", "revision"])
        new = sorted(set(days) - set(known))
        BusinessHoliday.objects.bulk_create(
            BusinessHoliday(business_id=business_id, on_date=on, name=days[on].strip(), created_at=now) for on in new
        )
        if new:
            emit(HolidaysChanged(business_id=business_id, added=new, removed=[]), actor=actor, at=now)
        return list(BusinessHoliday.objects.filter(business=business_id, on_date__in=days).order_by("on_date"))


def remove_holiday(*, actor: Actor, holiday_id: UUID, now: datetime) -> None:
    """The date is an ordinary one again. Raises NotAllowed, NotFound."""
    if not can_edit_holidays(actor):
        raise NotAllowed
    holiday = BusinessHoliday.objects.filter(pk=holiday_id).first()
    if holiday is None:
        raise NotFound
    with transaction.atomic():
        _lock_everybody(holiday.business_id)
        if not BusinessHoliday.objects.filter(pk=holiday_id).delete()[0]:
            raise NotFound
        gone = HolidaysChanged(business_id=holiday.business_id, added=[], removed=[holiday.on_date])
        emit(gone, actor=actor, at=now)


def _lock_everybody(business_id: UUID) -> None:
    lock_staff(StaffMember.objects.filter(business=business_id).values_list("pk", flat=True))
