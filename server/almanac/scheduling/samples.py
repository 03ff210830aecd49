"""Sample working hours: cleaners by day, a mentor in the evening over midnight."""

from __future__ import annotations

from collections.abc import Mapping

from almanac.people.models import StaffMember
from almanac.scheduling.models import WorkingHours

WORK = {
    "maria": [(day, 8 * 60, 16 * 60 + 30) for day in range(5)],
    "james": [(day, 9 * 60, 17 * 60) for day in range(5)] + [(5, 9 * 60, 13 * 60)],
    "grace": [(day, 8 * 60, 18 * 60) for day in (0, 1, 3, 4, 5)],
    "olena": [(day, 10 * 60, 13 * 60) for day in range(5)] + [(day, 17 * 60, 21 * 60) for day in (1, 3)],
    "david": [(day, 18 * 60, 24 * 60 + 60) for day in range(4)] + [(6, 12 * 60, 18 * 60)],
    "priya": [(day, 18 * 60, 21 * 60) for day in (1, 2)] + [(5, 9 * 60, 13 * 60)],
    "jonas": [(day, 7 * 60 + 30, 9 * 60 + 30) for day in range(5)],
    "claire": [(day, 14 * 60, 19 * 60) for day in (0, 2, 4)],
    "lucia": [(day, 16 * 60, 20 * 60) for day in range(1, 5)],
}
LUNCH = {"maria": (12 * 60, 12 * 60 + 30), "james": (13 * 60, 13 * 60 + 30)}


def create_working_hours(staff: Mapping[str, StaffMember]) -> None:
    """Weekly hours and lunch breaks; `staff` by slug."""
    kind = WorkingHours.Kind
    rows = [
        WorkingHours(staff_member=staff[slug], weekday=day, start_minute=start, end_minute=end)
        for slug, spans in WORK.items()
        for day, start, end in spans
    ]
    rows += [
        WorkingHours(staff_member=staff[slug], weekday=day, start_minute=start, end_minute=end, kind=kind.BREAK)
        for slug, (start, end) in LUNCH.items()
        for day in range(5)
    ]
    WorkingHours.objects.bulk_create(rows)
