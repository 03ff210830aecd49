"""Points for what was paid: how many an amount earns, how many go back with it, which are left: docs/algorithms/loyalty.md."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Generic, TypeVar

WHOLE = 100  # minor units in a whole one
Key = TypeVar("Key", bound=Hashable)


@dataclass(frozen=True, slots=True)
class Posting(Generic[Key]):
    """A change of somebody's points. One that adds makes a lot, good to the end of `lapses_on` (None: for good). One that takes
    does so from the lot `of` first, where it names one."""

    key: Key
    points: int
    lapses_on: date | None = None
    of: Key | None = None


@dataclass(frozen=True, slots=True)
class Standing(Generic[Key]):
    """What came of all postings: `balance` is their sum, what is left of the lots less the `debt`, of which one is nothing."""

    balance: int
    left: Mapping[Key, int]
    debt: int


def points_of(amount: int, *, each: int) -> int:
    """What an amount of minor units earns: `each` for every whole unit of the currency, nothing for the rest of it."""
    return max(0, amount) // WHOLE * each


def points_back(earned: int, *, amount: int, back: int) -> int:
    """How many of the points that an amount `earned` are taken back when `back` of it went back: in proportion, rounded down, all
    with all of it. Never fewer when more went back, never more than were earned."""
    if amount <= 0:
        return earned
    return earned * min(max(0, back), amount) // amount


def rewards_of(balance: int, *, needed: int) -> int:
    """How many rewards a balance is good for."""
    return max(0, balance) // needed


def standing(postings: Iterable[Posting[Key]]) -> Standing[Key]:
    """Replay postings in their order. What adds pays the debt first; what takes, takes from its own lot, then from those that
    lapse soonest, of these from the oldest; what no lot has is debt."""
    lots: dict[Key, tuple[Posting[Key], int]] = {}
    debt = balance = 0
    for posting in postings:
        balance += posting.points
        if posting.points > 0:
            paid = min(debt, posting.points)
            debt -= paid
            lots[posting.key] = (posting, posting.points - paid)
            continue
        wanted = -posting.points
        for lot, left in sorted(lots.values(), key=lambda each: _turn(each[0], posting)):
            taken = min(wanted, left)
            lots[lot.key] = (lot, left - taken)
            wanted -= taken
        debt += wanted
    return Standing(balance, {key: left for key, (_, left) in lots.items() if left}, debt)


def _turn(lot: Posting[Key], taking: Posting[Key]) -> tuple[bool, date]:
    """Which lot is taken from before others; of equals the one that was there first, as sorting is stable."""
    return lot.key != taking.of, lot.lapses_on or date.max
