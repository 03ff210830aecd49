"""What Mollie's objects say, in our words."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from typing import Any

from almanac.payments.providers.mollie_amounts import minor_units
from almanac.payments.providers.online import (
    Decline,
    DisputeStanding,
    PaymentStanding,
    ProviderDown,
    RefundStage,
    RefundStanding,
    SetupStanding,
    Stage,
)

Thing = Mapping[str, Any]
CLOSED = "closed"  # in a payment's metadata: we take no money by it any more
LOST_AFTER = timedelta(
    days=120
)  # what banks give for a chargeback; Mollie tells of one that came back, never of one lost
STAGES = {
    "open": Stage.OPEN,
    "pending": Stage.OPEN,  # the card's bank asks its owner
    "authorized": Stage.PENDING,  # promised; we are about to take it
    "paid": Stage.CAPTURED,
    "failed": Stage.FAILED,
    "canceled": Stage.CLOSED,
    "expired": Stage.CLOSED,
}
DECLINES = {
    "insufficient_funds": Decline.INSUFFICIENT,
    "card_expired": Decline.EXPIRED,
    "authentication_abandoned": Decline.NOT_PROVEN,
    "authentication_failed": Decline.NOT_PROVEN,
    "authentication_required": Decline.NOT_PROVEN,
    "authentication_unavailable_acs": Decline.NOT_PROVEN,
    "invalid_cvv": Decline.OTHER,
    "invalid_card_holder_name": Decline.OTHER,
    "invalid_card_number": Decline.OTHER,
    "invalid_card_type": Decline.OTHER,
    "unknown_reason": Decline.OTHER,
    "": Decline.OTHER,
}
REFUNDS = {"refunded": RefundStage.DONE, "failed": RefundStage.FAILED, "canceled": RefundStage.FAILED}


def payment_standing(payment: Thing) -> PaymentStanding:
    """A payment as it was fetched. Raises ProviderDown for what is none."""
    try:
        return _payment(payment)
    except (KeyError, TypeError, AttributeError, ValueError):
        raise ProviderDown("not_documented") from None


def _payment(payment: Thing) -> PaymentStanding:
    stage = stage_of(payment)
    is_here, has_failed = stage is Stage.CAPTURED, stage is Stage.FAILED
    details = payment.get("details") or {}
    reason = str(details.get("failureReason") or "") if has_failed else ""
    keeps = is_here and payment.get("sequenceType") in ("first", "recurring")
    return PaymentStanding(
        reference=payment["id"],
        payment_id=str(told(payment).get("payment_id") or ""),
        stage=stage,
        amount=minor_units((is_here and payment.get("amountCaptured")) or payment["amount"]),
        currency=payment["amount"]["currency"],
        charge=payment["id"] if is_here else "",
        captured_at=moment(payment["paidAt"]) if is_here else None,
        decline=DECLINES.get(reason, Decline.DECLINED) if has_failed else None,
        paid_with=label(details) if is_here else "",
        customer_reference=str(payment.get("customerId") or "") if is_here else "",
        method_reference=str(payment.get("mandateId") or "") if keeps else "",
        fingerprint=str(details.get("cardFingerprint") or ""),
        reason=reason,
        attempt=payment["id"] if has_failed else "",
    )


def stage_of(payment: Thing) -> Stage:
    """How far it is. A charge without the customer waits for no customer: what is under way there is the bank's to answer."""
    stage = STAGES.get(payment["status"], Stage.PENDING)
    if stage is Stage.OPEN and payment.get("sequenceType") == "recurring":
        return Stage.PENDING
    return Stage.CLOSED if stage in (Stage.OPEN, Stage.PENDING) and is_closed(payment) else stage


def is_closed(payment: Thing) -> bool:
    return bool(told(payment).get(CLOSED))


def told(thing: Thing) -> Mapping[str, Any]:
    """The metadata that we gave it."""
    found = thing.get("metadata")
    return found if isinstance(found, Mapping) else {}


def label(details: Thing) -> str:
    """ "Visa 4242"; never more of a card than that."""
    digits = "".join(sign for sign in str(details.get("cardNumber") or "") if sign.isdecimal())
    return f"{details.get('cardLabel') or 'Card'} {digits[-4:]}".strip()


def setup_standing(payment: Thing) -> SetupStanding:
    """A first payment of nothing, by which a card was left. Raises ProviderDown for what is none."""
    found = payment_standing(payment)
    if found.stage is not Stage.CAPTURED:
        return SetupStanding(Stage.CLOSED if found.stage is Stage.FAILED else found.stage)
    return SetupStanding(found.stage, found.paid_with, found.customer_reference, found.method_reference)


def refund_standing(refund: Thing) -> RefundStanding:
    """Raises ProviderDown for what is no refund."""
    try:
        stage = REFUNDS.get(refund["status"], RefundStage.PENDING)
        return RefundStanding(
            reference=f"{refund['paymentId']}/{refund['id']}",
            refund_id=str(told(refund).get("refund_id") or ""),
            charge=refund["paymentId"],
            stage=stage,
            amount=minor_units(refund["amount"]),
            happened_at=moment(refund["createdAt"]),
            failure=refund["status"] if stage is RefundStage.FAILED else "",
        )
    except (KeyError, TypeError, AttributeError, ValueError):
        raise ProviderDown("not_documented") from None


def dispute_standing(chargeback: Thing, now: datetime) -> DisputeStanding:
    """A chargeback: its money is taken. It came back where it was reversed, and does no more after what banks give for it. Raises
    ProviderDown for what is none."""
    try:
        opened_at = moment(chargeback["createdAt"])
        undecided = "lost" if now >= opened_at + LOST_AFTER else "under_review"
        reason = (chargeback.get("reason") or {}).get("code")
        return DisputeStanding(
            reference=f"{chargeback['paymentId']}/{chargeback['id']}",
            charge=chargeback["paymentId"],
            stage="won" if chargeback.get("reversedAt") else undecided,
            reason=str(reason or "chargeback"),
            amount=minor_units(chargeback["amount"]),
            currency=chargeback["amount"]["currency"],
            fee_amount=0,  # on Mollie's invoice, with its other fees
            respond_by=None,
            opened_at=opened_at,
        )
    except (KeyError, TypeError, AttributeError, ValueError):
        raise ProviderDown("not_documented") from None


def moment(text: str) -> datetime:
    """Raises ValueError."""
    return datetime.fromisoformat(text).astimezone(UTC)
