"""Coupons from the code that is typed to the order they are used by, and back. See docs/algorithms/pricing.md."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from django.db import IntegrityError, transaction
from django.test import override_settings

from almanac.catalog.models import PriceRule
from almanac.people.models import Customer
from almanac.sales.coupons import code_in, free_number
from almanac.sales.models import Coupon, CouponUse, Order
from tests.cast import Person
from tests.desk import Desk
from tests.shop import NOW, WEDNESDAY_TEN, Shop, Visitor

pytestmark = pytest.mark.django_db
PRICE = 4_000


@pytest.fixture
def customer(shop: Shop, cleo: Person) -> Visitor:
    """Cleo, signed in."""
    return Visitor(cleo.user, cleo.customer_row, client=cleo.client)


def coupon(shop: Shop, code: str | None = "WELCOME10", **values: Any) -> Coupon:
    given = {"percent_bp": 1_000, **values} if "amount" not in values else values
    return Coupon.objects.create(business=shop.business, currency="GBP", code=code, **given)


def name(visitor: Visitor, code: str = "welcome10") -> Any:
    return visitor.put("/basket/coupon", {"code": code})


def standing(visitor: Visitor) -> tuple[int, str]:
    """The total, and why the coupon is not used."""
    basket = visitor.basket()
    return basket["total_amount"], basket["coupon"]["reason"]


def test_a_guest_names_a_code_sees_the_step_and_books(shop: Shop, nora: Visitor) -> None:
    made = coupon(shop)
    nora.ready(shop)
    answer = name(nora, " Welcome 10 ")
    assert answer.status_code == 200, answer.content
    shown = answer.json()
    assert shown["coupon"] == {
        "code": "WELCOME10",
        "currency": "GBP",
        "amount": 400,
        "reason": "",
        "missing_amount": 0,
    }
    assert shown["lines"][0]["steps"][-1] == {
        "kind": "coupon",
        "label": "WELCOME10",
        "quantity": 1,
        "unit_amount": -400,
        "amount": -400,
        "percent_bp": -1_000,
    }
    (total,) = shown["totals"]
    assert (total["subtotal_amount"], total["discount_amount"], total["total_amount"]) == (PRICE, 400, 3_600)
    assert total["tax_amount"] == 600
    assert nora.book().status_code == 200
    order = Order.objects.get()
    assert (order.total_amount, order.tax_amount) == (3_600, 600)
    assert order.lines.get().breakdown[-1]["label"] == "WELCOME10"
    use = CouponUse.objects.get()
    assert (use.coupon, use.order, use.number, use.amount, use.given_back_at) == (made, order, 1, 400, None)


def test_the_next_basket_begins_without_it(shop: Shop, nora: Visitor) -> None:
    coupon(shop)
    nora.ready(shop)
    name(nora)
    nora.book()
    nora.place()
    nora.want(shop.clean)
    assert nora.basket()["coupon"] is None


@pytest.mark.parametrize("code", ["NOTHING", "x", "", "a b", "ÄÖÜ", "'; DROP", "A" * 60])
def test_what_is_no_code_is_not_known(shop: Shop, nora: Visitor, code: str) -> None:
    nora.want(shop.call)
    answer = name(nora, code)
    assert (answer.status_code, answer.json()["code"]) == (404, "coupon_unknown")
    assert nora.basket()["coupon"] is None


def test_an_archived_one_is_as_unknown_as_none(shop: Shop, nora: Visitor) -> None:
    coupon(shop, archived_at=NOW)
    nora.want(shop.clean)
    assert name(nora).json()["code"] == "coupon_unknown"


@pytest.mark.parametrize(
    ("values", "reason"),
    [
        ({"starts_at": NOW + timedelta(hours=1)}, "not_yet"),
        ({"ends_at": NOW}, "over"),
        ({"limit": 1}, "used_up"),
    ],
)
def test_what_cannot_come_to_fit_is_refused_and_not_kept(
    shop: Shop, nora: Visitor, rival: Visitor, values: dict[str, Any], reason: str
) -> None:
    if "limit" in values:
        coupon(shop, **values)
        rival.ready(shop, WEDNESDAY_TEN + timedelta(hours=4))
        name(rival)
        assert rival.book().status_code == 200
    else:
        coupon(shop, **values)
    nora.want(shop.clean)
    answer = name(nora)
    assert (answer.status_code, answer.json()["code"], answer.json()["reason"]) == (
        409,
        "coupon_not_applicable",
        reason,
    )
    assert nora.basket()["coupon"] is None


def test_what_may_still_fit_is_kept_and_says_why_not_yet(shop: Shop, nora: Visitor) -> None:
    coupon(shop, minimum_amount=5_000)
    nora.want(shop.clean)
    answer = name(nora)
    assert answer.status_code == 200
    told = answer.json()["coupon"]
    assert (told["reason"], told["missing_amount"], told["amount"]) == ("below_minimum", 1_000, 0)
    nora.patch(f"/basket/lines/{nora.line_id()}", {"extras": [{"extra_id": str(shop.oven.pk), "quantity": 1}]})
    assert standing(nora)[1] == ""


def test_one_for_other_services(shop: Shop, nora: Visitor) -> None:
    coupon(shop, service_ids=[str(shop.call.pk)])
    nora.want(shop.clean)
    name(nora)
    assert standing(nora) == (PRICE, "nothing_fits")
    nora.want(shop.call)
    assert standing(nora)[1] == ""
    assert [line["steps"][-1]["kind"] for line in nora.basket()["lines"]] == ["base", "coupon"]


def test_one_for_all_but_a_service_and_one_for_a_category(shop: Shop, nora: Visitor) -> None:
    row = coupon(shop, never_ids=[str(shop.clean.pk)])
    nora.want(shop.clean)
    name(nora)
    assert standing(nora) == (PRICE, "nothing_fits")
    Coupon.objects.filter(pk=row.pk).update(never_ids=[], category_ids=[str(shop.clean.category_id)])
    assert standing(nora) == (3_600, "")


def test_one_that_ends_meanwhile_says_so_and_costs_nobody_anything_unseen(shop: Shop, nora: Visitor) -> None:
    coupon(shop, ends_at=NOW + timedelta(minutes=5))
    nora.ready(shop)
    name(nora)
    seen = nora.basket()["total_amount"]
    shop.clock.move_to(NOW + timedelta(minutes=6))
    assert standing(nora) == (PRICE, "over")
    refused = nora.book(shown_total_amount=seen)
    assert (refused.status_code, refused.json()["code"], refused.json()["total_amount"]) == (
        409,
        "price_changed",
        PRICE,
    )
    assert nora.delete("/basket/coupon").json()["coupon"] is None
    assert nora.book().status_code == 200
    assert not CouponUse.objects.exists()


def test_one_put_away_meanwhile_is_unknown_and_the_total_is_without_it(shop: Shop, nora: Visitor) -> None:
    row = coupon(shop)
    nora.want(shop.clean)
    name(nora)
    Coupon.objects.filter(pk=row.pk).update(archived_at=NOW)
    assert standing(nora) == (PRICE, "unknown")


def test_another_tab_that_used_it_up_first(shop: Shop, nora: Visitor, rival: Visitor) -> None:
    coupon(shop, limit=1)
    for visitor, hours in ((nora, 0), (rival, 4)):
        visitor.ready(shop, WEDNESDAY_TEN + timedelta(hours=hours))
        assert name(visitor).status_code == 200
    seen = nora.basket()["total_amount"]
    assert rival.book().status_code == 200
    assert nora.book(shown_total_amount=seen).json()["code"] == "price_changed"
    assert standing(nora) == (PRICE, "used_up")


def test_a_called_off_order_gives_its_use_back(shop: Shop, nora: Visitor, rival: Visitor, ada: Person) -> None:
    coupon(shop, limit=1)
    nora.ready(shop)
    name(nora)
    booked = nora.book()
    assert booked.status_code == 200
    visit = Order.objects.get().lines.get().appointment
    assert visit is not None
    called_off = ada.post(f"/appointments/{visit.pk}/cancel", {"reason": "the water is off"})
    assert called_off.status_code == 204, called_off.content
    assert CouponUse.objects.get().given_back_at == NOW
    rival.ready(shop, WEDNESDAY_TEN + timedelta(hours=4))
    assert name(rival).status_code == 200
    assert rival.book().status_code == 200
    assert list(CouponUse.objects.order_by("used_at", "pk").values_list("number", flat=True)) == [1, 1]


class TestOneCustomer:
    def test_a_guest_is_known_by_the_e_mail_and_hears_of_it_only_when_booking(self, shop: Shop, nora: Visitor) -> None:
        coupon(shop, customer_limit=1)
        nora.ready(shop)
        name(nora)
        assert nora.book().status_code == 200
        nora.ready(shop, WEDNESDAY_TEN + timedelta(hours=4), email="NORA+again@example.com")
        assert name(nora).status_code == 200, "nothing is told about an address that was typed"
        refused = nora.book()
        assert (refused.status_code, refused.json()["reason"]) == (409, "used_by_customer")
        assert Order.objects.count() == 1
        nora.type_in(email="another@example.com")
        assert nora.book().status_code == 200

    def test_who_signs_in_hears_at_once(self, shop: Shop, customer: Visitor) -> None:
        coupon(shop, customer_limit=1)
        customer.ready(shop)
        name(customer)
        assert customer.book().status_code == 200
        customer.want(shop.clean)
        assert name(customer).json()["reason"] == "used_by_customer"

    def test_first_orders_alone(self, shop: Shop, customer: Visitor) -> None:
        customer.ready(shop)
        assert customer.book().status_code == 200
        coupon(shop, first_order_only=True)
        customer.want(shop.clean)
        assert name(customer).json()["reason"] == "not_first"

    def test_a_stranger_learns_nothing_of_orders_behind_an_address(
        self, shop: Shop, customer: Visitor, nora: Visitor
    ) -> None:
        """Cleo has ordered. With her address, a guest's first order is a first order."""
        customer.ready(shop)
        assert customer.book().status_code == 200
        coupon(shop, first_order_only=True)
        nora.ready(shop, WEDNESDAY_TEN + timedelta(hours=4), email=Order.objects.get().customer.email)
        name(nora)
        assert nora.book().status_code == 200


