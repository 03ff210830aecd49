"""Nothing lost, nothing twice, also by Resend: what happens when it refuses, fails, or reports oddly."""

from __future__ import annotations

import base64
import json
from collections.abc import Iterator
from typing import Any

import pytest

from almanac.business.models import Business
from almanac.notifications.tests.conftest import Clock
from almanac.notifications.tests.factories import mails
from almanac.notifications.tests.mailers import (
    Company,
    Killed,
    dies_once,
    resend,
    sent_again,
    to_customer,
    written,
)
from almanac.outbox import worker
from almanac.scheduling.models import Appointment
from fakes.resend.webhooks import signature
from fakes.telling import Trouble
from tests.cast import Person

pytestmark = pytest.mark.django_db


@pytest.fixture
def company(settings: Any, moment: Clock, sam: Person) -> Iterator[Company]:
    sam.account.email = ""  # the customer's letter is the only one
    sam.account.save()
    settings.DEFAULT_FROM_EMAIL = "Almanac <bookings@almanac.example>"
    with resend(settings) as found:
        yield found


def state() -> tuple[str, str]:
    row = to_customer()
    return row.state, row.failure


class TestSending:
    def test_a_letter_with_its_calendar(self, visit: Appointment, company: Company, moment: Clock) -> None:
        row = written(visit)
        (mail,) = company.mails()
        assert (row.state, row.sent_at, row.provider_message_id) == ("sent", moment.now, mail["id"])
        assert (mail["from"], mail["to"]) == ("VALClean <bookings@almanac.example>", ["cleo@example.com"])
        assert (mail["reply_to"], mail["subject"]) == (["hello@valclean.example"], row.subject)
        assert (mail["text"], mail["html"]) == (row.body_text, row.body_html)
        assert mail["_headers"] == {"Auto-Submitted": "auto-generated", "X-Entity-Ref-ID": str(row.pk)}
        (attachment,) = mail["_attachments"]
        assert (attachment["filename"], attachment["content_type"]) == (
            "booking.ics",
            f"text/calendar; method={row.calendar_method}; charset=utf-8",
        )
        assert base64.b64decode(attachment["content"]).decode() == row.calendar

    def test_a_name_that_would_need_quotes(self, visit: Appointment, valclean: Business, company: Company) -> None:
        valclean.name = 'Прибирання, "Val" (London) Ltd.'
        valclean.save()
        assert written(visit).state == "sent"
        assert company.mails()[0]["from"] == "Прибирання Val London Ltd. <bookings@almanac.example>"

    def test_refused_for_good_is_seen_and_not_tried_again(
        self, visit: Appointment, company: Company, moment: Clock, ada: Person
    ) -> None:
        row = written(visit, "cleo@nowhere")
        assert (row.state, row.failure, row.attempts) == ("failed", "Resend validation_error", 1)
        moment.forward(days=1)
        assert company.mails() == []
        (failed,) = ada.get("/deliveries?state=failed").json()["items"]
        assert (failed["channel"], failed["failure"]) == ("email", "Resend validation_error")

    @pytest.mark.parametrize(
        ("verb", "wish", "mended", "failure"),
        [
            ("quota", {"left": 0}, {"left": None}, "Resend daily_quota_exceeded"),
            ("unverified", {"domains": ["almanac.example"]}, {"domains": []}, "Resend validation_error"),
        ],
    )
    def test_what_is_ours_to_mend_waits(
        self, visit: Appointment, company: Company, moment: Clock, verb: str, wish: Any, mended: Any, failure: str
    ) -> None:
        company.wish(verb, **wish)
        assert (written(visit).state, to_customer().failure) == ("queued", failure)
        company.wish(verb, **mended)
        moment.forward(minutes=1)
        assert len(company.mails()) == 1
        assert state() == ("sent", "")

    @pytest.mark.parametrize(
        ("status", "failure"),
        [
            (429, "Resend rate_limit_exceeded"),
            (500, "Resend application_error"),
            (503, "Resend application_error"),
            (0, "RemoteProtocolError"),
        ],
    )
    def test_for_now_refused_is_sent_later(
        self, visit: Appointment, company: Company, moment: Clock, status: int, failure: str
    ) -> None:
        company.fake.down = [status]
        assert (written(visit).state, to_customer().failure) == ("queued", failure)
        moment.forward(minutes=1)
        assert len(company.mails()) == 1
        assert (*state(), to_customer().attempts) == ("sent", "", 2)

    def test_a_sender_that_cannot_be_read_is_ours_to_mend(
        self, visit: Appointment, company: Company, moment: Clock, settings: Any
    ) -> None:
        right, settings.DEFAULT_FROM_EMAIL = settings.DEFAULT_FROM_EMAIL, "bookings@nowhere"
        assert written(visit).state == "queued"
        settings.DEFAULT_FROM_EMAIL = right
        moment.forward(minutes=1)
        assert len(company.mails()) == 1

    @pytest.mark.parametrize(("key", "failure"), [("wrong", "invalid_api_key"), ("", "missing_api_key")])
    def test_wrong_keys_lose_nothing(
        self, visit: Appointment, company: Company, moment: Clock, settings: Any, key: str, failure: str
    ) -> None:
        right, settings.RESEND_API_KEY = settings.RESEND_API_KEY, key
        written(visit)
        assert state()[0] == "queued"
        assert state()[1] == f"Resend {failure}" or not key  # an empty one is "Bearer", which they call invalid
        settings.RESEND_API_KEY = right
        moment.forward(minutes=1)
        assert len(company.mails()) == 1

    def test_one_that_never_answers_ends_failed_and_visible(
        self, visit: Appointment, company: Company, moment: Clock
    ) -> None:
        company.fake.down = [500] * 20
        written(visit)
        for _ in range(15):
            moment.forward(hours=2)
            worker.drain()
        assert (*state(), to_customer().attempts) == ("failed", "Resend application_error", 12)


