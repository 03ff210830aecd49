"""Letters of the waiting list: one for each thing that happened, nothing of what was overtaken, in every language."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest

from almanac.booking.actions.waiting_runs import run
from almanac.booking.models import WaitingEntry
from almanac.kit import clock
from almanac.notifications.letters import Sender
from almanac.notifications.tests.factories import mails
from almanac.notifications.texts import languages
from almanac.notifications.waiting_letters import Waited, WaitingMessage, compose_waiting
from almanac.notifications.waiting_tasks import tell
from almanac.outbox.events import Fact
from almanac.outbox.models import EventRow
from almanac.outbox.registry import Job
from tests.shop import Shop
from tests.waiters import Waiter, fill, free, offer_of, work

SENDER = Sender(name="VALClean", zone="Europe/London", accent="#1D6B57", phone="", email="", staff_word="")
TEN = datetime(2026, 3, 4, 10, tzinfo=UTC)


@pytest.mark.parametrize("message", WaitingMessage)
def test_every_letter_in_every_language(message: WaitingMessage) -> None:
    waited = Waited(
        name="Nora www.spam.example",
        what="Clean",
        zone="Europe/London",
        first_on=date(2026, 3, 4),
        last_on=date(2026, 3, 6),
        weekdays=[2],
        parts=["morning"],
        staff=["Sam"],
        offer_minutes=30,
        offered=(TEN, TEN + timedelta(hours=1)),
        offered_with="Sam",
        kept_until=TEN - timedelta(days=1),
    )
    told = {
        language: compose_waiting(message, waited, sender=SENDER, language=language, link="https://a.example/wait/")
        for language in languages()
    }
    assert len({letter.text for letter in told.values()}) == len(languages()) == 5
    for letter in told.values():
        assert "https://a.example/wait/" in letter.text
        assert "www.spam.example" not in letter.text, "what somebody typed never becomes a link"
        assert "{" not in letter.subject + letter.text


def job_of(event: EventRow) -> Job:
    fact = Fact(event.pk, event.name, event.at, event.business_id, event.actor_role, event.user_id, event.payload)
    return Job(task_id=event.pk, args={}, attempt=1, now=clock.now(), fact=fact)


@pytest.mark.django_db
def test_a_repeat_writes_no_second_letter(shop: Shop) -> None:
    fill(shop.sam, shop.sid)
    Waiter(name="pat").waits(shop)
    (event,) = EventRow.objects.filter(name="booking.waiting_joined")
    for _ in range(3):
        tell(job_of(event))
    assert mails(template="waiting_joined").count() == 1


@pytest.mark.django_db
def test_an_offer_that_is_over_before_its_letter_is_not_told(shop: Shop) -> None:
    fill(shop.sam, shop.sid)
    pat = Waiter(name="pat")
    entry = pat.waits(shop)
    work(shop.clock)
    free(shop.sam)
    run(business_id=shop.business.pk, after=None, now=clock.now())
    work(shop.clock)
    offer = offer_of(entry)
    assert offer is not None
    mails().delete()
    (event,) = EventRow.objects.filter(name="booking.waiting_offered")
    offer.state = "declined"
    offer.save()
    tell(job_of(event))
    WaitingEntry.objects.all().delete()
    tell(job_of(event))
    assert not mails().exists()
