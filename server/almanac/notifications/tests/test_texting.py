"""Nothing lost, nothing twice, also by telephone: what happens when the company that carries texts fails, or reports oddly."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any
from urllib.parse import urlencode

import pytest

from almanac.kit import clock
from almanac.notifications import registry
from almanac.notifications.actions import sending
from almanac.notifications.models import Delivery
from almanac.notifications.providers.base import Sms
from almanac.notifications.providers.twilio import TwilioProvider
from almanac.notifications.tests.conftest import Clock, Post
from almanac.notifications.tests.factories import cancel
from almanac.notifications.tests.telephones import MOBILE, Carrier, carrier, of
from almanac.outbox import worker
from almanac.people.models import Customer
from almanac.scheduling.models import Appointment
from fakes.telling import Trouble as Webhooks
from fakes.twilio.troubles import Trouble
from tests.cast import Person

pytestmark = pytest.mark.django_db


@pytest.fixture
def twilio(settings: Any, post: Post) -> Iterator[Carrier]:
    with carrier(settings) as found:
        yield found


def texted(visit: Appointment, number: str = MOBILE) -> Delivery:
    """The customer's visit was cancelled: the text that says so, as it stands after the worker's first round."""
    Customer.objects.filter(pk=visit.customer_id).update(phone=number)
    cancel(visit)
    worker.drain()
    return the_text()


def the_text() -> Delivery:
    (row,) = of("sms")
    return row


def accepted(twilio: Carrier, number: str) -> int:
    return len(twilio.wish("messages", to=number)["messages"])


def test_on_the_telephone_as_the_company_says(visit: Appointment, twilio: Carrier) -> None:
    row = texted(visit)
    assert (row.state, row.attempts, row.provider_message_id[:2]) == ("sent", 1, "SM")
    twilio.wish("advance")
    assert twilio.report() == [200, 200]
    assert (the_text().state, the_text().body_text) == ("delivered", "")  # it held a key


def test_one_that_failed_late_is_sent_again_as_it_was(visit: Appointment, twilio: Carrier, ada: Person) -> None:
    row = texted(visit, Trouble.OFF)
    twilio.wish("advance")
    twilio.report()
    assert the_text().failure == "Twilio 30003"
    assert sending.send_again(delivery_id=row.pk, now=clock.now())
    worker.drain()
    bodies = [message["body"] for message in twilio.wish("messages", to=Trouble.OFF)["messages"]]
    assert (len(bodies), len(set(bodies))) == (2, 1)


@pytest.mark.parametrize("number", [Trouble.OFF, Trouble.NOBODYS, Trouble.FAILED])
def test_one_that_will_never_be_there_says_so(visit: Appointment, twilio: Carrier, number: str) -> None:
    texted(visit, number)
    twilio.wish("advance")
    assert set(twilio.report()) == {200}
    assert (the_text().state, the_text().failure[:10]) == ("failed", "Twilio 300")


def test_reports_that_come_backwards_and_twice(visit: Appointment, twilio: Carrier) -> None:
    texted(visit)
    twilio.fake.telling.trouble = Webhooks.DOUBLED
    twilio.wish("advance")
    assert set(twilio.report(backwards=True)) == {200}
    assert the_text().state == "delivered"


@pytest.mark.parametrize(
    ("number", "code"),
    [
        (Trouble.LANDLINE, "21614"),
        (Trouble.REGION, "21408"),
        (Trouble.UNSUBSCRIBED, "21610"),
        (Trouble.INVALID, "21211"),
    ],
)
def test_refused_for_good_is_not_tried_again(visit: Appointment, twilio: Carrier, number: str, code: str) -> None:
    row = texted(visit, number)
    assert (row.state, row.failure, row.attempts) == ("failed", f"Twilio {code}", 1)


def test_a_number_that_answered_stop_gets_none_until_it_answers_start(
    visit: Appointment, twilio: Carrier, ada: Person
) -> None:
    twilio.wish("reply", **{"from": MOBILE, "body": "Stop"})
    row = texted(visit)
    assert (row.state, row.failure) == ("failed", "Twilio 21610")
    failed = ada.get("/deliveries?state=failed").json()["items"]
    assert [(item["channel"], item["failure"]) for item in failed] == [("sms", "Twilio 21610")]


@pytest.mark.parametrize("number", [Trouble.BROKEN, Trouble.UNAVAILABLE])
def test_a_company_that_is_broken_is_asked_again_later(
    visit: Appointment, twilio: Carrier, moment: Clock, number: str
) -> None:
    row = texted(visit, number)
    assert (row.state, row.failure) == ("queued", f"Twilio 20{number[-3:]}")
    for _ in range(14):
        moment.forward(minutes=45)
        worker.drain()
    assert (the_text().state, the_text().attempts) == ("failed", 12)


def test_too_many_at_once_waits(visit: Appointment, twilio: Carrier, moment: Clock) -> None:
    row = texted(visit, Trouble.TOO_MANY_ONCE)
    assert (row.state, row.failure) == ("queued", "Twilio 20429")
    moment.forward(minutes=1)
    worker.drain()
    assert the_text().state == "sent"


def test_wrong_keys_lose_nothing(visit: Appointment, twilio: Carrier, settings: Any, moment: Clock) -> None:
    right, settings.TWILIO_AUTH_TOKEN = settings.TWILIO_AUTH_TOKEN, "wrong"
    row = texted(visit)
    assert (row.state, row.failure) == ("queued", "Twilio 20003")
    settings.TWILIO_AUTH_TOKEN = right
    moment.forward(minutes=1)
    worker.drain()
    assert the_text().state == "sent"


def test_an_answer_that_was_lost_sends_nothing_twice(visit: Appointment, twilio: Carrier, moment: Clock) -> None:
    row = texted(visit, Trouble.LOST_ONCE)
    assert row.state == "queued"
    moment.forward(minutes=1)
    worker.drain()
    assert (the_text().state, the_text().attempts) == ("sent", 2)
    assert accepted(twilio, Trouble.LOST_ONCE) == 1


class Killed(BaseException):
    """Stands for SIGKILL: nothing after it runs, as nothing catches it."""


class DyingProvider(TwilioProvider):
    """Dies in its first text, before or after Twilio has accepted it."""

    def __init__(self, *, after_acceptance: bool) -> None:
        self.after_acceptance = after_acceptance
        self.has_died = False

    def send(self, sms: Sms) -> str:
        if self.has_died:
            return super().send(sms)
        self.has_died = True
        if self.after_acceptance:
            super().send(sms)
        raise Killed


@pytest.mark.parametrize("after_acceptance", [False, True])
def test_a_worker_killed_in_mid_text_sends_it_once(
    visit: Appointment, twilio: Carrier, moment: Clock, monkeypatch: pytest.MonkeyPatch, after_acceptance: bool
) -> None:
    monkeypatch.setitem(registry._sms, "twilio", DyingProvider(after_acceptance=after_acceptance))
    with pytest.raises(Killed):
        texted(visit)
    moment.forward(minutes=30)
    worker.drain()
    assert the_text().state == "sent"
    assert accepted(twilio, MOBILE) == 1


def test_the_same_words_of_an_earlier_message_are_no_repeat(visit: Appointment, twilio: Carrier, moment: Clock) -> None:
    """Whoever is told the same on another day is told."""
    provider, words = registry.sms_provider(), "VALClean: Cancelled: Deep clean, Tue 9 June, 10:00."
    assert provider is not None
    for is_repeat in (False, True):
        later = moment.forward(days=2)
        provider.send(Sms("a", MOBILE, words, later, is_repeat=is_repeat))
    assert accepted(twilio, MOBILE) == 2


class TestWhoReports:
    def test_nobody_else_can(self, visit: Appointment, twilio: Carrier) -> None:
        row = texted(visit)
        form = {"MessageSid": row.provider_message_id, "MessageStatus": "failed", "ErrorCode": "30003"}
        for signature in ("", "guessed", "YSBndWVzcw=="):
            answer = Person().client.post(
                f"/api/text-messages/{row.pk}/report",
                urlencode(form),
                content_type="application/x-www-form-urlencoded",
                headers={"x-twilio-signature": signature},
            )
            assert answer.status_code == 404
        assert the_text().state == "sent"

    def test_not_of_another_text(self, visit: Appointment, twilio: Carrier, cleo: Person) -> None:
        """A signature is good for one address."""
        row = texted(visit)
        mail = Delivery.objects.filter(channel="email", recipient="customer").get()
        twilio.wish("advance")
        body, headers = twilio.fake.callbacks.messages()[-1]
        answer = Person().client.generic(
            "POST",
            f"/api/text-messages/{mail.pk}/report",
            body,
            "application/x-www-form-urlencoded",
            headers={"x-twilio-signature": headers["X-Twilio-Signature"]},
        )
        assert answer.status_code == 404
        assert the_text().pk == row.pk

    @pytest.mark.parametrize(
        ("body", "kind"),
        [
            ("&".join(f"a{number}=1" for number in range(2_000)), "application/x-www-form-urlencoded"),
            ("x", "multipart/form-data"),
            ("{}", "application/json"),
            ("%00=%ff", "application/x-www-form-urlencoded"),
        ],
    )
    def test_not_by_whatever_is_sent(self, visit: Appointment, twilio: Carrier, body: str, kind: str) -> None:
        row = texted(visit)
        answer = Person().client.generic("POST", f"/api/text-messages/{row.pk}/report", body, kind)
        assert answer.status_code == 404

    def test_nobody_where_there_is_no_company(self, visit: Appointment, twilio: Carrier, settings: Any) -> None:
        row = texted(visit)
        settings.SMS_PROVIDER = ""
        assert Person().client.post(f"/api/text-messages/{row.pk}/report", {}).status_code == 404
