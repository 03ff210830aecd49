"""Writes of how a line of the basket repeats: the rule, and what becomes of each date."""

from __future__ import annotations

from datetime import date, datetime
from uuid import UUID

from almanac.booking.actions.baskets import changing, line_in
from almanac.booking.content import BasketContent, DateContent, LineContent, RepeatContent
from almanac.booking.errors import CannotRepeat, LineUnknown
from almanac.booking.models import Basket
from almanac.booking.queries.baskets import basket_behind, content_of
from almanac.booking.queries.phone import in_reach
from almanac.booking.queries.series import choices_for, dates_of
from almanac.booking.queries.visit_requests import Wish, wishes_of
from almanac.engine.recurrence import Frequency
from almanac.kit.actor import Actor
from almanac.kit.clock import epoch
from almanac.scheduling.errors import SlotTaken


def set_repeat(
    *,
    actor: Actor,
    token: str,
    line_id: UUID,
    frequency: str,
    every: int,
    months: int,
    carries_on: bool = False,
    now: datetime,
) -> Basket:
    """Let a line come again for some months; its dates are looked for where its time is chosen. A line done in one visit with
    others, or of a bundle, does not, nor where the business offers it not at all or not for so long. Whether it `carries_on`
    after them counts where the business offers that. Raises NoBasket, LineUnknown, NotOnOffer, CannotRepeat."""
    with changing(token=token, now=now) as (basket, content):
        line = line_in(content, line_id)
        wish = wish_of(actor, basket, line)
        policy = wish.offer.policies.subscriptions
        once = not policy.may_repeat or line.visit is not None or line.bundle is not None
        if once or months > policy.most_months:
            raise CannotRepeat(most_months=0 if once else policy.most_months)
        line.repeat = RepeatContent(frequency=Frequency(frequency), every=every, months=months)
        line.repeat.carries_on = carries_on and policy.may_carry_on
        fit(wish, content, now=now)
    return basket


def stop_repeating(*, token: str, line_id: UUID, now: datetime) -> Basket:
    """Only the one visit. Raises NoBasket, LineUnknown."""
    with changing(token=token, now=now) as (basket, content):
        line_in(content, line_id).repeat = None
    return basket


def choose_date(
    *, actor: Actor, token: str, line_id: UUID, on: date, starts_at: int | None, staff_id: UUID | None, now: datetime
) -> Basket:
    """Leave a date out (`starts_at` None), or take another time near it. Raises NoBasket, LineUnknown, NotOnOffer, SlotTaken
    (that time is not open)."""
    with changing(token=token, now=now) as (basket, content):
        line = line_in(content, line_id)
        item = _date(line, on)
        if starts_at is None:
            item.is_skipped = True
            return basket
        open_now = choices_for(wish_of(actor, basket, line), content, item, now=epoch(now))
        wanted = [one for one in open_now if one.starts_at == starts_at and staff_id in (None, one.staff_id)]
        if not wanted:
            raise SlotTaken(line=str(line_id))
        item.is_skipped, item.fit = False, wanted[0].fit
        item.starts_at, item.ends_at, item.staff_id = wanted[0].starts_at, wanted[0].ends_at, wanted[0].staff_id
    return basket


def refit(*, actor: Actor, token: str, line_id: UUID, now: datetime) -> Basket:
    """Look for a line's dates anew. Dates that were left out stay so. Raises NoBasket, LineUnknown, NotOnOffer."""
    with changing(token=token, now=now) as (basket, content):
        line = line_in(content, line_id)
        if line.repeat:
            fit(wish_of(actor, basket, line), content, now=now)
    return basket


def near_date(
    *, actor: Actor, token: str, line_id: UUID, on: date, now: datetime
) -> tuple[list[DateContent], dict[str, str]]:
    """Other times near a date to choose from, and the names of their people by id. Raises LineUnknown, NotOnOffer."""
    basket = basket_behind(token, now=now)
    if basket is None:
        raise LineUnknown
    content = content_of(basket)
    line = line_in(content, line_id)
    wish = wish_of(actor, basket, line)
    names = {item.staff_id: item.name for item in wish.offer.offerings}
    return choices_for(wish, content, _date(line, on), now=epoch(now)), names


def fit(wish: Wish, content: BasketContent, *, now: datetime) -> None:
    """Look for the dates of a line and write them into it; what its customer left out stays out."""
    repeat = wish.line.repeat
    if repeat is None:
        return
    skipped = {item.on for item in repeat.dates if item.is_skipped}
    repeat.dates = dates_of(wish, content, now=epoch(now))
    for item in repeat.dates:
        item.is_skipped = item.on in skipped


def wish_of(actor: Actor, basket: Basket, line: LineContent) -> Wish:
    """What is known of one line, by phone with those alone whom the actor may give work. Raises NotOnOffer."""
    return in_reach(actor, basket, wishes_of([line]))[0]


def _date(line: LineContent, on: date) -> DateContent:
    found = next((item for item in line.repeat.dates if item.on == on), None) if line.repeat else None
    if found is None:
        raise LineUnknown
    return found
