"""What is told of visits: once per reason and person."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from uuid import UUID

from django.db import transaction

from almanac.notifications.actions.keeping import keep_letter
from almanac.notifications.letter_notes import Renewal
from almanac.notifications.letters import TO_CUSTOMER_ALONE, Before, Message, Reader, compose
from almanac.notifications.models import Delivery
from almanac.notifications.queries import telling
from almanac.notifications.queries.telling import DueReminder
from almanac.outbox.events import Fact
from almanac.people.models import StaffMember, User
from almanac.sales.models import Order, OrderLine
from almanac.sales.queries import order_of_appointment
from almanac.scheduling.models import Appointment

State = Appointment.State
STATES_TOLD = {
    Message.BOOKED: {State.CONFIRMED},
    Message.REQUESTED: {State.PENDING},
    Message.CHANGED: {State.PENDING, State.CONFIRMED},
    **{key: {State.CANCELLED} for key in (Message.CANCELLED, Message.DECLINED, Message.NOT_SERVED)},
    Message.REMINDER: {State.CONFIRMED},
    Message.MISSED: {State.NO_SHOW},
}


def announce(message: Message, fact: Fact, *, now: datetime) -> None:
    """Write down the messages that follow one fact about an appointment, to the customer and the staff member.

    Facts of one kind at one instant about one order are told together. What is no longer so is left to the message
    about what came after. Runs in the task's transaction.
    """
    occasion = telling.same_occasion(fact)
    order = order_of_appointment(UUID(fact.payload["appointment_id"]))
    if order is None:
        return
    told = [line for line in telling.lines_of(order, occasion) if _still_so(message, line, occasion)]
    if not told:
        return
    reason = f"{fact.name}:{fact.at.timestamp():.6f}:{order.pk}"
    was = telling.before_moves(occasion)
    renewal = telling.renewal_told(told, fact) if message in (Message.BOOKED, Message.REQUESTED) else None
    _write(message, order, told, reason=reason, was=was, event_id=fact.id, now=now, renewal=renewal)
    if message not in TO_CUSTOMER_ALONE:
        _write_to_staff(message, order, told, occasion, reason=reason, was=was, event_id=fact.id, now=now)


def remind(*, now: datetime) -> int:
    """Write down the reminders that are due; tells how many visits are reminded of.

    What goes wrong with one of them is raised when the others are written, so that a row nobody can read holds up no one.
    """
    due = telling.due_reminders(now=now)
    wrong: list[Exception] = []
    for reminder in due:
        try:
            _remind_of(reminder, now=now)
        except Exception as error:
            wrong.append(error)
    if wrong:
        raise wrong[0]
    return len(due)


def _remind_of(reminder: DueReminder, *, now: datetime) -> None:
    with transaction.atomic():
        order = order_of_appointment(reminder.first_id)
        if order is None:
            return
        lines = telling.lines_of(order, reminder.appointment_ids)
        told = [line for line in lines if line.appointment and line.appointment.state == State.CONFIRMED]
        if not told:
            return
        reason = f"reminder:{reminder.first_id}:{reminder.sequence}:{reminder.hours}"
        _write(Message.REMINDER, order, told, reason=reason, was={}, event_id=None, now=now)
        for staff, own in _by_staff(told).items():
            _write(Message.REMINDER, order, own, reason=reason, was={}, event_id=None, now=now, staff=staff)


def _still_so(message: Message, line: OrderLine, occasion: Mapping[UUID, Mapping[str, object]]) -> bool:
    appointment = line.appointment
    if appointment is None or appointment.state not in STATES_TOLD[message]:
        return False
    if message is not Message.CHANGED:
        return True
    payload = occasion[appointment.pk]
    return payload["starts_at"] == appointment.starts and payload["staff_id"] == str(appointment.staff_member_id)


def _write_to_staff(
    message: Message,
    order: Order,
    told: list[OrderLine],
    occasion: Mapping[UUID, Mapping[str, object]],
    *,
    reason: str,
    was: Mapping[UUID, Before],
    event_id: UUID,
    now: datetime,
) -> None:
    """To whoever does it; when it went to somebody else, "new" to them and "not yours any more" to who had it."""
    for staff, lines in _by_staff(told).items():
        is_new = message is Message.CHANGED and all(
            occasion[line.appointment.pk].get("old_staff_id", str(staff.pk)) != str(staff.pk)
            for line in lines
            if line.appointment
        )
        kind = Message.BOOKED if is_new else message
        _write(kind, order, lines, reason=reason, was={} if is_new else was, event_id=event_id, now=now, staff=staff)
        for team in telling.readers_for(staff) if kind is Message.REQUESTED else ():
            _write(kind, order, lines, reason=reason, was={}, event_id=event_id, now=now, team=team)
    for line in told:
        old = line.appointment and occasion[line.appointment.pk].get("old_staff_id")
        if line.appointment and old and old != str(line.appointment.staff_member_id):
            before = StaffMember.objects.select_related("user").get(pk=UUID(str(old)))
            _write(
                Message.HANDED_OVER,
                order,
                [line],
                reason=f"{reason}:{line.appointment.pk}",
                was={},
                event_id=event_id,
                now=now,
                staff=before,
            )


def _by_staff(lines: list[OrderLine]) -> dict[StaffMember, list[OrderLine]]:
    found: dict[StaffMember, list[OrderLine]] = {}
    for line in lines:
        if line.appointment:
            found.setdefault(line.appointment.staff_member, []).append(line)
    return found


def _write(
    message: Message,
    order: Order,
    lines: list[OrderLine],
    *,
    reason: str,
    was: Mapping[UUID, Before],
    event_id: UUID | None,
    now: datetime,
    staff: StaffMember | None = None,
    team: tuple[User, Reader] | None = None,
    renewal: Renewal | None = None,
) -> None:
    """Compose and keep one message, unless this reason was told to this person before: to the customer, to `staff`, or to one of
    the `team`."""
    kind = Delivery.Recipient.CUSTOMER
    reader, recipient_id = telling.customer_reader(order), order.customer_id
    if staff:
        kind, reader, recipient_id = Delivery.Recipient.STAFF, telling.staff_reader(staff), staff.pk
    if team:
        kind, reader, recipient_id = Delivery.Recipient.ACCOUNT, team[1], team[0].pk
    told = telling.facts(order, lines, reader=reader, was=was, now=now, renewal=renewal)
    letter = compose(message, told, reader)
    appointments = [line.appointment for line in lines if line.appointment]
    mail = Delivery(
        key=f"{reason}:{recipient_id}:{Delivery.Channel.EMAIL}",
        event_id=event_id,
        business_id=telling.speaker_of(order, lines).pk,
        order=order,
        recipient=kind,
        recipient_id=recipient_id,
        address=reader.email,
        language=reader.language,
        template=message.value,
        times={str(appointment.pk): appointment.sequence for appointment in appointments},
    )
    keep_letter(letter, mail, appointments=appointments, now=now)
