"""Who goes first: the one lock under which time is taken, and what the database says when somebody else was first.

The order of locks everywhere: staff members by key, then order, coupon, gift card, ledger account. A forgotten lock is an
error (guards.py), never a double booking.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from uuid import UUID

from django.db import IntegrityError, OperationalError, connection
from django.db.models import Q, QuerySet

from almanac.people.models import StaffMember
from almanac.scheduling.errors import SlotTaken, UnknownStaff
from almanac.scheduling.guards import CONSTRAINT
from almanac.scheduling.models import HeldSeats

LOCK_SECONDS = 4  # a queue this long at one person means: say so, with alternatives
STATEMENT_SECONDS = 10
# The seats of a session, and one basket's line held twice at once (PostgreSQL's and SQLite's words).
_REFUSALS = (
    CONSTRAINT,
    "claim_seats_within_capacity",
    "hold_once_a_line",
    "scheduling_hold.owner",
    "database is locked",
)
_LIMITS = f"SET LOCAL lock_timeout = '{LOCK_SECONDS}s'; SET LOCAL statement_timeout = '{STATEMENT_SECONDS}s';"
# PostgreSQL: exclusion violation, deadlock, serialization failure, lock not available, statement timed out.
_OTHERS_WERE_FIRST = {"23P01", "40P01", "40001", "55P03", "57014"}


class NotInTransaction(RuntimeError):
    """A lock outside a transaction would be over before it helped."""


def lock_staff(staff_ids: Iterable[str | UUID], *, kept_by: Iterable[tuple[str, str]] = ()) -> set[UUID]:
    """Lock these staff members, in the order of their keys, until the caller's transaction ends; and with them those
    whose time the holds of these (owner, line) keep. Returns who is locked. One SQL query.

    PostgreSQL: row locks that leave readers and foreign keys alone, waiting at most LOCK_SECONDS. SQLite: the transaction
    itself began IMMEDIATE, so nobody else writes. Raises NotInTransaction, UnknownStaff, and through `contention` SlotTaken.
    """
    if not connection.in_atomic_block:
        raise NotInTransaction("lock staff members inside transaction.atomic()")
    wanted = {item if isinstance(item, UUID) else UUID(item) for item in staff_ids}
    holds = list(kept_by)
    if not wanted and not holds:  # nobody to lock, and no statement that says so
        return set()
    whom = Q(pk__in=wanted)
    for owner, line in holds:
        whom |= Q(pk__in=HeldSeats.objects.filter(hold__owner=owner, hold__line=line).values("claim__staff_id"))
    rows = StaffMember.objects.select_for_update(no_key=True).filter(whom).order_by("pk").values_list("pk", flat=True)
    locked = _within_limits(rows) if connection.vendor == "postgresql" else set(rows)
    if missing := wanted - locked:
        raise UnknownStaff(staff_id=min(missing))
    return locked


def _within_limits(rows: QuerySet[StaffMember, UUID]) -> set[UUID]:
    """The rows, with the limits of waiting set for the rest of the transaction on the same way to PostgreSQL."""
    statement, parameters = rows.query.sql_with_params()
    with connection.cursor() as cursor:
        cursor.execute(f"{_LIMITS} {statement}", parameters)
        while cursor.nextset():
            pass
        return {key for (key,) in cursor.fetchall()}


@contextmanager
def contention() -> Iterator[None]:
    """Turn what the database says when somebody else was first into SlotTaken. Goes outside the `atomic` it is about."""
    try:
        yield
    except (IntegrityError, OperationalError) as error:
        if not _somebody_was_first(error):
            raise
        raise SlotTaken from error


def _somebody_was_first(error: Exception) -> bool:
    state = getattr(error.__cause__, "sqlstate", None)
    return state in _OTHERS_WERE_FIRST or any(words in str(error) for words in _REFUSALS)
