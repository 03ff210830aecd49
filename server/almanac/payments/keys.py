"""The ledger's keys of what happens to a payment and a line: by them an entry is written once, and found again."""

from __future__ import annotations

from almanac.payments.models import Dispute, Payment, ProviderAccount, Refund
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
    """Money of it that went back; that it came back in the end has ":failed" behind it."""
    return f"refund:{refund.pk}"


def failed_refund_key(refund: Refund) -> str:
    """The money did not arrive, and is with us again."""
    return f"{refund_key(refund)}:failed"


def refund_exchange_key(refund: Refund, currency: str) -> str:
    """It left the balance in another currency: the half of that in this one. Without a currency, what both begin with."""
    return f"refund_exchange:{refund.pk}:{currency}"


def beyond_key(payment: Payment, reference: str) -> str:
    """What a company sent back beyond what was left of it; the opposite of the entry has ":failed" behind it. Without a
    reference, what all of them begin with."""
    return f"{company_of(payment)}:refund_beyond:{payment.charge}:{reference}"


def payout_key(account: ProviderAccount, reference: str) -> str:
    """What a company sent to our bank; the opposite of the entry has ":failed" behind it."""
    return f"{account.provider}:payout:{reference}"


def exchange_key(payment: Payment, currency: str) -> str:
    """What came onto the company's balance in another currency: the half of it in this one."""
    return f"{company_of(payment)}:exchange:{payment.charge}:{currency}"


def dispute_key(kind: str, dispute: Dispute) -> str:
    """What a bank took or gave back, or its fee, at one revision of the dispute."""
    return f"{company_of(dispute.payment)}:{kind}:{dispute.reference}:{dispute.revision}"


def dispute_exchange_key(dispute: Dispute, currency: str) -> str:
    """It moved the balance in another currency: what the keys of the half of that in this one begin with."""
    return f"{company_of(dispute.payment)}:dispute_exchange_{currency}:{dispute.reference}:"


def hand_over_key(line: OrderLine, order: Order) -> str:
    """What was earned by a line goes to somebody else, at one revision of its locked order."""
    return f"line:{line.pk}:hand_over:{order.revision}"


def is_of(key: str, payment: Payment) -> bool:
    """Whether an entry with this key is of this payment, whose refunds and disputes are at hand."""
    own = {capture_key(payment)}
    if payment.charge:
        own |= {fee_key(payment), exchange_key(payment, payment.currency), exchange_key(payment, payment.fee_currency)}
    for refund in payment.refunds.all():
        own |= {refund_key(refund), failed_refund_key(refund)}
        if key.startswith(refund_exchange_key(refund, "")):
            return True
    if key in own or (payment.charge and key.startswith(beyond_key(payment, ""))):
        return True
    kind, _, reference = key.removeprefix(f"{company_of(payment)}:").partition(":")
    disputed = {each.reference for each in payment.disputes.all()}
    return kind.startswith("dispute") and reference.rpartition(":")[0] in disputed