class TestBySelf:
    def test_a_discount_comes_without_a_code(self, shop: Shop, nora: Visitor) -> None:
        coupon(shop, code=None, name={"en": "Spring"})
        nora.ready(shop)
        shown = nora.basket()
        assert (shown["total_amount"], shown["coupon"]) == (3_600, None)
        assert shown["lines"][0]["steps"][-1]["kind"] == "discount"
        assert nora.book().status_code == 200
        assert not CouponUse.objects.exists(), "there is nothing to count"

    def test_with_a_limit_it_is_counted(self, shop: Shop, nora: Visitor) -> None:
        coupon(shop, code=None, name={"en": "The first"}, limit=1)
        nora.ready(shop)
        assert nora.book().status_code == 200
        assert CouponUse.objects.count() == 1
        nora.want(shop.clean)
        assert nora.basket()["total_amount"] == PRICE

    @pytest.mark.parametrize("limit", [{"first_order_only": True}, {"customer_limit": 1}])
    def test_one_for_each_customer_is_for_who_is_known(
        self, shop: Shop, nora: Visitor, customer: Visitor, limit: dict[str, Any]
    ) -> None:
        """A guest could not take it out again, and must not be told about an address."""
        coupon(shop, code=None, name={"en": "Hello"}, **limit)
        nora.want(shop.clean)
        assert nora.basket()["total_amount"] == PRICE
        customer.ready(shop)
        assert customer.basket()["total_amount"] == 3_600
        assert customer.book().status_code == 200
        customer.ready(shop, WEDNESDAY_TEN + timedelta(hours=4))
        assert customer.basket()["total_amount"] == PRICE
        assert customer.book().status_code == 200

    def test_somebody_else_with_that_mailbox_takes_nothing_away(
        self, shop: Shop, customer: Visitor, ada: Person
    ) -> None:
        """By itself it goes by who somebody is, so what the basket shows can always be booked."""
        row = coupon(shop, code=None, name={"en": "Hello"}, customer_limit=1)
        other = Customer.objects.create(name="Other", email=customer.customer.email)
        desk = Desk(ada.user, client=ada.client)
        desk.pick_up()
        desk.choose(other.pk)
        desk.want(shop.call)
        desk.hold(WEDNESDAY_TEN + timedelta(hours=2), staff=shop.sid)
        desk.type_in(email=other.email)
        assert desk.book().status_code == 200
        assert row.uses.count() == 1
        customer.ready(shop)
        assert customer.basket()["total_amount"] == 3_600
        assert customer.book().status_code == 200

    def test_a_code_that_may_not_be_combined_gives_way_to_what_is_better(self, shop: Shop, nora: Visitor) -> None:
        coupon(shop, code=None, name={"en": "Spring"}, percent_bp=2_000)
        coupon(shop, combines=False)
        nora.ready(shop)
        name(nora)
        assert standing(nora) == (3_200, "better_without")
        assert nora.book().status_code == 200
        assert not CouponUse.objects.exists(), "what is not used is not used up"


