"""Points earned and taken back with the money: docs/algorithms/loyalty.md, promises 1 to 3, 5 and 9."""

from __future__ import annotations

from typing import Any

import pytest

from almanac.business.models import Setting
from almanac.catalog.models import Product
from almanac.kit.actor import SYSTEM
from almanac.outbox import worker
from almanac.payments.actions import disputes
from almanac.payments.actions.points import mind, settle_points
from almanac.payments.providers.online import DisputeStanding
from almanac.sales.models import Coupon, PointEntry
from almanac.scheduling.actions import states
from fakes.stripe.money import end_refund
from tests.card_cases import buy, spend
from tests.cast import Person, make_customer
from tests.goods import agreed, only_name_and_mail, put_in
from tests.packages import buy_package, make_package
from tests.pass_cases import visit
from tests.point_cases import balance, days, entries, finish, paid_visit, payment_of, refund, rules, signed_in
from tests.shop import NOW, WEDNESDAY_TEN, Booked, Shop, Visitor
from tests.tills import Till, check, order_of, page_of

pytestmark = pytest.mark.django_db


def disputed(made: Booked, stage: str, amount: int = 4_000) -> None:
    """The customer's bank says something about a payment."""
    payment = payment_of(made)
    standing = DisputeStanding("dp_1", payment.charge, stage, "fraudulent", amount, "GBP", 0, None, NOW)
    disputes.book(payment_id=payment.pk, standing=standing, now=NOW)
    worker.drain()


def test_nothing_is_earned_where_points_are_off(shop: Shop, cleo: Person, till: Till) -> None:
    finish(shop, paid_visit(cleo, shop, till))
    assert entries() == []
    assert cleo.get("/my-points").json() == []


def test_a_visit_earns_when_it_is_paid_and_done_and_once(giving: Shop, cleo: Person, till: Till) -> None:
    made = paid_visit(cleo, giving, till)
    assert entries() == []
    finish(giving, made)
    assert entries() == [("earned", 40)]
    settle_points(order_id=made.order.pk, at=made.visit.ends_at, now=made.visit.ends_at)
    mind(now=made.visit.ends_at + days(2))
    assert entries() == [("earned", 40)]
    (told,) = cleo.get("/my-points").json()
    assert (told["balance"], told["missing"], told["needed"], told["reward_amount"]) == (40, 60, 100, 500)
    (entry,) = told["entries"]
    assert (entry["what"], entry["order_number"], entry["reason"], entry["by_name"]) == ("Clean", made.number, "", "")
    assert told["lapses"] == [{"last_on": "2027-03-04", "points": 40}]
    assert not told["can_correct"]


def test_done_first_and_paid_later_earns_when_it_is_paid(giving: Shop, cleo: Person, sam: Person) -> None:
    made = signed_in(cleo).booked(giving)
    worker.drain()
    finish(giving, made)
    assert entries() == []
    half = sam.post(f"/orders/{made.number}/takings", {"method": "cash", "amount": 1_500})
    assert half.status_code == 200, half.content
    worker.drain()
    assert entries() == []
    assert sam.post(f"/orders/{made.number}/takings", {"method": "cash", "amount": 2_500}).status_code == 200
    worker.drain()
    assert entries() == [("earned", 40)]


def test_a_visit_nobody_marked_earns_a_day_later_and_a_missed_one_loses_it(
    giving: Shop, cleo: Person, till: Till
) -> None:
    made = paid_visit(cleo, giving, till)
    end = made.visit.ends_at
    mind(now=end + days(1) - (end - made.visit.starts_at))
    assert entries() == []
    mind(now=end + days(1))
    assert entries() == [("earned", 40)]
    giving.clock.move_to(end + days(1))
    states.mark_no_show(actor=SYSTEM, appointment_id=made.visit.pk, now=end + days(1))
    worker.drain()
    assert entries() == [("earned", 40), ("taken_back", -40)]


def test_what_was_done_long_before_points_were_on_earns_nothing(shop: Shop, cleo: Person, till: Till) -> None:
    made = paid_visit(cleo, shop, till)
    Setting.objects.create(business=shop.business, group="points", values={"points_on": True})
    mind(now=made.visit.ends_at + days(9))
    settle_points(order_id=made.order.pk, at=made.visit.ends_at + days(9), now=made.visit.ends_at + days(9))
    assert entries() == []
    mind(now=made.visit.ends_at + days(8))
    assert entries() == [("earned", 40)]


def test_each_line_earns_by_what_it_came_to_and_a_coupon_earns_nothing(giving: Shop, cleo: Person, till: Till) -> None:
    Coupon.objects.create(business=giving.business, code="HALF", currency="GBP", amount=750)
    rules(giving, points_each=2)
    visitor = signed_in(cleo)
    visitor.ready(giving)
    assert visitor.put("/basket/coupon", {"code": "HALF"}).status_code == 200
    made = Booked(**visitor.book(payment_method="card").json())
    assert cleo.get(f"/orders/{made.number}").json()["points"] == 64  # 32.50: thirty-two whole pounds, two for each
    till.pay(page_of(visitor, made))
    check(visitor, made)
    worker.drain()
    finish(giving, made)
    assert entries() == [("earned", 64)]
    assert cleo.get(f"/orders/{made.number}").json()["points"] == 0


@pytest.mark.parametrize(("back", "left"), [(99, 40), (100, 39), (1_950, 21), (4_000, 0)])
def test_a_refund_takes_points_in_proportion(
    giving: Shop, cleo: Person, ada: Person, till: Till, back: int, left: int
) -> None:
    made = paid_visit(cleo, giving, till)
    finish(giving, made)
    refund(ada, made, back)
    assert balance() == left
    if back < 4_000:
        refund(ada, made, 4_000 - back)
        assert balance() == 0
    assert till.agrees()


