"""What becomes of the charges of an order when money for it arrives, or does not. Under the order's lock, in its transaction."""

from __future__ import annotations

from datetime import datetime, timedelta
from uuid import UUID

from almanac.business.policies import PaymentPolicy
from almanac.business.queries import policy
from almanac.kit.actor import SYSTEM
from almanac.outbox.actions import emit
from almanac.payments.asking_tables import CardYes
from almanac.payments.events import ChargeEvent, ChargeFailed, ChargeGivenUp
from almanac.payments.models import UNDECIDED, ChargedLine, ChargeState, DueCharge, Payment, PaymentState
from almanac.payments.queries import outstanding
from almanac.sales.models import Order

STILL_THERE = timedelta(minutes=1)  # whoever had it charged reads the answer themselves
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
        if is_own and yes_to(charge) is not None:  # one try, whatever is owed by now
            close(charge, ChargeState.PAID if payment.surplus_amount < payment.amount else ChargeState.WITHDRAWN)
            continue
        is_free = charge.state != ChargeState.TRYING or is_own
        if is_free and not close_if_met(charge, owed) and is_own:
            wait(charge, now)  # more is owed than was tried: a price that changed meanwhile


def yes_to(charge: DueCharge) -> CardYes | None:
    """What the customer said yes to, of a charge by hand. One SQL query."""
    return CardYes.objects.filter(charge=charge).first()


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
    charge.pressed, charge.clock_at = False, None
    charge.decline = "" if state == ChargeState.PAID else charge.decline
    written(charge)


def wait(charge: DueCharge, until: datetime) -> None:
    """It is tried at that time as if for the first time."""
    charge.state, charge.next_try_at = ChargeState.WAITING, until
    written(charge)


def press(charge: DueCharge, now: datetime) -> None:
    """Somebody has it tried at once: the clock's next try stays when it is. What is due by the clock anyway is the clock's."""
    is_due = charge.next_try_at is not None and charge.next_try_at <= now
    if not charge.pressed and not is_due:
        charge.pressed, charge.clock_at = True, charge.next_try_at
    if charge.state == ChargeState.GIVEN_UP:
        charge.state = ChargeState.FAILED
    charge.next_try_at = now


def count_try(charge: DueCharge, now: datetime) -> None:
    """A try begins. Only those by the clock use its schedule up; one that was put off until the clock's turn is the clock's."""
    if charge.clock_at is not None and charge.clock_at <= now:
        charge.pressed, charge.clock_at = False, None
    charge.tries += 1
    charge.clock_tries += 0 if charge.pressed else 1


def did_not_work(order: Order, charge: DueCharge, *, decline: str, amount: int, now: datetime) -> None:
    """A try failed: the next one comes when the business's setting says so, or none. One that somebody had tried at once changes
    nothing of when that is, and what was given up before stays so, which is told once. One with a yes is over, and told to the
    team as well where nobody waits for its answer any more. Emits ChargeFailed or ChargeGivenUp."""
    if not charge.lines.filter(is_live=True).exists():
        close(charge, ChargeState.WITHDRAWN)
        return
    yes = yes_to(charge)
    was_given_up = charge.pressed and charge.clock_at is None
    charge.decline = decline[:24]
    if yes is None:
        charge.next_try_at = _next_by_clock(order, charge, now)
        charge.state = ChargeState.GIVEN_UP if charge.next_try_at is None else ChargeState.FAILED
        charge.pressed, charge.clock_at = False, None
        written(charge)
    else:
        close(charge, ChargeState.WITHDRAWN)
    is_read = yes is not None and now - yes.created_at < STILL_THERE
    is_end = charge.next_try_at is None and not is_read and not was_given_up
    event: type[ChargeEvent] = ChargeGivenUp if is_end else ChargeFailed
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


def _next_by_clock(order: Order, charge: DueCharge, now: datetime) -> datetime | None:
    """When it is tried next; None: no more."""
    if charge.pressed and (charge.clock_at is None or charge.clock_at > now):
        return charge.clock_at
    pause = policy(order.business_id, PaymentPolicy).next_try_in(charge.clock_tries)
    if charge.pressed:
        # The clock's turn came while a bank took its days: it is put off, and nothing of the schedule is used up.
        return now + (pause or timedelta())
    return now + pause if pause is not None else None


def written(charge: DueCharge) -> None:
    charge.revision += 1
    charge.save()
