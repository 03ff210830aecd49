"""What a basket comes to, as the API tells it. Amounts are minor units."""

from __future__ import annotations

from ninja import Schema

from almanac.booking.queries.pricing import NamedCoupon


class NamedCouponOut(Schema):
    """The coupon that was named: what it takes off, or why it does not: a `reason` of engine.price_discounts.Unfit, or
    `unknown` where there is none of this code any more. `missing_amount` is what is missing to its minimum."""

    code: str
    currency: str
    amount: int
    reason: str = ""
    missing_amount: int = 0

    @classmethod
    def of(cls, named: NamedCoupon) -> NamedCouponOut:
        refused = named.refused
        return cls(
            code=named.code,
            currency=named.currency,
            amount=named.amount,
            reason=(refused.reason if refused else "") if named.is_known else "unknown",
            missing_amount=refused.missing_amount if refused else 0,
        )


class TotalOut(Schema):
    """What the lines in one currency come to; `subtotal_amount` before discounts, `discount_amount` what those take off,
    `to_pay_amount` what is left of the total when gift cards have paid, `due_now_amount` what of that is paid with the order
    where it is paid by a company's page; the rest comes later."""

    currency: str
    subtotal_amount: int = 0
    discount_amount: int = 0
    total_amount: int
    tax_amount: int
    to_pay_amount: int = 0
    due_now_amount: int = 0
