"""A kept card or debit that is charged by hand, with its customer's yes (docs/algorithms/payments.md).

It is a charge like those that come by themselves, planned for now and tried once.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Literal
from uuid import UUID

from django.db import transaction

from almanac.kit.actor import Actor
from almanac.kit.errors import NotAllowed
from almanac.outbox.actions import emit
from almanac.outbox.idempotency import Once
from almanac.payments.actions.charges import run
from almanac.payments.asking_events import CardCharged
from almanac.payments.asking_tables import CardYes
from almanac.payments.errors import ChargeChanged, ChargeUnderWay, NoCardKept, NothingDue, OrderWaits
from almanac.payments.models import COMING, ChargedLine, ChargeState, DueCharge
from almanac.payments.permissions import can_take, takes_for
from almanac.payments.queries import chargeable, due_now, try_under_way, unpromised
from almanac.sales import actions as sales
from almanac.sales.models import Order, OrderState

What = Literal["due", "all"]
WHATS: tuple[What, What] = ("due", "all")


@dataclass(frozen=True, slots=True)
class Shown:
    """What somebody read aloud and the customer said yes to: minor units of the order's currency, and the card's label."""

    amount: int
    card: str


def charge_by_hand(*, actor: Actor, order: Order, what: What, shown: Shown, now: datetime, key: str = "") -> DueCharge:
    """Charge what the customer keeps for what is `due` now, or for `all` that is owed, of the lines whose money the actor may
    take; the customer has said yes. `key` makes what is sent twice one charge.

    Emits CardCharged. Raises NotAllowed, OrderWaits, ChargeUnderWay, NothingDue, NoCardKept, ChargeChanged,
    IdempotencyMismatch, IdempotencyInProgress.
    """
    if not can_take(actor, order):
        raise NotAllowed
    once = Once(f"card:{actor.user_id}:{order.pk}", key, now)
    with transaction.atomic():
        locked = sales.lock_order(order.pk)
        if done := once.before(what, shown):
            charge_id = UUID(done[0])
        else:
            charge_id = _agreed(actor, locked, what, shown, now=now).pk
            once.done([charge_id])
    return run(charge_id=charge_id, now=now)


def owed_by_hand(actor: Actor, order: Order, what: What, now: datetime) -> dict[UUID, int]:
    """What a charge by hand would be of: minor units by line, of what the actor takes money for and no bank has promised."""
    owed, theirs = unpromised(order), takes_for(actor, order)
    wanted = due_now(order, now) if what == "due" else owed
    return {pk: part for pk, part in owed.items() if pk in wanted and (theirs is None or pk in theirs)}


def _agreed(actor: Actor, order: Order, what: What, shown: Shown, *, now: datetime) -> DueCharge:
    """The charge, written down before any company hears of it, with the yes that it goes by."""
    if order.state == OrderState.PLACED:
        raise OrderWaits
    begun = DueCharge.objects.filter(order=order, state__in=COMING, lines__by_hand=True, lines__is_live=True)
    if try_under_way(order.pk) is not None or begun.exists():
        raise ChargeUnderWay
    owed = owed_by_hand(actor, order, what, now)
    if not owed:
        raise NothingDue
    kept = chargeable(order.customer_id)
    if kept is None:
        raise NoCardKept
    amount = sum(owed.values())
    if shown != Shown(amount, kept.label):
        raise ChargeChanged(amount=amount, currency=order.currency, card=kept.label)
    charge = _planned(order, owed, now=now)
    CardYes.objects.create(charge=charge, amount=amount, kept=kept, asked_by_id=actor.user_id, created_at=now)
    fact = CardCharged(charge.pk, order.pk, order.business_id, amount, order.currency)
    emit(fact, actor=actor, at=now)
    return charge


def _planned(order: Order, owed: Mapping[UUID, int], *, now: datetime) -> DueCharge:
    charge = DueCharge.objects.create(order=order, due_at=now, next_try_at=now, state=ChargeState.WAITING)
    ChargedLine.objects.bulk_create(ChargedLine(due_charge=charge, line_id=pk, by_hand=True) for pk in sorted(owed))
    return charge
