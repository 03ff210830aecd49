"""Reads of places: where a postcode lies, addresses as they are typed, who comes there, and the public map of where we come
at all."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime
from math import ceil
from uuid import UUID

import structlog
from django.db import connection

from almanac.business.models import Location
from almanac.business.permissions import can_see_settings
from almanac.business.queries import by_slug
from almanac.engine.problem import Place, ServiceArea
from almanac.engine.travel import serves
from almanac.kit.actor import Actor
from almanac.kit.errors import NotAllowed
from almanac.people.models import StaffMember
from almanac.people.permissions import can_edit_staff
from almanac.places import postcode as text
from almanac.places.errors import (
    AddressLookupDown,
    AddressUnknown,
    NoPostcodeNear,
    PostcodeLookupDown,
    PostcodeMalformed,
    PostcodeUnknown,
)
from almanac.places.models import Area
from almanac.places.providers import chosen, directory, resting
from almanac.places.providers.base import (
    REQUEST_REFUSED,
    AddressFound,
    AddressSuggestion,
    Located,
    ProviderDown,
)
from almanac.places.providers.directory_addresses import DirectoryAddresses

log = structlog.get_logger(__name__)
SUGGESTIONS = 8
DIRECTORY = "directory"
SHORTEST_ADDRESS = 3  # fewer letters fit every street
MAP_DECIMALS = 2  # about a kilometre: the map tells where we come, not where staff live
MAP_RADIUS_STEP_M = 500


@dataclass(frozen=True, slots=True)
class Circle:
    """One circle of the public map; several people's same circle is one."""

    centre: Place
    radius_m: int


@dataclass(frozen=True, slots=True)
class AddressSuggestions:
    """What an address being typed may become, and who says so: a company's name or "directory"."""

    found: list[AddressSuggestion]
    source: str


def locate(typed: str, *, now: datetime) -> Located:
    """Where the postcode somebody typed lies. At most two SQL queries when the directory knows.

    The directory comes first; what it does not know for sure is asked of the chosen company, and its answer kept. While
    the company is down, and inside a transaction (no network there), the directory answers as well as it can.
    Raises PostcodeMalformed, PostcodeUnknown, PostcodeLookupDown.
    """
    postcode = text.parse(typed)
    found = _located(postcode, now)
    if found is None:
        raise PostcodeUnknown(postcode=postcode)
    return found


def locate_point(place: Place) -> Located:
    """A point on the map, called by the nearest postcode of the directory. Raises NoPostcodeNear."""
    found = directory.nearest(place)
    if found is None:
        raise NoPostcodeNear
    return found


def suggestions(prefix: str) -> list[Located]:
    """Up to eight postcodes that begin like what was typed; none for what cannot begin one."""
    found: dict[str, Located] = {}
    for written in text.prefixes(prefix):
        for one in _suggested(written):
            found.setdefault(one.postcode, one)
    return sorted(found.values(), key=lambda one: one.postcode)[:SUGGESTIONS]


def address_suggestions(typed: str, *, near: str, session: str, now: datetime) -> AddressSuggestions:
    """Addresses that go on as typed; around the postcode `near` where one was settled before, "" without one.

    The chosen company is asked; while it fails, and inside a transaction (no network there), the directory answers, which
    knows postcodes alone. Never fails: an address can be typed in without us.
    """
    company = chosen.address_company()
    middle = _middle(near, now)
    if company is not None and _may_be_asked(company[1]):
        provider, name = company
        if len(typed.strip()) < SHORTEST_ADDRESS:
            return AddressSuggestions([], name)
        try:
            found = provider.suggest(typed.strip(), near=middle, session=session)
        except ProviderDown as down:
            _tell_down(name, down)
        else:
            return AddressSuggestions([_named(name, one) for one in found], name)
    known = [] if near else _directory_addresses(now).suggest(typed, near=None, session=session)
    return AddressSuggestions([_named(DIRECTORY, one) for one in known], DIRECTORY)


def address_detail(suggestion_id: str, *, session: str, now: datetime) -> AddressFound:
    """The address of a suggestion. Raises AddressUnknown, AddressLookupDown."""
    source, _, id = suggestion_id.partition(":")
    if source == DIRECTORY:
        found = _directory_addresses(now).detail(id, session=session)
    else:
        company = chosen.address_company()
        if company is None or company[1] != source:
            raise AddressUnknown
        if not _may_be_asked(source):
            raise AddressLookupDown
        try:
            found = company[0].detail(id, session=session)
        except ProviderDown as down:
            _tell_down(source, down)
            raise AddressUnknown if down.why == REQUEST_REFUSED else AddressLookupDown from None
    if found is None:
        raise AddressUnknown
    return found


