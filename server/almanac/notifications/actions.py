"""Writes of notifications: messages written down once per reason and person, then handed over and followed up."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from email.utils import parseaddr
from uuid import UUID

from django.conf import settings
from django.db import transaction

from almanac.booking.queries.accounts import account_key
from almanac.kit import ids
from almanac.kit.pages import site
from almanac.kit.text import one_line
from almanac.notifications import queries, registry
from almanac.notifications.account_letters import AccountMessage, compose_account_letter
from almanac.notifications.letter_notes import Renewal
from almanac.notifications.letters import OVER, TO_CUSTOMER_ALONE, Audience, Before, Letter, Message, compose
from almanac.notifications.models import Delivery
from almanac.notifications.providers.base import Email, PermanentFailure, TemporaryFailure
from almanac.notifications.queries import DueReminder
from almanac.outbox.actions import enqueue
from almanac.outbox.events import Fact
from almanac.people.models import StaffMember
from almanac.sales.models import Order, OrderLine
from almanac.sales.queries import order_of_appointment
from almanac.scheduling.models import Appointment

SEND = "notifications.send"
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
    occasion = queries.same_occasion(fact)
    order = order_of_appointment(UUID(fact.payload["appointment_id"]))
    if order is None:
        return
    told = [line for line in queries.lines_of(order, occasion) if _still_so(message, line, occasion)]
    if not told:
        return
    reason = f"{fact.name}:{fact.at.timestamp():.6f}:{order.pk}"
    was = queries.before_moves(occasion)
    renewal = queries.renewal_told(told, fact) if message in (Message.BOOKED, Message.REQUESTED) else None
    _write(message, order, told, reason=reason, was=was, event_id=fact.id, now=now, renewal=renewal)
    if message not in TO_CUSTOMER_ALONE:
        _write_to_staff(message, order, told, occasion, reason=reason, was=was, event_id=fact.id, now=now)


def remind(*, now: datetime) -> int:
    """Write down the reminders that are due; tells how many visits are reminded of.

    What goes wrong with one of them is raised when the others are written, so that a row nobody can read holds up no one.
    """
    due = queries.due_reminders(now=now)
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
        lines = queries.lines_of(order, reminder.appointment_ids)
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
    renewal: Renewal | None = None,
) -> None:
    """Compose and keep one message with the task that sends it, unless this reason was told to this person before."""
    reader = queries.staff_reader(staff) if staff else queries.customer_reader(order)
    recipient_id = staff.pk if staff else order.customer_id
    key = f"{reason}:{recipient_id}:{Delivery.Channel.EMAIL}"
    if Delivery.objects.filter(key=key).exists():
        return
    told = queries.facts(order, lines, reader=reader, was=was, now=now, renewal=renewal)
    letter = compose(message, told, reader)
    appointments = [line.appointment for line in lines if line.appointment]
    delivery_id = ids.new_id()
    delivery = Delivery.objects.create(
        id=delivery_id,
        key=key,
        event_id=event_id,
        business_id=queries.speaker_of(order, lines).pk,
        order=order,
        created_at=now,
        recipient=Delivery.Recipient.STAFF if reader.audience is Audience.STAFF else Delivery.Recipient.CUSTOMER,
        recipient_id=recipient_id,
        address=reader.email,
        language=reader.language,
        template=message.value,
        subject=letter.subject,
        body_text=letter.text,
        body_html=letter.html,
        calendar=letter.calendar,
        calendar_method=letter.calendar_method,
        times={str(appointment.pk): appointment.sequence for appointment in appointments},
        message_id=_message_id(delivery_id),
        state=Delivery.State.QUEUED if reader.email else Delivery.State.SUPPRESSED,
        failure="" if reader.email else "no e-mail address",
    )
    delivery.appointments.set(appointments)
    if reader.email:
        enqueue(SEND, args={"delivery_id": str(delivery_id)}, due_at=now, key=f"delivery:{delivery_id}")


def write_account_letter(
    *,
    message: AccountMessage,
    address: str,
    language: str,
    now: datetime,
    link: str = "",
    told: Mapping[str, str] | None = None,
    recipient_id: UUID | None = None,
) -> None:
    """Write down a letter about an account, in the name of the first business, with the task that sends it.

    `link` is where its button leads; `told` fills the gaps of its text. Whether the address is known changes nothing.
    """
    owner = queries.first_business()
    sender = queries.sender_of(owner, language)
    letter = compose_account_letter(message, sender=sender, language=language, link=link, told=told or {})
    unsent = Delivery(
        key=f"account:{message}:{ids.new_id()}",
        template=message.value,
        business=owner,
        recipient=Delivery.Recipient.ACCOUNT,
        recipient_id=recipient_id,
        address=address,
        language=language,
    )
    keep_letter(letter, unsent, now=now)


def keep_letter(letter: Letter, unsent: Delivery, *, now: datetime) -> None:
    """Keep a letter about no order with the task that sends it, unless one with its key was written before."""
    with transaction.atomic():
        if Delivery.objects.filter(key=unsent.key).exists():
            return
        unsent.created_at, unsent.message_id = now, _message_id(unsent.pk)
        unsent.subject, unsent.body_text, unsent.body_html = letter.subject, letter.text, letter.html
        if not unsent.address:
            unsent.state, unsent.failure = Delivery.State.SUPPRESSED, "no e-mail address"
        unsent.save(force_insert=True)
        if unsent.address:
            enqueue(SEND, args={"delivery_id": str(unsent.pk)}, due_at=now, key=f"delivery:{unsent.pk}")


def offer_account(order_id: UUID, *, now: datetime) -> None:
    """Write to an order's mailbox: a link to an account, or where its account is, when the order stands in one."""
    order = Order.objects.select_related("customer").get(pk=order_id)
    if not order.customer.email:
        return
    pages, is_linked = site(order.language), order.customer.user_id is not None
    write_account_letter(
        message=AccountMessage.HAS_ACCOUNT if is_linked else AccountMessage.ACCOUNT_OFFER,
        address=order.customer.email,
        language=order.language,
        link=f"{pages}/reset/" if is_linked else f"{pages}/join-account/{account_key(order, now=now)}/",
        told={"number": order.number},
        now=now,
    )


