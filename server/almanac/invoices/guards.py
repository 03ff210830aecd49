"""The database's own guard of documents: they add up, follow each other without gaps, and stay (docs/algorithms/invoices.md).

Lines are written before their document, to which their foreign key is checked when the transaction ends; so the document's
trigger sees them all, and lines that come later are refused. A migration that changes one of the two tables takes the guard away
first and puts it back at its end, as with the ledger's.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.backends.base.schema import BaseDatabaseSchemaEditor

NEXT = "invoice_number_follows"
SUMS = "invoice_is_its_lines"
WITHIN = "invoice_credit_within"
ONCE = "invoice_line_once"
SEALED = "invoice_line_sealed"
KEPT = "invoice_is_kept"
_TABLES = ("invoice", "invoiceline")


@dataclass(frozen=True, slots=True)
class _Rule:
    """A trigger that refuses a row of `table` when `fault` is true of it; `lock` is what PostgreSQL locks first."""

    name: str
    act: str
    table: str
    fault: str
    lock: str = ""


_LAST = (
    "(SELECT COALESCE(MAX(number), 0) FROM invoices_invoice WHERE business_id = NEW.business_id AND kind = NEW.kind "
    "AND is_test = NEW.is_test)"
)
_OWN = "invoices_invoiceline WHERE invoice_id = NEW.id"
_UNLIKE = " OR ".join(
    f"(SELECT COALESCE(SUM({column}), 0) FROM {_OWN}) <> NEW.{column}"  # noqa: S608  # names of ours
    for column in ("net_amount", "tax_amount", "total_amount")
)
_WRONG_KIND = f"EXISTS (SELECT 1 FROM {_OWN} AND is_credit <> (NEW.kind = 'credit_note'))"  # noqa: S608
_OTHER_INVOICE = (
    "NEW.kind = 'credit_note' AND (NOT EXISTS (SELECT 1 FROM invoices_invoice base WHERE base.id = NEW.corrects_id "  # noqa: S608
    "AND base.kind = 'invoice' AND base.business_id = NEW.business_id AND base.order_id = NEW.order_id "
    "AND base.currency = NEW.currency AND base.is_test = NEW.is_test) "
    f"OR EXISTS (SELECT 1 FROM {_OWN} AND corrects_id NOT IN "
    "(SELECT base.id FROM invoices_invoiceline base WHERE base.invoice_id = NEW.corrects_id)))"
)
_LINES = "FROM invoices_invoiceline WHERE order_line_id = NEW.order_line_id AND"
_ONCE = (
    f"NOT NEW.is_credit AND (SELECT COALESCE(SUM(total_amount), 0) {_LINES} NOT is_credit) "  # noqa: S608
    f"- (SELECT COALESCE(SUM(total_amount), 0) {_LINES} is_credit) + NEW.total_amount "
    "> (SELECT total_amount FROM sales_orderline WHERE id = NEW.order_line_id)"
)
_BASE = "FROM invoices_invoiceline WHERE id = NEW.corrects_id AND NOT is_credit AND order_line_id = NEW.order_line_id"
_BEYOND = "NEW.is_credit AND (" + " OR ".join(  # noqa: S608
    f"(SELECT COALESCE(SUM({column}), 0) FROM invoices_invoiceline WHERE corrects_id = NEW.corrects_id) + NEW.{column} "  # noqa: S608
    f"> COALESCE((SELECT {column} {_BASE}), -1)"
    for column in ("net_amount", "tax_amount", "total_amount")
) + ")"  # fmt: skip
_LOCK = "PERFORM 1 FROM sales_orderline WHERE id = NEW.order_line_id FOR NO KEY UPDATE;"
_RULES = (
    _Rule(NEXT, "INSERT", "invoice", f"NEW.number <> {_LAST} + 1"),
    _Rule(
        SUMS,
        "INSERT",
        "invoice",
        f"NOT EXISTS (SELECT 1 FROM {_OWN}) OR {_UNLIKE} OR {_WRONG_KIND} OR ({_OTHER_INVOICE})",  # noqa: S608
    ),
    _Rule(ONCE, "INSERT", "invoiceline", _ONCE, lock=_LOCK),
    _Rule(WITHIN, "INSERT", "invoiceline", _BEYOND, lock=_LOCK),
    _Rule(SEALED, "INSERT", "invoiceline", "EXISTS (SELECT 1 FROM invoices_invoice WHERE id = NEW.invoice_id)"),
    *(
        _Rule(f"{KEPT}_{table}_insert", "INSERT", table, f"EXISTS (SELECT 1 FROM invoices_{table} WHERE id = NEW.id)")  # noqa: S608
        for table in _TABLES
    ),
    *(_Rule(f"{KEPT}_{table}_{act.lower()}", act, table, "TRUE") for table in _TABLES for act in ("UPDATE", "DELETE")),
)


def _sqlite() -> Iterator[str]:
    for rule in _RULES:
        yield (
            f"CREATE TRIGGER IF NOT EXISTS {rule.name} BEFORE {rule.act} ON invoices_{rule.table} "
            f"WHEN {rule.fault} BEGIN SELECT RAISE(ABORT, '{rule.name}'); END"
        )


def _postgresql() -> Iterator[str]:
    for rule in _RULES:
        yield _function(rule.name, f"{rule.lock} IF {rule.fault} THEN {_refusal(rule.name)} END IF; RETURN NEW;")
        yield f"DROP TRIGGER IF EXISTS {rule.name} ON invoices_{rule.table}"
        yield f"CREATE TRIGGER {rule.name} BEFORE {rule.act} ON invoices_{rule.table} FOR EACH ROW EXECUTE FUNCTION {rule.name}()"
    for table, name in _truncations():  # emptying a table passes by the triggers on rows
        held = f"EXISTS (SELECT 1 FROM invoices_{table})"  # noqa: S608
        yield _function(name, f"IF {held} THEN {_refusal(name)} END IF; RETURN NULL;")
        yield f"DROP TRIGGER IF EXISTS {name} ON invoices_{table}"
        yield f"CREATE TRIGGER {name} BEFORE TRUNCATE ON invoices_{table} FOR EACH STATEMENT EXECUTE FUNCTION {name}()"


def _function(name: str, body: str) -> str:
    return f"CREATE OR REPLACE FUNCTION {name}() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN {body} END $$"


def _refusal(name: str) -> str:
    return f"RAISE EXCEPTION '{name}' USING ERRCODE = 'check_violation', CONSTRAINT = '{name}';"


def _truncations() -> list[tuple[str, str]]:
    return [(table, f"{KEPT}_{table}_truncate") for table in _TABLES]


def put_up(connection: BaseDatabaseWrapper) -> None:
    """Set the guard up where it is not."""
    _known(connection)
    with connection.cursor() as cursor:
        for statement in _sqlite() if connection.vendor == "sqlite" else _postgresql():
            cursor.execute(statement)


def take_down(connection: BaseDatabaseWrapper, *only: str) -> None:
    """Take the guard away where it is, or some rules of it."""
    _known(connection)
    emptied = [name for _, name in _truncations()] if connection.vendor == "postgresql" else []
    with connection.cursor() as cursor:
        for name in only or (*(rule.name for rule in _RULES), *emptied):
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
        raise RuntimeError(f"documents cannot be guarded on {connection.vendor}: use PostgreSQL or SQLite")
