"""Composing letters about money: what goes back, what was not paid in time or did not come, and what the team has to see to."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from almanac.kit.text import one_line
from almanac.notifications.account_letters import unlinked
from almanac.notifications.letter_page import Block, Labelled, Letter, drawn, ink_on
from almanac.notifications.letters import Sender, help_line
from almanac.notifications.texts import Texts, texts_in


class MoneyMessage(StrEnum):
    """What a letter says; names its texts in the catalogue as `money.<name>.…`."""

    REFUNDED = "refunded"
    LAPSED = "lapsed"
    CALLED_OFF = "called_off"  # while it waited to be paid
    LINK = "link"  # somebody of the team asks for what is due
    BROKEN = "broken"
    CHARGE_FAILED = "charge_failed"
    CHARGE_GIVEN_UP = "charge_given_up"
    REFUND_FAILED = "refund_failed"
    DISPUTED = "disputed"
    WARNED = "warned"
    OVERDUE = "overdue"
    REWARDED = "rewarded"  # for bringing a friend: of no order
    POINTS_REWARD = "points_reward"  # nor are these two
    POINTS_LAPSING = "points_lapsing"
    REFUSED = "refused"
    HELD = "held"
    AWAITED = "awaited"  # to be paid before it stands
    STILL_AWAITED = "still_awaited"
    TRANSFER = "transfer"
    TRANSFER_SHORT = "transfer_short"
    TRANSFER_DUE = "transfer_due"
    RECEIPT = "receipt"
    TIP_RECEIPT = "tip_receipt"
    TIP = "tip"  # to whoever it is for
    LOOKED_AT = "looked_at"  # of a held order, to its customer
    INVOICED = "invoiced"
    CREDITED = "credited"
    DISPUTE_SEEN = "dispute_seen"  # the bank decides without asking us
    DISPUTE_WON = "dispute_won"
    DISPUTE_LOST = "dispute_lost"
    NOT_COME = "not_come"  # a debit that broke, to the team
    NOT_CHARGED = "not_charged"


BY_TRANSFER = frozenset({MoneyMessage.TRANSFER, MoneyMessage.TRANSFER_SHORT, MoneyMessage.TRANSFER_DUE})
ABOUT_DISPUTES = frozenset(
    {
        MoneyMessage.DISPUTED,
        MoneyMessage.DISPUTE_SEEN,
        MoneyMessage.DISPUTE_WON,
        MoneyMessage.DISPUTE_LOST,
        MoneyMessage.WARNED,
    }
)
# What can be done about it is to pay: nothing of it is told once that is done.
ASKS_FOR_MONEY = frozenset(
    {
        MoneyMessage.LINK,
        MoneyMessage.BROKEN,
        MoneyMessage.CHARGE_FAILED,
        MoneyMessage.CHARGE_GIVEN_UP,
        MoneyMessage.OVERDUE,
        MoneyMessage.AWAITED,
        MoneyMessage.STILL_AWAITED,
        MoneyMessage.TRANSFER,
        MoneyMessage.TRANSFER_SHORT,
        MoneyMessage.TRANSFER_DUE,
        MoneyMessage.INVOICED,
    }
)
PAID_AHEAD = frozenset({MoneyMessage.AWAITED, MoneyMessage.STILL_AWAITED})
FAILURES = frozenset({MoneyMessage.REFUND_FAILED, MoneyMessage.NOT_COME, MoneyMessage.NOT_CHARGED})
TO_TEAM = ABOUT_DISPUTES | FAILURES | {MoneyMessage.HELD}
OTHERWISE_OF_GOODS = frozenset({MoneyMessage.LAPSED, MoneyMessage.LOOKED_AT})


@dataclass(frozen=True, slots=True)
class Moved:
    """What a letter is about: an amount of minor units of an order, or (`is_code`) on a coupon; or points that lapse after a
    `day`, of no `number`."""

    number: str
    amount: int
    currency: str
    what: str  # what the order is of
    is_goods: bool = False  # and nothing of it has a time
    documents: tuple[tuple[str, str], ...] = ()  # numbers of invoices and credit notes, with where each is
    next_try: datetime | None = None  # of a charge that did not work
    zone: str = "UTC"
    is_code: bool = False
    account: tuple[tuple[str, str], ...] = ()  # where a transfer is to be sent, each part by its label
    pay_by: datetime | None = None
    is_online: bool = True  # it can be paid by the page that the button opens
    points: int = 0
    day: str = ""
    person: str = ""  # who gave a tip, or was given it
    details: tuple[tuple[str, str], ...] = ()  # more of it, each by the name of its label
    notes: tuple[str, ...] = ()


def compose_money(message: MoneyMessage, moved: Moved, *, sender: Sender, language: str, link: str) -> Letter:
    """The letter in the reader's language; its button leads to the order, or to where one books."""
    texts = texts_in(language)
    of_goods = message in OTHERWISE_OF_GOODS and moved.is_goods
    key, amount = (
        f"money.{message}_goods" if of_goods else f"money.{message}",
        texts.money(moved.amount, moved.currency),
    )
    again = texts.say("money.next_try", date=texts.date(moved.next_try, moved.zone)) if moved.next_try else ""
    until = texts.moment(moved.pay_by, moved.zone) if moved.pay_by else ""
    values = {"number": moved.number, "amount": amount, "next": again, "until": until, "day": moved.day}
    values["how"] = texts.say("money.how.online" if moved.is_online else "money.how.us")
    values |= {"points": str(moved.points), "person": unlinked(one_line(moved.person))}
    context = {
        "language": texts.language,
        "sender": sender,
        "accent_ink": ink_on(sender.accent),
        "heading": texts.say(f"{key}.heading"),
        "intro": texts.say(f"{key}.intro", **values).strip(),
        "blocks": [Block(one_line(moved.what), _rows(moved, texts))],
        "notes": list(moved.notes),
        "button": (texts.say(f"{key}.button" if moved.is_online else "money.see_order"), link),
        "help": "" if message in TO_TEAM or message is MoneyMessage.TIP else help_line(sender, texts),
    }
    return drawn(texts.say(f"{key}.subject", **values), context)


def _rows(moved: Moved, texts: Texts) -> list[Labelled]:
    label = "label.code" if moved.is_code else "label.number"
    rows = [Labelled(texts.say(label), [moved.number])] if moved.number else []
    if moved.account:
        rows = [Labelled(texts.say("label.amount"), [texts.money(moved.amount, moved.currency)])]
        rows += [Labelled(texts.say(f"label.{name}"), [value]) for name, value in moved.account]
        rows.append(Labelled(texts.say("label.reference"), [moved.number]))
    rows += [Labelled(texts.say(f"label.{name}"), [one_line(value)]) for name, value in moved.details]
    for number, address in moved.documents:
        rows.append(Labelled(texts.say("label.invoice"), [number, address], is_ours=True))
    return rows
