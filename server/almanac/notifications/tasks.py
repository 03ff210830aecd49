"""Worker doors of notifications: what follows an event, reminders, and sending."""

from __future__ import annotations

from collections.abc import Callable
from uuid import UUID

from almanac.notifications import actions
from almanac.notifications.letters import Message
from almanac.notifications.providers.base import TemporaryFailure
from almanac.outbox.errors import GiveUp, RetryLater
from almanac.outbox.registry import Job, task

REMIND = "notifications.remind"
MOST_ATTEMPTS = 12  # about five hours


def announces(message: Message) -> Callable[[Job], None]:
    """The reaction that tells the people concerned with this message. Register it with `commit_with=True`."""

    def announce(job: Job) -> None:
        if job.fact is None:
            raise GiveUp("this task follows an event")
        actions.announce(message, job.fact, now=job.now)

    return announce


@task(actions.SEND, max_attempts=MOST_ATTEMPTS, first_delay_seconds=10)
def send(job: Job) -> None:
    """Hand over one message; tried again while the mail server does not answer."""
    is_last = job.attempt >= MOST_ATTEMPTS
    try:
        actions.deliver(UUID(job.args["delivery_id"]), is_last_attempt=is_last, now=job.now)
    except TemporaryFailure as error:
        raise RetryLater(str(error)) from error


@task(REMIND)
def remind(job: Job) -> None:
    """Write the reminders that are due."""
    actions.remind(now=job.now)
