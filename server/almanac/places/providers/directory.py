"""The built-in provider: the directory in our own database, filled with sample data or with the full open data.

Sample data knows sectors, not single postcodes, so any postcode of such a sector lies at the sector's middle. Imported
data is exact: what is not in it does not exist.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta
from math import cos, radians

from django.db.models import Avg, Count, F, Max, Q, QuerySet

from almanac.engine.problem import Place
from almanac.places import postcode as text
from almanac.places.models import PostcodeEntry
from almanac.places.providers.base import Located

SAMPLE = PostcodeEntry.Source.BUILT_IN
FORGET_UNREAL_AFTER = timedelta(days=30)  # new postcodes come every month
NEAR_DEGREES = (0.01, 0.05, 0.3)  # a kilometre, five, thirty
KEPT_FIELDS = ["latitude", "longitude", "district", "town", "country", "source", "is_real", "checked_at"]


class Directory:
    """Answers from the table alone. Needs no network and no account."""

    def locate(self, postcode: str) -> Located | None:
        """One SQL query for a postcode that is there, two otherwise."""
        return answer(postcode, entry_of(postcode))

    def suggest(self, prefix: str, limit: int) -> list[Located]:
        """One SQL query on the key's index, on either database."""
        found = PostcodeEntry.objects.filter(_begins(prefix), is_real=True).order_by("postcode")[:limit]
        return [one for one in map(located, found) if one is not None]


def entry_of(postcode: str) -> PostcodeEntry | None:
    """The row of exactly this postcode, which may say that it does not exist."""
    return PostcodeEntry.objects.filter(pk=postcode).first()


def answer(postcode: str, entry: PostcodeEntry | None) -> Located | None:
    """What the directory says of a postcode whose row was looked up already."""
    return by_sector(postcode, only_sample=True) if entry is None else located(entry)


def located(entry: PostcodeEntry) -> Located | None:
    """What a row says; None for a postcode that does not exist."""
    if not entry.is_real or entry.latitude is None or entry.longitude is None:
        return None
    return Located(
        postcode=entry.postcode,
        place=Place(entry.latitude, entry.longitude),
        district=entry.district,
        town=entry.town,
        country=entry.country,
    )


def by_sector(postcode: str, *, only_sample: bool = False) -> Located | None:
    """A postcode we do not have, put at the middle of those of its sector that we have. One SQL query."""
    rows: QuerySet[PostcodeEntry] = PostcodeEntry.objects.filter(_begins(text.sector(postcode)), is_real=True)
    if only_sample:
        rows = rows.filter(source=SAMPLE)
    middle = rows.aggregate(
        count=Count("pk"),
        latitude=Avg("latitude"),
        longitude=Avg("longitude"),
        district=Max("district"),
        town=Max("town"),
        country=Max("country"),
    )
    if not middle["count"]:
        return None
    return Located(
        postcode=postcode,
        place=Place(middle["latitude"], middle["longitude"]),
        district=middle["district"],
        town=middle["town"],
        country=middle["country"],
        is_approximate=True,
    )


def nearest(place: Place) -> Located | None:
    """The postcode that lies closest, with the point itself as its place; None within some thirty kilometres. Three SQL
    queries at most."""
    east = cos(radians(place.latitude))
    for reach in NEAR_DEGREES:
        wide = reach / max(east, 0.1)
        rows = PostcodeEntry.objects.filter(
            is_real=True,
            latitude__range=(place.latitude - reach, place.latitude + reach),
            longitude__range=(place.longitude - wide, place.longitude + wide),
        )
        north_south, west_east = F("latitude") - place.latitude, (F("longitude") - place.longitude) * east
        apart = north_south * north_south + west_east * west_east
        entry = rows.annotate(apart=apart).order_by("apart", "postcode").first()
        found = located(entry) if entry else None
        if found is not None:
            return replace(found, place=place, is_approximate=True)
    return None


def is_stale(entry: PostcodeEntry, now: datetime) -> bool:
    """Whether a company, where there is one to ask, knows better: sample data, or an old "does not exist"."""
    if entry.is_real:
        return entry.source == SAMPLE
    return entry.checked_at <= now - FORGET_UNREAL_AFTER


def keep(postcode: str, found: Located | None, *, source: PostcodeEntry.Source, now: datetime) -> None:
    """Remember a company's answer, also that there is no such postcode. One statement, so that two may do it at once."""
    entry = PostcodeEntry(postcode=postcode, source=source, checked_at=now, is_real=found is not None)
    if found is not None:
        entry.latitude, entry.longitude = found.place
        entry.district, entry.town, entry.country = found.district, found.town, found.country
    keep_all([entry])


def keep_all(entries: list[PostcodeEntry]) -> None:
    """Insert or replace rows."""
    PostcodeEntry.objects.bulk_create(
        entries, update_conflicts=True, unique_fields=["postcode"], update_fields=KEPT_FIELDS
    )


def _begins(prefix: str) -> Q:
    """`postcode` begins with `prefix`, as a range that both databases answer from the key's index whatever the
    collation (letters, digits and one space only), and exactly."""
    return Q(postcode__gte=prefix, postcode__lte=f"{prefix}ZZZZZZZZ", postcode__startswith=prefix)
