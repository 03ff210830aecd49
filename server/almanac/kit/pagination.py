"""Cursor pages: a list is read by key, never by offset, so page 1,000 costs what page 1 costs."""

from __future__ import annotations

import base64
import binascii
from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any, Generic, TypeVar

from django.core.exceptions import ValidationError
from django.db.models import F, Field, Model, Q, QuerySet
from ninja import Schema

from almanac.kit.errors import InvalidInput
from almanac.kit.sorting import SortKey

T = TypeVar("T")
Row = TypeVar("Row", bound=Model)
MAX_PAGE = 200
CHUNK = 500
EMPTY = "\x01"  # stands in a cursor for a value that is not there; nobody can type it


class Page(Schema, Generic[T]):
    """A stretch of a list; ask again with `cursor=next_cursor` until it is null."""

    items: list[T]
    next_cursor: str | None = None


def take_page(rows: QuerySet[Row], *, by: str | SortKey, cursor: str, limit: int) -> tuple[list[Row], str | None]:
    """Rows after `cursor` ordered by (`by`, pk), at most `limit` (1 to 200), and the cursor of the next stretch.

    `by` may start with "-" for newest first. One SQL query. Raises InvalidInput for a cursor that is not ours, or was
    given for another order.
    """
    if not 1 <= limit <= MAX_PAGE:
        raise InvalidInput(fields={"limit": [f"Choose between 1 and {MAX_PAGE}."]})
    key = by if isinstance(by, SortKey) else SortKey.of(by)
    found, last = _stretch(rows, key, _decode(cursor, rows, key) if cursor else None, limit)
    return found, _encode(last, key) if last else None


def in_chunks(rows: QuerySet[Row], *, by: SortKey, size: int = CHUNK) -> Iterator[list[Row]]:
    """The whole list in order, `size` rows at a time: one SQL query each (and one for each prefetch), so that neither
    memory nor a transaction grows with the list."""
    after: tuple[Any, Any] | None = None
    while True:
        found, last = _stretch(rows, by, after, size)
        if found:
            yield found
        if last is None:
            return
        after = getattr(last, by.field), last.pk


def _stretch(
    rows: QuerySet[Row], key: SortKey, after: tuple[Any, Any] | None, limit: int
) -> tuple[list[Row], Row | None]:
    """At most `limit` rows after a value and a pk, and the last of them when there are more."""
    if after is not None:
        rows = rows.filter(_beyond(key, *after))
    found = list(rows.order_by(*_order(key))[: limit + 1])
    return found[:limit], found[limit - 1] if len(found) > limit else None


def _order(key: SortKey) -> tuple[Any, str]:
    pk = "-pk" if key.descending else "pk"
    if key.may_be_empty:
        field = F(key.field)
        return (field.desc(nulls_last=True) if key.descending else field.asc(nulls_last=True)), pk
    return f"-{key.field}" if key.descending else key.field, pk


def _beyond(key: SortKey, value: Any, pk: Any) -> Q:
    side = "lt" if key.descending else "gt"
    if value is None:
        return Q(**{f"{key.field}__isnull": True, f"pk__{side}": pk})
    further = Q(**{f"{key.field}__{side}": value}) | Q(**{key.field: value, f"pk__{side}": pk})
    return further | Q(**{f"{key.field}__isnull": True}) if key.may_be_empty else further


def _encode(last: Model, key: SortKey) -> str:
    value = getattr(last, key.field)
    text = EMPTY if value is None else value.isoformat() if hasattr(value, "isoformat") else str(value)
    return base64.urlsafe_b64encode(f"{_mark(key)}{text}\n{last.pk}".encode()).decode("ascii").rstrip("=")


def _mark(key: SortKey) -> str:
    """A cursor says for which order it was given: in another one it would skip rows."""
    return f"{'-' if key.descending else ''}{key.field}\n"


def _as_given(value: Any) -> Any:
    """Instants are given out in UTC. Raises ValueError for one without a zone, OverflowError for one that UTC cannot say."""
    if not isinstance(value, datetime):
        return value
    if value.tzinfo is None:
        raise ValueError("naive")
    return value.astimezone(UTC)


def _field(rows: QuerySet[Any], name: str) -> Field[Any, Any]:
    """What reads a value of this column: an annotation's own field, or the model's."""
    annotation = rows.query.annotations.get(name)
    found: Field[Any, Any] = annotation.output_field if annotation else rows.model._meta.get_field(name)
    return found


def _decode(cursor: str, rows: QuerySet[Any], key: SortKey) -> tuple[Any, Any]:
    """The key's value and the primary key, as the model's own fields read them. Raises InvalidInput."""
    try:
        text = base64.b64decode(cursor + "=" * (-len(cursor) % 4), altchars=b"-_", validate=True).decode()
        mark = _mark(key)
        if not text.startswith(mark):
            raise ValueError("another order")
        value, _, pk = text.removeprefix(mark).rpartition("\n")
        if "\x00" in value:
            raise ValueError("NUL")
        if value == EMPTY and not key.may_be_empty:
            raise ValueError("empty")
        read = None if value == EMPTY else _as_given(_field(rows, key.field).to_python(value))
        return read, rows.model._meta.pk.to_python(pk)
    except (binascii.Error, ValueError, OverflowError, ValidationError) as error:
        raise InvalidInput(fields={"cursor": ["This is not a cursor we gave."]}) from error
