"""Which order a line of a bank's statement is for: by the reference it names, else by amount and name. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from almanac.kit.ids import CROCKFORD, read_order_number

DIGITS = 10  # of an order's number behind its prefix
MOST_PROPOSED = 4


@dataclass(frozen=True, slots=True)
class Candidate:
    """An order that money may be for: what is waited for of it, 0 where nothing is."""

    number: str
    customer: str
    expected_amount: int


@dataclass(frozen=True, slots=True)
class Proposal:
    """An order proposed for a line, and why: `reference`, `name`, `amount`. Its `difference` is what is too much, below nothing
    what is missing."""

    candidate: Candidate
    reasons: tuple[str, ...]
    difference: int


@dataclass(frozen=True, slots=True)
class Match:
    """`sure`: the reference and the amount say the same one order. `unsure`: something speaks for each proposal. `none`."""

    kind: str
    proposals: tuple[Proposal, ...]


def numbers_in(text: str, prefixes: Sequence[str]) -> Iterator[str]:
    """Order numbers that a text may name, as stored: whatever stands between their letters, O read as 0, I and L as 1."""
    flat = re.sub(r"[^0-9A-Z]", "", text.upper())
    for prefix in prefixes:
        for found in re.finditer(f"(?=({re.escape(prefix.upper())}[0-9A-Z]{{{DIGITS}}}))", flat):
            number = read_order_number(found[1])
            if set(number.split("-", 1)[1]) <= set(CROCKFORD + "-"):
                yield number


def match(*, payer: str, text: str, amount: int, named: Mapping[str, Candidate], waiting: Iterable[Candidate]) -> Match:
    """What a line of this amount may be for: `named` are the orders its text names, `waiting` all that wait for a transfer."""
    by_reference = [_proposal(each, amount, payer, text, "reference") for each in named.values()]
    if len(by_reference) == 1 and by_reference[0].difference == 0 and by_reference[0].candidate.expected_amount:
        return Match("sure", tuple(by_reference))
    others = [_proposal(each, amount, payer, text) for each in waiting if each.number not in named]
    told = [each for each in others if each.reasons]
    told.sort(key=lambda each: (-len(each.reasons), abs(each.difference), each.candidate.number))
    found = (by_reference + told)[:MOST_PROPOSED]
    return Match("unsure" if found else "none", tuple(found))


def _proposal(candidate: Candidate, amount: int, payer: str, text: str, *reasons: str) -> Proposal:
    why = list(reasons)
    if _is_named(candidate.customer, f"{payer} {text}"):
        why.append("name")
    if candidate.expected_amount and candidate.expected_amount == amount:
        why.append("amount")
    return Proposal(candidate, tuple(why), amount - candidate.expected_amount)


def _is_named(customer: str, text: str) -> bool:
    """Whether a text has the customer's last name, or their first where it is all they gave: banks shorten the others."""
    words = set(re.findall(r"\w+", text.casefold()))
    names = re.findall(r"\w+", customer.casefold())
    return bool(names) and len(names[-1]) > 1 and names[-1] in words
