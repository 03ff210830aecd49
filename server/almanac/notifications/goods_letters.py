"""Composing letters about what was bought without a time: it is ready, and here is the way to it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from almanac.kit.text import one_line
from almanac.notifications.account_letters import unlinked
from almanac.notifications.letter_page import Block, Labelled, Letter, drawn, ink_on
from almanac.notifications.letters import Sender, help_line
from almanac.notifications.texts import Texts, texts_in


@dataclass(frozen=True, slots=True)
class Bought:
    """Products of an order that are ready: names as sold, each with who made it."""

    number: str
    customer_name: str
    products: Sequence[tuple[str, str]]
    downloads: int  # how often each may be
    agreed_on: str = ""  # by phone, that the download ends the 14 days: confirmed in writing, as the law wants


def compose_product_ready(bought: Bought, *, sender: Sender, language: str, link: str) -> Letter:
    """The letter in the reader's language; its button opens the order, where the files are."""
    texts = texts_in(language)
    names = [one_line(name) for name, _ in bought.products]
    values = {
        "what": ", ".join(names),
        "name": unlinked(bought.customer_name),
        "count": str(bought.downloads),
    }
    rows = [Labelled(texts.say("label.number"), [bought.number])]
    agreed = [texts.say("goods.product.agreed", day=bought.agreed_on)] if bought.agreed_on else []
    context = {
        "language": texts.language,
        "sender": sender,
        "accent_ink": ink_on(sender.accent),
        "heading": texts.say("goods.product.heading"),
        "intro": texts.say("goods.product.intro", **values),
        "blocks": [
            Block(one_line(name), [Labelled(texts.say("label.who"), [one_line(mentor)]), *rows])
            for name, mentor in bought.products
        ],
        "notes": [texts.say("goods.product.note", **values), *agreed],
        "button": (texts.say("goods.product.button"), link),
        "help": help_line(sender, texts),
    }
    return drawn(texts.say("goods.product.subject", **values), context)


@dataclass(frozen=True, slots=True)
class Given:
    """A gift card as its letter tells it; `amount` in minor units."""

    amount: int
    currency: str
    code: str
    sender_name: str
    message: str


def compose_gift_card(given: Given, *, sender: Sender, language: str, link: str) -> Letter:
    """To whom the card is for: with its code, and the way to a page to print. What was typed never becomes a link."""
    texts = texts_in(language)
    amount = texts.money(given.amount, given.currency)
    values = {
        "amount": amount,
        "from": unlinked(one_line(given.sender_name)) or texts.say("goods.card.nobody"),
        "business": sender.name,
    }
    rows = [
        Labelled(texts.say("goods.card.code"), [given.code]),
        Labelled(texts.say("goods.card.amount"), [amount]),
    ]
    if given.message:
        rows.append(Labelled(texts.say("goods.card.message"), [unlinked(line) for line in given.message.splitlines()]))
    context = {
        "language": texts.language,
        "sender": sender,
        "accent_ink": ink_on(sender.accent),
        "heading": texts.say("goods.card.heading"),
        "intro": texts.say("goods.card.intro", **values),
        "blocks": [Block(texts.say("goods.card.heading"), rows)],
        "notes": [texts.say("goods.card.note")],
        "button": (texts.say("goods.card.button"), link),
        "help": help_line(sender, texts),
    }
    return drawn(texts.say("goods.card.subject", **values), context)


@dataclass(frozen=True, slots=True)
class CardSold:
    """A gift card as its buyer is told of it; `day` is when it is sent, empty: it was."""

    number: str
    amount: int
    currency: str
    recipient_email: str
    day: str


def compose_card_sold(sold: CardSold, *, sender: Sender, language: str, link: str) -> Letter:
    """To whoever bought the card: it is paid, and whom it goes to. Without its code, which is another's."""
    texts = texts_in(language)
    values = {
        "number": sold.number,
        "amount": texts.money(sold.amount, sold.currency),
        "email": unlinked(sold.recipient_email),
        "day": sold.day,
    }
    context = {
        "language": texts.language,
        "sender": sender,
        "accent_ink": ink_on(sender.accent),
        "heading": texts.say("goods.sold.heading"),
        "intro": texts.say("goods.sold.intro_later" if sold.day else "goods.sold.intro_at_once", **values),
        "blocks": [Block(values["amount"], [Labelled(texts.say("label.number"), [sold.number])])],
        "notes": [],
        "button": (texts.say("goods.sold.button"), link),
        "help": help_line(sender, texts),
    }
    return drawn(texts.say("goods.sold.subject", **values), context)


@dataclass(frozen=True, slots=True)
class PassTold:
    """A package as its letters tell it; `day` is its last day in words, empty: it has none."""

    name: str
    code: str
    customer_name: str
    visits: int
    left: int
    day: str
    services: Sequence[str]


def compose_package(told: PassTold, *, sender: Sender, language: str, link: str) -> Letter:
    """To whoever bought a package, or was given one: with its code, and how its visits are used."""
    texts = texts_in(language)
    key, end = "goods.package", "until" if told.day else "no_end"
    return _package(told, key, count=told.visits, end=end, sender=sender, texts=texts, link=link)


def compose_package_ending(told: PassTold, *, sender: Sender, language: str, link: str) -> Letter:
    """To its holder before its last day: how many visits are left, and until when."""
    texts = texts_in(language)
    return _package(told, "goods.ending", count=told.left, end="until", sender=sender, texts=texts, link=link)


def _package(told: PassTold, key: str, *, count: int, end: str, sender: Sender, texts: Texts, link: str) -> Letter:
    values = {
        "what": one_line(told.name),
        "name": unlinked(told.customer_name),
        "count": str(count),
        "day": told.day,
        "business": sender.name,
    }
    rows = [
        Labelled(texts.say("goods.card.code"), [told.code]),
        Labelled(texts.say("goods.package.left"), [f"{told.left} / {told.visits}"]),
        Labelled(texts.say("goods.package.for"), [one_line(name) for name in told.services]),
    ]
    context = {
        "language": texts.language,
        "sender": sender,
        "accent_ink": ink_on(sender.accent),
        "heading": texts.say(f"{key}.heading"),
        "intro": texts.say(f"{key}.intro", **values),
        "blocks": [Block(values["what"], rows)],
        "notes": [texts.say("goods.package.note"), texts.say(f"goods.package.{end}", **values)],
        "button": (texts.say("goods.package.button"), link),
        "help": help_line(sender, texts),
    }
    return drawn(texts.say(f"{key}.subject", **values), context)
