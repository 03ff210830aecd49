"""What pricing is told of a line, and the steps it answers with: plain values. Amounts are minor units of one currency."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from almanac.engine.price_due import WHOLE_NOW, Deposit
from almanac.engine.questions import Answer
from almanac.engine.rhythm import Rhythm


class StepKind(StrEnum):
    BASE = "base"  # the service's own price
    STAFF = "staff"  # what this staff member takes more or less
    PACKAGE = "package"  # a seat that is paid already, with a package of visits
    EXTRA = "extra"
    RULE = "rule"
    BUNDLE = "bundle"  # services that are sold together
    DISCOUNT = "discount"  # one that comes by itself
    COUPON = "coupon"
    TAX = "tax"  # where prices are written without it


@dataclass(frozen=True, slots=True)
class Step:
    """One reason for part of a price. `percent_bp` where it is a percentage, in hundredths of a percent."""

    kind: StepKind
    label: str
    quantity: int
    unit_amount: int
    amount: int
    percent_bp: int = 0


@dataclass(frozen=True, slots=True)
class ExtraAsk:
    extra_id: str
    name: str
    unit_amount: int
    quantity: int


@dataclass(frozen=True, slots=True)
class VisitFacts:
    """What is known of the visit, for conditions. `on` and `minute` (after midnight) are when it begins on the clock of the
    business, `lead_seconds` how long from now that is; `minutes` how long it takes; `areas` the keys of its place; `answers` the
    good ones, by question; `rhythm` how often it comes."""

    on: date | None = None
    minute: int | None = None
    lead_seconds: int | None = None
    minutes: int | None = None
    areas: frozenset[str] = frozenset()
    answers: Mapping[str, Answer] = field(default_factory=dict)
    rhythm: Rhythm | None = None


@dataclass(frozen=True, slots=True)
class LineAsk:
    """One line to price. `staff_amount` is the staff member's own price where there is one; `tags` are the keys of what the
    line is: its service, its category, its business. Price rules are about visits and change no good (`is_visit`);
    `deposit` is what of it is paid with the order. `prepaid`: what the package is called of which a visit pays for one seat;
    rules then add, and take nothing off."""

    line_id: str
    name: str
    base_amount: int
    staff_amount: int | None
    extras: tuple[ExtraAsk, ...]
    tax_rate_bp: int  # basis points: 2000 is 20 %
    seats: int = 1
    tags: frozenset[str] = frozenset()
    visit: VisitFacts = VisitFacts()
    with_tax: bool = True  # whether the amounts are written with tax
    is_visit: bool = True
    deposit: Deposit = WHOLE_NOW
    prepaid: str | None = None
