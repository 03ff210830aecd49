"""Composing letters about time off: asked for, to those who may answer; granted or refused, to whoever asked."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, time, timedelta
from enum import StrEnum
from zoneinfo import ZoneInfo

from almanac.kit.text import one_line
from almanac.notifications.letter_page import Block, Labelled, Letter, drawn, ink_on
from almanac.notifications.letters import Sender
from almanac.notifications.texts import Texts, texts_in


class TimeOffMessage(StrEnum):
    """What a letter says; names its texts in the catalogue as `time_off.<name>.…`."""

    ASKED = "asked"
    GRANTED = "granted"
    REFUSED = "refused"


@dataclass(frozen=True, slots=True)
class Absence:
    """An absence as its letters tell it, in the staff member's zone. `answer` is the word of whoever decided."""

    staff_name: str
    zone: str
    starts_at: datetime
    ends_at: datetime
    reason: str
    answered_by: str = ""
    answer: str = ""


def compose_time_off(message: TimeOffMessage, absence: Absence, *, sender: Sender, language: str, link: str) -> Letter:
    """The letter in the reader's language; its button leads to the page where one answers, or where one's own stand."""
    texts = texts_in(language)
    key = f"time_off.{message}"
    values = {"staff": one_line(absence.staff_name), "when": when(absence, texts), "by": one_line(absence.answered_by)}
    rows = [Labelled(texts.say("label.when"), [values["when"]])]
    if absence.reason:
        rows.append(Labelled(texts.say("time_off.reason"), [one_line(absence.reason)]))
    if absence.answer:
        rows.append(Labelled(texts.say("time_off.answer"), [one_line(absence.answer)]))
    context = {
        "language": texts.language,
        "sender": sender,
        "accent_ink": ink_on(sender.accent),
        "heading": texts.say(f"{key}.heading"),
        "intro": texts.say(f"{key}.intro", **values),
        "blocks": [Block("", rows)],
        "notes": [],
        "button": (texts.say(f"{key}.button"), link),
        "help": "",
    }
    return drawn(texts.say(f"{key}.subject", **values), context)


def when(absence: Absence, texts: Texts) -> str:
    """ "Tue 9 June", "Tue 9 June – Fri 12 June" for whole dates, else with the times."""
    zone = ZoneInfo(absence.zone)
    first, last = absence.starts_at.astimezone(zone), absence.ends_at.astimezone(zone)
    if first.time() != time() or last.time() != time():
        return texts.span(absence.starts_at, absence.ends_at, absence.zone)
    day, until = first.date(), last.date() - timedelta(days=1)
    told = texts.date(absence.starts_at, absence.zone)
    return told if day == until else f"{told} – {texts.date(absence.ends_at - timedelta(hours=12), absence.zone)}"
