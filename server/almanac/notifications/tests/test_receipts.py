"""Receipts of money that came after the booking was confirmed, invoices to be paid, credit notes, tips, and orders that are
looked at first."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from django.core import mail

from almanac.business.models import Setting
from almanac.catalog.models import Product
from almanac.invoices.models import Invoice
from almanac.kit import clock
from almanac.notifications.models import Delivery
from almanac.notifications.tests.factories import mails
from almanac.outbox import worker
from almanac.payments.actions import charges
from almanac.payments.models import DueCharge, Review
from almanac.payments.queries import charges_due
from almanac.scheduling.models import Appointment
from tests.cast import Person
from tests.goods import bought
from tests.shop import NOW, WEDNESDAY_TEN, Booked, Shop, Visitor
from tests.tills import VISA, Till, check, keeps, order_of, page_of, paid, placed

pytestmark = pytest.mark.django_db
HIGHEST = "4000000000004954"


def letters(template: str) -> list[Delivery]:
    return list(mails(template=template).order_by("created_at"))


def said(letter: Delivery) -> str:
    """What it said: of a letter that was sent nothing is kept, since it held a key."""
    (sent,) = [each for each in mail.outbox if each.subject == letter.subject and each.to == [letter.address]]
    return f"{sent.subject}\n{sent.body}"


def templates() -> list[str]:
    return sorted(mails().values_list("template", flat=True))


def rules(shop: Shop, group: str = "letters", **values: Any) -> None:
    Setting.objects.update_or_create(business=shop.business, group=group, defaults={"values": values})


def later(shop: Shop) -> None:
    """Not at the instant at which the booking was confirmed."""
    worker.drain()
    shop.clock.shift(timedelta(minutes=1))


def take_cash(by: Person, made: Booked, amount: int = 4_000) -> None:
    answer = by.post(f"/orders/{made.number}/takings", {"method": "cash", "amount": amount})
    assert answer.status_code == 200, answer.content
    worker.drain()


class TestReceipts:
    def test_cash_is_receipted_with_its_invoice(self, shop: Shop, nora: Visitor, ada: Person) -> None:
        made = nora.booked(shop)
        later(shop)
        take_cash(ada, made, 1_500)
        (letter,) = letters("money_receipt")
        assert (letter.address, letter.recipient, letter.language) == ("nora@example.com", "customer", "en")
        (invoice,) = Invoice.objects.all()
        for words in (
            made.number,
            invoice.code,
            "/api/invoice-files/",
            "cash",
            "£15",
            "£25 is left to pay",
            "/track/#",
        ):
            assert words in said(letter)
        take_cash(ada, made, 2_500)
        worker.drain()
        assert [each.subject.split()[0] for each in letters("money_receipt")] == ["£15", "£25"]
        assert "left to pay" not in said(letters("money_receipt")[1])

    def test_what_confirms_the_booking_is_told_by_its_confirmation_alone(
        self, shop: Shop, nora: Visitor, till: Till
    ) -> None:
        paid(nora, shop, till)
        worker.drain()
        assert templates() == ["booked", "booked"]  # the customer's and the cleaner's
        told = mails().get(recipient="customer")
        assert "Paid: £40." in told.body_text

    def test_the_rest_paid_by_the_link_is_receipted(self, shop: Shop, nora: Visitor, till: Till) -> None:
        made = nora.booked(shop)
        later(shop)
        till.pay(page_of(nora, made), VISA)
        check(nora, made)
        worker.drain()
        (letter,) = letters("money_receipt")
        assert "Visa" in said(letter)
        assert "£40" in letter.subject

    def test_a_charge_while_the_customer_is_away_is_receipted(self, shop: Shop, nora: Visitor, till: Till) -> None:
        made = nora.booked(shop)
        order = order_of(made)
        keeps(till, order)
        charges.plan(order=order, line_ids=[order.lines.get().pk], due_at=NOW + timedelta(hours=1))
        shop.clock.move_to(NOW + timedelta(hours=2))
        (due,) = charges_due(clock.now())
        charges.run(charge_id=due.pk, now=clock.now())
        worker.drain()
        assert DueCharge.objects.get().state == "paid"
        (letter,) = letters("money_receipt")
        assert "Visa 4242" in said(letter)

    def test_what_was_bought_without_a_time_is_receipted_once(
        self, shop: Shop, nora: Visitor, till: Till, booklet: Product
    ) -> None:
        made = bought(nora, till, booklet)
        worker.drain()
        (letter,) = letters("money_receipt")
        assert made.number in said(letter)
        assert Invoice.objects.get().code in said(letter)

    def test_what_nobody_owed_goes_back_without_a_receipt(
        self, shop: Shop, nora: Visitor, till: Till, ada: Person
    ) -> None:
        made = nora.booked(shop)
        later(shop)
        page = page_of(nora, made)
        take_cash(ada, made)
        till.pay(page, VISA)
        check(nora, made)
        worker.drain()
        assert ["cash" in said(each) for each in letters("money_receipt")] == [True]
        assert len(letters("money_refunded")) == 1

    def test_none_where_the_business_says_so(self, shop: Shop, nora: Visitor, ada: Person) -> None:
        rules(shop, receipts=False)
        made = nora.booked(shop)
        later(shop)
        take_cash(ada, made)
        assert letters("money_receipt") == []

    def test_in_the_language_of_the_order(self, shop: Shop, nora: Visitor, ada: Person) -> None:
        made = nora.booked(shop)
        order = order_of(made)
        order.language = "uk"
        order.save()
        later(shop)
        take_cash(ada, made)
        (letter,) = letters("money_receipt")
        assert letter.language == "uk"
        assert "Дякуємо" in said(letter)


class TestTips:
    def given(self, nora: Visitor, shop: Shop, till: Till) -> None:
        rules(shop, "tips", tips="after")
        made = paid(nora, shop, till)
        shop.clock.move_to(WEDNESDAY_TEN + timedelta(hours=2))
        body = {"staff_id": str(shop.sam.pk), "amount": 500, "method": "card"}
        page = nora.post(f"/orders/{made.number}/tips", body, x_order_token=made.token).json()
        till.pay(page["url"])
        nora.post(f"/payments/{page['payment_id']}/check", {})
        worker.drain()

    def test_the_person_and_the_giver_are_told(self, shop: Shop, nora: Visitor, till: Till, sam: Person) -> None:
        self.given(nora, shop, till)
        worker.drain()
        (letter,) = letters("money_tip")
        assert (letter.address, letter.recipient, letter.recipient_id) == (
            sam.account.email,
            "staff",
            sam.staff.pk,
        )
        assert "£5" in letter.subject
        assert "Nora Newcomer" in said(letter)
        assert "/st/tips/" in said(letter)
        (thanks,) = letters("money_tip_receipt")
        assert thanks.address == "nora@example.com"
        assert "Sam" in said(thanks)
        assert letters("money_receipt") == []

    def test_the_person_is_not_told_where_the_business_says_so(self, shop: Shop, nora: Visitor, till: Till) -> None:
        rules(shop, tips_told=False)
        self.given(nora, shop, till)
        assert letters("money_tip") == []
        assert len(letters("money_tip_receipt")) == 1

    def test_nor_one_who_does_not_work_here_any_more(self, shop: Shop, nora: Visitor, till: Till, sam: Person) -> None:
        sam.account.is_active = False
        sam.account.save()
        self.given(nora, shop, till)
        assert letters("money_tip") == []


class TestHeld:
    def held(self, nora: Visitor, shop: Shop, till: Till) -> Booked:
        made = placed(nora, shop)
        till.pay(page_of(nora, made), HIGHEST)
        check(nora, made)
        worker.drain()
        return made

    def test_its_customer_hears_that_somebody_looks_and_need_do_nothing(
        self, shop: Shop, nora: Visitor, till: Till
    ) -> None:
        made = self.held(nora, shop, till)
        (letter,) = letters("money_looked_at")
        assert letter.address == "nora@example.com"
        for words in ("£40", "need do nothing", "Tue 3 March, 09:00", made.number):
            assert words in said(letter)
        assert "risk" not in said(letter).lower()
        assert letters("money_receipt") == []

    def test_approved_it_ends_with_the_confirmation(self, shop: Shop, nora: Visitor, till: Till, ada: Person) -> None:
        self.held(nora, shop, till)
        assert letters("booked") == []
        ada.post(f"/payment-reviews/{Review.objects.get().pk}/approve", {})
        worker.drain()
        booked = mails().get(template="booked", recipient="customer")
        assert "Paid: £40." in booked.body_text
        assert letters("money_receipt") == []

    def test_refused_it_ends_with_the_refusal_and_the_refund(
        self, shop: Shop, nora: Visitor, till: Till, ada: Person
    ) -> None:
        self.held(nora, shop, till)
        ada.post(f"/payment-reviews/{Review.objects.get().pk}/refuse", {})
        worker.drain()
        assert len(letters("money_refused")) == 1
        assert len(letters("money_refunded")) == 1
        assert letters("money_receipt") == []


class TestDocuments:
    @pytest.fixture
    def repeated(self, shop: Shop, cleo: Person) -> Booked:
        """Visits every two weeks that are each paid on the day."""
        visitor = Visitor(cleo.user, cleo.customer_row, client=cleo.client)
        visitor.ready(shop)
        visitor.put(f"/basket/lines/{visitor.line_id()}/repeat", {"frequency": "weekly", "every": 2, "months": 3})
        made = Booked(**visitor.book().json())
        worker.drain()
        return made

    def make_first(self, shop: Shop, ada: Person, made: Booked) -> Appointment:
        visit = made.visit
        shop.clock.move_to(visit.ends_at + timedelta(hours=1))
        answer = ada.post(f"/appointments/{visit.pk}/complete", {})
        assert answer.status_code == 200, answer.content
        worker.drain()
        return visit

    def test_an_invoice_that_is_to_be_paid_is_sent(self, shop: Shop, ada: Person, repeated: Booked) -> None:
        assert letters("money_invoiced") == []
        self.make_first(shop, ada, repeated)
        (letter,) = letters("money_invoiced")
        (invoice,) = Invoice.objects.all()
        for words in ("£40", invoice.code, "/api/invoice-files/", "Wed 18 March"):
            assert words in said(letter)

    def test_not_where_the_business_says_so(self, shop: Shop, ada: Person, repeated: Booked) -> None:
        rules(shop, invoices_sent=False)
        self.make_first(shop, ada, repeated)
        assert letters("money_invoiced") == []

    def test_the_one_that_comes_with_the_booking_is_told_there(self, shop: Shop, nora: Visitor) -> None:
        nora.booked(shop)
        worker.drain()
        assert Invoice.objects.count() == 1
        assert letters("money_invoiced") == []

    def test_a_credit_note_of_what_was_not_paid_is_sent(self, shop: Shop, nora: Visitor, ada: Person) -> None:
        made = nora.booked(shop)
        worker.drain()
        ada.post(f"/appointments/{made.visit.pk}/cancel", {})
        worker.drain()
        (letter,) = letters("money_credited")
        note = Invoice.objects.get(kind="credit_note")
        for words in (note.code, "VC-INV-000001", "£40"):
            assert words in said(letter)

    def test_one_of_money_that_goes_back_is_told_with_the_money(self, shop: Shop, nora: Visitor, till: Till) -> None:
        made = paid(nora, shop, till)
        nora.post(f"/appointments/{made.visit.pk}/cancel", {}, x_order_token=made.token)
        worker.drain()
        assert Invoice.objects.filter(kind="credit_note").count() == 1
        assert letters("money_credited") == []
        (refunded,) = letters("money_refunded")
        assert "VC-CN-000001" in said(refunded)
