"""Free times over the API: whose clock they are told by, on which dates, and what cannot be asked."""

from __future__ import annotations

from typing import Any

import pytest

from tests.shop import NOBODY, WEDNESDAY_TEN, Shop, Visitor

pytestmark = pytest.mark.django_db
RANGE = "first_on=2026-03-04&last_on=2026-03-04"


def days(answer: Any) -> dict[str, list[str]]:
    assert answer.status_code == 200, answer.content
    return {day["on"]: [slot["starts_at"] for slot in day["slots"]] for day in answer.json()["days"]}


def ask(visitor: Visitor, shop: Shop, query: str = RANGE, **more: str) -> Any:
    extra = "".join(f"&{name}={value}" for name, value in more.items())
    return visitor.get(f"/slots?service={shop.call.pk}&{query}{extra}")


def test_the_hours_of_a_day(shop: Shop, nora: Visitor) -> None:
    starts = days(ask(nora, shop))["2026-03-04"]
    assert (starts[0], starts[-1], len(starts)) == ("2026-03-04T09:00:00Z", "2026-03-04T16:00:00Z", 15)


def test_an_online_session_is_told_by_the_viewers_clock(shop: Shop, nora: Visitor) -> None:
    found = ask(nora, shop, zone="Pacific/Auckland")  # thirteen hours ahead
    starts = days(found)["2026-03-04"]
    assert found.json()["zone"] == "Pacific/Auckland"
    assert (starts[0], starts[-1]) == ("2026-03-03T11:00:00Z", "2026-03-04T10:30:00Z")  # its own midnights


def test_the_clock_of_who_is_met_stands_beside_from_the_free_times_to_the_order(shop: Shop, nora: Visitor) -> None:
    shop.sid.zone = "Europe/Berlin"
    shop.sid.save()
    found = ask(nora, shop, zone="America/New_York").json()
    assert {person["name"]: person["zone"] for person in found["staff"]}["Sid"] == "Europe/Berlin"
    nora.want(shop.call)
    nora.hold(staff=shop.sid)
    assert nora.basket()["lines"][0]["staff"]["zone"] == "Europe/Berlin"
    nora.type_in(zone="America/New_York")
    made = nora.book().json()
    sold = nora.get(f"/orders/{made['number']}", x_order_token=made["token"]).json()["lines"][0]
    assert (sold["zone"], sold["staff_zone"]) == ("America/New_York", "Europe/Berlin")


def test_a_visit_is_told_by_the_businesss_clock(shop: Shop, nora: Visitor) -> None:
    nora.place()
    answer = nora.get(f"/slots?service={shop.clean.pk}&{RANGE}&zone=Pacific/Auckland")
    assert answer.json()["zone"] == "Europe/London"


def test_the_day_the_clocks_change(shop: Shop, nora: Visitor) -> None:
    found = days(ask(nora, shop, "first_on=2026-03-28&last_on=2026-03-29"))
    assert found["2026-03-28"][0] == "2026-03-28T09:00:00Z"
    assert found["2026-03-29"][0] == "2026-03-29T08:00:00Z"  # nine in the morning all the same
    assert len(found["2026-03-28"]) == len(found["2026-03-29"])


@pytest.mark.parametrize(
    "query",
    [
        "first_on=2026-03-05&last_on=2026-03-04",
        "first_on=2026-03-01&last_on=2026-05-02",
        "first_on=0001-01-01&last_on=0001-01-02",
        "first_on=9999-12-30&last_on=9999-12-31",
        "first_on=2026-02-30&last_on=2026-03-01",
        "first_on=2026-03-04",
        "first_on=x&last_on=y",
    ],
)
def test_ranges_that_cannot_be(shop: Shop, nora: Visitor, query: str) -> None:
    answer = ask(nora, shop, query)
    assert (answer.status_code, answer.json()["code"]) == (422, "invalid_input")


def test_past_dates_have_nothing_free(shop: Shop, nora: Visitor) -> None:
    answer = ask(nora, shop, "first_on=2026-02-01&last_on=2026-02-03")
    assert list(days(answer).values()) == [[], [], []]
    assert answer.json()["next_free_at"] == "2026-03-03T09:00:00Z"  # after the lead time


@pytest.mark.parametrize("zone", ["Mars/Base", "../etc/passwd", "%00", "GMT+1:00"])
def test_zones_that_are_none(shop: Shop, nora: Visitor, zone: str) -> None:
    assert ask(nora, shop, zone=zone).status_code == 422


@pytest.mark.parametrize(
    ("query", "status", "code"),
    [
        ("", 422, "invalid_input"),
        (f"&service={NOBODY}", 409, "not_on_offer"),
        (f"&line={NOBODY}", 404, "no_basket"),
        (f"&appointment={NOBODY}", 404, "not_found"),
        ("&service=x", 422, "invalid_input"),
    ],
)
def test_what_cannot_be_asked_about(shop: Shop, nora: Visitor, query: str, status: int, code: str) -> None:
    answer = nora.get(f"/slots?{RANGE}{query}")
    assert (answer.status_code, answer.json()["code"]) == (status, code)


def test_a_visit_needs_a_place(shop: Shop, nora: Visitor) -> None:
    answer = nora.get(f"/slots?service={shop.clean.pk}&{RANGE}")
    assert (answer.status_code, answer.json()["code"]) == (409, "place_needed")


@pytest.mark.parametrize("extras", ["x", "x:1", f"{NOBODY}:0", f"{NOBODY}:x", f"{NOBODY}:51"])
def test_extras_that_make_no_sense(shop: Shop, nora: Visitor, extras: str) -> None:
    nora.place()
    answer = nora.get(f"/slots?service={shop.clean.pk}&{RANGE}&extras={extras}")
    assert answer.json()["code"] in ("invalid_input", "not_on_offer")


def test_a_booked_time_is_not_offered_with_them(shop: Shop, nora: Visitor, rival: Visitor) -> None:
    rival.booked(shop, WEDNESDAY_TEN, staff=shop.sam)
    with_sam = days(ask(nora, shop, staff=str(shop.sam.pk)))["2026-03-04"]
    assert "2026-03-04T10:00:00Z" not in with_sam
    assert "2026-03-04T10:00:00Z" in days(ask(nora, shop))["2026-03-04"]  # with Sid


def test_the_first_free_time(shop: Shop, nora: Visitor) -> None:
    found = nora.get(f"/slots/first?service={shop.call.pk}").json()
    assert found["starts_at"] == "2026-03-03T09:00:00Z"
    assert found["staff"]["name"] in ("Sam", "Sid")
