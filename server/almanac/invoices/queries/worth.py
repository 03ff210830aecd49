"""What lines of an order are worth now, what is on documents of them, and which are to be invoiced by now."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from uuid import UUID

from django.db.models import Prefetch

from almanac.business.policies import Charging
from almanac.invoices.models import InvoiceLine
from almanac.kit.money import round_half_even
from almanac.payments.models import GIVEN_BY_US, LineShare, Refund, RefundShare
from almanac.sales.models import Order, OrderLine, OrderState
from almanac.scheduling.models import Appointment

BOOKED = (Refund.State.PENDING, Refund.State.DONE)
DONE = (Appointment.State.COMPLETED, Appointment.State.NO_SHOW)


@dataclass(frozen=True, slots=True)
class Written:
    """A line of an invoice, with what credit notes took back of it."""

    line: InvoiceLine
    credited: int

    @property
    def left(self) -> int:
        return self.line.total_amount - self.credited


@dataclass(frozen=True, slots=True)
class Standing:
    """A line of an order with what it is worth, minor units, tax included, and what of it is on invoices, the oldest first."""

    line: OrderLine
    is_called_off: bool
    worth: int
    to_give: int  # of what it is worth: credited already, and still to go back since a refund could not be sent
    written: tuple[Written, ...] = field(default=())

    @property
    def net(self) -> int:
        """What is invoiced of it and not taken back."""
        return sum(each.left for each in self.written)

    @property
    def beyond(self) -> int:
        """What is invoiced beyond what it is worth."""
        return max(0, self.net - self.worth)

    @property
    def missing(self) -> int:
        """What it is worth and is not invoiced. Of what was invoiced once, only what stands again after it was called off, and
        nothing of what was credited and could not be sent."""
        if self.written and self.is_called_off:
            return 0
        return max(0, self.worth - self.net - (self.to_give if self.written else 0))

    @property
    def is_due(self) -> bool:
        """Whether it is to be invoiced when its order stands. A visit of a subscription that is charged by the visit or month:
        when it is charged, or made."""
        line = self.line
        if line.subscription is None or line.subscription.charging == Charging.IN_ADVANCE or self.written:
            return True
        return line.paid_amount > 0 or (line.appointment is not None and line.appointment.state in DONE)


def standings(order: Order, line_ids: Iterable[UUID] | None = None) -> list[Standing]:
    """The lines of an order, or some of them, in their order. A constant number of SQL queries."""
    found = order.lines.select_related(
        "business", "subscription", "appointment__address", "appointment__staff_member", "appointment__service"
    )
    if line_ids is not None:
        found = found.filter(pk__in=line_ids)
    back = RefundShare.objects.select_related("refund")
    shares = Prefetch("payment_shares", LineShare.objects.prefetch_related(Prefetch("refund_shares", back)))
    invoiced = InvoiceLine.objects.filter(is_credit=False).select_related("invoice__business").order_by("pk")
    written = Prefetch("invoice_lines", invoiced.prefetch_related("taken_back"))
    is_over = order.state == OrderState.CANCELLED
    return [_standing(line, is_over=is_over) for line in found.prefetch_related(shares, written)]


def _standing(line: OrderLine, *, is_over: bool) -> Standing:
    visit = line.appointment
    called_off = is_over or (visit is not None and visit.state == Appointment.State.CANCELLED)
    shares = list(line.payment_shares.all())
    kept = sum(share.amount - share.refunded_amount for share in shares)
    refunds = [each for share in shares for each in share.refund_shares.all()]
    by_hand = sum(each.amount for each in refunds if each.refund.why in GIVEN_BY_US and each.refund.state in BOOKED)
    return Standing(
        line=line,
        is_called_off=called_off,
        worth=max(kept, _fee_left(line, by_hand)) if called_off else max(0, line.cost_amount - by_hand),
        to_give=sum(_to_give(share, is_called_off=called_off) for share in shares),
        written=tuple(
            Written(row, sum(note.total_amount for note in row.taken_back.all())) for row in line.invoice_lines.all()
        ),
    )


def _to_give(share: LineShare, *, is_called_off: bool) -> int:
    """What of a share was to go back, could not be sent, and goes another way: as much of it as did not go back since. Of a line
    that stands only what lowers its price, also while it is asked for again."""
    found = [each for each in share.refund_shares.all() if is_called_off or each.refund.why in GIVEN_BY_US]
    failed = [each for each in found if each.refund.state == Refund.State.FAILED]
    waiting = sum(each.amount for each in failed if not each.refund.is_followed)
    followed = sum(each.amount for each in failed if each.refund.is_followed)
    again = 0 if is_called_off else sum(each.amount for each in found if each.refund.state == Refund.State.ASKED)
    return min(waiting, share.amount - share.refunded_amount) + min(again, followed)


def _fee_left(line: OrderLine, by_hand: int) -> int:
    """What a visit costs that was called off with a fee, paid or not."""
    return max(0, (line.fee_amount or 0) - by_hand)


def tax_in(line: OrderLine, amount: int) -> int:
    """The tax in a part of a line, as the books work it out: half to even."""
    return round_half_even(line.tax_amount * amount, line.total_amount) if line.total_amount else 0
