"""Nothing lost, and twice at most under the same Message-ID: what happens when SendGrid refuses, fails, or reports oddly."""

from __future__ import annotations

import base64
import json
from collections.abc import Iterator
from typing import Any

import pytest
from cryptography.hazmat.primitives.asymmetric import ec

from almanac.notifications.tests.conftest import Clock
from almanac.notifications.tests.mailers import (
    Company,
    Killed,
    dies_once,
    sendgrid,
    sent_again,
    to_customer,
    written,
)
from almanac.scheduling.models import Appointment
from fakes.sendgrid.webhooks import signature
from tests.cast import Person

pytestmark = pytest.mark.django_db
SIGNATURE, TIMESTAMP = (f"X-Twilio-Email-Event-Webhook-{name}" for name in ("Signature", "Timestamp"))


@pytest.fixture
def company(settings: Any, moment: Clock, sam: Person) -> Iterator[Company]:
    sam.account.email = ""  # the customer's letter is the only one
    sam.account.save()
    settings.DEFAULT_FROM_EMAIL = "Almanac <bookings@almanac.example>"
    with sendgrid(settings) as found:
        yield found


def state() -> tuple[str, str]:
    row = to_customer()
    return row.state, row.failure


def signed(body: bytes) -> dict[str, str]:
    return {SIGNATURE: signature("1", body), TIMESTAMP: "1"}


class TestSending:
    def test_a_letter_with_its_calendar(self, visit: Appointment, company: Company, moment: Clock) -> None:
        row = written(visit)
        (mail,) = company.mails()
        assert (row.state, row.sent_at, row.provider_message_id) == ("sent", moment.now, mail["id"])
        assert mail["from"] == {"email": "bookings@almanac.example", "name": "VALClean"}
        assert (mail["to"], mail["reply_to"]) == (
            [{"email": "cleo@example.com"}],
            {"email": "hello@valclean.example"},
        )
        assert mail["subject"] == row.subject
        assert [(each["type"], each["value"]) for each in mail["content"]] == [
            ("text/plain", row.body_text),
            ("text/html", row.body_html),
        ]
        assert mail["headers"] == {"Message-ID": row.message_id, "Auto-Submitted": "auto-generated"}
        (attachment,) = mail["attachments"]
        assert (attachment["filename"], attachment["type"]) == ("booking.ics", "text/calendar")
        calendar = base64.b64decode(attachment["content"]).decode()
        assert calendar == row.calendar
        assert f"METHOD:{row.calendar_method}" in calendar
        assert not any(each["enable"] for each in mail["tracking_settings"].values()), "links in letters hold keys"

    def test_refused_for_good_is_seen_and_not_tried_again(
        self, visit: Appointment, company: Company, moment: Clock, ada: Person
    ) -> None:
        row = written(visit, "cleo@nowhere")
        failure = "SendGrid 400 personalizations.0.to.0.email"
        assert (row.state, row.failure, row.attempts) == ("failed", failure, 1)
        moment.forward(days=1)
        assert company.mails() == []
        (failed,) = ada.get("/deliveries?state=failed").json()["items"]
        assert (failed["channel"], failed["failure"]) == ("email", failure)

    def test_a_domain_that_nobody_proved_waits(self, visit: Appointment, company: Company, moment: Clock) -> None:
        company.wish("unverified", domains=["almanac.example"])
        assert (written(visit).state, to_customer().failure) == ("queued", "SendGrid 403 from")
        company.wish("unverified", domains=[])
        moment.forward(minutes=1)
        assert len(company.mails()) == 1

    def test_a_sender_that_cannot_be_read_is_ours_to_mend(
        self, visit: Appointment, company: Company, moment: Clock, settings: Any
    ) -> None:
        right, settings.DEFAULT_FROM_EMAIL = settings.DEFAULT_FROM_EMAIL, "bookings@nowhere"
        assert (written(visit).state, to_customer().failure) == ("queued", "SendGrid 400 from.email")
        settings.DEFAULT_FROM_EMAIL = right
        moment.forward(minutes=1)
        assert len(company.mails()) == 1

    @pytest.mark.parametrize(
        ("status", "failure"),
        [(429, "SendGrid 429"), (500, "SendGrid 500"), (503, "SendGrid 503"), (0, "RemoteProtocolError")],
    )
    def test_for_now_refused_is_sent_later(
        self, visit: Appointment, company: Company, moment: Clock, status: int, failure: str
    ) -> None:
        company.fake.down = [status]
        assert (written(visit).state, to_customer().failure) == ("queued", failure)
        moment.forward(minutes=1)
        assert len(company.mails()) == 1
        assert (*state(), to_customer().attempts) == ("sent", "", 2)

    def test_too_large_is_refused_for_good(self, visit: Appointment, company: Company) -> None:
        company.fake.down = [413]
        assert (written(visit).state, to_customer().failure) == ("failed", "SendGrid 413")

    def test_wrong_keys_lose_nothing(self, visit: Appointment, company: Company, moment: Clock, settings: Any) -> None:
        right, settings.SENDGRID_API_KEY = settings.SENDGRID_API_KEY, "wrong"
        assert (written(visit).state, to_customer().failure) == ("queued", "SendGrid 401")
        settings.SENDGRID_API_KEY = right
        moment.forward(minutes=1)
        assert len(company.mails()) == 1


