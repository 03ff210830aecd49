"""What GoCardless's resources say, in our words."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import UTC, datetime
from functools import wraps
from typing import Any, ParamSpec, TypeVar

from almanac.kit.money import round_half_even
from almanac.payments.providers.online import (
    Decline,
    DisputeStanding,
    PaymentStanding,
    PayoutStanding,
    ProviderDown,
    RefundStage,
    RefundStanding,
    Stage,
)

Thing = dict[str, Any]
P = ParamSpec("P")
R = TypeVar("R")
PAYMENTS = {
    "confirmed": Stage.CAPTURED,
    "paid_out": Stage.CAPTURED,
    "charged_back": Stage.CAPTURED,  # it was; what the bank took back since is a dispute
    "failed": Stage.FAILED,
    "cancelled": Stage.FAILED,
    "customer_approval_denied": Stage.FAILED,
}
REFUNDS = {
    "paid": RefundStage.DONE,
    "bounced": RefundStage.FAILED,
    "funds_returned": RefundStage.FAILED,
    "cancelled": RefundStage.FAILED,
}
FEES = ("gocardless_fee", "surcharge_fee")
DECLINES = {"insufficient_funds": Decline.INSUFFICIENT}


def documented(read: Callable[P, R]) -> Callable[P, R]:
    """Raises ProviderDown for what is not as documented."""

    @wraps(read)
    def reading(*args: P.args, **kwargs: P.kwargs) -> R:
        try:
            return read(*args, **kwargs)
        except (KeyError, TypeError, IndexError, AttributeError, ValueError):
            raise ProviderDown("not_documented") from None

    return reading


@documented
def request_standing(request: Thing, stage: Stage) -> PaymentStanding:
    """A billing request of which no payment has come."""
    metadata = request.get("metadata") or {}
    return PaymentStanding(
        reference=request["id"],
        payment_id=metadata.get("payment_id", ""),
        stage=stage,
        amount=int(metadata.get("amount", "0")),
        currency=(request.get("mandate_request") or {}).get("currency", ""),
    )


@documented
def payment_standing(payment: Thing, events: Sequence[Thing], customer: str, fee: int | None) -> PaymentStanding:
    """A debit with what has happened to it."""
    metadata = payment.get("metadata") or {}
    stage = Stage.CAPTURED if was_confirmed(events) else PAYMENTS.get(payment["status"], Stage.PENDING)
    is_here = stage is Stage.CAPTURED
    cause = _details(events, ("failed",)).get("cause", "") if stage is Stage.FAILED else ""
    return PaymentStanding(
        reference=metadata.get("billing_request") or payment["id"],
        payment_id=metadata.get("payment_id", ""),
        stage=stage,
        amount=int(payment["amount"]),
        currency=payment["currency"],
        charge=payment["id"] if is_here else "",
        captured_at=_when(events, ("confirmed",)) if is_here else None,
        fee_amount=fee if is_here else None,
        decline=DECLINES.get(cause, Decline.OTHER) if stage is Stage.FAILED else None,
        paid_with="Direct Debit",
        customer_reference=customer,
        method_reference=payment["links"].get("mandate", ""),
        reason=cause,
        attempt=payment["id"] if stage is Stage.FAILED else "",
    )


@documented
def fee_of(payment_id: str, items: Iterable[Thing]) -> int:
    """What GoCardless kept of a payment, from the items of its payout: tenths of minor units, as text."""
    tenths = 0
    for item in items:
        if item["type"] in FEES and (item.get("links") or {}).get("payment") == payment_id:
            whole, _, rest = str(item["amount"]).partition(".")
            tenths -= int(whole + (rest or "0")[:1])
    return round_half_even(tenths, 10)


@documented
def refund_standing(refund: Thing) -> RefundStanding:
    stage = REFUNDS.get(refund["status"], RefundStage.PENDING)
    return RefundStanding(
        reference=refund["id"],
        refund_id=(refund.get("metadata") or {}).get("refund_id", ""),
        charge=refund["links"]["payment"],
        stage=stage,
        amount=int(refund["amount"]),
        happened_at=moment(refund["created_at"]),
        failure=refund["status"] if stage is RefundStage.FAILED else "",
    )


@documented
def payout_standing(payout: Thing) -> PayoutStanding:
    """What is paid out is less its fees already. One that our bank sends back comes again by itself."""
    return PayoutStanding(
        reference=payout["id"],
        amount=int(payout["amount"]),
        currency=payout["currency"],
        has_failed=payout["status"] == "bounced",
        happened_at=moment(payout["created_at"]),
    )


@documented
def dispute_standing(payment: Thing, events: Sequence[Thing]) -> DisputeStanding | None:
    """What a bank took back of a debit that had come; None where it took nothing. It cannot be argued with: what happens to
    it is settled, or called off by the bank."""
    taken = ("charged_back", "failed")
    stage = _dispute_stage(payment["status"], events)
    if stage is None:
        return None
    return DisputeStanding(
        reference=payment["id"],
        charge=payment["id"],
        stage=stage,
        reason=_details(events, taken).get("cause", ""),
        amount=int(payment["amount"]),
        currency=payment["currency"],
        fee_amount=0,
        respond_by=None,
        opened_at=_when(events, taken) or moment(payment["created_at"]),
    )


def _dispute_stage(status: str, events: Sequence[Thing]) -> str | None:
    happened = [event["action"] for event in events]
    if status == "charged_back":
        since = happened[: happened.index("charged_back")] if "charged_back" in happened else []
        return "lost" if "chargeback_settled" in since else "under_review"
    if status == "failed":
        return "lost" if was_confirmed(events) else None
    return "won" if "chargeback_cancelled" in happened else None


def was_confirmed(events: Sequence[Thing]) -> bool:
    """Whether the money came at this try (a failed debit may be tried again). The newest event is the first."""
    for event in events:
        if event["action"] in ("confirmed", "resubmission_requested"):
            return bool(event["action"] == "confirmed")
    return False


def _details(events: Sequence[Thing], actions: Sequence[str]) -> Thing:
    return next((event.get("details") or {} for event in events if event["action"] in actions), {})


def _when(events: Sequence[Thing], actions: Sequence[str]) -> datetime | None:
    return next((moment(event["created_at"]) for event in events if event["action"] in actions), None)


def moment(text: str) -> datetime:
    """Raises ValueError."""
    return datetime.fromisoformat(text).astimezone(UTC)
