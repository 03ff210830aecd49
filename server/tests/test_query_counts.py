"""How many SQL queries the busy doors may make: a number that does not grow with people, days, lines or extras."""

from __future__ import annotations

from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from almanac.booking.schemas.slots import SlotsOut
from almanac.catalog.models import Offering
from almanac.kit import ids
from tests.cast import make_staff
from tests.shop import Shop, Visitor

pytestmark = pytest.mark.django_db
MOST_FOR_SLOTS = 7  # the last for price rules, which say where a time costs more
MOST_FOR_A_BASKET = 7  # the last two are the price rules and the discounts
MOST_FOR_A_BOOKING = 34  # all of it: the basket, the customer and address, the time, the order, its events and tasks


def asked(visitor: Visitor, line: str, *, days: int) -> Any:
    return visitor.get(f"/slots?line={line}&first_on=2026-03-04&last_on=2026-03-{3 + days:02}")


def test_slots_of_a_line_with_extras_take_few_queries(shop: Shop, nora: Visitor) -> None:
    nora.place()
    nora.want(shop.clean, extras=[{"extra_id": str(shop.oven.pk)}])
    line, found = nora.line_id(), []
    for days in (1, 20):
        with CaptureQueriesContext(connection) as captured:
            answer = asked(nora, line, days=days)
        assert len(captured) <= MOST_FOR_SLOTS, [query["sql"][:120] for query in captured]
        found.append(len(captured))
        for number in range(3):  # more people for the second round
            more = make_staff(shop.business, f"more-{days}-{number}").staff
            Offering.objects.create(service=shop.clean, staff_member=more)
    assert answer.json()["days"][0]["slots"]
    assert found[0] == found[1]


def test_the_plain_answer_has_the_form_it_declares(shop: Shop, nora: Visitor) -> None:
    nora.place()
    nora.want(shop.clean)
    answer = asked(nora, nora.line_id(), days=2).json()
    assert SlotsOut.model_validate(answer).model_dump(mode="json") == answer


def test_a_basket_takes_no_more_queries_for_more_lines(shop: Shop, nora: Visitor) -> None:
    nora.place()
    counted = []
    for _ in range(2):
        nora.want(shop.clean, extras=[{"extra_id": str(shop.oven.pk)}])
        nora.want(shop.call)
        with CaptureQueriesContext(connection) as captured:
            assert nora.get("/basket").status_code == 200
        counted.append(len(captured))
    assert counted[0] == counted[1] <= MOST_FOR_A_BASKET


def test_a_booking_takes_no_more_queries_than_it_did(shop: Shop, nora: Visitor) -> None:
    nora.ready(shop)
    total = nora.basket()["total_amount"]
    body = {"shown_total_amount": total, "terms_accepted": True, "early_start_consent": True}
    with CaptureQueriesContext(connection) as captured:
        answer = nora.post("/bookings", body, idempotency_key=str(ids.new_id()))
    assert answer.status_code == 200, answer.content
    assert len(captured) <= MOST_FOR_A_BOOKING, len(captured)


def test_the_first_free_time_takes_six_queries_at_most(shop: Shop, nora: Visitor) -> None:
    with CaptureQueriesContext(connection) as captured:
        answer = nora.get(f"/slots/first?service={shop.call.pk}")
    assert answer.json()["starts_at"]
    assert len(captured) <= MOST_FOR_SLOTS, [query["sql"][:120] for query in captured]
