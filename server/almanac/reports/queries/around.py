"""What stands around a staff member: what they deliver, where they travel, and the visits they are booked for."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import Count, Max, Min

from almanac.catalog.models import Offering
from almanac.kit.actor import Actor
from almanac.kit.errors import NotFound
from almanac.people.permissions import staff_visible_to
from almanac.places.models import Area
from almanac.scheduling.models import Appointment
from almanac.scheduling.permissions import OPEN


@dataclass(frozen=True, slots=True)
class Around:
    """`ahead` are visits that stand and have not begun, from the first to the last of them."""

    offerings: list[Offering]
    areas: list[Area]
    ahead: int
    first_at: datetime | None
    last_at: datetime | None


def around(actor: Actor, staff_id: UUID, *, now: datetime) -> Around:
    """Four SQL queries. Raises NotFound, also for somebody the actor may not see."""
    staff = staff_visible_to(actor).filter(pk=staff_id).first()
    if staff is None:
        raise NotFound
    rows = Offering.objects.filter(staff_member=staff, archived_at=None, service__archived_at=None)
    ahead = Appointment.objects.filter(staff_member=staff, state__in=OPEN, starts_at__gt=now).aggregate(
        count=Count("pk"), first=Min("starts_at"), last=Max("starts_at")
    )
    return Around(
        offerings=list(rows.select_related("service").order_by("service__position", "service__slug")),
        areas=list(Area.objects.filter(staff_member=staff)),
        ahead=ahead["count"],
        first_at=ahead["first"],
        last_at=ahead["last"],
    )
