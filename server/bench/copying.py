"""Rows of one table by the hundred thousand: what differs is given, all else is as the model itself would store it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.db import connection
from django.db.models import Model


def store(like: Model, given: Sequence[str], rows: Sequence[tuple[Any, ...]]) -> None:
    """Inserts `rows` in the transaction that is open. `given` names the columns they hold, in the database's own
    values; the other columns are those of `like`, which is not saved."""
    same = [field for field in like._meta.concrete_fields if field.column not in given]
    ends: tuple[Any, ...] = tuple(field.get_db_prep_save(getattr(like, field.attname), connection) for field in same)
    table, columns = like._meta.db_table, ", ".join([*given, *(str(field.column) for field in same)])
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            marks = ", ".join("%s" for _ in like._meta.concrete_fields)
            cursor.executemany(f"INSERT INTO {table} ({columns}) VALUES ({marks})", [row + ends for row in rows])
            return
        with cursor.copy(f"COPY {table} ({columns}) FROM STDIN") as copy:
            for row in rows:
                copy.write_row(row + ends)
