"""Switching the guards off, one by one, in the throw-away database: what they are for is shown by their absence."""

from __future__ import annotations

from contextlib import nullcontext
from types import SimpleNamespace
from typing import Any

from django.db import connection

from almanac.scheduling import guards
from almanac.scheduling.actions import holds


def without_lock() -> dict[str, Any]:
    """This process checks and takes without locking: no row locks, and no transaction, which is SQLite's lock."""
    holds.lock_staff = lambda staff_ids: None  # type: ignore[assignment]
    holds.transaction = SimpleNamespace(atomic=nullcontext)  # type: ignore[assignment]
    return {}


def without_seat_check() -> dict[str, Any]:
    """The database no longer compares seats with capacity; SQLite forgets it for this process alone."""
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            cursor.execute("PRAGMA ignore_check_constraints = ON")
        else:
            cursor.execute("ALTER TABLE scheduling_claim DROP CONSTRAINT IF EXISTS claim_seats_within_capacity")
    return {}


def without_constraint() -> dict[str, Any]:
    """The database no longer refuses overlapping claims."""
    with connection.schema_editor() as editor:
        guards.remove(None, editor)
    return {}


COMMANDS = {
    "without_lock": without_lock, "without_seat_check": without_seat_check, "without_constraint": without_constraint,
}
