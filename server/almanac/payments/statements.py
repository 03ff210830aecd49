"""Reads a bank's statement as a file (CSV): its columns found by their titles, its lines of money in. Pure; trusts nothing.

Layouts by the banks' own exports: Barclays (Number, Date, Account, Amount, Subcategory, Memo), Starling (Date, Counter Party,
Reference, Type, Amount (GBP), Balance (GBP)), Monzo (Transaction ID, Date, Time, Type, Name, Amount, Currency, Notes and
#tags, Description); of any other bank by the usual words for date, amount or money in, and text. What is not recognised is
chosen by hand.
"""

from __future__ import annotations

import csv
import hashlib
import io
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime

MOST_BYTES = 2_000_000
MOST_LINES = 10_000
MOST_COLUMNS = 60
MOST_AMOUNT = 1_000_000_00  # minor units: more is a mistake in reading
TEXT_LENGTH, PAYER_LENGTH, SHOWN_CELL, SHOWN_ROWS = 300, 120, 60, 3
DATES = (
    "%d/%m/%Y",
    "%Y-%m-%d",
    "%d-%m-%Y",
    "%d.%m.%Y",
    "%d %b %Y",
    "%d-%b-%Y",
    "%d %B %Y",
    "%d/%m/%y",
    "%Y/%m/%d",
    "%m/%d/%Y",
)
AMOUNT = re.compile(r"(-?)(\d{1,9})(?:\.(\d{1,2}))?")
TITLES: dict[str, tuple[str, ...]] = {  # lower case, the likeliest first
    "key": ("transaction id", "transaction reference id"),
    "day": ("date", "transaction date", "booking date", "completed date", "value date", "date completed (utc)"),
    "paid_in": ("money in", "paid in", "credit", "credit amount", "in", "deposit", "deposits"),
    "amount": ("amount", "value", "transaction amount", "net amount", "amount (gbp)", "amount (eur)", "amount (usd)"),
    "payer": ("name", "counter party", "counterparty", "payer", "from", "paid by", "debtor", "sender"),
    "text": (
        "reference",
        "payment reference",
        "memo",
        "description",
        "transaction description",
        "details",
        "narrative",
        "notes and #tags",
        "notes",
        "subcategory",
    ),
    "currency": ("currency",),
}
LAYOUTS: dict[str, frozenset[str]] = {
    "barclays": frozenset({"number", "date", "account", "amount", "subcategory", "memo"}),
    "starling": frozenset({"date", "counter party", "reference", "type"}),
    "monzo": frozenset({"date", "name", "notes and #tags", "amount", "currency"}),
}


class Unreadable(Exception):
    """The file is no statement that can be read: `too_large`, `no_text`, `too_many`, `empty`, `dates`, `currency`."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


class ColumnsUnknown(Exception):
    """Which column is which is to be said by hand: the titles, and the first lines as they are."""

    def __init__(self, titles: list[str], rows: list[list[str]]) -> None:
        super().__init__("columns unknown")
        self.titles, self.rows = titles, rows


@dataclass(frozen=True, slots=True)
class Columns:
    """Numbers of columns from 0: of the day, of an amount with its sign or of money in alone, and of what is told of it."""

    day: int
    amount: int
    payer: int | None = None
    texts: tuple[int, ...] = ()
    key: int | None = None
    currency: int | None = None


@dataclass(frozen=True, slots=True)
class MoneyIn:
    """A line of money in. `digest` is its key: the bank's name of it, else all it says with its count within the file."""

    booked_on: date
    amount: int
    payer: str
    text: str
    digest: str


@dataclass(frozen=True, slots=True)
class Statement:
    """What a file says: money in, and how many lines were left out as money out, in another currency, or unreadable."""

    layout: str
    lines: list[MoneyIn]
    left_out: int
    unreadable: int


def read(content: bytes, *, currency: str, columns: Columns | None = None) -> Statement:
    """The lines of money in of a file, with its columns found or as they are named. Raises Unreadable, ColumnsUnknown."""
    titles, rows = _table(_text(content))
    layout = "by_hand"
    if columns is None:
        layout, columns = _recognised(titles, rows)
    width = len(titles)
    if any(not 0 <= number < width for number in _numbers(columns)):
        raise ColumnsUnknown(_shown(titles), [_shown(row) for row in rows[:SHOWN_ROWS]])
    other = re.search(r"\(([A-Z]{3})\)$", titles[columns.amount])
    if other and other[1] != currency:
        raise Unreadable("currency")
    day_of = _day_reader([_cell(row, columns.day) for row in rows])
    found, left_out, unreadable = [], 0, 0
    seen: dict[str, int] = {}
    for row in rows:
        booked_on, amount = day_of(_cell(row, columns.day)), minor_units(_cell(row, columns.amount))
        if booked_on is None or amount is None:
            unreadable += 1
        elif amount <= 0 or _cell(row, columns.currency).upper() not in ("", currency):
            left_out += 1
        else:
            found.append(_money_in(row, columns, booked_on, amount, seen))
    return Statement(layout, found, left_out, unreadable)


