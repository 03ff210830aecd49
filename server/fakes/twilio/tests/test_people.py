"""People answer, leave and come back; and the page on which they do."""

from __future__ import annotations

import httpx
import pytest

from fakes.twilio.account import FROM
from fakes.twilio.tests.conftest import ANNA, PATIENCE, Shop
from fakes.twilio.troubles import Trouble

INBOUND = "http://127.0.0.1:9/inbound"


def page(shop: Shop) -> str:
    return httpx.get(f"{shop.fake.url}/", timeout=PATIENCE).text


@pytest.mark.parametrize("word", ["STOP", "stopall", " Unsubscribe ", "CANCEL", "END", "QUIT"])
def test_who_leaves_is_written_to_no_more_until_he_comes_back(shop: Shop, word: str) -> None:
    shop.fake.book.inbound_url = INBOUND
    sid = shop.wish("reply", **{"from": ANNA, "body": word})["sid"]
    assert shop.send().json()["code"] == 21610
    assert shop.wish("unsubscribed")["numbers"] == sorted([ANNA, Trouble.UNSUBSCRIBED])
    (told,) = shop.calls()
    assert (told["MessageSid"], told["From"], told["To"], told["Body"]) == (sid, ANNA, FROM, word)
    assert (told["OptOutType"], told["SmsStatus"]) == ("STOP", "received")
    assert "unsubscribed" in page(shop)
    shop.wish("reply", **{"from": ANNA, "body": "START"})
    assert shop.calls()[-1]["OptOutType"] == "START"
    assert shop.send().status_code == 201


@pytest.mark.parametrize("body", ["STOP please", "Don't stop", "When do you come?"])
def test_other_words_are_only_passed_on(shop: Shop, body: str) -> None:
    shop.fake.book.inbound_url = INBOUND
    shop.wish("reply", **{"from": ANNA, "body": body})
    assert "OptOutType" not in shop.calls()[0]
    assert shop.send().status_code == 201


def test_help_is_answered_and_unstop_comes_back(shop: Shop) -> None:
    shop.wish("reply", **{"from": Trouble.UNSUBSCRIBED, "body": "unstop"})
    assert shop.send(Trouble.UNSUBSCRIBED).status_code == 201
    shop.wish("reply", **{"from": ANNA, "body": "HELP"})
    assert "Reply STOP to unsubscribe." in page(shop)
    assert [each["to"] for each in shop.wish("messages")["messages"]] == [Trouble.UNSUBSCRIBED]
    assert shop.calls() == [], "no inbound address, nothing posted"


def test_answers_stand_in_the_list_as_theirs(shop: Shop) -> None:
    shop.wish("reply", **{"from": ANNA, "body": "Hello?"})
    (found,) = shop.ask("GET", params={"From": ANNA}).json()["messages"]
    assert (found["direction"], found["status"], found["to"], found["body"]) == ("inbound", "received", FROM, "Hello?")


def test_the_page_shows_phones_and_runs_nothing(shop: Shop) -> None:
    assert "Nothing yet" in page(shop)
    shop.sent(body="<script>alert(1)</script> " + "€" * 90)
    shop.sent(Trouble.OFF)
    shop.wish("advance")
    answer = httpx.get(f"{shop.fake.url}/", timeout=PATIENCE)
    assert answer.headers["Content-Security-Policy"].startswith("default-src 'none';")
    assert "script-src" not in answer.headers["Content-Security-Policy"]
    assert "<script" not in answer.text
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in answer.text
    assert answer.text.index(Trouble.OFF) < answer.text.index(ANNA), "the newest first"
    assert "2 segments, delivered" in answer.text
    assert "1 segment, undelivered, 30003: Unreachable destination handset" in answer.text


def test_an_answer_is_typed_on_the_page(shop: Shop) -> None:
    shop.sent()
    form = {"From": ANNA, "Body": "<b>Thanks</b>"}
    answer = httpx.post(f"{shop.fake.url}/phone/reply", data=form, timeout=PATIENCE, follow_redirects=True)
    assert "&lt;b&gt;Thanks&lt;/b&gt;" in answer.text
    httpx.post(f"{shop.fake.url}/phone/reply", data={"From": ANNA, "Body": "stop"}, timeout=PATIENCE)
    assert "Has answered STOP" in page(shop)
    httpx.post(f"{shop.fake.url}/phone/reply", data={"From": ANNA, "Body": "  "}, timeout=PATIENCE)
    assert len(shop.ask("GET", params={"From": ANNA}).json()["messages"]) == 2
    httpx.post(f"{shop.fake.url}/phone/clear", timeout=PATIENCE)
    assert "Nothing yet" in page(shop)
    assert httpx.get(f"{shop.fake.url}/phone/other", timeout=PATIENCE).status_code == 404