def deliver(delivery_id: UUID, *, is_last_attempt: bool, now: datetime) -> None:
    """Hand one message to the mail server, outside any transaction. Raises TemporaryFailure to be called again.

    A process that dies after the server accepted and before that is recorded sends once more, under the same
    Message-ID; nothing else can repeat a message.
    """
    email, token = _begin(delivery_id)
    if email is None:
        return
    mine = Delivery.objects.filter(pk=delivery_id, attempt_token=token)
    try:
        provider_id = registry.email_provider().send(email)
    except PermanentFailure as error:
        mine.update(state=Delivery.State.FAILED, failure=str(error)[:200], attempt_token=None)
        return
    except TemporaryFailure as error:
        state = Delivery.State.FAILED if is_last_attempt else Delivery.State.QUEUED
        mine.update(state=state, failure=str(error)[:200], attempt_token=None)
        raise
    mine.update(state=Delivery.State.SENT, sent_at=now, provider_message_id=provider_id, failure="", attempt_token=None)
    Delivery.objects.filter(pk=delivery_id, order=None).update(body_text="", body_html="")  # it held a key


def send_again(*, delivery_id: UUID, now: datetime) -> bool:
    """Queue a failed message once more; False when it has not failed."""
    with transaction.atomic():
        changed = Delivery.objects.filter(pk=delivery_id, state=Delivery.State.FAILED).update(
            state=Delivery.State.QUEUED, failure=""
        )
        if changed:
            enqueue(SEND, args={"delivery_id": str(delivery_id)}, due_at=now)
    return changed > 0


def _begin(delivery_id: UUID) -> tuple[Email | None, UUID]:
    """Mark the message as being handed over; None when it was sent before or has been overtaken."""
    token = ids.new_id()
    with transaction.atomic():
        delivery = Delivery.objects.select_for_update(of=("self",)).select_related("business").get(pk=delivery_id)
        if delivery.state not in (Delivery.State.QUEUED, Delivery.State.SENDING):
            return None, token
        if _is_overtaken(delivery):
            delivery.state, delivery.failure = Delivery.State.SUPPRESSED, "overtaken by a change"
            delivery.save(update_fields=["state", "failure"])
            return None, token
        delivery.state = Delivery.State.SENDING
        delivery.attempts += 1
        delivery.attempt_token = token
        delivery.save(update_fields=["state", "attempts", "attempt_token"])
    return _email(delivery), token


def _is_overtaken(delivery: Delivery) -> bool:
    """Whether what this tells has been moved or cancelled since it was written.

    A reminder must be right in every line; another message still goes out while any of its visits stands as told.
    """
    if delivery.order_id is None:
        return False
    message = Message(delivery.template)
    if message in OVER:
        return message is Message.MISSED and not delivery.appointments.filter(state=State.NO_SHOW).exists()
    standing = delivery.appointments.exclude(state=State.CANCELLED).values_list("pk", "sequence")
    as_told = [sequence == delivery.times[str(pk)] for pk, sequence in standing]
    if message is Message.REMINDER:
        return len(as_told) < len(delivery.times) or not all(as_told)
    return not any(as_told)


def _email(delivery: Delivery) -> Email:
    business = delivery.business
    return Email(
        message_id=delivery.message_id,
        from_name=one_line(business.name) if business else parseaddr(settings.DEFAULT_FROM_EMAIL)[0],
        to_address=delivery.address,
        reply_to=business.email if business else "",
        subject=delivery.subject,
        text=delivery.body_text,
        html=delivery.body_html,
        calendar=delivery.calendar,
        calendar_method=delivery.calendar_method,
    )


def _message_id(delivery_id: UUID) -> str:
    return f"<{delivery_id}@{parseaddr(settings.DEFAULT_FROM_EMAIL)[1].rpartition('@')[2]}>"
