"""Changing where somebody travels: what that would break is looked at under the lock, with the appointments ahead."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from django.db import transaction

from almanac.kit.actor import Actor
from almanac.places import actions as places
from almanac.places.models import Area
from almanac.places.providers.base import Located
from almanac.scheduling.locks import lock_staff
from almanac.scheduling.queries.areas import tried_area
from almanac.scheduling.queries.simulator import check_shown
from almanac.scheduling.queries.tried import Shown


def change_area(
    *,
    actor: Actor,
    area_id: UUID,
    name: str,
    located: Located,
    radius_m: int,
    seen: int | None,
    now: datetime,
    shown: Shown | None = None,
) -> Area:
    """Another name, middle or radius. Booked visits stay; `shown` is what the caller was told breaks.

    Raises NotFound, NotAllowed, InvalidInput, Conflict, BookingsChanged.
    """
    with transaction.atomic():
        _lock(actor, area_id)
        check_shown(actor, tried_area(actor, area_id, located=located, radius_m=radius_m), shown, now=now)
        return places.change_area(
            actor=actor, area_id=area_id, name=name, located=located, radius_m=radius_m, seen=seen, now=now
        )


def remove_area(*, actor: Actor, area_id: UUID, now: datetime, shown: Shown | None = None) -> None:
    """One area less. Booked visits stay. Raises NotFound, NotAllowed, BookingsChanged."""
    with transaction.atomic():
        _lock(actor, area_id)
        check_shown(actor, tried_area(actor, area_id), shown, now=now)
        places.remove_area(actor=actor, area_id=area_id, now=now)


def _lock(actor: Actor, area_id: UUID) -> None:
    lock_staff([places.area_to_change(actor, area_id).staff_member_id])
