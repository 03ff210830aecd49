"""What an entry does to accounts, and what no entry may ever do. Pure but for the names of roles."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from almanac.ledger.errors import MalformedEntry
from almanac.ledger.models import HOLDER_LENGTH, Role

MOST_LEGS = 200
MOST = 10**15  # of a leg: sums of very many still fit into the column, and into a number of JavaScript's
_CURRENCY = re.compile(r"[A-Z]{3}", re.ASCII)


@dataclass(frozen=True, slots=True)
class Leg:
    """What an entry does to one account: minor units, above zero a debit, below zero a credit."""

    role: Role
    amount: int
    holder: str = ""


def checked(legs: Iterable[Leg], currency: str) -> list[Leg]:
    """The legs, those on one account added up and those of nothing left out. Raises MalformedEntry."""
    sums: Counter[tuple[Role, str]] = Counter()
    for leg in legs:
        sums[leg.role, leg.holder] += leg.amount
    found = [Leg(role, amount, holder) for (role, holder), amount in sums.items() if amount]
    if not _CURRENCY.fullmatch(currency):
        raise MalformedEntry(f"{currency!r} is no currency")
    if not 2 <= len(found) <= MOST_LEGS:
        raise MalformedEntry(f"an entry has 2 to {MOST_LEGS} legs, not {len(found)}")
    if sum(leg.amount for leg in found) != 0:
        raise MalformedEntry(f"the legs sum to {sum(leg.amount for leg in found)}")
    if any(len(leg.holder) > HOLDER_LENGTH or abs(leg.amount) > MOST for leg in found):
        raise MalformedEntry("a holder is too long, or an amount too large")
    return found
