"""Who sees and changes appointments and staff members' time."""

from __future__ import annotations

from datetime import datetime, timedelta
from uuid import UUID

from django.db.models import Q, QuerySet

from almanac.kit.actor import Actor, Role, ScopeAction
from almanac.people.models import StaffMember
from almanac.people.permissions import can_edit_staff
from almanac.scheduling.models import Appointment, TimeOff

UNDONE_WITHIN = timedelta(hours=24)  # of being called off a visit may stand again
NOTES_BEFORE, NOTES_AFTER = timedelta(hours=24), timedelta(hours=12)
OPEN = (Appointment.State.PENDING, Appointment.State.CONFIRMED)
BEGUN = (Appointment.State.CONFIRMED, Appointment.State.COMPLETED, Appointment.State.NO_SHOW)


def visible_to(actor: Actor) -> QuerySet[Appointment]:
    """Administrators see all, managers those of staff in scope, staff members and customers their own, others none."""
    if actor.is_admin:
        return Appointment.objects.all()
    seen = Q(pk__in=())
    if actor.customer_id:
        seen |= Q(customer=actor.customer_id)
    if actor.staff_id:
        seen |= Q(staff_member=actor.staff_id)
    if managed := actor.managed_staff(ScopeAction.APPOINTMENTS):
        seen |= Q(staff_member__in=managed)
    return Appointment.objects.filter(seen)


def calendars_visible_to(actor: Actor) -> QuerySet[StaffMember]:
    """Whose calendar the actor may look into: administrators all, managers those in scope, staff members their own."""
    current = StaffMember.objects.filter(archived_at=None)
    if actor.is_admin:
        return current
    ids = {actor.staff_id} if actor.role is Role.STAFF and actor.staff_id else set()
    if actor.role is Role.MANAGER and ScopeAction.APPOINTMENTS in actor.scope.actions:
        ids |= actor.scope.staff_ids
    return current.filter(pk__in=ids)


def works_on(actor: Actor, appointment: Appointment) -> bool:
    """Whether the actor is of the team and this appointment is theirs to look after."""
    is_own = actor.role is Role.STAFF and actor.staff_id == appointment.staff_member_id
    return is_own or actor.manages(appointment.staff_member_id, ScopeAction.APPOINTMENTS)


def is_ahead(appointment: Appointment, now: datetime) -> bool:
    """Whether it still stands and has not begun; what is over nobody moves or calls off."""
    return appointment.state in OPEN and now < appointment.starts_at


def can_change(actor: Actor, appointment: Appointment, now: datetime) -> bool:
    """Those who look after it may move it or call it off until the start.

    Whether its customer may is booking's to say, which knows the policy as sold.
    """
    return is_ahead(appointment, now) and works_on(actor, appointment)


def sees_access_notes(actor: Actor, appointment: Appointment, now: datetime) -> bool:
    """How to get into a home is for those who go there, from a day before the visit until twelve hours after."""
    if appointment.state != Appointment.State.CONFIRMED or not works_on(actor, appointment):
        return False
    return appointment.starts_at - NOTES_BEFORE <= now < appointment.ends_at + NOTES_AFTER


def can_confirm(actor: Actor, appointment: Appointment) -> bool:
    """What waits for its money is not the team's to promise."""
    waits = appointment.state == Appointment.State.PENDING and not appointment.awaits_payment
    return waits and works_on(actor, appointment)


def can_decline(actor: Actor, appointment: Appointment) -> bool:
    return can_confirm(actor, appointment)


def can_complete(actor: Actor, appointment: Appointment, now: datetime) -> bool:
    """From the start on; a visit that lies ahead cannot be over."""
    is_due = appointment.state == Appointment.State.CONFIRMED and now >= appointment.starts_at
    return is_due and works_on(actor, appointment)


def can_mark_no_show(actor: Actor, appointment: Appointment, now: datetime) -> bool:
    return can_complete(actor, appointment, now)


def can_undo_no_show(actor: Actor, appointment: Appointment) -> bool:
    """Whether money moved meanwhile is booking's to know."""
    return appointment.state == Appointment.State.NO_SHOW and works_on(actor, appointment)


def can_restore(actor: Actor, appointment: Appointment, now: datetime) -> bool:
    """Undo that it was called off, for a day. Whether money or its time stand against it is booking's to know."""
    at = appointment.cancelled_at
    is_fresh = at is not None and now - at < UNDONE_WITHIN and now < appointment.starts_at
    by_somebody = appointment.cancelled_by in (Appointment.Party.STAFF, Appointment.Party.CUSTOMER)
    return is_fresh and by_somebody and works_on(actor, appointment)


def can_undo_move(actor: Actor, appointment: Appointment, now: datetime) -> bool:
    """Put it back where it was before it was moved, for a day. Whether its time there is still free is booking's to know."""
    at = appointment.moved_at
    return at is not None and now - at < UNDONE_WITHIN and can_change(actor, appointment, now)


def can_mark_not_served(actor: Actor, appointment: Appointment, now: datetime) -> bool:
    return was_to_be(appointment, now) and works_on(actor, appointment)


def was_to_be(appointment: Appointment, now: datetime) -> bool:
    """Whether it stood when it began, whatever was said of it since."""
    return appointment.state in BEGUN and now >= appointment.starts_at


def can_give_to(actor: Actor, staff_id: UUID) -> bool:
    """Put a visit into this person's calendar: they themselves, a manager allowed to, an administrator."""
    is_own = actor.role is Role.STAFF and actor.staff_id == staff_id
    return is_own or actor.manages(staff_id, ScopeAction.APPOINTMENTS)


def can_change_hours(actor: Actor, staff_id: UUID) -> bool:
    """Weekly hours, overrides, time off and own busy blocks: the person, a manager allowed to, an administrator."""
    return can_edit_staff(actor, staff_id)


def can_answer_time_off(actor: Actor, staff_id: UUID) -> bool:
    """Grant or refuse an absence: a manager who may change the staff in scope, an administrator."""
    return actor.manages(staff_id, ScopeAction.STAFF)


def time_off_visible_to(actor: Actor) -> QuerySet[TimeOff]:
    """Administrators see everybody's, managers who may answer those of staff in scope, staff members their own."""
    if actor.is_admin:
        return TimeOff.objects.all()
    ids = {actor.staff_id} if actor.staff_id else set()
    if actor.role is Role.MANAGER and ScopeAction.STAFF in actor.scope.actions:
        ids |= actor.scope.staff_ids
    return TimeOff.objects.filter(staff_member__in=ids)


def can_edit_holidays(actor: Actor) -> bool:
    """A holiday closes everybody's calendar, so it is the administrators' to set."""
    return actor.is_admin


def can_ask_why_not(actor: Actor, staff_id: UUID) -> bool:
    """Reasons tell who is booked when, so they are for those who see that calendar anyway."""
    return actor.staff_id == staff_id or actor.manages(staff_id, ScopeAction.APPOINTMENTS)


def can_have_feed(actor: Actor) -> bool:
    """Somebody with appointments of their own; the others look after other people's, in the calendar."""
    return actor.customer_id is not None or actor.staff_id is not None
