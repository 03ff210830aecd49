"""What PayPal's objects say, in our words."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any

from almanac.payments.providers.online import (
    Decline,
    DisputeStanding,
    PaymentStanding,
    ProviderDown,
    RefundStage,
    RefundStanding,
    Stage,
)
from almanac.payments.providers.paypal_amounts import minor_units

Thing = Mapping[str, Any]
CAPTURES = {
    "COMPLETED": Stage.CAPTURED,
    "PARTIALLY_REFUNDED": Stage.CAPTURED,
    "REFUNDED": Stage.CAPTURED,
    "PENDING": Stage.PENDING,
    "DECLINED": Stage.FAILED,
    "FAILED": Stage.FAILED,
}
REFUNDS = {"COMPLETED": RefundStage.DONE, "CANCELLED": RefundStage.FAILED, "FAILED": RefundStage.FAILED}
# Words of a refused capture after which the buyer may choose another way to pay on the same page.
DECLINES = {
    "INSTRUMENT_DECLINED": Decline.DECLINED,
    "TRANSACTION_REFUSED": Decline.DECLINED,
    "COMPLIANCE_VIOLATION": Decline.DECLINED,
    "CARD_EXPIRED": Decline.EXPIRED,
    "PAYER_ACTION_REQUIRED": Decline.NOT_PROVEN,
    "PAYER_CANNOT_PAY": Decline.OTHER,
    "PAYER_ACCOUNT_RESTRICTED": Decline.OTHER,
    "PAYER_ACCOUNT_LOCKED_OR_CLOSED": Decline.OTHER,
    "REDIRECT_PAYER_FOR_ALTERNATE_FUNDING": Decline.OTHER,
    "MAX_NUMBER_OF_PAYMENT_ATTEMPTS_EXCEEDED": Decline.OTHER,
}
DISPUTES = {
    "OPEN": "needs_response",
    "WAITING_FOR_SELLER_RESPONSE": "needs_response",
    "WAITING_FOR_BUYER_RESPONSE": "under_review",
    "UNDER_REVIEW": "under_review",
}
LOST = frozenset({"RESOLVED_BUYER_FAVOUR", "ACCEPTED"})
FEES = frozenset({"CHARGEBACK_FEE", "DISPUTE_FEE", "DISPUTE_SETTLEMENT_FEE"})


def order_standing(order: Thing, decline: Decline | None = None, reason: str = "") -> PaymentStanding:
    """An order with its capture; `decline` is of a capture that was just refused, for this `reason`. Raises ProviderDown for
    what is no order."""
    try:
        unit = order["purchase_units"][0]
        captures = (unit.get("payments") or {}).get("captures") or []
        if captures:
            return _captured(order, unit, captures[-1])
        is_over = order["status"] == "VOIDED" or order["intent"] != "CAPTURE"
        return PaymentStanding(
            reference=order["id"],
            payment_id=unit.get("custom_id") or "",
            stage=Stage.CLOSED if is_over else Stage.OPEN,
            amount=minor_units(unit["amount"]),
            currency=unit["amount"]["currency_code"],
            decline=None if is_over else decline,
            reason="" if is_over or decline is None else reason,
        )
    except (KeyError, TypeError, IndexError, AttributeError, ValueError):
        raise ProviderDown("not_documented") from None


def _captured(order: Thing, unit: Thing, capture: Thing) -> PaymentStanding:
    stage = CAPTURES.get(capture["status"], Stage.PENDING)
    is_here = stage is Stage.CAPTURED
    fee = (capture.get("seller_receivable_breakdown") or {}).get("paypal_fee")
    return PaymentStanding(
        reference=order["id"],
        payment_id=unit.get("custom_id") or capture.get("custom_id") or "",
        stage=stage,
        amount=minor_units(capture["amount"]),
        currency=capture["amount"]["currency_code"],
        charge=capture["id"] if is_here else "",
        captured_at=moment(capture["create_time"]) if is_here else None,
        fee_amount=minor_units(fee) if is_here and fee else None,
        decline=Decline.DECLINED if stage is Stage.FAILED else None,
        paid_with="PayPal",
        reason=(capture.get("status_details") or {}).get("reason", "") if stage is Stage.FAILED else "",
        attempt=capture["id"] if stage is Stage.FAILED else "",
    )


def order_of(capture: Thing) -> str:
    """The order that a capture is of; "" where it does not say."""
    related = (capture.get("supplementary_data") or {}).get("related_ids") or {}
    return str(related.get("order_id") or _up(capture, "/checkout/orders/"))


def refund_standing(refund: Thing) -> RefundStanding:
    """Raises ProviderDown for what is no refund."""
    try:
        return RefundStanding(
            reference=refund["id"],
            refund_id=refund.get("custom_id") or "",
            charge=_up(refund, "/payments/captures/"),
            stage=REFUNDS.get(refund["status"], RefundStage.PENDING),
            amount=minor_units(refund["amount"]),
            happened_at=moment(refund["create_time"]) if refund.get("create_time") else None,
            failure=(refund.get("status_details") or {}).get("reason") or _failure(refund["status"]),
        )
    except (KeyError, TypeError, AttributeError, ValueError):
        raise ProviderDown("not_documented") from None


def _failure(status: str) -> str:
    return status if REFUNDS.get(status) is RefundStage.FAILED else ""


def dispute_standing(dispute: Thing) -> DisputeStanding:
    """Raises ProviderDown for what is no dispute."""
    try:
        due = dispute.get("seller_response_due_date")
        return DisputeStanding(
            reference=dispute["dispute_id"],
            charge=dispute["disputed_transactions"][0]["seller_transaction_id"],
            stage=_dispute_stage(dispute),
            reason=dispute["reason"],
            amount=minor_units(dispute["dispute_amount"]),
            currency=dispute["dispute_amount"]["currency_code"],
            fee_amount=_dispute_fee(dispute),
            respond_by=moment(due) if due else None,
            opened_at=moment(dispute["create_time"]),
        )
    except (KeyError, TypeError, IndexError, AttributeError, ValueError):
        raise ProviderDown("not_documented") from None


def _dispute_stage(dispute: Thing) -> str:
    if dispute["status"] != "RESOLVED":
        return DISPUTES.get(dispute["status"], "under_review")
    return "lost" if dispute["dispute_outcome"]["outcome_code"] in LOST else "won"


def _dispute_fee(dispute: Thing) -> int:
    taken = 0
    for movement in dispute.get("money_movements") or []:
        if movement.get("affected_party") == "SELLER" and movement.get("reason") in FEES:
            taken += minor_units(movement["amount"]) * (1 if movement.get("type") == "DEBIT" else -1)
    return max(taken, 0)


def moment(text: str) -> datetime:
    """Raises ValueError."""
    return datetime.fromisoformat(text).astimezone(UTC)


def _up(thing: Thing, part: str) -> str:
    """The id at the end of the link upwards."""
    for link in thing.get("links") or []:
        if link.get("rel") == "up" and part in str(link.get("href", "")):
            return str(link["href"]).rpartition("/")[2]
    return ""
