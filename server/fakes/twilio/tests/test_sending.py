"""A message is taken or refused as the Messages resource is documented to."""

from __future__ import annotations

import re
from typing import Any

import httpx
import pytest

from fakes.twilio.account import ACCOUNT_SID, API_KEY, API_SECRET, AUTH_TOKEN, FROM, SERVICE
from fakes.twilio.tests.conftest import ADDRESS, ANNA, PATIENCE, Shop
from fakes.twilio.troubles import Trouble


def code(answer: httpx.Response) -> tuple[int, int]:
    said = answer.json()
    assert said["status"] == answer.status_code
    assert said["message"]
    assert said["more_info"] == f"https://www.twilio.com/docs/errors/{said['code']}"
    return answer.status_code, said["code"]


def test_a_message_in_full(shop: Shop) -> None:
    made = shop.sent(body="€" * 81)
    sid = made["sid"]
    assert re.fullmatch(r"SM[0-9a-f]{32}", sid)
    assert made == {
        "account_sid": ACCOUNT_SID,
        "api_version": "2010-04-01",
        "body": "€" * 81,
        "date_created": "Mon, 21 Sep 2026 14:13:20 +0000",
        "date_sent": None,
        "date_updated": "Mon, 21 Sep 2026 14:13:20 +0000",
        "direction": "outbound-api",
        "error_code": None,
        "error_message": None,
        "from": FROM,
        "messaging_service_sid": None,
        "num_media": "0",
        "num_segments": "2",
        "price": None,
        "price_unit": "USD",
        "sid": sid,
        "status": "queued",
        "subresource_uris": {"media": f"{ADDRESS}/{sid}/Media.json"},
        "to": ANNA,
        "uri": f"{ADDRESS}/{sid}.json",
    }
    assert shop.got(sid) == made


def test_a_messaging_service_chooses_its_sender_later(shop: Shop) -> None:
    made = shop.sent(From="", MessagingServiceSid=SERVICE)
    assert (made["status"], made["from"], made["num_segments"]) == ("accepted", None, "0")
    assert made["messaging_service_sid"] == SERVICE
    shop.wish("advance", sid=made["sid"], steps=1)
    later = shop.got(made["sid"])
    assert (later["status"], later["from"], later["num_segments"]) == ("queued", FROM, "1")
    shop.wish("advance")
    assert [each["MessageStatus"] for each in shop.calls()] == ["queued", "sent", "delivered"]


def test_a_name_may_send(shop: Shop) -> None:
    assert shop.sent(From="VALClean")["from"] == "VALClean"


@pytest.mark.parametrize(
    "auth",
    [
        None,
        (ACCOUNT_SID, "wrong"),
        ("AC" + "0" * 32, AUTH_TOKEN),
        (API_KEY, AUTH_TOKEN),
    ],
)
def test_a_stranger(shop: Shop, auth: tuple[str, str] | None) -> None:
    answer = shop.ask("GET", auth=auth)
    assert code(answer) == (401, 20003)
    assert answer.json()["message"] == "Authenticate"


def test_a_key_of_the_account_does(shop: Shop) -> None:
    assert shop.ask("GET", auth=(API_KEY, API_SECRET)).status_code == 200


def test_another_account_is_none_of_theirs(shop: Shop) -> None:
    assert code(shop.ask("GET", f"/2010-04-01/Accounts/AC{'0' * 32}/Messages.json")) == (401, 20003)
    assert shop.ask("GET", f"/2010-04-01/Accounts/{ACCOUNT_SID}.json").json()["status"] == "active"


