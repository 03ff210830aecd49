"""Payments as commands of the crowd's processes: an order of one line, what companies say of it, what goes back of it."""

from __future__ import annotations

import json
from typing import Any
from unittest.mock import patch
from uuid import UUID

from django.db import transaction
from django.db.models import Sum

from almanac.booking.actions import calling_off
from almanac.booking.events import OrderCalledOff
from almanac.catalog.models import Service
from almanac.kit import ids
from almanac.kit.actor import SYSTEM, guest
from almanac.kit.errors import AlmanacError
from almanac.ledger.queries import broken_laws, entries_about
from almanac.outbox.models import EventRow
from almanac.payments.actions import by_hand, charges, keeping, pages, refunds, settling, takings
from almanac.payments.asking_tables import CardYes
from almanac.payments.models import (
    ChargedLine,
    Dispute,
    DueCharge,
    KeptMethod,
    LineShare,
    Payment,
    PaymentState,
    ProviderAccount,
    Refund,
    RefundShare,
    Review,
    Tip,
)
from almanac.payments.providers.online import (
    ChargeAsk,
    PaymentStanding,
    ProviderDown,
    RefundStage,
    RefundStanding,
    Stage,
)
from almanac.payments.step_tables import PaymentStep
from almanac.sales import actions as sales
from almanac.sales.models import Order, OrderLine, OrderState
from almanac.scheduling.tests import factories
from almanac.scheduling.tests.factories import NOW

TOTAL = 4_000
LOCK = vars(sales)["lock_order"]


def place_paid_order(*, service: str, pages: int) -> dict[str, Any]:
    """An order of 40.00 with so many pages open at which all of it can be paid."""
    sold = Service.objects.select_related("business").get(pk=service)
    order = Order.objects.create(
        business=sold.business,
        customer=factories.customer(),
        number=ids.order_number("R"),
        currency="GBP",
        total_amount=TOTAL,
        tax_amount=667,
        placed_at=NOW,
    )
    OrderLine.objects.create(
        order=order,
        business=sold.business,
        position=0,
        name="Clean",
        breakdown=[],
        total_amount=TOTAL,
        tax_rate_bp=2_000,
        tax_amount=667,
    )
    account, _ = ProviderAccount.objects.get_or_create(
        provider="stripe", mode="test", defaults={"keys": json.dumps({})}
    )
    payments = [
        Payment.objects.create(
            order=order,
            method="card",
            amount=TOTAL,
            currency="GBP",
            state=PaymentState.OPEN,
            account=account,
            reference=f"cs_{ids.new_id()}",
        )
        for _ in range(pages)
    ]
    return {"order": str(order.pk), "payments": [str(payment.pk) for payment in payments]}


def hear(*, payment: str) -> dict[str, Any]:
    """The company says: it was captured."""
    standing = PaymentStanding(
        f"cs_{payment}", payment, Stage.CAPTURED, TOTAL, "GBP", charge=f"ch_{payment}", captured_at=NOW, fee_amount=80
    )
    settling.settle(payment_id=UUID(payment), standing=standing, now=NOW)
    return {"refused": ""}


def take_cash(*, order: str, amount: int) -> dict[str, Any]:
    """Somebody of the team takes it at the door."""
    return _tried(
        lambda: takings.record_taking(
            actor=SYSTEM, order=Order.objects.get(pk=order), method="cash", amount=amount, now=NOW
        )
    )


def give_back(*, order: str, amount: int) -> dict[str, Any]:
    """Somebody gives a part of it back."""
    line = OrderLine.objects.get(order=UUID(order))
    return _tried(
        lambda: takings.refund_by_hand(
            actor=SYSTEM, order=Order.objects.get(pk=order), amounts={line.pk: amount}, note="late", now=NOW
        )
    )


def carry_out(*, order: str) -> dict[str, Any]:
    """The company says of every refund: done."""
    for refund in Refund.objects.filter(payment__order=UUID(order)).order_by("pk"):
        standing = RefundStanding(f"re_{refund.pk}", str(refund.pk), "", RefundStage.DONE, refund.amount, NOW)
        refunds.book(refund_id=refund.pk, standing=standing, now=NOW)
    return {"refused": ""}


def place_kept_order(*, service: str, pages: int) -> dict[str, Any]:
    """The same, of a customer who keeps a card; it stands, and is to be paid on the day."""
    made = place_paid_order(service=service, pages=pages)
    order = Order.objects.get(pk=made["order"])
    Order.objects.filter(pk=order.pk).update(state=OrderState.CONFIRMED)
    keeping.keep(
        customer_id=order.customer_id,
        account=ProviderAccount.objects.get(provider="stripe", mode="test"),
        method="card",
        label="Visa 4242",
        customer_reference="cus_1",
        method_reference=f"pm_{order.pk}",
        now=NOW,
    )
    ProviderAccount.objects.filter(provider="stripe").update(is_on=True)
    return made


