"""A message goes to a browser, or is refused, as RFC 8030 and RFC 8292 have it; encrypted by the library that shops use."""

from __future__ import annotations

from typing import Any

import httpx
import pytest

from fakes.push_service.tests.conftest import PATIENCE, Shop, encrypted, new_key, public
from fakes.push_service.vapid import decoded


def states(shop: Shop, to: dict[str, Any]) -> list[tuple[str | None, str]]:
    """Oldest first."""
    return [(each["text"], each["state"]) for each in reversed(shop.messages(to))]


def test_a_message_of_a_shop(shop: Shop) -> None:
    to = shop.subscribed()
    assert to["endpoint"].startswith(f"{shop.fake.url}/push/")
    assert to["expirationTime"] is None
    assert (len(decoded(to["keys"]["p256dh"])), len(decoded(to["keys"]["auth"]))) == (65, 16)
    answer = shop.push(to, '{"title": "Grüße"}', TTL="600", Urgency="high", Topic="visit-1")
    assert answer.status_code == 201
    assert answer.headers["Location"].startswith(f"{shop.fake.url}/message/")
    (found,) = shop.messages(to)
    assert found["text"] == '{"title": "Grüße"}'
    assert (found["ttl"], found["urgency"], found["topic"], found["state"]) == (600, "high", "visit-1", "delivered")
    assert found["problem"] is None
    assert found["endpoint"] == to["endpoint"]


def test_the_sender_hears_that_a_subscription_is_over(shop: Shop) -> None:
    to = shop.subscribed()
    shop.wish("unsubscribe", endpoint=to["endpoint"])
    assert shop.push(to).status_code == 410


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({"TTL": ""}, 400),
        ({"TTL": "-1"}, 400),
        ({"TTL": "soon"}, 400),
        ({"Content_Encoding": ""}, 400),
        ({"Content_Encoding": "aesgcm"}, 400),
        ({"Urgency": "now"}, 400),
        ({"Topic": "no good"}, 400),
        ({"Topic": "a" * 33}, 400),
        ({"Authorization": ""}, 401),
        ({"Authorization": "WebPush abc"}, 401),
        ({"Authorization": "vapid t=abc"}, 401),
    ],
)
def test_a_request_that_is_refused(shop: Shop, headers: dict[str, str], status: int) -> None:
    to = shop.subscribed()
    assert shop.push(to, **headers).status_code == status
    assert shop.messages(to) == []


@pytest.mark.parametrize(
    "claims",
    [
        {"aud": "https://other.example"},
        {"aud": None},
        {"exp": None},
        {"exp": 1},
        {"exp": "soon"},
        {"sub": None},
        {"sub": "shop"},
    ],
)
def test_a_token_that_does_not_hold(shop: Shop, claims: dict[str, Any]) -> None:
    to = shop.subscribed()
    assert shop.push(to, Authorization=f"vapid t={shop.token(**claims)}, k={public(shop.key)}").status_code == 403


def test_a_token_may_live_a_day_and_no_more(shop: Shop) -> None:
    to, now = shop.subscribed(), int(shop.now())
    for ahead, status in ((86_400, 201), (86_400 + 120, 403)):
        token = shop.token(exp=now + ahead)
        assert shop.push(to, Authorization=f"vapid t={token}, k={public(shop.key)}").status_code == status


def test_another_key_is_not_who_was_subscribed_to(shop: Shop) -> None:
    to, other = shop.subscribed(), new_key()
    for signed, named in ((other, other), (other, shop.key), (shop.key, other)):
        answer = shop.push(to, Authorization=f"vapid t={shop.token(signed)}, k={public(named)}")
        assert answer.status_code == 403


def test_a_subscription_without_a_key_is_open_but_to_lies(shop: Shop) -> None:
    to = shop.subscribed(applicationServerKey=None)
    assert shop.push(to, Authorization="").status_code == 201
    assert shop.push(to).status_code == 201
    wrong = shop.token(aud="https://other.example")
    assert shop.push(to, Authorization=f"vapid t={wrong},k={public(shop.key)}").status_code == 403


def test_4096_bytes_and_no_more(shop: Shop) -> None:
    to = shop.subscribed()
    assert shop.push(to, "a" * (4096 - 16 - 4 - 1 - 65 - 1 - 16)).status_code == 201
    assert shop.post(to["endpoint"], bytes(4097)).status_code == 413


def test_what_cannot_be_decrypted_is_taken_and_kept_as_such(shop: Shop) -> None:
    to, other = shop.subscribed(), shop.subscribed()
    assert shop.post(to["endpoint"], encrypted(other, "Hello")).status_code == 201
    (found,) = shop.messages(to)
    assert found["text"] is None
    assert found["problem"] == "encrypted for another key or secret, or changed on its way"


