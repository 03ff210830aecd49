"""What the team reads of an order besides its customer: who booked it, and why something is not as the rules would have it."""

from __future__ import annotations

from typing import Any

import pytest

from tests.cast import Person
from tests.desk import EVENING, Desk
from tests.shop import DETAILS, WEDNESDAY_TEN, Booked, Shop, Visitor

pytestmark = pytest.mark.django_db


def order(person: Person, made: Booked) -> Any:
    answer = person.get(f"/orders/{made.number}", x_order_token=made.token if person.user is None else "")
    assert answer.status_code == 200, answer.content
    return answer.json()


def test_who_booked(shop: Shop, nora: Visitor, ada: Person, sam: Person, cleo: Person) -> None:
    guests = nora.booked(shop, WEDNESDAY_TEN, staff=shop.sam)
    assert order(ada, guests)["booked_by"] == {"kind": "guest", "name": "Nora Newcomer"}
    theirs = Visitor(cleo.user, cleo.customer_row, client=cleo.client).booked(shop, EVENING.replace(hour=12))
    assert order(ada, theirs)["booked_by"]["kind"] == "customer"
    assert order(sam, guests)["booked_by"]["kind"] == "guest"
    assert (order(nora, guests)["booked_by"], order(cleo, theirs)["booked_by"]) == (None, None)


def test_by_phone_and_with_a_rule_put_aside(shop: Shop, ada: Person) -> None:
    desk = Desk(ada.user, client=ada.client)
    desk.pick_up()
    desk.want(shop.clean)
    desk.patch("/basket/details", {**DETAILS, "name": "Olive Phoned"})
    desk.place()
    held = desk.exactly(shop.sam, agreed=["hours"], reason="Moves out on Thursday")
    assert held.status_code == 200, held.content
    made = Booked(**desk.book().json())
    told = order(ada, made)
    assert told["booked_by"] == {"kind": "team", "name": "Ada Admin"}
    assert (told["lines"][0]["put_aside"], told["lines"][0]["put_aside_reason"]) == (["hours"], "Moves out on Thursday")
    guest = order(Visitor(), made)
    assert (guest["lines"][0]["put_aside"], guest["lines"][0]["put_aside_reason"]) == ([], "")
    assert "Thursday" not in str(guest)


def test_why_it_was_called_off(shop: Shop, nora: Visitor, ada: Person, sam: Person) -> None:
    made = nora.booked(shop, WEDNESDAY_TEN, staff=shop.sam)
    sam.post(f"/appointments/{made.visit.pk}/cancel", {"reason": "The van broke down"})
    line = order(ada, made)["lines"][0]
    assert (line["cancelled_by"], line["cancellation_reason"]) == ("staff", "The van broke down")
    assert order(nora, made)["lines"][0]["cancellation_reason"] == ""


def test_why_a_change_was_declined_stays_to_be_read(shop: Shop, nora: Visitor, ada: Person, sam: Person) -> None:
    made = nora.booked(shop, WEDNESDAY_TEN, staff=shop.sam)
    path = f"/appointments/{made.visit.pk}/change-requests"
    request = nora.post(path, {"kind": "cancel", "note": "ill"}, x_order_token=made.token).json()["id"]
    sam.post(f"/change-requests/{request}/decline", {"words": "It is too late"})
    shop.clock.move_to(WEDNESDAY_TEN.replace(hour=12))
    asked = order(sam, made)["lines"][0]["change_request"]
    assert (asked["state"], asked["answer"]) == ("declined", "It is too late")
    assert order(nora, made)["lines"][0]["change_request"] is None
