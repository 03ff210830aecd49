"""Letters about requests for a change: to those who look after the visit, and the answer to its customer."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.core import mail

from almanac.outbox import worker
from tests.cast import Person
from tests.shop import WEDNESDAY_TEN, Booked, Shop, Visitor

pytestmark = pytest.mark.django_db
FRIDAY_TEN = WEDNESDAY_TEN + timedelta(days=2)


@pytest.fixture
def made(shop: Shop, nora: Visitor) -> Booked:
    booked = nora.booked(shop)
    letters()
    return booked


def letters() -> dict[str, tuple[str, str]]:
    """What has been sent since: the subject and the words, by address."""
    worker.drain()
    sent = {one.to[0]: (str(one.subject), str(one.body)) for one in mail.outbox}
    mail.outbox.clear()
    return sent


def ask(nora: Visitor, made: Booked, kind: str = "move") -> str:
    wishes = [{"on": "2026-03-06", "part": "evening"}] if kind == "move" else []
    body = {"kind": kind, "wishes": wishes, "note": "See www.spam.example"}
    answer = nora.post(f"/appointments/{made.visit.pk}/change-requests", body, x_order_token=made.token)
    return str(answer.json()["id"])


def test_the_staff_member_and_the_manager_are_asked(nora: Visitor, made: Booked, max_: Person, ada: Person) -> None:
    ask(nora, made)
    sent = letters()
    assert set(sent) == {"sam@example.com", "max@example.com"}
    subject, words = sent["max@example.com"]
    assert subject == "Please answer: another time for Clean, Wed 4 March, 10:00\u201311:00"
    assert "Fri 6 March, in the evening" in words
    assert "www.spam.example" not in words, "what a customer typed never becomes a link"
    assert "/man/requests/" in words
    assert "/st/requests/" in sent["sam@example.com"][1]


def test_without_a_manager_administrators_are_asked(nora: Visitor, made: Booked, ada: Person) -> None:
    ask(nora, made, "cancel")
    sent = letters()
    assert "/ad/requests/" in sent["ada@valclean.example"][1]
    assert sent["ada@valclean.example"][0].startswith("Please answer: cancel Clean")


def test_what_was_taken_back_meanwhile_asks_nobody(nora: Visitor, made: Booked, max_: Person) -> None:
    request = ask(nora, made)
    nora.post(f"/change-requests/{request}/withdraw", {}, x_order_token=made.token)
    assert letters() == {}


def test_the_answer_goes_to_the_customer_with_the_link(nora: Visitor, made: Booked, sam: Person, max_: Person) -> None:
    request = ask(nora, made)
    letters()
    body = {"starts_at": FRIDAY_TEN.isoformat(), "words": "Would this do?"}
    sam.post(f"/change-requests/{request}/propose", body)
    sent = letters()
    assert set(sent) == {"nora@example.com"}
    subject, words = sent["nora@example.com"]
    assert subject == "Another time for Clean: does this suit you?"
    assert "Fri 6 March, 10:00\u201311:00" in words
    assert "Would this do?" in words
    assert "/track/#" in words
    nora.post(f"/change-requests/{request}/withdraw", {}, x_order_token=made.token)
    sent = letters()
    assert set(sent) == {"sam@example.com", "max@example.com"}
    assert sent["sam@example.com"][0].startswith("No to your proposal: Clean")


def test_a_no_with_its_words(nora: Visitor, made: Booked, sam: Person) -> None:
    request = ask(nora, made)
    letters()
    sam.post(f"/change-requests/{request}/decline", {"words": "We are full that week."})
    subject, words = letters()["nora@example.com"]
    assert subject == "We cannot change Clean, Wed 4 March, 10:00\u201311:00"
    assert "We are full that week." in words
