"""What becomes of the charges of an order when money for it arrives, or does not. Under the order's lock, in its transaction."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from almanac.business.policies import PaymentPolicy
from almanac.business.queries import policy
from almanac.kit.actor import SYSTEM
from almanac.outbox.actions import emit
from almanac.payments.events import ChargeEvent, ChargeFailed, ChargeGivenUp
from almanac.payments.models import UNDECIDED, ChargedLine, ChargeState, DueCharge, Payment, PaymentState
from almanac.payments.queries import outstanding
from almanac.sales.models import Order

LIVE = (ChargeState.WAITING, ChargeState.TRYING, ChargeState.FAILED, ChargeState.GIVEN_UP)


def is_try(payment: Payment) -> bool:
    """Whether it is a try to charge a kept card by itself."""
    return payment.kept_id is not None


def after_payment(order: Order, payment: Payment, *, now: datetime) -> None:
    """Whatever was paid meanwhile, by whatever way, is charged no more; a try that did not work is followed by another one."""
    live = list(DueCharge.objects.select_for_update(of=("self",)).filter(order=order, state__in=LIVE))
    if not live:
        return
    owed = outstanding(order)
    for charge in live:
        is_own = charge.payment_id == payment.pk and charge.state == ChargeState.TRYING
        if is_own and payment.state in UNDECIDED:
            continue
        if is_own and payment.state in (PaymentState.FAILED, PaymentState.CANCELLED):
            did_not_work(order, charge, decline=payment.decline or "other", amount=payment.amount, now=now)
            continue
        is_free = charge.state != ChargeState.TRYING or is_own
        if is_free and not close_if_met(charge, owed) and is_own:
            wait(charge, now)  # more is owed than was tried: a price that changed meanwhile


def close_if_met(charge: DueCharge, owed: dict[UUID, int]) -> bool:
    """Nothing is left to be charged: paid, or withdrawn where nothing was ever to be."""
    lines = dict(charge.lines.filter(is_live=True).values_list("line_id", "line__paid_amount"))
    if any(line_id in owed for line_id in lines):
        return False
    close(charge, ChargeState.PAID if any(lines.values()) else ChargeState.WITHDRAWN)
    return True


def close(charge: DueCharge, state: ChargeState) -> None:
    """It is over; its lines may be in another charge from now on."""
    ChargedLine.objects.filter(due_charge=charge, is_live=True).update(is_live=False)
    charge.state, charge.next_try_at = state, None
    charge.decline = "" if state == ChargeState.PAID else charge.decline
    written(charge)


def wait(charge: DueCharge, until: datetime) -> None:
    """It is tried at that time as if for the first time."""
    charge.state, charge.next_try_at = ChargeState.WAITING, until
    written(charge)


def did_not_work(order: Order, charge: DueCharge, *, decline: str, amount: int, now: datetime) -> None:
    """A try failed: the next one comes when the business's setting says so, or none. Emits ChargeFailed or ChargeGivenUp."""
    if not charge.lines.filter(is_live=True).exists():
        close(charge, ChargeState.WITHDRAWN)
        return
    pause = policy(order.business_id, PaymentPolicy).next_try_in(charge.tries)
    charge.decline = decline[:24]
    charge.next_try_at = now + pause if pause is not None else None
    charge.state = ChargeState.FAILED if pause is not None else ChargeState.GIVEN_UP
    written(charge)
    event: type[ChargeEvent] = ChargeFailed if pause is not None else ChargeGivenUp
    fact = event(
        charge_id=charge.pk,
        order_id=order.pk,
        business_id=order.business_id,
        amount=amount,
        currency=order.currency,
        tries=charge.tries,
        next_try_at=charge.next_try_at,
        decline=charge.decline,
    )
    emit(fact, actor=SYSTEM, at=now)


def written(charge: DueCharge) -> None:
    charge.revision += 1
    charge.save()