def test_a_message_without_words(shop: Shop) -> None:
    to = shop.subscribed()
    assert shop.post(to["endpoint"], b"", Content_Encoding="").status_code == 201
    assert states(shop, to) == [("", "delivered")]


def test_unknown_unsubscribed_and_expired(shop: Shop) -> None:
    to = shop.subscribed(expires_in=60)
    assert to["expirationTime"] == pytest.approx((shop.now() + 60) * 1000, abs=60_000)
    assert shop.post(f"{shop.fake.url}/push/other", b"").status_code == 404
    assert httpx.get(to["endpoint"], timeout=PATIENCE).status_code == 405
    assert shop.push(to).status_code == 201
    shop.ahead = 61
    assert shop.push(to).status_code == 410


def test_what_waits_for_a_browser_and_how_long(shop: Shop) -> None:
    to = shop.subscribed()
    shop.wish("offline", endpoint=to["endpoint"])
    shop.push(to, "at once or never", TTL="0")
    shop.push(to, "a minute", TTL="60")
    shop.push(to, "an hour", TTL="3600")
    assert states(shop, to) == [("at once or never", "expired"), ("a minute", "waiting"), ("an hour", "waiting")]
    shop.ahead = 120
    shop.wish("online", endpoint=to["endpoint"])
    assert [state for _, state in states(shop, to)] == ["expired", "expired", "delivered"]


def test_longer_than_it_keeps_anything_is_said(shop: Shop) -> None:
    assert shop.push(shop.subscribed(), TTL="9999999").headers["TTL"] == "2419200"


def test_the_newer_of_a_topic_takes_the_place_of_one_that_waits(shop: Shop) -> None:
    to = shop.subscribed()
    shop.push(to, "read", Topic="visit-1")
    shop.wish("offline", endpoint=to["endpoint"])
    for text, topic in (("one", "visit-1"), ("other", "visit-2"), ("two", "visit-1"), ("none", "")):
        shop.push(to, text, Topic=topic)
    shop.wish("online", endpoint=to["endpoint"])
    assert states(shop, to) == [
        ("read", "delivered"),
        ("one", "replaced"),
        ("other", "delivered"),
        ("two", "delivered"),
        ("none", "delivered"),
    ]


def test_a_browser_that_saves_its_battery(shop: Shop) -> None:
    to = shop.subscribed()
    shop.wish("online", endpoint=to["endpoint"], urgency="high")
    shop.push(to, "quiet")
    shop.push(to, "loud", Urgency="high")
    assert states(shop, to) == [("quiet", "waiting"), ("loud", "delivered")]
    shop.wish("online", endpoint=to["endpoint"])
    assert states(shop, to)[0] == ("quiet", "delivered")


def test_its_own_troubles(shop: Shop) -> None:
    to, other = shop.subscribed(), shop.subscribed()
    shop.wish("retry-after", seconds=7)
    shop.wish("down", statuses=[429, 503, 500])
    answers = [shop.push(to) for _ in range(3)]
    assert [each.status_code for each in answers] == [429, 503, 500]
    assert [each.headers.get("Retry-After") for each in answers] == ["7", "7", None]
    shop.wish("refuse", endpoint=to["endpoint"], statuses=[502])
    assert [shop.push(each).status_code for each in (other, to, to)] == [201, 502, 201]
    shop.wish("lose-answers", times=1)
    with pytest.raises(httpx.TransportError):
        shop.push(other)
    assert len(shop.messages(other)) == 2
    assert len(shop.messages()) == 3


@pytest.mark.parametrize(
    ("verb", "body"),
    [
        ("subscribe", {"applicationServerKey": "no key"}),
        ("online", {"endpoint": "https://other.example/1"}),
        ("nonsense", {}),
    ],
)
def test_a_wish_that_cannot_be(shop: Shop, verb: str, body: dict[str, str]) -> None:
    assert httpx.post(f"{shop.fake.url}/_control/{verb}", json=body, timeout=PATIENCE).status_code == 400


def test_the_page_shows_what_came_and_runs_nothing(shop: Shop) -> None:
    assert "Nothing yet" in httpx.get(f"{shop.fake.url}/", timeout=PATIENCE).text
    to = shop.subscribed()
    shop.push(to, "<script>alert(1)</script>", Topic="visit-1")
    shop.post(to["endpoint"], b"nothing")
    answer = httpx.get(f"{shop.fake.url}/", timeout=PATIENCE)
    assert answer.headers["Content-Security-Policy"].startswith("default-src 'none';")
    assert "<script" not in answer.text
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in answer.text
    assert "Cannot be read: no header" in answer.text
    found = httpx.get(f"{shop.fake.url}/_control/messages", params={"endpoint": to["endpoint"]}, timeout=PATIENCE)
    assert len(found.json()["messages"]) == 2
    shop.wish("clear")
    assert shop.messages() == []
