"""Cursor pages: a list is read by key, never by offset, so page 1,000 costs what page 1 costs."""

from __future__ import annotations

import base64
import binascii
from datetime import UTC, datetime
from typing import Any, Generic, TypeVar

from django.core.exceptions import ValidationError
from django.db.models import Model, Q, QuerySet
from ninja import Schema

from almanac.kit.errors import InvalidInput

T = TypeVar("T")
Row = TypeVar("Row", bound=Model)
MAX_PAGE = 200


class Page(Schema, Generic[T]):
    """A stretch of a list; ask again with `cursor=next_cursor` until it is null."""

    items: list[T]
    next_cursor: str | None = None


def take_page(rows: QuerySet[Row], *, by: str, cursor: str, limit: int) -> tuple[list[Row], str | None]:
    """Rows after `cursor` ordered by (`by`, pk), at most `limit` (1 to 200), and the cursor of the next stretch.

    `by` may start with "-" for newest first. One SQL query. Raises InvalidInput for a cursor that is not ours.
    """
    if not 1 <= limit <= MAX_PAGE:
        raise InvalidInput(fields={"limit": [f"Choose between 1 and {MAX_PAGE}."]})
    descending = by.startswith("-")
    key = by.lstrip("-")
    ordered = rows.order_by(by, "-pk" if descending else "pk")
    if cursor:
        value, pk = _decode(cursor, rows.model, key)
        side = "lt" if descending else "gt"
        ordered = ordered.filter(Q(**{f"{key}__{side}": value}) | Q(**{key: value, f"pk__{side}": pk}))
    found = list(ordered[: limit + 1])
    if len(found) <= limit:
        return found, None
    last = found[limit - 1]
    return found[:limit], _encode(getattr(last, key), last.pk)


def _encode(value: Any, pk: Any) -> str:
    text = value.isoformat() if hasattr(value, "isoformat") else str(value)
    return base64.urlsafe_b64encode(f"{text}\n{pk}".encode()).decode("ascii").rstrip("=")


def _as_given(value: Any) -> Any:
    """Instants are given out in UTC. Raises ValueError for one without a zone, OverflowError for one that UTC cannot say."""
    if not isinstance(value, datetime):
        return value
    if value.tzinfo is None:
        raise ValueError("naive")
    return value.astimezone(UTC)


def _decode(cursor: str, model: type[Model], key: str) -> tuple[Any, Any]:
    """The key's value and the primary key, as the model's own fields read them. Raises InvalidInput."""
    try:
        text = base64.b64decode(cursor + "=" * (-len(cursor) % 4), altchars=b"-_", validate=True).decode()
        value, _, pk = text.rpartition("\n")
        if "\x00" in value:
            raise ValueError("NUL")
        return _as_given(model._meta.get_field(key).to_python(value)), model._meta.pk.to_python(pk)  # type: ignore[union-attr]
    except (binascii.Error, ValueError, OverflowError, ValidationError) as error:
        raise InvalidInput(fields={"cursor": ["This is not a cursor we gave."]}) from error
