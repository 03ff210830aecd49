"""The guard stands after every migration, on books that were begun with the first one; and none changes a table under it."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from django.db import OperationalError
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.migrations import CreateModel, Migration, RunPython
from django.db.migrations.loader import MigrationLoader
from django.db.migrations.state import ProjectState
from django.db.utils import ConnectionHandler
from pytest_django import DjangoDbBlocker

from almanac.ledger import guards
from almanac.outbox.tests.processes import Database
from tests.databases import manage, postgres_answers, raced_on, throwaway

BUILT, GUARDED = "0001_initial", "0002_guard"
AT = "2026-01-01 00:00:00+00:00"
ACCOUNT, ENTRY, POSTING = (f"00000000-0000-7000-8000-00000000000{number}" for number in (1, 2, 3))
OTHER_ACCOUNT, OTHER_POSTING, NEW = (f"00000000-0000-7000-8000-00000000000{number}" for number in (4, 5, 6))
TRIGGERS = {
    "sqlite": "SELECT name FROM sqlite_master WHERE type = 'trigger' AND name LIKE 'ledger_%' ORDER BY name",
    "postgresql": "SELECT tgname FROM pg_trigger WHERE NOT tgisinternal AND tgname LIKE 'ledger_%' ORDER BY tgname",
}
FILL = (
    f"INSERT INTO ledger_account (id, role, holder, currency) VALUES ('{ACCOUNT}', 'bank', '', 'GBP'), "
    f"('{OTHER_ACCOUNT}', 'revenue', '', 'GBP')",
    "INSERT INTO ledger_entry (id, key, kind, subject, currency, happened_at, created_at) "
    f"VALUES ('{ENTRY}', 'k', 'capture', '', 'GBP', '{AT}', '{AT}')",
    "INSERT INTO ledger_posting (id, entry_id, account_id, amount) "
    f"VALUES ('{POSTING}', '{ENTRY}', '{ACCOUNT}', 5), ('{OTHER_POSTING}', '{ENTRY}', '{OTHER_ACCOUNT}', -5)",
)


def migrations() -> list[Migration]:
    """Ours, in order."""
    found = MigrationLoader(None).disk_migrations
    return [found[key] for key in sorted(found) if key[0] == "ledger"]


@pytest.mark.parametrize("vendor", raced_on())
def test_the_guard_stands_on_books_that_were_begun_with_the_first_migration(vendor: str, tmp_path: Path) -> None:
    if vendor == "postgresql" and not postgres_answers():
        pytest.skip("PostgreSQL does not answer")
    with throwaway(vendor, migrated=False) as environment:
        database = Database(environment["DATABASE_URL"], tmp_path)
        for target in (BUILT, GUARDED):
            manage(environment, "migrate", "ledger", target, "--verbosity", "0")
            if target == BUILT:
                assert database.rows(TRIGGERS[vendor]) == []
                for statement in FILL:
                    run(database, statement)
        manage(environment, "migrate", "ledger", "--verbosity", "0")
        assert [name for (name,) in database.rows(TRIGGERS[vendor])] == guards.names(vendor)
        for statement, refusal in (
            ("UPDATE ledger_posting SET amount = amount + 1", "ledger_is_kept_posting_update"),
            ("DELETE FROM ledger_entry", "ledger_is_kept_entry_delete"),
            (
                "INSERT INTO ledger_posting (id, entry_id, account_id, amount, happened_at) "
                f"VALUES ('{NEW}', '{ENTRY}', '{OTHER_ACCOUNT}', 1, '{AT}')",
                guards.SEALED,
            ),
            (FILL[1].replace(ENTRY, NEW).replace("'k'", "'l'"), guards.UNBALANCED),
        ):
            with pytest.raises(Exception, match=refusal):
                run(database, statement)
        assert database.rows("SELECT COUNT(*), SUM(amount) FROM ledger_posting") == [(2, 0)]
        dated = "SELECT COUNT(*) FROM ledger_posting p JOIN ledger_entry e ON e.id = p.entry_id "
        assert database.rows(f"{dated} WHERE e.happened_at = p.happened_at") == [(2,)]


def test_a_table_that_is_changed_under_the_guard_fails_loudly(
    tmp_path: Path, django_db_blocker: DjangoDbBlocker
) -> None:
    """As SQLite builds it anew. PostgreSQL changes the table itself, and the triggers stay."""
    name = str(tmp_path / "books.sqlite3")
    own = ConnectionHandler({"default": {"ENGINE": "django.db.backends.sqlite3", "NAME": name}})["default"]
    state = ProjectState()
    with django_db_blocker.unblock():
        for migration in migrations()[:3]:
            state = applied(own, migration, state)
        changes = [each for each in migrations()[3].operations if not isinstance(each, RunPython)]
        unguarded = type("Unguarded", (Migration,), {"operations": changes})("0004_relates_to", "ledger")
        with pytest.raises(OperationalError, match="error in trigger ledger_"):
            applied(own, unguarded, state)
        own.close()


def test_a_migration_that_changes_a_table_steps_out_of_the_guards_way() -> None:
    for migration in migrations():
        only_adds = all(isinstance(each, CreateModel) for each in migration.operations)
        if migration.name in (BUILT, GUARDED) or only_adds:
            continue
        first, last = migration.operations[0], migration.operations[-1]
        assert isinstance(first, RunPython), migration.name
        assert isinstance(last, RunPython), migration.name
        assert (first.code, first.reverse_code) == (guards.remove, guards.install), migration.name
        assert (last.code, last.reverse_code) == (guards.install, guards.remove), migration.name


def applied(own: BaseDatabaseWrapper, migration: Migration, state: ProjectState) -> ProjectState:
    with own.schema_editor(atomic=migration.atomic) as editor:
        return migration.apply(state, editor)


def run(database: Database, statement: str) -> None:
    """As from the database's shell."""
    if not database.url.startswith("sqlite"):
        database.rows(f"{statement} RETURNING 1")
        return
    with closing(sqlite3.connect(database.url.removeprefix("sqlite:///"))) as shell, shell:
        shell.execute(statement)
