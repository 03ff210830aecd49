"""Reads of absences: one person's, and the list of those who answer them, with how many visits each would touch."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from django.db.models import Count, F, IntegerField, OuterRef, QuerySet, Subquery
from django.db.models.functions import Coalesce

from almanac.business.policies import TimeOffPolicy
from almanac.business.queries import policy
from almanac.kit.actor import Actor
from almanac.kit.sorting import Sorting
from almanac.scheduling.models import TimeOff
from almanac.scheduling.permissions import OPEN, can_answer_time_off, time_off_visible_to, visible_to

TIME_OFF = Sorting({"name": "by_name", "starts": "off_from", "asked": "created_at"}, standard="starts")


def time_off(actor: Actor, staff_id: UUID, *, start: int, end: int) -> QuerySet[TimeOff]:
    """Absences of one person that touch `[start, end)` (epoch seconds), those taken back left out. Who may read it is
    the caller's to check."""
    rows = TimeOff.objects.filter(staff_member=staff_id, off_from__lt=end, off_until__gt=start)
    return _with_names(rows.exclude(state=TimeOff.State.WITHDRAWN), actor).order_by("off_from", "pk")


def requests(
    actor: Actor, *, states: Sequence[str] = (), staff_ids: Sequence[UUID] = (), ending_after: int | None = None
) -> QuerySet[TimeOff]:
    """What the actor may know of, narrowed."""
    rows = time_off_visible_to(actor)
    if states:
        rows = rows.filter(state__in=states)
    if staff_ids:
        rows = rows.filter(staff_member__in=staff_ids)
    if ending_after is not None:
        rows = rows.filter(off_until__gt=ending_after)
    return _with_names(rows, actor).annotate(by_name=F("staff_member__name"))


def one(actor: Actor, time_off_id: UUID) -> TimeOff:
    """One that the actor may know of, with its names."""
    return _with_names(time_off_visible_to(actor), actor).get(pk=time_off_id)


def has_to_wait(actor: Actor, staff_id: UUID, business_id: UUID) -> bool:
    """Whether the actor's entry for this person waits for somebody's word."""
    return not can_answer_time_off(actor, staff_id) and policy(business_id, TimeOffPolicy).needs_approval


def _with_names(rows: QuerySet[TimeOff], actor: Actor) -> QuerySet[TimeOff]:
    """Together with names, and in `touched` how many visits the actor may see lie within it."""
    within = visible_to(actor).filter(
        staff_member=OuterRef("staff_member"),
        state__in=OPEN,
        claim__blocked_from__lt=OuterRef("off_until"),
        claim__blocked_until__gt=OuterRef("off_from"),
    )
    counted = within.order_by().values("staff_member").annotate(number=Count("pk")).values("number")
    named = rows.select_related("staff_member__business", "answered_by")
    return named.annotate(touched=Coalesce(Subquery(counted, output_field=IntegerField()), 0))
