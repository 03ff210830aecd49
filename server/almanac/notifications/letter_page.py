"""What every message is made of: blocks of labelled lines and one button, drawn as plain text and as HTML."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from django.template.loader import render_to_string

from almanac.kit.text import one_line

WHITE, NEAR_BLACK, BLACK, READABLE = "#FFFFFF", "#1F2430", "#000000", 4.5


@dataclass(frozen=True, slots=True)
class Letter:
    """A finished message. `brief` is what it says in a sentence and `link` where its button leads: what there is of it on a
    telephone or in a list."""

    subject: str
    text: str
    html: str
    brief: str
    link: str = ""
    calendar: str = ""
    calendar_method: str = ""


class Labelled(NamedTuple):
    """Labelled lines. Addresses in them become links only where the product or the business wrote them (`is_ours`)."""

    label: str
    lines: list[str]
    is_ours: bool = False


@dataclass(frozen=True, slots=True)
class Block:
    """A titled list of labelled lines."""

    title: str
    rows: list[Labelled] = field(default_factory=list)


def drawn(subject: str, context: Mapping[str, Any], *, calendar: str = "", calendar_method: str = "") -> Letter:
    """A letter of what the templates want: language, sender, accent_ink, heading, intro, blocks, notes, button and help."""
    button = context["button"]
    return Letter(
        subject=one_line(subject),
        text=render_to_string("notifications/letter.txt", dict(context)).strip() + "\n",
        html=render_to_string("notifications/letter.html", dict(context)),
        brief=one_line(context["intro"]),
        link=button[1] if button else "",
        calendar=calendar,
        calendar_method=calendar_method,
    )


def ink_on(accent: str) -> str:
    """White, our near-black or black: the first that reads on the accent (4.5 to 1, WCAG 2.2, 1.4.3). One always does."""
    ground = _luminance(accent)
    for ink in (WHITE, NEAR_BLACK):
        low, high = sorted((ground, _luminance(ink)))
        if (high + 0.05) / (low + 0.05) >= READABLE:
            return ink
    return BLACK


def _luminance(colour: str) -> float:
    """Relative luminance, 0 to 1 (WCAG 2.2)."""
    red, green, blue = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in (red, green, blue)]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
