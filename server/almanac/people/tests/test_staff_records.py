"""Staff members' records: who may see and change them, what is refused, and what is written down."""

from __future__ import annotations

from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test.utils import CaptureQueriesContext

from almanac.business.models import Business, Location
from almanac.files.tests.drawings import drawing
from almanac.kit.actor import ScopeAction
from almanac.outbox.models import EventRow
from almanac.people.models import Expertise, ManagerScope, StaffMember
from tests.cast import Person, make_staff
from tests.world import World

pytestmark = pytest.mark.django_db
RECORD = {
    "name": "Samuel Stone",
    "title": {"en": "Head  cleaner", "de": ""},
    "biography": {"en": "Twelve years.\n\nLikes windows."},
    "zone": "Europe/London",
    "location_id": None,
    "is_bookable": True,
    "languages": ["en", "uk"],
    "expertise": [],
}


def change(who: Person, of: Person, *, revision: int | None = None, **more: Any) -> Any:
    headers = {} if revision is None else {"if_match": str(revision)}
    return who.put(f"/staff-records/{of.staff.pk}", {**RECORD, **more}, **headers)


def upload(who: Person, of: Person, content: bytes) -> Any:
    file = SimpleUploadedFile("me.png", content)
    return who.client.post(f"/api/staff-records/{of.staff.pk}/photo", {"file": file})


def names(who: Person, query: str = "") -> list[str]:
    return [row["name"] for row in who.get(f"/staff-records?{query}").json()["items"]]


def events(name: str) -> list[EventRow]:
    return list(EventRow.objects.filter(name=f"people.{name}"))


def test_a_record_is_replaced_and_written_down(ada: Person, sam: Person, valclean: Business) -> None:
    place = Location.objects.create(
        business=valclean, name="Depot", address_line="1 Road", postcode="SW11 1AA", latitude=51.5, longitude=-0.1
    )
    Expertise.objects.create(business=valclean, slug="ovens", name={"en": "Ovens"})
    answer = change(ada, sam, revision=1, location_id=str(place.pk), expertise=["ovens"], is_featured=True)
    assert answer.status_code == 200, answer.content
    told = answer.json()
    assert (told["name"], told["title"], told["revision"]) == ("Samuel Stone", {"en": "Head cleaner"}, 2)
    assert (told["location"], told["expertise"], told["is_featured"]) == ("Depot", ["ovens"], True)
    (event,) = events("staff_changed")
    assert event.payload["fields"] == ["name", "title", "biography"]
    assert event.payload["after"]["location_id"] == str(place.pk)
    assert "Samuel" not in str(event.payload)
    assert event.personal is not None
    assert event.personal["before"]["name"] == "Sam"
    assert event.business_id == valclean.pk


def test_the_same_again_is_no_change(ada: Person, sam: Person) -> None:
    change(ada, sam)
    assert change(ada, sam).json()["revision"] == 2
    assert len(events("staff_changed")) == 1


def test_somebody_elses_change_is_not_lost(ada: Person, sam: Person) -> None:
    assert change(ada, sam, revision=1).status_code == 200
    assert change(ada, sam, revision=1, name="Other").status_code == 412


def test_managers_keep_those_in_scope(max_: Person, sam: Person, sid: Person) -> None:
    assert names(max_) == ["Sam"]
    assert change(max_, sam).status_code == 200
    assert change(max_, sid).status_code == 404
    assert change(max_, sam, is_featured=True).status_code == 403
    ManagerScope.objects.update(actions=[ScopeAction.APPOINTMENTS.value])
    assert names(max_) == ["Samuel Stone"]
    assert change(max_, sam).status_code == 403
    assert max_.post(f"/staff-records/{sam.staff.pk}/archive").status_code == 403


def test_staff_tell_about_themselves_and_no_more(sam: Person, sid: Person) -> None:
    assert names(sam) == ["Sam"]
    assert change(sam, sam).status_code == 403
    path = f"/staff-records/{sam.staff.pk}"
    told = sam.put(f"{path}/biography", {"biography": {"en": " Clean windows. ", "uk": "Чисто."}}, if_match="1").json()
    assert told["biography"] == {"en": "Clean windows.", "uk": "Чисто."}
    assert told["can"] == {"keep": False, "tell": True, "feature": False}
    assert sam.put(f"{path}/biography", {"biography": {}}, if_match="1").status_code == 412
    assert sid.put(f"{path}/biography", {"biography": {}}).status_code == 404
    assert sam.post(f"{path}/archive").status_code == 403


@pytest.mark.parametrize("who", ["stranger", "cleo"])
def test_nobody_else_sees_a_record(request: pytest.FixtureRequest, who: str, sam: Person) -> None:
    person: Person = request.getfixturevalue(who)
    assert person.get("/staff-records").status_code == 401 or names(person) == []
    assert person.get(f"/staff-records/{sam.staff.pk}").status_code in (401, 404)


