"""Absences: asked for, granted or refused, taken back. Only granted time off closes the calendar."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from django.db import transaction

from almanac.kit import clock
from almanac.kit.actor import Actor
from almanac.kit.errors import Conflict, InvalidInput, NotAllowed, NotFound
from almanac.outbox.actions import emit
from almanac.scheduling.actions.hours import lock_to_change, tell_changed
from almanac.scheduling.errors import AnsweredAlready
from almanac.scheduling.events import TimeOffAnswered, TimeOffRequested, TimeOffWithdrawn
from almanac.scheduling.models import TimeOff
from almanac.scheduling.permissions import can_answer_time_off, time_off_visible_to
from almanac.scheduling.queries import tried
from almanac.scheduling.queries.simulator import check_shown
from almanac.scheduling.queries.time_off import has_to_wait
from almanac.scheduling.queries.tried import Shown

State = TimeOff.State


def add_time_off(
    *,
    actor: Actor,
    staff_id: UUID,
    starts_at: datetime,
    ends_at: datetime,
    now: datetime,
    reason: str = "",
    shown: Shown | None = None,
) -> TimeOff:
    """An absence. A manager's or administrator's entry is granted at once, a staff member's own waits for their word
    where the business wants that (`TimeOffPolicy`). Appointments within it stay and are for people to solve; `shown` is
    what the caller was told breaks, and counts where it is granted at once.

    Raises NotFound, NotAllowed, InvalidInput, BookingsChanged.
    """
    if starts_at >= ends_at:
        raise InvalidInput(fields={"ends_at": ["The end comes after the start."]})
    with transaction.atomic():
        business_id = lock_to_change(actor, staff_id)
        waits = has_to_wait(actor, staff_id, business_id)
        if not waits:
            check_shown(actor, tried.time_off(staff_id, starts_at, ends_at), shown, now=now)
        absence = TimeOff.objects.create(
            staff_member_id=staff_id,
            off_from=clock.epoch(starts_at),
            off_until=clock.epoch(ends_at),
            reason=reason.strip(),
            state=State.REQUESTED if waits else State.GRANTED,
            created_at=now,
        )
        if waits:
            asked = TimeOffRequested(time_off_id=absence.pk, business_id=business_id, staff_id=staff_id)
            emit(asked, actor=actor, at=now)
        else:
            tell_changed(actor, business_id, staff_id, "time_off", now)
    return absence


def answer_time_off(
    *,
    actor: Actor,
    time_off_id: UUID,
    granted: bool,
    answer: str,
    seen: int | None,
    now: datetime,
    shown: Shown | None = None,
) -> TimeOff:
    """Grant or refuse what was asked for, with a word. Under the lock: who books at this moment sees it closed or open.

    `seen` is the revision the caller has read, `shown` what they were told breaks when it is granted. Raises NotFound,
    NotAllowed, AnsweredAlready, Conflict, BookingsChanged.
    """
    staff_id = _staff_of(actor, time_off_id)
    if not can_answer_time_off(actor, staff_id):
        raise NotAllowed
    with transaction.atomic():
        business_id = lock_to_change(actor, staff_id)
        absence = TimeOff.objects.select_for_update().get(pk=time_off_id)
        if absence.state != State.REQUESTED:
            raise AnsweredAlready(state=absence.state)
        if seen is not None and seen != absence.revision:
            raise Conflict
        if granted:
            check_shown(actor, tried.time_off(staff_id, absence.starts_at, absence.ends_at), shown, now=now)
        absence.state = State.GRANTED if granted else State.REFUSED
        absence.answer, absence.answered_at, absence.answered_by_id = answer.strip(), now, actor.user_id
        absence.revision += 1
        absence.save()
        told = TimeOffAnswered(time_off_id=absence.pk, business_id=business_id, staff_id=staff_id, granted=granted)
        emit(told, actor=actor, at=now)
        if granted:
            tell_changed(actor, business_id, staff_id, "time_off", now)
    return absence


def drop_time_off(*, actor: Actor, time_off_id: UUID, now: datetime) -> None:
    """The absence is off, asked for or granted: by the person, or whoever may answer it. Raises NotFound, NotAllowed."""
    staff_id = _staff_of(actor, time_off_id)
    with transaction.atomic():
        business_id = lock_to_change(actor, staff_id)
        absence = TimeOff.objects.select_for_update().get(pk=time_off_id)
        if absence.state == State.WITHDRAWN:  # taken back by somebody else while this waited
            raise NotFound
        was_closed = absence.state == State.GRANTED
        absence.state = State.WITHDRAWN
        absence.revision += 1
        absence.save(update_fields=["state", "revision"])
        gone = TimeOffWithdrawn(time_off_id=absence.pk, business_id=business_id, staff_id=staff_id)
        emit(gone, actor=actor, at=now)
        if was_closed:
            tell_changed(actor, business_id, staff_id, "time_off", now)


def _staff_of(actor: Actor, time_off_id: UUID) -> UUID:
    """Whose absence it is. Raises NotFound, also for one the actor may not know of."""
    staff_id = time_off_visible_to(actor).filter(pk=time_off_id).values_list("staff_member", flat=True).first()
    if staff_id is None:
        raise NotFound
    return staff_id
