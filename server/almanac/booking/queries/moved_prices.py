"""What a visit that was sold would cost by the prices and rules of now, at another time, with another person, at another place:
said before it moves, as it keeps its price (docs/algorithms/pricing.md, promise 9)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from uuid import UUID

from almanac.booking.content import LineContent
from almanac.booking.queries.pricing import Wished, ask_of
from almanac.booking.queries.visit_requests import Wish
from almanac.catalog.questions import answers_in
from almanac.engine.price_rules import Rule, area_keys, rule_steps
from almanac.engine.recurrence import Frequency
from almanac.engine.rhythm import Rhythm, rhythm_of
from almanac.kit.localized import FALLBACK
from almanac.sales.models import OrderLine, Subscription


@dataclass(frozen=True, slots=True)
class There:
    """When (epoch seconds), with whom and where; no postcode where nobody comes to the customer."""

    start: int
    end: int
    staff_id: UUID
    postcode: str = ""


def service_price(line: OrderLine, wish: Wish, there: There, rules: Sequence[Rule], *, now: datetime) -> int:
    """What the service comes to there with what the rules change of it, its answers as they were sold: minor units as prices are
    written, without extras, discounts and tax on top."""
    content = LineContent(
        service_id=wish.line.service_id, seats=wish.line.seats, starts_at=there.start, staff_id=there.staff_id
    )
    wished = Wished([content], {content.service_id: wish.offer}, {}, None)
    ask = ask_of(content, wished, language=FALLBACK, now=now)
    visit = replace(
        ask.visit,
        minutes=(there.end - there.start) // 60,
        areas=area_keys(there.postcode),
        answers={str(kept.id): kept.answer for kept in answers_in(line.answers)},
        rhythm=rhythm_sold(line.subscription),
    )
    service = (ask.base_amount if ask.staff_amount is None else ask.staff_amount) * ask.seats
    return service + sum(step.amount for step in rule_steps(replace(ask, visit=visit), rules, service_amount=service))


def rhythm_sold(row: Subscription | None) -> Rhythm:
    """How often a visit comes, by the subscription it was sold with."""
    return Rhythm.ONCE if row is None else rhythm_of(Frequency(row.frequency), row.every)