def test_a_gift_of_the_whole_price_is_booked(shop: Shop, nora: Visitor) -> None:
    coupon(shop, amount=99_999)
    nora.ready(shop)
    name(nora)
    assert nora.basket()["total_amount"] == 0
    assert nora.book().status_code == 200
    assert Order.objects.get().total_amount == 0


def test_weekend_and_area_show_in_the_basket_and_are_charged(shop: Shop, nora: Visitor) -> None:
    PriceRule.objects.create(
        business=shop.business,
        name={"en": "Midweek"},
        when={"weekdays": [2], "areas": ["SW11"], "from_minute": 600, "until_minute": 601},
        effect={"kind": "percent", "percent_bp": 2_000},
    )
    nora.place()
    nora.want(shop.clean)
    assert nora.basket()["total_amount"] == PRICE, "no time, no rule"
    assert nora.hold(staff=shop.sam).json()["total_amount"] == PRICE + 800
    nora.type_in()
    assert nora.book().status_code == 200
    assert [step["label"] for step in Order.objects.get().lines.get().breakdown] == ["Clean", "Midweek"]


@override_settings(RATE_LIMITS_LIFTED=False)
def test_codes_are_not_found_by_trying(shop: Shop, nora: Visitor) -> None:
    nora.want(shop.clean)
    answers = [name(nora, f"TRY{number}").status_code for number in range(12)]
    assert answers == [404] * 10 + [429] * 2


