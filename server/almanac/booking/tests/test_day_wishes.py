"""Whoever minds only the day of a visit, or a part of it: the hour is ours to choose, and the team knows."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

import pytest

from tests.cast import Person
from tests.shop import WEDNESDAY_TEN, Booked, Shop, Visitor

pytestmark = pytest.mark.django_db


def hold(visitor: Visitor, shop: Shop, at: datetime = WEDNESDAY_TEN, **more: Any) -> Any:
    body = {"line_id": visitor.line_id(), "starts_at": at.isoformat(), "staff_id": str(shop.sam.pk)}
    return visitor.post("/holds", {**body, **more})


@pytest.fixture
def choosing(shop: Shop, nora: Visitor) -> Visitor:
    """Nora, before she has a time."""
    nora.place()
    nora.want(shop.clean)
    nora.type_in()
    return nora


def line_of(visitor: Visitor) -> dict[str, Any]:
    found: dict[str, Any] = visitor.basket()["lines"][0]
    return found


def test_the_shown_time_is_kept_and_the_order_says_that_the_day_was_enough(
    shop: Shop, choosing: Visitor, ada: Person
) -> None:
    assert hold(choosing, shop, any_of="morning").status_code == 200
    assert line_of(choosing)["starts_at"][:16] == "2026-03-04T10:00"
    assert line_of(choosing)["day_wish"] == {"on": "2026-03-04", "part": "morning"}
    made = Booked(**choosing.book().json())
    for told in (
        choosing.get("/linked-order", x_order_token=made.token).json(),
        ada.get(f"/orders/{made.number}").json(),
    ):
        assert told["lines"][0]["day_wish"] == {"on": "2026-03-04", "part": "morning"}


def test_where_it_has_just_gone_another_of_that_part_is_kept(shop: Shop, choosing: Visitor, rival: Visitor) -> None:
    rival.booked(shop, staff=shop.sam)  # from ten to eleven, and then a quarter of an hour
    assert hold(choosing, shop, any_of="morning").status_code == 200
    assert line_of(choosing)["starts_at"][:16] == "2026-03-04T11:30"  # nothing before ten has room for it and the way


def test_with_no_part_the_whole_day_does(shop: Shop, choosing: Visitor, rival: Visitor) -> None:
    rival.booked(shop, staff=shop.sam)
    late = WEDNESDAY_TEN + timedelta(hours=1)
    assert hold(choosing, shop, at=late, any_of="any").status_code == 200
    assert line_of(choosing)["day_wish"] == {"on": "2026-03-04", "part": "any"}
    assert line_of(choosing)["starts_at"][:10] == "2026-03-04"


def test_where_nothing_of_it_is_free_the_nearest_are_told_and_nothing_is_kept(
    shop: Shop, choosing: Visitor, rival: Visitor
) -> None:
    rival.booked(shop, staff=shop.sam, at=WEDNESDAY_TEN)
    other = Visitor()
    other.booked(shop, staff=shop.sam, at=WEDNESDAY_TEN + timedelta(hours=1, minutes=30))
    answer = hold(choosing, shop, any_of="morning")
    assert (answer.status_code, answer.json()["code"]) == (409, "slot_taken")
    assert answer.json()["alternatives"]
    assert line_of(choosing)["starts_at"] is None
    assert line_of(choosing)["day_wish"] is None


def test_who_minds_the_hour_after_all_is_not_said_not_to(shop: Shop, choosing: Visitor) -> None:
    hold(choosing, shop, any_of="any")
    assert hold(choosing, shop).status_code == 200
    assert line_of(choosing)["day_wish"] is None


def test_another_part_than_there_is_is_refused(shop: Shop, choosing: Visitor) -> None:
    assert hold(choosing, shop, any_of="night").status_code == 422
