"""Handing messages over to whoever carries them, and following them up."""

from __future__ import annotations

from datetime import datetime
from email.utils import parseaddr
from uuid import UUID

from django.conf import settings
from django.db import transaction
from django.db.models import Q, QuerySet

from almanac.kit import ids
from almanac.kit.text import one_line
from almanac.notifications import registry
from almanac.notifications.actions.queueing import SEND, message_id
from almanac.notifications.kinds import OF_VISITS, TELLS_CODE
from almanac.notifications.letters import OVER, Message
from almanac.notifications.models import Delivery, Device
from almanac.notifications.providers.base import (
    Email,
    PermanentFailure,
    Push,
    Report,
    Sms,
    TargetGone,
    TemporaryFailure,
)
from almanac.notifications.queries.reach import reach_of
from almanac.notifications.queries.telephones import may_ring_at, why_not_told
from almanac.outbox.actions import enqueue
from almanac.scheduling.models import Appointment

Channel, State = Delivery.Channel, Delivery.State
RINGS = (Channel.SMS, Channel.PUSH)
OPEN = (State.QUEUED, State.SENDING, State.SENT)
UNTIL_FAILED = {Channel.SMS: OPEN, Channel.EMAIL: (*OPEN, State.DELIVERED)}  # what a report of failure still changes


def deliver(delivery_id: UUID, *, is_last_attempt: bool, now: datetime) -> None:
    """Hand one message over, outside any transaction. Raises TemporaryFailure to be called again.

    A process that dies after the other side accepted and before that is recorded sends an e-mail once more under the same
    Message-ID, and under the same key where its company knows one, which makes one e-mail of both; a notification under the same
    topic, which takes its place; a text is looked for before it is sent again.
    """
    delivery, token = _begin(delivery_id, now=now)
    if delivery is None:
        return
    mine = Delivery.objects.filter(pk=delivery_id, attempt_token=token)
    try:
        provider_id = _hand_over(delivery)
    except TargetGone as error:
        # Somebody took their device away, which is nothing to be mended.
        mine.update(state=State.SUPPRESSED, failure=str(error)[:200], attempt_token=None)
        Device.objects.filter(endpoint_hash=delivery.device.endpoint_hash if delivery.device else "").delete()
        return
    except PermanentFailure as error:
        mine.update(state=State.FAILED, failure=str(error)[:200], attempt_token=None)
        return
    except TemporaryFailure as error:
        state = State.FAILED if is_last_attempt else State.QUEUED
        mine.update(state=state, failure=str(error)[:200], attempt_token=None)
        raise
    mine.update(state=State.SENT, sent_at=now, provider_message_id=provider_id, failure="", attempt_token=None)
    _forget_keys(Delivery.objects.filter(pk=delivery_id))


def report(found: Report, *, channel: Delivery.Channel, now: datetime) -> None:
    """What the company that carries a message says became of it: it is there, or will never be. Of reports that come twice or out
    of order the first final one stands, and of what nobody knows here nothing is kept.

    But a letter that is there may fail after all: "delivered" says of it only that the other side's server took it. Many bounce
    later, and who calls it unwanted gets no others; whoever looks after the customer has to see that letters do not reach them.
    """
    rows = _reported(found, channel)
    known = {"provider_message_id": found.provider_id[:200]} if found.provider_id else {}
    if found.is_there:
        rows.filter(state__in=OPEN).update(state=State.DELIVERED, sent_at=now, failure="", attempt_token=None, **known)
        _forget_keys(rows.filter(state=State.DELIVERED))
    elif found.failure:
        rows.filter(state__in=UNTIL_FAILED[channel]).update(
            state=State.FAILED, failure=found.failure[:200], attempt_token=None, **known
        )


def send_again(*, delivery_id: UUID, now: datetime) -> bool:
    """Queue a failed message once more; False when it has not failed, or what it said is forgotten, as it held a key.

    A letter gets another Message-ID: else its company would take it for a repeat of the one that failed, and a late report of
    that one would be taken for its own.
    """
    with transaction.atomic():
        failed = Delivery.objects.select_for_update().filter(pk=delivery_id, state=State.FAILED).first()
        if failed is None or not failed.is_kept:
            return False
        failed.state, failed.failure, failed.provider_message_id = State.QUEUED, "", ""
        if failed.channel == Channel.EMAIL:
            failed.message_id = message_id(failed)
        failed.save(update_fields=["state", "failure", "provider_message_id", "message_id"])
        enqueue(SEND, args={"delivery_id": str(delivery_id)}, due_at=now)
    return True


