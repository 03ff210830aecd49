"""Reads of staff members."""

from __future__ import annotations

from uuid import UUID

from django.db.models import F, Q, QuerySet

from almanac.kit.actor import Actor
from almanac.kit.errors import NotFound
from almanac.kit.sorting import Sorting
from almanac.people.models import StaffMember
from almanac.people.permissions import staff_visible_to

STAFF = Sorting({"name": "name", "business": "business_name", "added": "created_at"}, standard="name")
STATES = ("active", "archived", "all")


def staff_cards(business_id: UUID | None) -> QuerySet[StaffMember]:
    """Staff members whom anybody may choose from, of one business or of all."""
    rows = StaffMember.objects.filter(is_bookable=True, archived_at=None)
    return rows if business_id is None else rows.filter(business_id=business_id)


def staff_records(actor: Actor, *, text: str = "", business: str = "", state: str = "active") -> QuerySet[StaffMember]:
    """Whole records of those the actor may see: two SQL queries for any number. STAFF says how they may be sorted.

    Narrowed to part of a name or title, to a business (its slug), and to those who are active or archived.
    """
    rows = staff_visible_to(actor).annotate(business_name=F("business__name"))
    if text:
        rows = rows.filter(Q(name__icontains=text) | Q(slug__icontains=text) | Q(user__email__icontains=text))
    if business:
        rows = rows.filter(business__slug=business)
    if state == "active":
        rows = rows.filter(archived_at=None)
    elif state == "archived":
        rows = rows.exclude(archived_at=None)
    return rows.select_related("business", "location", "user").prefetch_related("expertise")


def staff_record(actor: Actor, staff_id: UUID) -> StaffMember:
    """One whole record. Raises NotFound, also for somebody the actor may not see."""
    found = staff_records(actor, state="all").filter(pk=staff_id).first()
    if found is None:
        raise NotFound
    return found
