"""postcodes.io, the open postcode API: https://postcodes.io/docs. No key is needed; anybody may also host it."""

from __future__ import annotations

from typing import Any
from urllib.parse import quote

import httpx

from almanac.engine.problem import Place
from almanac.kit import http
from almanac.places import postcode as text
from almanac.places.providers.base import Located, ProviderDown


class PostcodesIo:
    """Asks GET /postcodes/{postcode} and GET /postcodes?q=. Their 404 means: no such postcode."""

    def __init__(self, base_url: str) -> None:
        self._base_url = base_url

    def locate(self, postcode: str) -> Located | None:
        """Where the postcode lies. A postcode without a position (offshore, some PO boxes) counts as unknown."""
        answer = self._get(f"/postcodes/{quote(postcode)}")
        if answer.status_code == httpx.codes.NOT_FOUND:
            return None
        return _located(_result(answer))

    def suggest(self, prefix: str, limit: int) -> list[Located]:
        """Postcodes beginning with `prefix`; they answer null for none."""
        rows = _result(self._get("/postcodes", q=prefix, limit=limit)) or []
        if not isinstance(rows, list):
            raise ProviderDown("not a list")
        return [found for found in map(_located, rows) if found is not None]

    def _get(self, path: str, **query: str | int) -> httpx.Response:
        try:
            with http.client(self._base_url) as client:
                answer = client.get(path, params=query)
        except httpx.HTTPError as error:
            raise ProviderDown(type(error).__name__) from error
        if answer.status_code not in (httpx.codes.OK, httpx.codes.NOT_FOUND):
            raise ProviderDown(f"status {answer.status_code}")
        return answer


def _result(answer: httpx.Response) -> Any:
    try:
        return answer.json()["result"]
    except (ValueError, KeyError, TypeError) as error:
        raise ProviderDown("not the documented form") from error


def _located(row: Any) -> Located | None:
    try:
        latitude, longitude = row["latitude"], row["longitude"]
        if latitude is None or longitude is None:
            return None
        district = row.get("admin_district") or ""
        return Located(
            postcode=row["postcode"],
            place=Place(float(latitude), float(longitude)),
            district=district,
            town="London" if text.is_london(row["postcode"]) else district,
            country=row.get("country") or "",
        )
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        raise ProviderDown("not the documented form") from error
