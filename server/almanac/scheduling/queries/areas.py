"""A change of one area, as it is tried."""

from __future__ import annotations

from uuid import UUID

from almanac.engine.problem import Place, ServiceArea
from almanac.kit.actor import Actor
from almanac.places.actions import area_to_change
from almanac.places.models import Area
from almanac.places.providers.base import Located
from almanac.scheduling.queries import tried
from almanac.scheduling.queries.tried import Tried


def tried_area(actor: Actor, area_id: UUID, *, located: Located | None = None, radius_m: int = 0) -> Tried:
    """The person's areas with this one around another middle, or without it. Raises NotFound, NotAllowed."""
    changed = area_to_change(actor, area_id)
    left = [area for area in Area.objects.filter(staff_member=changed.staff_member_id) if area.pk != area_id]
    areas = [ServiceArea(Place(area.latitude, area.longitude), area.radius_m) for area in left]
    if located is not None:
        areas.append(ServiceArea(located.place, radius_m))
    return tried.areas(changed.staff_member_id, areas)


def middle_of(actor: Actor, area_id: UUID) -> Located:
    """Where an area's middle is now. Raises NotFound, NotAllowed."""
    area = area_to_change(actor, area_id)
    return Located(postcode=area.postcode, place=Place(area.latitude, area.longitude))
