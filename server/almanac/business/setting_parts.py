"""What the groups of settings are made of: numbers with a unit, texts, lists in order."""

from __future__ import annotations

import re
from enum import StrEnum
from typing import Any, ClassVar

from pydantic import BaseModel, ConfigDict, Field

VAT_NUMBER = re.compile(r"[A-Z]{2}(?=.*\d)[0-9A-Z+*]{2,13}")


class Unit(StrEnum):
    """What a number counts: forms say it beside the box."""

    MINUTES = "minutes"
    HOURS = "hours"
    DAYS = "days"
    MONTHS = "months"
    TIMES = "times"
    VISITS = "visits"
    PERCENT = "percent"
    KM_H = "km_h"
    OCLOCK = "oclock"  # an hour of the day
    POINTS = "points"
    MONEY = "money"  # whole units of the business's currency


def count_of(unit: Unit, *, least: int, most: int, default: Any = ...) -> Any:
    """A whole number from `least` to `most` of the unit."""
    return Field(default, strict=True, ge=least, le=most, json_schema_extra={"unit": unit.value})


def from_near_to_far(days: tuple[int, ...]) -> tuple[int, ...]:
    return tuple(sorted(set(days)))


def from_far_to_near(hours: tuple[int, ...]) -> tuple[int, ...]:
    return tuple(sorted(set(hours), reverse=True))


def text_of(*, most: int, default: str = "", lines: bool = False) -> Any:
    """Text of at most so many characters, on several lines where it may be."""
    return Field(default, max_length=most, json_schema_extra={"lines": lines})


def tidy(text: str) -> str:
    """Without space at the ends of its lines or of itself, and without what cannot be printed."""
    lines = ("".join(letter for letter in line if letter.isprintable()) for line in text.splitlines())
    return "\n".join(line.strip() for line in lines).strip()


def vat_number_tidied(text: str) -> str:
    """A country and its number, as invoices show them; nothing for a business that is not registered."""
    tidy = "".join(text.split()).upper().replace("-", "")
    if tidy[:1].isdecimal():
        tidy = f"GB{tidy}"
    if tidy and not VAT_NUMBER.fullmatch(tidy):
        raise ValueError("Write it with its country, such as GB123456789.")
    return tidy


def from_low_to_high(amounts: tuple[int, ...]) -> tuple[int, ...]:
    return tuple(sorted(set(amounts)))


class SettingsGroup(BaseModel):
    """Base of a group; `group` is its name in the table and the API."""

    model_config = ConfigDict(extra="forbid", frozen=True)
    group: ClassVar[str]
