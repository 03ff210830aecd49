"""Reading postcode files: our own sample, the ONS Postcode Directory (or NSPL), and OS Code-Point Open.

Columns are found by their headings, so a new edition with more columns still reads. Code-Point's files come without
headings and are known by their ten columns.
"""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from itertools import chain
from pathlib import Path

from almanac.engine.problem import Place
from almanac.places import osgb
from almanac.places import postcode as text
from almanac.places.errors import PostcodeMalformed

BUILT_IN = Path(__file__).parent / "data" / "postcodes.csv"
CODE_POINT = ["pc", "pq", "ea", "no", "cy", "rh", "lh", "cc", "dc", "wc"]
CODE_POINT_LONG = ["Postcode", "Positional_quality_indicator", "Eastings", "Northings", "Country_code"]
NO_POSITION = "90"  # Code-Point's quality of a postcode that has no position
COUNTRIES = {
    "E": "England",
    "W": "Wales",
    "S": "Scotland",
    "N": "Northern Ireland",
    "L": "Channel Islands",
    "M": "Isle of Man",
}

Row = Mapping[str, str]


class UnknownLayout(ValueError):
    """The file has none of the layouts that can be read."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One postcode of a file."""

    postcode: str
    place: Place
    district: str
    town: str
    country: str


def read(path: Path, districts: Mapping[str, str]) -> Iterator[Entry | None]:
    """The file's rows one by one, never all at once; None for a row without use (abolished, no position, malformed).

    `districts` are names by their code, since the open data says codes alone. Raises UnknownLayout.
    """
    with path.open(encoding="utf-8-sig", newline="") as file:
        rows = csv.reader(line for line in file if not line.startswith("#"))
        first = next(rows, None)
        if first is None:
            raise UnknownLayout(f"{path.name} is empty")
        read_row, heading = _layout(path, first)
        body = rows if heading is not CODE_POINT else chain([first], rows)
        for row in body:
            yield _entry(read_row, dict(zip(heading, row, strict=False)), districts)


def district_names(path: Path) -> dict[str, str]:
    """Names by code from one of the "names and codes" files that come with the ONS directory (LAD24CD, LAD24NM ...)."""
    with path.open(encoding="utf-8-sig", newline="") as file:
        rows = csv.DictReader(file)
        heading = [name for name in rows.fieldnames or [] if name]
        code = next((name for name in heading if name.upper().endswith("CD")), None)
        name = next((name for name in heading if name.upper().endswith("NM")), None)
        if code is None or name is None:
            raise UnknownLayout(f"{path.name} has no columns ending in CD and NM")
        return {row[code]: row[name] for row in rows}


def _layout(path: Path, first: list[str]) -> tuple[Callable[[Row, Mapping[str, str]], Entry | None], list[str]]:
    names = [name.strip() for name in first]
    lower = [name.lower() for name in names]
    if lower[:3] == ["postcode", "latitude", "longitude"]:
        return _sample, lower
    if {"pcds", "lat", "long"} <= set(lower):
        return _ons, lower
    if names[: len(CODE_POINT_LONG)] == CODE_POINT_LONG:
        return _code_point, [*CODE_POINT, *lower[len(CODE_POINT) :]]
    if lower[:4] == CODE_POINT[:4]:
        return _code_point, lower
    if len(names) == len(CODE_POINT) and names[2].isdigit() and names[3].isdigit():
        return _code_point, CODE_POINT
    raise UnknownLayout(f"{path.name} has none of the known layouts (sample, ONS Postcode Directory, Code-Point Open)")


def _entry(
    read_row: Callable[[Row, Mapping[str, str]], Entry | None], row: Row, districts: Mapping[str, str]
) -> Entry | None:
    try:
        return read_row(row, districts)
    except (PostcodeMalformed, KeyError, ValueError):
        return None


def _sample(row: Row, _: Mapping[str, str]) -> Entry:
    place = Place(float(row["latitude"]), float(row["longitude"]))
    return Entry(text.parse(row["postcode"]), place, row["district"], row["town"], row["country"])


def _ons(row: Row, districts: Mapping[str, str]) -> Entry | None:
    latitude, longitude = float(row["lat"]), float(row["long"])
    if row.get("doterm", "").strip() or latitude > 90:  # abolished; 99.999999 means no position
        return None
    code = next((row[name] for name in row if name == "oslaua" or (name.startswith("lad") and name.endswith("cd"))), "")
    country = next((row[name] for name in row if name.startswith("ctry")), "")
    return _with_names(text.parse(row["pcds"]), Place(latitude, longitude), code, country, districts)


def _code_point(row: Row, districts: Mapping[str, str]) -> Entry | None:
    if row["pq"] == NO_POSITION or row["ea"] in ("", "0"):
        return None
    place = osgb.to_wgs84(float(row["ea"]), float(row["no"]))
    return _with_names(text.parse(row["pc"]), place, row.get("dc", ""), row.get("cy", ""), districts)


def _with_names(postcode: str, place: Place, code: str, country: str, districts: Mapping[str, str]) -> Entry:
    """The open data names no post towns; London is the one that the postcode itself tells."""
    return Entry(
        postcode,
        place,
        districts.get(code, ""),
        "London" if text.is_london(postcode) else "",
        COUNTRIES.get(country[:1], ""),
    )
