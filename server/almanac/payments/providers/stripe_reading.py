"""What Stripe's objects say, in our words."""

from __future__ import annotations

from typing import Any

from almanac.kit import clock
from almanac.payments.providers.online import (
    Decline,
    DisputeStanding,
    Mismatch,
    PaymentStanding,
    PayoutStanding,
    RefundStage,
    RefundStanding,
    Settled,
    SetupStanding,
    Stage,
    WarningStanding,
)

DECLINES = {
    "insufficient_funds": Decline.INSUFFICIENT,
    "expired_card": Decline.EXPIRED,
    "authentication_required": Decline.NOT_PROVEN,
    "payment_intent_authentication_failure": Decline.NOT_PROVEN,
    "processing_error": Decline.OTHER,
    "incorrect_cvc": Decline.OTHER,
    "invalid_cvc": Decline.OTHER,
    "incorrect_number": Decline.OTHER,
    "invalid_number": Decline.OTHER,
    "": Decline.OTHER,
}
DISPUTES = {
    "needs_response": "needs_response",
    "warning_needs_response": "needs_response",
    "under_review": "under_review",
    "warning_under_review": "under_review",
    "won": "won",
    "warning_closed": "won",
    "prevented": "won",
    "lost": "lost",
}


def decline_of(code: str) -> Decline:
    """Stripe's decline code in our few words. Most of its many codes are a bank's no that gives no reason to tell."""
    return DECLINES.get(code, Decline.DECLINED)


def is_inquiry(status: str) -> bool:
    """Whether a bank only asks about a payment, and has taken nothing."""
    return status.startswith("warning_")


def session_standing(session: Any) -> PaymentStanding:
    """A Checkout Session with its payment intent and charge. Whose it is, the metadata say, which we alone write: the reference
    may be given in the address of any link to pay."""
    payment_id = _named(session, "payment_id") or session.client_reference_id or ""
    intent = session.payment_intent
    if intent is not None and not isinstance(intent, str):
        found = intent_standing(intent, reference=session.id, payment_id=payment_id)
        if found.stage is Stage.CAPTURED or session.status != "expired":
            still_open = found.stage is Stage.FAILED and session.status == "open"
            return _as_open(found) if still_open else found
    stage = Stage.CLOSED if session.status == "expired" else Stage.OPEN
    return PaymentStanding(session.id, payment_id, stage, session.amount_total or 0, session.currency.upper())


def intent_standing(intent: Any, *, reference: str = "", payment_id: str = "") -> PaymentStanding:
    """A payment intent with its latest charge."""
    charge, error = intent.latest_charge, intent.last_payment_error
    has_charge = charge is not None and not isinstance(charge, str)
    code = _code(error)
    return PaymentStanding(
        reference=reference or intent.id,
        payment_id=payment_id or _named(intent, "payment_id"),
        stage=_stage(intent.status, has_error=error is not None),
        amount=intent.amount_received if intent.status == "succeeded" else intent.amount,
        currency=intent.currency.upper(),
        charge=charge.id if has_charge and intent.status == "succeeded" else "",
        captured_at=clock.instant(charge.created) if has_charge and intent.status == "succeeded" else None,
        fee_amount=_fee(charge) if has_charge and intent.status == "succeeded" else None,
        settled=_settled(charge) if has_charge and intent.status == "succeeded" else None,
        decline=decline_of(code) if code else None,
        paid_with=_paid_with(charge) if has_charge else "",
        customer_reference=intent.customer if isinstance(intent.customer, str) else "",
        method_reference=_kept(intent),
        risk=_risk(charge) if has_charge else "",
        fingerprint=_fingerprint(charge) if has_charge else "",
        reason=code,
        attempt=str(getattr(error, "charge", None) or ""),
        mismatches=_mismatches(charge) if has_charge else (),
    )


def setup_standing(session: Any) -> SetupStanding:
    """A session in setup mode with its intent and the card that was left on it."""
    intent = session.setup_intent
    method = None if intent is None or isinstance(intent, str) else intent.payment_method
    if method is None or isinstance(method, str) or intent.status != "succeeded":
        return SetupStanding(Stage.CLOSED if session.status == "expired" else Stage.OPEN)
    card = getattr(method, "card", None)
    label = f"{str(card.brand).title()} {card.last4}" if card is not None else str(method.type).title()
    return SetupStanding(Stage.CAPTURED, label, str(session.customer or ""), str(method.id))


