"""What the payment step shows is what is charged, what the invoices say and what the books hold: random baskets of everything
that is sold, through the whole product, each held to a reckoning of its own."""

from __future__ import annotations

import os
from collections import Counter
from datetime import datetime
from itertools import pairwise
from typing import Any
from urllib.parse import urlsplit
from uuid import uuid4

import pytest
from django.db import transaction
from django.db.models import Sum

from almanac.business.models import Business
from almanac.invoices.models import InvoiceLine
from almanac.kit import clock
from almanac.kit.actor import guest
from almanac.ledger.models import Posting
from almanac.ledger.queries import broken_laws
from almanac.payments.actions import charges, pages
from almanac.payments.models import DueCharge, Payment
from almanac.people.models import StaffMember
from almanac.sales.models import Order, OrderLine, PassUse
from fakes.stripe.hosted import seen
from tests.cast import Person
from tests.followed import follow
from tests.reckoning import Expected, books_of, expected
from tests.shop import NOW, Booked, Shop, Visitor
from tests.stall import Plan, Stall, agree_terms, fill, open_stall, thrown
from tests.tills import VISA, Till

pytestmark = [pytest.mark.django_db, pytest.mark.campaign]
BASKETS = 2_000 if os.environ.get("ALMANAC_SOAK") == "1" else 150
FIRST, EACH = (
    int(part) for part in os.environ.get("ALMANAC_SOAK_SHARE", "0/1").split("/")
)  # the databases share a soak's

LEAST = 50  # Stripe takes no less by card: 30 pence, 50 cents


@pytest.fixture
def stall(shop: Shop, mentors: Business, olena: StaffMember) -> Stall:
    return open_stall(shop, mentors, olena)


