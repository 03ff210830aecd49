"""Sentences below a letter about visits: what was paid and what is left, and what another term of a subscription changes."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from almanac.notifications.texts import Texts


@dataclass(frozen=True, slots=True)
class Owed:
    """What was paid of an order, what is left of it to be paid by the customer, and what is charged by itself later: minor units.
    `on_the_day`: what is left may be paid at the visit. Nothing where a bank has still to answer."""

    paid: int = 0
    left: int = 0
    later: int = 0
    on_the_day: bool = True


@dataclass(frozen=True, slots=True)
class Cost:
    """What a visit that one side was not there for costs, what of that is still owed, and what goes back: minor units."""

    fee: int
    owed: int
    back: int


@dataclass(frozen=True, slots=True)
class Renewal:
    """That the visits are another term of a subscription: what each costs and did cost, how many a package pays for, and the
    usual dates without one."""

    price_amount: int
    old_price_amount: int
    left_out: tuple[datetime, ...]
    by_package: int = 0


def money_notes(owed: Owed, currency: str, texts: Texts) -> list[str]:
    """What was paid, what is left, and how that is paid."""
    paid, left = (texts.money(amount, currency) for amount in (owed.paid, owed.left))
    notes = []
    if owed.left and not owed.paid:
        notes.append(texts.say("pay_on_day" if owed.on_the_day else "pay_on_page", left=left))
    elif owed.left:
        notes.append(texts.say("paid_rest_day" if owed.on_the_day else "paid_rest_page", paid=paid, left=left))
    elif owed.paid:
        notes.append(texts.say("paid", paid=paid))
    if owed.later:
        notes.append(texts.say("charged_later"))
    return notes


def cost_notes(cost: Cost | None, currency: str, texts: Texts) -> list[str]:
    """What it costs and why, what is still to be paid, and what goes back."""
    if cost is None:
        return []
    sums = {"cost_fee": cost.fee, "cost_owed": cost.owed, "cost_back": cost.back}
    return [texts.say(name, amount=texts.money(amount, currency)) for name, amount in sums.items() if amount]


def renewal_notes(told: Renewal | None, zone: str, currency: str, texts: Texts) -> list[str]:
    """What changes with another term, and how to do without it."""
    if told is None:
        return []
    price, before = (texts.money(amount, currency) for amount in (told.price_amount, told.old_price_amount))
    missing = ", ".join(texts.date(on, zone) for on in told.left_out)
    return [
        texts.say("renewed.price" if price == before else "renewed.new_price", price=price, before=before),
        *([texts.say("renewed.by_package", count=str(told.by_package))] if told.by_package else []),
        *([texts.say("renewed.dates_missing", dates=missing)] if missing else []),
        texts.say("renewed.stop"),
    ]
