"""Tips after a visit: paid by card on their own, owed to the person in full, given back by hand alone."""

from __future__ import annotations

from datetime import timedelta
from typing import Any
from uuid import uuid4

import pytest

from almanac.business.models import Setting
from almanac.ledger.models import Role
from almanac.ledger.queries import balance, broken_laws
from almanac.outbox import worker
from almanac.outbox.models import EventRow
from almanac.payments.models import Payment, Refund, Tip
from tests.cast import Person
from tests.shop import WEDNESDAY_TEN, Booked, Shop, Visitor
from tests.tills import DECLINED, Till, page_of, paid, placed

pytestmark = pytest.mark.django_db


@pytest.fixture
def tips(shop: Shop) -> Setting:
    """The business takes tips after visits."""
    return Setting.objects.create(business=shop.business, group="tips", values={"tips": "after"})


def seen(visitor: Visitor, made: Booked) -> dict[str, Any]:
    found: dict[str, Any] = visitor.get(f"/orders/{made.number}", x_order_token=made.token).json()
    return found


def give(visitor: Visitor, made: Booked, shop: Shop, amount: int = 500, **more: Any) -> Any:
    body = {"staff_id": str(shop.sam.pk), "amount": amount, "method": "card", **more}
    return visitor.post(f"/orders/{made.number}/tips", body, x_order_token=made.token)


def tipped(visitor: Visitor, made: Booked, shop: Shop, till: Till, amount: int = 500) -> Tip:
    page = give(visitor, made, shop, amount).json()
    till.pay(page["url"])
    assert visitor.post(f"/payments/{page['payment_id']}/check", {}).json()["state"] == "captured"
    worker.drain()
    return Tip.objects.get(payment=page["payment_id"])


def visited(visitor: Visitor, shop: Shop, till: Till) -> Booked:
    """A clean that is paid and over."""
    made = paid(visitor, shop, till)
    shop.clock.move_to(WEDNESDAY_TEN + timedelta(hours=2))
    return made


def test_offered_after_the_visit_where_the_setting_says_so(
    shop: Shop, nora: Visitor, otto: Person, till: Till, tips: Setting
) -> None:
    made = paid(nora, shop, till)
    assert seen(nora, made)["tip"] is None
    assert give(nora, made, shop).json()["code"] == "no_tips"
    shop.clock.move_to(WEDNESDAY_TEN + timedelta(hours=2))
    assert seen(nora, made)["tip"] == {
        "staff": [{"id": str(shop.sam.pk), "name": shop.sam.name}],
        "amounts": [200, 500, 1_000],
        "most_amount": 10_000,
        "methods": ["card"],
    }
    assert give(nora, made, shop, method="bank_debit").status_code == 422
    assert give(nora, made, shop, 10_001).status_code == 422
    assert give(nora, made, shop, staff_id=str(shop.sid.pk)).json()["code"] == "no_tips"
    assert give(nora, made, shop, staff_id=str(uuid4())).json()["code"] == "no_tips"
    body = {"staff_id": str(shop.sam.pk), "amount": 1, "method": "card"}
    assert otto.post(f"/orders/{made.number}/tips", body).status_code == 404
    tips.values = {"tips": "off"}
    tips.save()
    assert seen(nora, made)["tip"] is None
    assert give(nora, made, shop).json()["code"] == "no_tips"


def test_a_tip_is_owed_to_the_person_without_tax_and_commission(
    shop: Shop, nora: Visitor, till: Till, tips: Setting
) -> None:
    made = visited(nora, shop, till)
    before = {role: balance(role, "GBP", f"business:{shop.business.pk}") for role in (Role.TAX, Role.REVENUE)}
    tipped(nora, made, shop, till)
    assert balance(Role.PAYABLE, "GBP", f"staff:{shop.sam.pk}") == 500
    assert {role: balance(role, "GBP", f"business:{shop.business.pk}") for role in before} == before
    order = seen(nora, made)
    assert (order["total_amount"], order["paid_amount"], order["due_amount"]) == (4_000, 4_000, 0)
    assert [(each["amount"], each["tip_amount"], each["tip_for"]) for each in order["payments"]] == [
        (500, 500, shop.sam.name),
        (4_000, 0, ""),
    ]
    assert EventRow.objects.filter(name="payments.tip_given").count() == 1
    assert broken_laws() == []
    assert till.agrees()