def test_random_baskets_are_charged_invoiced_and_booked_as_shown(stall: Stall, till: Till, cleo: Person) -> None:
    had: Counter[str] = Counter()
    for number in range(FIRST, BASKETS, EACH):
        plan = thrown(number)
        till.fake.book.things.clear()
        stall.shop.clock.move_to(NOW)
        try:
            with transaction.atomic():
                had.update(whole_way(stall, till, plan, Visitor() if number % 4 < 2 else known(cleo)))
                transaction.set_rollback(True)
        except Exception as error:
            error.add_note(f"basket {number}: {plan}")
            raise
    assert {name for name in had if had[name] >= BASKETS // EACH // 50} == EVERYTHING, had


EVERYTHING = {
    "visits", "goods", "gift card bought", "gift card spent", "two currencies", "coupon", "rule", "later", "a part now",
    "nothing to pay", "guest", "too little for a card", "bundle", "in a row by one person", "package",
    "package for some of a series",
}  # fmt: skip


def known(cleo: Person) -> Visitor:
    return Visitor(cleo.user, cleo.customer_row, client=cleo.client)


def whole_way(stall: Stall, till: Till, plan: Plan, visitor: Visitor) -> set[str]:
    """From an empty basket to the last charge; what it had in it."""
    rules = agree_terms(stall, plan)
    content = fill(stall, plan, visitor)
    wanted = expected(stall, plan, content, rules, known=visitor.user is not None)
    basket = visitor.basket()
    shown(basket, wanted)
    if any(0 < amount < LEAST for want in wanted.values() for amount in want.by_company):
        return {"too little for a card"}
    booked = book(visitor, basket)
    for currency, want in wanted.items():
        order = next(each for each in booked if each.order.currency == currency)
        paid_with_the_order(visitor, till, order, want)
    follow(scheduled=False)
    last = max(the_rest(visitor, till, made, wanted[made.order.currency]) for made in booked)
    stall.shop.clock.move_to(last)
    follow(scheduled=False)
    if plan.bundle and plan.bundle.in_a_row:
        in_one_visit(plan, booked)
    for made in booked:
        invoiced(made.order)
        in_the_books(made.order, wanted[made.order.currency])
    assert broken_laws() == []
    uses_of(booked, basket)
    return what_was_in(plan, wanted, visitor, basket)


def shown(basket: dict[str, Any], wanted: dict[str, Expected]) -> None:
    """The payment step."""
    assert basket["missing"] == []
    assert {total["currency"] for total in basket["totals"]} == set(wanted)
    for total in basket["totals"]:
        want = wanted[total["currency"]]
        off = sum(sum(parts.values()) for parts in want.bill.shares.values())
        assert total["subtotal_amount"] == sum(want.bill.subtotals.values())
        assert total["discount_amount"] == off
        assert total["total_amount"] == want.total
        assert total["tax_amount"] == sum(want.bill.tax.values())
        assert total["to_pay_amount"] == sum(want.owed.values())
        assert total["due_now_amount"] == want.due_now
    lines = {each["id"]: (each["total_amount"], each["tax_amount"]) for each in basket["lines"] + basket["goods"]}
    costs = {key: (want.bill.total[key], want.bill.tax[key]) for want in wanted.values() for key in want.owed}
    assert lines == {key: costs[key] for key in lines}
    for line in basket["lines"] + basket["goods"]:
        assert sum(step["amount"] for step in line["steps"]) == line["total_amount"]


def book(visitor: Visitor, basket: dict[str, Any]) -> list[Booked]:
    body = {
        "shown_total_amount": basket["total_amount"],
        "shown_totals": {total["currency"]: total["total_amount"] for total in basket["totals"]},
        "payment_method": basket["payment_methods"][0],
        "terms_accepted": True,
        "early_start_consent": True,
        "download_consent": True,
        "gift_cards": {card["id"]: card["used_amount"] for card in basket["gift_cards"] if card["used_amount"]},
    }
    answer = visitor.post("/bookings", body, idempotency_key=str(uuid4()))
    assert answer.status_code == 200, answer.content
    return [Booked(each["number"], each["token"]) for each in answer.json()["orders"]]


def paid_with_the_order(visitor: Visitor, till: Till, made: Booked, want: Expected) -> None:
    """What was shown as due now is what the company's page takes, to the penny, and no more."""
    order = made.order
    assert (order.total_amount, order.tax_amount) == (want.total, sum(want.bill.tax.values()))
    assert sorted(each.amount for each in order.payments.exclude(gift_card=None)) == sorted(want.by_cards)
    if want.due_now:
        before = charged(till, order.currency)
        pay(visitor, till, made)
        assert charged(till, order.currency) - before == want.due_now
    order.refresh_from_db()
    assert order.state == "confirmed"
    assert order.paid_amount == sum(want.by_cards) + want.due_now
    told = visitor.client.get("/api/linked-order", headers={"x-order-token": made.token}).json()
    planned = {each["due_at"]: each["amount"] for each in told["later"]}
    assert planned == {f"{at:%Y-%m-%dT%H:%M:%SZ}": amount for at, amount in want.later.items()}


def pay(visitor: Visitor, till: Till, made: Booked) -> None:
    """On the company's page. Through the actions behind the doors, and into the page without a wire: the same code, sooner."""
    ways, actor = pages.Ways("https://shop.example/{payment}", "https://shop.example/"), guest(made.order.pk)
    opened = pages.start(actor=actor, order=made.order, method="card", ways=ways, language="en", now=clock.now())
    form = {"number": VISA, "expiry": "12 / 34", "cvc": "123"}
    assert seen(till.fake.book, "POST", urlsplit(opened.page_url).path, form).status == 303
    assert pages.check(opened, now=clock.now()).state == "captured"


def the_rest(visitor: Visitor, till: Till, made: Booked, want: Expected) -> datetime:
    """What was not due now, by its link; then each later charge when its time has come. When the last of it was."""
    rest = want.rest
    if rest:
        before = charged(till, made.order.currency)
        pay(visitor, till, made)
        assert charged(till, made.order.currency) - before == rest
    for charge in DueCharge.objects.filter(order=made.order).order_by("due_at"):
        before = charged(till, made.order.currency)
        done = charges.run(charge_id=charge.pk, now=charge.due_at)
        amount = want.later.get(charge.due_at, 0)
        assert done.state == "paid" or (not amount and done.state == "withdrawn"), done.decline
        assert charged(till, made.order.currency) - before == amount
    assert made.order.paid_amount == want.total
    return max(want.later, default=NOW)


def charged(till: Till, currency: str) -> int:
    """By the company's own book."""
    return sum(each["amount"] for each in till.fake.book.all("ch") if each["currency"] == currency.lower())


def invoiced(order: Order) -> None:
    """Each line whole, once, with its tax, by its seller."""
    lines = InvoiceLine.objects.filter(invoice__order=order)
    assert not lines.filter(is_credit=True).exists()
    on_paper = {
        row["order_line"]: (row["total"], row["tax"])
        for row in lines.values("order_line").annotate(total=Sum("total_amount"), tax=Sum("tax_amount"))
    }
    sold = {line.pk: (line.total_amount, line.tax_amount) for line in order.lines.all() if order.total_amount}
    assert {key: amounts for key, amounts in on_paper.items() if amounts[0]} == {
        key: amounts for key, amounts in sold.items() if amounts[0]
    }
    for line in lines.select_related("invoice", "order_line"):
        assert (line.invoice.business_id, line.invoice.currency) == (line.order_line.business_id, order.currency)


def uses_of(booked: list[Booked], basket: dict[str, Any]) -> None:
    """As many visits of the package are used as it was said to pay for, each by a line that it took the price off."""
    used = PassUse.objects.filter(line__order__in=[made.order for made in booked], given_back_at=None)
    assert used.count() == sum(line["prepaid"]["visits"] for line in basket["lines"])
    dates = [each["by_package"] for line in basket["lines"] for each in (line["repeat"] or {"dates": []})["dates"]]
    assert used.exclude(line__occurs_on=None).count() == sum(dates) + sum(
        line["repeat"]["first_by_package"] for line in basket["lines"] if line["repeat"]
    )
    for each in used.select_related("line"):
        assert [step["kind"] for step in each.line.breakdown].count("package") == 1


def in_one_visit(plan: Plan, booked: list[Booked]) -> None:
    """What was put in to be done in a row by one person is."""
    assert plan.bundle is not None
    lines = OrderLine.objects.filter(order__in=[made.order for made in booked], bundled__same_person=True)
    visits = [line.appointment for line in lines.select_related("appointment") if line.appointment]
    assert len(visits) == len(plan.bundle.wishes)
    assert len({visit.visit_id for visit in visits}) == len({visit.staff_member_id for visit in visits}) == 1
    assert all(visit.ends_at == later.starts_at for visit, later in pairwise(visits))


def in_the_books(order: Order, want: Expected) -> None:
    """Who has how much of it: worked out anew from the lines; and where it came from, to the fee."""
    rows = Posting.objects.filter(entry__subject=f"order:{order.pk}").values("account__role", "account__holder")
    found = {
        (row["account__role"], row["account__holder"]): -row["sum"]
        for row in rows.annotate(sum=Sum("amount"))
        if row["sum"]
    }
    paid = Payment.objects.filter(order=order, state="captured")
    by_company = paid.exclude(account=None).aggregate(sum=Sum("amount"), fees=Sum("fee_amount"))
    came = {("clearing", "stripe"): (by_company["fees"] or 0) - (by_company["sum"] or 0)}
    came |= {("fees", "stripe"): -(by_company["fees"] or 0)}
    came |= {("gift_card", each.gift_card.holder): -each.amount for each in paid if each.gift_card}
    assert found == {key: amount for key, amount in (came | books_of(order.lines.all())).items() if amount}
    assert (by_company["sum"] or 0) + sum(want.by_cards) == want.total


def what_was_in(plan: Plan, wanted: dict[str, Expected], visitor: Visitor, basket: dict[str, Any]) -> set[str]:
    steps = [step for line in basket["lines"] for step in line["steps"]]
    told = {
        "visits": bool(plan.wishes),
        "goods": bool(plan.products),
        "gift card bought": plan.gift > 0,
        "gift card spent": any(want.by_cards for want in wanted.values()),
        "two currencies": len(wanted) > 1,
        "coupon": any(step["kind"] == "coupon" for step in steps),
        "rule": any(step["kind"] == "rule" for step in steps),
        "bundle": any(step["kind"] == "bundle" for step in steps),
        "in a row by one person": plan.bundle is not None and plan.bundle.in_a_row,
        "later": any(want.later for want in wanted.values()),
        "a part now": any(want.rest for want in wanted.values()),
        "nothing to pay": any(want.total == 0 for want in wanted.values()),
        "guest": visitor.user is None,
        "package": any(line["prepaid"]["visits"] for line in basket["lines"]),
        "package for some of a series": any(
            0 < line["prepaid"]["visits"] < line["repeat"]["visit_count"] for line in basket["lines"] if line["repeat"]
        ),
    }
    return {name for name, is_so in told.items() if is_so}
