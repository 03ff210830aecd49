"""Group sessions from the first free time to the last seat: how many are left, and who comes too late."""

from __future__ import annotations

from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from almanac.catalog.models import Category, Offering, Service, Venue
from tests.shop import WEDNESDAY_TEN, Shop, Visitor, make_service

pytestmark = pytest.mark.django_db
TEN = WEDNESDAY_TEN.isoformat().replace("+00:00", "Z")


@pytest.fixture
def circle(shop: Shop) -> Service:
    """Two seats, with Sam alone."""
    category = Category.objects.get(slug="home")
    made = make_service(shop.business, category, "circle", 2_000, Venue.ONLINE, capacity=2)
    Offering.objects.create(service=made, staff_member=shop.sam)
    return made


def times(visitor: Visitor, service: Service) -> Any:
    return visitor.get(f"/slots?service={service.pk}&first_on=2026-03-04&last_on=2026-03-04").json()


def starts(found: Any) -> list[str]:
    return [slot["starts_at"] for day in found["days"] for slot in day["slots"]]


def take(visitor: Visitor, circle: Service) -> Any:
    visitor.want(circle)
    held = visitor.hold()
    if held.status_code == 200:
        visitor.type_in()
    return held


def test_seats_go_one_by_one_until_the_session_is_full(shop: Shop, circle: Service) -> None:
    first, second, third = Visitor(), Visitor(), Visitor()
    before = times(third, circle)
    assert (before["capacity"], before["standing"]) == (2, [])
    assert take(first, circle).status_code == 200
    assert times(third, circle)["standing"] == [{"starts_at": TEN, "seats_left": 1}]
    assert first.book().status_code == 200
    assert take(second, circle).status_code == 200
    assert second.book().status_code == 200
    after = times(third, circle)
    assert TEN in starts(before)
    assert TEN not in starts(after)
    assert after["standing"] == []
    refused = take(third, circle)
    assert (refused.status_code, refused.json()["code"]) == (409, "slot_taken")
    assert refused.json()["alternatives"]


def test_a_hold_that_is_over_gives_its_seat_back(shop: Shop, circle: Service) -> None:
    assert take(Visitor(), circle).status_code == 200
    shop.clock.shift(16 * 60)
    assert times(Visitor(), circle)["standing"] == []


def test_a_profile_says_how_many_seats_are_left(shop: Shop, circle: Service) -> None:
    def offered() -> dict[str, Any]:
        answer = Visitor().get("/profiles/valclean/sam").json()
        return {item["slug"]: item for item in answer["offered"]}

    before = offered()["circle"]
    assert before["seats_left"] == [2] * len(before["next_free"])
    assert offered()["call"]["seats_left"] == []
    visitor = Visitor()
    visitor.want(circle)
    assert (
        visitor.post("/holds", {"line_id": visitor.line_id(), "starts_at": before["next_free"][0]}).status_code == 200
    )
    assert offered()["circle"]["seats_left"][0] == 1


def test_one_query_more_for_a_group_and_none_for_the_rest(shop: Shop, circle: Service) -> None:
    counted = []
    for service in (shop.call, circle):
        with CaptureQueriesContext(connection) as captured:
            times(Visitor(), service)
        counted.append(len(captured))
    assert counted[1] == counted[0] + 1
