"""Goods that somebody of the team sells by phone: paid, then issued, by whoever may, to whoever can be written to."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from django.core import mail
from django.db import connection
from django.test.utils import CaptureQueriesContext

from almanac.booking.actions.paying import mind_payments
from almanac.business.models import Setting
from almanac.catalog.models import Package, Product
from almanac.kit import clock
from almanac.kit.actor import ScopeAction
from almanac.ledger.queries import broken_laws
from almanac.outbox import worker
from almanac.outbox.models import EventRow
from almanac.payments.models import Payment, PaymentState
from almanac.people.models import Customer, ManagerScope, StaffMember
from almanac.sales.models import Entitlement, GiftCard, Order, VisitPass
from tests.cast import Person
from tests.desk import Desk
from tests.goods import PRICE, agreed, make_product, pays_with, put_gift, put_in, sells_cards
from tests.goods import a_card as given_card
from tests.packages import PRICE as PACKAGE
from tests.packages import make_package, put_package
from tests.shop import NOW, WEDNESDAY_TEN, Booked, Shop, Visitor
from tests.tills import Till, order_of, page_of

pytestmark = pytest.mark.django_db
WHO = {"name": "Nora Newcomer", "email": "nora@example.com", "phone": "07700 900321"}
GRAN: dict[str, Any] = {"recipient_name": "Gran", "recipient_email": "gran@example.com"}


@pytest.fixture
def desk(shop: Shop, ada: Person) -> Desk:
    """The administrator, with a call on the line; gift cards are sold."""
    sells_cards(shop.business)
    return _desk(ada)


@pytest.fixture
def max_desk(shop: Shop, max_: Person) -> Desk:
    """The manager of Sam, with a call on the line; gift cards are sold."""
    sells_cards(shop.business)
    return _desk(max_)


@pytest.fixture
def three(shop: Shop) -> Package:
    """A package of three cleans, by anybody."""
    return make_package(shop.business, shop.clean)


def _desk(person: Person) -> Desk:
    found = Desk(person.user, client=person.client)
    assert found.pick_up().status_code == 200
    return found


def ordered(desk: Desk, **more: Any) -> Booked:
    desk.patch("/basket/details", WHO)
    answer = desk.book(payment_method="pay_ahead", early_start_consent=True, **more)
    assert answer.status_code == 200, answer.content
    return Booked(**answer.json())


def take(person: Person, made: Booked, amount: int, how: str = "cash") -> Any:
    return person.post(f"/orders/{made.number}/takings", {"method": how, "amount": amount})


def code_of(answer: Any) -> tuple[int, str]:
    return answer.status_code, answer.json()["code"]


def wrote(address: str) -> list[str]:
    return [str(letter.subject) for letter in mail.outbox if letter.to == [address]]


def drained() -> None:
    worker.drain()
    assert broken_laws() == []


def test_a_card_and_a_package_with_a_clean_paid_in_cash_are_issued(
    shop: Shop, desk: Desk, three: Package, ada: Person
) -> None:
    desk.ready(shop)
    assert put_package(desk, three).status_code == 200
    assert put_gift(desk, shop.business, **GRAN).status_code == 200
    basket = desk.basket()
    assert (basket["payment_methods"], basket["total_amount"]) == (["pay_ahead"], 4_000 + PACKAGE + 5_000)
    made = ordered(desk)
    order = order_of(made)
    drained()
    assert (order.state, made.visit.state, made.visit.awaits_payment) == ("placed", "pending", True)
    assert GiftCard.objects.get().issued_at is None
    assert VisitPass.objects.get().issued_at is None
    assert wrote("gran@example.com") == []
    assert [subject[:11] for subject in wrote("nora@example.com")] == ["Please pay "]
    assert take(ada, made, order.total_amount).status_code == 200
    drained()
    order.refresh_from_db()
    made.visit.refresh_from_db()
    assert (order.state, made.visit.state, order.paid_amount) == ("confirmed", "confirmed", order.total_amount)
    assert GiftCard.objects.get().issued_at == VisitPass.objects.get().issued_at == NOW
    assert len(wrote("gran@example.com")) == 1
    assert any("Three cleans" in subject for subject in wrote("nora@example.com"))
    assert not Payment.objects.filter(state=PaymentState.OPEN).exists()


def test_a_part_issues_nothing_and_the_rest_does(shop: Shop, desk: Desk, three: Package, ada: Person) -> None:
    put_package(desk, three)
    made = ordered(desk)
    assert take(ada, made, PACKAGE - 1).status_code == 200
    drained()
    assert (order_of(made).state, VisitPass.objects.get().issued_at) == ("placed", None)
    told = ada.get(f"/orders/{made.number}").json()
    assert (told["owed_amount"], told["can_take"]) == (1, True)
    assert code_of(take(ada, made, 2)) == (409, "too_much_taken")
    take(ada, made, 1, "card_reader")
    drained()
    assert (order_of(made).state, VisitPass.objects.get().issued_at) == ("confirmed", NOW)


def test_by_its_link_the_customer_pays(shop: Shop, desk: Desk, booklet: Product, till: Till) -> None:
    put_in(desk, booklet)
    made = ordered(desk, download_consent=True)
    told = desk.client.get(f"/api/orders/{made.number}", headers={"x-order-token": made.token}).json()
    assert (told["state"], told["can_pay"], told["due_amount"]) == ("placed", True, PRICE)
    caller = Visitor()
    till.pay(page_of(caller, made))
    paying = Payment.objects.get(account__isnull=False)
    assert caller.post(f"/payments/{paying.pk}/check", {}).json()["state"] == "captured"
    drained()
    assert (order_of(made).state, Entitlement.objects.get().given_at) == ("confirmed", NOW)
    assert till.agrees()
    assert not Payment.objects.filter(state=PaymentState.OPEN).exists()


def test_unpaid_it_lapses_and_nothing_was_issued(shop: Shop, desk: Desk, three: Package, ada: Person) -> None:
    desk.ready(shop, WEDNESDAY_TEN + timedelta(days=20))
    put_package(desk, three)
    made = ordered(desk)
    assert order_of(made).payments.get().pay_by == NOW + timedelta(days=7)
    assert mind_payments(now=NOW + timedelta(days=7, minutes=-1)) == 0
    shop.clock.shift(timedelta(days=7, minutes=1))
    assert mind_payments(now=clock.now()) == 1
    drained()
    order = order_of(made)
    made.visit.refresh_from_db()
    assert (order.state, made.visit.state, VisitPass.objects.get().issued_at) == ("cancelled", "cancelled", None)
    assert code_of(take(ada, made, 100)) == (409, "nothing_due")


def test_a_part_of_what_lapses_goes_back(shop: Shop, desk: Desk, three: Package, ada: Person) -> None:
    put_package(desk, three)
    made = ordered(desk)
    take(ada, made, 500)
    shop.clock.shift(timedelta(days=7, minutes=1))
    assert mind_payments(now=clock.now()) == 1
    drained()
    back = Payment.objects.get(state="captured").refunds.get()
    assert (back.amount, order_of(made).state) == (500, "cancelled")


def test_a_day_before_its_end_the_customer_is_told_once_what_is_missing(
    shop: Shop, desk: Desk, three: Package, ada: Person
) -> None:
    put_package(desk, three)
    made = ordered(desk)
    take(ada, made, 500)
    drained()
    mail.outbox.clear()
    for hours in (6 * 24 - 1, 2, 1):
        shop.clock.shift(timedelta(hours=hours))
        drained()
    (subject,) = wrote("nora@example.com")
    assert f"£{(PACKAGE - 500) // 100} " in subject
    assert made.number in subject


def test_one_that_is_to_be_paid_at_once_is_not_reminded_of(shop: Shop, desk: Desk, three: Package) -> None:
    Setting.objects.create(business=shop.business, group="payments", values={"ahead_days": 1})
    put_package(desk, three)
    ordered(desk)
    for hours in (0, 2, 20):
        shop.clock.shift(timedelta(hours=hours))
        drained()
    assert len(wrote("nora@example.com")) == 1  # the first letter


def test_it_is_waited_for_a_day_before_the_visit_at_the_latest(shop: Shop, desk: Desk, three: Package) -> None:
    put_package(desk, three)
    Setting.objects.create(business=shop.business, group="payments", values={"ahead_days": 3})
    assert desk.basket()["pay_ahead_until"] == (NOW + timedelta(days=3)).isoformat().replace("+00:00", "Z")
    desk.ready(shop)
    latest = max(WEDNESDAY_TEN - timedelta(days=1), NOW + timedelta(minutes=35))
    until = min(latest, NOW + timedelta(days=3))
    assert desk.basket()["pay_ahead_until"] == until.isoformat().replace("+00:00", "Z")
    made = ordered(desk)
    assert order_of(made).payments.get().pay_by == until


def test_no_other_way_to_pay(shop: Shop, desk: Desk, three: Package, till: Till) -> None:
    put_package(desk, three)
    desk.patch("/basket/details", WHO)
    for method in ("pay_on_site", "card", "bank_transfer"):
        assert desk.book(payment_method=method).json()["fields"].keys() == {"payment_method"}


def test_nobody_but_the_phone_pays_ahead(shop: Shop, three: Package, nora: Visitor, till: Till) -> None:
    put_package(nora, three)
    nora.patch("/basket/details", WHO)
    assert nora.book(payment_method="pay_ahead").json()["fields"].keys() == {"payment_method"}


def test_a_gift_card_that_pays_whole_needs_no_waiting(shop: Shop, desk: Desk, three: Package) -> None:
    _, code = given_card(shop.business, PACKAGE)
    put_package(desk, three)
    desk.patch("/basket/details", WHO)
    pays_with(desk, code)
    assert desk.basket()["payment_methods"] == ["gift_card"]
    answer = desk.book(payment_method="gift_card", gift_cards=agreed(desk))
    drained()
    assert Order.objects.get(number=answer.json()["number"]).state == "confirmed"
    assert VisitPass.objects.get().issued_at == NOW


def test_visits_that_repeat_are_another_order(shop: Shop, desk: Desk, three: Package) -> None:
    desk.ready(shop)
    desk.put(f"/basket/lines/{desk.line_id()}/repeat", {"frequency": "weekly", "every": 2, "months": 3})
    good = put_package(desk, three).json()["goods"][0]
    assert desk.basket()["missing"] == [f"lines.{desk.line_id()}.repeat"]
    assert code_of(desk.book(payment_method="pay_ahead")) == (422, "incomplete")
    assert desk.delete(f"/basket/goods/{good['id']}", x_basket="phone").json()["missing"] == []


def test_a_service_that_is_sold_no_more_beside_it_is_named(shop: Shop, desk: Desk) -> None:
    desk.ready(shop)
    put_gift(desk, shop.business, **GRAN)
    (line,) = desk.basket()["lines"]
    type(shop.clean).objects.filter(pk=shop.clean.pk).update(archived_at=NOW)
    told = desk.get("/basket")
    assert told.status_code == 200, told.content
    assert f"lines.{line['id']}" in told.json()["missing"]
    assert desk.client.delete(f"/api/basket/lines/{line['id']}", headers={"x-basket": "phone"}).status_code == 200


def test_what_is_mailed_needs_an_email(shop: Shop, desk: Desk, three: Package) -> None:
    desk.patch("/basket/details", {**WHO, "email": ""})
    put_gift(desk, shop.business, **GRAN)
    assert (desk.basket()["missing"], desk.basket()["mails_goods"]) == ([], False)
    put_gift(desk, shop.business)
    assert (desk.basket()["missing"], desk.basket()["mails_goods"]) == (["details.email"], True)
    assert desk.book(payment_method="pay_ahead").json()["missing"] == ["details.email"]
    desk.patch("/basket/details", {"email": "nora at example"})
    assert desk.book(payment_method="pay_ahead").json()["fields"].keys() == {"details.email"}


def test_a_phone_number_too_of_somebody_new(shop: Shop, desk: Desk, three: Package) -> None:
    put_package(desk, three)
    desk.patch("/basket/details", {**WHO, "phone": ""})
    assert desk.basket()["missing"] == ["details.phone"]


def test_a_caller_we_know_without_an_email_is_given_theirs(shop: Shop, desk: Desk, three: Package) -> None:
    desk.booked(shop, email="")
    customer = Customer.objects.get()
    desk.pick_up()
    desk.choose(customer.pk)
    put_package(desk, three)
    assert desk.basket()["missing"] == ["details.email"]
    desk.patch("/basket/details", {"email": "nora at example"})
    refused = desk.book(payment_method="pay_ahead")
    assert (code_of(refused), list(refused.json()["fields"])) == ((422, "invalid_input"), ["details.email"])
    desk.patch("/basket/details", {"email": "nora@example.com"})
    assert desk.book(payment_method="pay_ahead").status_code == 200
    customer.refresh_from_db()
    assert customer.email == "nora@example.com"
    changed = EventRow.objects.get(name="people.customer_changed")
    assert (changed.actor_role, "nora@" in str(changed.payload)) == ("admin", False)


def test_what_the_caller_says_is_written_down_with_who_heard_it(
    shop: Shop, desk: Desk, booklet: Product, ada: Person
) -> None:
    put_in(desk, booklet)
    desk.patch("/basket/details", WHO)
    assert desk.book(payment_method="pay_ahead").json()["missing"] == ["download_consent"]
    made = ordered(desk, download_consent=True)
    order = order_of(made)
    assert (order.download_consent_at, order.booked_by) == (NOW, ada.user)
    take(ada, made, PRICE)
    drained()
    letter = next(each for each in mail.outbox if "download" in each.subject)
    assert "On the phone on" in letter.body


class TestWhoSells:
    def test_a_manager_sells_what_is_of_their_people(self, shop: Shop, max_desk: Desk, three: Package) -> None:
        own = make_package(shop.business, shop.clean, staff_member=shop.sam, slug="sams")
        other = make_package(shop.business, shop.clean, staff_member=shop.sid, slug="sids")
        hers = make_product(shop.business, shop.sam, "tips")
        his = make_product(shop.business, shop.sid, "tricks")
        told = max_desk.get("/phone-bookings/goods").json()
        assert {good["id"] for good in told["goods"]} == {str(three.pk), str(own.pk), str(hers.pk)}
        assert [offer["business"] for offer in told["gift_cards"]] == ["valclean"]
        for package, status in ((three, 200), (own, 200), (other, 403)):
            assert put_package(max_desk, package).status_code == status
        assert (put_in(max_desk, hers).status_code, put_in(max_desk, his).status_code) == (200, 403)

    def test_nothing_of_other_businesses(
        self, shop: Shop, max_desk: Desk, booklet: Product, olena: StaffMember
    ) -> None:
        sells_cards(booklet.business)
        assert code_of(put_in(max_desk, booklet)) == (403, "not_allowed")
        assert code_of(put_gift(max_desk, booklet.business)) == (403, "not_allowed")
        assert [offer["business"] for offer in max_desk.get("/phone-bookings/goods").json()["gift_cards"]] == [
            "valclean"
        ]

    def test_an_administrator_everything(self, desk: Desk, booklet: Product, three: Package) -> None:
        told = desk.get("/phone-bookings/goods").json()
        assert {good["kind"] for good in told["goods"]} == {"package", "product"}

    @pytest.mark.parametrize("name", ["ada", "max_"])
    def test_a_longer_shelf_costs_no_more_queries(
        self, shop: Shop, three: Package, request: pytest.FixtureRequest, name: str
    ) -> None:
        person: Person = request.getfixturevalue(name)

        def asked() -> int:
            with CaptureQueriesContext(connection) as queries:
                assert person.get("/phone-bookings/goods").status_code == 200
            return len(queries)

        asked()
        before = asked()
        for number in range(3):
            make_package(shop.business, shop.clean, slug=f"more-{number}")
            make_product(shop.business, shop.sam, f"booklet-{number}")
        assert asked() == before

    def test_a_scope_that_shrinks_on_the_way_counts(self, shop: Shop, max_desk: Desk) -> None:
        own = make_package(shop.business, shop.clean, staff_member=shop.sam, slug="sams")
        put_package(max_desk, own)
        max_desk.patch("/basket/details", WHO)
        ManagerScope.objects.get().staff_members.set([shop.sid])
        assert code_of(max_desk.book(payment_method="pay_ahead")) == (403, "not_allowed")

    @pytest.mark.parametrize("name", ["stranger", "cleo", "sam"])
    def test_nobody_else(self, shop: Shop, three: Package, request: pytest.FixtureRequest, name: str) -> None:
        sells_cards(shop.business)
        person: Person = request.getfixturevalue(name)
        desk = Desk(person.user, client=person.client)
        assert put_package(desk, three).status_code == 403
        assert put_gift(desk, shop.business).status_code == 403
        assert desk.get("/phone-bookings/goods").status_code in {401, 403}

    def test_without_a_call_there_is_no_basket(self, shop: Shop, three: Package, ada: Person) -> None:
        assert code_of(put_package(Desk(ada.user, client=ada.client), three)) == (404, "no_basket")


class TestWhoseItIs:
    def test_a_manager_sees_what_they_sold_and_takes_for_it(
        self, shop: Shop, max_desk: Desk, max_: Person, three: Package
    ) -> None:
        put_package(max_desk, three)
        made = ordered(max_desk)
        assert [row["number"] for row in max_.get("/orders").json()["items"]] == [made.number]
        told = max_.get(f"/orders/{made.number}").json()
        assert (told["owed_amount"], told["can_take"], told["can_refund"]) == (PACKAGE, True, False)
        assert take(max_, made, PACKAGE).status_code == 200
        drained()
        assert VisitPass.objects.get().issued_at == NOW

    def test_not_once_they_take_no_orders(self, shop: Shop, max_desk: Desk, max_: Person, three: Package) -> None:
        put_package(max_desk, three)
        made = ordered(max_desk)
        ManagerScope.objects.update(actions=[ScopeAction.CUSTOMERS])
        assert code_of(max_.get(f"/orders/{made.number}")) == (404, "not_found")
        assert code_of(take(max_, made, PACKAGE)) == (404, "not_found")

    def test_nor_what_others_sold(self, shop: Shop, desk: Desk, max_: Person, three: Package) -> None:
        put_package(desk, three)
        made = ordered(desk)
        assert max_.get("/orders").json()["items"] == []
        assert code_of(take(max_, made, PACKAGE)) == (404, "not_found")

    def test_paid_for_it_stands_once_the_visit_beside_it_is_called_off(
        self, shop: Shop, max_desk: Desk, max_: Person, three: Package, ada: Person
    ) -> None:
        """Nothing of it is owed: its goods do not wait for the day it would lapse."""
        max_desk.ready(shop, staff=shop.sam)
        put_package(max_desk, three)
        made = ordered(max_desk)
        ManagerScope.objects.get().staff_members.set([shop.sid])  # the visit is another manager's by now
        assert take(max_, made, PACKAGE).status_code == 200
        drained()
        assert order_of(made).state == "placed"
        assert ada.post(f"/appointments/{made.visit.pk}/cancel", {}).status_code == 204
        drained()
        assert (order_of(made).state, VisitPass.objects.get().issued_at) == ("confirmed", NOW)

    def test_beside_a_visit_in_scope_the_goods_of_others_stay_theirs(
        self, shop: Shop, desk: Desk, max_: Person, three: Package
    ) -> None:
        desk.ready(shop, staff=shop.sam)
        put_package(desk, three)
        made = ordered(desk)
        told = max_.get(f"/orders/{made.number}").json()
        assert (told["total_amount"], len(told["lines"])) == (4_000, 1)
        assert code_of(take(max_, made, 4_001)) == (409, "too_much_taken")