@pytest.mark.parametrize(
    ("form", "expected"),
    [
        ({"To": ""}, 21604),
        ({"From": ""}, 21603),
        ({"Body": ""}, 21602),
        ({"Body": "a" * 1601}, 21617),
        ({"To": "07700900777"}, 21211),
        ({"To": "+44 7700 900777"}, 21211),
        ({"From": "07700900100"}, 21212),
        ({"From": "+447700900101"}, 21606),
        ({"From": "+15005550001"}, 21212),
        ({"From": "+15005550007"}, 21606),
        ({"From": "+15005550008"}, 21611),
        ({"From": "", "MessagingServiceSid": f"MG{'0' * 32}"}, 21701),
        ({"StatusCallback": "not an address"}, 21609),
        ({"ValidityPeriod": "0"}, 21624),
        ({"ValidityPeriod": "36001"}, 21624),
        ({"To": "+15005550001"}, 21211),
        ({"To": "+15005550002"}, 21612),
        ({"To": "+15005550003"}, 21408),
        ({"To": "+15005550004"}, 21610),
        ({"To": "+15005550009"}, 21614),
        ({"To": Trouble.INVALID}, 21211),
        ({"To": Trouble.REGION}, 21408),
        ({"To": Trouble.UNVERIFIED}, 21608),
        ({"To": Trouble.UNSUBSCRIBED}, 21610),
        ({"To": Trouble.QUEUE_FULL}, 21611),
        ({"To": Trouble.UNROUTABLE}, 21612),
        ({"To": Trouble.LANDLINE}, 21614),
    ],
)
def test_a_message_that_is_refused(shop: Shop, form: dict[str, str], expected: int) -> None:
    answer = shop.send(**{"to": form.get("To", ANNA), "body": form.get("Body", "Hello")}, **_rest(form))
    assert code(answer) == (400, expected)
    assert shop.wish("messages") == {"messages": []}


def _rest(form: dict[str, str]) -> dict[str, str]:
    return {name: value for name, value in form.items() if name not in ("To", "Body")}


def test_a_trial_account_writes_to_whom_it_knows(shop: Shop) -> None:
    shop.wish("trial", verified=[ANNA])
    assert shop.send().status_code == 201
    assert code(shop.send("+447700900778")) == (400, 21608)
    shop.wish("trial", verified=None)
    assert shop.send("+447700900778").status_code == 201


def test_their_own_troubles(shop: Shop) -> None:
    assert code(shop.send(Trouble.BROKEN)) == (500, 20500)
    assert code(shop.send(Trouble.UNAVAILABLE)) == (503, 20503)
    assert code(shop.send(Trouble.TOO_MANY_ONCE)) == (429, 20429)
    assert shop.send(Trouble.TOO_MANY_ONCE).status_code == 201
    shop.wish("down", statuses=[429, 500, 503])
    assert [code(shop.send()) for _ in range(3)] == [(429, 20429), (500, 20500), (503, 20503)]
    assert shop.send().status_code == 201
    shop.wish("down", statuses=[502])
    assert shop.send().json()["status"] == 502


def test_a_line_that_breaks_before_and_after_the_work(shop: Shop) -> None:
    shop.wish("down", statuses=[0])
    with pytest.raises(httpx.TransportError):
        shop.send()
    assert shop.wish("messages") == {"messages": []}
    shop.wish("lose-answers", times=1)
    with pytest.raises(httpx.TransportError):
        shop.send()
    assert len(shop.wish("messages")["messages"]) == 1
    with pytest.raises(httpx.TransportError):
        shop.send(Trouble.LOST_ONCE)
    assert shop.send(Trouble.LOST_ONCE).status_code == 201
    assert len(shop.wish("messages", to=Trouble.LOST_ONCE)["messages"]) == 2


def test_a_slow_number_is_answered_all_the_same(shop: Shop) -> None:
    assert shop.send(Trouble.SLOW).status_code == 201


@pytest.mark.parametrize("path", [f"{ADDRESS}/SM{'0' * 32}.json", f"{ADDRESS}/SM1.json", "/2010-04-01/Calls.json"])
def test_what_is_not_there(shop: Shop, path: str) -> None:
    answer = shop.ask("GET", path)
    assert code(answer) == (404, 20404)
    assert answer.json()["message"] == f"The requested resource {path} was not found"


