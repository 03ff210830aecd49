"""Worker doors of notifications: what follows an event, reminders, sending, letters about time off."""

from __future__ import annotations

from collections.abc import Callable
from uuid import UUID

from almanac.kit.pages import site
from almanac.notifications.absence_letters import Absence, TimeOffMessage, compose_time_off
from almanac.notifications.account_letters import AccountMessage, compose_account_letter
from almanac.notifications.actions import accounts, announcing, sending
from almanac.notifications.actions.keeping import keep_letter
from almanac.notifications.actions.queueing import SEND
from almanac.notifications.letters import Message
from almanac.notifications.models import Delivery
from almanac.notifications.providers.base import TemporaryFailure
from almanac.notifications.queries import telling
from almanac.outbox.errors import GiveUp, RetryLater
from almanac.outbox.registry import Job, task
from almanac.people.models import Invitation, User, UserRole
from almanac.people.queries.invitations import invitation_key
from almanac.people.queries.scopes import who_looks_after
from almanac.scheduling.models import TimeOff

REMIND = "notifications.remind"
MOST_ATTEMPTS = 12  # about five hours


def announces(message: Message) -> Callable[[Job], None]:
    """The reaction that tells the people concerned with this message. Register it with `commit_with=True`."""

    def announce(job: Job) -> None:
        if job.fact is None:
            raise GiveUp("this task follows an event")
        announcing.announce(message, job.fact, now=job.now)

    return announce


def offer_account(job: Job) -> None:
    """The reaction that writes to an order's mailbox about an account. Register it with `commit_with=True`."""
    if job.fact is None:
        raise GiveUp("this task follows an event")
    accounts.offer_account(UUID(job.fact.payload["order_id"]), now=job.now)


def tell_old_mailbox(job: Job) -> None:
    """The reaction that tells the mailbox from before that a guest's is another. Register it with `commit_with=True`."""
    if job.fact is None:
        raise GiveUp("this task follows an event")
    accounts.tell_old_mailbox(job.fact.id, now=job.now)


@task(SEND, max_attempts=MOST_ATTEMPTS, first_delay_seconds=10)
def send(job: Job) -> None:
    """Hand over one message; tried again while the mail server does not answer."""
    is_last = job.attempt >= MOST_ATTEMPTS
    try:
        sending.deliver(UUID(job.args["delivery_id"]), is_last_attempt=is_last, now=job.now)
    except TemporaryFailure as error:
        raise RetryLater(str(error)) from error


@task(REMIND)
def remind(job: Job) -> None:
    """Write the reminders that are due."""
    announcing.remind(now=job.now)


def invite(job: Job) -> None:
    """Write the letter of an invitation, in the name of its business. Nothing once it was withdrawn, answered, or sent
    anew. Register it with `commit_with=True`."""
    if job.fact is None:
        raise GiveUp("this task follows an event")
    payload = job.fact.payload
    rows = Invitation.objects.select_related("business", "invited_by")
    found = rows.get(pk=UUID(payload["invitation_id"]))
    if found.accepted_at or found.withdrawn_at or found.sendings != payload["sendings"]:
        return
    is_staff = found.role == UserRole.STAFF
    letter = compose_account_letter(
        AccountMessage.INVITE_STAFF if is_staff else AccountMessage.INVITE_MANAGER,
        sender=telling.sender_of(found.business, found.language),
        language=found.language,
        link=f"{site(found.language)}/invited/{invitation_key(found)}/",
        told={"name": found.name, "by": found.invited_by.get_full_name()},
    )
    unsent = Delivery(
        key=f"invitation:{found.pk}:{found.sendings}",
        template="invite_staff" if is_staff else "invite_manager",
        business=found.business,
        recipient=Delivery.Recipient.ACCOUNT,
        address=found.email,
        language=found.language,
        event_id=job.fact.id,
    )
    keep_letter(letter, unsent, now=job.now)


def tell_of_request(job: Job) -> None:
    """Tell the managers who may answer; where there are none, the administrators. Nothing once it is answered."""
    absence = _absence(job)
    if absence.state != TimeOff.State.REQUESTED:
        return
    for user in who_looks_after(absence.staff_member):
        area = "ad" if user.role == UserRole.ADMIN else "man"
        _write(job, TimeOffMessage.ASKED, absence, user, kind=Delivery.Recipient.ACCOUNT, page=f"/{area}/time-off/")


def tell_of_answer(job: Job) -> None:
    """Tell whoever asked. Nothing when it was taken back since."""
    absence = _absence(job)
    messages = {
        TimeOff.State.GRANTED.value: TimeOffMessage.GRANTED,
        TimeOff.State.REFUSED.value: TimeOffMessage.REFUSED,
    }
    message, user = messages.get(absence.state), absence.staff_member.user
    if message and user:
        _write(job, message, absence, user, kind=Delivery.Recipient.STAFF, page="/st/hours/")


def _absence(job: Job) -> TimeOff:
    if job.fact is None:
        raise GiveUp("this task follows an event")
    rows = TimeOff.objects.select_related("staff_member__business", "staff_member__user", "answered_by")
    return rows.get(pk=UUID(job.fact.payload["time_off_id"]))


def _write(job: Job, message: TimeOffMessage, row: TimeOff, user: User, *, kind: Delivery.Recipient, page: str) -> None:
    staff = row.staff_member
    absence = Absence(
        staff_name=staff.name,
        zone=staff.zone,
        starts_at=row.starts_at,
        ends_at=row.ends_at,
        reason=row.reason,
        answered_by=row.answered_by.get_full_name() if row.answered_by else "",
        answer=row.answer,
    )
    letter = compose_time_off(
        message,
        absence,
        sender=telling.sender_of(staff.business, user.language),
        language=user.language,
        link=site(user.language) + page,
    )
    unsent = Delivery(
        key=f"time_off:{row.pk}:{message}:{user.pk}",
        template=f"time_off_{message}",
        business=staff.business,
        recipient=kind,
        recipient_id=user.pk,
        address=user.email,
        language=user.language,
        event_id=job.fact.id if job.fact else None,
    )
    keep_letter(letter, unsent, now=job.now)
