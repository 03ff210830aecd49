"""Composing the letter that says when visits that repeat come to an end."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from almanac.kit.text import one_line
from almanac.notifications.account_letters import unlinked
from almanac.notifications.letter_page import Letter, drawn, ink_on
from almanac.notifications.letters import Sender, help_line
from almanac.notifications.texts import texts_in


@dataclass(frozen=True, slots=True)
class Ending:
    """What ends, when, and `why`: `chosen`, `not_on_offer`, `no_way_to_pay`, `nothing_fits`."""

    what: str
    customer_name: str
    last_at: datetime
    zone: str
    why: str


def compose_ending(ending: Ending, *, sender: Sender, language: str, link: str) -> Letter:
    """The letter in the reader's language; its button leads to new dates."""
    texts = texts_in(language)
    values = {
        "what": one_line(ending.what),
        "name": unlinked(one_line(ending.customer_name)),
        "when": texts.moment(ending.last_at, ending.zone),
    }
    context = {
        "language": texts.language,
        "sender": sender,
        "accent_ink": ink_on(sender.accent),
        "heading": texts.say("ending.heading"),
        "intro": texts.say(f"ending.{ending.why}", **values),
        "blocks": [],
        "notes": [texts.say("ending.note")],
        "button": (texts.say("ending.button"), link),
        "help": help_line(sender, texts),
    }
    return drawn(texts.say("ending.subject", **values), context)