def test_a_tip_goes_before_what_the_order_still_owes(shop: Shop, nora: Visitor, till: Till, tips: Setting) -> None:
    made = nora.booked(shop)
    shop.clock.move_to(WEDNESDAY_TEN + timedelta(hours=2))
    tipped(nora, made, shop, till)
    assert balance(Role.PAYABLE, "GBP", f"staff:{shop.sam.pk}") == 500
    order = seen(nora, made)
    assert (order["paid_amount"], order["due_amount"]) == (0, 4_000)
    page = nora.post(f"/orders/{made.number}/payments", {"method": "card"}, x_order_token=made.token).json()
    assert Payment.objects.get(pk=page["payment_id"]).amount == 4_000


def test_a_tip_page_is_not_the_orders_page(shop: Shop, nora: Visitor, till: Till, tips: Setting) -> None:
    made = nora.booked(shop)
    shop.clock.move_to(WEDNESDAY_TEN + timedelta(hours=2))
    tip = give(nora, made, shop, 4_000).json()
    page = nora.post(f"/orders/{made.number}/payments", {"method": "card"}, x_order_token=made.token).json()
    assert tip["payment_id"] != page["payment_id"]


def test_a_tip_that_the_company_looks_at_pays_nothing_of_the_order(
    shop: Shop, nora: Visitor, till: Till, tips: Setting
) -> None:
    made = nora.booked(shop)
    shop.clock.move_to(WEDNESDAY_TEN + timedelta(hours=2))
    Payment.objects.filter(pk=give(nora, made, shop).json()["payment_id"]).update(state="pending")
    assert seen(nora, made)["due_amount"] == 4_000
    page = nora.post(f"/orders/{made.number}/payments", {"method": "card"}, x_order_token=made.token).json()
    assert Payment.objects.get(pk=page["payment_id"]).amount == 4_000


def test_declined_or_left_there_is_no_tip(shop: Shop, nora: Visitor, till: Till, tips: Setting) -> None:
    made = visited(nora, shop, till)
    till.pay(give(nora, made, shop).json()["url"], DECLINED)
    shop.clock.move_to(WEDNESDAY_TEN + timedelta(hours=4))
    worker.drain()
    assert Tip.objects.get().given_at is None
    assert balance(Role.PAYABLE, "GBP", f"staff:{shop.sam.pk}") == 0
    assert till.agrees()


def test_given_back_by_hand_alone_and_once(
    shop: Shop, nora: Visitor, till: Till, ada: Person, sam: Person, tips: Setting
) -> None:
    made = visited(nora, shop, till)
    tip = tipped(nora, made, shop, till)
    line = str(made.order.lines.get().pk)
    ada.post(f"/orders/{made.number}/refunds", {"lines": [{"line_id": line, "amount": 4_000}], "note": "all of it"})
    worker.drain()
    assert balance(Role.PAYABLE, "GBP", f"staff:{shop.sam.pk}") == 500  # what was paid for the visit went back, no tip
    assert sam.post(f"/tips/{tip.pk}/refund", {"note": "sorry"}).status_code == 403
    assert ada.post(f"/tips/{uuid4()}/refund", {"note": "sorry"}).status_code == 404
    assert ada.post(f"/tips/{tip.pk}/refund", {"note": "given by mistake"}).status_code == 200
    worker.drain()
    assert ada.post(f"/tips/{tip.pk}/refund", {"note": "again"}).json()["code"] == "too_much_back"
    refund = Refund.objects.get(why="tip")
    assert (refund.amount, refund.state) == (500, "done")
    assert balance(Role.PAYABLE, "GBP", f"staff:{shop.sam.pk}") == 0
    assert broken_laws() == []
    assert till.agrees()


def test_whom_it_is_for_reads_it_and_nobody_else(
    shop: Shop, nora: Visitor, till: Till, sam: Person, sid: Person, ada: Person, tips: Setting
) -> None:
    made = visited(nora, shop, till)
    tipped(nora, made, shop, till)
    (own,) = sam.get("/my/tips").json()["items"]
    assert (own["amount"], own["order_number"], own["is_back"]) == (500, made.number, False)
    assert sid.get("/my/tips").json()["items"] == []
    assert ada.get("/my/tips").status_code == 403
    assert Person().get("/my/tips").status_code == 401


def test_an_order_that_waits_for_money_takes_no_tip(shop: Shop, nora: Visitor, till: Till, tips: Setting) -> None:
    made = placed(nora, shop)
    page_of(nora, made)
    assert give(nora, made, shop).json()["code"] == "no_tips"
