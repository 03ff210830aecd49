"""Writes of the books: post entries, reverse one, build the balances anew (docs/algorithms/ledger.md)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

import structlog
from django.db import connection, transaction
from django.db.models import F, Q

from almanac.ledger import queries
from almanac.ledger.errors import AlreadyReversed, MalformedEntry
from almanac.ledger.laws import accounts_with_sums
from almanac.ledger.legs import Leg, checked
from almanac.ledger.models import Account, Balance, BooksCheck, Entry, Role
from almanac.ledger.writing import Draft, write

__all__ = [
    "Leg",
    "Movement",
    "credit",
    "debit",
    "post",
    "post_all",
    "rebuild_balances",
    "reverse",
    "take_back",
]
MOST_ENTRIES = 500  # of one call
MOST_IN_LOG = 20
REBUILT_AT_ONCE = 500
log = structlog.get_logger(__name__)


@dataclass(frozen=True, slots=True)
class Movement:
    """An entry to be written. `post` says what each of these means."""

    key: str
    kind: str
    currency: str
    legs: Iterable[Leg]
    happened_at: datetime
    subject: str = ""
    relates_to: Entry | None = None


def debit(role: Role, amount: int, holder: str = "") -> Leg:
    """`amount`, zero or more, to the debit of an account."""
    return Leg(role, _not_negative(amount), holder)


def credit(role: Role, amount: int, holder: str = "") -> Leg:
    """`amount`, zero or more, to the credit of an account."""
    return Leg(role, -_not_negative(amount), holder)


def post(
    *,
    key: str,
    kind: str,
    currency: str,
    legs: Iterable[Leg],
    happened_at: datetime,
    now: datetime,
    subject: str = "",
    relates_to: Entry | None = None,
) -> Entry:
    """Write a movement of money once, in the caller's transaction. Legs on one account are added up; those of nothing
    are left out.

    `key` says which movement it is: the entry that is there is the answer when it says the same. `subject` is what it is
    about, for `queries.entries_about`. `relates_to`: the entry of which this gives back a part. Raises
    OutsideTransaction; MalformedEntry for legs that do not sum to zero or are of fewer than two accounts; EntryMismatch;
    BelowNothing; BeyondCapture when more would go back than came in. After these the caller's transaction is as before.
    """
    movement = Movement(key, kind, currency, legs, happened_at, subject, relates_to)
    return post_all([movement], now=now)[0]


def post_all(movements: Iterable[Movement], *, now: datetime) -> list[Entry]:
    """Write several movements, all or none, and answer with an entry each, in their order. Of a card that is loaded and
    spent in one call only what is left in the end is looked at.

    Their locks are taken in one order, so two calls never wait for each other in a circle. Raises what `post` raises,
    and MalformedEntry for more than 500.
    """
    drafts = [_draft(movement, now) for movement in movements]
    if len(drafts) > MOST_ENTRIES:
        raise MalformedEntry(f"{len(drafts)} entries at once, at most {MOST_ENTRIES}")
    written = write(drafts)
    return [written[draft.entry.key] for draft in drafts]


def reverse(*, entry: Entry, key: str, happened_at: datetime, now: datetime) -> Entry:
    """Write the exact opposite of an entry, once. It relates to what the entry relates to. Raises AlreadyReversed, and what
    `post` raises: BeyondCapture also for an entry of which something went back already.
    """
    if entry.reverses_id is not None:
        raise AlreadyReversed(f"{entry.key} is itself a reversal")
    legs = [
        Leg(Role(posting.account.role), -posting.amount, posting.account.holder)
        for posting in entry.postings.select_related("account")
    ]
    opposite = Entry(
        key=key,
        kind=entry.kind,
        subject=entry.subject,
        currency=entry.currency,
        happened_at=happened_at,
        created_at=now,
        reverses=entry,
        relates_to_id=entry.relates_to_id,
    )
    return write([Draft(opposite, legs)])[key]


def take_back(*, entry: Entry, key: str, legs: Iterable[Leg], happened_at: datetime, now: datetime) -> Entry:
    """Write that what an entry moved came back, by these legs: others may own a part of it by now, or a penny may have to fall
    elsewhere. Where they are its exact opposite they reverse it; else they are an entry of the same kind that relates to what it
    relates to. Raises what `reverse` raises."""
    wanted = checked(legs, entry.currency)
    opposite = {
        Leg(Role(posting.account.role), -posting.amount, posting.account.holder)
        for posting in entry.postings.select_related("account")
    }
    if set(wanted) == opposite:
        return reverse(entry=entry, key=key, happened_at=happened_at, now=now)
    return post(
        key=key,
        kind=entry.kind,
        currency=entry.currency,
        legs=wanted,
        happened_at=happened_at,
        now=now,
        subject=entry.subject,
        relates_to=entry.relates_to,
    )


def rebuild_balances() -> int:
    """Make every balance the sum of its postings again, and say how many accounts were wrong. Some accounts at a time, each
    time in a transaction of its own; who posts meanwhile waits for that.

    For the repair after an accident. Accounts whose postings are below their floor are left as they are:
    `queries.broken_laws` names them, and an entry has to put them right.
    """
    wrong, after = 0, UUID(int=0)
    while batch := list(
        Account.objects.filter(pk__gt=after).order_by("pk").values_list("pk", flat=True)[:REBUILT_AT_ONCE]
    ):
        wrong += _rebuild(batch[0], batch[-1])
        after = batch[-1]
    return wrong


@transaction.atomic
def _rebuild(first: UUID, last: UUID) -> int:
    if connection.vendor == "postgresql":  # SQLite has one writer at a time
        with connection.cursor() as cursor:
            cursor.execute("LOCK TABLE ledger_balance IN EXCLUSIVE MODE")
    odd = accounts_with_sums().filter(~Q(posted=F("kept")) | Q(odd=True), pk__range=(first, last))
    wrong = [account for account in odd if not (Role(account.role).has_floor and account.posted > 0)]
    floored = [account.pk for account in wrong if Role(account.role).has_floor]
    Balance.objects.filter(account__in=floored, shard__gt=0).delete()
    Balance.objects.filter(account__in=wrong).update(amount=0)
    Balance.objects.bulk_create(
        (Balance(account=account, has_floor=Role(account.role).has_floor, amount=account.posted) for account in wrong),
        update_conflicts=True,
        unique_fields=["account", "shard"],
        update_fields=["amount", "has_floor"],
    )
    return len(wrong)


def check_books(*, now: datetime) -> list[str]:
    """Look whether the laws hold, and keep the answer for the health page. What is wrong, law by law, goes into the log."""
    broken = queries.broken_laws()
    BooksCheck.objects.update_or_create(pk=1, defaults={"checked_at": now, "broken": len(broken)})
    if broken:
        log.error("the books are not in order", broken=len(broken), laws=broken[:MOST_IN_LOG])
    return broken


def _draft(movement: Movement, now: datetime) -> Draft:
    entry = Entry(
        key=movement.key,
        kind=movement.kind,
        subject=movement.subject,
        currency=movement.currency,
        happened_at=movement.happened_at,
        created_at=now,
        relates_to=movement.relates_to,
    )
    return Draft(entry, checked(movement.legs, movement.currency))


def _not_negative(amount: int) -> int:
    if amount < 0:
        raise MalformedEntry(f"{amount} is below nothing: debit and credit say the direction")
    return amount
