"""Writes of places: addresses of customers, areas of staff members, and filling the postcode directory."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from itertools import islice
from typing import Any
from uuid import UUID

from django.db import transaction
from django.db.models import F

from almanac.business.actions.brand import can_be_called
from almanac.business.models import Business, Location
from almanac.business.permissions import can_change_settings
from almanac.business.queries import by_slug
from almanac.kit.actor import Actor
from almanac.kit.errors import Conflict, InvalidInput, NotAllowed, NotFound
from almanac.kit.text import one_line
from almanac.outbox.actions import emit
from almanac.people.permissions import can_edit_staff, staff_visible_to
from almanac.places.events import (
    AddressAdded,
    AddressArchived,
    AddressChanged,
    AreaAdded,
    AreaChanged,
    AreaRemoved,
    LocationChanged,
)
from almanac.places.models import RADIUS_MAX_M, RADIUS_MIN_M, Address, Area, PostcodeEntry
from almanac.places.postcode_files import BUILT_IN, Entry, read
from almanac.places.providers import directory
from almanac.places.providers.base import Located

BATCH = 5_000
MOST_AREAS = 50
LOCATION_FACTS = ("name", "address_line", "postcode", "zone", "phone")


@dataclass(frozen=True, slots=True)
class Imported:
    """How far an import has come: rows read of the file, postcodes stored, rows without use."""

    rows: int
    stored: int
    skipped: int


@dataclass(frozen=True, slots=True)
class LocationWish:
    """What a place of a business is to say, besides its postcode; `zone` is an IANA zone."""

    name: str
    address_line: str
    zone: str
    phone: str = ""


def add_address(
    *,
    actor: Actor,
    customer_id: UUID,
    line1: str,
    line2: str,
    city: str,
    located: Located,
    access_notes: str,
    is_first: bool = False,
    now: datetime,
) -> Address:
    """The customer's address as typed at a located postcode; one that is there already, but for its access notes, is
    used again (not looked for with `is_first`: the customer was made a moment ago). Who may book for this customer is
    the caller's to check.
    """
    written = {"line1": line1.strip(), "line2": line2.strip(), "city": city.strip(), "postcode": located.postcode}
    if not written["line1"]:
        raise InvalidInput(fields={"line1": ["Please tell us the house and street."]})
    with transaction.atomic(savepoint=False):
        theirs = Address.objects.filter(customer_id=customer_id, archived_at=None, **written)
        known = None if is_first else theirs.first()
        if known is not None:
            return _with_notes(known, access_notes.strip())
        address = Address.objects.create(
            customer_id=customer_id,
            latitude=located.place.latitude,
            longitude=located.place.longitude,
            access_notes=access_notes.strip(),
            **written,
        )
        emit(AddressAdded(address_id=address.id, customer_id=customer_id), actor=actor, at=now)
    return address


def change_address(*, actor: Actor, address: Address, changes: Mapping[str, Any], now: datetime) -> list[str]:
    """Write these columns of an address; tells which changed. In the caller's transaction, under its lock; whether a
    visit stands there, and who may, is the caller's to check."""
    changed = sorted(field for field, value in changes.items() if getattr(address, field) != value)
    if changed:
        for field in changed:
            setattr(address, field, changes[field])
        address.revision += 1
        address.save(update_fields=[*changed, "revision"])
        told = [field for field in changed if field not in ("latitude", "longitude")]
        event = AddressChanged(address_id=address.pk, customer_id=address.customer_id, fields=told)
        emit(event, actor=actor, at=now)
    return changed


def archive_address(*, actor: Actor, address: Address, now: datetime) -> None:
    """Put an address away; visits booked there stay there. In the caller's transaction."""
    address.archived_at, address.is_usual = now, False
    address.revision += 1
    address.save(update_fields=["archived_at", "is_usual", "revision"])
    emit(AddressArchived(address_id=address.pk, customer_id=address.customer_id), actor=actor, at=now)


def make_usual(*, actor: Actor, address: Address, now: datetime) -> None:
    """The address a customer is mostly visited at; another one is it no more. In the caller's transaction, with the
    customer's row locked."""
    others = Address.objects.filter(customer_id=address.customer_id, is_usual=True).exclude(pk=address.pk)
    others.update(is_usual=False, revision=F("revision") + 1)
    change_address(actor=actor, address=address, changes={"is_usual": True}, now=now)


