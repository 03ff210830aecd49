"""Cards to try, and what each of them does. The real test mode has one page with a list of outcomes, which is there as well."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Card:
    """`fails` is Mollie's reason; `away` the one of charges without the customer. `challenge`: the bank asks its owner first.
    `slow`: the bank answers later. `charged_back`: it takes the money back as soon as it came."""

    brand: str = "Visa"
    fails: str = ""
    away: str = ""
    challenge: bool = False
    slow: bool = False
    charged_back: bool = False


VISA = "4242424242424242"
CARDS = {
    VISA: Card(),
    "4543474002249996": Card(),
    "5555555555554444": Card(brand="Mastercard"),
    "378282246310005": Card(brand="American Express"),
    "4000002500003155": Card(challenge=True),
    "4000002760003184": Card(challenge=True, away="authentication_required"),
    "4000000000000002": Card(fails="card_declined"),
    "4000000000009995": Card(fails="insufficient_funds"),
    "4000000000000069": Card(fails="card_expired"),
    "4000000000000127": Card(fails="invalid_cvv"),
    "4100000000000019": Card(fails="possible_fraud"),
    "4000000000000341": Card(away="refused_by_issuer"),
    "4000000000000077": Card(slow=True),
    "4000000000000259": Card(charged_back=True),
}
MESSAGES = {
    "card_declined": "The card was declined.",
    "insufficient_funds": "The card has insufficient funds.",
    "card_expired": "The card has expired.",
    "authentication_failed": "The 3-D Secure authentication failed.",
}


def digits_of(typed: str) -> str:
    return "".join(sign for sign in typed if sign.isascii() and sign.isdecimal())


def card_numbered(typed: str) -> Card | None:
    """The card of a number as typed; any other that adds up is one that is not accepted, and None is no card at all."""
    digits = digits_of(typed)
    if digits in CARDS:
        return CARDS[digits]
    return Card(fails="invalid_card_number") if 12 <= len(digits) <= 19 and _adds_up(digits) else None


def _adds_up(digits: str) -> bool:
    """Luhn's check: every second digit from the right doubled."""
    doubled = (int(digit) * 2 if place % 2 else int(digit) for place, digit in enumerate(reversed(digits)))
    return sum(each - 9 if each > 9 else each for each in doubled) % 10 == 0
