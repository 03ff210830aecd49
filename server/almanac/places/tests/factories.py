"""Rows of places for tests."""

from __future__ import annotations

from almanac.people.models import StaffMember
from almanac.places.models import Area, PostcodeEntry

CLAPHAM = (51.4650, -0.1640)


def make_area(staff: StaffMember, *, centre: tuple[float, float] = CLAPHAM, radius_m: int = 5_000) -> Area:
    return Area.objects.create(
        staff_member=staff, postcode="SW11 1AA", latitude=centre[0], longitude=centre[1], radius_m=radius_m
    )


def make_entry(
    postcode: str,
    *,
    source: str = PostcodeEntry.Source.IMPORT,
    is_real: bool = True,
    place: tuple[float, float] = (51.5, -0.1),
) -> PostcodeEntry:
    return PostcodeEntry.objects.create(
        postcode=postcode,
        latitude=place[0] if is_real else None,
        longitude=place[1] if is_real else None,
        source=source,
        is_real=is_real,
        district="Wandsworth",
        town="London",
        country="England",
    )
