"""Reads of the books: balances, what was written about something, sums of a time, and whether the laws hold."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import BigIntegerField, Count, Exists, F, OuterRef, Q, QuerySet, Subquery, Sum
from django.db.models.functions import Coalesce

from almanac.ledger.models import Account, Balance, Entry, Posting, Role


@dataclass(frozen=True, slots=True)
class Total:
    """The sum of a role in one currency, in its own direction: what it grew by."""

    role: Role
    currency: str
    amount: int


def balance(role: Role, currency: str, holder: str = "") -> int:
    """Minor units on one account, in the direction in which it grows; an account that is not there has none."""
    return _natural(
        role, _sum(Balance.objects.filter(account__role=role, account__currency=currency, account__holder=holder))
    )


def entries_about(subject: str) -> QuerySet[Entry]:
    """All entries with this subject, the oldest first, with their postings and accounts."""
    return Entry.objects.filter(subject=subject).order_by("happened_at", "id").prefetch_related("postings__account")


def totals(since: datetime, until: datetime) -> list[Total]:
    """What each role grew by in `[since, until)`, by currency; roles that nothing happened on are left out."""
    rows = (
        Posting.objects.filter(entry__happened_at__gte=since, entry__happened_at__lt=until)
        .values_list("account__role", "account__currency")
        .annotate(total=Sum("amount"))
        .order_by("account__currency", "account__role")
    )
    return [Total(Role(role), currency, _natural(Role(role), total)) for role, currency, total in rows]


def accounts_with_sums() -> QuerySet[Any, Any]:
    """All accounts with `posted`, the sum of their postings, and `kept`, that of their balances, read at one instant; `odd`
    where a balance does not know of its account's floor."""
    floored = Q(account__role__in=[role for role in Role if role.has_floor])
    parts = Balance.objects.filter(account=OuterRef("pk")).order_by()
    postings = Posting.objects.filter(account=OuterRef("pk")).order_by()
    return Account.objects.annotate(
        posted=_sum_of(postings),
        kept=_sum_of(parts),
        odd=Exists(parts.filter(floored & (Q(has_floor=False) | Q(shard__gt=0)) | ~floored & Q(has_floor=True))),
    )


def broken_laws() -> list[str]:
    """What is wrong with the books, law by law, in words for who has to find out why; empty when all is well."""
    return [*_unbalanced(), *_unlike_their_postings(), *_below_nothing(), *_not_opposite(), *_not_zero()]


def _natural(role: Role, amount: int) -> int:
    return amount if role.grows_by_debit else -amount


def _sum_of(rows: QuerySet[Any]) -> Coalesce:
    total = rows.values("account").annotate(total=Sum("amount")).values("total")
    return Coalesce(Subquery(total, output_field=BigIntegerField()), 0)


def _sum(rows: QuerySet[Balance]) -> int:
    found: int | None = rows.aggregate(total=Sum("amount"))["total"]
    return found or 0


def _unbalanced() -> Iterator[str]:
    entries = Entry.objects.annotate(
        total=Sum("postings__amount"),
        count=Count("postings"),
        foreign=Count("postings", filter=~Q(postings__account__currency=F("currency"))),
    )
    for entry in entries.filter(~Q(total=0) | Q(total=None) | Q(count__lt=2) | Q(foreign__gt=0)).order_by("pk"):
        yield f"law 1: {entry.key} sums to {entry.total} over {entry.count} postings"


def _unlike_their_postings() -> Iterator[str]:
    for account in accounts_with_sums().exclude(posted=F("kept")).order_by("pk"):
        yield f"law 4: {account} is said to hold {account.kept} and holds {account.posted}"
    for account in accounts_with_sums().filter(odd=True).order_by("pk"):
        yield f"law 5: {account} is not held to its floor"


def _below_nothing() -> Iterator[str]:
    floored = Account.objects.filter(role__in=[role for role in Role if role.has_floor])
    for account in floored.annotate(total=Sum("postings__amount")).filter(total__gt=0).order_by("pk"):
        yield f"law 5: {account} is {account.total} below nothing"


def _not_opposite() -> Iterator[str]:
    reversals = Entry.objects.exclude(reverses=None).select_related("reverses")
    for entry in reversals.prefetch_related("postings", "reverses__postings").order_by("pk"):
        assert entry.reverses is not None
        own, first = (
            {posting.account_id: posting.amount for posting in each.postings.all()} for each in (entry, entry.reverses)
        )
        if own != {account_id: -amount for account_id, amount in first.items()}:
            yield f"law 3: {entry.key} is not the opposite of {entry.reverses.key}"


def _not_zero() -> Iterator[str]:
    sums = Posting.objects.values_list("account__currency").annotate(Sum("amount")).order_by("account__currency")
    for currency, total in sums:
        if total:
            yield f"law 6: all accounts in {currency} sum to {total}"
