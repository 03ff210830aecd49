"""What a company told and never came: found in its own list, by every company; disputes and payouts; what it does not tell us
of."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest

from almanac.ledger.models import Role
from almanac.ledger.queries import balance, broken_laws
from almanac.outbox import worker
from almanac.outbox.models import EventRow
from almanac.payments.actions import accounts, disputes, notices
from almanac.payments.models import Dispute, Payment, ProviderAccount, ProviderNotice
from fakes.stripe import money
from tests.cast import Person
from tests.shop import NOW, Shop, Visitor
from tests.tills import Till, order_of, page_of, paid, placed

pytestmark = pytest.mark.django_db
HOUR = timedelta(hours=1)


def lost(till: Till) -> None:
    till.fake.webhooks.kept.clear()


def caught_up(shop: Shop, hours: int = 1) -> int:
    shop.clock.move_to(NOW + hours * HOUR)
    found = notices.catch_up(now=NOW + hours * HOUR)
    worker.drain()
    return found


def test_money_whose_messages_were_all_lost(shop: Shop, nora: Visitor, till: Till) -> None:
    made = placed(nora, shop)
    till.pay(page_of(nora, made))
    lost(till)
    assert caught_up(shop) > 0
    assert order_of(made).state == "confirmed"
    assert ProviderNotice.objects.filter(was_asked_for=False).count() == 0
    assert till.agrees()


def test_what_came_is_not_handled_again(shop: Shop, nora: Visitor, till: Till) -> None:
    made = placed(nora, shop)
    till.pay(page_of(nora, made))
    till.tell()
    worker.drain()
    before = list(ProviderNotice.objects.values_list("pk", "times", "was_asked_for"))
    assert caught_up(shop) == 0
    assert list(ProviderNotice.objects.values_list("pk", "times", "was_asked_for")) == before
    assert made.number


def test_one_that_does_not_answer_is_read_from_where_it_was(shop: Shop, nora: Visitor, till: Till) -> None:
    paid(nora, shop, till)
    till.fake.down = [500] * 4
    before = ProviderAccount.objects.get().read_until
    shop.clock.move_to(NOW + HOUR)
    assert notices.catch_up(now=NOW + HOUR) == 0
    assert ProviderAccount.objects.get().read_until == before
    till.fake.down = []
    notices.catch_up(now=NOW + HOUR)
    assert ProviderAccount.objects.get().read_until == NOW + HOUR


def test_a_dispute_that_nobody_told_of(shop: Shop, nora: Visitor, till: Till) -> None:
    made = paid(nora, shop, till)
    opened = money.dispute(till.fake.book, till.fake.book.all("ch")[0], "fraudulent")
    lost(till)
    caught_up(shop)
    row = Dispute.objects.get()
    assert (row.stage, row.amount, row.payment.order.number) == ("needs_response", 4_000, made.number)
    assert till.agrees()
    money.decide(till.fake.book, opened, "won")
    lost(till)
    disputes.mind(now=NOW + 3 * HOUR)  # asked about while it is open
    row.refresh_from_db()
    assert row.stage == "won"
    assert till.agrees()
    till.fake.asked.clear()
    disputes.mind(now=NOW + 30 * HOUR)
    assert till.fake.asked == []  # and no more once it is decided


def test_an_inquiry_is_told_with_its_deadline_and_may_become_a_dispute(
    shop: Shop, nora: Visitor, till: Till, ada: Person
) -> None:
    paid(nora, shop, till)
    opened = money.dispute(till.fake.book, till.fake.book.all("ch")[0], "fraudulent", inquiry=True)
    till.tell()
    worker.drain()
    row = Dispute.objects.get()
    assert (row.stage, row.is_inquiry, row.amount, row.at_stake_amount) == ("needs_response", True, 0, 4_000)
    (told,) = ada.get("/disputes?open_only=true").json()["items"]
    assert (told["is_inquiry"], told["at_stake_amount"], told["can_answer"]) == (True, 4_000, True)
    assert told["respond_by"] is not None
    assert [step["kind"] for step in ada.get(f"/payments/{row.payment_id}").json()["steps"]].count("inquiry") == 1
    assert till.agrees()
    money.escalate(till.fake.book, opened)
    till.tell()
    worker.drain()
    row.refresh_from_db()
    assert (row.stage, row.is_inquiry, row.amount) == ("needs_response", False, 4_000)
    assert EventRow.objects.filter(name="payments.dispute_changed").count() == 2
    assert till.agrees()


@pytest.mark.parametrize("late", [False, True])
def test_an_inquiry_that_is_closed_took_nothing(shop: Shop, nora: Visitor, till: Till, late: bool) -> None:
    paid(nora, shop, till)
    opened = money.dispute(till.fake.book, till.fake.book.all("ch")[0], "fraudulent", inquiry=True)
    till.tell()
    worker.drain()
    money.decide(till.fake.book, opened, "won")
    till.tell()
    worker.drain()
    assert (Dispute.objects.get().stage, Dispute.objects.get().amount) == ("won", 0)
    if late:  # the bank comes back to it
        opened["status"] = "warning_needs_response"
        money.escalate(till.fake.book, opened)
        till.tell()
        worker.drain()
        assert (Dispute.objects.get().stage, Dispute.objects.get().amount) == ("needs_response", 4_000)
    assert till.agrees()


@pytest.mark.parametrize("by_notice", [True, False])
def test_a_payout_leaves_the_company_and_reaches_our_bank(
    shop: Shop, nora: Visitor, till: Till, by_notice: bool
) -> None:
    paid(nora, shop, till)
    whole = balance(Role.CLEARING, "GBP", "stripe")
    (payout,) = money.pay_out(till.fake.book)
    if by_notice:
        till.tell(times=2)
    else:
        lost(till)
        caught_up(shop)
    worker.drain()
    assert (balance(Role.CLEARING, "GBP", "stripe"), balance(Role.BANK, "GBP")) == (0, whole)
    assert till.agrees()
    money.fail_payout(till.fake.book, payout)
    till.tell(times=2)
    worker.drain()
    assert (balance(Role.CLEARING, "GBP", "stripe"), balance(Role.BANK, "GBP")) == (whole, 0)
    assert till.agrees()
    assert [EventRow.objects.filter(name=f"payments.payout_{end}").count() for end in ("booked", "failed")] == [1, 1]


def test_a_payment_that_settles_in_another_currency(shop: Shop, nora: Visitor, till: Till, ada: Person) -> None:
    till.fake.book.settles_in = ("eur", 120)
    made = paid(nora, shop, till)
    payment = Payment.objects.get(order=order_of(made), state="captured")
    assert (payment.amount, payment.fee_amount, payment.fee_currency) == (4_000, 96, "EUR")
    assert balance(Role.CLEARING, "GBP", "stripe") == 0
    assert balance(Role.CLEARING, "EUR", "stripe") == 4_800 - 96 == till.fake.book.balances()["eur"]
    assert ada.get(f"/payments/{payment.pk}").json()["payment"]["fee_currency"] == "EUR"
    body = {"lines": [{"line_id": str(order_of(made).lines.get().pk), "amount": 1_000}], "note": "late"}
    ada.post(f"/orders/{made.number}/refunds", body)
    worker.drain()
    assert balance(Role.CLEARING, "EUR", "stripe") == till.fake.book.balances()["eur"]
    money.end_refund(till.fake.book, till.fake.book.all("re")[0], "failed")
    till.tell()
    worker.drain()
    assert balance(Role.CLEARING, "EUR", "stripe") == till.fake.book.balances()["eur"]
    assert (balance(Role.CLEARING, "GBP", "stripe"), broken_laws()) == (0, [])


@pytest.mark.parametrize("end", ["won", "lost"])
@pytest.mark.parametrize("part", [None, 1_500])
def test_a_dispute_of_one_that_settles_in_another_currency(
    shop: Shop, nora: Visitor, till: Till, ada: Person, end: str, part: int | None
) -> None:
    """It leaves the balance there, as its fee does, and comes back there."""
    till.fake.book.settles_in = ("eur", 120)
    paid(nora, shop, till)
    opened = money.dispute(till.fake.book, till.fake.book.all("ch")[0], "fraudulent", amount=part)
    for _ in range(2):
        till.tell()
        worker.drain()
        assert balance(Role.CLEARING, "EUR", "stripe") == till.fake.book.balances()["eur"]
        assert (balance(Role.CLEARING, "GBP", "stripe"), broken_laws()) == (0, [])
        money.decide(till.fake.book, opened, end)
    (row,) = ada.get("/disputes").json()["items"]
    assert (row["stage"], row["fee_currency"], row["fee_amount"]) == (end, "EUR", 2_400)
    assert ada.get("/disputes?open_only=true").json()["items"] == []
    assert balance(Role.DISPUTES, "GBP", "stripe") == (0 if end == "won" else part or 4_000)


def test_money_in_another_currency_than_was_asked_goes_back_and_the_order_lapses(
    shop: Shop, nora: Visitor, till: Till, ada: Person
) -> None:
    made = placed(nora, shop)
    url = page_of(nora, made)
    for thing in till.fake.book.things.values():
        if thing["object"] in ("checkout.session", "payment_intent"):
            thing["currency"] = "eur"
    till.pay(url)
    till.tell()
    worker.drain()
    payment = Payment.objects.get()
    assert (payment.state, payment.currency, payment.surplus_amount) == ("captured", "EUR", 4_000)
    assert (order_of(made).paid_amount, payment.refunds.get().state) == (0, "done")
    assert balance(Role.CLEARING, "EUR", "stripe") == till.fake.book.balances()["eur"]
    assert balance(Role.SUSPENSE, "EUR", f"payment:{payment.pk}") == 0
    assert EventRow.objects.filter(name="payments.unfit").count() == 1
    assert "other_currency" in [step["kind"] for step in ada.get(f"/payments/{payment.pk}").json()["steps"]]
    shop.clock.move_to(NOW + timedelta(minutes=36))
    worker.drain()
    assert order_of(made).state == "cancelled"
    assert broken_laws() == []


def test_what_a_company_does_not_tell_us_of_is_named(shop: Shop, till: Till, ada: Person, settings: Any) -> None:
    def missing() -> Any:
        accounts.look_at_events(now=NOW)
        return ada.get("/payment-accounts").json()[0]["missing_events"]

    def done() -> bool:
        (steps,) = (
            each["steps"]
            for each in ada.get("/payment-checklists").json()
            if (each["provider"], each["mode"]) == ("stripe", "test")
        )
        return bool(next(step["is_done"] for step in steps if step["name"] == "events"))

    assert "refund.created" in missing()  # no endpoint at all
    assert not done()
    here = f"{settings.PUBLIC_URL}/api/payment-webhooks/stripe"
    endpoint = till.fake.book.make("we", url=here, enabled_events=["refund.created"], status="enabled")
    assert "refund.created" not in missing()
    assert "charge.dispute.created" in missing()
    endpoint["enabled_events"] = ["*"]
    assert missing() == []
    assert done()
    endpoint["status"] = "disabled"
    assert "refund.created" in missing()
