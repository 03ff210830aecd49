"""The stand-in speaks as postcodes.io is documented to."""

from __future__ import annotations

from collections.abc import Iterator
from threading import Thread

import httpx
import pytest

from fakes.postcodes_io.server import Fake, Trouble


@pytest.fixture(scope="module")
def client() -> Iterator[httpx.Client]:
    with Fake(slow_seconds=0) as server:
        Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True).start()
        with httpx.Client(base_url=server.url) as http:
            yield http
        server.shutdown()


def test_a_postcode_however_written(client: httpx.Client) -> None:
    for written in ("SW1A 1AA", "sw1a1aa", "SW1A%201AA"):
        answer = client.get(f"/postcodes/{written}")
        assert answer.status_code == 200
        assert answer.json()["status"] == 200
        result = answer.json()["result"]
        assert (result["postcode"], result["outcode"], result["incode"]) == ("SW1A 1AA", "SW1A", "1AA")
        assert (result["latitude"], result["longitude"]) == (51.501009, -0.141588)
        assert (result["region"], result["admin_district"]) == ("London", "Westminster")


def test_unknown_and_invalid_are_both_404(client: httpx.Client) -> None:
    for path, words in (("/postcodes/SW1A9ZZ", "Postcode not found"), ("/postcodes/hello", "Invalid postcode")):
        answer = client.get(path)
        assert (answer.status_code, answer.json()) == (404, {"status": 404, "error": words})


def test_validate(client: httpx.Client) -> None:
    assert client.get("/postcodes/SW1A1AA/validate").json() == {"status": 200, "result": True}
    assert client.get("/postcodes/nonsense/validate").json() == {"status": 200, "result": False}


def test_autocomplete(client: httpx.Client) -> None:
    assert client.get("/postcodes/sw1a/autocomplete?limit=2").json()["result"] == ["SW1A 0AA", "SW1A 1AA"]
    assert client.get("/postcodes/ZZ/autocomplete").json() == {"status": 200, "result": None}


def test_query_minds_the_space(client: httpx.Client) -> None:
    assert client.get("/postcodes", params={"q": "SW1A 1"}).json()["result"][0]["postcode"] == "SW1A 1AA"
    assert client.get("/postcodes", params={"q": "SW1A1"}).json()["result"] is None


def test_bulk(client: httpx.Client) -> None:
    answer = client.post("/postcodes", json={"postcodes": ["M1 1AA", "nonsense"]}).json()
    assert [entry["query"] for entry in answer["result"]] == ["M1 1AA", "nonsense"]
    assert answer["result"][0]["result"]["country"] == "England"
    assert answer["result"][1]["result"] is None
    assert client.post("/postcodes", json={"postcodes": ["M1 1AA"] * 101}).status_code == 400
    assert client.post("/postcodes", content=b"{").status_code == 400


def test_trouble_on_demand(client: httpx.Client) -> None:
    assert client.get(f"/postcodes/{Trouble.BROKEN}").status_code == 503
    assert client.get(f"/postcodes/{Trouble.TOO_MANY}").status_code == 429
    assert client.get(f"/postcodes/{Trouble.GARBLED}").text.startswith("<html>")
    assert client.get(f"/postcodes/{Trouble.SLOW}").status_code == 404


def test_other_paths(client: httpx.Client) -> None:
    assert client.get("/").status_code == 404
    assert client.get("/ping").json()["result"] == "pong"
