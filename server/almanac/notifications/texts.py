"""Words, dates and money for messages, in the reader's language, from messages/<locale>.json."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import cache
from pathlib import Path
from zoneinfo import ZoneInfo

from almanac.kit.localized import FALLBACK

FOLDER = Path(__file__).parent / "messages"
SYMBOLS = {"GBP": "£", "EUR": "€", "USD": "$", "UAH": "₴"}


@dataclass(frozen=True, slots=True)
class Texts:
    """One language's words; a missing one is said in English."""

    language: str
    words: dict[str, str]

    def say(self, key: str, **values: str) -> str:
        """The words of `key` with values put in. Raises KeyError for an unknown key: a slip in the code."""
        return self.words[key].format(**values)

    def date(self, instant: datetime, zone: str) -> str:
        """ "Tue 9 June" in the zone."""
        local = instant.astimezone(ZoneInfo(zone))
        return self.say(
            "date",
            weekday=self.words[f"weekday.{local.weekday()}"],
            day=str(local.day),
            month=self.words[f"month.{local.month}"],
        )

    def moment(self, instant: datetime, zone: str) -> str:
        """ "Tue 9 June, 10:00" in the zone."""
        return f"{self.date(instant, zone)}, {instant.astimezone(ZoneInfo(zone)):%H:%M}"

    def span(self, starts_at: datetime, ends_at: datetime, zone: str) -> str:
        """ "Tue 9 June, 10:00-12:00"; the second date is named when it is another."""
        first, last = (instant.astimezone(ZoneInfo(zone)) for instant in (starts_at, ends_at))
        until = f"{last:%H:%M}"
        if last.date() != first.date() and last - first > timedelta(hours=24):
            until = f"{self.date(ends_at, zone)}, {until}"
        return f"{self.date(starts_at, zone)}, {first:%H:%M}–{until}"

    def money(self, amount: int, currency: str) -> str:
        """ "£64" or "£64.50", the way this language writes it; the code stands for a sign we do not know."""
        whole, cents = divmod(abs(amount), 100)
        number = f"{whole}{self.words['decimal']}{cents:02}" if cents else str(whole)
        sign = "-" if amount < 0 else ""
        symbol = SYMBOLS.get(currency)
        if symbol is None:
            return f"{sign}{number} {currency}"
        return sign + self.say("money", symbol=symbol, number=number)


@cache
def texts_in(language: str) -> Texts:
    """The texts of a language such as "uk" or "de-AT", with English under whatever is missing."""
    base = language.split("-", maxsplit=1)[0].lower()
    english = _read(FALLBACK)
    return Texts(base, {**english, **_read(base)}) if base in languages() else Texts(FALLBACK, english)


@cache
def languages() -> frozenset[str]:
    """The languages there is a catalogue for."""
    return frozenset(path.stem for path in FOLDER.glob("*.json"))


def zone_name(zone: str) -> str:
    """ "London" for "Europe/London": what people call their time zone."""
    return zone.rsplit("/", 1)[-1].replace("_", " ")


def same_clock(instant: datetime, one: str, other: str) -> bool:
    """Whether two zones show the same time at this instant."""
    return instant.astimezone(ZoneInfo(one)).utcoffset() == instant.astimezone(ZoneInfo(other)).utcoffset()


def _read(language: str) -> dict[str, str]:
    words: dict[str, str] = json.loads((FOLDER / f"{language}.json").read_text(encoding="utf-8"))
    return words
