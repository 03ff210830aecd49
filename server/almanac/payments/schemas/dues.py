"""What is to be paid of an order now, and what will be charged by itself later; from rows that were fetched with the order."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from typing import Self
from uuid import UUID

from almanac.payments.actions.charge_states import LIVE
from almanac.payments.books import shares_of
from almanac.payments.models import GIVEN_BY_US, DueCharge, PaymentState, Refund
from almanac.payments.permissions import DID_NOT_WORK, charged_lines
from almanac.sales.models import Order, OrderLine, OrderState
from almanac.sales.schemas import ChargeOut, LaterOut
from almanac.scheduling.models import Appointment


@dataclass(frozen=True, slots=True)
class Dues:
    """Minor units: `owed` by each line and promised by no bank yet, of which `now` is to be paid by now."""

    now: int
    owed: int
    later: list[LaterOut]
    charges: list[ChargeOut]
    charged_by: str

    @classmethod
    def of(
        cls,
        order: Order,
        now: datetime,
        line_ids: Collection[UUID],
        *,
        takes: Collection[UUID] = (),
        pays: bool = False,
    ) -> Self:
        """Of these lines of the order alone. A charge may be tried at once as `permissions.may_retry` has it: `takes` are the
        lines whose money the asker of the team takes, `pays` its customer and whoever holds its link."""
        owed = {line_id: amount for line_id, amount in _owed(order).items() if line_id in line_ids}
        live = [
            charge for charge in order.due_charges.all() if charge.state in LIVE and charged_lines(charge) & {*line_ids}
        ]
        waiting = {line_id for charge in live if charge.due_at > now for line_id in charged_lines(charge)}
        methods: dict[UUID | None, str] = {payment.pk: payment.method for payment in order.payments.all()}
        charges = [
            charge_out(
                charge,
                owed,
                methods.get(charge.payment_id, ""),
                can_retry=charged_lines(charge) <= {*takes} or (pays and charge.state in DID_NOT_WORK),
            )
            for charge in live
        ]
        later: dict[datetime, int] = {}
        for charge in charges:
            if charge.due_at > now and charge.amount:
                later[charge.due_at] = later.get(charge.due_at, 0) + charge.amount
        return cls(
            now=sum(amount for line_id, amount in owed.items() if line_id not in waiting),
            owed=sum(owed.values()),
            later=[LaterOut(due_at=at, amount=amount) for at, amount in sorted(later.items())],
            charges=charges,
            charged_by=_label(order) if charges else "",
        )


def charge_out(charge: DueCharge, owed: dict[UUID, int], method: str, *, can_retry: bool) -> ChargeOut:
    """A charge that is not over, by what its lines owe, and by what it was tried last."""
    line_ids = sorted(charged_lines(charge) & owed.keys())
    return ChargeOut(
        id=charge.pk,
        due_at=charge.due_at,
        amount=sum(owed.get(line_id, 0) for line_id in line_ids),
        state=charge.state,
        tries=charge.tries,
        next_try_at=charge.next_try_at,
        decline=charge.decline,
        method=method,
        line_ids=line_ids,
        can_retry=can_retry,
    )


def is_settled(order: Order) -> bool:
    """Whether what stands of it is paid, as far as it was not given back by hand: of an order with its lines and refunds."""
    return not any(_left(line) for line in order.lines.all() if _stands(line))


def _owed(order: Order) -> dict[UUID, int]:
    """What is owed by what stands, less what a bank has still to answer for."""
    is_over = order.state == OrderState.CANCELLED
    lines = [line for line in order.lines.all() if line.fee_amount is not None or not is_over]
    owed = {line.pk: _left(line) for line in lines if _stands(line)}
    for promise in order.payments.all():
        if promise.state == PaymentState.PENDING:
            for line_id, part in shares_of(owed, promise.for_the_order, first=promise.meant_for).items():
                owed[line_id] -= part
    return {line_id: amount for line_id, amount in owed.items() if amount}


def _stands(line: OrderLine) -> bool:
    """A good that was delivered was paid, and owes nothing whatever went back of it."""
    if line.appointment is None:
        return line.delivered_at is None
    return line.appointment.state != Appointment.State.CANCELLED or line.fee_amount is not None


def _left(line: OrderLine) -> int:
    """As `queries.outstanding` has it: what was given back by hand is not asked for again."""
    back = sum(
        part.amount
        for share in line.payment_shares.all()
        for part in share.refund_shares.all()
        if part.refund.why in GIVEN_BY_US and part.refund.state != Refund.State.FAILED
    )
    return max(0, line.cost_amount - line.paid_amount - back)


def _label(order: Order) -> str:
    """What is charged, of those that the customer keeps: as `queries.chargeable` chooses."""
    kept = [each for each in order.customer.kept_methods.all() if each.removed_at is None and each.account.is_on]
    first = max(kept, key=lambda each: (each.is_preferred, each.kept_at), default=None)
    return first.label if first is not None else ""
