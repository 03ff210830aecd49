"""A bank sends a refund back after all, when what it was of has been paid again, or is somebody else's work by now."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from django.db import IntegrityError

from almanac.business.models import Setting
from almanac.ledger.models import Role
from almanac.ledger.queries import balance, total_of
from almanac.outbox import worker
from almanac.payments import looks
from almanac.payments.actions import refunds
from almanac.payments.books import parts_of
from almanac.payments.models import Refund
from almanac.payments.queries import outstanding, refundable
from fakes.stripe.money import refund
from tests.cast import Person
from tests.late import agrees, call_off, came_back, give_back, otherwise, pay_again, put_back
from tests.series_cases import agree, subscribed_by_card
from tests.shop import NOW, WEDNESDAY_TEN, Booked, Shop, Visitor
from tests.tills import Till, order_of, paid

pytestmark = pytest.mark.django_db
HOURS = timedelta(hours=1)


@pytest.fixture
def paid_twice(shop: Shop, nora: Visitor, ada: Person, till: Till) -> Booked:
    """A visit of 40.00 that was paid, called off with its money back, put back and paid again."""
    made = paid(nora, shop, till)
    call_off(nora, made.visit, made.token)
    put_back(ada, made.visit)
    pay_again(nora, till, made)
    assert (order_of(made).paid_amount, order_of(made).state) == (4_000, "confirmed")
    return made


def test_what_was_paid_again_meanwhile_is_owed_by_nobody(
    shop: Shop, ada: Person, till: Till, paid_twice: Booked
) -> None:
    came_back(till)
    order, row = order_of(paid_twice), Refund.objects.get()
    first = row.payment
    assert (order.paid_amount, row.state, row.is_followed) == (4_000, "failed", False)
    assert balance(Role.SUSPENSE, "GBP", f"payment:{first.pk}") == first.surplus_amount == 4_000
    assert refundable(order.lines.get().pk) == 4_000
    assert agrees(till, order)
    assert otherwise(ada, row).json()["state"] == "done"
    assert otherwise(ada, row).json()["code"] == "refund_not_failed"
    assert (order_of(paid_twice).paid_amount, outstanding(order)) == (4_000, {})
    assert total_of(Role.SUSPENSE).get("GBP", 0) == 0
    assert balance(Role.TILL, "GBP") == -4_000
    assert agrees(till, order)


def test_asked_again_it_goes_the_way_it_came(shop: Shop, ada: Person, till: Till, paid_twice: Booked) -> None:
    came_back(till)
    row = Refund.objects.get()
    assert ada.post(f"/refunds/{row.pk}/again", {}).status_code == 200
    worker.drain()
    assert [each.state for each in Refund.objects.order_by("pk")] == ["failed", "done"]
    assert agrees(till, order_of(paid_twice))
    came_back(till, 1)  # and once more
    last = Refund.objects.order_by("-pk")[0]
    assert (last.state, total_of(Role.SUSPENSE)["GBP"]) == ("failed", 4_000)
    assert otherwise(ada, last).status_code == 200
    assert total_of(Role.SUSPENSE).get("GBP", 0) == 0
    assert agrees(till, order_of(paid_twice))


def test_all_of_what_stands_can_be_given_back_after_it(
    shop: Shop, nora: Visitor, ada: Person, till: Till, paid_twice: Booked
) -> None:
    came_back(till)
    assert give_back(ada, paid_twice, 4_001).json()["code"] == "too_much_back"
    call_off(nora, paid_twice.visit, paid_twice.token)
    assert order_of(paid_twice).paid_amount == 0
    came_back(till, 1)
    assert (order_of(paid_twice).paid_amount, total_of(Role.SUSPENSE)["GBP"]) == (4_000, 4_000)
    for row in Refund.objects.filter(is_followed=False):
        assert otherwise(ada, row).status_code == 200
    assert (order_of(paid_twice).paid_amount, total_of(Role.SUSPENSE).get("GBP", 0)) == (0, 0)
    assert agrees(till, order_of(paid_twice))


def test_both_come_back_when_it_is_called_off_again(
    shop: Shop, nora: Visitor, ada: Person, till: Till, paid_twice: Booked
) -> None:
    call_off(nora, paid_twice.visit, paid_twice.token)
    came_back(till, 1)
    came_back(till, 0)
    assert (order_of(paid_twice).paid_amount, total_of(Role.SUSPENSE)["GBP"]) == (4_000, 4_000)
    assert agrees(till, order_of(paid_twice))
    for row in Refund.objects.all():
        assert otherwise(ada, row).status_code == 200
    assert (order_of(paid_twice).paid_amount, total_of(Role.SUSPENSE).get("GBP", 0)) == (0, 0)
    assert agrees(till, order_of(paid_twice))


def test_put_back_and_not_paid_yet_it_pays_for_it(shop: Shop, nora: Visitor, ada: Person, till: Till) -> None:
    made = paid(nora, shop, till)
    call_off(nora, made.visit, made.token)
    put_back(ada, made.visit)
    came_back(till)
    assert (outstanding(order_of(made)), total_of(Role.SUSPENSE).get("GBP", 0)) == ({}, 0)
    assert agrees(till, order_of(made))


def test_a_line_takes_what_it_still_can(shop: Shop, nora: Visitor, ada: Person, till: Till) -> None:
    """Half was kept; put back, half is paid again in two parts, and the refund of the other half comes back in between."""
    made = paid(nora, shop, till)
    shop.clock.move_to(WEDNESDAY_TEN - 20 * HOURS)
    call_off(nora, made.visit, made.token)
    put_back(ada, made.visit)
    body = {"method": "cash", "amount": 500}
    assert ada.post(f"/orders/{made.number}/takings", body).status_code == 200
    assert order_of(made).paid_amount == 2_500
    came_back(till)
    row = Refund.objects.get()
    assert (order_of(made).paid_amount, total_of(Role.SUSPENSE)["GBP"]) == (4_000, 500)
    assert agrees(till, order_of(made))
    assert otherwise(ada, row).json()["amount"] == 2_000
    assert (order_of(made).paid_amount, total_of(Role.SUSPENSE).get("GBP", 0)) == (2_500, 0)
    assert sum(outstanding(order_of(made)).values()) == 1_500
    assert agrees(till, order_of(made))


def test_what_was_given_back_by_hand_is_no_room(shop: Shop, nora: Visitor, ada: Person, till: Till) -> None:
    """10.00 by hand, the other 30.00 called off, put back and paid again: the price is 30.00."""
    made = paid(nora, shop, till)
    assert give_back(ada, made, 1_000).status_code == 200
    call_off(nora, made.visit, made.token)
    put_back(ada, made.visit)
    pay_again(nora, till, made)
    assert order_of(made).paid_amount == 3_000
    backwards = list(Refund.objects.order_by("-pk").values_list("amount", flat=True))
    assert backwards == [3_000, 1_000]
    came_back(till, 1)
    assert (order_of(made).paid_amount, total_of(Role.SUSPENSE)["GBP"]) == (3_000, 3_000)
    assert agrees(till, order_of(made))
    came_back(till, 0)
    assert (order_of(made).paid_amount, total_of(Role.SUSPENSE)["GBP"]) == (4_000, 3_000)
    assert agrees(till, order_of(made))


def test_of_several_lines_each_takes_its_own(shop: Shop, cleo: Person, ada: Person, till: Till) -> None:
    """One refund of six visits of a series, of which one was put back and paid again since."""
    Setting.objects.create(business=shop.business, group="subscriptions", values={"charging": "in_advance"})
    made = subscribed_by_card(shop, cleo, till)
    first, second, *_ = order_of(made).lines.order_by("occurs_on")
    key = str(first.subscription_id)
    assert agree(cleo, key, "cancel", "2026-03-05").status_code == 200
    worker.drain()
    assert second.appointment is not None
    put_back(ada, second.appointment)
    body = {"method": "cash", "amount": 4_000}
    assert ada.post(f"/orders/{made.number}/takings", body).status_code == 200
    assert order_of(made).paid_amount == 8_000
    came_back(till)
    row = Refund.objects.get()
    assert (order_of(made).paid_amount, total_of(Role.SUSPENSE)["GBP"]) == (28_000, 4_000)
    assert sorted(row.shares.values_list("amount", flat=True)) == [4_000] * 5
    assert agrees(till, order_of(made))
    assert otherwise(ada, row).json()["amount"] == 24_000
    assert (order_of(made).paid_amount, total_of(Role.SUSPENSE).get("GBP", 0)) == (8_000, 0)
    assert agrees(till, order_of(made))


def test_what_went_back_in_the_dashboard_since_is_not_given_twice(
    shop: Shop, ada: Person, till: Till, paid_twice: Booked
) -> None:
    came_back(till)
    row = Refund.objects.get()
    refund(till.fake.book, {"charge": row.payment.charge, "amount": "1500"}, ends_as="succeeded")
    till.tell()
    worker.drain()
    assert total_of(Role.SUSPENSE)["GBP"] == 2_500
    assert otherwise(ada, row).json()["amount"] == 2_500
    assert total_of(Role.SUSPENSE).get("GBP", 0) == 0
    assert agrees(till, order_of(paid_twice))


def test_one_that_goes_wrong_keeps_no_other_waiting(
    shop: Shop, nora: Visitor, ada: Person, till: Till, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Each is asked about, and what went wrong is raised at the end."""
    made = paid(nora, shop, till)
    till.fake.api.refunds_end_as = "pending"
    for amount in (100, 200):
        give_back(ada, made, amount)
    rows = list(looks.refunds_without_end(NOW + HOURS))
    asked, book = [], refunds.book

    def broken(**facts: Any) -> Refund:
        asked.append(facts["refund_id"])
        if facts["refund_id"] == rows[0].pk:
            raise IntegrityError
        return book(**facts)

    monkeypatch.setattr(refunds, "book", broken)
    with pytest.raises(IntegrityError):
        refunds.mind(now=NOW + HOURS)
    assert asked == [row.pk for row in rows]


