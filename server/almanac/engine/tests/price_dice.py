"""Random baskets, rules and discounts with everything that pricing knows, from a seed."""

from __future__ import annotations

import random
from dataclasses import replace
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from almanac.engine.price_bundles import Bundle
from almanac.engine.price_discounts import Discount
from almanac.engine.price_due import Deposit
from almanac.engine.price_facts import ExtraAsk, LineAsk, VisitFacts
from almanac.engine.price_rules import Effect, EffectKind, Measure, Row, Rule, When
from almanac.engine.rhythm import Rhythm

TAGS = ("clean", "garden", "cleaning", "shop", "mentor")
AREAS = ("SW", "SW1", "SW1A", "E", "E1")
OPTIONS = ("dog", "cat", "yes", "no")
FIRST = date(2026, 1, 1)
NOW = 1_000
ROWS = (Row("-2", 300), Row("1", -500), Row("3", 2_000), Row("60", 1_250), Row("dog", 900), Row("yes", -50))


class Dice(random.Random):
    """Of the same seed the same baskets."""

    def maybe(self, value: Any, otherwise: Any = None, *, odds: float = 0.5) -> Any:
        return value if self.random() < odds else otherwise

    def some(self, of: tuple[str, ...], most: int = 2) -> frozenset[str]:
        return frozenset(self.sample(of, self.randint(0, most)))

    def amount(self, most: int = 20_000) -> int:
        """Now and then nothing, a penny, or an amount that halves badly."""
        return self.choice([self.randint(0, most), self.randint(0, most), self.choice([0, 1, 5, 25, 125, 333, 999])])

    def key(self) -> str:
        return str(UUID(int=self.getrandbits(128)))

    def basket(self) -> list[LineAsk]:
        return [self.line() for _ in range(self.randint(0, 6))]

    def bundles(self, basket: list[LineAsk]) -> list[Bundle]:
        """Of lines that no package pays for, each in one at most; some name a line that is not there."""
        left = [line.line_id for line in basket if line.prepaid is None]
        found = []
        while len(left) > 1 and self.random() < 0.3:
            chosen = self.sample(left, self.randint(2, len(left)))
            left = [key for key in left if key not in chosen]
            missing = [self.key()] if self.random() < 0.1 else []
            percent = self.choice([0, 1_000, 1_500, 3_333, 10_000, self.randint(0, 10_000)])
            found.append(Bundle("Both", percent, (*chosen, *missing)))
        return found

    def line(self) -> LineAsk:
        line = self.unpaid_line()
        return replace(line, prepaid="Ten visits") if line.is_visit and self.random() < 0.1 else line

    def unpaid_line(self) -> LineAsk:
        return LineAsk(
            line_id=self.key(),
            name="Line",
            base_amount=self.amount(),
            staff_amount=self.maybe(self.amount()),
            extras=tuple(
                ExtraAsk("x", "Extra", self.amount(5_000), self.randint(1, 4)) for _ in range(self.randint(0, 2))
            ),
            tax_rate_bp=self.choice([0, 500, 1_250, 2_000, 2_000, 10_000]),
            seats=self.choice([1, 1, 1, 2, 3, 7]),
            tags=self.some(TAGS, 3),
            visit=self.visit(),
            with_tax=self.random() < 0.7,
            is_visit=self.random() < 0.85,
            deposit=self.deposit(),
        )

    def visit(self) -> VisitFacts:
        said: dict[str, Any] = {
            "rooms": self.randint(0, 6),
            "pets": self.choice(["dog", "cat", ["dog", "cat"], []]),
            "stairs": self.random() < 0.5,
        }
        return VisitFacts(
            on=self.maybe(FIRST + timedelta(days=self.randrange(14)), odds=0.9),
            minute=self.maybe(self.randrange(1_440), odds=0.9),
            lead_seconds=self.maybe(self.randrange(10 * 86_400), odds=0.9),
            minutes=self.maybe(self.randint(30, 400), odds=0.9),
            areas=self.some(AREAS, 3),
            answers={key: answer for key, answer in said.items() if self.random() < 0.8},
            rhythm=self.choice([None, *Rhythm]),
        )

    def rules(self) -> list[Rule]:
        return [
            Rule(self.key(), "Rule", self.effect(), self.when(), self.some(TAGS, 1), self.randint(0, 2))
            for _ in range(self.randint(0, 6))
        ]

    def effect(self) -> Effect:
        return Effect(
            kind=self.choice(list(EffectKind)),
            percent_bp=self.choice([self.randint(-12_000, 12_000), 2_000, 1_000, -333]),
            amount=self.randint(-6_000, 9_000),
            per_seat=self.random() < 0.3,
            measure=self.choice(list(Measure)),
            question=self.choice(["rooms", "pets", "stairs"]),
            included=self.choice([0, 0, 1, 3, 120]),
            unit=self.choice([1, 1, 2, 15, 30]),
            rows=ROWS,
        )

    def when(self) -> When:
        """Each condition now and then, so that many rules hold."""

        def rarely(value: Any) -> Any:
            return self.maybe(value, odds=0.15)

        timed = self.random() < 0.2
        asked = self.maybe(self.choice(["rooms", "pets", "stairs"]), "", odds=0.2)
        return When(
            weekdays=frozenset(self.sample(range(7), self.choice([0, 0, 2, 4]))),
            from_minute=self.randrange(1_440) if timed else None,
            until_minute=self.randrange(1_440) if timed else None,
            first_on=rarely(FIRST + timedelta(days=self.randrange(10))),
            last_on=rarely(FIRST + timedelta(days=self.randrange(4, 14))),
            areas=self.maybe(self.some(AREAS), frozenset(), odds=0.2),
            lead_least=rarely(self.randrange(5 * 86_400)),
            lead_below=rarely(self.randrange(10 * 86_400)),
            seats_least=rarely(self.randint(1, 3)),
            seats_most=rarely(self.randint(1, 3)),
            minutes_least=rarely(self.randint(0, 200)),
            minutes_most=rarely(self.randint(100, 400)),
            rhythms=self.maybe(frozenset(self.sample(list(Rhythm), 3)), frozenset(), odds=0.2),
            question=asked,
            answers=self.some(OPTIONS) if asked else frozenset(),
            answer_least=rarely(self.randint(0, 3)) if asked else None,
            answer_most=rarely(self.randint(2, 6)) if asked else None,
        )

    def discounts(self) -> list[Discount]:
        return [self.discount() for _ in range(self.choice([0, 1, 2, 3, 5]))]

    def discount(self) -> Discount:
        by_percent = self.random() < 0.6
        return Discount(
            key=self.key(),
            label="Off",
            percent_bp=self.choice([1_000, 1_500, 3_333, self.randint(0, 12_000)]) if by_percent else 0,
            amount=0 if by_percent else self.amount(6_000),
            most_amount=self.maybe(self.amount(3_000), odds=0.2),
            is_coupon=self.random() < 0.5,
            from_each=self.random() < 0.3,
            combines=self.random() < 0.7,
            only=self.some(TAGS),
            never=self.maybe(self.some(TAGS, 1), frozenset(), odds=0.3),
            minimum_amount=self.choice([0, 0, 0, 5_000, 20_000]),
            starts_at=self.maybe(self.randint(990, 1_010), odds=0.15),
            ends_at=self.maybe(self.randint(990, 1_020), odds=0.15),
            limit=self.maybe(self.randint(1, 3), odds=0.2),
            uses=self.randint(0, 3),
            customer_limit=self.maybe(1, odds=0.1),
            customer_uses=self.randint(0, 1),
            first_order_only=self.random() < 0.1,
            position=self.randint(0, 2),
        )

    def deposit(self) -> Deposit:
        return self.choice([Deposit(10_000), Deposit(self.randint(0, 10_000), self.amount(3_000)), Deposit(2_500)])