class TestRepeats:
    def test_an_answer_that_was_lost_repeats_under_the_same_id(
        self, visit: Appointment, company: Company, moment: Clock
    ) -> None:
        company.fake.lose_answers = 1
        assert written(visit).state == "queued"
        moment.forward(minutes=1)
        found = company.mails()
        assert len(found) == 2
        assert {mail["headers"]["Message-ID"] for mail in found} == {to_customer().message_id}
        assert (to_customer().state, to_customer().attempts) == ("sent", 2)

    @pytest.mark.parametrize(("after_acceptance", "mails"), [(False, 1), (True, 2)])
    def test_a_worker_killed_in_mid_message_repeats_at_most_once(
        self,
        visit: Appointment,
        company: Company,
        moment: Clock,
        monkeypatch: pytest.MonkeyPatch,
        after_acceptance: bool,
        mails: int,
    ) -> None:
        dies_once(monkeypatch, after_acceptance=after_acceptance)
        with pytest.raises(Killed):
            written(visit)
        assert state()[0] == "sending"
        moment.forward(minutes=30)
        found = company.mails()
        assert len(found) == mails
        assert {mail["headers"]["Message-ID"] for mail in found} == {to_customer().message_id}
        assert state()[0] == "sent"

    def test_late_reports_of_a_first_sending_are_not_about_the_second(
        self, visit: Appointment, company: Company, ada: Person
    ) -> None:
        first = written(visit, "bounced@example.com")
        bounce = company.messages()
        company.report(*bounce)
        again = sent_again(ada, first)
        assert (again.state, len(company.mails())) == ("sent", 2)
        assert company.report(*bounce) == [200]
        assert to_customer().state == "sent"


