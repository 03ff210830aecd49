"""The database's own guard of the books: what is written is balanced and stays (docs/algorithms/ledger.md, laws 1 to 3 and 7).

Postings are written before their entry, to which their foreign key is checked when the transaction ends. So an entry without
postings is refused by the trigger on entries, postings without an entry by the foreign key, and postings that come after
their entry by the trigger on postings. No row comes in the place of another either (SQLite's INSERT OR REPLACE).

The triggers name each other's tables, so SQLite refuses to rebuild one of them, as Django does for most changes, while they
stand: a migration that changes one must begin with `RunPython(remove, install)` and end with `RunPython(install, remove)`. The
tests write by plain SQL after all migrations and fail when the end was forgotten.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.backends.base.schema import BaseDatabaseSchemaEditor

from almanac.ledger.models import MONEY_ROLES, Role

UNBALANCED = "ledger_entry_balanced"
SEALED = "ledger_posting_sealed"
DATED = "ledger_entry_is_of_one_instant"
REVERSED = "ledger_entry_is_opposite"
RELATED = "ledger_entry_within_capture"
KEPT = "ledger_is_kept"
_TABLES = ("account", "entry", "posting")


@dataclass(frozen=True, slots=True)
class _Rule:
    """A trigger that refuses a row of `table` when `fault` is true of it.

    `only`: the rows it looks at. `lock`: what PostgreSQL locks first, so that what is looked at stays so. `needs`: table and
    column without which the rule is left out, as for a migration that comes before it.
    """

    name: str
    act: str
    table: str
    fault: str
    only: str = "TRUE"
    lock: str = ""
    needs: tuple[str, str] = ("entry", "id")


def _moved(roles: tuple[Role, ...], entries: str) -> str:
    """What these entries did to accounts of these roles."""
    words = ", ".join(f"'{role.value}'" for role in roles)
    return (
        "(SELECT COALESCE(SUM(ledger_posting.amount), 0) FROM ledger_posting "  # noqa: S608  # names of ours
        "JOIN ledger_account ON ledger_account.id = ledger_posting.account_id "
        f"WHERE ledger_account.role IN ({words}) AND ledger_posting.entry_id IN ({entries}))"
    )


def _only_writer(shared: str, entry: str) -> str:
    """Who writes postings of an entry keeps others from sealing it, and who seals it keeps others from adding some.

    Neither sees what the other has not committed, and when it has it is too late to be looked at.
    """
    return f"PERFORM pg_advisory_xact_lock{shared}(hashtext('ledger_entry'), hashtext({entry}::text));"


_FAULTY = (
    "(SELECT COUNT(*) FROM ledger_posting WHERE entry_id = NEW.id) < 2 "
    "OR (SELECT SUM(amount) FROM ledger_posting WHERE entry_id = NEW.id) <> 0 "
    "OR EXISTS (SELECT 1 FROM ledger_posting JOIN ledger_account ON ledger_account.id = ledger_posting.account_id "
    "WHERE ledger_posting.entry_id = NEW.id AND ledger_account.currency <> NEW.currency)"
)
_OTHERWISE_DATED = "EXISTS (SELECT 1 FROM ledger_posting WHERE entry_id = NEW.id AND happened_at <> NEW.happened_at)"
_IS_SEALED = "EXISTS (SELECT 1 FROM ledger_entry WHERE id = NEW.entry_id)"
_NOT_OPPOSITE = (
    "(SELECT COUNT(*) FROM ledger_posting WHERE entry_id = NEW.id) "
    "<> (SELECT COUNT(*) FROM ledger_posting WHERE entry_id = NEW.reverses_id) "
    "OR EXISTS (SELECT account_id, amount FROM ledger_posting WHERE entry_id = NEW.id "
    "EXCEPT SELECT account_id, -amount FROM ledger_posting WHERE entry_id = NEW.reverses_id) "
    "OR NOT EXISTS (SELECT 1 FROM ledger_entry WHERE id = NEW.reverses_id AND reverses_id IS NULL)"
)
# The entry of which a part goes back, and all that goes back of it. A reversal of it counts; one of a refund names it too.
_ROOT = "COALESCE(NEW.relates_to_id, NEW.reverses_id)"
_BACK = f"SELECT NEW.id UNION ALL SELECT id FROM ledger_entry WHERE relates_to_id = {_ROOT} OR reverses_id = {_ROOT}"  # noqa: S608
_BEYOND = " OR ".join(
    f"({_moved(roles, _BACK)} < 0 AND {_moved(roles, _BACK)} + {_moved(roles, f'SELECT {_ROOT}')} < 0)"
    for roles in ((Role.CLEARING,), MONEY_ROLES)
)
_MISRELATED = (
    "(NEW.relates_to_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM ledger_entry WHERE id = NEW.relates_to_id "
    "AND currency = NEW.currency AND relates_to_id IS NULL AND reverses_id IS NULL)) "
    "OR EXISTS (SELECT 1 FROM ledger_entry WHERE id = NEW.reverses_id AND ("
    "(relates_to_id IS NULL) <> (NEW.relates_to_id IS NULL) OR relates_to_id <> NEW.relates_to_id))"
)
_RULES = (
    _Rule(UNBALANCED, "INSERT", "entry", _FAULTY, lock=_only_writer("", "NEW.id")),
    _Rule(DATED, "INSERT", "entry", _OTHERWISE_DATED, needs=("posting", "happened_at")),
    _Rule(SEALED, "INSERT", "posting", _IS_SEALED, lock=_only_writer("_shared", "NEW.entry_id")),
    _Rule(REVERSED, "INSERT", "entry", _NOT_OPPOSITE, only="NEW.reverses_id IS NOT NULL"),
    _Rule(
        RELATED,
        "INSERT",
        "entry",
        f"{_MISRELATED} OR {_BEYOND}",
        only=f"{_ROOT} IS NOT NULL",
        lock=f"PERFORM 1 FROM ledger_entry WHERE id = {_ROOT} FOR NO KEY UPDATE;",
        needs=("entry", "relates_to_id"),
    ),
    *(
        _Rule(f"{KEPT}_{table}_insert", "INSERT", table, f"EXISTS (SELECT 1 FROM ledger_{table} WHERE id = NEW.id)")  # noqa: S608
        for table in _TABLES
    ),
    *(_Rule(f"{KEPT}_{table}_{act.lower()}", act, table, "TRUE") for table in _TABLES for act in ("UPDATE", "DELETE")),
)


def _sqlite(rules: list[_Rule]) -> Iterator[str]:
    for rule in rules:
        yield (
            f"CREATE TRIGGER IF NOT EXISTS {rule.name} BEFORE {rule.act} ON ledger_{rule.table} "
            f"WHEN {rule.only} AND ({rule.fault}) BEGIN SELECT RAISE(ABORT, '{rule.name}'); END"
        )


def _postgresql(rules: list[_Rule]) -> Iterator[str]:
    for rule in rules:
        checked = f"{rule.lock} IF {rule.fault} THEN {_refusal(rule.name)} END IF;"
        yield _function(rule.name, f"IF {rule.only} THEN {checked} END IF; RETURN NEW;")
        yield f"DROP TRIGGER IF EXISTS {rule.name} ON ledger_{rule.table}"
        yield f"CREATE TRIGGER {rule.name} BEFORE {rule.act} ON ledger_{rule.table} FOR EACH ROW EXECUTE FUNCTION {rule.name}()"
    # Emptying a table passes by the triggers on rows. Of an empty one it takes nothing: so ends a test that wrote nothing.
    for table, name in _truncations():
        held = f"EXISTS (SELECT 1 FROM ledger_{table})"  # noqa: S608
        yield _function(name, f"IF {held} THEN {_refusal(name)} END IF; RETURN NULL;")
        yield f"DROP TRIGGER IF EXISTS {name} ON ledger_{table}"
        yield f"CREATE TRIGGER {name} BEFORE TRUNCATE ON ledger_{table} FOR EACH STATEMENT EXECUTE FUNCTION {name}()"


def _function(name: str, body: str) -> str:
    return f"CREATE OR REPLACE FUNCTION {name}() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN {body} END $$"


def _refusal(name: str) -> str:
    return f"RAISE EXCEPTION '{name}' USING ERRCODE = 'check_violation', CONSTRAINT = '{name}';"


def _truncations() -> list[tuple[str, str]]:
    return [(table, f"{KEPT}_{table}_truncate") for table in _TABLES]


def names(vendor: str) -> list[str]:
    """The triggers that stand when the guard does."""
    emptied = [name for _, name in _truncations()] if vendor == "postgresql" else []
    return sorted([*(rule.name for rule in _RULES), *emptied])


def put_up(connection: BaseDatabaseWrapper) -> None:
    """Set the guard up where it is not. Rules of columns that are not there yet are left out."""
    _known(connection)
    with connection.cursor() as cursor:
        there = {
            (table, column.name)
            for table in _TABLES
            for column in connection.introspection.get_table_description(cursor, f"ledger_{table}")
        }
        rules = [rule for rule in _RULES if rule.needs in there]
        for statement in _sqlite(rules) if connection.vendor == "sqlite" else _postgresql(rules):
            cursor.execute(statement)


def take_down(connection: BaseDatabaseWrapper) -> None:
    """Take the guard away where it is."""
    _known(connection)
    with connection.cursor() as cursor:
        for name in names(connection.vendor):
            if connection.vendor == "sqlite":
                cursor.execute(f"DROP TRIGGER IF EXISTS {name}")
            else:
                cursor.execute(f"DROP FUNCTION IF EXISTS {name}() CASCADE")


def install(_apps: object, schema_editor: BaseDatabaseSchemaEditor) -> None:
    """Set the guard up, for a migration. A database it does not know is refused: it could not be relied on."""
    put_up(schema_editor.connection)


def remove(_apps: object, schema_editor: BaseDatabaseSchemaEditor) -> None:
    """Take the guard away, for a migration and for the tests that show what it is for."""
    take_down(schema_editor.connection)


def _known(connection: BaseDatabaseWrapper) -> None:
    if connection.vendor not in ("sqlite", "postgresql"):
        raise RuntimeError(f"the books cannot be guarded on {connection.vendor}: use PostgreSQL or SQLite")
