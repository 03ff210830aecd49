"""The ledger's keys of what happens to a payment and a line: by them an entry is written once, and found again."""

from __future__ import annotations

from almanac.payments.models import Dispute, Payment, Refund
from almanac.sales.models import Order, OrderLine


def company_of(payment: Payment) -> str:
    """By what the money goes: the company, or our own way where there is none."""
    return payment.account.provider if payment.account else payment.method


def capture_key(payment: Payment) -> str:
    """The entry by which a captured payment came in: a company's charge, or our own payment."""
    return f"{company_of(payment)}:charge:{payment.charge}" if payment.account else f"payment:{payment.pk}"


def fee_key(payment: Payment) -> str:
    """What the company kept of it."""
    return f"{company_of(payment)}:fee:{payment.charge}"


def refund_key(refund: Refund) -> str:
    """Money of it that went back; the ledger's own opposite of the entry has ":failed" behind it."""
    return f"refund:{refund.pk}"


def failed_refund_key(refund: Refund) -> str:
    """The opposite of it: the money did not arrive."""
    return f"{refund_key(refund)}:failed"


def dispute_key(kind: str, dispute: Dispute) -> str:
    """What a bank took or gave back, or its fee, at one revision of the dispute."""
    return f"{company_of(dispute.payment)}:{kind}:{dispute.reference}:{dispute.revision}"


def hand_over_key(line: OrderLine, order: Order) -> str:
    """What was earned by a line goes to somebody else, at one revision of its locked order."""
    return f"line:{line.pk}:hand_over:{order.revision}"


def is_of(key: str, payment: Payment) -> bool:
    """Whether an entry with this key is of this payment, whose refunds and disputes are at hand."""
    own = {capture_key(payment)}
    if payment.charge:
        own.add(fee_key(payment))
    for refund in payment.refunds.all():
        own |= {refund_key(refund), failed_refund_key(refund)}
    if key in own:
        return True
    kind, _, reference = key.removeprefix(f"{company_of(payment)}:").partition(":")
    disputed = {each.reference for each in payment.disputes.all()}
    return kind.startswith("dispute") and reference.rpartition(":")[0] in disputed
