"""The doors to places, and who may use them."""

from __future__ import annotations

from typing import Any

import pytest
from pytest_django import Settings

from almanac.business.models import Business
from almanac.outbox.models import EventRow
from almanac.people.models import StaffMember
from almanac.places.models import Area
from almanac.places.tests.factories import make_area
from tests.cast import Person

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _sample(postcodes: None, valclean: Business) -> None:
    """Everything here needs the directory and the business."""


def ask(person: Person, postcode: str) -> Any:
    return person.post("/coverage", {"business": "valclean", "postcode": postcode})


def test_covered(stranger: Person, sam: Person) -> None:
    make_area(sam.staff)
    assert ask(stranger, "sw11 1aa").json() == {
        "postcode": "SW11 1AA",
        "town": "London",
        "district": "Wandsworth",
        "covered": True,
        "staff_count": 1,
    }


def test_out_of_area_is_an_answer_not_an_error(stranger: Person, sam: Person) -> None:
    make_area(sam.staff)
    answer = ask(stranger, "M1 1AA")
    assert answer.status_code == 200
    assert answer.json()["covered"] is False
    assert answer.json()["town"] == "Manchester"


@pytest.mark.parametrize(
    ("typed", "status", "code", "suggestion"),
    [
        ("SW11 IAA", 422, "postcode_malformed", "SW11 1AA"),
        ("hello", 422, "postcode_malformed", None),
        ("ZE99 9ZZ", 404, "postcode_unknown", None),
        ("x" * 10_000, 422, "postcode_malformed", None),
    ],
)
def test_malformed_and_unknown_are_told_apart(
    stranger: Person, typed: str, status: int, code: str, suggestion: str | None
) -> None:
    answer = ask(stranger, typed)
    assert (answer.status_code, answer.json()["code"]) == (status, code)
    assert answer.json().get("suggestion") == suggestion


def test_no_such_business(stranger: Person) -> None:
    answer = stranger.post("/coverage", {"business": "nobody", "postcode": "SW11 1AA"})
    assert (answer.status_code, answer.json()["code"]) == (404, "not_found")


def test_looking_up_is_limited(stranger: Person, settings: Settings) -> None:
    settings.RATE_LIMITS_LIFTED = False
    answers = [ask(stranger, "SW11 1AA").status_code for _ in range(70)]
    assert answers[:30] == [200] * 30
    assert 429 in answers


def test_suggestions(stranger: Person) -> None:
    answer = stranger.get("/postcodes?prefix=kt1")
    assert answer.json()[0] == {
        "postcode": "KT1 1AA",
        "town": "Kingston upon Thames",
        "district": "Kingston upon Thames",
    }


def test_the_map(stranger: Person, sam: Person) -> None:
    make_area(sam.staff, centre=(51.4661, -0.1639))
    answer = stranger.get("/areas?business=valclean").json()
    assert answer["type"] == "FeatureCollection"
    (feature,) = answer["features"]
    assert feature["geometry"] == {"type": "Point", "coordinates": [-0.16, 51.47]}
    assert feature["properties"] == {"radius_m": 5_000}


def add(person: Person, staff: StaffMember, **changes: Any) -> Any:
    body = {"name": "Home", "postcode": "SW11 1AA", "radius_m": 5_000, **changes}
    return person.post(f"/staff-members/{staff.pk}/areas", body)


def test_staff_add_and_remove_their_own_areas(sam: Person) -> None:
    added = add(sam, sam.staff)
    assert added.status_code == 201
    assert sam.get(f"/staff-members/{sam.staff.pk}/areas").json() == [added.json()]
    assert sam.delete(f"/areas/{added.json()['id']}").status_code == 204
    assert not Area.objects.exists()
    names = list(EventRow.objects.order_by("pk").values_list("name", flat=True))
    assert names == ["places.area_added", "places.area_removed"]


@pytest.mark.parametrize("radius_m", [0, -1, 499, 100_001, 10**12])
def test_a_radius_has_limits(sam: Person, radius_m: int) -> None:
    assert add(sam, sam.staff, radius_m=radius_m).status_code == 422