def add_area(*, actor: Actor, staff_id: UUID, name: str, located: Located, radius_m: int, now: datetime) -> Area:
    """Let a staff member travel `radius_m` metres around a postcode. Raises NotFound, NotAllowed, InvalidInput."""
    staff = staff_visible_to(actor).filter(pk=staff_id).first()
    if staff is None:
        raise NotFound
    if not can_edit_staff(actor, staff_id):
        raise NotAllowed
    _check_radius(radius_m)
    with transaction.atomic():
        if Area.objects.filter(staff_member=staff).count() >= MOST_AREAS:
            raise InvalidInput(fields={"postcode": [f"There are {MOST_AREAS} areas already. Please remove one first."]})
        area = Area.objects.create(
            staff_member=staff,
            name=name.strip(),
            postcode=located.postcode,
            latitude=located.place.latitude,
            longitude=located.place.longitude,
            radius_m=radius_m,
        )
        added = AreaAdded(area_id=area.id, business_id=staff.business_id, staff_id=staff_id, radius_m=radius_m)
        emit(added, actor=actor, at=now)
    return area


def change_area(
    *, actor: Actor, area_id: UUID, name: str, located: Located, radius_m: int, seen: int | None, now: datetime
) -> Area:
    """Another name, middle or radius; appointments already made stay. `seen` is the revision the caller has read.

    What it breaks is asked one rung higher, which calls this. Raises NotFound, NotAllowed, InvalidInput, Conflict.
    """
    _check_radius(radius_m)
    with transaction.atomic():
        area = area_to_change(actor, area_id, for_update=True)
        if seen is not None and seen != area.revision:
            raise Conflict
        area.name, area.postcode, area.radius_m = name.strip(), located.postcode, radius_m
        area.latitude, area.longitude = located.place.latitude, located.place.longitude
        area.revision += 1
        area.save()
        staff = area.staff_member
        changed = AreaChanged(area_id=area_id, business_id=staff.business_id, staff_id=staff.pk, radius_m=radius_m)
        emit(changed, actor=actor, at=now)
    return area


def remove_area(*, actor: Actor, area_id: UUID, now: datetime) -> None:
    """Take an area away; appointments already made stay. Raises NotFound, NotAllowed."""
    area = area_to_change(actor, area_id)
    staff = area.staff_member
    with transaction.atomic():
        area.delete()
        removed = AreaRemoved(area_id=area_id, business_id=staff.business_id, staff_id=staff.pk)
        emit(removed, actor=actor, at=now)


def area_to_change(actor: Actor, area_id: UUID, *, for_update: bool = False) -> Area:
    """An area with whose it is. Raises NotFound, NotAllowed."""
    rows = Area.objects.select_related("staff_member").filter(staff_member__in=staff_visible_to(actor))
    area = (rows.select_for_update(of=("self",)) if for_update else rows).filter(pk=area_id).first()
    if area is None:
        raise NotFound
    if not can_edit_staff(actor, area.staff_member_id):
        raise NotAllowed
    return area


def save_location(
    *,
    actor: Actor,
    slug: str,
    location_id: UUID | None,
    wish: LocationWish,
    located: Located,
    revision: int | None,
    now: datetime,
) -> Location:
    """Write a place of a business (its slug), a new one without `location_id`; visits booked there are told its new
    address from their next letter on. Raises NotAllowed, NotFound, Conflict, InvalidInput.
    """
    if not can_change_settings(actor):
        raise NotAllowed
    with transaction.atomic():
        owner = by_slug(slug)
        location = Location(business=owner, revision=0) if location_id is None else _location(owner, location_id)
        before = {} if location_id is None else _location_facts(location)
        if location_id is not None and revision is not None and revision != location.revision:
            raise Conflict
        location.name, location.address_line = one_line(wish.name), one_line(wish.address_line)
        location.phone, location.zone = one_line(wish.phone), wish.zone
        location.postcode = located.postcode
        location.latitude, location.longitude = located.place.latitude, located.place.longitude
        faults = {name: ["Please fill this in."] for name in ("name", "address_line") if not getattr(location, name)}
        if location.phone and not can_be_called(location.phone):
            faults["phone"] = ["Please check this phone number."]
        if faults:
            raise InvalidInput(fields=faults)
        location.revision += 1
        location.save()
        _tell_location(location, "changed" if before else "added", before, actor=actor, now=now)
    return location