@pytest.fixture
def people_earn(shop: Shop) -> None:
    """Of what somebody does, 15 % is the house's."""
    values = {"people_earn": True, "commission_percent": 15}
    Setting.objects.create(business=shop.business, group="earnings", values=values)


def test_it_comes_back_to_whoever_does_the_visit_now(
    shop: Shop, nora: Visitor, ada: Person, till: Till, people_earn: None
) -> None:
    made = paid(nora, shop, till)
    give_back(ada, made, 1_000)
    body = {"starts_at": WEDNESDAY_TEN.isoformat(), "staff_id": str(shop.sid.pk)}
    assert ada.post(f"/appointments/{made.visit.pk}/move", body).status_code in (200, 204)
    came_back(till)
    line = order_of(made).lines.get()
    whole = parts_of(4_000, total=4_000, tax=line.tax_amount, commission_bp=line.commission_bp)
    owed = [balance(Role.PAYABLE, "GBP", f"staff:{each.pk}") for each in (shop.sam, shop.sid)]
    assert (line.payee_id, owed) == (shop.sid.pk, [0, whole.payee])
    assert agrees(till, order_of(made))


def test_of_several_parts_an_earlier_one_leaves_no_penny_between_tax_and_revenue(
    shop: Shop, nora: Visitor, ada: Person, till: Till
) -> None:
    made = paid(nora, shop, till)
    for amount in (1, 1, 1, 2):
        give_back(ada, made, amount)
    line, seller = order_of(made).lines.get(), f"business:{shop.business.pk}"
    for number in (0, 2, 1, 3):
        came_back(till, number)
        line.refresh_from_db()
        is_so = parts_of(line.paid_amount, total=4_000, tax=line.tax_amount, commission_bp=None)
        assert (balance(Role.TAX, "GBP", seller), balance(Role.REVENUE, "GBP", seller)) == (is_so.tax, is_so.revenue)
    assert agrees(till, order_of(made))