class TestRepeats:
    def test_an_answer_that_was_lost_sends_nothing_twice(
        self, visit: Appointment, company: Company, moment: Clock
    ) -> None:
        company.fake.lose_answers = 1
        assert written(visit).state == "queued"
        moment.forward(minutes=1)
        (mail,) = company.mails()
        row = to_customer()
        assert (row.state, row.attempts, row.provider_message_id) == ("sent", 2, mail["id"])

    @pytest.mark.parametrize("after_acceptance", [False, True])
    def test_a_worker_killed_in_mid_message_sends_it_once(
        self,
        visit: Appointment,
        company: Company,
        moment: Clock,
        monkeypatch: pytest.MonkeyPatch,
        after_acceptance: bool,
    ) -> None:
        dies_once(monkeypatch, after_acceptance=after_acceptance)
        with pytest.raises(Killed):
            written(visit)
        assert state()[0] == "sending"
        moment.forward(minutes=30)
        assert len(company.mails()) == 1
        assert state()[0] == "sent"

    def test_one_that_is_still_worked_on_there_waits(self, visit: Appointment, company: Company, moment: Clock) -> None:
        company.fake.lose_answers = 1
        row = written(visit)
        company.wish("working", keys=[str(row.pk)])
        moment.forward(minutes=1)
        worker.drain()
        assert state() == ("queued", "Resend concurrent_idempotent_requests")
        company.wish("working", keys=[])
        moment.forward(minutes=5)
        assert len(company.mails()) == 1
        assert state()[0] == "sent"

    def test_other_content_under_a_used_key_is_for_people_to_decide(
        self, visit: Appointment, valclean: Business, company: Company, moment: Clock, ada: Person
    ) -> None:
        company.fake.lose_answers = 1
        written(visit)
        valclean.email = "other@valclean.example"
        valclean.save()
        moment.forward(minutes=1)
        assert len(company.mails()) == 1
        assert state() == ("failed", "Resend invalid_idempotent_request")
        assert sent_again(ada, to_customer()).state == "sent"
        assert len(company.mails()) == 2

    def test_the_same_letter_sent_again_by_hand_is_no_repeat(
        self, visit: Appointment, company: Company, ada: Person
    ) -> None:
        first = written(visit, "bounced@example.com")
        bounce = company.messages()
        company.report(*bounce)
        again = sent_again(ada, first)
        assert (again.state, len(company.mails())) == ("sent", 2)
        assert again.message_id != first.message_id
        assert company.report(*bounce) == [200, 200]
        assert to_customer().state == "sent", "late reports of the first sending are not about the second"

    def test_what_held_a_key_cannot_be_sent_again(self, visit: Appointment, company: Company, ada: Person) -> None:
        row = written(visit, "bounced@example.com")
        mails(pk=row.pk).update(body_text="", body_html="")
        company.report()
        assert sent_again(ada, row).state == "failed"


