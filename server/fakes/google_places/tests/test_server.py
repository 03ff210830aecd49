"""The stand-in speaks as Places API (New) is documented to."""

from __future__ import annotations

from collections.abc import Iterator
from threading import Thread
from typing import Any

import httpx
import pytest

from fakes.google_places.server import Fake, Key, Trouble

HEADERS = {"X-Goog-Api-Key": "any"}
PATH = "/v1/places:autocomplete"


@pytest.fixture
def fake() -> Iterator[Fake]:
    with Fake(slow_seconds=0) as server:
        Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True).start()
        yield server
        server.shutdown()


@pytest.fixture
def client(fake: Fake) -> Iterator[httpx.Client]:
    with httpx.Client(base_url=fake.url, headers=HEADERS) as http:
        yield http


def found(client: httpx.Client, **body: Any) -> list[dict[str, Any]]:
    answer = client.post(PATH, json=body)
    assert answer.status_code == 200, answer.text
    return [row["placePrediction"] for row in answer.json().get("suggestions", [])]


def test_a_prediction_in_full(client: httpx.Client) -> None:
    first = found(client, input="10 Down", includedRegionCodes=["gb"])[0]
    assert first["place"] == f"places/{first['placeId']}"
    assert first["text"] == {"text": "10 Downing Street, London, UK", "matches": [{"endOffset": 7}]}
    assert first["structuredFormat"]["mainText"]["text"] == "10 Downing Street"
    assert first["structuredFormat"]["secondaryText"] == {"text": "London, UK"}
    assert first["types"] == ["street_address", "geocode"]


def test_narrowed(client: httpx.Client) -> None:
    at = {"circle": {"center": {"latitude": 51.465, "longitude": -0.16}, "radius": 3000.0}}
    assert [one["structuredFormat"]["mainText"]["text"] for one in found(client, input="10 Down")] != []
    assert found(client, input="10 Down", locationRestriction=at) == []
    assert found(client, input="10 Down", includedRegionCodes=["fr"]) == []
    assert found(client, input="10 Down", includedPrimaryTypes=["route"]) == []
    assert len(found(client, input="L")) == 5
    assert found(client, input="1", locationBias=at)[0]["text"]["text"].startswith("1")


def test_details_need_a_field_mask_and_keep_to_it(client: httpx.Client) -> None:
    path = f"/v1/places/{found(client, input='10 Downing')[0]['placeId']}"
    assert client.get(path).json()["error"]["status"] == "INVALID_ARGUMENT"
    assert client.get(path, headers={"X-Goog-FieldMask": "address"}).status_code == 400
    whole = client.get(path, headers={"X-Goog-FieldMask": "addressComponents,location"}).json()
    assert set(whole) == {"addressComponents", "location"}
    parts = {row["types"][0]: row["longText"] for row in whole["addressComponents"]}
    assert (parts["street_number"], parts["route"], parts["postal_code"]) == ("10", "Downing Street", "SW1A 2AA")
    assert client.get(path, headers={"X-Goog-FieldMask": "location.latitude"}).json() == {
        "location": {"latitude": 51.5034}
    }


def test_a_mask_over_suggestions(client: httpx.Client) -> None:
    mask = {"X-Goog-FieldMask": "suggestions.placePrediction.placeId"}
    rows = client.post(PATH, json={"input": "10 Down"}, headers=mask).json()["suggestions"]
    assert all(set(row["placePrediction"]) == {"placeId"} for row in rows)


@pytest.mark.parametrize(
    ("key", "status", "said", "reason"),
    [
        ("", 403, "PERMISSION_DENIED", None),
        (Key.WRONG, 400, "INVALID_ARGUMENT", "API_KEY_INVALID"),
        (Key.SWITCHED_OFF, 403, "PERMISSION_DENIED", "SERVICE_DISABLED"),
        (Key.BLOCKED, 403, "PERMISSION_DENIED", "API_KEY_IP_ADDRESS_BLOCKED"),
        (Key.OVER_QUOTA, 429, "RESOURCE_EXHAUSTED", "RATE_LIMIT_EXCEEDED"),
    ],
)
def test_keys(client: httpx.Client, key: str, status: int, said: str, reason: str | None) -> None:
    answer = client.post(PATH, json={"input": "10 Down"}, headers={"X-Goog-Api-Key": key})
    error = answer.json()["error"]
    assert (answer.status_code, error["code"], error["status"]) == (status, status, said)
    assert (error["details"][0]["reason"] if reason else error.get("details")) == reason


@pytest.mark.parametrize(
    "body",
    [
        {},
        {"input": ""},
        {"input": "x", "sessionToken": "not one"},
        {"input": "x", "sessionToken": "x" * 37},
        {"input": "x", "locationBias": {}},
        {"input": "x", "locationBias": {}, "locationRestriction": {}},
        {"input": "x", "includedPrimaryTypes": list("abcdef")},
        [],
    ],
)
def test_requests_that_are_wrong(client: httpx.Client, body: Any) -> None:
    answer = client.post(PATH, json=body)
    assert (answer.status_code, answer.json()["error"]["status"]) == (400, "INVALID_ARGUMENT")


def test_other_paths_and_bodies(client: httpx.Client) -> None:
    assert client.get("/v1/elsewhere").status_code == 404
    assert client.post("/v1/places:searchText", json={}).status_code == 404
    assert client.post(PATH, content=b"{").status_code == 400
    assert client.get("/v1/places/nowhere", headers={"X-Goog-FieldMask": "*"}).status_code == 400


@pytest.mark.parametrize(
    ("typed", "status"),
    [
        (Trouble.BROKEN, 503),
        (Trouble.INTERNAL, 500),
        (Trouble.TOO_MANY, 429),
        (Trouble.DENIED, 403),
        (Trouble.INVALID, 400),
        (Trouble.GARBLED, 200),
        (Trouble.SLOW, 200),
    ],
)
def test_trouble(client: httpx.Client, typed: str, status: int) -> None:
    assert client.post(PATH, json={"input": typed}).status_code == status


def test_what_is_counted(client: httpx.Client, fake: Fake) -> None:
    path = f"/v1/places/{found(client, input='10 Down', sessionToken='a')[0]['placeId']}"
    mask = {"X-Goog-FieldMask": "location"}
    found(client, input="10 Downi", sessionToken="a")
    for _ in range(2):
        client.get(path, headers=mask, params={"sessionToken": "a"})
    found(client, input="11", sessionToken="a")
    found(client, input="12")
    account = fake.account
    assert (account.sessions["a"].autocompletes, account.sessions["a"].is_over) == (2, True)
    assert (account.single_autocompletes, account.single_details) == (2, 1)
