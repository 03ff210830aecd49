"""The basket: kept behind a cookie, whatever is typed, in one tab or two."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from django.db import connection
from django.test import Client

from almanac.booking.models import Basket
from almanac.kit import ids
from almanac.places import queries as places
from almanac.places.errors import PostcodeLookupDown
from almanac.scheduling.models import Claim
from tests.shop import DETAILS, NOBODY, OUTSIDE, POSTCODE, Shop, Visitor

pytestmark = pytest.mark.django_db


def code_of(answer: Any) -> tuple[int, str]:
    return answer.status_code, answer.json()["code"]


def test_a_cookie_that_scripts_cannot_read(shop: Shop, nora: Visitor) -> None:
    nora.place()
    cookie = nora.client.cookies["almanac_basket"]
    assert (cookie["httponly"], cookie["samesite"], cookie["max-age"]) == (True, "Lax", 30 * 24 * 3600)
    assert len(cookie.value) >= 43
    assert cookie.value not in str(Basket.objects.values())


def test_the_cookie_is_given_once(shop: Shop, nora: Visitor) -> None:
    assert "almanac_basket" in nora.place().cookies
    assert "almanac_basket" not in nora.want(shop.clean).cookies


def test_a_frame_in_another_sites_page_has_a_cookie_of_that_site_alone(shop: Shop, nora: Visitor) -> None:
    framed = {"x_almanac_widget": "1"}
    kept = nora.put("/basket/place", {"business": "valclean", "postcode": POSTCODE}, **framed).cookies
    assert "almanac_basket" not in kept
    line = kept["almanac_widget_basket"].OutputString()
    assert {"HttpOnly", "Secure", "SameSite=None", "Partitioned", "Path=/"} <= set(line.split("; "))
    assert nora.get("/basket", **framed).json()["place"]["postcode"] == POSTCODE
    assert code_of(nora.get("/basket")) == (404, "no_basket")


@pytest.mark.parametrize("cookie", ["", "x", "x" * 5_000, "ünïcode", NOBODY])
def test_a_cookie_that_is_not_ours(shop: Shop, cookie: str) -> None:
    visitor = Visitor(client=Client(headers={"cookie": f"almanac_basket={cookie}"}))
    assert code_of(visitor.get("/basket")) == (404, "no_basket")
    assert visitor.want(shop.call).status_code == 200


def test_what_is_typed_is_unreadable_in_the_database(shop: Shop, nora: Visitor) -> None:
    nora.place()
    nora.type_in()
    with connection.cursor() as cursor:
        cursor.execute("SELECT * FROM booking_basket")
        stored = str(cursor.fetchall())
    assert [value for value in (*DETAILS.values(), POSTCODE) if value in stored] == []


def test_a_closed_browser_loses_nothing(shop: Shop, nora: Visitor) -> None:
    nora.ready(shop)
    before = nora.basket()
    again = Visitor(client=Client())
    again.client.cookies["almanac_basket"] = nora.client.cookies["almanac_basket"].value
    assert again.basket() == before


def test_a_basket_is_over_after_thirty_days(shop: Shop, nora: Visitor) -> None:
    nora.place()
    shop.clock.shift(timedelta(days=30))
    assert code_of(nora.get("/basket")) == (404, "no_basket")


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("hello", (422, "postcode_malformed")),
        ("", (422, "postcode_malformed")),
        ("SW11 1A", (422, "postcode_malformed")),
        ("AB10 1AB", (404, "postcode_unknown")),
        (OUTSIDE, (409, "out_of_area")),
        ("x" * 41, (422, "invalid_input")),
    ],
)
def test_postcodes_are_told_apart(shop: Shop, nora: Visitor, typed: str, expected: tuple[int, str]) -> None:
    answer = nora.place(typed)
    assert code_of(answer) == expected
    assert code_of(nora.get("/basket")) == (404, "no_basket")


def test_out_of_area_says_whom_to_call(shop: Shop, nora: Visitor) -> None:
    assert nora.place(OUTSIDE).json()["business_phone"] == "020 7946 0000"


@pytest.mark.parametrize("typed", ["sw111aa", " SW11  1aa ", "Sw11 1Aa"])
def test_postcodes_are_read_as_people_type_them(shop: Shop, nora: Visitor, typed: str) -> None:
    assert nora.place(typed).json()["place"]["postcode"] == POSTCODE


def test_the_lookup_is_down(shop: Shop, nora: Visitor, monkeypatch: pytest.MonkeyPatch) -> None:
    def down(*_: Any, **__: Any) -> Any:
        raise PostcodeLookupDown

    monkeypatch.setattr("almanac.booking.actions.baskets.locate", down)
    assert code_of(nora.place()) == (503, "postcode_lookup_down")
    assert places.locate is not down


def test_no_such_business(shop: Shop, nora: Visitor) -> None:
    answer = nora.put("/basket/place", {"business": "nobody", "postcode": POSTCODE})
    assert code_of(answer) == (404, "not_found")


def test_another_place_gives_the_chosen_time_up(shop: Shop, nora: Visitor) -> None:
    nora.ready(shop)
    moved = nora.place("SW11 2AA").json()
    assert (moved["lines"][0]["state"], moved["details"]["name"]) == ("open", "Nora Newcomer")
    assert not Claim.objects.exists()
    nora.hold()
    assert nora.place("SW11 2AA").json()["lines"][0]["state"] == "held"  # the same again is no change


def test_a_place_out_of_area_leaves_the_basket_as_it_was(shop: Shop, nora: Visitor) -> None:
    nora.ready(shop)
    before = nora.basket()
    nora.place(OUTSIDE)
    assert nora.basket() == before


def test_a_basket_holds_so_much_and_no_more(shop: Shop, nora: Visitor) -> None:
    for _ in range(12):
        assert nora.want(shop.call).status_code == 200
    answer = nora.want(shop.call)
    assert (code_of(answer), answer.json()["limit"]) == ((409, "basket_full"), 12)
    assert len(nora.basket()["lines"]) == 12


def test_a_service_nobody_knows(shop: Shop, nora: Visitor) -> None:
    answer = nora.post("/basket/lines", {"service_id": str(ids.new_id())})
    assert (code_of(answer), answer.json()["what"]) == ((409, "not_on_offer"), "service")


@pytest.mark.parametrize(
    ("asked", "what"),
    [
        ({"seats": 2}, "seats"),
        ({"preferred_staff": [NOBODY]}, "staff_member"),
        ({"extras": [{"extra_id": NOBODY}]}, "extra"),
    ],
)
def test_what_the_service_does_not_have(shop: Shop, nora: Visitor, asked: dict[str, Any], what: str) -> None:
    answer = nora.want(shop.clean, **asked)
    assert (code_of(answer), answer.json()["what"]) == ((409, "not_on_offer"), what)


def test_more_of_an_extra_than_there_may_be(shop: Shop, nora: Visitor) -> None:
    line = nora.want(shop.clean, extras=[{"extra_id": str(shop.oven.pk), "quantity": 50}]).json()["lines"][0]
    assert (line["extras"][0]["quantity"], line["total_amount"]) == (2, 4_000 + 2 * 1_750)


def test_a_longer_visit_gives_its_time_up(shop: Shop, nora: Visitor) -> None:
    nora.ready(shop)
    line = nora.line_id()
    changed = nora.patch(f"/basket/lines/{line}", {"extras": [{"extra_id": str(shop.oven.pk)}]}).json()["lines"][0]
    assert (changed["state"], changed["duration_minutes"]) == ("open", 90)
    assert not Claim.objects.exists()


def test_a_change_of_nothing_keeps_the_time(shop: Shop, nora: Visitor) -> None:
    nora.ready(shop)
    assert nora.patch(f"/basket/lines/{nora.line_id()}", {}).json()["lines"][0]["state"] == "held"


@pytest.mark.parametrize(("method", "path"), [("patch", "/basket/lines/"), ("delete", "/holds/")])
def test_a_line_nobody_knows(shop: Shop, nora: Visitor, method: str, path: str) -> None:
    nora.place()
    call = getattr(nora, method)
    answer = call(f"{path}{NOBODY}", {}) if method == "patch" else call(f"{path}{NOBODY}")
    assert code_of(answer) == (404, "line_unknown")


def test_taking_a_line_out_twice(shop: Shop, nora: Visitor) -> None:
    nora.ready(shop)
    line = nora.line_id()
    for _ in range(2):
        assert nora.delete(f"/basket/lines/{line}").json()["lines"] == []
    assert not Claim.objects.exists()


def test_a_line_of_anothers_basket(shop: Shop, nora: Visitor, rival: Visitor) -> None:
    nora.ready(shop)
    rival.place()
    line = nora.line_id()
    assert code_of(rival.patch(f"/basket/lines/{line}", {"seats": 1})) == (404, "line_unknown")
    assert code_of(rival.delete(f"/holds/{line}")) == (404, "line_unknown")
    rival.delete(f"/basket/lines/{line}")
    assert nora.basket()["lines"][0]["state"] == "held"


def test_two_tabs_type_one_after_the_other(shop: Shop, nora: Visitor) -> None:
    nora.place()
    other_tab = Visitor(client=Client())
    other_tab.client.cookies["almanac_basket"] = nora.client.cookies["almanac_basket"].value
    nora.patch("/basket/details", {"name": "Nora"})
    other_tab.patch("/basket/details", {"email": "nora@example.com"})
    other_tab.want(shop.clean)
    nora.want(shop.call)
    seen = nora.basket()
    assert (seen["details"]["name"], seen["details"]["email"], len(seen["lines"])) == ("Nora", "nora@example.com", 2)


def test_after_booking_a_new_basket_begins(shop: Shop, nora: Visitor) -> None:
    made = nora.booked(shop)
    assert nora.basket()["booked_order_number"] == made.number
    assert code_of(nora.patch("/basket/details", {"name": "x"})) == (404, "no_basket")
    assert nora.want(shop.call).json()["booked_order_number"] is None


def test_a_service_that_is_gone_keeps_its_line(shop: Shop, nora: Visitor) -> None:
    nora.ready(shop)
    shop.clean.is_visible = False
    shop.clean.save()
    seen = nora.basket()
    assert (seen["lines"][0]["state"], seen["total_amount"]) == ("unavailable", 0)
    assert seen["missing"] == [f"lines.{nora.line_id()}"]


def test_prices_in_a_body_are_not_read(shop: Shop, nora: Visitor) -> None:
    line = nora.want(shop.clean, price_amount=1, total_amount=1, duration_minutes=5).json()["lines"][0]
    assert (line["total_amount"], line["duration_minutes"]) == (4_000, 60)