def minor_units(typed: str) -> int | None:
    """`1,234.50`, `£12`, `-3.00`, `(3.00)`, `12.00 CR`, `1.234,50` in minor units; None for what is no amount, 0 for nothing."""
    flat = re.sub(r"[\s£$€₴+'\u00a0\u202f]|CR$|GBP|EUR|USD", "", typed.upper().replace("\u2212", "-"))
    if not flat:
        return 0
    if flat.endswith("DR") or (flat.startswith("(") and flat.endswith(")")):
        flat = "-" + flat.removesuffix("DR").strip("()")
    if re.search(r",\d{1,2}$", flat):
        flat = flat.replace(".", "").replace(",", ".")
    found = AMOUNT.fullmatch(flat.replace(",", ""))
    if found is None:
        return None
    amount = int(found[2]) * 100 + int((found[3] or "").ljust(2, "0"))
    return None if amount > MOST_AMOUNT else -amount if found[1] else amount


def _text(content: bytes) -> str:
    """As banks write it: UTF-8, UTF-16 with its mark, or else Windows-1252."""
    if len(content) > MOST_BYTES:
        raise Unreadable("too_large")
    is_wide = content.startswith((b"\xff\xfe", b"\xfe\xff"))
    codecs = ["utf-16"] if is_wide else ["utf-8-sig", "cp1252"]
    for codec in codecs:
        try:
            text = content.decode(codec)
        except UnicodeDecodeError:
            continue
        if "\0" not in text and sum(not letter.isprintable() for letter in text) <= len(text) // 4:
            return text
    raise Unreadable("no_text")


def _table(text: str) -> tuple[list[str], list[list[str]]]:
    """The titles and the lines below them; what some banks write above their titles is left out."""
    first = text[:5_000]
    delimiter = max(",;\t", key=first.count)
    try:
        rows = []
        for row in csv.reader(io.StringIO(text, newline=""), delimiter=delimiter):
            if any(cell.strip() for cell in row):
                rows.append([_clean(cell) for cell in row[:MOST_COLUMNS]])
            if len(rows) > MOST_LINES:
                raise Unreadable("too_many")
    except csv.Error as error:
        raise Unreadable("no_text") from error
    known = {title for titles in TITLES.values() for title in titles}
    for number, row in enumerate(rows[:20]):
        if sum(cell.lower() in known for cell in row) >= 2:
            rows = rows[number:]
            break
    if len(rows) < 2:
        raise Unreadable("empty")
    return rows[0], rows[1:]


def _clean(cell: str) -> str:
    """One line of what can be printed, without what a spreadsheet puts around text or would work out."""
    flat = re.sub(r"\s+", " ", "".join(each if each.isprintable() else " " for each in cell)).strip()
    if flat.startswith('="') and flat.endswith('"'):
        flat = flat[2:-1]
    return flat.lstrip("=@\t'")[:TEXT_LENGTH].strip()


def _recognised(titles: list[str], rows: list[list[str]]) -> tuple[str, Columns]:
    small = [title.lower() for title in titles]

    def first(kind: str) -> int | None:
        return next((small.index(title) for title in TITLES[kind] if title in small), None)

    day, amount = first("day"), first("paid_in")
    if amount is None or (first("amount") is not None and "money out" in small):
        amount = first("amount") if first("amount") is not None else amount
    if day is None or amount is None:
        raise ColumnsUnknown(_shown(titles), [_shown(row) for row in rows[:SHOWN_ROWS]])
    texts = tuple(small.index(title) for title in TITLES["text"] if title in small)
    layout = next((name for name, needed in LAYOUTS.items() if needed <= set(small)), "generic")
    return layout, Columns(day, amount, first("payer"), texts, first("key"), first("currency"))


def _day_reader(cells: Sequence[str]) -> Callable[[str], date | None]:
    """Reads days in the one way that reads most of the column, the day before the month where both would do."""
    days = [cell[:10] if re.match(r"\d{4}-\d\d-\d\d", cell) else cell for cell in cells if cell]
    best = max(DATES, key=lambda form: sum(_day(cell, form) is not None for cell in days))
    if not any(_day(cell, best) for cell in days):
        raise Unreadable("dates")
    return lambda cell: _day(cell[:10] if re.match(r"\d{4}-\d\d-\d\d", cell) else cell, best)


def _day(cell: str, form: str) -> date | None:
    try:
        found = datetime.strptime(cell, form).date()  # noqa: DTZ007 - a day of the bank's, at no clock
    except ValueError:
        return None
    return found if 2000 <= found.year < 2100 else None


def _money_in(row: list[str], columns: Columns, booked_on: date, amount: int, seen: dict[str, int]) -> MoneyIn:
    payer = _cell(row, columns.payer)
    said = dict.fromkeys(text for number in columns.texts if (text := _cell(row, number)) and text != payer)
    text = " · ".join(said)[:TEXT_LENGTH]
    key = _cell(row, columns.key)
    if key:
        name = f"key {key}"
    else:
        name = f"{booked_on} {amount} {payer} {text}".casefold()
        seen[name] = seen.get(name, 0) + 1
        name = f"{name} {seen[name]}"
    digest = hashlib.sha256(name.encode()).hexdigest()
    return MoneyIn(booked_on, amount, payer[:PAYER_LENGTH], text, digest)


def _cell(row: list[str], number: int | None) -> str:
    return row[number] if number is not None and number < len(row) else ""


def _numbers(columns: Columns) -> Iterator[int]:
    for number in (columns.day, columns.amount, columns.payer, *columns.texts, columns.key, columns.currency):
        if number is not None:
            yield number


def _shown(row: list[str]) -> list[str]:
    return [cell[:SHOWN_CELL] for cell in row]