class TestReports:
    @pytest.mark.parametrize(
        ("address", "becomes"),
        [
            ("cleo@example.com", ("delivered", "")),
            ("bounced@example.com", ("failed", "bounced")),
            ("complained@example.com", ("failed", "complained")),
            ("suppressed@example.com", ("failed", "suppressed")),
            ("failed@example.com", ("failed", "failed")),
            ("delayed@example.com", ("sent", "")),
        ],
    )
    @pytest.mark.parametrize("backwards", [False, True])
    def test_what_became_of_it_in_any_order_and_twice(
        self, visit: Appointment, company: Company, address: str, becomes: tuple[str, str], backwards: bool
    ) -> None:
        written(visit, address)
        messages = company.messages(backwards=backwards)
        assert set(company.report(*messages, *messages)) == {200}
        assert state() == becomes

    def test_a_bounce_after_it_was_there_is_seen(self, visit: Appointment, company: Company, ada: Person) -> None:
        row = written(visit)
        company.report()
        assert state()[0] == "delivered"
        company.wish("event", id=row.provider_message_id, kind="email.bounced")
        company.report()
        assert state() == ("failed", "bounced")
        (failed,) = ada.get("/deliveries?state=failed").json()["items"]
        assert failed["failure"] == "bounced"
        company.wish("event", id=row.provider_message_id, kind="email.delivered")
        company.report()
        assert state() == ("failed", "bounced"), "what bounced is not there, whoever says so later"

    def test_before_its_answer_was_recorded(self, visit: Appointment, company: Company, moment: Clock) -> None:
        company.fake.lose_answers = 1
        written(visit)
        company.report()
        row = to_customer()
        assert (row.state, row.provider_message_id) == ("delivered", company.mails()[0]["id"])
        moment.forward(minutes=1)
        assert len(company.mails()) == 1

    def test_that_it_is_there_makes_keys_forgotten_also_where_the_answer_was_lost(
        self, visit: Appointment, company: Company
    ) -> None:
        company.fake.lose_answers = 1
        row = written(visit)
        mails(pk=row.pk).update(order=None)  # as letters about accounts are
        assert row.body_text
        company.report()
        assert (to_customer().state, to_customer().body_text, to_customer().body_html) == ("delivered", "", "")

    def test_without_our_mark_by_their_own_id(self, visit: Appointment, company: Company) -> None:
        row = written(visit)
        company.wish("event", id=row.provider_message_id, kind="email.bounced", more={"tags": {}})
        assert company.report(*company.fake.telling.messages()) == [200]
        assert state() == ("failed", "bounced")

    @pytest.mark.parametrize(
        "more",
        [
            {"tags": {"delivery": "nonsense"}},
            {"tags": {"delivery": "0197a000-0000-7000-8000-000000000000"}},
            {"tags": [{"name": "delivery", "value": "a"}], "email_id": "of-another-program"},
            {"tags": None, "email_id": "of-another-program"},
            {"tags": None, "email_id": ""},
        ],
    )
    def test_what_nobody_knows_here_is_taken(self, visit: Appointment, company: Company, more: Any) -> None:
        row = written(visit)
        company.wish("event", id=row.provider_message_id, kind="email.bounced", more=more)
        assert company.report(*company.fake.telling.messages()) == [200]
        assert state() == ("sent", "")

    @pytest.mark.parametrize("body", [b"", b"no JSON", b"[]", b'{"type":"contact.created","data":{}}', b'{"type":1}'])
    def test_signed_nonsense_is_taken(self, company: Company, moment: Clock, body: bytes) -> None:
        at = int(moment.now.timestamp())
        headers = {"svix-id": "msg_1", "svix-timestamp": str(at), "svix-signature": signature("msg_1", at, body)}
        assert company.told(body, headers) == 200

    def test_other_events_say_nothing(self, visit: Appointment, company: Company) -> None:
        row = written(visit)
        for kind in ("email.opened", "email.clicked", "email.received"):
            company.wish("event", id=row.provider_message_id, kind=kind)
        assert set(company.report(*company.fake.telling.messages())) == {200}
        assert state() == ("sent", "")

    def test_lost_ones_leave_what_is_true(self, visit: Appointment, company: Company) -> None:
        company.fake.telling.trouble = Trouble.LOST
        written(visit)
        assert company.report() == []
        assert state() == ("sent", "")


