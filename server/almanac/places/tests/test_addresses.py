"""Addresses as they are typed: Google Places over HTTP against its stand-in, and the directory where it fails or is not
chosen."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from threading import Thread
from typing import Any
from uuid import uuid4

import httpx
import pytest
from django.core.cache import cache
from pytest_django import Settings

from almanac.places.providers import chosen as chosen_provider
from almanac.places.providers import google_places, resting
from almanac.places.tests.factories import make_entry
from fakes.google_places.sample import Sample, addresses
from fakes.google_places.server import Fake, Key, Trouble
from tests.cast import Person

NEAR = "SW1A 2AA"
EMPTY = {"line1": "", "line2": "", "town": "", "postcode": ""}


@pytest.fixture
def fake() -> Iterator[Fake]:
    with Fake(slow_seconds=1) as server:
        Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True).start()
        yield server
        server.shutdown()


@pytest.fixture
def company(
    fake: Fake,
    settings: Settings,
    monkeypatch: pytest.MonkeyPatch,
    request: pytest.FixtureRequest,
    transactional_db: None,
) -> Fake:
    """Chosen by setting. Outside a transaction, as requests are: inside one no company is asked. Only where it is to be slow is
    it waited for so briefly: a busy machine would be called slow as well."""
    settings.ADDRESS_PROVIDER = "google_places"
    settings.GOOGLE_PLACES_URL, settings.GOOGLE_PLACES_KEY = fake.url, "a-key-of-ours"
    told = getattr(request.node, "callspec", None)
    if told is not None and Trouble.SLOW in told.params.values():
        monkeypatch.setattr(google_places, "TYPING", httpx.Timeout(0.3))
    make_entry("SW11 1AA")
    make_entry("SW11 2AA")
    return fake


@pytest.fixture
def guest(transactional_db: None) -> Iterator[Person]:
    """A stranger outside a transaction; what was counted is forgotten with them, for nothing is rolled back here."""
    cache.clear()
    yield Person()
    cache.clear()


@pytest.fixture
def lines(caplog: pytest.LogCaptureFixture) -> pytest.LogCaptureFixture:
    """All that is logged from debug up."""
    caplog.set_level(logging.DEBUG)
    caplog.set_level(logging.INFO, logger="django.db.backends")  # statements, only ever logged while debugging
    return caplog


def typed(person: Person, text: str, session: str = "", **more: str) -> Any:
    answer = person.post("/addresses/suggestions", {"text": text, "session": session or str(uuid4()), **more})
    assert answer.status_code == 200, answer.content
    return answer.json()


def mains(found: Any) -> list[str]:
    return [one["main"] for one in found["suggestions"]]


def chosen(person: Person, id: str, session: str = "") -> Any:
    return person.post("/addresses/detail", {"id": id, "session": session or str(uuid4())})


def sample(main: str) -> Sample:
    return next(one for one in addresses().values() if one.main == main)


def test_typed_and_chosen(company: Fake, guest: Person) -> None:
    session = str(uuid4())
    for text in ("10 D", "10 Do", "10 Down"):
        found = typed(guest, text, session)
    assert found["source"] == "google_places"
    assert mains(found) == ["10 Downing Street", "10 Downshire Row"]
    assert found["suggestions"][0]["secondary"] == "London, UK"
    answer = chosen(guest, found["suggestions"][0]["id"], session)
    assert answer.status_code == 200
    expected = {"line1": "10 Downing Street", "line2": "", "town": "London", "postcode": "SW1A 2AA"}
    assert answer.json() == expected


def test_a_session_is_one_address_and_ends_with_its_choice(company: Fake, guest: Person) -> None:
    for text in ("12 Lav", "2 Lav"):
        session = str(uuid4())
        typed(guest, text[:-1], session)
        chosen(guest, typed(guest, text, session)["suggestions"][0]["id"], session)
    account = company.account
    assert [(one.autocompletes, one.is_over) for one in account.sessions.values()] == [(2, True), (2, True)]
    assert (account.single_autocompletes, account.single_details) == (0, 0)


def test_too_little_is_not_asked_about(company: Fake, guest: Person) -> None:
    for text in ("", "1", "10", "10 "):
        assert typed(guest, text) == {"source": "google_places", "suggestions": []}
    assert company.account.sessions == {}


def test_a_settled_postcode_narrows(company: Fake, guest: Person) -> None:
    make_entry("M1 1AA", place=(53.478, -2.235))
    assert mains(typed(guest, "30 Canal", near="M1 1AA")) == ["30 Canal Street"]
    assert mains(typed(guest, "30 Canal", near="SW11 1AA")) == []
    assert mains(typed(guest, "30 Canal", near="not a postcode")) == ["30 Canal Street"]


@pytest.mark.parametrize(
    ("main", "parts"),
    [
        (
            "Flat 2, Swan Court, 5 Battersea Walk",
            {"line1": "5 Battersea Walk", "line2": "Flat 2, Swan Court", "postcode": "SW11 4AA"},
        ),
        ("Rose Cottage, Mill Lane", {"line1": "Mill Lane", "line2": "Rose Cottage", "postcode": "SW11 2AA"}),
        ("Old Dairy", {"line1": "Old Dairy", "postcode": "SW11 2AA"}),
        ("Lavender Terrace", {"line1": "Lavender Terrace"}),
        ("London SW11 3AA", {"postcode": "SW11 3AA"}),
        ("21 Kew Meadow", {"line1": "21 Kew Meadow", "town": "Richmond", "postcode": "TW9 1AA"}),
    ],
)
def test_every_kind_of_address(company: Fake, guest: Person, main: str, parts: dict[str, str]) -> None:
    answer = chosen(guest, f"google_places:{sample(main).id}")
    assert answer.json() == {**EMPTY, "town": "London", **parts}


@pytest.mark.parametrize(
    ("text", "why", "rests"),
    [
        (Trouble.BROKEN, "broken", False),
        (Trouble.INTERNAL, "broken", False),
        (Trouble.TOO_MANY, "over_quota (RATE_LIMIT_EXCEEDED)", True),
        (Trouble.DENIED, "key_refused (SERVICE_DISABLED)", True),
        (Trouble.INVALID, "request_refused", False),
        (Trouble.SLOW, "slow", False),
        (Trouble.GARBLED, "not_documented", False),
        (Trouble.OTHER_FORM, "not_documented", False),
    ],
)
def test_each_failure_falls_back_and_is_told_without_what_was_typed(
    company: Fake, guest: Person, lines: pytest.LogCaptureFixture, text: str, why: str, rests: bool
) -> None:
    assert typed(guest, text) == {"source": "directory", "suggestions": []}
    written = lines.text
    assert why in written
    assert text not in written
    assert "a-key-of-ours" not in written
    assert resting.is_resting("google_places") is rests


@pytest.mark.parametrize(
    ("key", "why"),
    [
        (Key.WRONG, "API_KEY_INVALID"),
        (Key.SWITCHED_OFF, "SERVICE_DISABLED"),
        (Key.BLOCKED, "API_KEY_IP_ADDRESS_BLOCKED"),
        (Key.OVER_QUOTA, "RATE_LIMIT_EXCEEDED"),
        ("", "key_refused"),
    ],
)
def test_a_refused_key_leaves_the_directory(
    company: Fake, guest: Person, settings: Settings, lines: pytest.LogCaptureFixture, key: str, why: str
) -> None:
    settings.GOOGLE_PLACES_KEY = key
    found = typed(guest, "5 Canary Wharf, SW11 1")
    assert found["source"] == "directory"
    assert mains(found) == ["SW11 1AA"]
    assert why in lines.text
    assert "Canary" not in lines.text


def test_nobody_there(company: Fake, guest: Person, settings: Settings) -> None:
    settings.GOOGLE_PLACES_URL = "http://127.0.0.1:1"
    assert typed(guest, "10 Down")["source"] == "directory"


def test_a_company_that_fails_three_times_rests_and_comes_back(
    company: Fake, guest: Person, lines: pytest.LogCaptureFixture
) -> None:
    for _ in range(3):
        typed(guest, Trouble.BROKEN)
    assert typed(guest, "10 Down")["source"] == "directory"
    assert company.account.sessions == {}
    assert lines.text.count("address provider down") == 3
    cache.clear()  # a minute later
    assert typed(guest, "10 Down")["source"] == "google_places"


def test_strange_requests_take_it_from_nobody(company: Fake, guest: Person) -> None:
    for _ in range(5):
        assert chosen(guest, "google_places:no-such-place").status_code == 404
        typed(guest, Trouble.INVALID)
    assert typed(guest, "10 Down")["source"] == "google_places"


@pytest.mark.parametrize(
    ("number", "status", "code"),
    [
        (1, 404, "address_unknown"),
        (2, 503, "address_lookup_down"),
        (3, 503, "address_lookup_down"),
        (4, 503, "address_lookup_down"),
        (5, 404, "address_unknown"),
        (6, 503, "address_lookup_down"),
    ],
)
def test_details_that_cannot_be_had(
    company: Fake, guest: Person, lines: pytest.LogCaptureFixture, number: int, status: int, code: str
) -> None:
    answer = chosen(guest, f"google_places:{sample(f'{number} Vanishing Lane').id}")
    assert (answer.status_code, answer.json()["code"]) == (status, code)
    assert "Vanishing" not in lines.text


@pytest.mark.parametrize(
    "id", ["", "google_places:", "google_places:../secrets?x=", "directory:", "other:x", "x" * 999]
)
def test_ids_of_nobody(company: Fake, guest: Person, id: str) -> None:
    assert chosen(guest, id).json()["code"] == "address_unknown"


def test_an_id_of_a_company_that_is_asked_no_more(guest: Person, settings: Settings) -> None:
    settings.ADDRESS_PROVIDER = "directory"
    assert chosen(guest, f"google_places:{sample('Old Dairy').id}").json()["code"] == "address_unknown"


def test_nothing_is_asked_while_it_rests(company: Fake, guest: Person, settings: Settings) -> None:
    settings.GOOGLE_PLACES_KEY = Key.OVER_QUOTA
    typed(guest, "10 Down")
    settings.GOOGLE_PLACES_KEY = "works again"
    id = f"google_places:{sample('10 Downing Street').id}"
    assert chosen(guest, id).json()["code"] == "address_lookup_down"


def test_the_directory_completes_a_postcode_and_says_its_town(guest: Person, settings: Settings) -> None:
    settings.ADDRESS_PROVIDER = "directory"
    make_entry("SW11 1AA")
    make_entry("SW11 2AA")
    found = typed(guest, "12 Lavender Hill, sw11")
    assert found["source"] == "directory"
    assert [(one["main"], one["secondary"]) for one in found["suggestions"]] == [
        ("SW11 1AA", "London"),
        ("SW11 2AA", "London"),
    ]
    parts = chosen(guest, found["suggestions"][1]["id"]).json()
    assert parts == {"line1": "12 Lavender Hill", "line2": "", "town": "London", "postcode": "SW11 2AA"}


@pytest.mark.parametrize("text", ["", "12 Lavender Hill", "Flat 2", "Flat B2", "12 Lavender Hill, ZZ11", "x" * 200])
def test_the_directory_offers_nothing_it_does_not_know(guest: Person, settings: Settings, text: str) -> None:
    settings.ADDRESS_PROVIDER = "directory"
    make_entry("SW11 1AA")
    assert typed(guest, text) == {"source": "directory", "suggestions": []}


def test_the_directory_is_silent_where_the_postcode_is_settled(guest: Person, settings: Settings) -> None:
    settings.ADDRESS_PROVIDER = "directory"
    make_entry("SW11 1AA")
    assert mains(typed(guest, "12 Lavender Hill, SW11 1", near="SW11 1AA")) == []


def test_no_company_is_asked_inside_a_transaction(stranger: Person, fake: Fake, settings: Settings) -> None:
    settings.ADDRESS_PROVIDER, settings.GOOGLE_PLACES_URL, settings.GOOGLE_PLACES_KEY = "google_places", fake.url, "key"
    assert typed(stranger, "10 Down")["source"] == "directory"
    assert fake.account.sessions == {}


def test_limits(company: Fake, guest: Person, settings: Settings, clock_at_work: object) -> None:
    settings.RATE_LIMITS_LIFTED = False
    body = {"text": "", "session": str(uuid4())}
    statuses = [guest.post("/addresses/suggestions", body).status_code for _ in range(121)]
    assert (statuses.count(200), statuses[-1]) == (120, 429)
    statuses = [chosen(guest, "directory:SW11 1AA/").status_code for _ in range(31)]
    assert (statuses.count(200), statuses[-1]) == (30, 429)


@pytest.mark.parametrize(
    "body",
    [{}, {"text": "10 Down"}, {"text": "10 Down", "session": "mine"}, {"text": "x" * 201, "session": str(uuid4())}],
)
def test_bodies_that_are_none(guest: Person, body: dict[str, str]) -> None:
    assert guest.post("/addresses/suggestions", body).status_code == 422


def test_a_setting_nobody_knows(settings: Settings) -> None:
    settings.ADDRESS_PROVIDER = "bing"
    with pytest.raises(ValueError, match="ADDRESS_PROVIDER"):
        chosen_provider.address_company()