def _reported(found: Report, channel: Delivery.Channel) -> QuerySet[Delivery]:
    """The message that a report is about, none where nobody knows it."""
    rows = Delivery.objects.filter(channel=channel)
    if not found.reference:
        return rows.filter(provider_message_id=found.provider_id) if found.provider_id else rows.none()
    try:
        rows = rows.filter(pk=UUID(found.reference[:36]))
    except ValueError:
        return rows.none()
    return rows.filter(message_id__startswith=f"<{found.reference}@") if channel == Channel.EMAIL else rows


def _forget_keys(rows: QuerySet[Delivery]) -> None:
    """What letters of no order say, which are those about accounts above all, and those that tell a code is forgotten once they
    went, and what texts say once they are on the telephone: it holds keys. What failed after its company took it can be sent
    again."""
    holds_key = Q(order=None) | Q(template__in=TELLS_CODE)
    is_over = Q(holds_key, channel=Channel.EMAIL) | Q(channel=Channel.SMS, state=State.DELIVERED)
    rows.filter(is_over).update(body_text="", body_html="")


def _begin(delivery_id: UUID, *, now: datetime) -> tuple[Delivery | None, UUID]:
    """Mark the message as being handed over; None when it was sent before, has been overtaken, or would wake somebody: then it is
    queued for the morning."""
    token = ids.new_id()
    with transaction.atomic():
        rows = Delivery.objects.select_for_update(of=("self",)).select_related("business", "device__user", "event")
        delivery = rows.get(pk=delivery_id)
        if delivery.state not in (State.QUEUED, State.SENDING):
            return None, token
        reach = reach_of(delivery) if delivery.channel in RINGS else None
        why = why_not_told(delivery, reach, now=now) if delivery.channel in RINGS else ""
        if not why and _is_overtaken(delivery):
            why = "overtaken by a change"
        if why:
            delivery.state, delivery.failure = State.SUPPRESSED, why
            delivery.save(update_fields=["state", "failure"])
            if why == "device gone" and delivery.device:  # whoever it is of has another password since
                Device.objects.filter(pk=delivery.device.pk, user=delivery.user_id).delete()
            return None, token
        if reach is not None and (morning := may_ring_at(delivery, reach, now=now)) > now:
            enqueue(SEND, args={"delivery_id": str(delivery_id)}, due_at=morning)
            return None, token
        delivery.state = State.SENDING
        delivery.attempts += 1
        delivery.attempt_token = token
        delivery.save(update_fields=["state", "attempts", "attempt_token"])
    return delivery, token


def _is_overtaken(delivery: Delivery) -> bool:
    """Whether what this tells has been moved or cancelled since it was written.

    A reminder must be right in every line; another message still goes out while any of its visits stands as told.
    """
    if delivery.template not in OF_VISITS:
        return False
    message = Message(delivery.template)
    if message in OVER:
        missed = delivery.appointments.filter(state=Appointment.State.NO_SHOW)
        return message is Message.MISSED and not missed.exists()
    standing = delivery.appointments.exclude(state=Appointment.State.CANCELLED).values_list("pk", "sequence")
    as_told = [sequence == delivery.times[str(pk)] for pk, sequence in standing]
    if message is Message.REMINDER:
        return len(as_told) < len(delivery.times) or not all(as_told)
    return not any(as_told)


def _hand_over(delivery: Delivery) -> str:
    """Raises TemporaryFailure or PermanentFailure."""
    if delivery.channel == Channel.SMS:
        provider = registry.sms_provider()
        if provider is None:
            raise TemporaryFailure("no company for texts")
        return provider.send(_sms(delivery))
    if delivery.channel == Channel.PUSH:
        return registry.push_provider().send(_push(delivery))
    return registry.email_provider().send(_email(delivery))


def _sms(delivery: Delivery) -> Sms:
    return Sms(
        reference=str(delivery.pk),
        to=delivery.address,
        text=delivery.body_text,
        written_at=delivery.created_at,
        is_repeat=delivery.attempts > 1,
    )


def _push(delivery: Delivery) -> Push:
    device = delivery.device
    if device is None:
        raise TargetGone("device gone")
    return Push(
        reference=delivery.pk.hex,
        endpoint=device.endpoint,
        p256dh=device.p256dh,
        auth=device.auth,
        title=delivery.subject,
        text=delivery.body_text,
        link=delivery.link,
    )


def _email(delivery: Delivery) -> Email:
    business = delivery.business
    return Email(
        message_id=delivery.message_id,
        reference=delivery.message_id.strip("<>").partition("@")[0],
        from_name=one_line(business.name) if business else parseaddr(settings.DEFAULT_FROM_EMAIL)[0],
        to_address=delivery.address,
        reply_to=business.email if business else "",
        subject=delivery.subject,
        text=delivery.body_text,
        html=delivery.body_html,
        calendar=delivery.calendar,
        calendar_method=delivery.calendar_method,
    )
