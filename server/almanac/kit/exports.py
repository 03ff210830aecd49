"""A list as a file for spreadsheets: CSV (RFC 4180) in UTF-8 with a byte order mark, streamed, safe to open."""

from __future__ import annotations

import csv
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import islice
from typing import Any, Generic, TypeVar
from zoneinfo import ZoneInfo

from django.conf import settings
from django.db.models import Model, QuerySet
from django.http import StreamingHttpResponse

from almanac.kit.localized import LocalizedText, text_in
from almanac.kit.pagination import in_chunks
from almanac.kit.sorting import SortKey

Row = TypeVar("Row", bound=Model)
MARK = "\ufeff"  # without it a spreadsheet takes UTF-8 for something older
# A spreadsheet would work out what begins with one of these (OWASP, CSV injection). Where the decimal sign is a comma it splits
# lines at ";", so what stands after one begins a cell too.
DANGEROUS = re.compile(r"(?:^|(?<=[;\t\r\n]))(?=[=+\-@＝＋－＠]|\A[\t\r\n])")
AT_ONCE = 500
DOCUMENTED: dict[str, Any] = {  # openapi_extra of a door that answers with such a file
    "responses": {200: {"description": "OK", "content": {"text/csv": {"schema": {"type": "string"}}}}}
}


@dataclass(frozen=True)
class Column(Generic[Row]):
    """One column: its title in every language we speak (ValueError otherwise), and a row's value in it."""

    title: LocalizedText
    value: Callable[[Row], Any]

    def __post_init__(self) -> None:
        if missing := [code for code, _ in settings.LANGUAGES if not self.title.get(code)]:
            raise ValueError(f"the column {self.title} has no title in {', '.join(missing)}")


def csv_answer(
    rows: QuerySet[Row],
    columns: Sequence[Column[Row]],
    *,
    by: SortKey,
    language: str,
    name: str,
    prepare: Callable[[list[Row]], None] = lambda chunk: None,
) -> StreamingHttpResponse:
    """The whole list in its order as `name.csv`, read and sent in chunks: memory does not grow with it.

    `rows` is the list's own query, so the file holds what the list shows: the same filter, the same visibility.
    `prepare` reads for a whole chunk at once what its columns need and no join can bring.
    """
    return _as_file(_lines(rows, columns, by, language, prepare), name)


def _as_file(lines: Iterator[bytes], name: str) -> StreamingHttpResponse:
    answer = StreamingHttpResponse(lines, content_type="text/csv; charset=utf-8")
    answer["Content-Disposition"] = f'attachment; filename="{name}.csv"'
    answer["Cache-Control"] = "no-store"
    return answer


def csv_of(titles: Sequence[str], lines: Iterator[Sequence[Any]], *, name: str) -> StreamingHttpResponse:
    """The same for lines that are worked out one after the other, and are rows of no table."""

    def written() -> Iterator[bytes]:
        yield MARK.encode() + _written([titles])
        while chunk := list(islice(lines, AT_ONCE)):
            yield _written(chunk)

    return _as_file(written(), name)


def cell(value: Any) -> str:
    """A value as a spreadsheet may safely open it: what would be a formula is told by an apostrophe to be text."""
    if value is None:
        return ""
    return DANGEROUS.sub("'", value) if isinstance(value, str) else str(value)


def local(at: datetime | None, zone: str) -> str:
    """`2026-03-04 10:00` on the clock of a zone; empty for no instant."""
    return f"{at.astimezone(ZoneInfo(zone)):%Y-%m-%d %H:%M}" if at else ""


def decimal(amount: int) -> str:
    """`64.05` from 6405 minor units, of a currency with two digits as all of ours have; the currency is its own column."""
    whole, part = divmod(abs(amount), 100)
    return f"{'-' if amount < 0 else ''}{whole}.{part:02}"


class _Line:
    """What csv writes to: it hands back the line instead of keeping it."""

    def write(self, text: str) -> str:
        return text


def _lines(
    rows: QuerySet[Row],
    columns: Sequence[Column[Row]],
    by: SortKey,
    language: str,
    prepare: Callable[[list[Row]], None],
) -> Iterator[bytes]:
    yield MARK.encode() + _written([[text_in(column.title, language) for column in columns]])
    for chunk in in_chunks(rows, by=by):
        prepare(chunk)
        yield _written([column.value(row) for column in columns] for row in chunk)


def _written(table: Iterable[Iterable[Any]]) -> bytes:
    writer = csv.writer(_Line())
    return "".join(writer.writerow([cell(value) for value in line]) for line in table).encode()
