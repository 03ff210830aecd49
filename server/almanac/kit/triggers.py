"""Triggers set aside while a migration changes a table they read. SQLite makes such a table anew, and refuses while any
trigger names it; those may be a higher module's, which the migration does not know. PostgreSQL needs none of this."""

from __future__ import annotations

from typing import Any

from django.db.backends.base.schema import BaseDatabaseSchemaEditor

KEPT = "triggers_set_aside"


def set_aside(apps: Any, editor: BaseDatabaseSchemaEditor) -> None:
    """Take every trigger away and remember it; first in a migration whose end is `put_back`."""
    if editor.connection.vendor != "sqlite":
        return
    with editor.connection.cursor() as cursor:
        cursor.execute(f"CREATE TABLE {KEPT} (name text, sql text)")
        cursor.execute(f"INSERT INTO {KEPT} SELECT name, sql FROM sqlite_master WHERE type = 'trigger'")  # noqa: S608
        cursor.execute(f"SELECT name FROM {KEPT}")  # noqa: S608
        for (name,) in cursor.fetchall():
            cursor.execute(f'DROP TRIGGER "{name}"')


def put_back(apps: Any, editor: BaseDatabaseSchemaEditor) -> None:
    """Make them again as they were; last in the migration."""
    if editor.connection.vendor != "sqlite":
        return
    with editor.connection.cursor() as cursor:
        cursor.execute(f"SELECT sql FROM {KEPT} ORDER BY rowid")  # noqa: S608
        for (sql,) in cursor.fetchall():
            cursor.execute(sql)
        cursor.execute(f"DROP TABLE {KEPT}")
