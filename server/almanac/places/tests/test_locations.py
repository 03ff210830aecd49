"""The places of a business: found by their postcode, told with before and after, put away and brought back."""

from __future__ import annotations

from typing import Any
from uuid import uuid4

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from almanac.business.models import Business, Location
from almanac.outbox.models import EventRow
from tests.cast import Person

pytestmark = pytest.mark.django_db
PLACES = "/businesses/valclean/locations"
OFFICE = {"name": "Office", "address_line": "12 Lavender Hill", "postcode": "sw11 1aa", "phone": "020 7946 0123"}


@pytest.fixture
def office(ada: Person, valclean: Business, postcodes: None) -> dict[str, Any]:
    answer = ada.post(PLACES, OFFICE)
    assert answer.status_code == 201, answer.content
    return dict(answer.json())


def test_a_new_place_is_public_and_lies_where_its_postcode_does(office: dict[str, Any], stranger: Person) -> None:
    (shown,) = stranger.get("/places?business=valclean").json()
    assert (shown["name"], shown["postcode"], shown["zone"]) == ("Office", "SW11 1AA", "Europe/London")
    row = Location.objects.get(pk=office["id"])
    assert (round(row.latitude, 1), round(row.longitude, 1)) == (51.5, -0.2)
    event = EventRow.objects.get(name="places.location_changed")
    assert (event.payload["what"], event.payload["after"]["postcode"]) == ("added", "SW11 1AA")


def test_a_change_tells_only_what_changed_and_two_administrators_are_told(office: dict[str, Any], ada: Person) -> None:
    changed = {**OFFICE, "address_line": "14 Lavender Hill"}
    first = ada.put(f"{PLACES}/{office['id']}", changed, if_match=str(office["revision"]))
    second = ada.put(f"{PLACES}/{office['id']}", OFFICE, if_match=str(office["revision"]))
    assert (first.status_code, second.status_code, second.json()["code"]) == (200, 412, "changed_meanwhile")
    event = EventRow.objects.filter(name="places.location_changed").latest("at", "pk")
    assert (event.payload["before"], event.payload["after"]) == (
        {"address_line": "12 Lavender Hill"},
        {"address_line": "14 Lavender Hill"},
    )
    assert ada.put(f"{PLACES}/{office['id']}", changed).status_code == 200
    assert EventRow.objects.filter(name="places.location_changed").count() == 2  # the same again is none


def test_put_away_and_back(office: dict[str, Any], ada: Person, stranger: Person) -> None:
    path = f"{PLACES}/{office['id']}/archive"
    assert ada.post(path, {"archived": True}).json()["archived_at"]
    assert stranger.get("/places?business=valclean").json() == []
    assert [row["name"] for row in ada.get(PLACES).json()] == ["Office"]
    assert ada.post(path, {"archived": False}).json()["archived_at"] is None
    assert stranger.get("/places?business=valclean").json()[0]["name"] == "Office"
    told = EventRow.objects.filter(name="places.location_changed").order_by("at", "pk")
    assert [event.payload["what"] for event in told] == ["added", "archived", "restored"]


@pytest.mark.parametrize(
    ("changed", "code", "field"),
    [
        ({"name": " "}, "invalid_input", "name"),
        ({"address_line": "\u202e"}, "invalid_input", "address_line"),
        ({"phone": "call us"}, "invalid_input", "phone"),
        ({"zone": "Mars/Base"}, "invalid_input", "zone"),
        ({"postcode": "nowhere"}, "postcode_malformed", ""),
        ({"postcode": "ZE99 9ZZ"}, "postcode_unknown", ""),
    ],
)
def test_what_cannot_be_is_refused(
    ada: Person, valclean: Business, postcodes: None, changed: dict[str, str], code: str, field: str
) -> None:
    answer = ada.post(PLACES, {**OFFICE, **changed})
    assert answer.json()["code"] == code
    assert not field or [name.rpartition(".")[2] for name in answer.json()["fields"]] == [field]
    assert not Location.objects.exists()


def test_another_businesss_place_is_none_of_ours(office: dict[str, Any], ada: Person) -> None:
    Business.objects.create(slug="other", name="Other", order_prefix="OT")
    assert ada.put(f"/businesses/other/locations/{office['id']}", OFFICE).status_code == 404
    assert ada.post(f"/businesses/other/locations/{office['id']}/archive", {"archived": True}).status_code == 404
    assert ada.put(f"{PLACES}/{uuid4()}", OFFICE).status_code == 404


def test_reading_takes_two_queries_besides_who_asks(office: dict[str, Any], ada: Person) -> None:
    counted = []
    for _ in range(2):
        with CaptureQueriesContext(connection) as captured:
            ada.get(PLACES)
        counted.append(len(captured))
        ada.post(PLACES, OFFICE)
    assert counted[0] == counted[1] <= 4


def test_who_is_no_administrator_learns_and_changes_nothing(
    office: dict[str, Any], max_: Person, sam: Person, stranger: Person
) -> None:
    for person, status in ((max_, 403), (sam, 403), (stranger, 401)):
        assert person.get(PLACES).status_code == status
        assert person.post(PLACES, OFFICE).status_code == status
        assert person.put(f"{PLACES}/{office['id']}", OFFICE).status_code == status
        assert person.post(f"{PLACES}/{office['id']}/archive", {"archived": True}).status_code == status
