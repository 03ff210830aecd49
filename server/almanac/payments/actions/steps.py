"""Writes what happened to a payment, in the transaction in which it is written that it did."""

from __future__ import annotations

from datetime import datetime, timedelta
from uuid import UUID

from django.db.models import Max

from almanac.kit.actor import SYSTEM, Actor
from almanac.payments.models import Dispute, Payment, Refund
from almanac.payments.providers.online import PaymentStanding
from almanac.payments.step_tables import PaymentStep, StepKind

OF_REFUND = {
    Refund.State.ASKED: StepKind.REFUND_ASKED,
    Refund.State.PENDING: StepKind.REFUND_PENDING,
    Refund.State.DONE: StepKind.REFUND_DONE,
    Refund.State.FAILED: StepKind.REFUND_FAILED,
}
OF_DISPUTE = {
    Dispute.Stage.NEEDS_RESPONSE: StepKind.DISPUTE_OPENED,
    Dispute.Stage.UNDER_REVIEW: StepKind.DISPUTE_REVIEWED,
    Dispute.Stage.WON: StepKind.DISPUTE_WON,
    Dispute.Stage.LOST: StepKind.DISPUTE_LOST,
}


def write(
    payment: Payment,
    kind: StepKind,
    *,
    at: datetime,
    actor: Actor = SYSTEM,
    amount: int | None = None,
    reference: str = "",
    reason: str = "",
    about: UUID | None = None,
    user_id: UUID | None = None,
) -> None:
    """One step of a payment that is in the database. Of who did it only a person is named: the actor, or `user_id`."""
    PaymentStep.objects.create(
        payment_id=payment.pk,
        kind=kind,
        happened_at=at,
        amount=amount,
        reference=reference[:255],
        reason=reason[:60],
        about=about,
        actor_id=user_id or actor.user_id,
    )


def came_at(payment: Payment, told: datetime) -> datetime:
    """When money came, among the steps of its payment. Companies tell whole seconds: within the one they tell, it came after
    what had been written by then."""
    within = PaymentStep.objects.filter(
        payment=payment, happened_at__gt=told, happened_at__lt=told + timedelta(seconds=1)
    )
    written: datetime | None = within.aggregate(last=Max("happened_at"))["last"]
    return written or told


def opened(payment: Payment, reference: str, *, at: datetime) -> None:
    """A page stands on which it can be paid; asking for it once more is the same page."""
    if not PaymentStep.objects.filter(payment=payment, kind=StepKind.PAGE_OPENED, reference=reference).exists():
        write(payment, StepKind.PAGE_OPENED, at=at, amount=payment.amount, reference=reference)


def declined(payment: Payment, standing: PaymentStanding, *, at: datetime) -> None:
    """A try did not work. The company tells of the same try each time it is asked: it is written once, by its name of it where
    it has one, or else by the reason, as long as nothing else happened."""
    if standing.decline is None:
        return
    reason = standing.reason or str(standing.decline)
    last = PaymentStep.objects.filter(payment=payment, kind=StepKind.DECLINED).order_by("-pk").first()
    if last is None or (last.reference, last.reason) != (standing.attempt[:255], reason[:60]):
        write(payment, StepKind.DECLINED, at=at, amount=standing.amount, reference=standing.attempt, reason=reason)


def of_refund(refund: Refund, *, at: datetime, actor: Actor = SYSTEM) -> None:
    """How far a refund is."""
    write(
        refund.payment,
        OF_REFUND[Refund.State(refund.state)],
        at=at,
        actor=actor,
        amount=refund.amount,
        reference=refund.reference,
        reason=refund.failure or refund.why,
        about=refund.pk,
    )


def of_dispute(dispute: Dispute, *, at: datetime) -> None:
    """How a dispute stands."""
    kind = OF_DISPUTE[Dispute.Stage(dispute.stage)]
    write(
        dispute.payment,
        StepKind.INQUIRY if dispute.is_inquiry and kind == StepKind.DISPUTE_OPENED else kind,
        at=at,
        amount=dispute.at_stake_amount,
        reference=dispute.reference,
        reason=dispute.reason,
        about=dispute.pk,
    )
