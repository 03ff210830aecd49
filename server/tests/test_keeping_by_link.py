"""Cards and the link of an order: its holder is shown none that its customer keeps, and what they pay with is kept where the
terms of what was bought need it."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest

from almanac.kit import clock
from almanac.outbox import worker
from almanac.payments.actions import charges
from almanac.payments.models import DueCharge, KeptMethod, Payment
from almanac.payments.queries import charges_due
from almanac.sales.models import Order, Subscription
from tests.cast import Person, make_customer
from tests.series_cases import RULE
from tests.shop import WEDNESDAY_TEN, Booked, Shop, Visitor
from tests.tills import AWAY_FAILS, VISA, Till, check, keeps, order_of, page_of

pytestmark = pytest.mark.django_db
MASTERCARD = "5555555555554444"


@pytest.fixture
def cleo(shop: Shop) -> Visitor:
    """A customer who signed in."""
    return Visitor(client=make_customer("cleo").client)


def booked(visitor: Visitor, shop: Shop, **more: Any) -> Booked:
    visitor.ready(shop, staff=shop.sam)
    answer = visitor.book(payment_method="card", **more)
    assert answer.status_code == 200, answer.content
    return Booked(**answer.json())


def customer_on(till: Till, url: str) -> str | None:
    """Whose cards the company's page shows."""
    found: str | None = till.fake.book.get("cs_test", url.rpartition("/")[2])["customer"]
    return found


class TestWhoSeesThem:
    def test_a_page_with_its_owners_cards_is_not_handed_to_the_holder_of_the_link(
        self, shop: Shop, cleo: Visitor, nora: Visitor, till: Till
    ) -> None:
        made = booked(cleo, shop)
        keeps(till, order_of(made))
        first = page_of(cleo, made)
        assert customer_on(till, first)
        assert page_of(cleo, made) == first
        second = page_of(nora, made)
        assert second != first
        assert customer_on(till, second) is None
        assert "closed" in till.pay(first)
        assert page_of(nora, made) == second
        till.pay(second)
        assert check(nora, made)["state"] == "captured"
        worker.drain()
        assert (order_of(made).paid_amount, till.agrees()) == (4_000, True)

    def test_one_that_shows_none_is_anybodys(self, shop: Shop, cleo: Visitor, nora: Visitor, till: Till) -> None:
        made = booked(cleo, shop)
        first = page_of(nora, made)
        keeps(till, order_of(made))
        assert page_of(cleo, made) == first

    def test_an_ask_that_the_company_did_not_answer_is_not_gone_on_with_by_the_link(
        self, shop: Shop, cleo: Visitor, nora: Visitor, till: Till
    ) -> None:
        made = booked(cleo, shop)
        keeps(till, order_of(made))
        till.fake.lose_answers = 9
        answer = cleo.post(f"/orders/{made.number}/payments", {"method": "card"})
        assert answer.json()["code"] == "payment_company_silent"
        till.fake.lose_answers = 0
        assert customer_on(till, page_of(nora, made)) is None

    def test_the_yes_of_the_owner_is_not_the_link_holders(
        self, shop: Shop, cleo: Visitor, nora: Visitor, till: Till
    ) -> None:
        made = booked(cleo, shop, keep_card=True)
        first = page_of(cleo, made)
        second = page_of(nora, made)
        assert second != first
        till.pay(second)
        assert check(nora, made)["state"] == "captured"
        assert not KeptMethod.objects.exists()


@pytest.fixture
def weekly(shop: Shop, nora: Visitor, till: Till) -> Booked:
    """A guest's visits every two weeks, each charged two days before it; the card takes no charge while she is away."""
    nora.ready(shop)
    assert nora.put(f"/basket/lines/{nora.line_id()}/repeat", RULE).status_code == 200
    made = Booked(**nora.book(payment_method="card").json())
    assert nora.get(f"/orders/{made.number}", x_order_token=made.token).json()["keeps_card"]
    till.pay(page_of(nora, made), AWAY_FAILS)
    assert check(nora, made)["state"] == "captured"
    worker.drain()
    return made


def the_next_is_due(shop: Shop, days: int) -> None:
    shop.clock.move_to(WEDNESDAY_TEN + timedelta(days=days))
    for charge in charges_due(clock.now()):
        charges.run(charge_id=charge.pk, now=clock.now())
    worker.drain()


def told(nora: Visitor, made: Booked) -> dict[str, Any]:
    found: dict[str, Any] = nora.get(f"/orders/{made.number}", x_order_token=made.token).json()
    return found


class TestTermsThatNeedIt:
    def test_another_card_by_the_link_is_charged_from_then_on(
        self, shop: Shop, nora: Visitor, till: Till, weekly: Booked
    ) -> None:
        the_next_is_due(shop, 12)
        assert DueCharge.objects.filter(state="failed").count() == 1
        asked = told(nora, weekly)
        assert (asked["can_pay"], asked["keeps_card"], asked["can_keep_card"]) == (True, True, False)
        page = page_of(nora, weekly)
        assert customer_on(till, page) is None
        till.pay(page, MASTERCARD)
        assert check(nora, weekly)["state"] == "captured"
        worker.drain()
        assert told(nora, weekly)["charged_by"] == "Mastercard 4444"
        the_next_is_due(shop, 26)
        last = Payment.objects.filter(kept__isnull=False).latest("created_at")
        assert (last.state, last.kept.label if last.kept else "") == ("captured", "Mastercard 4444")
        assert till.agrees()

    def test_paused_after_the_last_try_it_goes_on_with_the_new_card(
        self, shop: Shop, nora: Visitor, till: Till, weekly: Booked
    ) -> None:
        for day in (12, 13, 15, 17):
            the_next_is_due(shop, day)
        assert Subscription.objects.get().state == "paused"
        assert told(nora, weekly)["keeps_card"]
        till.pay(page_of(nora, weekly), MASTERCARD)
        check(nora, weekly)
        assert KeptMethod.objects.get(is_preferred=True).label == "Mastercard 4444"

    def test_the_last_visit_of_a_term_needs_none(self, shop: Shop, nora: Visitor, till: Till, weekly: Booked) -> None:
        DueCharge.objects.update(due_at=clock.now())
        assert not told(nora, weekly)["keeps_card"]
        till.pay(page_of(nora, weekly), MASTERCARD)
        check(nora, weekly)
        assert [kept.label for kept in KeptMethod.objects.all()] == [f"Visa {AWAY_FAILS[-4:]}"]
        Subscription.objects.update(carries_on=True)
        Order.objects.get(number=weekly.number).lines.update(paid_amount=0)
        assert told(nora, weekly)["keeps_card"]
        Subscription.objects.update(payment_method="pay_on_site")
        assert not told(nora, weekly)["keeps_card"]


def test_what_is_bought_once_needs_none(shop: Shop, nora: Visitor, till: Till, ada: Person) -> None:
    made = booked(nora, shop)
    assert not told(nora, made)["keeps_card"]
    assert not ada.get(f"/orders/{made.number}").json()["keeps_card"]
    till.pay(page_of(nora, made), VISA)
    check(nora, made)
    assert not KeptMethod.objects.exists()
