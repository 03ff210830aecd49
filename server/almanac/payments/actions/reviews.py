"""Paid orders that somebody looks at first: held with reasons, approved, or refused with all money back
(docs/algorithms/payments.md, reviews)."""

from __future__ import annotations

import hashlib
import hmac
from collections.abc import Iterator
from datetime import datetime, timedelta
from uuid import UUID

from django.conf import settings
from django.db import transaction
from django.db.models import Min, Q, QuerySet
from django.db.models.functions import Lower

from almanac.business import queries as business
from almanac.business.policies import HoldFrom, ReviewPolicy
from almanac.kit.actor import SYSTEM, Actor
from almanac.kit.errors import NotAllowed, NotFound
from almanac.outbox.actions import emit
from almanac.payments.actions import steps
from almanac.payments.errors import ReviewOver
from almanac.payments.events import OrderHeld, ReviewApproved, ReviewRefused
from almanac.payments.models import Payment, PaymentState, Review
from almanac.payments.permissions import can_see_accounts
from almanac.payments.step_tables import PaymentStep, StepKind
from almanac.people.models import Customer
from almanac.sales import actions as sales
from almanac.sales.models import Order, OrderState
from almanac.scheduling.models import Appointment

RISKS: dict[HoldFrom, tuple[str, ...]] = {
    HoldFrom.NEVER: (),
    HoldFrom.HIGHEST: ("highest",),
    HoldFrom.ELEVATED: ("elevated", "highest"),
}
State = Review.State


def digest(kind: str, value: str) -> str:
    """What is kept of an internet address or a card, to know it again: of no use without our key. "" of nothing."""
    if not value:
        return ""
    return hmac.new(settings.SECRET_KEY.encode(), f"{kind}:{value}".encode(), hashlib.sha256).hexdigest()


def hold_if_odd(order: Order, payment: Payment, *, now: datetime) -> bool:
    """Hold a locked order that was just paid, or promised by a debit, where something speaks against it; whether it is. It is
    looked at once, and before its first visit begins. Emits OrderHeld."""
    before = Review.objects.filter(order=order).order_by("created_at").last()
    if before is not None:
        return before.state != State.APPROVED
    policy = business.policy(order.business_id, ReviewPolicy)
    reasons = list(_reasons(policy, order, payment, now))
    if not reasons:
        return False
    row = Review.objects.create(order=order, payment=payment, reasons=reasons, decide_by=_decide_by(order, policy, now))
    steps.write(payment, StepKind.HELD, at=now, reason=" ".join(reasons), about=row.pk)
    fact = OrderHeld(
        review_id=row.pk,
        order_id=order.pk,
        business_id=order.business_id,
        amount=payment.amount,
        currency=payment.currency,
        reasons=" ".join(reasons),
    )
    emit(fact, actor=SYSTEM, at=now)
    return True


def _decide_by(order: Order, policy: ReviewPolicy, now: datetime) -> datetime:
    """After the hours of the setting, and when its first visit begins at the latest: nobody comes unlooked at, and nobody waits
    for somebody who was not sent."""
    stands = ~Q(appointment__state=Appointment.State.CANCELLED)
    first = order.lines.filter(stands).aggregate(first=Min("appointment__starts_at"))["first"]
    latest = now + timedelta(hours=policy.review_hours)
    return max(now, min(latest, first)) if first else latest


def approve(*, actor: Actor, review_id: UUID, now: datetime) -> Review:
    """The order stands. Emits ReviewApproved. Raises NotAllowed, NotFound, ReviewOver."""
    with transaction.atomic():
        row, order = _open(actor, review_id)
        _decide(row, State.APPROVED, actor, now=now)
        emit(ReviewApproved(row.pk, order.pk, order.business_id), actor=actor, at=now)
        sales.confirm(actor=actor, order=order, now=now)
    return row


def refuse(*, actor: Actor, review_id: UUID, now: datetime) -> Review:
    """The order ends and all that was paid goes back at once, by what follows the event. Emits ReviewRefused. Raises NotAllowed,
    NotFound, ReviewOver."""
    with transaction.atomic():
        row, order = _open(actor, review_id)
        _decide(row, State.REFUSED, actor, now=now)
        emit(ReviewRefused(row.pk, order.pk, order.business_id), actor=actor, at=now)
    return row


def refuse_overdue(*, now: datetime) -> int:
    """Nobody looked in time: the customer must not wait for ever. How many."""
    late = Review.objects.filter(state=State.OPEN, decide_by__lte=now, order__state=OrderState.PLACED)
    late = late.order_by("decide_by", "pk")
    found = list(late.values_list("pk", flat=True)[:50])
    for review_id in found:
        refuse(actor=SYSTEM, review_id=review_id, now=now)
    return len(found)


def _reasons(policy: ReviewPolicy, order: Order, payment: Payment, now: datetime) -> Iterator[str]:
    if payment.risk in RISKS[policy.hold_from]:
        yield f"risk_{payment.risk}"
    if policy.hold_on_mismatch:
        yield from (f"{name}_wrong" for name in payment.mismatches.split())
    since = now - timedelta(hours=policy.review_window_hours)
    tries = Payment.objects.filter(created_at__gt=since, gift_card=None).exclude(state=PaymentState.DUE)
    card = Q(card_digest=payment.card_digest) if payment.card_digest else None
    address = Q(address_digest=payment.address_digest) if payment.address_digest else None
    mailbox = Q(order__customer__in=_of_mailbox(order.customer.email)) if order.customer.email else None
    for name, same, most in (
        ("card", card, policy.most_by_card),
        ("email", mailbox, policy.most_by_email),
        ("address", address, policy.most_by_address),
    ):
        if same is not None and _is_often(tries.filter(same), most, since):
            yield f"many_by_{name}"


def _is_often(payments: QuerySet[Payment], most: int, since: datetime) -> bool:
    """Whether it was tried more often than `most`: each payment that was begun counts, and each card declined on its page."""
    begun = payments[: most + 1].count()
    if begun > most:
        return True
    declined = PaymentStep.objects.filter(payment__in=payments.values("pk"), kind=StepKind.DECLINED)
    return begun + declined.filter(happened_at__gt=since)[: most + 1].count() > most


def _of_mailbox(email: str) -> QuerySet[Customer]:
    """Customers with this e-mail, however it is written: by the index of lower ones, as each payment asks."""
    return Customer.objects.alias(mailbox=Lower("email")).filter(mailbox=email.lower())


def _open(actor: Actor, review_id: UUID) -> tuple[Review, Order]:
    """Locked, the order first. Raises NotAllowed, NotFound, ReviewOver."""
    if not can_see_accounts(actor):
        raise NotAllowed
    order_id = Review.objects.filter(pk=review_id).values_list("order_id", flat=True).first()
    if order_id is None:
        raise NotFound
    order = sales.lock_order(order_id)
    row = Review.objects.select_for_update(of=("self",)).get(pk=review_id)
    if row.state != State.OPEN or order.state != OrderState.PLACED:  # or its customer called it off meanwhile
        raise ReviewOver
    return row, order


def _decide(row: Review, state: Review.State, actor: Actor, *, now: datetime) -> None:
    row.state, row.decided_at, row.decided_by_id = state, now, actor.user_id
    row.revision += 1
    row.save()
    kind = StepKind.APPROVED if state == State.APPROVED else StepKind.REFUSED
    steps.write(row.payment, kind, at=now, actor=actor, about=row.pk)
