"""Charges of kept cards while the customer is away: planned, moved, called off, and tried (docs/algorithms/payments.md).

What changes them holds the order's lock. How much a charge is of is never stored before it is tried: it is what its lines
still owe at that moment.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from datetime import datetime, timedelta
from uuid import UUID

from django.db import transaction

from almanac.kit.actor import Actor
from almanac.kit.errors import NotAllowed, NotFound
from almanac.outbox.actions import emit
from almanac.payments.accounts import company
from almanac.payments.actions import charge_states as states
from almanac.payments.actions import steps
from almanac.payments.actions.pages import close as close_page
from almanac.payments.actions.settling import settle
from almanac.payments.asking_tables import CardYes
from almanac.payments.errors import AlreadyPlanned, NothingDue
from almanac.payments.events import ChargeRetried
from almanac.payments.models import COMING, ChargedLine, ChargeState, DueCharge, KeptMethod, Payment, PaymentState
from almanac.payments.permissions import can_pay, can_retry, can_take
from almanac.payments.providers.online import (
    ChargeAsk,
    Decline,
    PaymentStanding,
    ProviderDown,
    ProviderRefused,
    Stage,
)
from almanac.payments.queries import chargeable, outstanding, undecided_of, unpromised
from almanac.payments.step_tables import StepKind
from almanac.sales import actions as sales
from almanac.sales.models import Order, OrderLine, OrderState

State = ChargeState
ASK_AGAIN = timedelta(minutes=2)  # when the company has not answered
LOOK_AGAIN = timedelta(hours=1)  # when a bank has still to answer for all that is owed
KEY_LASTS = timedelta(hours=20)  # Stripe keeps keys for a day at least
NO_CARD = "no_card"


def plan(*, order: Order, line_ids: Collection[UUID], due_at: datetime) -> DueCharge:
    """Have these lines of the order charged together at `due_at`. Runs in the caller's transaction.

    Raises NotFound for lines of another order, AlreadyPlanned for lines that a charge waits for.
    """
    sales.lock_order(order.pk)
    wanted = set(line_ids)
    if not wanted or OrderLine.objects.filter(order=order, pk__in=wanted).count() != len(wanted):
        raise NotFound
    if ChargedLine.objects.filter(line__in=wanted, is_live=True, by_hand=False).exists():
        raise AlreadyPlanned
    charge = DueCharge.objects.create(order=order, due_at=due_at, next_try_at=due_at)
    ChargedLine.objects.bulk_create(ChargedLine(due_charge=charge, line_id=line_id) for line_id in sorted(wanted))
    return charge


def move(*, line_id: UUID, due_at: datetime) -> DueCharge | None:
    """The visit of a line was moved: it is charged at `due_at`, apart from the lines it was to be charged with. The charge it
    is in now; none where it was in none. One that was tried already, by the clock, stays as it is. Runs in the caller's
    transaction."""
    order_id = OrderLine.objects.values_list("order_id", flat=True).get(pk=line_id)
    order = sales.lock_order(order_id)
    charge = _live_charge(line_id)
    if charge is None or not _is_ahead(charge) or charge.due_at == due_at:
        return charge
    if charge.lines.filter(is_live=True).count() == 1:
        charge.due_at = due_at
        if charge.pressed:
            charge.clock_at = due_at
        else:
            charge.next_try_at = due_at
        states.written(charge)
        return charge
    _leave(charge, [line_id])
    return _join(order, [line_id], due_at)


def withdraw(*, line_ids: Collection[UUID]) -> None:
    """Visits were called off: their lines are charged no more, and a charge without lines is withdrawn. A try that is under
    way comes to its end first; what it brings goes back by itself. Doing it twice changes nothing. In the caller's
    transaction."""
    for order_id in _orders_of(line_ids):
        sales.lock_order(order_id)
        found = DueCharge.objects.filter(order=order_id, lines__line__in=line_ids, lines__is_live=True).distinct()
        for charge in found:
            _leave(charge, line_ids)


def restore(*, line_ids: Collection[UUID], due_at: datetime) -> list[DueCharge]:
    """Visits that had been called off stand again: their lines are charged at `due_at`, with others of their order that are.
    Lines that are to be charged already stay where they are. In the caller's transaction."""
    found = []
    for order_id in _orders_of(line_ids):
        order = sales.lock_order(order_id)
        planned = ChargedLine.objects.filter(line__in=line_ids, is_live=True, by_hand=False).values("line")
        lines = OrderLine.objects.filter(order=order, pk__in=line_ids).exclude(pk__in=planned)
        ids = list(lines.values_list("pk", flat=True))
        if ids:
            found.append(_join(order, ids, due_at))
    return found


