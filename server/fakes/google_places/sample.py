"""The sample addresses, and how Google writes them: two lines to choose by, components of the whole."""

from __future__ import annotations

import base64
import csv
import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from math import cos, hypot, radians
from pathlib import Path
from typing import Any

ADDRESSES = Path(__file__).parent / "addresses.csv"
METRES_PER_DEGREE = 111_320


@dataclass(frozen=True, slots=True)
class Sample:
    """One address, street or postcode."""

    id: str
    flat: str
    building: str
    number: str
    street: str
    town: str
    postcode: str
    latitude: float
    longitude: float
    fails: int

    @property
    def kind(self) -> str:
        """The primary type."""
        if self.flat:
            return "subpremise"
        if self.building and not self.number:
            return "premise"
        if self.street:
            return "street_address" if self.number else "route"
        return "postal_code"

    @property
    def main(self) -> str:
        house = f"{self.number} {self.street}".strip()
        lines = [part for part in (self.flat, self.building, house) if part]
        return ", ".join(lines) or f"{self.town} {self.postcode}"

    @property
    def secondary(self) -> str:
        return "UK" if self.kind == "postal_code" else f"{self.town}, UK"

    @property
    def written(self) -> str:
        return f"{self.main}, {self.secondary}"

    def metres_to(self, latitude: float, longitude: float) -> float:
        east = (self.longitude - longitude) * cos(radians(latitude))
        return hypot(east, self.latitude - latitude) * METRES_PER_DEGREE

    def components(self) -> list[dict[str, Any]]:
        """As place details has them, smallest first."""
        return list(self._components())

    def _components(self) -> Iterator[dict[str, Any]]:
        yield from _component(self.flat, "subpremise")
        yield from _component(self.building, "premise")
        yield from _component(self.number, "street_number")
        yield from _component(self.street, "route")
        yield from _component(self.town, "postal_town")
        yield from _component(
            "Greater London" if self.town == "London" else "", "administrative_area_level_2", "political"
        )
        yield from _component("England", "administrative_area_level_1", "political")
        yield from _component("United Kingdom", "country", "political", short="GB")
        yield from _component(self.postcode, "postal_code")


def _component(text: str, *types: str, short: str = "") -> Iterator[dict[str, Any]]:
    if text:
        yield {"longText": text, "shortText": short or text, "types": list(types), "languageCode": "en-GB"}


@cache
def addresses() -> dict[str, Sample]:
    """All of them by id."""
    with ADDRESSES.open(encoding="utf-8", newline="") as file:
        rows = csv.DictReader(line for line in file if not line.startswith("#"))
        found = [_sample(row) for row in rows]
    return {one.id: one for one in found}


def _sample(row: dict[str, str]) -> Sample:
    whole = "|".join(row[name] for name in ("flat", "building", "number", "street", "town", "postcode"))
    digest = hashlib.blake2b(whole.encode(), digest_size=18).digest()
    return Sample(
        id=f"ChIJ{base64.urlsafe_b64encode(digest).decode().rstrip('=')[:23]}",
        **{name: row[name] for name in ("flat", "building", "number", "street", "town", "postcode")},
        latitude=float(row["latitude"]),
        longitude=float(row["longitude"]),
        fails=int(row["fails"] or 0),
    )