@pytest.mark.parametrize(
    ("more", "field"),
    [
        ({"name": " "}, "name"),
        ({"zone": "Mars"}, "zone"),
        ({"title": {"xx": "?"}}, "title"),
        ({"biography": {"en": "x" * 4001}}, "biography"),
        ({"languages": ["English"]}, "languages.0"),
        ({"languages": ["E"]}, "languages"),
        ({"expertise": ["nothing"]}, "expertise"),
        ({"location_id": "00000000-0000-7000-8000-000000000000"}, "location_id"),
    ],
)
def test_nonsense_is_told_by_field(ada: Person, sam: Person, more: dict[str, Any], field: str) -> None:
    answer = change(ada, sam, **more)
    assert answer.status_code == 422
    assert list(answer.json()["fields"]) == [field]


def test_a_photo_is_drawn_anew_and_taken_away(sam: Person, ada: Person) -> None:
    told = upload(sam, sam, drawing()).json()
    assert told["photo_url"].startswith("/api/pictures/")
    assert ada.client.get(told["photo_url"]).headers["Content-Type"] == "image/webp"
    assert ada.delete(f"/staff-records/{sam.staff.pk}/photo").json()["photo_url"] == ""
    assert [event.payload["has_photo"] for event in events("staff_photo_changed")] == [True, False]


def test_what_is_no_photo(sam: Person, sid: Person) -> None:
    refused = upload(sam, sam, b"<svg onload=alert(1)>")
    assert (refused.status_code, refused.json()["reason"]) == (422, "kind")
    assert upload(sid, sam, drawing()).status_code == 404


def test_adding_somebody(ada: Person, max_: Person, valclean: Business) -> None:
    added = ada.post("/staff-records", {"business": "valclean", "name": " Anna   Król "})
    assert added.status_code == 201
    told = ada.get(f"/staff-records/{added.json()['id']}").json()
    assert (told["name"], told["slug"], told["is_bookable"], told["zone"]) == (
        "Anna Król",
        "anna-krol",
        False,
        "Europe/London",
    )
    assert ada.post("/staff-records", {"business": "valclean", "name": "Anna Krol"}).json()["slug"] == "anna-krol-2"
    assert ada.post("/staff-records", {"business": "valclean", "name": "Оксана"}).json()["slug"] == "person"
    assert ada.post("/staff-records", {"business": "none", "name": "Anna"}).json()["fields"] == {
        "business": ["Choose one of the businesses."]
    }
    assert max_.post("/staff-records", {"business": "valclean", "name": "Anna"}).status_code == 403
    ManagerScope.objects.get().businesses.add(valclean)
    assert max_.post("/staff-records", {"business": "valclean", "name": "Olga"}).status_code == 201
    assert len(events("staff_added")) == 4


def test_archived_and_back(world: World, ada: Person) -> None:
    path = f"/staff-records/{world.ids['sam']}"
    around = ada.get(f"{path}/around").json()
    assert (around["visits_ahead"], around["first_at"]) == (1, "2026-03-04T10:00:00Z")
    assert [service["slug"] for service in around["services"]]
    assert around["areas"][0]["postcode"]
    told = ada.post(f"{path}/archive", if_match=str(world.shop.sam.revision)).json()
    assert told["archived_at"]
    assert ada.post(f"{path}/archive").json()["revision"] == told["revision"]
    assert "Sam" not in names(ada)
    assert names(ada, "state=archived") == ["Sam"]
    assert ada.get(f"{path}/around").json()["visits_ahead"] == 1
    assert ada.post(f"{path}/restore").json()["archived_at"] is None
    assert (len(events("staff_archived")), len(events("staff_restored"))) == (1, 1)
    assert StaffMember.objects.get(pk=world.ids["sam"]).archived_at is None


def test_the_list_is_narrowed_and_sorted(ada: Person, sam: Person, sid: Person) -> None:
    assert names(ada) == ["Sam", "Sid"]
    assert names(ada, "sort=-name") == ["Sid", "Sam"]
    assert names(ada, "text=SI") == ["Sid"]
    assert names(ada, "text=sam@") == ["Sam"]
    assert names(ada, "business=nobody") == []
    assert ada.get("/staff-records?sort=shoe").status_code == 422
    assert ada.get("/staff-records?state=gone").status_code == 422


def test_a_file_with_the_same(ada: Person, sam: Person) -> None:
    head, line = ada.get("/staff-records.csv?language=de").getvalue().decode().strip().split("\r\n")
    assert head == "\ufeffName,Tätigkeit,Unternehmen,Standort,E-Mail,Sprachen,Status"
    assert line == "Sam,Cleaner,VALClean,,sam@example.com,,Buchbar"


def test_the_same_queries_for_more_people(ada: Person, valclean: Business) -> None:
    counted = []
    for number in range(2):
        for more in range(4):
            make_staff(valclean, f"more-{number}-{more}")
        with CaptureQueriesContext(connection) as captured:
            names(ada)
        counted.append(len(captured))
    assert counted[0] == counted[1]
