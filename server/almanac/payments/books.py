"""What a line's paid part is made of, and the legs that book a change of it (docs/algorithms/payments.md, splitting). Pure."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from almanac.kit.money import round_half_even, split
from almanac.ledger.actions import Leg, Movement, credit, debit
from almanac.ledger.models import Role
from almanac.payments.keys import company_of, exchange_key, fee_key
from almanac.payments.models import Payment
from almanac.payments.providers.online import PaymentStanding, Settled
from almanac.sales.models import LineKind, OrderLine, gift_card_holder, pass_holder


@dataclass(frozen=True, slots=True)
class Parts:
    """Whose a paid amount is: they sum to it."""

    tax: int
    commission: int
    payee: int
    revenue: int


@dataclass(frozen=True, slots=True)
class Step:
    """A line whose paid amount goes from `before` to `after`, minor units."""

    line: OrderLine
    before: int
    after: int


def parts_of(paid: int, *, total: int, tax: int, commission_bp: int | None) -> Parts:
    """Whose `paid` of a line's `total` is; `commission_bp` None: the line is our own sale. 0 <= paid <= total."""
    tax_part = round_half_even(tax * paid, total) if total else 0
    net = paid - tax_part
    if commission_bp is None:
        return Parts(tax_part, 0, 0, net)
    commission = round_half_even(net * commission_bp, 10_000)
    return Parts(tax_part, commission, net - commission, 0)


def shares_of(owed: Mapping[UUID, int], amount: int, *, first: Iterable[str] = ()) -> dict[UUID, int]:
    """How much of an amount is for which line: the lines named `first` before the others, within each group in proportion to
    what they owe. What is more than is owed is nobody's; zeros are left out."""
    named, parts, left = set(first), dict[UUID, int](), amount
    for is_first in (True, False):
        group = {line_id: each for line_id, each in owed.items() if (str(line_id) in named) is is_first}
        taken = min(left, sum(group.values()))
        if taken > 0:
            parts |= zip(group, split(taken, list(group.values())), strict=True)
            left -= taken
    return {line_id: part for line_id, part in parts.items() if part}


def legs_of(steps: Iterable[Step]) -> Iterator[Leg]:
    """What the steps do to the accounts of those whose the money is: credits where more is paid, debits where less."""
    for step in steps:
        line = step.line
        if line.kind == LineKind.GIFT_CARD:  # not ours yet, and no tax: what it will buy is not known
            yield _credit(Role.GIFT_CARD, step.after - step.before, gift_card_holder(line.pk))
            continue
        before, after = (_parts_of_line(line, paid) for paid in (step.before, step.after))
        seller = business_holder(line.business_id)
        yield _credit(Role.TAX, after.tax - before.tax, seller)
        if line.kind == LineKind.PACKAGE:  # the tax is due at once, the rest when its visits are made
            yield _credit(Role.PREPAID, after.revenue - before.revenue, pass_holder(line.pk))
            continue
        yield _credit(Role.REVENUE, after.revenue - before.revenue, seller)
        yield _credit(Role.COMMISSION, after.commission - before.commission, seller)
        if line.payee_id:
            yield _credit(Role.PAYABLE, after.payee - before.payee, staff_holder(line.payee_id))


def earned_of(line: OrderLine) -> int:
    """What of what is paid of a line is booked as earned by its payee, minor units."""
    return _parts_of_line(line, line.paid_amount).payee


def business_holder(business_id: UUID) -> str:
    """The ledger's key of a business."""
    return f"business:{business_id}"


def staff_holder(staff_id: UUID) -> str:
    """The ledger's key of somebody who earns with us."""
    return f"staff:{staff_id}"


def _parts_of_line(line: OrderLine, paid: int) -> Parts:
    return parts_of(
        paid,
        total=line.total_amount,
        tax=line.tax_amount,
        commission_bp=line.commission_bp if line.payee_id else None,
    )


def _credit(role: Role, amount: int, holder: str) -> Leg:
    return credit(role, amount, holder) if amount >= 0 else Leg(role, -amount, holder)


def fee_movements(payment: Payment, standing: PaymentStanding) -> Iterator[Movement]:
    """What the company kept of a captured payment and, where it came onto the balance in another currency, how it was changed."""
    settled, provider = standing.settled, company_of(payment)
    happened_at, subject = payment.captured_at or standing.captured_at, f"order:{payment.order_id}"
    assert happened_at is not None
    if settled is not None:
        keys = {each: exchange_key(payment, each) for each in (payment.currency, settled.currency)}
        yield from exchanged(keys, payment, payment.amount, settled, happened_at)
    if standing.fee_amount:
        yield Movement(
            key=fee_key(payment),
            kind="fee",
            currency=settled.currency if settled else payment.currency,
            legs=[
                debit(Role.FEES, standing.fee_amount, provider),
                credit(Role.CLEARING, standing.fee_amount, provider),
            ],
            happened_at=happened_at,
            subject=subject,
        )


def exchanged(
    keys: Mapping[str, str], payment: Payment, amount: int, settled: Settled, happened_at: datetime
) -> Iterator[Movement]:
    """Two entries, one a currency, by their `keys`: so much of a payment left the balance in its currency and came in the other
    one; below nothing the other way round."""
    there, provider = settled.amount if amount >= 0 else -settled.amount, company_of(payment)
    for currency, change in ((payment.currency, -amount), (settled.currency, there)):
        legs = [Leg(Role.CLEARING, change, provider), Leg(Role.EXCHANGE, -change, provider)]
        yield Movement(keys[currency], "exchange", currency, legs, happened_at, f"order:{payment.order_id}")
