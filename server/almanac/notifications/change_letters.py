"""Composing letters about requests for a change: to those who answer them, and the answer to whoever asked."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from enum import StrEnum
from zoneinfo import ZoneInfo

from almanac.kit.text import one_line
from almanac.notifications.account_letters import unlinked
from almanac.notifications.letter_page import Block, Labelled, Letter, drawn, ink_on
from almanac.notifications.letters import Sender, help_line
from almanac.notifications.texts import Texts, texts_in


class ChangeMessage(StrEnum):
    """What a letter says; names its texts in the catalogue as `change.<name>.…`."""

    ASKED_MOVE = "asked_move"
    ASKED_CANCEL = "asked_cancel"
    ASKED_ABSENT = "asked_absent"
    NOT_TAKEN = "not_taken"
    PROPOSED = "proposed"
    DECLINED = "declined"
    DECLINED_ABSENT = "declined_absent"


TO_CUSTOMER = frozenset({ChangeMessage.PROPOSED, ChangeMessage.DECLINED, ChangeMessage.DECLINED_ABSENT})


@dataclass(frozen=True, slots=True)
class Asked:
    """A request as its letters tell it; times are read on the clock of `zone`."""

    what: str
    customer_name: str
    zone: str
    starts_at: datetime
    ends_at: datetime
    wishes: Sequence[tuple[date, str]] = ()
    note: str = ""
    answer: str = ""
    proposed: tuple[datetime, datetime] | None = None
    proposed_staff: str = ""


def compose_change(message: ChangeMessage, asked: Asked, *, sender: Sender, language: str, link: str) -> Letter:
    """The letter in the reader's language; its button leads to where one answers."""
    texts = texts_in(language)
    key = f"change.{message}"
    now_at = texts.span(asked.starts_at, asked.ends_at, asked.zone)
    values = {"what": one_line(asked.what), "when": now_at, "customer": unlinked(asked.customer_name)}
    to_customer = message in TO_CUSTOMER
    context = {
        "language": texts.language,
        "sender": sender,
        "accent_ink": ink_on(sender.accent),
        "heading": texts.say(f"{key}.heading"),
        "intro": texts.say(f"{key}.intro", **values),
        "blocks": [Block(one_line(asked.what), _rows(message, asked, now_at, texts))],
        "notes": [],
        "button": (texts.say(f"{key}.button"), link),
        "help": help_line(sender, texts) if to_customer else "",
    }
    return drawn(texts.say(f"{key}.subject", **values), context)


def _rows(message: ChangeMessage, asked: Asked, now_at: str, texts: Texts) -> list[Labelled]:
    rows = [Labelled(texts.say("change.now"), [now_at])]
    if message is ChangeMessage.PROPOSED and asked.proposed:
        rows.append(Labelled(texts.say("change.proposal"), [texts.span(*asked.proposed, asked.zone)]))
        if asked.proposed_staff:
            rows.append(Labelled(texts.say("label.who"), [one_line(asked.proposed_staff)]))
    if message not in TO_CUSTOMER:
        rows.append(Labelled(texts.say("label.customer"), [unlinked(asked.customer_name)]))
        if asked.wishes:
            rows.append(Labelled(texts.say("change.wishes"), [_wish(wish, asked.zone, texts) for wish in asked.wishes]))
        if asked.note:
            rows.append(Labelled(texts.say("label.note"), [unlinked(asked.note)]))
    elif asked.answer:
        rows.append(Labelled(texts.say("change.answer"), [one_line(asked.answer)]))
    return rows


def _wish(wish: tuple[date, str], zone: str, texts: Texts) -> str:
    on, part = wish
    day = texts.date(datetime.combine(on, time(12), ZoneInfo(zone)), zone)
    return f"{day}, {texts.say(f'change.part.{part}')}"
