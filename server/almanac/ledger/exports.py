"""The journal as plain text accounting, for hledger and for beancount: what stood before, every entry, and what must stand then.

An account is `Assets:Clearing:Stripe:GBP`: nature, role, holder and currency. No two accounts have one name, and none is
above another, since balances of those above count those below them.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time
from zoneinfo import ZoneInfo

from django.db.models import Min, Sum

from almanac.ledger.apart import entries_of
from almanac.ledger.models import Account, Entry, Nature, Posting, Role

AT_ONCE = 2_000
_ROOTS = {
    Nature.ASSET: "Assets",
    Nature.LIABILITY: "Liabilities",
    Nature.INCOME: "Income",
    Nature.EXPENSE: "Expenses",
}
# ISO 4217: digits of the minor unit where they are not two.
_WITHOUT = (
    "BIF",
    "CLP",
    "DJF",
    "GNF",
    "ISK",
    "JPY",
    "KMF",
    "KRW",
    "PYG",
    "RWF",
    "UGX",
    "VND",
    "VUV",
    "XAF",
    "XOF",
    "XPF",
)
_OF_THREE = ("BHD", "IQD", "JOD", "KWD", "LYD", "OMR", "TND")
_DIGITS = {**dict.fromkeys(_WITHOUT, 0), **dict.fromkeys(_OF_THREE, 3)}
_PLAIN = re.compile(r"[a-z0-9-]", re.ASCII)
_PLAIN_FIRST = re.compile(r"[a-wyz0-9]", re.ASCII)


@dataclass(frozen=True, slots=True)
class Period:
    """Whole days of a zone: from the first instant of `since` to that of `until`, which is not in it. `apart`: of test money
    alone, or without it; none: all."""

    since: date
    until: date
    zone: ZoneInfo
    apart: bool | None = None

    def instant(self, day: date) -> datetime:
        """The first one of a day."""
        return datetime.combine(day, time(), self.zone)

    def day_of(self, instant: datetime) -> date:
        """On the wall of the zone."""
        return instant.astimezone(self.zone).date()


def whole(zone: ZoneInfo, today: date) -> Period:
    """From the first entry there is to the day after `today`."""
    first: datetime | None = Entry.objects.aggregate(first=Min("happened_at"))["first"]
    began = first.astimezone(zone).date() if first else today
    return Period(min(began, today), date.fromordinal(today.toordinal() + 1), zone)


def hledger(period: Period) -> Iterator[str]:
    """Lines for hledger and ledger, each with its end. `hledger check --strict` holds them to the sums at the end."""
    for currency in _currencies():
        yield f"commodity {_shown(10 ** (_digits(currency) + 3), currency, point='.')}\n"
    for account in Account.objects.order_by("pk").iterator():
        yield f"account {name_of(account)}\n"
    yield from _journal(period, _hledger_entry, _hledger_opening, _hledger_closing)


def beancount(period: Period) -> Iterator[str]:
    """Lines for beancount, each with its end. `bean-check` holds them to the sums at the end."""
    yield 'option "title" "Almanac"\n'
    for currency in _currencies():
        yield f'option "operating_currency" "{currency}"\n'
    for account in Account.objects.order_by("pk").iterator():
        yield f"{period.since} open {name_of(account)} {account.currency}\n"
    yield from _journal(period, _beancount_entry, _beancount_opening, _beancount_closing)


FORMATS: Mapping[str, Callable[[Period], Iterator[str]]] = {"hledger": hledger, "beancount": beancount}
ENDINGS: Mapping[str, str] = {"hledger": "journal", "beancount": "beancount"}  # of files


def name_of(account: Account) -> str:
    """The account as both programs write it."""
    role = Role(account.role)
    words = "".join(word.capitalize() for word in role.split("_"))
    holder = [_part(part) for part in account.holder.split(":")] if account.holder else []
    return ":".join([_ROOTS[role.nature], words, *holder, account.currency])


Sums = Counter[tuple[str, str]]  # minor units by account and currency


def _journal(
    period: Period,
    entry_lines: Callable[[date, Entry], Iterator[str]],
    opening_lines: Callable[[date, Sums], Iterator[str]],
    closing_lines: Callable[[date, Sums], Iterator[str]],
) -> Iterator[str]:
    sums = _opening(period)
    if sums:
        yield from opening_lines(period.since, sums)
    entries = (
        Entry.objects.filter(
            entries_of(period.apart),
            happened_at__gte=period.instant(period.since),
            happened_at__lt=period.instant(period.until),
        )
        .select_related("reverses", "relates_to")
        .prefetch_related("postings__account")
        .order_by("happened_at", "id")
    )
    for entry in entries.iterator(chunk_size=AT_ONCE):
        yield from entry_lines(period.day_of(entry.happened_at), entry)
        for posting in entry.postings.all():
            sums[name_of(posting.account), entry.currency] += posting.amount
    if sums:
        yield from closing_lines(period.until, sums)


def _opening(period: Period) -> Sums:
    rows = (
        Posting.objects.filter(entries_of(period.apart, prefix="entry__"), happened_at__lt=period.instant(period.since))
        .values_list("account__role", "account__holder", "account__currency")
        .annotate(total=Sum("amount"))
        .order_by("account__role", "account__holder", "account__currency")
    )
    found: Sums = Counter()
    for role, holder, currency, total in rows.iterator():
        if total:
            found[name_of(Account(role=role, holder=holder, currency=currency)), currency] = total
    return found


def _hledger_entry(day: date, entry: Entry) -> Iterator[str]:
    yield f"\n{day} * {_words(entry.kind).replace(';', ',').replace('|', '/')}\n"
    for tag, value in _facts(entry):
        yield f"    ; {tag}: {_words(value)}\n"
    yield from _hledger_legs(_legs(entry))


def _hledger_opening(day: date, sums: Sums) -> Iterator[str]:
    yield f"\n{day} * opening balances\n"
    yield from _hledger_legs(sums.items())


def _hledger_closing(day: date, sums: Sums) -> Iterator[str]:
    yield f"\n{day} * closing balances\n"
    for (name, currency), amount in sums.items():
        yield f"    {name}  {_shown(0, currency)} = {_shown(amount, currency)}\n"


def _hledger_legs(legs: Iterable[tuple[tuple[str, str], int]]) -> Iterator[str]:
    for (name, currency), amount in legs:
        yield f"    {name}  {_shown(amount, currency)}\n"


def _beancount_entry(day: date, entry: Entry) -> Iterator[str]:
    yield f'\n{day} * "{_quoted(entry.kind)}"\n'
    for tag, value in _facts(entry):
        yield f'  {tag}: "{_quoted(value)}"\n'
    yield from _beancount_legs(_legs(entry))


def _beancount_opening(day: date, sums: Sums) -> Iterator[str]:
    yield f'\n{day} * "opening balances"\n'
    yield from _beancount_legs(sums.items())


def _beancount_closing(day: date, sums: Sums) -> Iterator[str]:
    yield "\n"
    for (name, currency), amount in sums.items():
        yield f"{day} balance {name} {_shown(amount, currency)}\n"


def _beancount_legs(legs: Iterable[tuple[tuple[str, str], int]]) -> Iterator[str]:
    for (name, currency), amount in legs:
        yield f"  {name} {_shown(amount, currency)}\n"


def _legs(entry: Entry) -> Iterator[tuple[tuple[str, str], int]]:
    for posting in sorted(entry.postings.all(), key=lambda each: -each.amount):
        yield (name_of(posting.account), entry.currency), posting.amount


def _facts(entry: Entry) -> Iterator[tuple[str, str]]:
    yield "key", entry.key
    yield "happened", entry.happened_at.isoformat()
    if entry.subject:
        yield "subject", entry.subject
    if entry.reverses is not None:
        yield "reverses", entry.reverses.key
    if entry.relates_to is not None:
        yield "relates", entry.relates_to.key


def _part(word: str) -> str:
    """A part of a holder: it begins with a capital or a digit; what may not stand there is X, its number in hex, X."""
    if not word:
        return "XX"
    first = word[0].upper() if _PLAIN_FIRST.match(word[0]) else _escaped(word[0])
    return first + "".join(each if _PLAIN.match(each) else _escaped(each) for each in word[1:])


def _escaped(letter: str) -> str:
    return f"X{ord(letter):x}X"


def _words(text: str) -> str:
    """On one line."""
    return "".join(letter if letter.isprintable() else " " for letter in text).strip() or "-"


def _quoted(text: str) -> str:
    return _words(text).replace("\\", "\\\\").replace('"', '\\"')


def _currencies() -> list[str]:
    return list(Account.objects.values_list("currency", flat=True).distinct().order_by("currency"))


def _digits(currency: str) -> int:
    return _DIGITS.get(currency, 2)


def _shown(amount: int, currency: str, *, point: str = "") -> str:
    """Minor units as a decimal number. `point`: what ends a number that has no digits behind it."""
    digits = _digits(currency)
    whole_units, rest = divmod(abs(amount), 10**digits)
    behind = f".{rest:0{digits}}" if digits else point
    return f"{'-' if amount < 0 else ''}{whole_units}{behind} {currency}"
