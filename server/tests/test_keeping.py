"""Cards that customers keep: with a yes, offered again, preferred, removed, forgotten at the company; shown to nobody else."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

import httpx
import pytest
from django.db import IntegrityError, transaction

from almanac.customers.actions.merging import merge, undo_merge
from almanac.kit.actor import SYSTEM, Actor, Role
from almanac.kit.errors import NotFound
from almanac.outbox import worker
from almanac.outbox.models import EventRow
from almanac.payments import looks, queries
from almanac.payments.actions import charges, keeping
from almanac.payments.actions.dues import open_payment
from almanac.payments.models import KeptMethod, KeptMethodPage, Payment, ProviderAccount
from almanac.payments.providers.online_method import OnlineMethod
from almanac.people.models import Consent
from almanac.sales.models import Order
from tests.cast import Person, make_customer
from tests.shop import NOW, WEDNESDAY_TEN, Booked, Shop, Visitor, let_all_recur
from tests.tills import CHALLENGED, DECLINED, VISA, Till, check, keeps, order_of, page_of

pytestmark = pytest.mark.django_db
OWN = Actor(Role.ADMIN)


@pytest.fixture
def cleo(shop: Shop) -> Visitor:
    """A customer who signed in and has nothing yet."""
    return Visitor(client=make_customer("cleo").client)


def booked(visitor: Visitor, shop: Shop, at: datetime = WEDNESDAY_TEN, **more: Any) -> Booked:
    visitor.ready(shop, at, staff=shop.sam)
    answer = visitor.book(**more)
    assert answer.status_code == 200, answer.content
    return Booked(**answer.json())


def pay(visitor: Visitor, made: Booked, **more: Any) -> Any:
    return visitor.post(f"/orders/{made.number}/payments", {"method": "card", **more}, x_order_token=made.token)


def mine(visitor: Visitor) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = visitor.get("/kept-methods").json()
    return found


def test_kept_with_a_yes_and_offered_the_next_time(shop: Shop, cleo: Visitor, till: Till) -> None:
    made = booked(cleo, shop, payment_method="card", keep_card=True)
    till.pay(page_of(cleo, made))
    check(cleo, made)
    (kept,) = mine(cleo)
    assert (kept["label"], kept["method"], kept["is_preferred"], kept["is_usable"]) == ("Visa 4242", "card", True, True)
    assert Consent.objects.filter(customer=order_of(made).customer, kind="keep_card").count() == 1
    row = KeptMethod.objects.get()
    assert row.method_reference.startswith("pm_")
    assert row.customer_reference.startswith("cus_")
    another = _another(cleo, shop)
    page = till.fake.book.get("cs_test", pay(cleo, another).json()["url"].rpartition("/")[2])
    assert page["customer"] == row.customer_reference
    assert "Pay with Visa 4242" in _html(page["url"])


def test_not_kept_without_a_yes(shop: Shop, cleo: Visitor, till: Till) -> None:
    made = booked(cleo, shop, payment_method="card")
    till.pay(page_of(cleo, made))
    check(cleo, made)
    assert mine(cleo) == []
    assert not Consent.objects.filter(kind="keep_card").exists()


def test_a_guest_or_a_links_holder_keeps_nothing_and_is_shown_nothing(
    shop: Shop, nora: Visitor, cleo: Visitor, till: Till
) -> None:
    made = booked(nora, shop, payment_method="card", keep_card=True)
    assert pay(nora, made, keep_card=True).status_code == 403
    till.pay(page_of(nora, made))
    check(nora, made)
    assert not KeptMethod.objects.exists()
    own = _another(cleo, shop)
    keeps(till, order_of(own))
    page = till.fake.book.get("cs_test", pay(nora, own).json()["url"].rpartition("/")[2])  # by its link alone
    assert page["customer"] is None
    assert nora.get("/kept-methods").status_code == 401


def test_a_page_opened_without_it_is_another_one_with_it(shop: Shop, cleo: Visitor, till: Till) -> None:
    made = booked(cleo, shop, payment_method="card")
    first = pay(cleo, made).json()["url"]
    second = pay(cleo, made, keep_card=True).json()["url"]
    assert first != second
    assert "closed" in till.pay(first)
    assert pay(cleo, made).json()["url"] == second  # the yes stays
    till.pay(second)
    assert check(cleo, made)["state"] == "captured"
    assert len(mine(cleo)) == 1


def test_terms_that_need_it_keep_it_from_the_start(shop: Shop, cleo: Visitor, till: Till) -> None:
    order = order_of(_another(cleo, shop))
    Order.objects.filter(pk=order.pk).update(state="placed")
    order.refresh_from_db()
    line = order.lines.get()
    actor = Actor(Role.CUSTOMER, customer_id=order.customer_id)
    made = open_payment(
        actor=actor, order=order, method=OnlineMethod("card"), due_line_ids=[line.pk], keep_card=True, now=NOW
    )
    assert made is not None
    assert (made.amount, made.state, made.meant_for, made.keep_card) == (4_000, "open", [str(line.pk)], True)
    none = open_payment(actor=actor, order=order, method=OnlineMethod("card"), due_line_ids=[], now=NOW)
    assert none is not None
    assert (none.state, order.state) == ("due", "confirmed")


class TestLeftWithoutPaying:
    def left(self, cleo: Visitor, till: Till, card: str = VISA, *, proof: str = "complete") -> Any:
        answer = cleo.post("/kept-method-pages", {})
        assert answer.status_code == 200, answer.content
        self.said = till.pay(answer.json()["url"], card, proof=proof)
        found = cleo.post(f"/kept-method-pages/{answer.json()['page_id']}/check", {})
        assert found.status_code == 200, found.content
        return found.json()

    def test_left_and_charged_later(self, shop: Shop, cleo: Visitor, till: Till) -> None:
        kept = self.left(cleo, till)
        assert (kept["label"], kept["is_preferred"]) == ("Visa 4242", True)
        order = order_of(_another(cleo, shop))
        charge = charges.plan(order=order, line_ids=[order.lines.get().pk], due_at=NOW)
        assert charges.run(charge_id=charge.pk, now=NOW).state == "paid"
        second = self.left(cleo, till, "5555555555554444")
        assert [(each["label"], each["is_preferred"]) for each in mine(cleo)] == [
            ("Mastercard 4444", True),
            ("Visa 4242", False),
        ]
        assert KeptMethod.objects.values("customer_reference").distinct().count() == 1  # one customer at the company
        assert second["id"] != kept["id"]

    def test_the_bank_asks_first(self, shop: Shop, cleo: Visitor, till: Till) -> None:
        assert self.left(cleo, till, CHALLENGED, proof="fail") is None
        assert "did not let this card through" in self.said
        assert self.left(cleo, till, CHALLENGED)["label"] == "Visa 3184"

    def test_declined_or_given_up_is_nothing_kept(self, shop: Shop, cleo: Visitor, till: Till) -> None:
        assert self.left(cleo, till, DECLINED) is None
        assert mine(cleo) == []

    def test_asked_twice_is_one(self, shop: Shop, cleo: Visitor, till: Till) -> None:
        self.left(cleo, till)
        page = KeptMethodPage.objects.get()
        for _ in range(2):
            assert cleo.post(f"/kept-method-pages/{page.pk}/check", {}).status_code == 200
        assert len(mine(cleo)) == 1

    def test_a_silent_company_and_pages_of_others(self, shop: Shop, cleo: Visitor, nora: Visitor, till: Till) -> None:
        till.fake.down = [500] * 9
        assert cleo.post("/kept-method-pages", {}).json()["code"] == "payment_company_silent"
        till.fake.down = []
        page = cleo.post("/kept-method-pages", {}).json()["page_id"]
        stranger = Visitor(client=make_customer("olga").client)
        assert stranger.post(f"/kept-method-pages/{page}/check", {}).status_code == 404
        assert nora.post("/kept-method-pages", {}).status_code == 401

    def test_no_company_keeps_cards(self, shop: Shop, cleo: Visitor) -> None:
        assert cleo.post("/kept-method-pages", {}).status_code == 422


class TestRemoving:
    def test_removed_is_charged_no_more_and_forgotten_at_the_company(
        self, shop: Shop, cleo: Visitor, till: Till
    ) -> None:
        order = order_of(_another(cleo, shop))
        first, second = keeps(till, order), keeps(till, order, CHALLENGED)
        reference = second.method_reference
        assert queries.chargeable(order.customer_id) == second
        assert _remove(cleo, second).status_code == 204
        assert queries.chargeable(order.customer_id) == first
        assert [each["is_preferred"] for each in mine(cleo)] == [True]
        let_all_recur()
        worker.drain()
        second.refresh_from_db()
        assert (second.method_reference, second.label, second.forgotten_at is not None) == ("", "", True)
        assert till.fake.book.get("pm", reference)["customer"] is None
        assert _remove(cleo, second).status_code == 404

    def test_a_company_that_is_down_is_told_later(self, shop: Shop, cleo: Visitor, till: Till) -> None:
        kept = keeps(till, order_of(_another(cleo, shop)))
        keeping.remove(actor=OWN, kept_id=kept.pk, now=NOW)
        till.fake.down = [500] * 9
        let_all_recur()
        worker.drain()
        kept.refresh_from_db()
        assert (kept.forgotten_at, bool(kept.method_reference)) == (None, True)
        till.fake.down = []
        (row,) = looks.to_forget(NOW + timedelta(hours=1))
        assert keeping.forget(row, now=NOW)

    def test_not_while_money_is_under_way_on_it(self, shop: Shop, cleo: Visitor, till: Till) -> None:
        order = order_of(_another(cleo, shop))
        kept = keeps(till, order)
        charge = charges.plan(order=order, line_ids=[order.lines.get().pk], due_at=NOW)
        till.fake.lose_answers = 9
        charges.run(charge_id=charge.pk, now=NOW)
        till.fake.lose_answers = 0
        keeping.remove(actor=OWN, kept_id=kept.pk, now=NOW)
        (row,) = looks.to_forget(NOW + timedelta(hours=1))
        assert not keeping.forget(row, now=NOW)

    def test_a_late_message_brings_it_not_back(self, shop: Shop, cleo: Visitor, till: Till) -> None:
        made = booked(cleo, shop, payment_method="card", keep_card=True)
        till.pay(page_of(cleo, made))
        check(cleo, made)
        keeping.remove(actor=OWN, kept_id=KeptMethod.objects.get().pk, now=NOW)
        till.tell()
        worker.drain()
        assert mine(cleo) == []

    def test_all_of_an_erased_customer(self, shop: Shop, cleo: Visitor, till: Till) -> None:
        order = order_of(_another(cleo, shop))
        keeps(till, order)
        keeps(till, order)
        keeping.remove_all(actor=SYSTEM, customer_id=order.customer_id, now=NOW)
        assert not queries.kept_methods(order.customer_id).exists()
        assert EventRow.objects.filter(name="payments.method_removed").count() == 2

    def test_nobody_elses(self, shop: Shop, cleo: Visitor, till: Till) -> None:
        kept = keeps(till, order_of(_another(cleo, shop)))
        stranger = Visitor(client=make_customer("olga").client)
        assert _remove(stranger, kept).status_code == 404
        assert stranger.post(f"/kept-methods/{kept.pk}/prefer", {}).status_code == 404
        with pytest.raises(NotFound):
            keeping.remove(actor=Actor(Role.STAFF), kept_id=kept.pk, now=NOW)


def test_one_is_preferred(shop: Shop, cleo: Visitor, till: Till) -> None:
    order = order_of(_another(cleo, shop))
    first, second = keeps(till, order), keeps(till, order)
    assert cleo.post(f"/kept-methods/{first.pk}/prefer", {}).json()["is_preferred"]
    assert queries.chargeable(order.customer_id) == first
    with pytest.raises(IntegrityError), transaction.atomic():
        KeptMethod.objects.filter(pk=second.pk).update(is_preferred=True)


def test_a_company_that_is_switched_off_charges_nothing(shop: Shop, cleo: Visitor, till: Till) -> None:
    order = order_of(_another(cleo, shop))
    keeps(till, order)
    ProviderAccount.objects.update(is_on=False)
    assert queries.chargeable(order.customer_id) is None
    assert [each["is_usable"] for each in mine(cleo)] == [False]


def test_records_that_become_one_keep_both_cards_and_come_apart_again(
    shop: Shop, nora: Visitor, rival: Visitor, till: Till, ada: Person
) -> None:
    one, other = order_of(nora.booked(shop)), order_of(rival.booked(shop, staff=shop.sid, email="r@example.com"))
    mine_, theirs = keeps(till, one), keeps(till, other)
    row = merge(actor=SYSTEM, kept_id=one.customer_id, absorbed_id=other.customer_id, now=NOW)
    assert set(queries.kept_methods(one.customer_id)) == {mine_, theirs}
    assert queries.chargeable(one.customer_id) == mine_
    undo_merge(actor=SYSTEM, merge_id=row.pk, now=NOW)
    assert queries.chargeable(other.customer_id) == theirs


def test_what_the_order_says_of_charges_to_come(shop: Shop, cleo: Visitor, till: Till, ada: Person) -> None:
    made = _another(cleo, shop)
    order = order_of(made)
    keeps(till, order)
    charge = charges.plan(order=order, line_ids=[order.lines.get().pk], due_at=NOW.replace(day=3))
    told = cleo.get(f"/orders/{made.number}").json()
    assert (told["due_amount"], told["owed_amount"], told["can_pay"]) == (0, 4_000, False)
    assert told["later"] == [{"due_at": "2026-03-03T09:00:00Z", "amount": 4_000}]
    assert told["charged_by"] == "Visa 4242"
    (shown,) = told["charges"]
    assert (shown["id"], shown["state"], shown["amount"], shown["tries"]) == (str(charge.pk), "waiting", 4_000, 0)
    answer = ada.post(f"/charges/{charge.pk}/retry", {})
    assert (answer.status_code, answer.json()["state"]) == (200, "paid")
    told = cleo.get(f"/orders/{made.number}").json()
    assert (told["charges"], told["owed_amount"], told["paid_amount"]) == ([], 0, 4_000)
    assert Payment.objects.filter(kept__isnull=False).count() == 1


def test_the_letters_have_the_link_and_the_next_day(
    shop: Shop, cleo: Visitor, till: Till, mailoutbox: list[Any]
) -> None:
    order = order_of(_another(cleo, shop))
    worker.drain()
    charge = charges.plan(order=order, line_ids=[order.lines.get().pk], due_at=NOW)
    mailoutbox.clear()
    for number in range(4):
        charges.run(charge_id=charge.pk, now=NOW.replace(day=2 + (0, 1, 3, 5)[number]))
    shop.clock.move_to(NOW.replace(day=8))
    worker.drain()
    mailoutbox[:] = [letter for letter in mailoutbox if "payment" in letter.subject]
    letters = sorted(mailoutbox, key=lambda letter: "Last notice" in letter.subject)
    assert len(letters) == 4
    assert "We could not take your payment" in letters[0].subject
    assert "Otherwise we try again on Tue 3 March." in letters[0].body
    assert "/track/#" in letters[0].body
    assert "Last notice" in letters[3].subject


def _another(visitor: Visitor, shop: Shop) -> Booked:
    """An order to be paid on the day."""
    return booked(visitor, shop, WEDNESDAY_TEN + timedelta(hours=3), payment_method="pay_on_site")


def _remove(visitor: Visitor, kept: KeptMethod) -> Any:
    return visitor.client.delete(f"/api/kept-methods/{kept.pk}")


def _html(url: str) -> str:
    return httpx.get(url).text
