"""The audit log tells administrators who did what, when and about whom, with what was and what is."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

import pytest
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext

from almanac.business.models import Business
from almanac.customers.events import FieldsDefined
from almanac.customers.models import FieldSet
from almanac.kit.actor import SYSTEM
from almanac.outbox.actions import emit
from almanac.outbox.models import EventRow
from almanac.people.events import DetailsChanged, ManagerScopeChanged, ScopeFacts
from tests.cast import Person, make_staff
from tests.shop import NOW
from tests.world import World

pytestmark = pytest.mark.django_db


def listed(person: Person, query: str = "") -> list[dict[str, Any]]:
    answer = person.get(f"/audit-events?{query}")
    assert answer.status_code == 200, answer.content
    items: list[dict[str, Any]] = answer.json()["items"]
    return items


def names(person: Person, query: str = "") -> set[str]:
    return {item["name"] for item in listed(person, query)}


def happened(by: Person, *, at: datetime = NOW, count: int = 1) -> None:
    with transaction.atomic():
        for _ in range(count):
            emit(DetailsChanged(user_id=by.account.pk, fields=["phone"]), actor=by.actor, at=at)


@pytest.mark.parametrize("who", ["stranger", "cleo", "sam", "max_"])
def test_administrators_alone(request: pytest.FixtureRequest, who: str) -> None:
    person: Person = request.getfixturevalue(who)
    for path in ("/audit-events", "/audit-events.csv", "/audit-choices"):
        assert person.get(path).status_code in (401, 403)
    assert person.post("/audit-people", {"words": "sam"}).status_code in (401, 403)


def test_settings_tell_what_was_and_what_is(ada: Person, valclean: Business) -> None:
    ada.put("/businesses/valclean/settings/booking", {"values": {"horizon_days": 60}})
    (event,) = listed(ada, "kind=business.settings_changed")
    assert (event["who"], event["role"], event["business"]) == ("Ada Admin", "admin", "VALClean")
    assert event["changes"] == [{"field": "horizon_days", "kind": "text", "before": ["90"], "after": ["60"]}]
    assert event["facts"] == [{"field": "group", "kind": "text", "values": ["booking"]}]


def test_a_scope_is_told_with_names(ada: Person, max_: Person, sam: Person) -> None:
    with transaction.atomic():
        emit(
            ManagerScopeChanged(
                user_id=max_.account.pk,
                before=ScopeFacts(staff_ids=[], actions=[]),
                after=ScopeFacts(staff_ids=[sam.staff.pk], actions=["staff"]),
            ),
            actor=SYSTEM,
            at=NOW,
        )
    (event,) = listed(ada)
    assert (event["who"], event["role"]) == ("", "system")
    assert event["about"] == [{"kind": "account", "text": "Max", "key": ""}]
    assert [(change["field"], change["after"]) for change in event["changes"]] == [
        ("actions", ["staff"]),
        ("staff_ids", ["Sam"]),
    ]


def test_an_order_and_its_visits(world: World, ada: Person) -> None:
    number, visit = world.cleos.number, world.cleos.visit
    assert ada.post(f"/appointments/{visit.pk}/cancel", {"reason": "holiday"}).status_code == 204
    found = listed(ada, f"number={number.lower()}")
    assert {"sales.order_placed", "scheduling.appointment_cancelled"} <= {item["name"] for item in found}
    cancelled = next(item for item in found if item["name"] == "scheduling.appointment_cancelled")
    assert {"kind": "order", "text": number, "key": number} in cancelled["about"]
    starts = next(fact for fact in cancelled["facts"] if fact["field"] == "starts_at")
    assert starts == {"field": "starts_at", "kind": "instant", "values": ["2026-03-04T10:00:00Z"]}
    assert not listed(ada, "number=VC-0000")
    about_sam = listed(ada, f"person_id={world.ids['sam']}")
    assert "scheduling.appointment_cancelled" in {item["name"] for item in about_sam}
    assert len(about_sam) < len(listed(ada, "limit=200"))


def test_about_a_person_is_what_they_did_too(ada: Person, sam: Person, cleo: Person) -> None:
    happened(sam)
    happened(cleo)
    for person_id in (sam.staff.pk, sam.account.pk):
        assert [item["who"] for item in listed(ada, f"person_id={person_id}")] == ["Sam"]
    assert [item["who"] for item in listed(ada, f"user_id={cleo.account.pk}")] == ["Cleo"]
    assert [item["who"] for item in listed(ada, "role=staff")] == ["Sam"]


def test_days_are_those_of_the_zone(ada: Person, sam: Person) -> None:
    happened(sam, at=datetime.fromisoformat("2026-03-02T23:30:00+00:00"))
    assert listed(ada, "first_on=2026-03-02&last_on=2026-03-02")
    assert not listed(ada, "first_on=2026-03-02&last_on=2026-03-02&zone=Europe/Kyiv")
    assert listed(ada, "first_on=2026-03-03&zone=Europe/Kyiv")


@pytest.mark.parametrize(
    "query", ["zone=Mars", "first_on=2026-03-03&last_on=2026-03-01", "role=king", "sort=who", "user_id=x", "cursor=x"]
)
def test_what_cannot_be_asked(ada: Person, query: str) -> None:
    answer = ada.get(f"/audit-events?{query}")
    assert (answer.status_code, answer.json()["code"]) == (422, "invalid_input")


def test_an_unknown_business_finds_nothing(ada: Person, sam: Person) -> None:
    happened(sam)
    assert listed(ada)
    assert not listed(ada, "business=nobody")


def test_newest_first_page_by_page(ada: Person, sam: Person) -> None:
    for number in range(5):
        happened(sam, at=NOW + timedelta(hours=number))
    first = ada.get("/audit-events?limit=3").json()
    second = ada.get(f"/audit-events?limit=3&cursor={first['next_cursor']}").json()
    moments = [item["at"] for item in first["items"] + second["items"]]
    assert moments == sorted(moments, reverse=True)
    assert (len(moments), second["next_cursor"]) == (5, None)


def test_a_file_with_the_same(ada: Person, valclean: Business) -> None:
    ada.put("/businesses/valclean/settings/booking", {"values": {"horizon_days": 60}})
    answer = ada.get("/audit-events.csv?language=de&kind=business.settings_changed")
    head, line = answer.getvalue().decode().strip().split("\r\n")
    assert head == "\ufeffWann,Wer,Rolle,Was,Unternehmen,Worüber,Einzelheiten,Vorher,Nachher"
    assert line.endswith(
        "Ada Admin,admin,business.settings_changed,VALClean,,group: booking,horizon_days: 90,horizon_days: 60"
    )


def test_erasable_values_are_not_told(ada: Person, sam: Person) -> None:
    with transaction.atomic():
        event = DetailsChanged(user_id=sam.account.pk, fields=["phone"])
        emit(event, actor=ada.actor, at=NOW, personal={"before": {"phone": "canary-1"}, "after": {"phone": "canary-2"}})
    assert EventRow.objects.get().personal
    for path in ("/audit-events", "/audit-events.csv"):
        assert "canary" not in ada.get(path).getvalue().decode()


def test_choices_and_people(ada: Person, sam: Person, cleo: Person) -> None:
    found = ada.get("/audit-choices").json()
    assert "business.settings_changed" in found["kinds"]
    assert not [kind for kind in found["kinds"] if "kettle" in kind]
    assert {person["name"] for person in found["team"]} == {"Ada Admin", "Sam"}
    assert ada.post("/audit-people", {"words": "cle"}).json() == [
        {"id": str(cleo.customer.pk), "name": "Cleo", "kind": "customer"}
    ]
    assert ada.get(f"/audit-people/{sam.staff.pk}").json()["name"] == "Sam"
    assert ada.get(f"/audit-people/{sam.account.pk}").json()["kind"] == "staff"
    assert ada.get("/audit-people/00000000-0000-7000-8000-000000000000").status_code == 404
    assert ada.post("/audit-people", {"words": " a "}).status_code == 422


def test_fields_of_customers_are_told_by_their_labels(world: World, ada: Person) -> None:
    fields = FieldSet.objects.get().fields
    with transaction.atomic():
        event = FieldsDefined(business_id=world.shop.business.pk, before={"fields": []}, after={"fields": fields})
        emit(event, actor=ada.actor, at=NOW)
    (defined,) = listed(ada, "kind=customers.fields_defined")
    told = ["When does it sing?", "Its passport"]
    assert defined["changes"] == [{"field": "fields", "kind": "text", "before": [], "after": told}]
    answered = listed(ada, "kind=customers.fields_answered")
    assert {value for event in answered for fact in event["facts"] for value in fact["values"]} == set(told)


def test_the_same_queries_for_more_events(ada: Person, valclean: Business) -> None:
    counted = []
    for number in range(2):
        for more in range(4):
            happened(make_staff(valclean, f"more-{number}-{more}"), count=3)
        with CaptureQueriesContext(connection) as captured:
            listed(ada, "limit=200")
        with CaptureQueriesContext(connection) as filed:
            ada.get("/audit-events.csv").getvalue()
        counted.append((len(captured), len(filed)))
    assert counted[0] == counted[1]