def covering_staff(
    place: Place, staff_ids: Iterable[UUID] | None = None, business_id: UUID | None = None
) -> list[UUID]:
    """Bookable staff members who come to the place (who has no areas comes to nobody), in key order. One SQL query."""
    rows = StaffMember.objects.filter(archived_at=None, is_bookable=True)
    if staff_ids is not None:
        rows = rows.filter(pk__in=staff_ids)
    if business_id is not None:
        rows = rows.filter(business_id=business_id)
    found = rows.order_by("pk").values_list("pk", "areas__latitude", "areas__longitude", "areas__radius_m")
    return [staff_id for staff_id, areas in _grouped(found).items() if areas and serves(place, areas)]


def areas_of(staff_ids: Iterable[UUID]) -> dict[UUID, tuple[ServiceArea, ...]]:
    """The areas of each of these staff members, an empty tuple where there are none. One SQL query."""
    asked = list(staff_ids)
    rows = Area.objects.filter(staff_member__in=asked).order_by("pk")
    found = _grouped(rows.values_list("staff_member", "latitude", "longitude", "radius_m"))
    return {staff_id: found.get(staff_id, ()) for staff_id in asked}


def coverage_map(business_id: UUID) -> list[Circle]:
    """Where bookable staff of a business come, coarse enough that nobody's home can be told. One SQL query."""
    rows = Area.objects.filter(
        staff_member__business=business_id, staff_member__archived_at=None, staff_member__is_bookable=True
    ).values_list("latitude", "longitude", "radius_m")
    return sorted({_coarse(*row) for row in rows}, key=lambda circle: (circle.centre, circle.radius_m))


def areas_for_editing(actor: Actor, staff_id: UUID) -> list[Area]:
    """A staff member's areas for those who may change them. Raises NotAllowed."""
    if not can_edit_staff(actor, staff_id):
        raise NotAllowed
    return list(Area.objects.filter(staff_member=staff_id).order_by("pk"))


def locations_for_editing(actor: Actor, slug: str) -> list[Location]:
    """All places of a business, archived ones last. Two SQL queries. Raises NotAllowed, NotFound."""
    if not can_see_settings(actor):
        raise NotAllowed
    rows = Location.objects.filter(business=by_slug(slug)).order_by("created_at", "pk")
    return sorted(rows, key=lambda row: row.archived_at is not None)


def _located(postcode: str, now: datetime) -> Located | None:
    entry = directory.entry_of(postcode)
    company = chosen.company()
    if company is None or connection.in_atomic_block or (entry and not directory.is_stale(entry, now)):
        return directory.answer(postcode, entry)
    provider, source = company
    try:
        found = provider.locate(postcode)
    except ProviderDown as down:
        log.warning("postcode provider down", provider=source.value, why=str(down))
        return _without_company(postcode, directory.located(entry) if entry else None)
    directory.keep(postcode, found, source=source, now=now)
    return found


def _without_company(postcode: str, known: Located | None) -> Located:
    found = known or directory.by_sector(postcode)
    if found is None:
        raise PostcodeLookupDown
    return found


def _suggested(prefix: str) -> list[Located]:
    company = chosen.company()
    if company is not None and not connection.in_atomic_block:
        try:
            return company[0].suggest(prefix, SUGGESTIONS)
        except ProviderDown as down:
            log.warning("postcode provider down", provider=company[1].value, why=str(down))
    return directory.Directory().suggest(prefix, SUGGESTIONS)


def _may_be_asked(company: str) -> bool:
    """Not inside a transaction, and not while it rests."""
    return not connection.in_atomic_block and not resting.is_resting(company)


def _tell_down(name: str, down: ProviderDown) -> None:
    log.warning("address provider down", provider=name, why=str(down), rests=resting.failed(name, down))


def _directory_addresses(now: datetime) -> DirectoryAddresses:
    return DirectoryAddresses(suggestions, lambda postcode: _known(postcode, now))


def _known(postcode: str, now: datetime) -> Located | None:
    try:
        return locate(postcode, now=now)
    except (PostcodeMalformed, PostcodeUnknown, PostcodeLookupDown):
        return None


def _middle(postcode: str, now: datetime) -> Place | None:
    found = _known(postcode, now) if postcode else None
    return found.place if found else None


def _named(source: str, one: AddressSuggestion) -> AddressSuggestion:
    return replace(one, id=f"{source}:{one.id}")


def _grouped(
    rows: Iterable[tuple[UUID, float | None, float | None, int | None]],
) -> dict[UUID, tuple[ServiceArea, ...]]:
    """Staff id -> areas; a row without a radius is somebody without areas."""
    found: dict[UUID, list[ServiceArea]] = {}
    for staff_id, latitude, longitude, radius_m in rows:
        areas = found.setdefault(staff_id, [])
        if latitude is not None and longitude is not None and radius_m is not None:
            areas.append(ServiceArea(centre=Place(latitude, longitude), radius_m=radius_m))
    return {staff_id: tuple(areas) for staff_id, areas in found.items()}


def _coarse(latitude: float, longitude: float, radius_m: int) -> Circle:
    centre = Place(round(latitude, MAP_DECIMALS), round(longitude, MAP_DECIMALS))
    return Circle(centre=centre, radius_m=ceil(radius_m / MAP_RADIUS_STEP_M) * MAP_RADIUS_STEP_M)
