"""What of an order counts for points: what is paid of each line and stays paid, and whether it is done. See
docs/algorithms/loyalty.md."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from django.db.models import Prefetch, QuerySet

from almanac.business.policies import PointPolicy
from almanac.business.queries import some_policy
from almanac.engine.loyalty import points_of
from almanac.kit.money import split
from almanac.payments.models import Dispute, LineShare
from almanac.payments.queries import outstanding
from almanac.sales.models import LineKind, Order, OrderLine, OrderState
from almanac.scheduling.models import Appointment

State = Appointment.State
UNMARKED = timedelta(days=1)  # after its end a visit that nobody marked counts as done
EARNS_FOR = timedelta(days=8)  # after a line was done and paid: what is older was before points were switched on


@dataclass(frozen=True, slots=True)
class LineMoney:
    """Minor units of a line: `stays` is what is paid and was not lost in a dispute, `owed` what is still to be paid. `paid_at`:
    when the last of it came."""

    stays: int
    owed: int
    paid_at: datetime | None


def money_of(order: Order, lines: Iterable[OrderLine]) -> dict[UUID, LineMoney]:
    """What is paid and owed of lines of an order, by their ids: three SQL queries, another where there was a dispute."""
    lost = Prefetch("payment__disputes", Dispute.objects.filter(stage=Dispute.Stage.LOST), to_attr="lost")
    by_payment: dict[UUID, list[LineShare]] = {}
    for share in LineShare.objects.filter(payment__order=order).select_related("payment").prefetch_related(lost):
        by_payment.setdefault(share.payment_id, []).append(share)
    gone: dict[UUID, int] = {}
    paid_at: dict[UUID, datetime] = {}
    for shares in by_payment.values():
        payment = shares[0].payment
        left = [share.amount - share.refunded_amount for share in shares]
        disputed = min(sum(left), sum(each.amount for each in payment.lost))  # type: ignore[attr-defined]
        parts = split(disputed, left) if disputed else [0] * len(shares)
        for share, part in zip(shares, parts, strict=True):
            gone[share.line_id] = gone.get(share.line_id, 0) + part
            if payment.captured_at:
                paid_at[share.line_id] = max(paid_at.get(share.line_id, payment.captured_at), payment.captured_at)
    owed = outstanding(order)
    return {
        line.pk: LineMoney(max(0, line.paid_amount - gone.get(line.pk, 0)), owed.get(line.pk, 0), paid_at.get(line.pk))
        for line in lines
    }


def done_at(line: OrderLine, now: datetime) -> datetime | None:
    """When what a line sold was done: a visit marked so, or over for a day and not marked; a good handed over. None: it is not,
    or is one that earns nothing."""
    if line.kind == LineKind.GIFT_CARD:
        return None
    visit = line.appointment
    if visit is None:
        return line.delivered_at
    is_done = visit.state == State.COMPLETED or (visit.state == State.CONFIRMED and visit.ends_at <= now - UNMARKED)
    return visit.ends_at if is_done else None


def earns_now(order: Order, line: OrderLine, money: LineMoney, *, since: datetime, now: datetime) -> bool:
    """Whether a line is done and paid whole, and one of both not before `since`."""
    done = done_at(line, now)
    if done is None or money.paid_at is None or money.owed or order.state != OrderState.CONFIRMED:
        return False
    return max(done, money.paid_at) >= since


def points_ahead(order: Order, now: datetime) -> int:
    """How many points an order will earn when what is still ahead of it is done and paid: what each line comes to, by the
    function that earns. Nothing where nobody gives points. One SQL query, some more where there are some to come."""
    lines = [line for line in order.lines.all() if _is_ahead(line, now)]
    policies = some_policy({line.business_id for line in lines}, PointPolicy)
    if order.state == OrderState.CANCELLED or not any(found.points_on for found in policies.values()):
        return 0
    money = money_of(order, lines)
    return sum(
        points_of(money[line.pk].stays + money[line.pk].owed, each=policies[line.business_id].points_each)
        for line in lines
        if policies[line.business_id].points_on
    )


def _is_ahead(line: OrderLine, now: datetime) -> bool:
    visit = line.appointment
    if visit is None:
        return line.kind != LineKind.GIFT_CARD and line.delivered_at is None
    return visit.state in (State.PENDING, State.CONFIRMED) and visit.ends_at > now


def unmarked(business_ids: Iterable[UUID], now: datetime) -> QuerySet[OrderLine]:
    """Lines of visits that nobody marked, over for a day and not long ago, that have earned nothing."""
    over = OrderLine.objects.filter(
        business__in=list(business_ids),
        appointment__state=State.CONFIRMED,
        appointment__ends_at__gte=now - EARNS_FOR,
        appointment__ends_at__lte=now - UNMARKED,
        paid_amount__gt=0,
    )
    return over.exclude(point_entries__kind="earned")
