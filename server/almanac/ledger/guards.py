"""The database's own guard of the books: what is written is balanced and stays (docs/algorithms/ledger.md, laws 1 and 2).

Postings are written before their entry, to which their foreign key is checked when the transaction ends. So an entry without
postings is refused by the trigger on entries, postings without an entry by the foreign key, and postings that come after
their entry by the trigger on postings. No row comes in the place of another either (SQLite's INSERT OR REPLACE).

The triggers name each other's tables, so SQLite refuses to rebuild one of them, as Django does for most changes, while they
stand: a migration that changes one must begin with `RunPython(remove, install)` and end with `RunPython(install, remove)`. The
tests write by plain SQL after all migrations and fail when the end was forgotten.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from django.db.backends.base.schema import BaseDatabaseSchemaEditor

UNBALANCED = "ledger_entry_balanced"
SEALED = "ledger_posting_sealed"
KEPT = "ledger_is_kept"

_FAULTY = (
    "(SELECT COUNT(*) FROM ledger_posting WHERE entry_id = NEW.id) < 2 "
    "OR (SELECT SUM(amount) FROM ledger_posting WHERE entry_id = NEW.id) <> 0 "
    "OR EXISTS (SELECT 1 FROM ledger_posting JOIN ledger_account ON ledger_account.id = ledger_posting.account_id "
    "WHERE ledger_posting.entry_id = NEW.id AND ledger_account.currency <> NEW.currency)"
)
_IS_SEALED = "EXISTS (SELECT 1 FROM ledger_entry WHERE id = NEW.entry_id)"
_RULES = (
    (UNBALANCED, "BEFORE INSERT ON ledger_entry", _FAULTY),
    (SEALED, "BEFORE INSERT ON ledger_posting", _IS_SEALED),
    *(
        (
            f"{KEPT}_{table}_insert",
            f"BEFORE INSERT ON ledger_{table}",
            f"EXISTS (SELECT 1 FROM ledger_{table} WHERE id = NEW.id)",  # noqa: S608  # a name of ours
        )
        for table in ("account", "entry", "posting")
    ),
    *(
        (f"{KEPT}_{table}_{act}", f"BEFORE {act.upper()} ON ledger_{table}", "TRUE")
        for table in ("account", "entry", "posting")
        for act in ("update", "delete")
    ),
)


def _sqlite() -> Iterator[str]:
    for name, when, fault in _RULES:
        yield f"CREATE TRIGGER IF NOT EXISTS {name} {when} WHEN {fault} BEGIN SELECT RAISE(ABORT, '{name}'); END"


def _postgresql() -> Iterator[str]:
    for name, when, fault in _RULES:
        yield (
            f"CREATE OR REPLACE FUNCTION {name}() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN "
            f"IF {fault} THEN RAISE EXCEPTION '{name}' USING ERRCODE = 'check_violation', CONSTRAINT = '{name}'; END IF; "
            "RETURN NEW; END $$"
        )
        yield f"DROP TRIGGER IF EXISTS {name} ON {_table(when)}"
        yield f"CREATE TRIGGER {name} {when} FOR EACH ROW EXECUTE FUNCTION {name}()"


def _table(when: str) -> str:
    return when.rpartition(" ")[2]


INSTALL: Mapping[str, tuple[str, ...]] = {"sqlite": tuple(_sqlite()), "postgresql": tuple(_postgresql())}
REMOVE: Mapping[str, tuple[str, ...]] = {
    "sqlite": tuple(f"DROP TRIGGER IF EXISTS {name}" for name, _, _ in _RULES),
    "postgresql": tuple(f"DROP FUNCTION IF EXISTS {name}() CASCADE" for name, _, _ in _RULES),
}


def install(_apps: object, schema_editor: BaseDatabaseSchemaEditor) -> None:
    """Set the guard up, for a migration. A database it does not know is refused: it could not be relied on."""
    _run(schema_editor, INSTALL)


def remove(_apps: object, schema_editor: BaseDatabaseSchemaEditor) -> None:
    """Take the guard away, for a migration backwards and for the tests that show what it is for."""
    _run(schema_editor, REMOVE)


def _run(schema_editor: BaseDatabaseSchemaEditor, statements: Mapping[str, tuple[str, ...]]) -> None:
    vendor = schema_editor.connection.vendor
    if vendor not in statements:
        raise RuntimeError(f"the books cannot be guarded on {vendor}: use PostgreSQL or SQLite")
    for statement in statements[vendor]:
        schema_editor.execute(statement, params=None)
