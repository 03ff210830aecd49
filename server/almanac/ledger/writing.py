"""How entries come into the books: all of a call or none, each key once, under locks in one order (locks.py)."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple
from uuid import UUID

from django.db import IntegrityError, transaction
from django.db.models import BigIntegerField, Case, Q, Sum, Value, When

from almanac.ledger.errors import AlreadyReversed, BelowNothing, BeyondCapture, EntryMismatch, MalformedEntry
from almanac.ledger.legs import Leg
from almanac.ledger.locks import Part, balances_of_parts, lock_balances, lock_entries, need_transaction, told_as_busy
from almanac.ledger.models import (
    HOLDER_LENGTH,
    KEY_LENGTH,
    KIND_LENGTH,
    MONEY_ROLES,
    SHARDS,
    Account,
    Balance,
    Entry,
    Posting,
    Role,
)


class Place(NamedTuple):
    """What says which account it is."""

    currency: str
    role: str
    holder: str


@dataclass(frozen=True, slots=True)
class Draft:
    """An entry that is not written yet, and its legs: each account once, none of nothing."""

    entry: Entry
    legs: Sequence[Leg]

    @property
    def root_id(self) -> UUID | None:
        """The entry of which this gives a part back, or all of it."""
        return self.entry.relates_to_id or self.entry.reverses_id

    def amounts(self) -> dict[Place, int]:
        """Minor units by account."""
        return {Place(self.entry.currency, str(leg.role), leg.holder): leg.amount for leg in self.legs}


def write(drafts: Iterable[Draft]) -> dict[str, Entry]:
    """Entries by key: those that were there and say the same, and the others, written now, all or none."""
    need_transaction()
    wanted = _one_each(drafts)
    with told_as_busy():
        found = _there(wanted.values())
        roots = {draft.root_id for key, draft in wanted.items() if key not in found and draft.root_id}
        if roots:
            lock_entries(roots)
            found = _there(wanted.values())  # what was written while we waited
            _refuse_second_reversals(draft for key, draft in wanted.items() if key not in found)
        while missing := [draft for key, draft in sorted(wanted.items()) if key not in found]:
            try:
                with transaction.atomic():  # a refusal leaves nothing behind
                    found |= _write(missing)
            except IntegrityError:
                somebody = _there(missing)  # a key that was written at the same moment
                if not somebody:
                    raise
                found |= somebody
    return found


def _one_each(drafts: Iterable[Draft]) -> dict[str, Draft]:
    wanted: dict[str, Draft] = {}
    for draft in drafts:
        _check_words(draft.entry)
        first = wanted.setdefault(draft.entry.key, draft)
        if _facts(first.entry) != _facts(draft.entry) or first.amounts() != draft.amounts():
            raise EntryMismatch(f"{draft.entry.key} is asked for twice, and not the same")
    return wanted


def _check_words(entry: Entry) -> None:
    if not 0 < len(entry.key) <= KEY_LENGTH or not 0 < len(entry.kind) <= KIND_LENGTH:
        raise MalformedEntry(f"a key has 1 to {KEY_LENGTH} characters, a kind 1 to {KIND_LENGTH}")
    if len(entry.subject) > HOLDER_LENGTH:
        raise MalformedEntry(f"a subject has at most {HOLDER_LENGTH} characters")
    if "\0" in entry.key + entry.kind + entry.subject:
        raise MalformedEntry("no database keeps that character")


def _facts(entry: Entry) -> tuple[object, ...]:
    # Not the instant: a webhook and a list of the provider's tell it differently. The first one stays.
    return entry.kind, entry.subject, entry.currency, entry.reverses_id, entry.relates_to_id


def _there(drafts: Iterable[Draft]) -> dict[str, Entry]:
    """Of these, the entries that are there. Raises EntryMismatch."""
    wanted = {draft.entry.key: draft for draft in drafts}
    found = Entry.objects.filter(key__in=wanted).prefetch_related("postings__account")
    for there in found:
        said = {
            Place(there.currency, each.account.role, each.account.holder): each.amount for each in there.postings.all()
        }
        draft = wanted[there.key]
        if _facts(there) != _facts(draft.entry) or said != draft.amounts():
            raise EntryMismatch(f"{there.key} is there and says something else")
    return {there.key: there for there in found}


def _write(drafts: Sequence[Draft]) -> dict[str, Entry]:
    """New entries, in the order of their keys: so two that write the same ones wait for the first of them."""
    _keep_to_captures(drafts)
    accounts = _accounts({place for draft in drafts for place in draft.amounts()})
    # Entries come after their postings: they close what was written for them (guards.py).
    Posting.objects.bulk_create(
        Posting(entry_id=draft.entry.pk, account=accounts[place], amount=amount, happened_at=draft.entry.happened_at)
        for draft in drafts
        for place, amount in draft.amounts().items()
    )
    Entry.objects.bulk_create(draft.entry for draft in drafts)
    _add_to_balances(drafts, accounts)
    return {draft.entry.key: draft.entry for draft in drafts}


def _keep_to_captures(drafts: Iterable[Draft]) -> None:
    """Of no entry goes more back than it took in, in clearing, and in all places where money is. The entries are locked."""
    giving_back = [draft for draft in drafts if draft.root_id]
    if not giving_back:
        return
    roots = Entry.objects.in_bulk([draft.root_id for draft in giving_back])
    taken_in, gone_back = _moved(roots)
    for draft in giving_back:
        root = roots.get(draft.root_id)
        if root is None or root.currency != draft.entry.currency:
            raise MalformedEntry(f"{draft.entry.key} gives back of what is not there, or of another currency")
        if draft.entry.relates_to_id and (root.relates_to_id or root.reverses_id):
            raise MalformedEntry(f"{root.key} gives back itself: nothing goes back of it")
        for roles in ((Role.CLEARING,), MONEY_ROLES):
            came = sum(taken_in[root.pk, role] for role in roles)
            went = sum(gone_back[root.pk, role] for role in roles)
            back = went + sum(leg.amount for leg in draft.legs if leg.role in roles)
            if back < 0 and back + came < 0:
                raise BeyondCapture(key=root.key, available=max(came, 0) + went)
        for leg in draft.legs:
            gone_back[root.pk, leg.role] += leg.amount


def _moved(roots: Iterable[UUID]) -> tuple[Counter[tuple[UUID, str]], Counter[tuple[UUID, str]]]:
    """What these entries did to the places where money is, by entry and role, and what all that goes back of them did."""
    taken_in: Counter[tuple[UUID, str]] = Counter()
    gone_back: Counter[tuple[UUID, str]] = Counter()
    roots = set(roots)
    sums = (
        Posting.objects.filter(
            Q(entry__in=roots) | Q(entry__relates_to__in=roots) | Q(entry__reverses__in=roots),
            account__role__in=MONEY_ROLES,
        )
        .values_list("entry_id", "entry__relates_to_id", "entry__reverses_id", "account__role")
        .annotate(Sum("amount"))
    )
    for entry_id, relates_to_id, reverses_id, role, amount in sums:
        if entry_id in roots:
            taken_in[entry_id, role] += amount
        if root := relates_to_id or reverses_id:
            gone_back[root, role] += amount
    return taken_in, gone_back


def _refuse_second_reversals(drafts: Iterable[Draft]) -> None:
    wanted = [draft.entry.reverses_id for draft in drafts if draft.entry.reverses_id]
    if wanted and (second := Entry.objects.filter(reverses__in=wanted).first()):
        raise AlreadyReversed(f"{second.key} reverses it already")


def _accounts(places: set[Place]) -> dict[Place, Account]:
    found = _known(places)
    missing = places - found.keys()
    if missing:
        Account.objects.bulk_create(
            (Account(role=role, holder=holder, currency=currency) for currency, role, holder in sorted(missing)),
            ignore_conflicts=True,
        )
        found |= _known(missing)
    return found


def _known(places: Iterable[Place]) -> dict[Place, Account]:
    holders: defaultdict[tuple[str, str], list[str]] = defaultdict(list)
    for currency, role, holder in places:
        holders[currency, role].append(holder)
    either = Q()
    for (currency, role), each in holders.items():
        either |= Q(currency=currency, role=role, holder__in=each)
    accounts = Account.objects.filter(either) if either else ()
    return {Place(each.currency, each.role, each.holder): each for each in accounts}


def _add_to_balances(drafts: Iterable[Draft], accounts: Mapping[Place, Account]) -> None:
    """Under the locks of the rows concerned. Raises BelowNothing."""
    places = {account.pk: place for place, account in accounts.items()}
    parts: Counter[Part] = Counter()
    for draft in drafts:
        spread = draft.entry.pk.int % SHARDS  # the last bits of a uuid7 are random
        for place, amount in draft.amounts().items():
            parts[accounts[place].pk, 0 if Role(place.role).has_floor else spread] += amount
    # Before any lock: a row that two want to make at once is waited for, and who waits must not be waited for.
    missing = parts.keys() - set(balances_of_parts(parts).values_list("account_id", "shard"))
    Balance.objects.bulk_create(
        (
            Balance(account_id=account_id, shard=shard, has_floor=Role(places[account_id].role).has_floor)
            for account_id, shard in sorted(missing)
        ),
        ignore_conflicts=True,
    )
    rows = lock_balances(parts)
    for part, amount in parts.items():
        place = places[part[0]]
        if Role(place.role).has_floor and amount > 0 and rows[part].amount + amount > 0:
            raise BelowNothing(
                role=place.role, holder=place.holder, currency=place.currency, available=-rows[part].amount
            )
    Balance.objects.filter(pk__in=[row.pk for row in rows.values()]).update(
        amount=Case(
            *(When(pk=row.pk, then=Value(row.amount + parts[part])) for part, row in rows.items()),
            output_field=BigIntegerField(),
        )
    )