def refund_standing(refund: Any) -> RefundStanding:
    stage = {"succeeded": RefundStage.DONE, "failed": RefundStage.FAILED, "canceled": RefundStage.FAILED}
    return RefundStanding(
        reference=refund.id,
        refund_id=_named(refund, "refund_id"),
        charge=str(refund.charge or ""),
        stage=stage.get(refund.status, RefundStage.PENDING),
        amount=refund.amount,
        happened_at=clock.instant(refund.created),
        failure=getattr(refund, "failure_reason", None) or "",
        settled=_settled(refund),
    )


def dispute_standing(dispute: Any) -> DisputeStanding:
    """What was taken is nothing while the bank only inquires. The fee is that of the taking."""
    due_by = dispute.evidence_details.due_by
    moved = list(dispute.balance_transactions)
    taken = [txn for txn in moved if txn.amount < 0]
    abroad = [txn for txn in moved if txn.currency != dispute.currency]
    return DisputeStanding(
        reference=dispute.id,
        charge=str(dispute.charge),
        stage=DISPUTES.get(dispute.status, "under_review"),
        reason=dispute.reason,
        amount=0 if is_inquiry(dispute.status) else dispute.amount,
        currency=dispute.currency.upper(),
        fee_amount=sum(txn.fee for txn in taken),
        respond_by=clock.instant(due_by) if due_by else None,
        opened_at=clock.instant(dispute.created),
        is_inquiry=is_inquiry(dispute.status),
        at_stake=dispute.amount,
        settled=Settled(sum(txn.amount for txn in abroad), abroad[0].currency.upper()) if abroad else None,
    )


def payout_standing(payout: Any) -> PayoutStanding:
    """It leaves the balance when it is made, days before it is in the bank; one that fails comes back."""
    return PayoutStanding(
        reference=payout.id,
        amount=payout.amount,
        currency=payout.currency.upper(),
        has_failed=payout.status in ("failed", "canceled"),
        happened_at=clock.instant(payout.created),
    )


def warning_standing(warning: Any) -> WarningStanding:
    """What a card's bank reported as fraud."""
    charge = warning.charge if isinstance(warning.charge, str) else warning.charge.id
    return WarningStanding(warning.id, charge, str(warning.fraud_type), clock.instant(warning.created))


def _stage(status: str, *, has_error: bool) -> Stage:
    if status == "succeeded":
        return Stage.CAPTURED
    if status == "processing":
        return Stage.PENDING
    if status == "canceled":
        return Stage.CLOSED
    return Stage.FAILED if has_error else Stage.OPEN


def _as_open(found: PaymentStanding) -> PaymentStanding:
    """A page on which a card was declined still takes another one."""
    return PaymentStanding(
        found.reference,
        found.payment_id,
        Stage.OPEN,
        found.amount,
        found.currency,
        decline=found.decline,
        reason=found.reason,
        attempt=found.attempt,
    )


def _named(thing: Any, name: str) -> str:
    metadata = getattr(thing, "metadata", None)
    return str(metadata[name]) if metadata is not None and name in metadata else ""


def _code(error: Any) -> str:
    if error is None:
        return ""
    return str(getattr(error, "decline_code", None) or getattr(error, "code", None) or "")


def _kept(intent: Any) -> str:
    is_kept = bool(intent.setup_future_usage) and isinstance(intent.payment_method, str)
    return str(intent.payment_method) if is_kept else ""


def _fee(charge: Any) -> int | None:
    """None where it is not known yet."""
    txn = charge.balance_transaction
    return None if txn is None or isinstance(txn, str) else int(txn.fee)


def _settled(thing: Any) -> Settled | None:
    """By its movement on the balance, where that was in another currency."""
    txn = thing.balance_transaction
    is_told = txn is not None and not isinstance(txn, str)
    return Settled(abs(txn.amount), txn.currency.upper()) if is_told and txn.currency != thing.currency else None


def _paid_with(charge: Any) -> str:
    """ "Visa 4242", or the name of another way, such as "Link"."""
    details = charge.payment_method_details
    if details is None:
        return ""
    card = getattr(details, "card", None)
    if card is None:
        return str(details.type).replace("_", " ").title()
    return f"{str(card.brand).title()} {card.last4}"


def _risk(charge: Any) -> str:
    outcome = getattr(charge, "outcome", None)
    return str(getattr(outcome, "risk_level", None) or "")


def _fingerprint(charge: Any) -> str:
    card = getattr(charge.payment_method_details, "card", None)
    return str(getattr(card, "fingerprint", None) or "")


def _mismatches(charge: Any) -> tuple[Mismatch, ...]:
    """What the bank checked and found wrong; what it did not check says nothing."""
    checks = getattr(getattr(charge.payment_method_details, "card", None), "checks", None)
    asked = ((Mismatch.POSTCODE, "address_postal_code_check"), (Mismatch.CVC, "cvc_check"))
    return tuple(name for name, check in asked if getattr(checks, check, None) == "fail")