class TestTheDatabaseHolds:
    """What a forgotten lock would do is an error."""

    def use(self, row: Coupon, order: Order, **values: Any) -> CouponUse:
        plain = {"number": 1, "person": "p", "person_number": 1, "amount": 1, "used_at": NOW}
        return CouponUse.objects.create(coupon=row, order=order, **{**plain, **values})

    @pytest.mark.parametrize(
        "second",
        [
            {"person": "q"},
            {"number": 2},
            {"number": 3, "out_of": 2, "person": "q"},
            {"number": 2, "person_number": 2, "person_out_of": 1},
            {"number": 0, "person": "q"},
        ],
    )
    def test_numbers_and_limits(self, shop: Shop, nora: Visitor, second: dict[str, Any]) -> None:
        first, other = (nora.booked(shop, WEDNESDAY_TEN + timedelta(hours=hours)).order for hours in (0, 4))
        row = coupon(shop)
        self.use(row, first)
        with pytest.raises(IntegrityError), transaction.atomic():
            self.use(row, other, **second)
        with pytest.raises(IntegrityError), transaction.atomic():
            self.use(row, first, number=2, person="q")
        CouponUse.objects.update(given_back_at=NOW)
        self.use(row, other)

    @pytest.mark.parametrize(
        "wrong",
        [
            {"code": ""},
            {"percent_bp": 0},
            {"amount": 5, "percent_bp": 5},
            {"percent_bp": 10_001},
            {"starts_at": NOW, "ends_at": NOW},
        ],
    )
    def test_a_coupon_makes_sense(self, shop: Shop, wrong: dict[str, Any]) -> None:
        with pytest.raises(IntegrityError), transaction.atomic():
            Coupon.objects.create(
                **{"business": shop.business, "currency": "GBP", "code": "X", "percent_bp": 1, **wrong}
            )


def test_codes_as_typed() -> None:
    assert [code_in(typed) for typed in (" ab c ", "Welcome-10", "ab", "-abc", "a_bc")] == [
        "ABC",
        "WELCOME-10",
        "",
        "",
        "",
    ]


def test_the_lowest_free_number() -> None:
    assert [free_number(taken) for taken in ([], [1, 2], [2, 3], [1, 3], [3, 1, 2])] == [1, 3, 1, 2, 4]


def test_the_team_names_one_for_a_caller(shop: Shop, ada: Person, customer: Visitor) -> None:
    """Who they are is known, so what they used before counts at once."""
    coupon(shop, customer_limit=1)
    desk = Desk(ada.user, client=ada.client)
    assert desk.pick_up().status_code == 200
    customer.ready(shop, WEDNESDAY_TEN + timedelta(hours=4))
    name(customer)
    assert customer.book().status_code == 200
    desk.want(shop.call)
    assert name(desk).status_code == 200
    desk.choose(customer.customer.pk)
    assert standing(desk) == (2_500, "used_by_customer")
