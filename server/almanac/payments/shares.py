"""Of what was paid for a line: what goes back by which way, and whose the rest is (docs/algorithms/cancellation.md)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from uuid import UUID

from django.db.models import Q

from almanac.kit.money import round_half_even
from almanac.payments.books import parts_of
from almanac.payments.models import LineShare, Payment, Refund
from almanac.sales.models import OrderLine

TO_GIVE = Q(state=Refund.State.ASKED, payment__account=None, payment__gift_card=None)  # of refunds: by somebody's hand


@dataclass(frozen=True, slots=True)
class Split:
    """Minor units. `ways`: what goes back by each way to pay; the others: whose the rest is. What the company that took the money
    keeps of its own is `processor_fee`: it is the business's cost and part of nobody's."""

    ways: tuple[tuple[str, int], ...] = ()
    business: int = 0
    payee: int = 0
    commission: int = 0
    tax: int = 0
    processor_fee: int = 0

    @property
    def back(self) -> int:
        """All that goes back."""
        return sum(amount for _, amount in self.ways)

    @property
    def kept(self) -> int:
        """All that does not."""
        return self.business + self.payee + self.commission + self.tax


def newest_first(shares: Iterable[LineShare], amount: int) -> Iterator[tuple[LineShare, int]]:
    """From which payments an amount of a line goes back: the newest first, of each what is left of it."""
    for share in sorted(shares, key=lambda each: each.pk, reverse=True):
        part = min(amount, share.amount - share.refunded_amount)
        if part:
            yield share, part
            amount -= part


def money_of_line(line_id: UUID) -> tuple[int, int]:
    """What was ever paid for a line, and what of that was not given back: minor units. One SQL query."""
    shares = list(LineShare.objects.filter(line=line_id))
    return sum(share.amount for share in shares), sum(share.amount - share.refunded_amount for share in shares)


def split_of(line: OrderLine, back: int) -> Split:
    """What giving `back` of a line would leave. One SQL query."""
    return _split(line, list(LineShare.objects.filter(line=line).select_related("payment")), back)


def splits_of(wanted: Iterable[tuple[OrderLine, int]]) -> dict[UUID, Split]:
    """The same of several lines, by line: one SQL query for all."""
    lines = list(wanted)
    shares: dict[UUID, list[LineShare]] = {line.pk: [] for line, _ in lines}
    for share in LineShare.objects.filter(line__in=list(shares)).select_related("payment"):
        shares[share.line_id].append(share)
    return {line.pk: _split(line, shares[line.pk], back) for line, back in lines}


def together(splits: Iterable[Split]) -> Split:
    """Of several lines, what goes back by each way and whose the rest is."""
    found = list(splits)
    ways: dict[str, int] = {}
    for method, amount in (way for split in found for way in split.ways):
        ways[method] = ways.get(method, 0) + amount
    return Split(
        tuple(sorted(ways.items())),
        business=sum(each.business for each in found),
        payee=sum(each.payee for each in found),
        commission=sum(each.commission for each in found),
        tax=sum(each.tax for each in found),
        processor_fee=sum(each.processor_fee for each in found),
    )


def _split(line: OrderLine, shares: list[LineShare], back: int) -> Split:
    ways: dict[str, int] = {}
    for share, part in newest_first(shares, back):
        ways[share.payment.method] = ways.get(share.payment.method, 0) + part
    left = sum(share.amount - share.refunded_amount for share in shares) - sum(ways.values())
    kept = parts_of(
        min(left, line.total_amount),
        total=line.total_amount,
        tax=line.tax_amount,
        commission_bp=line.commission_bp if line.payee_id else None,
    )
    fees = sum(
        round_half_even((share.payment.fee_amount or 0) * share.amount, share.payment.amount)
        for share in shares
        if share.payment.amount and not share.payment.fee_currency  # in another currency it is not told here
    )
    return Split(tuple(sorted(ways.items())), kept.revenue, kept.payee, kept.commission, kept.tax, fees)


def is_by_hand(refund: Refund, payment: Payment) -> bool:
    """Whether it waits for somebody of the team to give it, as `TO_GIVE` has it."""
    return refund.state == Refund.State.ASKED and payment.account_id is None and payment.gift_card_id is None