class TestReports:
    @pytest.mark.parametrize(
        ("address", "becomes"),
        [
            ("cleo@example.com", ("delivered", "")),
            ("bounced@example.com", ("failed", "bounced")),
            ("complained@example.com", ("failed", "complained")),
            ("dropped@example.com", ("failed", "dropped")),
            ("deferred@example.com", ("sent", "")),
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

    def test_blocked_is_told_apart_from_bounced(self, visit: Appointment, company: Company) -> None:
        row = written(visit)
        company.wish("event", id=row.provider_message_id, kind="bounce", more={"type": "blocked"})
        company.report(*company.fake.telling.messages())
        assert state() == ("failed", "blocked")

    def test_a_bounce_after_it_was_there_is_seen(self, visit: Appointment, company: Company, ada: Person) -> None:
        row = written(visit)
        company.report()
        assert state()[0] == "delivered"
        # Of one that comes late they do not say which message it was, but what we gave them to repeat.
        company.wish("event", id=row.provider_message_id, kind="bounce", more={"sg_message_id": None})
        company.report()
        assert state() == ("failed", "bounced")
        assert to_customer().provider_message_id == row.provider_message_id
        (failed,) = ada.get("/deliveries?state=failed").json()["items"]
        assert failed["failure"] == "bounced"

    def test_before_its_answer_was_recorded(self, visit: Appointment, company: Company, moment: Clock) -> None:
        company.fake.lose_answers = 1
        written(visit)
        company.report()
        row = to_customer()
        assert (row.state, row.provider_message_id) == ("delivered", company.mails()[0]["id"])
        moment.forward(minutes=1)
        assert len(company.mails()) == 1, "it is not sent again"

    @pytest.mark.parametrize(
        "more",
        [
            {"delivery": "nonsense"},
            {"delivery": "0197a000-0000-7000-8000-000000000000"},
            {"delivery": None, "sg_message_id": "of-another-program.1"},
            {"delivery": ["a"], "sg_message_id": 7},
        ],
    )
    def test_what_nobody_knows_here_is_taken(self, visit: Appointment, company: Company, more: Any) -> None:
        row = written(visit)
        company.wish("event", id=row.provider_message_id, kind="bounce", more=more)
        assert company.report(*company.fake.telling.messages()) == [200]
        assert state() == ("sent", "")

    @pytest.mark.parametrize("body", [b"", b"no JSON", b"{}", b"[1, null]", b'[{"event":["bounce"]}]'])
    def test_signed_nonsense_is_taken(self, company: Company, body: bytes) -> None:
        assert company.told(body, signed(body)) == 200


class TestWhoReports:
    def test_what_their_own_library_is_tested_with(self, company: Company, settings: Any) -> None:
        settings.SENDGRID_WEBHOOK_KEY = (
            "MFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAEEDr2LjtURuePQzplybdC+u4CwrqDqBaWjcMMsTbhdbcwHBcepxo7yAQGhHPTnlvF"
            "YPAZFceEu/1FwCM/QmGUhA=="
        )
        body = b'{"category":"example_payload","event":"test_event","message_id":"message_id"}'
        known = "MEUCIQCtIHJeH93Y+qpYeWrySphQgpNGNr/U+UyUlBkU6n7RAwIgJTz2C+8a8xonZGi6BpSzoQsbVRamr2nlxFDWYNH2j/0="
        assert company.told(body, {SIGNATURE: known, TIMESTAMP: "1588788367"}) == 200

    def test_nobody_else_can(self, visit: Appointment, company: Company) -> None:
        written(visit, "bounced@example.com")
        other_key = ec.generate_private_key(ec.SECP256R1())
        for body, headers in company.messages():
            forged = signature(headers[TIMESTAMP], body, other_key)
            for value in ("", "guessed", "YSBndWVzcw==", "é", forged):
                assert company.told(body, {**headers, SIGNATURE: value}) == 404
            assert company.told(body, {**headers, TIMESTAMP: "0"}) == 404
            assert company.told(json.dumps([]).encode(), headers) == 404
            assert company.told(body, {}) == 404
        assert state() == ("sent", "")

    def test_an_old_one_heard_again_changes_nothing(self, visit: Appointment, company: Company, moment: Clock) -> None:
        written(visit)
        messages = company.messages()
        assert company.report(*messages) == [200]
        moment.forward(days=2)
        assert company.report(*messages) == [200]
        assert state()[0] == "delivered"

    @pytest.mark.parametrize(
        "key", ["", "no key", "bm8ga2V5", "MCowBQYDK2VwAyEAGb9ECWmEzf6FQbrBZ9w7lshQhqowtrbLDFw4rXAxZuE="]
    )
    def test_nobody_without_a_key_of_its_kind(
        self, visit: Appointment, company: Company, settings: Any, key: str
    ) -> None:
        written(visit)
        settings.SENDGRID_WEBHOOK_KEY = key
        assert company.report() == [404]
        assert state() == ("sent", "")

    def test_not_at_any_length(self, company: Company) -> None:
        body = b" " * 1_000_001
        assert company.told(body, signed(body)) == 404

    def test_nothing_personal_is_kept_or_logged(
        self, visit: Appointment, company: Company, capfd: pytest.CaptureFixture[str]
    ) -> None:
        row = written(visit, "bounced@example.com")
        more = {"reason": "550 no mailbox bounced@example.com here"}
        company.wish("event", id=row.provider_message_id, kind="bounce", more=more)
        company.report(*company.fake.telling.messages())
        assert state() == ("failed", "bounced")
        said = capfd.readouterr()
        assert "bounced@example.com" not in said.out + said.err
