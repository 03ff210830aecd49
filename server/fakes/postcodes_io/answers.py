"""What postcodes.io answers, worked out from the sample directory: its documented bodies and statuses."""

from __future__ import annotations

import csv
import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

DIRECTORY = Path(__file__).parents[2] / "almanac" / "places" / "data" / "postcodes.csv"
FORM = re.compile(r"(GIR|[A-Z]{1,2}[0-9][0-9A-Z]?)([0-9][A-Z]{2})")
MOST_IN_BULK = 100
LONDON_AREAS = ("CR", "E", "EC", "KT", "N", "NW", "SE", "SM", "SW", "TW", "W", "WC")


@dataclass(frozen=True, slots=True)
class Answer:
    """One HTTP answer: the status, repeated in the body as they do."""

    status: int
    body: dict[str, Any]


def ok(result: Any) -> Answer:
    return Answer(200, {"status": 200, "result": result})


def error(status: int, words: str) -> Answer:
    return Answer(status, {"status": status, "error": words})


def lookup(typed: str) -> Answer:
    """GET /postcodes/:postcode"""
    written = _written(typed)
    if written is None:
        return error(404, "Invalid postcode")
    row = directory().get(written)
    return ok(_entity(row)) if row else error(404, "Postcode not found")


def validate(typed: str) -> Answer:
    """GET /postcodes/:postcode/validate"""
    return ok(_written(typed) in directory())


def autocomplete(prefix: str, limit: str) -> Answer:
    """GET /postcodes/:postcode/autocomplete: postcodes alone, null for none; spaces do not matter."""
    flat = prefix.replace(" ", "").upper()
    found = [text for text in directory() if text.replace(" ", "").startswith(flat)]
    return ok(found[: _limit(limit)] or None)


def query(prefix: str, limit: str) -> Answer:
    """GET /postcodes?q=: whole entities, null for none; a space in the query counts."""
    if not prefix.strip():
        return error(400, "No postcode query submitted. Remember to include query parameter")
    spaced = prefix.upper().strip()
    found = [_entity(row) for text, row in directory().items() if text.startswith(spaced)]
    return ok(found[: _limit(limit)] or None)


def bulk(body: Any) -> Answer:
    """POST /postcodes with {"postcodes": [...]}"""
    asked = body.get("postcodes") if isinstance(body, dict) else None
    if not isinstance(asked, list):
        return error(
            400,
            "Invalid JSON submitted. You need to submit a JSON object with an array of postcodes or geolocation objects",
        )
    if len(asked) > MOST_IN_BULK:
        return error(400, "Too many postcodes submitted. Up to 100 postcodes can be bulk requested at a time")
    return ok([{"query": one, "result": lookup(str(one)).body.get("result")} for one in asked])


@cache
def directory() -> dict[str, dict[str, str]]:
    """The sample's rows by postcode, in order."""
    with DIRECTORY.open(encoding="utf-8", newline="") as file:
        rows = csv.DictReader(line for line in file if not line.startswith("#"))
        return {row["postcode"]: row for row in sorted(rows, key=lambda row: row["postcode"])}


def _written(typed: str) -> str | None:
    match = FORM.fullmatch(typed.replace(" ", "").upper())
    return f"{match[1]} {match[2]}" if match else None


def _limit(typed: str) -> int:
    return min(int(typed), 100) if typed.isdecimal() and int(typed) else 10


def _entity(row: dict[str, str]) -> dict[str, Any]:
    outcode, incode = row["postcode"].split(" ")
    region = "London" if re.split("[0-9]", outcode, maxsplit=1)[0] in LONDON_AREAS else None
    return {
        "postcode": row["postcode"],
        "outcode": outcode,
        "incode": incode,
        "quality": 1,
        "eastings": None,
        "northings": None,
        "country": row["country"],
        "longitude": float(row["longitude"]),
        "latitude": float(row["latitude"]),
        "region": region,
        "admin_district": row["district"],
        "admin_county": None,
        "admin_ward": None,
        "parish": None,
        "parliamentary_constituency": None,
        "codes": {"admin_district": None, "admin_county": None},
    }
