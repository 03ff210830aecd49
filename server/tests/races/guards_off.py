"""Switching the guards off, one by one, in the throw-away database: what they are for is shown by their absence."""

from __future__ import annotations

from contextlib import nullcontext
from types import SimpleNamespace
from typing import Any

from django.db import connection

from almanac.scheduling import guards
from almanac.scheduling.actions import holds
from almanac.scheduling.models import Claim

LOCK, TRANSACTION = vars(holds)["lock_staff"], vars(holds)["transaction"]
SEATS = next(item for item in Claim._meta.constraints if item.name == "claim_seats_within_capacity")


def without_lock() -> dict[str, Any]:
    """This process checks and takes without locking: no row locks, and no transaction, which is SQLite's lock."""
    vars(holds).update(lock_staff=lambda staff_ids: None, transaction=SimpleNamespace(atomic=nullcontext))
    return {}


def with_lock() -> dict[str, Any]:
    """This process locks again."""
    vars(holds).update(lock_staff=LOCK, transaction=TRANSACTION)
    return {}


def without_seat_check() -> dict[str, Any]:
    """The database no longer compares seats with capacity; SQLite forgets it for this process alone."""
    if connection.vendor == "sqlite":
        _run("PRAGMA ignore_check_constraints = ON")
    else:
        _run(f"ALTER TABLE scheduling_claim DROP CONSTRAINT IF EXISTS {SEATS.name}")
    return {}


def with_seat_check() -> dict[str, Any]:
    """The database compares seats with capacity again; nothing may be oversold by now."""
    if connection.vendor == "sqlite":
        _run("PRAGMA ignore_check_constraints = OFF")
    else:
        without_seat_check()
        with connection.schema_editor() as editor:
            editor.add_constraint(Claim, SEATS)
    return {}


def without_constraint() -> dict[str, Any]:
    """The database no longer refuses overlapping claims."""
    with connection.schema_editor() as editor:
        guards.remove(None, editor)
    return {}


def with_constraint() -> dict[str, Any]:
    """The database refuses overlapping claims again; there may be none by now."""
    with connection.schema_editor() as editor:
        guards.remove(None, editor)
        guards.install(None, editor)
    return {}


def _run(statement: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute(statement)


COMMANDS = {
    "without_lock": without_lock,
    "with_lock": with_lock,
    "without_seat_check": without_seat_check,
    "with_seat_check": with_seat_check,
    "without_constraint": without_constraint,
    "with_constraint": with_constraint,
}
