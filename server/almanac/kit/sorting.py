"""By what a list may be sorted: each list declares its columns, and a caller chooses one of them by its word."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from almanac.kit.errors import InvalidInput


@dataclass(frozen=True, slots=True)
class SortKey:
    """One order of rows: by `field` (of the model, or an annotation) and then by id, both the same way round.

    Where the field `may_be_empty` (NULL), rows without it stand last in either direction.
    """

    field: str
    descending: bool = False
    may_be_empty: bool = False

    @classmethod
    def of(cls, text: str) -> SortKey:
        """`-placed_at` is newest first."""
        return cls(text.removeprefix("-"), text.startswith("-"))


@dataclass(frozen=True, slots=True)
class Sorting:
    """The columns of one list: the caller's word -> the field. `standard` is the order nobody asked for."""

    columns: Mapping[str, str]
    standard: str
    may_be_empty: frozenset[str] = frozenset()

    def key(self, asked: str) -> SortKey:
        """The order for `sort=name` or `sort=-name`; empty is the standard one. Raises InvalidInput for any other."""
        wanted = asked or self.standard
        word = wanted.removeprefix("-")
        if word not in self.columns:
            raise InvalidInput(fields={"sort": [f"Sort by one of {', '.join(self.columns)}."]})
        return SortKey(self.columns[word], wanted.startswith("-"), word in self.may_be_empty)
