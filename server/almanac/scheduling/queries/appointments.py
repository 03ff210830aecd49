"""Reads of appointments; they start from who may see them and cost the same number of queries for any number of rows."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from django.db.models import QuerySet

from almanac.kit.actor import Actor
from almanac.kit.errors import NotFound
from almanac.scheduling.models import Appointment
from almanac.scheduling.permissions import visible_to


def appointments(
    actor: Actor,
    *,
    starting_from: datetime | None = None,
    starting_before: datetime | None = None,
    staff_ids: Sequence[UUID] = (),
    states: Sequence[str] = (),
) -> QuerySet[Appointment]:
    """What the actor may see, narrowed; `[starting_from, starting_before)`. With everything a screen names."""
    rows = with_names(visible_to(actor))
    if starting_from is not None:
        rows = rows.filter(starts_at__gte=starting_from)
    if starting_before is not None:
        rows = rows.filter(starts_at__lt=starting_before)
    if staff_ids:
        rows = rows.filter(staff_member__in=staff_ids)
    if states:
        rows = rows.filter(state__in=states)
    return rows


def appointment(actor: Actor, appointment_id: UUID) -> Appointment:
    """One appointment. Raises NotFound, also for one the actor may not know of."""
    found = with_names(visible_to(actor)).filter(pk=appointment_id).first()
    if found is None:
        raise NotFound
    return found


def with_names(rows: QuerySet[Appointment]) -> QuerySet[Appointment]:
    """Together with everything it is shown with."""
    return rows.select_related("business", "service", "staff_member", "customer", "address")
