"""Reads of the books: balances, what was written about something, sums of a time, and whether the laws hold."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from django.db.models import Q, QuerySet, Sum
from django.db.models.functions import Coalesce

from almanac.ledger import laws
from almanac.ledger.models import Account, Balance, BooksCheck, Entry, Posting, Role

CHECKED_WITHIN = timedelta(hours=3)


@dataclass(frozen=True, slots=True)
class Total:
    """The sum of a role in one currency, in its own direction: what it grew by."""

    role: Role
    currency: str
    amount: int


@dataclass(frozen=True, slots=True)
class Turnover:
    """What entries of one kind did to one account in a time: minor units to its debit and to its credit, both above zero."""

    kind: str
    role: Role
    holder: str
    currency: str
    debits: int
    credits: int


@dataclass(frozen=True, slots=True)
class Line:
    """An entry as it stands on one account: what it added there and what stood there then, in the account's direction."""

    entry: Entry
    amount: int
    balance: int


def balance(role: Role, currency: str, holder: str = "") -> int:
    """Minor units on one account, in the direction in which it grows; an account that is not there has none."""
    return _natural(
        role, _sum(Balance.objects.filter(account__role=role, account__currency=currency, account__holder=holder))
    )


def balances_of(role: Role, holders: Iterable[str]) -> dict[tuple[str, str], int]:
    """Minor units by (holder, currency) of accounts of one role; those that are not there are left out. One SQL query."""
    rows = (
        Balance.objects.filter(account__role=role, account__holder__in=list(holders))
        .values_list("account__holder", "account__currency")
        .annotate(total=Sum("amount"))
        .order_by("account__holder", "account__currency")
    )
    return {(holder, currency): _natural(role, total) for holder, currency, total in rows}


def total_of(role: Role) -> dict[str, int]:
    """Minor units by currency, over all holders of a role."""
    rows = Balance.objects.filter(account__role=role).values_list("account__currency").annotate(total=Sum("amount"))
    return {currency: _natural(role, total) for currency, total in rows.order_by("account__currency")}


def entry(key: str) -> Entry | None:
    """The movement of this key, if it was written, with its postings and accounts."""
    return _whole(Entry.objects.filter(key=key)).first()


def entries_about(subject: str) -> QuerySet[Entry]:
    """All entries with this subject, the oldest first, with their postings and accounts."""
    return _whole(Entry.objects.filter(subject=subject)).order_by("happened_at", "id")


def balance_at(role: Role, currency: str, instant: datetime, holder: str = "") -> int:
    """Minor units that stood on one account just before an instant, by what happened, not by when it was written."""
    return _natural(role, _sum(_postings(role, currency, holder).filter(happened_at__lt=instant)))


def balances_at(instant: datetime) -> list[Total]:
    """What stood on each role just before an instant, by currency; roles with nothing are left out."""
    return _totals(Posting.objects.filter(happened_at__lt=instant))


def totals(since: datetime, until: datetime) -> list[Total]:
    """What each role grew by in `[since, until)`, by currency; roles that nothing happened on are left out."""
    return _totals(Posting.objects.filter(happened_at__gte=since, happened_at__lt=until))


def turnover(since: datetime, until: datetime) -> list[Turnover]:
    """What was moved in `[since, until)`, by kind, role, holder and currency. For the report of a month."""
    # Said of both tables: each is then read by its own index, and nothing of other times.
    rows = list(
        Posting.objects.filter(happened_at__gte=since, happened_at__lt=until)
        .filter(entry__happened_at__gte=since, entry__happened_at__lt=until)
        .values_list("entry__kind", "account_id")
        .annotate(
            debits=Coalesce(Sum("amount", filter=Q(amount__gt=0)), 0),
            credits=Coalesce(-Sum("amount", filter=Q(amount__lt=0)), 0),
        )
    )
    accounts = Account.objects.in_bulk({account_id for _, account_id, _, _ in rows})
    found = [(kind, accounts[account_id], debits, credits) for kind, account_id, debits, credits in rows]
    return sorted(
        (
            Turnover(kind, Role(account.role), account.holder, account.currency, debits, credits)
            for kind, account, debits, credits in found
        ),
        key=lambda each: (each.kind, each.role, each.holder, each.currency),
    )


def statement(role: Role, holder: str, currency: str, since: datetime, until: datetime) -> Iterator[Line]:
    """The entries of one account in `[since, until)`, the oldest first, with what stood there after each."""
    stands = balance_at(role, currency, since, holder)
    postings = _postings(role, currency, holder).filter(happened_at__gte=since, happened_at__lt=until)
    for posting in postings.select_related("entry").order_by("happened_at", "entry_id").iterator():
        amount = _natural(role, posting.amount)
        stands += amount
        yield Line(posting.entry, amount, stands)


def broken_laws() -> list[str]:
    """What is wrong with the books, law by law, in words for who has to find out why; empty when all is well."""
    return list(laws.broken())


def books_state(*, now: datetime) -> str:
    """ "ok", or what the last look at the laws found, in a few words for the health page."""
    last = BooksCheck.objects.first()
    if last is None:
        return "not looked at yet"
    if last.broken:
        return f"{last.broken} broken laws"
    return "ok" if now - last.checked_at <= CHECKED_WITHIN else "not looked at for hours"


def _whole(entries: QuerySet[Entry]) -> QuerySet[Entry]:
    return entries.select_related("reverses", "relates_to").prefetch_related("postings__account")


def _postings(role: Role, currency: str, holder: str) -> QuerySet[Posting]:
    return Posting.objects.filter(account__role=role, account__currency=currency, account__holder=holder)


def _totals(postings: QuerySet[Posting]) -> list[Total]:
    rows = (
        postings.values_list("account__role", "account__currency")
        .annotate(total=Sum("amount"))
        .order_by("account__currency", "account__role")
    )
    return [Total(Role(role), currency, _natural(Role(role), total)) for role, currency, total in rows if total]


def _natural(role: Role, amount: int) -> int:
    return amount if role.grows_by_debit else -amount


def _sum(rows: QuerySet[Any], column: str = "amount") -> int:
    found: int | None = rows.aggregate(total=Sum(column))["total"]
    return found or 0
