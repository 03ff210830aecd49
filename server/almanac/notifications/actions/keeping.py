"""Keeping messages: each once, with the task that hands it over, and beside the letter the same on other channels."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from django.db import transaction

from almanac.notifications.actions.besides import tell_besides
from almanac.notifications.actions.queueing import message_id, queue
from almanac.notifications.letter_page import Letter
from almanac.notifications.models import Delivery
from almanac.scheduling.models import Appointment


def keep_letter(
    letter: Letter,
    unsent: Delivery,
    *,
    now: datetime,
    appointments: Sequence[Appointment] = (),
    good_until: datetime | None = None,
    to_mailbox_alone: bool = False,
) -> None:
    """Keep a letter with the task that sends it, unless one with its key was written before, and the same for the telephone and
    the account of whoever it is to.

    `unsent` says whom it is to and why; `appointments` are those it speaks of; after `good_until` nothing can be done about it
    any more. `to_mailbox_alone`: the mailbox is another person's than the recipient's.
    """
    with transaction.atomic():
        if Delivery.objects.filter(key=unsent.key).exists():
            return
        unsent.created_at = now
        unsent.message_id = message_id(unsent)
        unsent.subject, unsent.body_text, unsent.body_html = letter.subject, letter.text, letter.html
        unsent.calendar, unsent.calendar_method = letter.calendar, letter.calendar_method
        if not unsent.address:
            unsent.state, unsent.failure = Delivery.State.SUPPRESSED, "no e-mail address"
        unsent.save(force_insert=True)
        if appointments:
            unsent.appointments.set(appointments)
        if unsent.address:
            queue(unsent, due_at=now)
        if not to_mailbox_alone:
            tell_besides(letter, unsent, appointments=appointments, good_until=good_until, now=now)
