"""Composing letters of the waiting list: asked, offered, passed on, over."""

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


class WaitingMessage(StrEnum):
    """What a letter says; names its texts in the catalogue as `waiting.<name>.…`."""

    JOINED = "joined"
    OFFERED = "offered"
    PASSED_ON = "passed_on"
    OVER_LAPSED = "over_lapsed"
    OVER_EXPIRED = "over_expired"
    OVER_REMOVED = "over_removed"


@dataclass(frozen=True, slots=True)
class Waited:
    """An entry as its letters tell it; dates and times are read on the clock of `zone`."""

    name: str
    what: str
    zone: str
    first_on: date
    last_on: date
    weekdays: Sequence[int] = ()
    parts: Sequence[str] = ()
    staff: Sequence[str] = ()
    offer_minutes: int = 0
    offered: tuple[datetime, datetime] | None = None
    offered_with: str = ""
    kept_until: datetime | None = None


def compose_waiting(message: WaitingMessage, waited: Waited, *, sender: Sender, language: str, link: str) -> Letter:
    """The letter in the reader's language; its button leads to the entry, or where one may join again."""
    texts = texts_in(language)
    key = f"waiting.{message}"
    values = {
        "what": one_line(waited.what),
        "name": unlinked(waited.name),
        "when": texts.span(*waited.offered, waited.zone) if waited.offered else "",
        "minutes": str(waited.offer_minutes),
        "until": _until(waited, texts),
    }
    context = {
        "language": texts.language,
        "sender": sender,
        "accent_ink": ink_on(sender.accent),
        "heading": texts.say(f"{key}.heading"),
        "intro": texts.say(f"{key}.intro", **values),
        "blocks": [Block(one_line(waited.what), _rows(message, waited, texts))],
        "notes": [texts.say("account.not_you")] if message is WaitingMessage.JOINED else [],
        "button": (texts.say(f"{key}.button"), link),
        "help": help_line(sender, texts),
    }
    return drawn(texts.say(f"{key}.subject", **values), context)


def _rows(message: WaitingMessage, waited: Waited, texts: Texts) -> list[Labelled]:
    rows = []
    if waited.offered and message in (WaitingMessage.OFFERED, WaitingMessage.PASSED_ON):
        rows.append(Labelled(texts.say("label.when"), [texts.span(*waited.offered, waited.zone)]))
        rows.append(Labelled(texts.say("label.who"), [one_line(waited.offered_with)]))
    if message is WaitingMessage.OFFERED:
        rows.append(Labelled(texts.say("waiting.kept_until"), [_until(waited, texts)]))
        return rows
    first, last = (_day(on, waited.zone, texts) for on in (waited.first_on, waited.last_on))
    rows.append(Labelled(texts.say("waiting.window"), [first if first == last else f"{first} – {last}"]))
    if waited.weekdays:
        names = ", ".join(texts.say(f"weekday.{number}") for number in waited.weekdays)
        rows.append(Labelled(texts.say("waiting.weekdays"), [names]))
    if waited.parts:
        names = ", ".join(texts.say(f"change.part.{part}") for part in waited.parts)
        rows.append(Labelled(texts.say("waiting.parts"), [names]))
    if waited.staff:
        rows.append(Labelled(texts.say("label.who"), [", ".join(one_line(name) for name in waited.staff)]))
    return rows


def _until(waited: Waited, texts: Texts) -> str:
    return texts.moment(waited.kept_until, waited.zone) if waited.kept_until else ""


def _day(on: date, zone: str, texts: Texts) -> str:
    return texts.date(datetime.combine(on, time(12), ZoneInfo(zone)), zone)
