"""Packages in a basket: named by their codes, used by lines, and taken out again."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from almanac.booking.actions.baskets import changing, give_up_times, line_in
from almanac.booking.content import MAX_PASSES
from almanac.booking.errors import BasketFull
from almanac.booking.models import Basket
from almanac.booking.queries.baskets import BasketView
from almanac.booking.queries.passes import prepaid_by
from almanac.catalog.queries.offers import some_on_offer
from almanac.sales.errors import PassNotUsable, PassUnknown
from almanac.sales.models import Order
from almanac.sales.pass_steps import Spending
from almanac.sales.passes import pass_of_code


def name_pass(*, token: str, typed: str, now: datetime) -> Basket:
    """Have the visits of the package with this code ready for the basket; naming it twice is no change. The code is not kept.

    Lines that may use it, and use none, use it as far as it reaches. Raises NoBasket, PassUnknown, BasketFull.
    """
    held = pass_of_code(typed)
    if held is None:
        raise PassUnknown
    with changing(token=token, now=now) as (basket, content):
        if held.pk not in content.passes:
            if len(content.passes) >= MAX_PASSES:
                raise BasketFull(limit=MAX_PASSES)
            content.passes.append(held.pk)
        offers = some_on_offer({line.service_id: () for line in content.lines})
        choices = prepaid_by(content, offers, customer_id=None).choices
        for line in content.lines:
            found = next((each for each in choices.get(line.id, ()) if each.standing.held.pk == held.pk), None)
            taken = sum(other.pass_id == held.pk for other in content.lines)
            if found is not None and line.pass_id is None and taken < found.standing.left:
                line.pass_id = held.pk
    return basket


def drop_pass(*, token: str, pass_id: UUID, now: datetime) -> Basket:
    """Go on without a package; dropping it twice is no error. Raises NoBasket."""
    with changing(token=token, now=now) as (basket, content):
        content.passes = [each for each in content.passes if each != pass_id]
        for line in content.lines:
            if line.pass_id == pass_id:
                line.pass_id = None
    return basket


def use_pass(*, token: str, line_id: UUID, pass_id: UUID | None, customer_id: UUID | None, now: datetime) -> Basket:
    """Have a line use a visit of a package that the caller has or has named, or of none; one that repeats a visit for each of its
    dates, as far as that reaches. Of a package of one person's visits the line is with them.

    Raises NoBasket, LineUnknown, PassUnknown, PassNotUsable.
    """
    with changing(token=token, now=now) as (basket, content):
        line = line_in(content, line_id)
        line.pass_id = None
        if pass_id is not None:
            offers = some_on_offer({each.service_id: () for each in content.lines})
            who = basket.customer_id or (None if basket.is_by_phone else customer_id)
            found = prepaid_by(content, offers, customer_id=who)
            if pass_id not in found.passes:
                raise PassUnknown
            line.pass_id = pass_id
            means = prepaid_by(content, offers, customer_id=who)
            refused = means.why_not(line)
            if refused is not None and not means.used_by(line):
                raise PassNotUsable(reason=refused)
            person = found.passes[pass_id].held.staff_member_id
            if person is not None and line.staff_id is None and line.preferred_staff != [person]:
                give_up_times(basket, content, [line], now=now)
                line.preferred_staff = [person]
    return basket


def spendings_of(found: BasketView, orders: Sequence[Order]) -> list[Spending]:
    """The visits that lines of these orders use, by the keys of the lines as they were written."""
    wanted = found.prepaid.spendings(found.content, found.offers)
    if not wanted:
        return []
    keys: dict[UUID, UUID] = {}
    for order in orders:
        written = dict(order.lines.values_list("position", "pk"))
        keys |= {UUID(item.line_id): written[at] for at, item in enumerate(found.prices[order.currency].lines)}
    return [Spending(each.pass_id, keys[each.line_id], each.on) for each in wanted]