@pytest.mark.parametrize(
    ("who", "on_sam", "on_sid"),
    [
        ("ada", 201, 201),
        ("max_", 201, 404),
        ("sam", 201, 404),
        ("sid", 404, 201),
        ("cleo", 404, 404),
        ("stranger", 401, 401),
    ],
)
def test_who_may_add_areas(
    request: pytest.FixtureRequest, sam: Person, sid: Person, who: str, on_sam: int, on_sid: int
) -> None:
    person = request.getfixturevalue(who)
    assert (add(person, sam.staff).status_code, add(person, sid.staff).status_code) == (on_sam, on_sid)


@pytest.mark.parametrize(
    ("who", "status"),
    [("ada", 204), ("max_", 204), ("sam", 204), ("sid", 404), ("cleo", 404), ("stranger", 401)],
)
def test_who_may_remove_areas(request: pytest.FixtureRequest, sam: Person, who: str, status: int) -> None:
    area = make_area(sam.staff)
    assert request.getfixturevalue(who).delete(f"/areas/{area.pk}").status_code == status


@pytest.mark.parametrize(
    ("who", "status"), [("ada", 200), ("max_", 200), ("sam", 200), ("sid", 403), ("cleo", 403), ("stranger", 401)]
)
def test_who_may_see_exact_areas(request: pytest.FixtureRequest, sam: Person, who: str, status: int) -> None:
    assert request.getfixturevalue(who).get(f"/staff-members/{sam.staff.pk}/areas").status_code == status


def test_a_point_on_the_map_is_called_by_the_nearest_postcode(sam: Person) -> None:
    point = {"latitude": 51.4701, "longitude": -0.1602}
    added = add(sam, sam.staff, postcode="", point=point).json()
    assert (added["latitude"], added["longitude"]) == (51.4701, -0.1602)
    assert added["postcode"].startswith("SW")


def test_a_point_in_the_sea_and_no_middle_at_all_are_refused(sam: Person) -> None:
    sea = add(sam, sam.staff, postcode="", point={"latitude": 54.9, "longitude": 3.5})
    assert (sea.status_code, sea.json()["code"]) == (422, "no_postcode_near")
    nothing = add(sam, sam.staff, postcode=" ")
    assert (nothing.status_code, list(nothing.json()["fields"])) == (422, ["postcode"])
    assert add(sam, sam.staff, point={"latitude": 91, "longitude": 0}).status_code == 422


def test_an_area_is_changed_its_middle_too(sam: Person) -> None:
    area = add(sam, sam.staff).json()
    path = f"/areas/{area['id']}"
    wider = sam.put(path, {"name": "Wider", "radius_m": 9_000}, if_match="1").json()
    assert {key: wider[key] for key in ("latitude", "longitude", "postcode")} == {
        key: area[key] for key in ("latitude", "longitude", "postcode")
    }
    assert (wider["name"], wider["radius_m"], wider["revision"]) == ("Wider", 9_000, 2)
    late = sam.put(path, {"name": "Late", "radius_m": 9_000}, if_match="1")
    assert (late.status_code, late.json()["code"]) == (412, "changed_meanwhile")
    moved = sam.put(path, {"postcode": "KT1 1AA", "radius_m": 9_000}).json()
    assert (moved["postcode"], moved["latitude"]) != (area["postcode"], area["latitude"])
    assert sam.put(path, {"radius_m": 1}).status_code == 422


@pytest.mark.parametrize(
    ("who", "status"),
    [("ada", 200), ("max_", 200), ("sam", 200), ("sid", 404), ("cleo", 404), ("stranger", 401)],
)
def test_who_may_change_areas(request: pytest.FixtureRequest, sam: Person, who: str, status: int) -> None:
    area = make_area(sam.staff)
    assert request.getfixturevalue(who).put(f"/areas/{area.pk}", {"radius_m": 2_000}).status_code == status
