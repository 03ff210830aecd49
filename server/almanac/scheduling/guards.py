"""The database's own guard against double booking: an exclusion constraint on PostgreSQL, two triggers on SQLite.

Both refuse a claim that overlaps another of the same staff member, whoever writes it; touching claims pass.
SQLite drops triggers when Django rebuilds the table (most changes of `Claim`'s columns), so each such migration must end
with `install`; a test refuses overlapping rows after all migrations, and fails when it was forgotten.
"""

from __future__ import annotations

from collections.abc import Mapping

from django.db.backends.base.schema import BaseDatabaseSchemaEditor

CONSTRAINT = "scheduling_claim_no_overlap"
POSTGRESQL_INSTALL = (
    "CREATE EXTENSION IF NOT EXISTS btree_gist",
    f"ALTER TABLE scheduling_claim ADD CONSTRAINT {CONSTRAINT} "
    "EXCLUDE USING gist (staff_id WITH =, int8range(blocked_from, blocked_until) WITH &&)",
)
POSTGRESQL_REMOVE = (f"ALTER TABLE scheduling_claim DROP CONSTRAINT IF EXISTS {CONSTRAINT}",)

# A claim is at most LONGEST_CLAIM (172,800 s) long, as the table checks: the first bound keeps the search short.
_SEARCH = (
    "SELECT 1 FROM scheduling_claim WHERE staff_id = NEW.staff_id AND blocked_from > NEW.blocked_from - 172800 "
    "AND blocked_from < NEW.blocked_until AND blocked_until > NEW.blocked_from"
)
SQLITE_INSTALL = (
    f"CREATE TRIGGER IF NOT EXISTS {CONSTRAINT}_insert BEFORE INSERT ON scheduling_claim "
    f"WHEN EXISTS ({_SEARCH}) "
    f"BEGIN SELECT RAISE(ABORT, '{CONSTRAINT}'); END",
    f"CREATE TRIGGER IF NOT EXISTS {CONSTRAINT}_update "
    "BEFORE UPDATE OF staff_id, blocked_from, blocked_until ON scheduling_claim "
    f"WHEN EXISTS ({_SEARCH} AND id <> OLD.id) "
    f"BEGIN SELECT RAISE(ABORT, '{CONSTRAINT}'); END",
)
SQLITE_REMOVE = (
    f"DROP TRIGGER IF EXISTS {CONSTRAINT}_insert",
    f"DROP TRIGGER IF EXISTS {CONSTRAINT}_update",
)
_INSTALL: Mapping[str, tuple[str, ...]] = {"postgresql": POSTGRESQL_INSTALL, "sqlite": SQLITE_INSTALL}
_REMOVE: Mapping[str, tuple[str, ...]] = {"postgresql": POSTGRESQL_REMOVE, "sqlite": SQLITE_REMOVE}


def install(_apps: object, schema_editor: BaseDatabaseSchemaEditor) -> None:
    """Set the guard up, for a migration. A database it does not know is refused: it could not be relied on."""
    _run(schema_editor, _INSTALL)


def remove(_apps: object, schema_editor: BaseDatabaseSchemaEditor) -> None:
    """Take the guard away, for a migration backwards and for the tests that show what it is for."""
    _run(schema_editor, _REMOVE)


def _run(schema_editor: BaseDatabaseSchemaEditor, statements: Mapping[str, tuple[str, ...]]) -> None:
    vendor = schema_editor.connection.vendor
    if vendor not in statements:
        raise RuntimeError(f"claims cannot be guarded on {vendor}: use PostgreSQL or SQLite")
    for statement in statements[vendor]:
        schema_editor.execute(statement, params=None)
