"""One visit, one after another: lines of the basket that are done in a row, by one time and without a gap."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from almanac.booking.actions.baskets import changing, give_up_times, line_in
from almanac.booking.errors import CannotJoin
from almanac.booking.models import Basket
from almanac.booking.queries.joining import obstacle
from almanac.booking.queries.visit_requests import wishes_of
from almanac.kit import ids


def join_lines(*, token: str, line_ids: Sequence[UUID], now: datetime) -> Basket:
    """Make these lines, and those already in one visit with them, one visit in the order of the basket.

    Their chosen times are given up: one time is chosen for all, and they do not repeat. Raises NoBasket, LineUnknown,
    NotOnOffer, CannotJoin.
    """
    with changing(token=token, now=now) as (basket, content):
        named = [line_in(content, line_id) for line_id in line_ids]
        wanted = {line.id for each in named for line in content.visit_of(each)}
        lines = [line for line in content.lines if line.id in wanted]
        reason = obstacle([wish.offer for wish in wishes_of(lines)]) if len(lines) > 1 else "one_line"
        if reason is not None:
            raise CannotJoin(reason=reason)
        give_up_times(basket, content, lines, now=now)
        visit = ids.new_id()
        for line in lines:
            line.visit, line.repeat = visit, None
    return basket


def part_lines(*, token: str, line_id: UUID, now: datetime) -> Basket:
    """Make each service of the line's visit one of its own again, without a time. Raises NoBasket, LineUnknown."""
    with changing(token=token, now=now) as (basket, content):
        visit = content.visit_of(line_in(content, line_id))
        if len(visit) > 1:
            give_up_times(basket, content, visit, now=now)
        for line in visit:
            line.visit = None
    return basket
