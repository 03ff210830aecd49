"""What goes back of what was paid, and whose the rest is, as the API tells it."""

from __future__ import annotations

from ninja import Schema

from almanac.payments.shares import Split


class BackOut(Schema):
    """What goes back by one way to pay."""

    method: str
    amount: int


class KeptOut(Schema):
    """Whose what is kept of the payment is, told to whoever may refund: the business's own, the staff member's or mentor's, the
    business's commission of that, and tax. `processor_fee_amount` is what the company that took the money does not give back;
    it is the business's cost."""

    business_amount: int
    payee_amount: int
    commission_amount: int
    tax_amount: int
    processor_fee_amount: int


def kept_out(split: Split) -> KeptOut:
    """For whoever may refund."""
    return KeptOut(
        business_amount=split.business,
        payee_amount=split.payee,
        commission_amount=split.commission,
        tax_amount=split.tax,
        processor_fee_amount=split.processor_fee,
    )