def test_a_form_that_is_none(shop: Shop) -> None:
    assert shop.ask("POST", content=b"To=\xff").status_code == 400


def test_a_message_is_emptied_and_deleted_once_it_is_over(shop: Shop) -> None:
    sid = shop.sent()["sid"]
    assert code(shop.ask("DELETE", f"{ADDRESS}/{sid}.json")) == (409, 20009)
    shop.wish("advance")
    assert shop.ask("POST", f"{ADDRESS}/{sid}.json", data={"Body": ""}).json()["body"] == ""
    assert shop.ask("DELETE", f"{ADDRESS}/{sid}.json").status_code == 204
    assert code(shop.ask("GET", f"{ADDRESS}/{sid}.json")) == (404, 20404)


def sids(found: dict[str, Any]) -> list[str]:
    return [each["sid"] for each in found["messages"]]


def test_a_list_by_receiver_sender_and_day_the_newest_first(shop: Shop) -> None:
    first, other = shop.sent()["sid"], shop.sent("+447700900778")["sid"]
    shop.at += 86_400
    second = shop.sent()["sid"]

    def listed(**query: str) -> list[str]:
        return sids(shop.ask("GET", params=query).json())

    assert listed() == [second, other, first]
    assert listed(To=ANNA) == [second, first]
    assert listed(To=ANNA, From=FROM) == [second, first]
    assert listed(From=ANNA) == []
    assert listed(**{"DateSent>": "2026-09-22"}) == [second]
    assert listed(**{"DateSent<": "2026-09-21"}) == [other, first]
    assert listed(DateSent="2026-09-21", To=ANNA) == [first]
    assert listed(**{"DateSent>": "2026-09-21T14:13:21Z"}) == [second]
    plain = f"{ADDRESS}.json?To=%2B447700900777&DateSent>=2026-09-22&PageSize=20"
    assert sids(shop.ask("GET", plain).json()) == [second]
    assert shop.ask("GET", params={"DateSent": "yesterday"}).status_code == 400


def test_a_list_is_told_in_pages(shop: Shop) -> None:
    made = [shop.sent()["sid"] for _ in range(5)]
    page = shop.ask("GET", params={"To": ANNA, "PageSize": "2"}).json()
    assert set(page) == {
        *("end", "first_page_uri", "messages", "next_page_uri", "page"),
        *("page_size", "previous_page_uri", "start", "uri"),
    }
    assert (page["page"], page["page_size"], page["start"], page["end"], page["previous_page_uri"]) == (
        0,
        2,
        0,
        1,
        None,
    )
    shop.sent()  # what comes in between moves no page
    found, pages = sids(page), [page]
    while pages[-1]["next_page_uri"]:
        pages.append(shop.ask("GET", pages[-1]["next_page_uri"]).json())
        found += sids(pages[-1])
    assert found == made[::-1]
    assert [each["page"] for each in pages] == [0, 1, 2]
    assert sids(shop.ask("GET", pages[2]["previous_page_uri"]).json()) == sids(pages[1])


def test_what_was_sent_is_looked_at_by_an_address_too(shop: Shop) -> None:
    shop.sent()
    shop.sent("+447700900778")
    for query in ("?to=%2B447700900777", "?to=+447700900777"):
        answer = httpx.get(f"{shop.fake.url}/_control/messages{query}", timeout=PATIENCE).json()
        assert [each["to"] for each in answer["messages"]] == [ANNA]
        assert not [name for name in answer["messages"][0] if name.startswith("_")]
    shop.wish("clear")
    assert shop.wish("messages") == {"messages": []}


@pytest.mark.parametrize("verb", ["nonsense", "status", "reply"])
def test_a_wish_that_cannot_be(shop: Shop, verb: str) -> None:
    assert httpx.post(f"{shop.fake.url}/_control/{verb}", json={}, timeout=PATIENCE).status_code == 400
