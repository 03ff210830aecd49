"""What the team reads of an order besides its customer: who booked it, and why something is not as the rules would have it."""

from __future__ import annotations

from typing import Any

import pytest

from almanac.business.models import Setting
from tests.cast import Person
from tests.desk import EVENING, Desk
from tests.shop import DETAILS, WEDNESDAY_TEN, Booked, Shop, Visitor, days_from_now

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


ACCOUNT = {
    "transfers_taken": True,
    "account_name": "VALClean Ltd",
    "sort_code": "20-00-00",
    "account_number": "12345678",
}


def test_whoever_may_take_all_of_it_reads_where_a_transfer_is_sent(
    shop: Shop, ada: Person, sam: Person, sid: Person, max_: Person, mia: Person
) -> None:
    """The caller is told on the phone, so whoever is at the desk reads it."""
    Setting.objects.create(business=shop.business, group="transfers", values=ACCOUNT)
    desk = Desk(max_.user, client=max_.client)
    desk.pick_up()
    desk.want(shop.clean)
    desk.patch("/basket/details", {**DETAILS, "name": "Olive Phoned"})
    desk.place()
    assert desk.exactly(shop.sam, days_from_now(7)).status_code == 200
    answer = desk.book(payment_method="bank_transfer")
    assert answer.status_code == 200, answer.content
    made = Booked(**answer.json())
    for person in (ada, max_, sam):
        told = order(person, made)
        assert (told["transfer"]["reference"], told["transfer"]["amount"]) == (made.number, 4_000)
        assert (told["transfer"]["sort_code"], told["pay_by"]) == ("20-00-00", told["transfer"]["pay_by"])
    assert [person.get(f"/orders/{made.number}").status_code for person in (sid, mia)] == [404, 404]
    listed = max_.get("/orders").json()["items"]
    assert [each["transfer"] for each in listed] == [None]


def test_a_colleague_of_one_visit_does_not_read_what_all_of_it_costs(
    shop: Shop, nora: Visitor, ada: Person, sam: Person, max_: Person
) -> None:
    Setting.objects.create(business=shop.business, group="transfers", values=ACCOUNT)
    nora.ready(shop, days_from_now(7), staff=shop.sam)
    assert nora.want(shop.clean).status_code == 200
    assert nora.hold(days_from_now(8), line=1, staff=shop.sid).status_code == 200
    answer = nora.book(payment_method="bank_transfer")
    assert answer.status_code == 200, answer.content
    made = Booked(**answer.json())
    assert order(ada, made)["transfer"]["amount"] == 8_000
    for person in (sam, max_):
        told = order(person, made)
        assert (told["transfer"], told["total_amount"]) == (None, 4_000)
