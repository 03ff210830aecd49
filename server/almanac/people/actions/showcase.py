"""What visitors find a staff member by: languages, expertise, and whether they go first."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime
from uuid import UUID

from django.db import transaction

from almanac.kit.actor import Actor
from almanac.kit.errors import Conflict, InvalidInput, NotAllowed, NotFound
from almanac.outbox.actions import emit
from almanac.people.events import ShowcaseChanged, ShowcaseFacts
from almanac.people.languages import checked_languages
from almanac.people.models import Expertise, StaffMember
from almanac.people.permissions import can_edit_staff, can_feature_staff, staff_visible_to


def change_showcase(
    *,
    actor: Actor,
    staff_id: UUID,
    languages: Collection[str],
    expertise: Collection[str],
    is_featured: bool | None,
    revision: int | None,
    now: datetime,
) -> StaffMember:
    """Replace the languages (codes) and the expertise (slugs) of a staff member; `is_featured` None leaves that as it is.

    Raises NotFound (not theirs to see), NotAllowed, InvalidInput, Conflict (`revision` is not the stored one).
    """
    with transaction.atomic():
        staff = staff_visible_to(actor).select_for_update().filter(pk=staff_id).first()
        if staff is None:
            raise NotFound
        if not can_edit_staff(actor, staff.pk):
            raise NotAllowed
        if revision is not None and revision != staff.revision:
            raise Conflict
        known = known_expertise(staff, expertise)
        before = _facts(staff)
        if is_featured is not None and is_featured != staff.is_featured:
            if not can_feature_staff(actor):
                raise NotAllowed
            staff.is_featured = is_featured
        staff.languages = languages_of_codes(languages)
        staff.expertise.set(known)
        after = _facts(staff)
        if after != before:
            staff.revision += 1
            emit(ShowcaseChanged(staff_id=staff.pk, before=before, after=after), actor=actor, at=now)
        staff.save(update_fields=["languages", "is_featured", "revision"])
    return staff


def languages_of_codes(codes: Collection[str]) -> list[str]:
    """The codes once each. Raises InvalidInput."""
    try:
        return checked_languages(codes)
    except ValueError as error:
        raise InvalidInput(fields={"languages": [str(error)]}) from error


def known_expertise(staff: StaffMember, slugs: Collection[str]) -> list[Expertise]:
    """What people of the same business know well, by slug. Raises InvalidInput."""
    wanted = set(slugs)
    known = list(Expertise.objects.filter(business_id=staff.business_id, archived_at=None, slug__in=wanted))
    if len(known) < len(wanted):
        raise InvalidInput(fields={"expertise": ["At least one of these is not known here."]})
    return known


def _facts(staff: StaffMember) -> ShowcaseFacts:
    slugs = list(staff.expertise.order_by("slug").values_list("slug", flat=True))
    return ShowcaseFacts(languages=list(staff.languages), expertise=slugs, is_featured=staff.is_featured)
