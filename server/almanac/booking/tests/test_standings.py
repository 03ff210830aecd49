"""How orders stand: over and paid is worked out, of rows and by the database alike."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest

from almanac.booking.queries.standings import OrderStanding, in_standings
from almanac.booking.schemas.standings import standing_of
from almanac.catalog.models import Product
from almanac.kit import clock
from almanac.outbox import worker
from almanac.sales import queries as sales
from tests.cast import Person
from tests.goods import ordered
from tests.shop import WEDNESDAY_TEN, Booked, Shop, Visitor, days_from_now
from tests.tills import Till, check, page_of

pytestmark = pytest.mark.django_db
HOUR = timedelta(hours=1)


def standing(ada: Person, made: Booked) -> str:
    """As the list says it; the page of the order and the filter must agree, and no other filter has it."""
    now = clock.now()
    (row,) = [each for each in ada.get("/orders").json()["items"] if each["number"] == made.number]
    assert ada.get(f"/orders/{made.number}").json()["state"] == row["state"]
    for each in OrderStanding:
        numbers = {found["number"] for found in ada.get(f"/orders?state={each.value}").json()["items"]}
        assert (made.number in numbers) == (row["state"] == each.value)
    for order in sales.orders(ada.actor):
        found = in_standings(sales.orders(ada.actor), [standing_of(order, now)], now=now)
        assert found.filter(pk=order.pk).exists()
    found_state: str = row["state"]
    return found_state


def take(ada: Person, made: Booked, amount: int) -> None:
    answer = ada.post(f"/orders/{made.number}/takings", {"method": "cash", "amount": amount})
    assert answer.status_code == 200, answer.content
    worker.drain()


def test_completed_when_its_visits_are_over_and_it_is_paid(shop: Shop, nora: Visitor, ada: Person) -> None:
    made = nora.booked(shop)
    assert standing(ada, made) == "confirmed"
    take(ada, made, 1_000)
    shop.clock.move_to(WEDNESDAY_TEN + HOUR - timedelta(minutes=1))
    assert standing(ada, made) == "confirmed"
    shop.clock.move_to(WEDNESDAY_TEN + HOUR)
    assert standing(ada, made) == "confirmed"  # 30.00 are owed
    take(ada, made, 3_000)
    assert standing(ada, made) == "completed"
    csv = b"".join(ada.get("/orders.csv").streaming_content).decode()
    assert "Completed" in csv


def test_paid_before_it_is_not_over(shop: Shop, nora: Visitor, ada: Person) -> None:
    made = nora.booked(shop)
    take(ada, made, 4_000)
    assert standing(ada, made) == "confirmed"


def test_every_visit_counts_and_what_was_called_off_does_not(shop: Shop, nora: Visitor, ada: Person) -> None:
    nora.ready(shop)
    nora.want(shop.call)
    assert nora.hold(days_from_now(9), line=1, staff=shop.sid).status_code == 200
    made = Booked(**nora.book().json())
    take(ada, made, 6_500)
    shop.clock.move_to(WEDNESDAY_TEN + HOUR)
    ada.client.force_login(ada.account)
    assert standing(ada, made) == "confirmed"
    call = made.order.lines.get(position=1)
    assert ada.post(f"/appointments/{call.appointment_id}/cancel", {"reason": "ill"}).status_code == 204
    worker.drain()
    assert standing(ada, made) == "completed"


def test_given_back_by_hand_it_stays_completed(shop: Shop, nora: Visitor, ada: Person) -> None:
    made = nora.booked(shop)
    take(ada, made, 4_000)
    shop.clock.move_to(WEDNESDAY_TEN + HOUR)
    line = made.order.lines.get()
    body: dict[str, Any] = {"lines": [{"line_id": str(line.pk), "amount": 1_000}], "note": "a stain"}
    answer = ada.post(f"/orders/{made.number}/refunds", body)
    assert answer.status_code == 200, answer.content
    worker.drain()
    assert standing(ada, made) == "completed"


def test_called_off_it_is_cancelled(shop: Shop, nora: Visitor, ada: Person) -> None:
    made = nora.booked(shop)
    assert ada.post(f"/appointments/{made.visit.pk}/cancel", {"reason": "ill"}).status_code == 204
    worker.drain()
    shop.clock.move_to(WEDNESDAY_TEN + HOUR)
    assert standing(ada, made) == "cancelled"


def test_several_at_once_and_none(shop: Shop, nora: Visitor, rival: Visitor, ada: Person) -> None:
    first, second = nora.booked(shop), rival.booked(shop, days_from_now(9), email="rival@example.com")
    take(ada, first, 4_000)
    shop.clock.move_to(WEDNESDAY_TEN + HOUR)

    def numbers(query: str) -> set[str]:
        return {each["number"] for each in ada.get(f"/orders{query}").json()["items"]}

    assert numbers("") == numbers("?state=confirmed&state=completed") == {first.number, second.number}
    assert (numbers("?state=completed"), numbers("?state=placed")) == ({first.number}, set())
    assert ada.get("/orders?state=done").status_code == 422


def test_paid_goods_are_not_over_before_they_are_handed_over(
    booklet: Product, nora: Visitor, till: Till, ada: Person
) -> None:
    made = ordered(nora, booklet)
    till.pay(page_of(nora, made))
    check(nora, made)
    assert standing(ada, made) == "confirmed"  # the worker hands it over
    worker.drain()
    assert standing(ada, made) == "completed"
