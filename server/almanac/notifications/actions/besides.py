"""The same message beside the letter: in the list of an account, on its devices, as a text to a mobile telephone."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

import structlog

from almanac.kit.errors import TooManyRequests
from almanac.kit.pages import site
from almanac.kit.ratelimit import Limit, spend
from almanac.notifications import registry
from almanac.notifications.actions.queueing import queue
from almanac.notifications.kinds import kind_of
from almanac.notifications.letter_page import Letter
from almanac.notifications.letters import Message
from almanac.notifications.models import Delivery, Device
from almanac.notifications.queries.own import muted_channels
from almanac.notifications.queries.reach import Reach, reach_of
from almanac.notifications.queries.telephones import rings_at, rules_of
from almanac.notifications.short_links import short_link
from almanac.notifications.text_message import text_message
from almanac.people.phones import is_mobile
from almanac.scheduling.models import Appointment

Channel = Delivery.Channel
DAY = 24 * 3600
TEXTS = Limit("texts to a number", count=30, seconds=DAY)
GUESTS = Limit("texts of a business to guests", count=1_000, seconds=DAY)
log = structlog.get_logger("almanac.notifications")


def tell_besides(
    letter: Letter,
    mail: Delivery,
    *,
    appointments: Sequence[Appointment],
    good_until: datetime | None = None,
    now: datetime,
) -> None:
    """Write what a letter says also for the account and the telephone of whoever it is to: the kinds that the business sends as
    texts, what an account has not muted, and nothing of what is about accounts themselves.

    Telephones do not ring in quiet hours, except for a visit that begins before these are over, or what can be done until then
    alone. Runs in the letter's transaction.
    """
    kind = kind_of(mail.template)
    reach = reach_of(mail) if kind else None
    if kind is None or reach is None:
        return
    link = letter.link or f"{site(mail.language)}/st/calendar/"
    beside = Beside(letter, mail, appointments, link, now)
    if reach.user_id:
        beside.write(Channel.IN_APP, user_id=reach.user_id)
    devices = list(Device.objects.filter(user=reach.user_id)) if reach.user_id else []
    is_texted = _may_text(reach)
    if not devices and not is_texted:
        return
    rules = rules_of(mail.business_id)
    muted = muted_channels(reach.user_id, kind) if reach.user_id else set()
    begins = [appointment.starts_at for appointment in appointments]
    if mail.template == Message.REMINDER:
        good_until = min(begins, default=None)
    due_at = rings_at(rules, reach.zone, ends=[*begins, *([good_until] if good_until else [])], at=now)
    beside.good_until = good_until
    for device in devices if Channel.PUSH not in muted else ():
        beside.write(Channel.PUSH, user_id=reach.user_id, device=device, due_at=due_at)
    if is_texted and Channel.SMS not in muted and getattr(rules, kind.value) and _is_within(reach, mail, now):
        beside.write(Channel.SMS, user_id=reach.user_id, address=reach.phone, due_at=due_at)


class Beside:
    """A letter's companions on other channels."""

    def __init__(
        self, letter: Letter, mail: Delivery, appointments: Sequence[Appointment], link: str, now: datetime
    ) -> None:
        self.letter, self.mail, self.appointments, self.link, self.now = letter, mail, appointments, link, now
        self.good_until: datetime | None = None

    def write(
        self,
        channel: Delivery.Channel,
        *,
        user_id: UUID | None,
        device: Device | None = None,
        address: str = "",
        due_at: datetime | None = None,
    ) -> None:
        """One of them, with the task that hands it over where it has a time; else it is there at once."""
        mail = self.mail
        row = Delivery(
            key=f"{mail.key}:{channel}" + (f":{device.pk}" if device else ""),
            created_at=self.now,
            event_id=mail.event_id,
            business_id=mail.business_id,
            order_id=mail.order_id,
            recipient=mail.recipient,
            recipient_id=mail.recipient_id,
            user_id=user_id,
            device=device,
            address=address,
            channel=channel,
            language=mail.language,
            template=mail.template,
            times=mail.times,
            subject=self.letter.subject,
            body_text=self.letter.brief,
            link=self.link,
            good_until=self.good_until,
        )
        if channel == Channel.SMS:
            word, row.short_link = short_link(mail.language) if self.letter.link else ("", "")
            sender = mail.business.name if mail.business else "Almanac"
            row.body_text = text_message(sender=sender, subject=self.letter.subject, link=word)
        if due_at is None:
            row.state, row.sent_at = Delivery.State.SENT, self.now
        row.save(force_insert=True)
        if self.appointments:
            row.appointments.set(self.appointments)
        if due_at is not None:
            queue(row, due_at=due_at)


def _may_text(reach: Reach) -> bool:
    return registry.sms_provider() is not None and bool(reach.phone) and is_mobile(reach.phone)


def _is_within(reach: Reach, mail: Delivery, now: datetime) -> bool:
    """Anybody can type any number: nobody makes a business pay for more than so many texts to one of them, nor, with ever new
    ones, to all who have no account."""
    try:
        spend(TEXTS, reach.phone, now=now)
        if reach.user_id is None:
            spend(GUESTS, str(mail.business_id), now=now)
    except TooManyRequests:
        log.warning("no more texts", business=str(mail.business_id), guest=reach.user_id is None)
        return False
    return True
