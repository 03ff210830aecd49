"""The rows of the books that are locked, and in which order: entries that something goes back of, by key; then balances,
those with a floor first, by account and shard. Two that write the same rows then never wait for each other in a circle.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from uuid import UUID

from django.db import OperationalError, transaction
from django.db.models import Q, QuerySet

from almanac.ledger.errors import BooksBusy, MalformedEntry, OutsideTransaction
from almanac.ledger.models import Balance, Entry, Role

# PostgreSQL: deadlock, serialization failure, lock not available, statement timed out.
_BUSY = {"40P01", "40001", "55P03", "57014"}
Part = tuple[UUID, int]  # account and shard


@contextmanager
def told_as_busy() -> Iterator[None]:
    """What the database says when others hold the books is BooksBusy, and nobody takes it for something of their own."""
    try:
        yield
    except OperationalError as error:
        if getattr(error.__cause__, "sqlstate", None) in _BUSY or "database is locked" in str(error):
            raise BooksBusy("the books are busy") from error
        raise


def need_transaction() -> None:
    """Raises OutsideTransaction."""
    if not transaction.get_connection().in_atomic_block:
        raise OutsideTransaction("an entry, or a lock, belongs in the transaction of what it is for")


def lock_entries(keys: Iterable[UUID]) -> None:
    """Let nobody else give anything back of these entries until the transaction ends."""
    rows = Entry.objects.select_for_update(no_key=True).filter(pk__in=set(keys)).order_by("pk")
    list(rows.values_list("pk", flat=True))


def lock_balances(parts: Iterable[Part]) -> dict[Part, Balance]:
    """The rows of these parts, locked until the transaction ends."""
    rows = balances_of_parts(parts).select_for_update().order_by("-has_floor", "account_id", "shard")
    return {(row.account_id, row.shard): row for row in rows}


def lock_available(role: Role, holder: str, currency: str) -> int:
    """What may be taken from an account with a floor: minor units that nobody else takes until the transaction ends.

    Who locks several locks them by the keys of their holders, and before they post. An account that is not there has
    nothing, and nothing is locked. Raises OutsideTransaction, BooksBusy, MalformedEntry for a role without a floor.
    """
    need_transaction()
    if not role.has_floor:
        raise MalformedEntry(f"{role} has no floor: there is no end to what may be taken")
    with told_as_busy():
        rows = Balance.objects.select_for_update(of=("self",)).filter(
            account__role=role, account__holder=holder, account__currency=currency
        )
        return -sum(row.amount for row in rows.order_by("account_id", "shard"))


def balances_of_parts(parts: Iterable[Part]) -> QuerySet[Balance]:
    """The rows of these parts that are there."""
    by_shard: defaultdict[int, list[UUID]] = defaultdict(list)
    for account_id, shard in parts:
        by_shard[shard].append(account_id)
    either = Q()
    for shard, account_ids in by_shard.items():
        either |= Q(shard=shard, account_id__in=account_ids)
    return Balance.objects.filter(either) if either else Balance.objects.none()