def test_a_refund_that_failed_gives_them_again(giving: Shop, cleo: Person, ada: Person, till: Till) -> None:
    made = paid_visit(cleo, giving, till)
    finish(giving, made)
    refund(ada, made, 4_000)
    assert balance() == 0
    (back,) = till.fake.book.all("re")
    end_refund(till.fake.book, back, "failed")
    till.tell()
    worker.drain()
    assert entries() == [("earned", 40), ("taken_back", -40), ("given_again", 40)]


def test_what_was_given_back_before_earns_nothing(giving: Shop, cleo: Person, ada: Person, till: Till) -> None:
    made = paid_visit(cleo, giving, till)
    refund(ada, made, 1_050)
    assert cleo.get(f"/orders/{made.number}").json()["points"] == 29
    finish(giving, made)
    assert entries() == [("earned", 29)]


@pytest.mark.parametrize(("amount", "left"), [(4_000, 0), (2_050, 20)])
def test_a_lost_dispute_takes_them_and_an_open_one_does_not(
    giving: Shop, cleo: Person, till: Till, amount: int, left: int
) -> None:
    made = paid_visit(cleo, giving, till)
    finish(giving, made)
    disputed(made, "needs_response", amount)
    assert balance() == 40
    disputed(made, "lost", amount)
    assert balance() == left


def test_a_package_earns_when_it_is_bought_and_its_visits_do_not(
    giving: Shop, cleo: Person, ada: Person, till: Till
) -> None:
    made, held = buy_package(signed_in(cleo), till, make_package(giving.business, giving.clean, price=9_000))
    assert entries() == [("earned", 90)]
    used = visit(signed_in(cleo), giving, held)
    assert cleo.get(f"/orders/{used.number}").json()["points"] == 0
    finish(giving, used)
    assert entries() == [("earned", 90)]
    answer = ada.post(f"/passes/{held.pk}/refund", {"amount": 6_000, "note": "moves away"})
    assert answer.status_code == 200, answer.content
    worker.drain()
    assert balance() == 30
    disputed(made, "lost", 3_000)
    assert balance() == 0


def test_a_product_earns_when_it_is_handed_over_and_loses_by_dispute(
    giving: Shop, cleo: Person, till: Till, booklet: Product
) -> None:
    Setting.objects.create(business=booklet.business, group="points", values={"points_on": True})
    visitor = signed_in(cleo)
    assert put_in(visitor, booklet).status_code == 200
    only_name_and_mail(visitor)
    answer = visitor.book(payment_method="card", early_start_consent=False, download_consent=True)
    assert answer.status_code == 200, answer.content
    made = Booked(**answer.json())
    till.pay(page_of(visitor, made))
    check(visitor, made)
    worker.drain()
    assert entries() == [("earned", 12)]
    assert PointEntry.objects.get().business == booklet.business
    disputed(made, "lost", 1_200)
    assert balance() == 0


def test_a_gift_card_earns_when_it_is_spent_and_not_when_it_is_bought(giving: Shop, cleo: Person, till: Till) -> None:
    Setting.objects.create(business=giving.business, group="gift_cards", values={"gift_cards_sold": True})
    bought, card = buy(signed_in(cleo), till, giving.business, 5_000)
    assert cleo.get(f"/orders/{bought.number}").json()["points"] == 0
    assert entries() == []
    visitor = signed_in(cleo)
    visitor.ready(giving)
    assert visitor.put("/basket/gift-cards", {"code": card.code}).status_code == 200
    assert agreed(visitor)
    made = Booked(**spend(visitor, "gift_card").json())
    worker.drain()
    assert order_of(made).paid_amount == 4_000
    finish(giving, made)
    assert entries() == [("earned", 40)]


def test_below_zero_is_earned_up_first(giving: Shop, cleo: Person, ada: Person, till: Till) -> None:
    rules(giving, points_needed=40)
    made = paid_visit(cleo, giving, till)
    finish(giving, made)
    assert entries() == [("earned", 40), ("reward", -40)]
    giving.clock.move_to(NOW)
    refund(ada, made, 4_000)
    assert balance() == -40
    (told,) = cleo.get("/my-points").json()
    assert (told["balance"], told["missing"]) == (-40, 80)
    finish(giving, paid_visit(cleo, giving, till, WEDNESDAY_TEN + days(1)))
    assert (balance(), Coupon.objects.filter(customer=cleo.customer).count()) == (0, 1)


def test_a_guest_earns_on_their_record_and_waits_for_an_account(giving: Shop, nora: Visitor, sam: Person) -> None:
    rules(giving, points_needed=40)
    made = nora.booked(giving)
    worker.drain()
    assert nora.get(f"/orders/{made.number}", x_order_token=made.token).json()["points"] == 40
    finish(giving, made)
    assert sam.post(f"/orders/{made.number}/takings", {"method": "cash", "amount": 4_000}).status_code == 200
    worker.drain()
    assert entries() == [("earned", 40)]
    order = made.order
    order.customer.user = make_customer("gus").user
    type(order.customer).objects.filter(user=order.customer.user).update(user=None)
    order.customer.save()
    mind(now=NOW + days(3))
    assert entries() == [("earned", 40), ("reward", -40)]


def test_strangers_are_not_told_what_an_order_earns(giving: Shop, cleo: Person, sam: Person, ada: Person) -> None:
    made = signed_in(cleo).booked(giving)
    told: list[Any] = [person.get(f"/orders/{made.number}").json()["points"] for person in (cleo, sam, ada)]
    assert told == [40, 0, 0]
