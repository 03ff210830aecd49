"""Writes of places: addresses of customers, areas of staff members, and filling the postcode directory."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from itertools import islice
from uuid import UUID

from django.db import transaction

from almanac.kit.actor import Actor
from almanac.kit.errors import InvalidInput, NotAllowed, NotFound
from almanac.outbox.actions import emit
from almanac.people.permissions import can_edit_staff, staff_visible_to
from almanac.places.events import AddressAdded, AreaAdded, AreaRemoved
from almanac.places.models import RADIUS_MAX_M, RADIUS_MIN_M, Address, Area, PostcodeEntry
from almanac.places.postcode_files import BUILT_IN, Entry, read
from almanac.places.providers import directory
from almanac.places.providers.base import Located

BATCH = 5_000
MOST_AREAS = 50


@dataclass(frozen=True, slots=True)
class Imported:
    """How far an import has come: rows read of the file, postcodes stored, rows without use."""

    rows: int
    stored: int
    skipped: int


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


def add_area(*, actor: Actor, staff_id: UUID, name: str, located: Located, radius_m: int, now: datetime) -> Area:
    """Let a staff member travel `radius_m` metres around a postcode. Raises NotFound, NotAllowed, InvalidInput."""
    staff = staff_visible_to(actor).filter(pk=staff_id).first()
    if staff is None:
        raise NotFound
    if not can_edit_staff(actor, staff_id):
        raise NotAllowed
    if not RADIUS_MIN_M <= radius_m <= RADIUS_MAX_M:
        raise InvalidInput(fields={"radius_m": ["Choose between 500 metres and 100 kilometres."]})
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


def remove_area(*, actor: Actor, area_id: UUID, now: datetime) -> None:
    """Take an area away; appointments already made stay. Raises NotFound, NotAllowed."""
    area = (
        Area.objects.select_related("staff_member").filter(pk=area_id, staff_member__in=staff_visible_to(actor)).first()
    )
    if area is None:
        raise NotFound
    staff = area.staff_member
    if not can_edit_staff(actor, staff.pk):
        raise NotAllowed
    with transaction.atomic():
        area.delete()
        removed = AreaRemoved(area_id=area_id, business_id=staff.business_id, staff_id=staff.pk)
        emit(removed, actor=actor, at=now)


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
