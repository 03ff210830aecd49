"""What Places API (New) answers, worked out from the sample addresses; and what it would count by session."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from threading import Lock
from typing import Any

from fakes.google_places import errors
from fakes.google_places.sample import Sample, addresses

MOST = 5
FIELDS_OF_A_PLACE = {"id", "name", "addressComponents", "location", "formattedAddress", "types", "primaryType"}
TOKEN = re.compile("[A-Za-z0-9_-]{1,36}")
WIDEST_M = 50_000


@dataclass
class Session:
    """One address somebody looked for: how often they typed, and whether it ended with a choice."""

    autocompletes: int = 0
    is_over: bool = False


@dataclass
class Account:
    """What would be billed. Requests without a session, or in one that is over, are counted one by one."""

    sessions: dict[str, Session] = field(default_factory=dict)
    single_autocompletes: int = 0
    single_details: int = 0
    lock: Lock = field(default_factory=Lock)

    def typed(self, token: str) -> None:
        with self.lock:
            session = self.sessions.setdefault(token, Session()) if token else None
            if session is None or session.is_over:
                self.single_autocompletes += 1
            else:
                session.autocompletes += 1

    def chosen(self, token: str) -> None:
        with self.lock:
            session = self.sessions.get(token)
            if session is None or session.is_over:
                self.single_details += 1
            else:
                session.is_over = True


def autocomplete(body: Any, account: Account) -> dict[str, Any]:
    """POST /v1/places:autocomplete. Raises Refusal."""
    if not isinstance(body, dict) or not isinstance(body.get("input"), str) or not body["input"]:
        raise errors.wrong("Request contains an invalid argument: input must be set.")
    if "locationBias" in body and "locationRestriction" in body:
        raise errors.wrong("Only one of location_bias and location_restriction can be set.")
    if len(body.get("includedPrimaryTypes", [])) > MOST:
        raise errors.wrong("At most 5 included_primary_types may be set.")
    account.typed(_token(body.get("sessionToken", "")))
    if body.get("includedRegionCodes") and "gb" not in [code.lower() for code in body["includedRegionCodes"]]:
        return {}
    found = [one for one in addresses().values() if _goes_on(one, body["input"])]
    if kinds := body.get("includedPrimaryTypes"):
        found = [one for one in found if one.kind in kinds]
    if "locationRestriction" in body:
        circle = _circle(body["locationRestriction"])
        found = [one for one in found if one.metres_to(circle[0], circle[1]) <= circle[2]]
    if "locationBias" in body:
        circle = _circle(body["locationBias"])
        found.sort(key=lambda one: one.metres_to(circle[0], circle[1]))
    suggestions = [{"placePrediction": _prediction(one, body["input"])} for one in found[:MOST]]
    return {"suggestions": suggestions} if suggestions else {}


def details(id: str, query: dict[str, str], mask: str, account: Account) -> dict[str, Any]:
    """GET /v1/places/{id}. A field mask is required. Raises Refusal."""
    if not mask:
        raise errors.wrong(
            "FieldMask is a required parameter. See https://cloud.google.com/apis/docs/system-parameters."
        )
    for name in mask.split(","):
        if name != "*" and name.split(".")[0] not in FIELDS_OF_A_PLACE:
            raise errors.wrong(f"Error expanding 'fields' parameter. Cannot find matching fields for path '{name}'.")
    found = addresses().get(id)
    if found is None:
        raise errors.wrong(f"Not a valid Place ID: {id}")
    token = _token(query.get("sessionToken", ""))
    if found.fails:
        raise errors.failing(found.fails, found.written)
    account.chosen(token)
    place = {
        "name": f"places/{id}",
        "id": id,
        "types": [found.kind],
        "primaryType": found.kind,
        "formattedAddress": f"{found.main}, {found.town} {found.postcode}, UK",
        "addressComponents": found.components(),
        "location": {"latitude": found.latitude, "longitude": found.longitude},
    }
    return masked(place, mask)


def masked(answer: dict[str, Any], mask: str) -> dict[str, Any]:
    """The named fields alone, however deep; all of them without a mask or with "*"."""
    if not mask or mask == "*":
        return answer
    paths = [path.split(".") for path in mask.split(",")]
    below = {name: [path[1:] for path in paths if path[0] == name] for name in answer}
    return {name: _kept(answer[name], rest) for name, rest in below.items() if rest}


def _kept(value: Any, paths: list[list[str]]) -> Any:
    if any(not path for path in paths):
        return value
    if isinstance(value, list):
        return [_kept(one, paths) for one in value]
    return masked(value, ",".join(".".join(path) for path in paths)) if isinstance(value, dict) else value


def _goes_on(sample: Sample, typed: str) -> bool:
    """Each word typed begins a word of the address, postcode included."""
    words = _words(f"{sample.written} {sample.postcode} {sample.postcode.replace(' ', '')}")
    return all(any(word.startswith(part) for word in words) for part in _words(typed))


def _words(text: str) -> list[str]:
    return re.findall(r"\w+", text.lower())


def _prediction(sample: Sample, typed: str) -> dict[str, Any]:
    length = len(typed) if sample.written.lower().startswith(typed.lower()) else 0
    matches = {"matches": [{"endOffset": length}]} if length else {}
    return {
        "place": f"places/{sample.id}",
        "placeId": sample.id,
        "text": {"text": sample.written, **matches},
        "structuredFormat": {"mainText": {"text": sample.main, **matches}, "secondaryText": {"text": sample.secondary}},
        "types": [sample.kind, "geocode"],
    }


def _circle(area: Any) -> tuple[float, float, float]:
    try:
        circle = area["circle"]
        middle, radius = circle["center"], float(circle["radius"])
        if not 0 <= radius <= WIDEST_M:
            raise errors.wrong(f"Radius must be between 0 and {WIDEST_M} meters.")
        return float(middle["latitude"]), float(middle["longitude"]), radius
    except (KeyError, TypeError, ValueError) as error:
        raise errors.wrong("Invalid circle.") from error


def _token(token: Any) -> str:
    if not isinstance(token, str) or (token and not TOKEN.fullmatch(token)):
        raise errors.wrong("Invalid session token: it must be a URL and filename safe base64 string.")
    return token
