"""Writes of the books: post an entry, reverse one, build the balances anew (docs/algorithms/ledger.md)."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db import IntegrityError, connection, transaction
from django.db.models import BigIntegerField, Case, F, Q, QuerySet, Value, When

from almanac.ledger.errors import AlreadyReversed, BelowNothing, EntryMismatch, MalformedEntry, OutsideTransaction
from almanac.ledger.models import HOLDER_LENGTH, KEY_LENGTH, KIND_LENGTH, SHARDS, Account, Balance, Entry, Posting, Role
from almanac.ledger.queries import accounts_with_sums

MOST_LEGS = 200
MOST = 10**15  # of a leg: sums of very many still fit into the column, and into a number of JavaScript's
_CURRENCY = re.compile(r"[A-Z]{3}", re.ASCII)


@dataclass(frozen=True, slots=True)
class Leg:
    """What an entry does to one account: minor units, above zero a debit, below zero a credit."""

    role: Role
    amount: int
    holder: str = ""


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
) -> Entry:
    """Write a movement of money once, in the caller's transaction. Legs on one account are added up; those of nothing
    are left out.

    `key` says which movement it is: the entry that is there is the answer when it says the same. `subject` is what it is
    about, for `queries.entries_about`. Raises OutsideTransaction; MalformedEntry for legs that do not sum to zero or
    are of fewer than two accounts; EntryMismatch; BelowNothing, after which the caller's transaction is as before.
    """
    entry = Entry(key=key, kind=kind, subject=subject, currency=currency, happened_at=happened_at, created_at=now)
    return _write(entry, _checked(legs, currency))


def reverse(*, entry: Entry, key: str, happened_at: datetime, now: datetime) -> Entry:
    """Write the exact opposite of an entry, once. Raises AlreadyReversed, and what `post` raises."""
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
    )
    return _write(opposite, legs)


@transaction.atomic
def rebuild_balances() -> int:
    """Make every balance the sum of its postings again, and say how many accounts were wrong. Who posts meanwhile waits.

    For the repair after an accident. Accounts whose postings are below their floor are left as they are:
    `queries.broken_laws` names them, and an entry has to put them right.
    """
    if connection.vendor == "postgresql":  # SQLite has one writer at a time
        with connection.cursor() as cursor:
            cursor.execute("LOCK TABLE ledger_balance IN EXCLUSIVE MODE")
    wrong = [
        account
        for account in accounts_with_sums().filter(~Q(posted=F("kept")) | Q(odd=True))
        if not (Role(account.role).has_floor and account.posted > 0)
    ]
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


def _not_negative(amount: int) -> int:
    if amount < 0:
        raise MalformedEntry(f"{amount} is below nothing: debit and credit say the direction")
    return amount


def _checked(legs: Iterable[Leg], currency: str) -> list[Leg]:
    sums: Counter[tuple[Role, str]] = Counter()
    for leg in legs:
        sums[leg.role, leg.holder] += leg.amount
    found = [Leg(role, amount, holder) for (role, holder), amount in sums.items() if amount]
    if not _CURRENCY.fullmatch(currency):
        raise MalformedEntry(f"{currency!r} is no currency")
    if not 2 <= len(found) <= MOST_LEGS:
        raise MalformedEntry(f"an entry has 2 to {MOST_LEGS} legs, not {len(found)}")
    if sum(leg.amount for leg in found) != 0:
        raise MalformedEntry(f"the legs sum to {sum(leg.amount for leg in found)}")
    if any(len(leg.holder) > HOLDER_LENGTH or abs(leg.amount) > MOST for leg in found):
        raise MalformedEntry("a holder is too long, or an amount too large")
    return found


def _write(entry: Entry, legs: Sequence[Leg]) -> Entry:
    if not transaction.get_connection().in_atomic_block:
        raise OutsideTransaction("an entry belongs in the transaction of what it records")
    if not 0 < len(entry.key) <= KEY_LENGTH or not 0 < len(entry.kind) <= KIND_LENGTH:
        raise MalformedEntry(f"a key has 1 to {KEY_LENGTH} characters, a kind 1 to {KIND_LENGTH}")
    if len(entry.subject) > HOLDER_LENGTH:
        raise MalformedEntry(f"a subject has at most {HOLDER_LENGTH} characters")
    there = _same_as(entry, legs)
    if there is not None:
        return there
    with transaction.atomic():  # a refusal leaves nothing behind
        accounts = _accounts(entry.currency, legs)
        there = _insert(entry, accounts, legs)
        if there is entry:
            _add_to_balances(entry.pk, {accounts[leg.role, leg.holder]: leg.amount for leg in legs})
    return there


def _insert(entry: Entry, accounts: Mapping[tuple[str, str], Account], legs: Sequence[Leg]) -> Entry:
    """The entry, or the one that somebody else wrote at the same moment."""
    try:
        with transaction.atomic():
            # The entry comes last: it closes what was written for it (guards.py).
            Posting.objects.bulk_create(
                Posting(entry_id=entry.pk, account=accounts[leg.role, leg.holder], amount=leg.amount) for leg in legs
            )
            entry.save(force_insert=True)
    except IntegrityError:
        there = _same_as(entry, legs)
        if there is not None:
            return there
        if entry.reverses_id and Entry.objects.filter(reverses_id=entry.reverses_id).exists():
            raise AlreadyReversed(f"{entry.key} would reverse it again") from None
        raise
    return entry


def _same_as(entry: Entry, legs: Sequence[Leg]) -> Entry | None:
    there = Entry.objects.filter(key=entry.key).first()
    if there is None:
        return None
    said = {
        (posting.account.role, posting.account.holder): posting.amount
        for posting in there.postings.select_related("account")
    }
    # Not the instant: a webhook and a list of the provider's tell it differently. The first one stays.
    facts = [(each.kind, each.subject, each.currency, each.reverses_id) for each in (there, entry)]
    if facts[0] != facts[1] or said != {(leg.role, leg.holder): leg.amount for leg in legs}:
        raise EntryMismatch(f"{entry.key} is there and says something else")
    return there


def _accounts(currency: str, legs: Sequence[Leg]) -> dict[tuple[str, str], Account]:
    wanted = {(str(leg.role), leg.holder) for leg in legs}
    found = _known(currency, wanted)
    missing = wanted - found.keys()
    if missing:
        Account.objects.bulk_create(
            (Account(role=role, holder=holder, currency=currency) for role, holder in sorted(missing)),
            ignore_conflicts=True,
        )
        found |= _known(currency, missing)
    return found


def _known(currency: str, wanted: Iterable[tuple[str, str]]) -> dict[tuple[str, str], Account]:
    either = Q()
    for role, holder in wanted:
        either |= Q(role=role, holder=holder)
    return {(each.role, each.holder): each for each in Account.objects.filter(either, currency=currency)}


def _add_to_balances(entry_id: UUID, amounts: Mapping[Account, int]) -> None:
    """Under the locks of the rows concerned, which are taken in the order of account and shard."""
    shard = entry_id.int % SHARDS  # the last bits of a uuid7 are random
    floored = {account.pk: Role(account.role).has_floor for account in amounts}
    parts = {account.pk: (0 if floored[account.pk] else shard, amount) for account, amount in amounts.items()}
    # Before any lock: a row that two want to make at once is waited for, and who waits must not be waited for.
    missing = parts.keys() - set(_rows(parts).values_list("account_id", flat=True))
    Balance.objects.bulk_create(
        (Balance(account_id=key, shard=parts[key][0], has_floor=floored[key]) for key in sorted(missing)),
        ignore_conflicts=True,
    )
    rows = {row.account_id: row for row in _rows(parts).select_for_update().order_by("account_id", "shard")}
    for account, amount in amounts.items():
        row = rows[account.pk]
        if floored[account.pk] and row.amount + amount > 0:
            raise BelowNothing(str(account), available=-row.amount)
    Balance.objects.filter(pk__in=[row.pk for row in rows.values()]).update(
        amount=Case(
            *(When(pk=row.pk, then=Value(row.amount + parts[key][1])) for key, row in rows.items()),
            output_field=BigIntegerField(),
        )
    )


def _rows(parts: Mapping[UUID, tuple[int, int]]) -> QuerySet[Balance]:
    either = Q()
    for key, (shard, _) in parts.items():
        either |= Q(account_id=key, shard=shard)
    return Balance.objects.filter(either)
