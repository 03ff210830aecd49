"""Where a free time costs more or less than usual, by the rules that go by day, hour or notice: said beside the time, by the
function that prices."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from zoneinfo import ZoneInfo

from almanac.booking.queries.answers import answered
from almanac.booking.queries.pricing import Wished, ask_of
from almanac.booking.queries.slots import FreeTimes, Search
from almanac.catalog.queries.pricing import rules_of
from almanac.engine.price_facts import LineAsk, Step
from almanac.engine.price_rules import Rule, When, rule_steps
from almanac.kit.clock import epoch


@dataclass(frozen=True, slots=True)
class PriceChange:
    """A start that costs so much more, or less, than the same visit at a time of which nothing is known, and by which rules."""

    start: int
    amount: int
    label: str


def price_changes(search: Search, found: FreeTimes, *, language: str, now: datetime) -> list[PriceChange]:
    """Starts whose price differs. Of the price of whoever is asked for alone, else the service's own. Nothing of services in a
    row: the basket says it. One SQL query, another where a file was sent as an answer."""
    wish = search.wish
    if search.more:
        return []
    service = wish.offer.service
    rules = rules_of([service.business_id], language)
    if not any(_goes_by_time(rule.when) for rule in rules):
        return []
    people = search.request.staff_ids
    chosen = {"starts_at": None, "staff_id": people[0] if len(people) == 1 else None}
    line, offers = wish.line.model_copy(update=chosen), {service.pk: wish.offer}
    wished = Wished([line], offers, answered([line], offers, files_owner=search.files_owner), search.place)
    ask = ask_of(line, wished, language=language, now=now)
    return list(_changes(ask, rules, found, zone=ZoneInfo(service.business.zone), now=epoch(now)))


def _goes_by_time(when: When) -> bool:
    timed = (when.from_minute, when.first_on, when.last_on, when.lead_least, when.lead_below)
    return bool(when.weekdays) or any(each is not None for each in timed)


def _changes(ask: LineAsk, rules: list[Rule], found: FreeTimes, *, zone: ZoneInfo, now: int) -> Iterator[PriceChange]:
    each = ask.base_amount if ask.staff_amount is None else ask.staff_amount
    service = each * ask.seats
    usual = rule_steps(ask, rules, service_amount=service)
    known = {step.label for step in usual}
    for slots in found.days.values():
        for start, _, _ in slots:
            local = datetime.fromtimestamp(start, zone)
            visit = replace(ask.visit, on=local.date(), minute=local.hour * 60 + local.minute, lead_seconds=start - now)
            steps = rule_steps(replace(ask, visit=visit), rules, service_amount=service)
            amount = _sum(steps) - _sum(usual)
            if amount:
                new = [step.label for step in steps if step.label not in known]
                yield PriceChange(start, amount, ", ".join(dict.fromkeys(new)))


def _sum(steps: list[Step]) -> int:
    return sum(step.amount for step in steps)
