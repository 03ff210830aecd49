"""Nothing lost, nothing twice: what happens when the mail server, the worker or the address fails."""

from __future__ import annotations

import pytest

from almanac.notifications import registry
from almanac.notifications.models import Delivery
from almanac.notifications.providers.base import Email
from almanac.notifications.providers.smtp import SmtpProvider
from almanac.notifications.tests.conftest import Clock, Post
from almanac.notifications.tests.factories import confirmed, mails
from almanac.outbox import worker
from almanac.outbox.models import Task
from almanac.scheduling.models import Appointment
from tests.cast import Person

pytestmark = pytest.mark.django_db


class Killed(BaseException):
    """Stands for SIGKILL: nothing after it runs, as nothing catches it."""


class DyingProvider(SmtpProvider):
    """Dies in its first message, before or after the mail server has accepted it."""

    def __init__(self, *, after_acceptance: bool) -> None:
        self.after_acceptance = after_acceptance
        self.has_died = False

    def send(self, email: Email) -> str:
        if self.has_died:
            return super().send(email)
        self.has_died = True
        if self.after_acceptance:
            super().send(email)
        raise Killed


def to_customer() -> Delivery:
    return mails().get(recipient="customer")


def address(cleo: Person, email: str) -> None:
    cleo.customer.email = email
    cleo.customer.save()


def test_a_sent_message_says_so(visit: Appointment, post: Post, moment: Clock) -> None:
    confirmed(visit)
    (mail,) = post.to("cleo")
    delivery = to_customer()
    assert (delivery.state, delivery.sent_at, delivery.attempts) == ("sent", moment.now, 1)
    assert delivery.message_id == mail.message_id


def test_for_now_refused_is_sent_later(visit: Appointment, cleo: Person, post: Post, moment: Clock) -> None:
    address(cleo, "later@example.com")
    confirmed(visit)
    assert post.to("later") == []
    assert (to_customer().state, to_customer().failure) == ("queued", "SMTP 451")
    assert post.to("later") == [], "not before its time"
    moment.forward(seconds=15)
    assert len(post.to("later")) == 1
    assert (to_customer().state, to_customer().attempts, to_customer().failure) == ("sent", 2, "")


def test_refused_for_good_is_visible_and_can_be_sent_again(
    visit: Appointment, cleo: Person, ada: Person, post: Post, moment: Clock
) -> None:
    address(cleo, "bounce@example.com")
    confirmed(visit)
    post.run()
    delivery = to_customer()
    assert (delivery.state, delivery.failure) == ("failed", "SMTP 550")
    moment.forward(days=1)
    assert post.run() == [], "it is not tried again by itself"
    mails(pk=delivery.pk).update(state="failed")
    delivery.address = "cleo@example.com"
    delivery.save(update_fields=["address"])
    listed = "/admin/notifications/delivery/"
    assert "SMTP 550" in ada.client.get(listed, {"state__exact": "failed"}).content.decode()
    ada.client.post(listed, {"action": "send_again", "_selected_action": [str(delivery.pk)]})
    assert len(post.to("cleo")) == 1


def test_a_mail_server_that_is_away_for_an_hour_loses_nothing(
    visit: Appointment, post: Post, moment: Clock, settings: pytest.FixtureRequest
) -> None:
    port, settings.EMAIL_PORT = settings.EMAIL_PORT, 1  # type: ignore[attr-defined]
    confirmed(visit)
    for _ in range(8):
        assert post.run() == []
        moment.forward(minutes=8)
    assert to_customer().state == "queued"
    settings.EMAIL_PORT = port  # type: ignore[attr-defined]
    moment.forward(hours=1)
    assert len(post.run()) == 2


def test_one_that_never_answers_ends_failed_and_visible(
    visit: Appointment, cleo: Person, post: Post, moment: Clock
) -> None:
    address(cleo, "busy@example.com")
    confirmed(visit)
    for _ in range(15):
        post.run()
        moment.forward(hours=2)
    assert (to_customer().state, to_customer().attempts, to_customer().failure) == ("failed", 12, "SMTP 451")
    assert Task.objects.filter(state="dead").count() == 1


@pytest.mark.parametrize(("after_acceptance", "mails"), [(False, 1), (True, 2)])
def test_a_worker_killed_in_mid_message_repeats_at_most_once_under_the_same_id(
    visit: Appointment,
    cleo: Person,
    sam: Person,
    post: Post,
    moment: Clock,
    monkeypatch: pytest.MonkeyPatch,
    after_acceptance: bool,
    mails: int,
) -> None:
    sam.account.email = ""
    sam.account.save()
    provider = DyingProvider(after_acceptance=after_acceptance)
    monkeypatch.setattr(registry, "email_provider", lambda: provider)
    confirmed(visit)
    with pytest.raises(Killed):
        worker.drain()
    assert to_customer().state == "sending"
    moment.forward(seconds=31)  # the lease is over
    received = post.to("cleo")
    assert len(received) == mails
    assert {mail.message_id for mail in received} == {to_customer().message_id}
    assert to_customer().state == "sent"
    moment.forward(hours=1)
    assert post.run() == []


def test_address_and_words_are_not_readable_in_the_database(visit: Appointment, post: Post) -> None:
    confirmed(visit)
    worker.drain()
    stored = mails().extra(select={"raw": "address || subject || body_text || calendar"}).values_list("raw", flat=True)
    assert len(stored) == 2
    assert all("cleo" not in raw.lower() and "Deep" not in raw for raw in stored)
