"""Sample places: where VALClean's people travel, and the built-in postcodes."""

from __future__ import annotations

from collections.abc import Mapping

from almanac.people.models import StaffMember
from almanac.places.models import Area

AREAS = (
    ("maria", "Battersea and Clapham", "SW11 1AA", 51.4650, -0.1680, 6000),
    ("maria", "Richmond", "TW9 1AA", 51.4610, -0.3010, 4000),
    ("james", "South London", "SW9 8AA", 51.4640, -0.1130, 11000),
    ("grace", "South-west London", "SW15 2AA", 51.4590, -0.2170, 9000),
)


def create_areas(staff: Mapping[str, StaffMember]) -> None:
    """The areas of those who travel; `staff` by slug."""
    Area.objects.bulk_create(
        Area(
            staff_member=staff[slug],
            name=name,
            postcode=postcode,
            latitude=latitude,
            longitude=longitude,
            radius_m=radius,
        )
        for slug, name, postcode, latitude, longitude, radius in AREAS
    )