def place_due_order(*, service: str, pages: int) -> dict[str, Any]:
    """The same, with a charge that is due."""
    made = place_kept_order(service=service, pages=pages)
    order = Order.objects.get(pk=made["order"])
    line_ids = list(order.lines.values_list("pk", flat=True))
    with transaction.atomic():
        charge = charges.plan(order=order, line_ids=line_ids, due_at=NOW)
    return {**made, "charge": str(charge.pk)}


class Card:
    """A company that takes every card, and knows a question by its key."""

    def charge_kept(self, ask: ChargeAsk) -> PaymentStanding:
        return PaymentStanding(
            f"pi_{ask.payment_id}",
            ask.payment_id,
            Stage.CAPTURED,
            ask.amount,
            ask.currency,
            charge=f"ch_{ask.payment_id}",
            captured_at=NOW,
            fee_amount=80,
        )

    def close_page(self, reference: str) -> PaymentStanding:
        """It does not answer: the page stays open, and may be paid on."""
        raise ProviderDown


def run_charge(*, charge: str) -> dict[str, Any]:
    """A worker charges the kept card."""
    with (
        patch.object(charges, "company", lambda account: Card()),
        patch.object(pages, "company", lambda account: Card()),
    ):
        done = charges.run(charge_id=UUID(charge), now=NOW)
    return {"refused": "", "state": done.state}


def charge_by_hand(*, order: str, key: str) -> dict[str, Any]:
    """Somebody of the team has the kept card charged, with its customer's yes."""
    with (
        patch.object(charges, "company", lambda account: Card()),
        patch.object(pages, "company", lambda account: Card()),
    ):
        return _tried(
            lambda: by_hand.charge_by_hand(
                actor=SYSTEM,
                order=Order.objects.get(pk=order),
                what="due",
                shown=by_hand.Shown(TOTAL, "Visa 4242"),
                now=NOW,
                key=key,
            )
        )


def end_unpaid(*, order: str) -> dict[str, Any]:
    """Whoever holds the order's link calls it off."""
    row = Order.objects.get(pk=order)
    return _tried(lambda: calling_off.call_off(actor=guest(row.pk), number=row.number, now=NOW))


def look_at_end(*, order: str) -> dict[str, Any]:
    """How the order stands, and how often it was told to be called off."""
    told = EventRow.objects.filter(name=OrderCalledOff.name, payload__order_id=order).count()
    return {"state": Order.objects.get(pk=order).state, "called_off": told}


def look_at_charge(*, charge: str) -> dict[str, Any]:
    row = DueCharge.objects.get(pk=charge)
    return {"state": row.state, "tries": row.tries, "live": row.lines.filter(is_live=True).count()}


def look_at_money(*, order: str) -> dict[str, Any]:
    """What the rows and the books say."""
    row = Order.objects.get(pk=order)
    kinds = [entry.kind for entry in entries_about(f"order:{row.pk}")]
    asked = Refund.objects.filter(payment__order=row).aggregate(sum=Sum("amount"))["sum"]
    return {
        "paid": row.paid_amount,
        "lines": row.lines.aggregate(sum=Sum("paid_amount"))["sum"],
        "asked": asked or 0,
        "captures": kinds.count("capture"),
        "fees": kinds.count("fee"),
        "refunds": kinds.count("refund"),
        "broken": broken_laws(),
    }


def forget_money() -> None:
    """Nothing was ever paid; the books, which forget nothing, keep what they have."""
    PaymentStep.objects.all()._raw_delete(PaymentStep.objects.db)  # steps refuse to be deleted otherwise
    charged = (CardYes, ChargedLine, DueCharge)
    for kept in (Review, Tip, Dispute, RefundShare, Refund, LineShare, *charged, Payment, KeptMethod):
        kept.objects.all().delete()


def without_order_lock() -> dict[str, Any]:
    """This process reads orders without locking them."""
    vars(sales)["lock_order"] = lambda order_id: Order.objects.get(pk=order_id)
    return {}


def with_order_lock() -> dict[str, Any]:
    """This process locks again."""
    vars(sales)["lock_order"] = LOCK
    return {}


def _tried(call: Any) -> dict[str, Any]:
    try:
        call()
    except AlmanacError as refusal:
        return {"refused": refusal.code}
    return {"refused": ""}


COMMANDS: dict[str, Any] = {
    "place_paid_order": place_paid_order,
    "place_due_order": place_due_order,
    "place_kept_order": place_kept_order,
    "run_charge": run_charge,
    "charge_by_hand": charge_by_hand,
    "look_at_charge": look_at_charge,
    "hear": hear,
    "take_cash": take_cash,
    "end_unpaid": end_unpaid,
    "look_at_end": look_at_end,
    "give_back": give_back,
    "carry_out": carry_out,
    "look_at_money": look_at_money,
    "without_order_lock": without_order_lock,
    "with_order_lock": with_order_lock,
}
