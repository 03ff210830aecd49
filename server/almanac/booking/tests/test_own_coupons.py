"""A coupon for one customer: nobody else uses it, wherever they come from, and its customer sees it in their own area."""

from __future__ import annotations

from typing import Any

import pytest
from django.conf import settings

from almanac.engine.price_discounts import Share
from almanac.outbox.models import EventRow
from almanac.people.models import Customer
from almanac.sales.actions import use_discounts
from almanac.sales.errors import CouponNotApplicable
from almanac.sales.models import Coupon
from almanac.sales.queries import candidates
from tests.cast import Person, make_customer
from tests.desk import Desk
from tests.shop import NOBODY, Shop, Visitor

pytestmark = pytest.mark.django_db


@pytest.fixture
def customer(shop: Shop, cleo: Person) -> Visitor:
    return Visitor(cleo.user, cleo.customer_row, client=cleo.client)


@pytest.fixture
def own(shop: Shop, ada: Person, cleo: Person) -> Coupon:
    """Five pounds for Cleo alone, once."""
    body = {
        "business_id": str(shop.business.pk),
        "customer_id": str(cleo.customer.pk),
        "code": "SORRY-CLEO",
        "amount": 500,
        "limit": 1,
    }
    answer = ada.post("/coupons", body)
    assert answer.status_code == 201, answer.content
    assert (answer.json()["customer_id"], answer.json()["customer_name"]) == (str(cleo.customer.pk), cleo.customer.name)
    return Coupon.objects.get(pk=answer.json()["id"])


def name(visitor: Visitor, code: str = "sorry-cleo") -> Any:
    return visitor.put("/basket/coupon", {"code": code})


def test_its_customer_uses_it(shop: Shop, customer: Visitor, own: Coupon) -> None:
    customer.ready(shop)
    assert name(customer).json()["total_amount"] == 3_500
    assert customer.book().status_code == 200
    assert own.uses.get().amount == 500
    assert [each["state"] for each in customer.get("/my-coupons").json()] == ["used"]


def test_nobody_else_does_and_is_told_no_more_of_it(shop: Shop, nora: Visitor, own: Coupon) -> None:
    nora.ready(shop)
    answer = name(nora)
    assert (answer.status_code, answer.json()["code"], answer.json()["reason"]) == (
        409,
        "coupon_not_applicable",
        "not_yours",
    )
    assert nora.basket()["coupon"] is None


def test_signed_in_as_somebody_else_it_is_refused_too(shop: Shop, own: Coupon) -> None:
    dora = make_customer("dora")
    other = Visitor(dora.user, dora.customer_row, client=dora.client)
    other.ready(shop)
    assert name(other).json()["reason"] == "not_yours"
    assert other.get("/my-coupons").json() == []


def test_signing_out_before_booking_does_not_use_it(shop: Shop, customer: Visitor, own: Coupon) -> None:
    customer.ready(shop)
    name(customer)
    del customer.client.cookies[settings.SESSION_COOKIE_NAME]
    shown = customer.basket()
    assert (shown["total_amount"], shown["coupon"]["reason"]) == (4_000, "not_yours")


def test_the_order_of_another_is_refused_under_the_lock(shop: Shop, nora: Visitor, own: Coupon) -> None:
    made = nora.booked(shop, staff=shop.sid)
    (found,) = candidates([], code="SORRY-CLEO", customer_id=own.customer_id)
    share = Share(found.discount("en"), 500)
    with pytest.raises(CouponNotApplicable) as refused:
        use_discounts(used=[(made.order, share)], mailbox="")
    assert refused.value.reason == "not_yours"


def test_the_team_uses_it_for_its_customer(shop: Shop, ada: Person, cleo: Person, own: Coupon) -> None:
    desk = Desk(ada.user, client=ada.client)
    desk.pick_up()
    desk.want(shop.call)
    assert name(desk).json()["reason"] == "not_yours"  # nobody was chosen yet
    desk.choose(cleo.customer.pk)
    assert name(desk).json()["total_amount"] == 2_000


def test_one_without_a_code_comes_by_itself_to_its_customer_alone(
    shop: Shop, nora: Visitor, customer: Visitor, cleo: Person
) -> None:
    Coupon.objects.create(
        business=shop.business,
        customer=cleo.customer,
        currency="GBP",
        percent_bp=1_000,
        name={"en": "Friend of the house"},
    )
    nora.ready(shop, staff=shop.sid)
    customer.ready(shop)
    assert (nora.basket()["total_amount"], customer.basket()["total_amount"]) == (4_000, 3_600)


def test_whose_it_is_never_changes_and_is_somebody(shop: Shop, ada: Person, own: Coupon) -> None:
    body = {"code": "SORRY-CLEO", "amount": 700, "customer_id": NOBODY}
    assert ada.put(f"/coupons/{own.pk}", body).json()["customer_id"] == str(own.customer_id)
    wrong = {"business_id": str(shop.business.pk), "customer_id": NOBODY, "code": "OTHER", "amount": 700}
    answer = ada.post("/coupons", wrong)
    assert (answer.status_code, list(answer.json()["fields"])) == (422, ["customer_id"])
    told = EventRow.objects.filter(name="sales.coupon_changed").order_by("pk").first()
    assert told is not None
    assert told.payload["after"]["customer_id"] == str(own.customer_id)


def test_a_merged_record_brings_its_coupons(shop: Shop, ada: Person, cleo: Person) -> None:
    twin = Customer.objects.create(name="C. Bird", phone="+447700900111")
    row = Coupon.objects.create(business=shop.business, customer=twin, currency="GBP", amount=300, code="TWIN-3")
    answer = ada.post(f"/customers/{cleo.customer.pk}/merge", {"absorbed_id": str(twin.pk), "account_may_see": True})
    assert answer.status_code == 201, answer.content
    row.refresh_from_db()
    assert row.customer_id == cleo.customer.pk
