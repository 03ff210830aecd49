"""How a line of the basket repeats, as the API tells it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime

from ninja import Schema

from almanac.booking.content import DateContent, LineContent
from almanac.booking.queries.baskets import BasketView
from almanac.catalog.queries.offers import OnOffer
from almanac.engine.recurrence import Frequency
from almanac.engine.series import Fit
from almanac.kit.clock import instant


class DateOut(Schema):
    """A date of a series: `on` names it. `fit` is `kept` (the rule's time and the chosen person), `other_person`, `other_time`,
    or `nothing`: it is left out. `is_skipped`: its customer left it out. `total_amount` is what it costs where it takes place,
    in minor units of the line's currency; none where that is not worked out yet. `by_package`: a visit of a package pays it."""

    on: date
    wished_at: datetime
    fit: Fit
    starts_at: datetime | None
    ends_at: datetime | None
    staff_id: str | None
    staff_name: str
    is_skipped: bool = False
    total_amount: int | None = None
    by_package: bool = False

    @classmethod
    def of(
        cls,
        item: DateContent,
        names: Mapping[str, str],
        total_amount: int | None = None,
        *,
        by_package: bool = False,
    ) -> DateOut:
        return cls(
            on=item.on,
            wished_at=instant(item.wished_at),
            fit=item.fit,
            starts_at=instant(item.starts_at) if item.starts_at else None,
            ends_at=instant(item.ends_at) if item.ends_at else None,
            staff_id=str(item.staff_id) if item.staff_id else None,
            staff_name=names.get(str(item.staff_id), ""),
            is_skipped=item.is_skipped,
            total_amount=total_amount,
            by_package=by_package,
        )


class RepeatOut(Schema):
    """That a line comes again. `dates` are those after the first, for which a package pays where `first_by_package`;
    `visit_count` are all there will be, `series_amount` what they cost together."""

    frequency: Frequency
    every: int
    months: int
    carries_on: bool
    dates: list[DateOut]
    visit_count: int
    series_amount: int
    first_by_package: bool = False

    @classmethod
    def of(cls, line: LineContent, view: BasketView) -> RepeatOut | None:
        """None for a line that does not."""
        repeat = line.repeat
        if repeat is None:
            return None
        names = {item.staff_id: item.name for item in view.offers[line.service_id].offerings}
        prices = {price.line_id: price.total_amount for price in view.visit_prices(line)}
        later = {each.occurs_on: each.id for each in line.every_visit()[1:]}
        used = view.prepaid.used

        def date_out(item: DateContent) -> DateOut:
            visit_id = later.get(item.on)
            return DateOut.of(item, names, prices.get(str(visit_id)), by_package=visit_id in used)

        return cls(
            frequency=repeat.frequency,
            every=repeat.every,
            months=repeat.months,
            carries_on=repeat.carries_on,
            dates=[date_out(item) for item in repeat.dates],
            visit_count=len(prices),
            series_amount=sum(prices.values()),
            first_by_package=line.id in used,
        )


def notice_days(line: LineContent, offer: OnOffer) -> int:
    """How many days before another term it would be told of; 0: it may not carry on."""
    policy = offer.policies.subscriptions
    return policy.notice_days if policy.may_carry_on and most_months(line, offer) else 0


def most_months(line: LineContent, offer: OnOffer) -> int:
    """For how many months it may be repeated; 0: not at all."""
    policy = offer.policies.subscriptions
    return policy.most_months if policy.may_repeat and line.visit is None and line.bundle is None else 0