def seen_to_retry(actor: Actor, charge_id: UUID) -> DueCharge:
    """The charge, for whoever may have it tried at all, now or later. Raises NotFound, NotAllowed: it is of colleagues' visits
    too."""
    found = DueCharge.objects.select_related("order").filter(pk=charge_id).first()
    if found is None or not (can_take(actor, found.order) or can_pay(actor, found.order)):
        raise NotFound
    if not (can_retry(actor, found) or can_pay(actor, found.order)):
        raise NotAllowed
    return found


def retry_now(*, actor: Actor, charge_id: UUID, now: datetime) -> DueCharge:
    """Try a charge at once: for whoever of the team may take money for all of it, and, where a try did not work, for its
    customer, who has mended the card. The clock's tries stay as they are. Emits ChargeRetried.

    Raises NotFound, NotAllowed, NothingDue (it is over)."""
    found = seen_to_retry(actor, charge_id)
    by_team = can_retry(actor, found)
    with transaction.atomic():
        sales.lock_order(found.order_id)
        charge = DueCharge.objects.select_for_update(of=("self",)).get(pk=charge_id)
        if charge.state in (State.PAID, State.WITHDRAWN):
            raise NothingDue
        if charge.state == State.WAITING and not by_team:
            raise NotAllowed
        if charge.state == State.WAITING:
            charge.due_at = min(charge.due_at, now)
        if charge.state != State.TRYING:
            states.press(charge, now)
        states.written(charge)
        order = found.order
        fact = ChargeRetried(charge_id, order.pk, order.business_id, charge.tries)
        emit(fact, actor=actor, at=now)
    return run(charge_id=charge_id, now=now)


def run(*, charge_id: UUID, now: datetime) -> DueCharge:
    """Try a charge that is due, or ask again about a try that has no end yet; with the same key it is the same try. Doing it
    twice at once charges once. Where the company does not answer it stays as it is, to be run again."""
    charge = DueCharge.objects.select_related("order").get(pk=charge_id)
    is_due = charge.next_try_at is not None and charge.next_try_at <= now
    if is_due and charge.state in (State.WAITING, State.FAILED) and charge.order.state != OrderState.PLACED:
        for page in undecided_of(charge.order_id).filter(state=PaymentState.OPEN, kept=None, tip=None):
            close_page(page, now=now)
    payment = _begun(charge_id, now=now)
    if payment is not None and payment.account is not None:
        try:
            standing = _asked(payment, now=now)
        except ProviderDown:
            pass
        else:
            settle(payment_id=payment.pk, standing=standing, now=now)
    return DueCharge.objects.select_related("order").get(pk=charge_id)


def _begun(charge_id: UUID, *, now: datetime) -> Payment | None:
    """The payment the company is to be asked about: committed before it hears of it. None where there is nothing to ask."""
    order_id = DueCharge.objects.values_list("order_id", flat=True).get(pk=charge_id)
    with transaction.atomic():
        order = sales.lock_order(order_id)
        charge = DueCharge.objects.select_for_update(of=("self",)).get(pk=charge_id)
        if charge.state not in COMING or (charge.next_try_at is not None and charge.next_try_at > now):
            return None
        return _begun_before(charge, now=now) if charge.state == State.TRYING else _new_try(order, charge, now=now)


def _new_try(order: Order, charge: DueCharge, *, now: datetime) -> Payment | None:
    """What is owed now, written down to be asked for; none where nothing is, or not yet."""
    if order.state == OrderState.PLACED:  # it may lapse yet; nothing is charged for what does not stand
        _look_later(charge, now + ASK_AGAIN)
        return None
    if states.close_if_met(charge, outstanding(order)):
        return None
    lines = set(charge.lines.filter(is_live=True).values_list("line_id", flat=True))
    owed = {line_id: part for line_id, part in unpromised(order).items() if line_id in lines}
    yes, amount = states.yes_to(charge), sum(owed.values())
    wait = LOOK_AGAIN if not owed else ASK_AGAIN if _is_tried_otherwise(charge, lines) else None
    if wait and not owed and yes:  # a bank promised it meanwhile: a yes is to this moment, not to one in days
        states.close(charge, State.WITHDRAWN)
    elif wait:
        _look_later(charge, now + wait)
    if wait:
        return None
    states.count_try(charge, now)
    kept = chargeable(order.customer_id) if yes is None else _still_kept(yes)
    if kept is None:
        states.did_not_work(order, charge, decline=NO_CARD, amount=amount, now=now)
        return None
    charge.payment = Payment.objects.create(
        order=order,
        method=kept.method,
        amount=amount if yes is None else min(amount, yes.amount),
        currency=order.currency,
        state=PaymentState.OPEN,
        account=kept.account,
        kept=kept,
        meant_for=[str(line_id) for line_id in owed],
    )
    steps.write(
        charge.payment,
        StepKind.CHARGE_TRIED,
        at=now,
        amount=charge.payment.amount,
        about=charge.pk,
        user_id=yes.asked_by_id if yes else None,
    )
    charge.state, charge.next_try_at = State.TRYING, now + ASK_AGAIN
    states.written(charge)
    return _tried_with(charge)


