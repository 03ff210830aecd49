"""Whether the laws of the books hold (docs/algorithms/ledger.md): each looks for what breaks it and says so in words."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any
from uuid import UUID

from django.db.models import BigIntegerField, Count, Exists, F, OuterRef, Q, QuerySet, Subquery, Sum
from django.db.models.functions import Coalesce

from almanac.ledger.models import MONEY_ROLES, Account, Balance, Entry, Posting, Role

FLOORED = [role for role in Role if role.has_floor]


def accounts_with_sums() -> QuerySet[Any, Any]:
    """All accounts with `posted`, the sum of their postings, and `kept`, that of their balances, read at one instant; `odd`
    where a balance does not know of its account's floor."""
    floored = Q(account__role__in=FLOORED)
    parts = Balance.objects.filter(account=OuterRef("pk")).order_by()
    postings = Posting.objects.filter(account=OuterRef("pk")).order_by()
    return Account.objects.annotate(
        posted=_sum_of(postings),
        kept=_sum_of(parts),
        odd=Exists(parts.filter(floored & (Q(has_floor=False) | Q(shard__gt=0)) | ~floored & Q(has_floor=True))),
    )


def broken() -> Iterator[str]:
    """What is wrong, law by law."""
    yield from _unbalanced()
    yield from _unlike_their_postings()
    yield from _below_nothing()
    yield from _not_opposite()
    yield from _not_zero()
    yield from _beyond_captures()


def _sum_of(rows: QuerySet[Any]) -> Coalesce:
    total = rows.values("account").annotate(total=Sum("amount")).values("total")
    return Coalesce(Subquery(total, output_field=BigIntegerField()), 0)


def _unbalanced() -> Iterator[str]:
    entries = Entry.objects.annotate(
        total=Sum("postings__amount"),
        count=Count("postings"),
        foreign=Count(
            "postings",
            filter=~Q(postings__account__currency=F("currency"), postings__happened_at=F("happened_at")),
        ),
    )
    for entry in entries.filter(~Q(total=0) | Q(total=None) | Q(count__lt=2) | Q(foreign__gt=0)).order_by("pk"):
        odd = f", {entry.foreign} of another currency or instant" if entry.foreign else ""
        yield f"law 1: {entry.key} sums to {entry.total} over {entry.count} postings{odd}"


def _unlike_their_postings() -> Iterator[str]:
    for account in accounts_with_sums().filter(~Q(posted=F("kept")) | Q(odd=True)).order_by("pk"):
        if account.posted != account.kept:
            yield f"law 4: {account} is said to hold {account.kept} and holds {account.posted}"
        if account.odd:
            yield f"law 5: {account} is not held to its floor"


def _below_nothing() -> Iterator[str]:
    floored = Account.objects.filter(role__in=FLOORED)
    for account in floored.annotate(total=Sum("postings__amount")).filter(total__gt=0).order_by("pk"):
        yield f"law 5: {account} is {account.total} below nothing"


def _not_opposite() -> Iterator[str]:
    reversals = Entry.objects.exclude(reverses=None).select_related("reverses")
    for entry in reversals.prefetch_related("postings", "reverses__postings").order_by("pk").iterator(chunk_size=2000):
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


def _beyond_captures() -> Iterator[str]:
    found: set[UUID] = set()
    for roles in ((Role.CLEARING,), MONEY_ROLES):
        moved = Posting.objects.filter(account__role__in=roles)
        came = moved.filter(entry=OuterRef("root")).order_by().values("entry").annotate(total=Sum("amount"))
        beyond = (
            moved.exclude(entry__relates_to=None, entry__reverses=None)
            .values(root=Coalesce("entry__relates_to_id", "entry__reverses_id"))
            .annotate(back=Sum("amount"))
            .filter(back__lt=0)
            .annotate(came=Coalesce(Subquery(came.values("total"), output_field=BigIntegerField()), 0))
            .filter(back__lt=-F("came"))
        )
        found.update(beyond.values_list("root", flat=True))
    for entry in Entry.objects.filter(pk__in=found).order_by("pk"):
        yield f"law 7: more went back of {entry.key} than came in"
