"""Money that the team takes itself: at the door in cash or by its own reader, or seen to arrive at the bank."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from uuid import UUID

from django.db import transaction

from almanac.kit.actor import Actor
from almanac.kit.errors import NotAllowed, NotFound
from almanac.ledger.models import Role
from almanac.outbox.idempotency import Once
from almanac.payments.actions import refunds
from almanac.payments.actions.settling import take
from almanac.payments.errors import NothingDue, TooMuchTaken
from almanac.payments.models import Payment, PaymentState, Refund
from almanac.payments.permissions import can_refund, can_see_accounts, can_take, takes_for
from almanac.payments.providers.bank_transfer import BANK_TRANSFER
from almanac.payments.queries import due_now, outstanding
from almanac.sales import actions as sales
from almanac.sales.models import Order

INTO = {"cash": Role.TILL, "card_reader": Role.TILL, "bank_transfer": Role.BANK}


def record_taking(
    *,
    actor: Actor,
    order: Order,
    method: str,
    amount: int,
    now: datetime,
    came_at: datetime | None = None,
    key: str = "",
) -> Payment:
    """Write down what was paid to the team: `cash`, `card_reader` or `bank_transfer`, never more than is owed. It is for what is
    due now before what will be charged later; whoever looks after some of the visits takes what these owe.

    What came into the bank, at `came_at`, is there whatever is owed: an administrator writes all of it down, and what nobody
    owes is to be given back. `key` makes what is sent twice one taking. Raises NotAllowed, NothingDue, TooMuchTaken,
    IdempotencyMismatch, IdempotencyInProgress.
    """
    if not can_take(actor, order):
        raise NotAllowed
    is_in_bank = method == BANK_TRANSFER and can_see_accounts(actor)
    once = Once(f"taking:{actor.user_id}:{order.pk}", key, now)
    with transaction.atomic():
        locked = sales.lock_order(order.pk)
        if done := once.before(method, amount):
            return Payment.objects.get(pk=done[0])
        theirs = takes_for(actor, locked)
        owing = {pk: part for pk, part in outstanding(locked).items() if theirs is None or pk in theirs}
        owed = sum(owing.values())
        if not owed and not is_in_bank:
            raise NothingDue
        if amount > owed and not is_in_bank:
            raise TooMuchTaken(owed_amount=owed, currency=locked.currency)
        payment = Payment(
            order=locked,
            method=method,
            amount=amount,
            currency=locked.currency,
            state=PaymentState.CAPTURED,
            captured_at=min(came_at or now, now),
            taken_by_id=actor.user_id,
            meant_for=_meant_for(locked, owing, amount, whole=theirs is None, now=now),
        )
        take(actor=actor, order=locked, payment=payment, role=INTO[method], now=now)
        once.done([payment.pk])
    return payment


def _meant_for(order: Order, owing: Mapping[UUID, int], amount: int, *, whole: bool, now: datetime) -> list[str]:
    """The lines that a taking pays first: those that are due now, of those that whoever took it looks after. Where these owe less
    than was taken, all that they look after, so that nothing of it goes to a colleague's visit."""
    due = [line_id for line_id in due_now(order, now) if line_id in owing]
    is_enough = whole or sum(owing[line_id] for line_id in due) >= amount
    return [str(line_id) for line_id in (due if is_enough else owing)]


def refund_by_hand(
    *, actor: Actor, order: Order, amounts: dict[UUID, int], note: str, now: datetime, key: str = ""
) -> list[Refund]:
    """Give back parts of what was paid for lines, with a reason; `key` makes what is sent twice one. Raises NotAllowed,
    TooMuchBack, IdempotencyMismatch, IdempotencyInProgress."""
    if not can_refund(actor, order):
        raise NotAllowed
    once = Once(f"refund:{actor.user_id}:{order.pk}", key, now)
    with transaction.atomic():
        locked = sales.lock_order(order.pk)
        if done := once.before(sorted(amounts.items()), note):
            return list(Refund.objects.filter(pk__in=done).order_by("created_at", "pk"))
        made = refunds.ask(actor=actor, order=locked, amounts=amounts, why=Refund.Why.BY_HAND, note=note, now=now)
        once.done([refund.pk for refund in made])
    return made


def refund_given(*, actor: Actor, refund_id: UUID, now: datetime) -> Refund:
    """What was paid without a company has been given back by hand. Raises NotFound, NotAllowed."""
    refund = Refund.objects.select_related("payment__order").filter(pk=refund_id).first()
    if refund is None or not can_refund(actor, refund.payment.order):
        raise NotFound
    if refund.payment.account_id is not None or refund.payment.gift_card_id is not None:
        raise NotAllowed
    return refunds.give_by_hand(actor=actor, refund=refund, now=now)