class TestWhoReports:
    def test_nobody_else_can(self, visit: Appointment, company: Company) -> None:
        written(visit, "bounced@example.com")
        for body, headers in company.messages():
            other = json.dumps({**json.loads(body), "type": "email.delivered"}).encode()
            for signed in ("", "v1,", "v1,guessed", "v2,guessed", "é", headers["svix-signature"][3:]):
                assert company.told(body, {**headers, "svix-signature": signed}) == 404
            for name, value in (("svix-id", "msg_2"), ("svix-timestamp", "0"), ("svix-timestamp", "soon")):
                assert company.told(body, {**headers, name: value}) == 404
            assert company.told(other, headers) == 404
            assert company.told(body, {}) == 404
        assert state() == ("sent", "")

    @pytest.mark.parametrize(("seconds", "status"), [(299, 200), (301, 404), (-299, 200), (-301, 404)])
    def test_an_old_one_is_refused(
        self, visit: Appointment, company: Company, moment: Clock, seconds: int, status: int
    ) -> None:
        written(visit)
        messages = company.messages()
        moment.forward(seconds=seconds)
        assert set(company.report(*messages)) == {status}

    def test_two_signatures_while_the_secret_changes(self, visit: Appointment, company: Company) -> None:
        written(visit)
        for body, headers in company.messages():
            both = f"v1,b2xk {headers['svix-signature']}"
            assert company.told(body, {**headers, "svix-signature": both}) == 200

    @pytest.mark.parametrize("secret", ["", "whsec_", "whsec_not base64", "whsec_b3RoZXI="])
    def test_nobody_without_the_secret(self, visit: Appointment, company: Company, settings: Any, secret: str) -> None:
        written(visit)
        settings.RESEND_WEBHOOK_SECRET = secret
        assert set(company.report()) == {404}
        assert state() == ("sent", "")

    def test_also_while_another_company_sends(self, visit: Appointment, company: Company, settings: Any) -> None:
        written(visit)
        settings.EMAIL_PROVIDER = "smtp"
        assert set(company.report()) == {200}
        assert state()[0] == "delivered"

    def test_no_company_of_that_name(self, visit: Appointment, company: Company) -> None:
        written(visit)
        for name in ("smtp", "sendgrid", "nobody"):
            company.door = f"/api/mail-reports/{name}"
            assert {company.told(*message) for message in company.messages()} <= {404}

    @pytest.mark.parametrize("size", [1_000_001, 3_000_000])
    def test_not_at_any_length(self, company: Company, moment: Clock, size: int) -> None:
        body, at = b" " * size, int(moment.now.timestamp())
        headers = {"svix-id": "msg_1", "svix-timestamp": str(at), "svix-signature": signature("msg_1", at, body)}
        assert company.told(body, headers) == 404

    def test_whoever_guesses_is_sent_away(self, company: Company, settings: Any) -> None:
        settings.RATE_LIMITS_LIFTED = False
        answers = [company.told(b"{}", {}) for _ in range(61)]
        assert answers == [404] * 60 + [429]