def _is_tried_otherwise(charge: DueCharge, lines: Collection[UUID]) -> bool:
    """Whether a company was asked about another charge of one of these lines, and has not answered."""
    live = ChargedLine.objects.filter(line__in=lines, is_live=True).exclude(due_charge=charge)
    return live.filter(due_charge__state=State.TRYING, due_charge__payment__state=PaymentState.OPEN).exists()


def _still_kept(yes: CardYes) -> KeptMethod | None:
    """What the customer said yes to, where it can be charged still."""
    good = KeptMethod.objects.select_related("account").filter(removed_at=None, account__is_on=True)
    return good.filter(pk=yes.kept_id).first()


def _look_later(charge: DueCharge, at: datetime) -> None:
    charge.next_try_at = at
    states.written(charge)


def _begun_before(charge: DueCharge, *, now: datetime) -> Payment | None:
    """A try without an end: asked again with its key. A debit that the bank has taken on is left to the search for lost ones."""
    payment = _tried_with(charge)
    is_asked = payment.state == PaymentState.OPEN
    charge.next_try_at = now + (ASK_AGAIN if is_asked else LOOK_AGAIN)
    states.written(charge)
    return payment if is_asked else None


def _tried_with(charge: DueCharge) -> Payment:
    assert charge.payment_id is not None
    return Payment.objects.select_related("account", "kept", "order").get(pk=charge.payment_id)


def _asked(payment: Payment, *, now: datetime) -> PaymentStanding:
    """What the company says of this try. Raises ProviderDown."""
    assert payment.account is not None
    assert payment.kept is not None
    try:
        return company(payment.account).charge_kept(
            ChargeAsk(
                key=f"payment:{payment.pk}",
                payment_id=str(payment.pk),
                amount=payment.amount,
                currency=payment.currency,
                description=payment.order.number,
                customer_reference=payment.kept.customer_reference,
                method_reference=payment.kept.method_reference,
                is_old=now - payment.created_at > KEY_LASTS,
            )
        )
    except ProviderRefused as refused:
        # A plain no before anything moved: the card is not there any more, or our keys are not.
        return PaymentStanding(
            reference="",
            payment_id=str(payment.pk),
            stage=Stage.FAILED,
            amount=payment.amount,
            currency=payment.currency,
            decline=Decline.OTHER,
            reason=refused.code,
        )


def _live_charge(line_id: UUID) -> DueCharge | None:
    own = ChargedLine.objects.filter(line=line_id, is_live=True, by_hand=False)
    return DueCharge.objects.select_for_update(of=("self",)).filter(lines__in=own).first()


def _is_ahead(charge: DueCharge) -> bool:
    """Whether the clock has its first try before it."""
    return charge.state == State.WAITING or (charge.state == State.FAILED and charge.clock_tries == 0)


def _leave(charge: DueCharge, line_ids: Collection[UUID]) -> None:
    charge.lines.filter(line__in=line_ids).update(is_live=False)
    if charge.state != State.TRYING and not charge.lines.filter(is_live=True).exists():
        states.close(charge, State.WITHDRAWN)


def _join(order: Order, line_ids: Collection[UUID], due_at: datetime) -> DueCharge:
    """These lines in the charge of the order that waits for this time, or in one of their own."""
    charge = DueCharge.objects.filter(order=order, state=State.WAITING, due_at=due_at, yes=None).first()
    if charge is None:
        return plan(order=order, line_ids=line_ids, due_at=due_at)
    for line_id in sorted(line_ids):
        ChargedLine.objects.update_or_create(due_charge=charge, line_id=line_id, defaults={"is_live": True})
    states.written(charge)
    return charge


def _orders_of(line_ids: Collection[UUID]) -> Iterator[UUID]:
    """Orders of these lines, in the order in which they are locked everywhere."""
    found = OrderLine.objects.filter(pk__in=line_ids).order_by("order_id")
    yield from found.values_list("order_id", flat=True).distinct()