def archive_location(*, actor: Actor, slug: str, location_id: UUID, archived: bool, now: datetime) -> Location:
    """Put a place away, which is then offered no more while whoever is based there stays; or bring it back. Raises
    NotAllowed, NotFound."""
    if not can_change_settings(actor):
        raise NotAllowed
    with transaction.atomic():
        location = _location(by_slug(slug), location_id)
        if (location.archived_at is not None) != archived:
            location.archived_at = now if archived else None
            location.revision += 1
            location.save(update_fields=["archived_at", "revision"])
            _tell_location(location, "archived" if archived else "restored", None, actor=actor, now=now)
    return location


def import_sample(*, now: datetime) -> Imported:
    """Fill the directory with the built-in sample. Imported and asked-for postcodes stay as they are."""
    rows = [entry for entry in read(BUILT_IN, {}) if entry]
    stored = [_row(entry, PostcodeEntry.Source.BUILT_IN, now) for entry in rows]
    PostcodeEntry.objects.bulk_create(stored, ignore_conflicts=True)
    return Imported(rows=len(rows), stored=len(stored), skipped=0)


def import_postcodes(
    entries: Iterable[Entry | None], *, now: datetime, from_row: int = 0, told: Callable[[Imported], None]
) -> Imported:
    """Store a file's postcodes in batches, each its own transaction, calling `told` after each.

    Run again from any row: rows are inserted or replaced, so nothing is there twice. When all is in, the sample data
    goes, since exact postcodes and sectors' middles do not mix.
    """
    rows = islice(iter(entries), from_row, None)
    done = Imported(rows=from_row, stored=0, skipped=0)
    for batch in _batches(rows):
        good = {entry.postcode: _row(entry, PostcodeEntry.Source.IMPORT, now) for entry in batch if entry}
        directory.keep_all(list(good.values()))
        done = Imported(done.rows + len(batch), done.stored + len(good), done.skipped + len(batch) - len(good))
        told(done)
    if done.stored:
        PostcodeEntry.objects.filter(source=PostcodeEntry.Source.BUILT_IN).delete()
    return done


def _location(owner: Business, location_id: UUID) -> Location:
    found = Location.objects.select_for_update().filter(business=owner, pk=location_id).first()
    if found is None:
        raise NotFound
    return found


def _location_facts(location: Location) -> dict[str, object]:
    return {name: getattr(location, name) for name in LOCATION_FACTS}


def _tell_location(
    location: Location, what: str, before: Mapping[str, object] | None, *, actor: Actor, now: datetime
) -> None:
    """Write down what changed; without `before` only that it was put away or brought back."""
    facts = {} if before is None else _location_facts(location)
    after = {name: value for name, value in facts.items() if before is None or before.get(name) != value}
    if before is not None and not after:
        return
    was = {name: before[name] for name in after if name in before} if before else {}
    told = LocationChanged(
        business_id=location.business_id, location_id=location.pk, what=what, before=was, after=after
    )
    emit(told, actor=actor, at=now)


def _check_radius(radius_m: int) -> None:
    if not RADIUS_MIN_M <= radius_m <= RADIUS_MAX_M:
        raise InvalidInput(fields={"radius_m": ["Choose between 500 metres and 100 kilometres."]})


def _with_notes(address: Address, notes: str) -> Address:
    if notes and notes != address.access_notes:
        address.access_notes = notes
        address.revision += 1
        address.save(update_fields=["access_notes", "revision"])
    return address


def _batches(rows: Iterator[Entry | None]) -> Iterator[list[Entry | None]]:
    while batch := list(islice(rows, BATCH)):
        yield batch


def _row(entry: Entry, source: PostcodeEntry.Source, now: datetime) -> PostcodeEntry:
    return PostcodeEntry(
        postcode=entry.postcode,
        latitude=round(entry.place.latitude, 6),
        longitude=round(entry.place.longitude, 6),
        district=entry.district[:100],
        town=entry.town,
        country=entry.country,
        source=source,
        checked_at=now,
    )
