"""Staff members' records: added, changed, pictured, archived and brought back."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import transaction
from django.utils.text import slugify

from almanac.business.models import Business, Location
from almanac.files.actions import keep_picture, store_picture
from almanac.files.pictures import redrawn
from almanac.files.queries import address_of
from almanac.kit.actor import Actor
from almanac.kit.errors import Conflict, InvalidInput, NotAllowed, NotFound
from almanac.outbox.actions import emit
from almanac.people.actions.showcase import known_expertise, languages_of_codes
from almanac.people.events import (
    StaffAdded,
    StaffArchived,
    StaffChanged,
    StaffFacts,
    StaffPhotoChanged,
    StaffRestored,
)
from almanac.people.models import Expertise, StaffMember
from almanac.people.permissions import (
    can_add_staff,
    can_edit_staff,
    can_feature_staff,
    can_keep_staff,
    staff_visible_to,
)

LONGEST_SLUG = 60
TOLD = ("name", "title", "biography")  # personal: before and after stand in the erasable column


@dataclass(frozen=True, slots=True)
class StaffWish:
    """A record as it is to be; `is_featured` None leaves that as it is."""

    name: str
    title: Mapping[str, str]
    biography: Mapping[str, str]
    zone: str
    location_id: UUID | None
    is_bookable: bool
    languages: Collection[str]
    expertise: Collection[str]
    is_featured: bool | None = None


def add_staff(*, actor: Actor, business_slug: str, name: str, now: datetime) -> StaffMember:
    """A new staff member of a business, without hours or services yet, and so not bookable until somebody says so.

    Raises NotAllowed, InvalidInput (no such business).
    """
    business = Business.objects.filter(slug=business_slug, archived_at=None).first()
    if business is None:
        raise InvalidInput(fields={"business": ["Choose one of the businesses."]})
    if not can_add_staff(actor, business.pk):
        raise NotAllowed
    with transaction.atomic():
        Business.objects.select_for_update().get(pk=business.pk)  # two people of one name: one slug after the other
        staff = StaffMember.objects.create(
            business=business, name=name, slug=free_slug(business, name), zone=business.zone, is_bookable=False
        )
        emit(StaffAdded(staff_id=staff.pk, business_id=business.pk), actor=actor, at=now)
    return staff


def change_staff(*, actor: Actor, staff_id: UUID, wish: StaffWish, revision: int | None, now: datetime) -> StaffMember:
    """Replace a record. Raises NotFound, NotAllowed, InvalidInput, Conflict."""
    with transaction.atomic():
        staff = _locked(actor, staff_id, revision)
        if not can_keep_staff(actor, staff.pk):
            raise NotAllowed
        if wish.is_featured not in (None, staff.is_featured) and not can_feature_staff(actor):
            raise NotAllowed
        location = _location(staff, wish.location_id)
        known = known_expertise(staff, wish.expertise)
        facts, told = _facts(staff, list(staff.expertise.all())), _told(staff)
        staff.name, staff.title, staff.biography = wish.name, dict(wish.title), dict(wish.biography)
        staff.zone, staff.location, staff.is_bookable = wish.zone, location, wish.is_bookable
        staff.languages = languages_of_codes(wish.languages)
        staff.is_featured = staff.is_featured if wish.is_featured is None else wish.is_featured
        staff.expertise.set(known)
        _save(staff, actor=actor, facts=facts, after=_facts(staff, known), told=told, now=now)
    return staff


def change_biography(
    *, actor: Actor, staff_id: UUID, biography: Mapping[str, str], revision: int | None, now: datetime
) -> StaffMember:
    """What is told about somebody, by themselves or by whoever looks after them.

    Raises NotFound, NotAllowed, Conflict.
    """
    with transaction.atomic():
        staff = _locked(actor, staff_id, revision)
        if not can_edit_staff(actor, staff.pk):
            raise NotAllowed
        facts, told = _facts(staff, list(staff.expertise.all())), _told(staff)
        staff.biography = dict(biography)
        _save(staff, actor=actor, facts=facts, after=facts, told=told, now=now)
    return staff


def set_photo(*, actor: Actor, staff_id: UUID, content: bytes | None, now: datetime) -> StaffMember:
    """Another photo, or none. It is drawn anew and stored before anything is locked.

    Raises NotFound, NotAllowed, PictureTooLarge, PictureUnreadable.
    """
    seen = staff_visible_to(actor).filter(pk=staff_id).first()
    if seen is None:
        raise NotFound
    if not can_edit_staff(actor, seen.pk):
        raise NotAllowed
    asset = None if content is None else store_picture(redrawn(content), now=now)
    with transaction.atomic():
        staff = _locked(actor, staff_id, None)
        if asset is not None:
            keep_picture(actor=actor, asset=asset, now=now)
        staff.photo_url = "" if asset is None else address_of(asset)
        staff.revision += 1
        staff.save(update_fields=["photo_url", "revision"])
        event = StaffPhotoChanged(staff_id=staff.pk, business_id=staff.business_id, has_photo=asset is not None)
        emit(event, actor=actor, at=now)
    return staff


def archive_staff(*, actor: Actor, staff_id: UUID, revision: int | None, now: datetime) -> StaffMember:
    """Nobody can book them from now on; visits already booked stay and want looking after.

    Raises NotFound, NotAllowed, Conflict.
    """
    return _put_away(actor, staff_id, revision, archived_at=now, now=now)


def restore_staff(*, actor: Actor, staff_id: UUID, revision: int | None, now: datetime) -> StaffMember:
    """Back to work. Raises NotFound, NotAllowed, Conflict."""
    return _put_away(actor, staff_id, revision, archived_at=None, now=now)


def _put_away(
    actor: Actor, staff_id: UUID, revision: int | None, *, archived_at: datetime | None, now: datetime
) -> StaffMember:
    with transaction.atomic():
        staff = _locked(actor, staff_id, revision)
        if not can_keep_staff(actor, staff.pk):
            raise NotAllowed
        if (staff.archived_at is None) == (archived_at is None):
            return staff  # as it was wanted already
        staff.archived_at = archived_at
        staff.revision += 1
        staff.save(update_fields=["archived_at", "revision"])
        kind = StaffRestored if archived_at is None else StaffArchived
        emit(kind(staff_id=staff.pk, business_id=staff.business_id), actor=actor, at=now)
    return staff


def _locked(actor: Actor, staff_id: UUID, revision: int | None) -> StaffMember:
    staff = staff_visible_to(actor).select_for_update().filter(pk=staff_id).first()
    if staff is None:
        raise NotFound
    if revision is not None and revision != staff.revision:
        raise Conflict
    return staff


def _save(
    staff: StaffMember, *, actor: Actor, facts: StaffFacts, after: StaffFacts, told: dict[str, Any], now: datetime
) -> None:
    """Save under a new revision and write down what changed; nothing to change is no change."""
    new = _told(staff)
    changed = [name for name in TOLD if new[name] != told[name]]
    if facts == after and not changed:
        return
    staff.revision += 1
    staff.save()
    event = StaffChanged(staff_id=staff.pk, business_id=staff.business_id, fields=changed, before=facts, after=after)
    personal = {"before": {name: told[name] for name in changed}, "after": {name: new[name] for name in changed}}
    emit(event, actor=actor, at=now, personal=personal if changed else None)


def _told(staff: StaffMember) -> dict[str, Any]:
    return {name: getattr(staff, name) for name in TOLD}


def _facts(staff: StaffMember, expertise: Collection[Expertise]) -> StaffFacts:
    return StaffFacts(
        zone=staff.zone,
        location_id=staff.location_id,
        is_bookable=staff.is_bookable,
        is_featured=staff.is_featured,
        languages=list(staff.languages),
        expertise=sorted(known.slug for known in expertise),
    )


def _location(staff: StaffMember, location_id: UUID | None) -> Location | None:
    if location_id is None:
        return None
    found = Location.objects.filter(pk=location_id, business_id=staff.business_id).first()
    if found is None or (found.archived_at and found.pk != staff.location_id):
        raise InvalidInput(fields={"location_id": ["Choose a place of this business."]})
    return found


def free_slug(business: Business, name: str) -> str:
    """The name in an address: letters of other alphabets leave nothing over, then it is `person`."""
    base = slugify(name)[:LONGEST_SLUG] or "person"
    taken = set(StaffMember.objects.filter(business=business, slug__startswith=base).values_list("slug", flat=True))
    number = 1
    while (slug := base if number == 1 else f"{base}-{number}") in taken:
        number += 1
    return slug
