"""An order with visits by several people: what each may do, and what they are told they may do, are the same."""

from __future__ import annotations

from datetime import timedelta

import pytest

from tests.cast import Person
from tests.shop import WEDNESDAY_TEN, Booked, Shop, Visitor

pytestmark = pytest.mark.django_db


@pytest.fixture
def shared(shop: Shop, nora: Visitor) -> Booked:
    """An order with a visit by Sam and one by Sid."""
    nora.place()
    for number, staff in enumerate((shop.sam, shop.sid)):
        nora.want(shop.clean)
        nora.hold(WEDNESDAY_TEN + timedelta(days=number), line=number, staff=staff)
    nora.type_in()
    return Booked(**nora.book().json())


@pytest.mark.parametrize("who", ["sam", "max_"])
def test_the_team_is_told_what_it_may_do(shared: Booked, who: str, request: pytest.FixtureRequest) -> None:
    person: Person = request.getfixturevalue(who)
    lines = {line["staff_name"]: line for line in person.get(f"/orders/{shared.number}").json()["lines"]}
    assert {name: (line["can_cancel"], line["can_move"]) for name, line in lines.items()} == {
        "Sam": (True, True),
        "Sid": (False, False),
    }
    for name, status in (("Sid", 403), ("Sam", 204)):
        visit = lines[name]["appointment_id"]
        told = person.get(f"/appointments/{visit}/cancellation").json()
        assert told["allowed"] is (status == 204)
        assert told["refused_reason"] == (None if status == 204 else "not_yours")
        assert person.post(f"/appointments/{visit}/cancel", {"reason": ""}).status_code == status


def test_somebody_of_the_team_changes_an_order_of_their_own_by_its_link(shop: Shop, nora: Visitor, sam: Person) -> None:
    made = nora.booked(shop, staff=shop.sid)  # Sam booked this at home, without signing in
    line = sam.get("/linked-order", x_order_token=made.token).json()["lines"][0]
    assert (line["can_cancel"], line["can_move"]) == (True, True)
    answer = sam.post(f"/appointments/{made.visit.pk}/cancel", {"reason": ""}, x_order_token=made.token)
    assert answer.status_code == 204
    assert made.visit.cancelled_by == "customer"
