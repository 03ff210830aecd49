"""One's own list of messages, what one wants where, and the short links of texts."""

from __future__ import annotations

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from almanac.notifications.models import Delivery, Muted
from almanac.notifications.short_links import hashed, short_link
from almanac.notifications.tests.conftest import Clock, Post
from almanac.notifications.tests.factories import confirmed, move
from almanac.people.models import Customer
from almanac.scheduling.models import Appointment
from tests.cast import Person

pytestmark = pytest.mark.django_db


@pytest.fixture
def told(visit: Appointment, post: Post, moment: Clock) -> Appointment:
    """Cleo was told of her booking, and of its move a minute later."""
    confirmed(visit)
    post.run()
    moment.forward(minutes=1)
    move(visit, visit.starts_at.replace(day=10), at=moment.now)
    post.run()
    return visit


def titles(person: Person, query: str = "") -> list[str]:
    return [row["title"].partition(":")[0] for row in person.get(f"/me/messages{query}").json()["items"]]


def test_the_newest_first_in_pages(told: Appointment, cleo: Person) -> None:
    assert titles(cleo) == ["Changed", "You're booked"]
    first = cleo.get("/me/messages?limit=1").json()
    assert titles(cleo, f"?limit=1&cursor={first['next_cursor']}") == ["You're booked"]


def test_nobody_elses(told: Appointment, otto: Person, ada: Person, max_: Person) -> None:
    for other in (otto, ada, max_):
        assert titles(other) == []
        assert other.get("/me/messages/unread").json() == {"count": 0}


@pytest.mark.parametrize("path", ["/me/messages", "/me/messages/unread", "/me/message-choices"])
def test_a_stranger_is_asked_to_sign_in(path: str, db: None) -> None:
    answer = Person().get(path)
    assert (answer.status_code, answer.json()["code"]) == (401, "sign_in_needed")


def test_read_one_then_all(told: Appointment, cleo: Person, otto: Person) -> None:
    newest, oldest = cleo.get("/me/messages").json()["items"]
    assert cleo.get("/me/messages/unread").json() == {"count": 2}
    assert otto.post("/me/messages/read", {"ids": [newest["id"]]}).json() == {"count": 0}
    assert cleo.get("/me/messages/unread").json() == {"count": 2}, "not by another"
    assert cleo.post("/me/messages/read", {"ids": [newest["id"]]}).json() == {"count": 1}
    read_at = cleo.get("/me/messages").json()["items"][0]["read_at"]
    assert read_at is not None
    assert cleo.post("/me/messages/read", {"ids": None}).json() == {"count": 0}
    assert cleo.get("/me/messages").json()["items"][0]["read_at"] == read_at, "once is enough"
    assert cleo.get("/me/messages").json()["items"][1]["id"] == oldest["id"]


def test_the_list_takes_as_many_queries_however_long(told: Appointment, cleo: Person) -> None:
    counts = []
    for query in ("?limit=1", "?limit=2"):
        with CaptureQueriesContext(connection) as captured:
            assert cleo.get(f"/me/messages{query}").status_code == 200
        counts.append(len(captured))
    assert counts[0] == counts[1]


class TestChoices:
    def test_customers_and_the_team_choose_among_what_concerns_them(
        self, cleo: Person, sam: Person, max_: Person, ada: Person
    ) -> None:
        cleos, sams = cleo.get("/me/message-choices").json(), sam.get("/me/message-choices").json()
        assert "receipts" in cleos["kinds"]
        assert "team" not in cleos["kinds"]
        assert sams["kinds"] == ["bookings", "changes", "reminders", "team"]
        for manages in (max_, ada):  # reminders are for whoever comes
            assert manages.get("/me/message-choices").json()["kinds"] == ["bookings", "changes", "team"]
        assert (cleos["muted"], cleos["devices"], cleos["has_texts"]) == ([], [], False)
        assert len(cleos["push_key"]) == 87  # a point of P-256, uncompressed, in base64url

    def test_the_number_that_texts_go_to(self, cleo: Person, sam: Person) -> None:
        Customer.objects.filter(pk=cleo.customer.pk).update(phone="+447700900777")
        sam.account.phone = "+447700900888"
        sam.account.save()
        assert cleo.get("/me/message-choices").json()["phone"] == "+447700900777"
        assert sam.get("/me/message-choices").json()["phone"] == "+447700900888"
        assert sam.get("/me/message-choices").json()["can_text"]
        Customer.objects.filter(pk=cleo.customer.pk).update(phone="+442079460123")
        assert not cleo.get("/me/message-choices").json()["can_text"]

    def test_what_was_said_last_stands(self, cleo: Person) -> None:
        first = [{"kind": "changes", "channel": "push"}, {"kind": "changes", "channel": "sms"}]
        assert cleo.put("/me/message-choices", {"muted": first}).json()["muted"] == first
        assert cleo.put("/me/message-choices", {"muted": first[:1] * 2}).json()["muted"] == first[:1]
        assert cleo.put("/me/message-choices", {"muted": []}).json()["muted"] == []
        assert Muted.objects.count() == 0

    @pytest.mark.parametrize(
        "choice",
        [
            {"kind": "changes", "channel": "email"},
            {"kind": "changes", "channel": "in_app"},
            {"kind": "everything", "channel": "sms"},
            {"kind": "changes"},
        ],
    )
    def test_no_other_channels_or_kinds(self, cleo: Person, choice: dict[str, str]) -> None:
        assert cleo.put("/me/message-choices", {"muted": [choice]}).status_code == 422


class TestShortLinks:
    @pytest.fixture
    def word(self, db: None) -> str:
        address, kept = short_link("en")
        Delivery.objects.create(
            key="a text",
            channel="sms",
            language="en",
            template="reminder",
            link="http://localhost:3000/x/",
            short_link=kept,
        )
        return address.rpartition("#")[2]

    def test_leads_to_its_page(self, word: str) -> None:
        assert Person().post("/short-links", {"word": word}).json() == {"link": "http://localhost:3000/x/"}

    def test_typed_by_hand(self) -> None:
        assert hashed("abc0o1il4567") == hashed("ABC001114567")

    def test_unknown(self, word: str) -> None:
        assert Person().post("/short-links", {"word": "0" * 12}).status_code == 404

    @pytest.mark.parametrize("wrong", ["", "short", "x" * 13])
    def test_no_word_at_all(self, word: str, wrong: str) -> None:
        assert Person().post("/short-links", {"word": wrong}).status_code == 422

    def test_only_its_hash_is_kept(self, word: str) -> None:
        assert word not in str(list(Delivery.objects.values()))

    def test_guessing_is_slowed_down(self, word: str, settings: pytest.FixtureRequest) -> None:
        answers = [Person().post("/short-links", {"word": f"{number:012}"}).status_code for number in range(31)]
        assert (answers[0], answers[-1]) == (404, 429)

    def test_in_the_readers_language(self) -> None:
        assert short_link("uk")[0].startswith("http://localhost:3000/uk/m/#")
