"""Reminders: for what is overdue, on each of the business's days once, until it is paid or nothing is owed."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.core import mail as django_mail

from almanac.business.models import Setting
from almanac.invoices.actions.reminding import remind
from almanac.invoices.models import Invoice, Reminder
from almanac.outbox import registry, worker
from almanac.outbox.duties import enqueue_scheduled
from almanac.outbox.models import EventRow
from almanac.payments.models import Payment
from tests.cast import Person
from tests.shop import NOW, Booked, Shop, Visitor

pytestmark = pytest.mark.django_db
DUE = NOW + timedelta(days=16)  # Wednesday's visit and fourteen days


@pytest.fixture
def made(shop: Shop, nora: Visitor) -> Booked:
    found = nora.booked(shop)
    worker.drain()
    assert Invoice.objects.get().due_on == DUE.date()
    return found


def reminded(shop: Shop, days: int) -> int:
    """How many are reminded so many days after it was due."""
    now = DUE + timedelta(days=days)
    shop.clock.move_to(now)
    found = remind(now=now)
    worker.drain()
    return found


def test_each_day_once(shop: Shop, made: Booked) -> None:
    assert [reminded(shop, days) for days in (0, 2, 3, 3, 9, 10, 11, 200)] == [0, 0, 1, 0, 0, 1, 0, 0]
    mails = [mail for mail in django_mail.outbox if "reminder" in mail.body]
    assert [mail.to for mail in mails] == [["nora@example.com"]] * 2
    assert mails[0].subject == f"Still to pay: £40 for {made.number}"
    for word in ("VC-INV-000001", "/api/invoice-files/", made.number, "/track/#"):
        assert word in mails[0].body
    assert list(EventRow.objects.filter(name="invoices.reminded").values_list("payload__days", flat=True)) == [3, 10]


def test_after_an_outage_only_the_last(shop: Shop, made: Booked) -> None:
    assert [reminded(shop, days) for days in (12, 13)] == [1, 0]
    assert list(Reminder.objects.values_list("days", flat=True)) == [10]


def test_nothing_for_what_is_paid(shop: Shop, made: Booked, ada: Person) -> None:
    ada.post(f"/orders/{made.number}/takings", {"method": "cash", "amount": 4_000})
    assert reminded(shop, 3) == 0


def test_what_was_paid_in_part_is_reminded_of_with_the_rest(shop: Shop, made: Booked, ada: Person) -> None:
    ada.post(f"/orders/{made.number}/takings", {"method": "cash", "amount": 1_500})
    assert reminded(shop, 3) == 1
    assert "£25" in django_mail.outbox[-1].subject


def test_nothing_for_what_was_called_off(shop: Shop, made: Booked, ada: Person) -> None:
    ada.post(f"/appointments/{made.visit.pk}/cancel", {})
    worker.drain()
    assert reminded(shop, 3) == 0


def test_nothing_while_a_bank_has_still_to_answer(shop: Shop, made: Booked) -> None:
    Payment.objects.filter(order__number=made.number).update(state="pending")
    assert reminded(shop, 3) == 0


def test_nobody_is_reminded_where_the_business_has_no_days(shop: Shop, made: Booked) -> None:
    Setting.objects.create(business=shop.business, group="invoices", values={"reminder_days": []})
    assert reminded(shop, 30) == 0


def test_the_clock_asks_for_it(shop: Shop, made: Booked) -> None:
    shop.clock.move_to(DUE + timedelta(days=3))
    enqueue_scheduled(registry.schedule(), now=DUE + timedelta(days=3))
    worker.drain()
    assert Reminder.objects.count() == 1
