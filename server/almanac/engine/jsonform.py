"""Reading strict JSON: every wrong type, missing or unknown key is an InvalidProblem that names its path."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from datetime import UTC, date, datetime
from enum import StrEnum
from typing import TypeVar

from almanac.engine.errors import InvalidProblem
from almanac.engine.problem import Interval, Place, WallSpan

T = TypeVar("T")
E = TypeVar("E", bound=StrEnum)
WALL_SPAN = re.compile(r"(\d{2}):([0-5]\d)-(\d{2}):([0-5]\d)", re.ASCII)
DATE = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)


class Node:
    """A JSON value with the path it was found at."""

    def __init__(self, value: object, path: str = "") -> None:
        self.value, self.path = value, path

    def wrong(self, words: str) -> InvalidProblem:
        """The error for this place."""
        return InvalidProblem(self.path or "problem", words)

    def fields(self, required: Iterable[str], optional: Iterable[str] = ()) -> Node:
        """Itself, once it is an object with these keys and no others."""
        found = self._object()
        unknown = sorted(set(found) - set(required) - set(optional))
        for key in required:
            if key not in found:
                raise self.wrong(f"{key!r} is missing")
        if unknown:
            raise self.wrong(f"{unknown[0]!r} is not a known key")
        return self

    def has(self, key: str) -> bool:
        return key in self._object()

    def __getitem__(self, key: str) -> Node:
        return Node(self._object()[key], f"{self.path}.{key}" if self.path else key)

    def get(self, key: str, read: Callable[[Node], T], default: T) -> T:
        """What the key holds, read, or the default where the key is absent."""
        return read(self[key]) if self.has(key) else default

    def items(self) -> list[Node]:
        """The elements of a list."""
        if not isinstance(self.value, list):
            raise self.wrong("must be a list")
        return [Node(value, f"{self.path}[{index}]") for index, value in enumerate(self.value)]

    def entries(self) -> list[tuple[str, Node]]:
        """The keys and values of an object used as a table."""
        return [(key, self[key]) for key in self._object()]

    def maybe(self, read: Callable[[Node], T]) -> T | None:
        """None for null."""
        return None if self.value is None else read(self)

    def text(self) -> str:
        if not isinstance(self.value, str):
            raise self.wrong("must be a text")
        return self.value

    def whole(self) -> int:
        if not isinstance(self.value, int) or isinstance(self.value, bool):
            raise self.wrong("must be a whole number")
        return self.value

    def flag(self) -> bool:
        if not isinstance(self.value, bool):
            raise self.wrong("must be true or false")
        return self.value

    def number(self) -> float:
        if not isinstance(self.value, int | float) or isinstance(self.value, bool):
            raise self.wrong("must be a number")
        return float(self.value)

    def instant(self) -> int:
        """ISO 8601 with `Z` or an offset, whole seconds."""
        try:
            moment = datetime.fromisoformat(self.text())
        except ValueError as wrong:
            raise self.wrong(f"{self.value!r} is no ISO 8601 instant") from wrong
        if moment.tzinfo is None or moment.microsecond:
            raise self.wrong("an instant needs Z or an offset, and whole seconds")
        return int(moment.timestamp())

    def day(self) -> date:
        return parse_date(self.text(), self)

    def interval(self) -> Interval:
        """A pair of instants."""
        pair = self.items()
        if len(pair) != 2:
            raise self.wrong("must be a pair [start, end]")
        return Interval(pair[0].instant(), pair[1].instant())

    def place(self) -> Place:
        """A pair of degrees."""
        pair = self.items()
        if len(pair) != 2:
            raise self.wrong("must be a pair [latitude, longitude]")
        return Place(pair[0].number(), pair[1].number())

    def wall_span(self) -> WallSpan:
        """`HH:MM-HH:MM`, its end up to 48:00."""
        match = WALL_SPAN.fullmatch(self.text())
        if match is None:
            raise self.wrong(f"{self.value!r} is not of the form HH:MM-HH:MM")
        hours, minutes, end_hours, end_minutes = map(int, match.groups())
        return WallSpan(hours * 60 + minutes, end_hours * 60 + end_minutes)

    def one_of(self, words: type[E]) -> E:
        """A word of an enumeration."""
        try:
            return words(self.text())
        except ValueError as wrong:
            raise self.wrong(f"{self.value!r} is none of {', '.join(words)}") from wrong

    def _object(self) -> dict[str, object]:
        if not isinstance(self.value, dict):
            raise self.wrong("must be an object")
        return self.value


def parse_date(text: str, node: Node) -> date:
    """`YYYY-MM-DD`, told at `node` when it is not."""
    try:
        if DATE.fullmatch(text):
            return date.fromisoformat(text)
    except ValueError:
        pass
    raise node.wrong(f"{text!r} is no date of the form YYYY-MM-DD")


def instant_text(instant: int) -> str:
    """An instant as ISO 8601 in UTC, with `Z`."""
    return datetime.fromtimestamp(instant, UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def wall_span_text(span: WallSpan) -> str:
    """`HH:MM-HH:MM`."""
    return f"{span.start // 60:02}:{span.start % 60:02}-{span.end // 60:02}:{span.end % 60:02}"
