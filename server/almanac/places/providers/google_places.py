"""Google Places API (New): https://developers.google.com/maps/documentation/places/web-service.

Autocomplete (POST /v1/places:autocomplete) while somebody types, Place Details (GET /v1/places/{id}) of the choice; one
session token joins them and ends with the choice. Their terms let ids be kept and nothing else: nothing of it is.
"""

from __future__ import annotations

import re
from typing import Any
from urllib.parse import quote

import httpx

from almanac.engine.problem import Place
from almanac.kit import http
from almanac.places import postcode as text
from almanac.places.errors import PostcodeMalformed
from almanac.places.providers.base import REQUEST_REFUSED, AddressFound, AddressSuggestion, ProviderDown

TYPING = httpx.Timeout(2.0, connect=1.0)  # whoever types does not wait: later than this, they have typed on
NEAR_M = (
    3_000.0  # around the postcode that was checked; a sample postcode lies within a kilometre of its sector's middle
)
MOST = 5
LONGEST_LINE = 200
KINDS = ["street_address", "premise", "subpremise", "route", "postal_code"]
SUGGESTION = "suggestions.placePrediction"
SUGGESTION_FIELDS = ",".join(
    f"{SUGGESTION}.{field}"
    for field in ("placeId", "structuredFormat.mainText.text", "structuredFormat.secondaryText.text")
)
ADDRESS_FIELDS = "addressComponents,location"
_ID = re.compile("[A-Za-z0-9_-]{1,500}")
_REASON = re.compile("[A-Z][A-Z0-9_]{2,63}")
_NUMBER = re.compile("[0-9]+[A-Za-z]?(-[0-9]+[A-Za-z]?)?")


class GooglePlaces:
    """Asks for addresses in the United Kingdom. The key goes in a header and to nobody else."""

    def __init__(self, base_url: str, key: str) -> None:
        self._base_url = base_url
        self._key = key

    def suggest(self, typed: str, *, near: Place | None, session: str) -> list[AddressSuggestion]:
        """At most five, within three kilometres of `near`."""
        body: dict[str, Any] = {
            "input": typed,
            "sessionToken": session,
            "includedRegionCodes": ["gb"],
            "includedPrimaryTypes": KINDS,
            "regionCode": "gb",
            "languageCode": "en-GB",
        }
        if near is not None:
            middle = {"latitude": near.latitude, "longitude": near.longitude}
            body["locationRestriction"] = {"circle": {"center": middle, "radius": NEAR_M}}
        rows = self._ask("POST", "/v1/places:autocomplete", SUGGESTION_FIELDS, json=body).get("suggestions", [])
        try:
            return [_suggestion(row["placePrediction"]) for row in rows if "placePrediction" in row][:MOST]
        except (KeyError, TypeError) as error:
            raise ProviderDown("not_documented") from error

    def detail(self, id: str, *, session: str) -> AddressFound | None:
        """Their 404 means that an id is no longer one."""
        if not _ID.fullmatch(id):
            return None
        query = {"sessionToken": session, "languageCode": "en-GB", "regionCode": "gb"}
        try:
            place = self._ask("GET", f"/v1/places/{quote(id, safe='')}", ADDRESS_FIELDS, params=query)
        except _Gone:
            return None
        try:
            return _address(place)
        except (KeyError, TypeError, ValueError, AttributeError) as error:
            raise ProviderDown("not_documented") from error

    def _ask(self, method: str, path: str, fields: str, **request: Any) -> dict[str, Any]:
        headers = {"X-Goog-Api-Key": self._key, "X-Goog-FieldMask": fields}
        try:
            with http.client(self._base_url, TYPING) as client:
                answer = client.request(method, path, headers=headers, **request)
        except httpx.TimeoutException as error:
            raise ProviderDown("slow") from error
        except httpx.HTTPError as error:
            raise ProviderDown("unreachable") from error
        body = _json(answer)
        if answer.status_code == httpx.codes.OK:
            if not isinstance(body, dict):
                raise ProviderDown("not_documented")
            return body
        if answer.status_code == httpx.codes.NOT_FOUND:
            raise _Gone
        raise _refusal(answer.status_code, body)


class _Gone(ProviderDown):
    """404: nothing of that id."""


def _json(answer: httpx.Response) -> Any:
    try:
        return answer.json()
    except ValueError:
        return None


def _refusal(status: int, body: Any) -> ProviderDown:
    """Their error (google.rpc.Status) in a word of ours, with their reason, which is one of a list. Their message is not
    told on: it may repeat what was typed."""
    error = body.get("error") if isinstance(body, dict) else None
    details = error.get("details") if isinstance(error, dict) else None
    reasons = [row.get("reason") for row in details if isinstance(row, dict)] if isinstance(details, list) else []
    reason = next((one for one in reasons if isinstance(one, str) and _REASON.fullmatch(one)), "")
    if status in (httpx.codes.UNAUTHORIZED, httpx.codes.FORBIDDEN) or reason.startswith("API_KEY"):
        return ProviderDown("key_refused", reason)
    if status == httpx.codes.TOO_MANY_REQUESTS:
        return ProviderDown("over_quota", reason)
    if status >= httpx.codes.INTERNAL_SERVER_ERROR:
        return ProviderDown("broken", reason)
    return ProviderDown(REQUEST_REFUSED, reason)


def _suggestion(row: Any) -> AddressSuggestion:
    lines = row["structuredFormat"]
    secondary = lines.get("secondaryText") or {}
    return AddressSuggestion(id=row["placeId"], main=lines["mainText"]["text"], secondary=secondary.get("text", ""))


def _address(place: dict[str, Any]) -> AddressFound:
    parts = {kind: row["longText"] for row in reversed(place["addressComponents"]) for kind in row["types"]}
    number, street = parts.get("street_number", ""), parts.get("route", "")
    flat, building = parts.get("subpremise", ""), parts.get("premise", "")
    if not number and street and _NUMBER.fullmatch(building):
        number, building = building, ""  # a house that is a building of its own: its number is called a premise
    if _NUMBER.fullmatch(flat):
        flat = f"Flat {flat}"
    line1 = " ".join(part for part in (number, street) if part)
    if not line1:
        line1, building = building, ""
    located = place.get("location")
    return AddressFound(
        line1=line1[:LONGEST_LINE],
        line2=", ".join(part for part in (flat, building) if part)[:LONGEST_LINE],
        town=(parts.get("postal_town") or parts.get("locality") or "")[:100],
        postcode=_whole(parts.get("postal_code", "")),
        place=Place(float(located["latitude"]), float(located["longitude"])) if located else None,
    )


def _whole(postcode: str) -> str:
    """A whole postcode in our spelling; of a street they may know its first half alone, which is none."""
    try:
        return text.parse(postcode)
    except PostcodeMalformed:
        return ""
