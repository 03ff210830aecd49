"""Writes what a company says is true of a payment (docs/algorithms/payments.md, promises 1 to 4)."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

import structlog
from django.db import transaction

from almanac.kit.actor import SYSTEM, Actor
from almanac.ledger import actions as ledger
from almanac.ledger.actions import credit, debit
from almanac.ledger.models import Role
from almanac.outbox.actions import emit
from almanac.payments.actions import refunds, reviews, steps, tips, transfers
from almanac.payments.actions.charge_states import after_payment, is_try
from almanac.payments.actions.dues import before_it_stands, owe_less
from almanac.payments.actions.keeping import keep_what_was_paid_with
from almanac.payments.actions.lines import facts, pay_lines
from almanac.payments.books import fee_movements, legs_of, shares_of
from almanac.payments.events import PaymentBroken, PaymentCaptured, PaymentEvent, PaymentPromised, PaymentUnfit
from almanac.payments.keys import capture_key, company_of
from almanac.payments.models import UNDECIDED, LineShare, Payment, PaymentState
from almanac.payments.modes import is_test
from almanac.payments.providers.online import PaymentStanding, Stage
from almanac.payments.queries import is_held, outstanding
from almanac.payments.step_tables import StepKind
from almanac.sales import actions as sales
from almanac.sales.apart import mark_test
from almanac.sales.models import Order, OrderState

OF_STATE = {
    PaymentState.PENDING: StepKind.PENDING,
    PaymentState.FAILED: StepKind.FAILED,
    PaymentState.CANCELLED: StepKind.CLOSED,
}
log = structlog.get_logger(__name__)


def settle(*, payment_id: UUID, standing: PaymentStanding, now: datetime) -> Payment:
    """Make our rows say what `standing` says. Doing it again, or with an older answer, changes nothing.

    Emits PaymentCaptured, PaymentPromised, PaymentBroken or PaymentUnfit where something came of it.
    """
    with transaction.atomic():
        order_id = Payment.objects.values_list("order_id", flat=True).get(pk=payment_id)
        order = sales.lock_order(order_id)
        payment = Payment.objects.select_for_update(of=("self",)).select_related("account").get(pk=payment_id)
        if standing.stage is Stage.CAPTURED:
            if payment.state == PaymentState.CAPTURED:
                _learn_fee(payment, standing, now=now)
            elif standing.currency != payment.currency:
                _unfit(order, payment, standing, now=now)
            else:
                _captured(order, payment, standing, now=now)
        elif payment.state in UNDECIDED:
            _undecided(order, payment, standing, now=now)
    # Apart from the order's transaction: who keeps a card holds the lock of its customer, which others take before orders.
    keep_what_was_paid_with(order.customer_id, payment, standing, now=now)
    return payment


def take(*, actor: Actor, order: Order, payment: Payment, role: Role, now: datetime) -> None:
    """Book money that somebody of the team took or saw arrive: `payment` is new. The order is locked, and confirmed once all has
    come that it was to be paid before it stands; what is owed by nobody is to be given back."""
    is_met = _share_out(order, payment, payment.amount, now=now, into=debit(role, payment.amount), actor=actor)
    if is_met and not before_it_stands(order):
        _confirm_if_met(actor, order, now=now)
    if payment.surplus_amount:
        refunds.ask_surplus(payment=payment, now=now)


def spend(*, order: Order, payment: Payment, holder: str, now: datetime) -> None:
    """Book what is taken from a gift card: `payment` is new, of what is owed and on the card, and the order was just placed."""
    _share_out(
        order, payment, payment.amount, now=now, into=debit(Role.GIFT_CARD, payment.amount, holder), kind="redeem"
    )


def _captured(order: Order, payment: Payment, standing: PaymentStanding, *, now: datetime) -> None:
    asked = payment.amount
    provider = payment.account.provider if payment.account else payment.method
    _came(payment, standing, now=now)
    is_met = _share_out(
        order,
        payment,
        standing.amount,
        now=now,
        into=debit(Role.CLEARING, standing.amount, provider),
    )
    _learn_fee(payment, standing, now=now)
    is_all = standing.amount - payment.surplus_amount >= asked or not before_it_stands(order)
    is_paid = is_met and is_all
    if is_paid and not (order.state == OrderState.PLACED and reviews.hold_if_odd(order, payment, now=now)):
        _confirm_if_met(SYSTEM, order, now=now)
    if payment.surplus_amount:
        refunds.ask_surplus(payment=payment, now=now)


def _came(payment: Payment, standing: PaymentStanding, *, now: datetime) -> None:
    payment.state, payment.amount, payment.charge = PaymentState.CAPTURED, standing.amount, standing.charge
    payment.captured_at = standing.captured_at or now
    payment.paid_with, payment.risk, payment.decline = standing.paid_with[:60], standing.risk, ""
    payment.mismatches = " ".join(standing.mismatches)
    payment.reference = payment.reference or standing.reference
    payment.card_digest = payment.card_digest or reviews.digest("card", standing.fingerprint)
    if payment.account is not None and is_test(payment.account):
        mark_test(payment.order_id)


def _unfit(order: Order, payment: Payment, standing: PaymentStanding, *, now: datetime) -> None:
    """It came in another currency than was asked: nothing of the order is paid with it, and all of it goes back by itself."""
    log.error("payment in another currency", payment=str(payment.pk), currency=standing.currency)
    _came(payment, standing, now=now)
    payment.currency, payment.surplus_amount = standing.currency, standing.amount
    payment.page_url = payment.page_secret = ""
    payment.revision += 1
    payment.save()
    came_at, provider = payment.captured_at or now, company_of(payment)
    steps.write(
        payment,
        StepKind.OTHER_CURRENCY,
        at=steps.came_at(payment, came_at),
        amount=standing.amount,
        reference=standing.charge,
        reason=standing.currency,
    )
    ledger.post(
        key=capture_key(payment),
        kind="capture",
        currency=standing.currency,
        legs=[
            debit(Role.CLEARING, standing.amount, provider),
            credit(Role.SUSPENSE, standing.amount, f"payment:{payment.pk}"),
        ],
        happened_at=came_at,
        now=now,
        subject=f"order:{order.pk}",
    )
    _learn_fee(payment, standing, now=now)
    refunds.ask_surplus(payment=payment, now=now)
    emit(
        PaymentUnfit(payment.pk, order.pk, order.business_id, standing.amount, standing.currency), actor=SYSTEM, at=now
    )
    after_payment(order, payment, now=now)


def _share_out(
    order: Order,
    payment: Payment,
    amount: int,
    *,
    now: datetime,
    into: ledger.Leg,
    kind: str = "capture",
    actor: Actor = SYSTEM,
) -> bool:
    """Whether no transfer is waited for any more."""
    owed = outstanding(order)
    tip, legs_of_tip = tips.captured(order, payment, amount, now=now)
    parts = shares_of(owed, amount - tip, first=payment.meant_for)
    taken = sum(parts.values())
    payment.surplus_amount = amount - tip - taken
    payment.page_url = payment.page_secret = ""
    payment.revision += 1
    payment.save()
    came_at = payment.captured_at or now
    steps.write(
        payment,
        StepKind.CAPTURED,
        at=steps.came_at(payment, came_at),
        amount=amount,
        reference=payment.charge,
        actor=actor,
    )
    LineShare.objects.bulk_create(
        LineShare(payment=payment, line_id=line_id, amount=part) for line_id, part in parts.items()
    )
    paid = pay_lines(order, parts)
    ledger.post(
        key=capture_key(payment),
        kind=kind,
        currency=payment.currency,
        legs=[
            into,
            *legs_of_tip,
            *legs_of(paid),
            credit(Role.SUSPENSE, payment.surplus_amount, f"payment:{payment.pk}"),
        ],
        happened_at=came_at,
        now=now,
        subject=f"order:{order.pk}",
    )
    is_met = transfers.arrived(order, taken, now=now)
    owe_less(order_id=order.pk, amount=sum(owed.values()) - taken, now=now)
    emit(PaymentCaptured(**facts(payment, order)), actor=actor, at=now)
    after_payment(order, payment, now=now)
    return is_met


def _undecided(order: Order, payment: Payment, standing: PaymentStanding, *, now: datetime) -> None:
    before = payment.state
    payment.decline = str(standing.decline or "")
    payment.reference = payment.reference or standing.reference
    event: type[PaymentEvent] | None = None
    if standing.stage is Stage.PENDING and before == PaymentState.OPEN:
        payment.state, event = PaymentState.PENDING, PaymentPromised
    elif standing.stage in (Stage.FAILED, Stage.CLOSED):
        payment.state = PaymentState.FAILED if standing.stage is Stage.FAILED else PaymentState.CANCELLED
        # Of a try to charge a kept method its charge tells.
        event = PaymentBroken if before == PaymentState.PENDING and not is_try(payment) else None
    if payment.state != PaymentState.OPEN:
        payment.page_url = payment.page_secret = ""
    payment.revision += 1
    payment.save()
    steps.declined(payment, standing, at=now)
    if payment.state != before:
        steps.write(payment, OF_STATE[PaymentState(payment.state)], at=now, reference=standing.charge)
    if event is PaymentPromised and not (
        order.state == OrderState.PLACED and reviews.hold_if_odd(order, payment, now=now)
    ):
        _confirm_if_met(SYSTEM, order, now=now)
    if event is not None:
        emit(event(**facts(payment, order)), actor=SYSTEM, at=now)
    after_payment(order, payment, now=now)


def _confirm_if_met(actor: Actor, order: Order, *, now: datetime) -> None:
    if order.state == OrderState.PLACED and not is_held(order.pk):
        sales.confirm(actor=actor, order=order, now=now)


def _learn_fee(payment: Payment, standing: PaymentStanding, *, now: datetime) -> None:
    fee = standing.fee_amount
    if fee is None or payment.fee_amount is not None or payment.account is None:
        return
    payment.fee_amount = fee
    payment.fee_currency = standing.settled.currency if standing.settled else ""
    payment.save(update_fields=["fee_amount", "fee_currency"])
    # Never before the money: `now` may be from before the company was asked, and money came meanwhile.
    steps.write(payment, StepKind.FEE, at=max(now, payment.captured_at or now), amount=fee)
    movements = list(fee_movements(payment, standing))
    if movements:
        ledger.post_all(movements, now=now)
