"""Scopes by name, by business and by location; templates of them; nothing by default."""

from __future__ import annotations

from datetime import UTC, datetime
from uuid import uuid4

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from almanac.business.models import Business, Location
from almanac.kit.actor import Actor, Role, Scope, ScopeAction
from almanac.outbox.models import EventRow
from almanac.people.models import ManagerScope, ScopeTemplate, UserRole
from almanac.people.permissions import staff_visible_to
from tests.cast import Person, make_staff, make_user

NOW = datetime(2026, 6, 9, 10, tzinfo=UTC)
ALL = [action.value for action in ScopeAction]
pytestmark = pytest.mark.django_db


@pytest.fixture
def mentors(db: None) -> Business:
    return Business.objects.create(slug="mentors", name="Mentors", order_prefix="MT", languages=["en"])


@pytest.fixture
def battersea(valclean: Business) -> Location:
    return Location.objects.create(
        business=valclean,
        name="Battersea",
        address_line="12 Lavender Hill",
        postcode="SW11 5RW",
        latitude=51.46,
        longitude=-0.16,
    )


def path(person: Person) -> str:
    return f"/manager-scopes/{person.account.pk}"


def seen(person: Person) -> set[str]:
    return {row.name for row in staff_visible_to(person.actor)}


def test_a_whole_business_reaches_whoever_joins_it(
    ada: Person, max_: Person, sid: Person, valclean: Business, mentors: Business
) -> None:
    body = {"staff_ids": [], "business_ids": [str(valclean.pk)], "actions": ["staff"]}
    assert ada.put(path(max_), body).status_code == 200
    assert seen(max_) == {"Sam", "Sid"}
    make_staff(valclean, "new")
    make_staff(mentors, "olena")
    assert seen(max_) == {"Sam", "Sid", "New"}
    assert max_.actor.manages_business(valclean.pk, ScopeAction.STAFF)
    assert not max_.actor.manages_business(valclean.pk, ScopeAction.REFUNDS)
    assert not max_.actor.manages_business(mentors.pk, ScopeAction.STAFF)


def test_a_location_reaches_those_based_there(ada: Person, max_: Person, sid: Person, battersea: Location) -> None:
    body = {"staff_ids": [], "location_ids": [str(battersea.pk)], "actions": ["appointments"]}
    assert ada.put(path(max_), body).status_code == 200
    assert seen(max_) == set()
    sid.staff.location = battersea
    sid.staff.save()
    assert seen(max_) == {"Sid"}
    assert max_.actor.manages_location(battersea.pk, ScopeAction.APPOINTMENTS)


def test_a_scope_without_actions_opens_nothing(ada: Person, max_: Person, valclean: Business) -> None:
    assert ada.put(path(max_), {"staff_ids": [], "business_ids": [str(valclean.pk)], "actions": []}).status_code == 200
    assert seen(max_) == set()


def test_staff_and_customers_have_no_scope_whatever_a_row_says(sam: Person, sid: Person) -> None:
    scope = Scope(frozenset({sid.staff.pk}), frozenset(ScopeAction), business_ids=frozenset({sid.staff.business_id}))
    for role in (Role.STAFF, Role.CUSTOMER, Role.GUEST, Role.STRANGER):
        actor = Actor(role=role, scope=scope)
        assert not any(actor.may(action) or actor.manages(sid.staff.pk, action) for action in ScopeAction)
        assert not actor.manages_business(sid.staff.business_id, ScopeAction.STAFF)


@pytest.mark.parametrize("field", ["staff_ids", "business_ids", "location_ids", "customer_business_ids"])
def test_what_is_not_there_is_refused_by_its_field(ada: Person, max_: Person, field: str) -> None:
    answer = ada.put(path(max_), {"staff_ids": [], "actions": [], field: [str(uuid4())]})
    assert (answer.status_code, list(answer.json()["fields"])) == (422, [field])
    assert max_.actor.scope.staff_ids


def test_a_template_is_copied_and_changes_nobody_later(
    ada: Person, max_: Person, sam: Person, valclean: Business
) -> None:
    made = ada.post("/scope-templates", {"name": " South  London ", "staff_ids": [], "actions": ["reports"]})
    assert (made.status_code, made.json()["name"], made.json()["revision"]) == (201, "South London", 1)
    copied = {key: made.json()[key] for key in ("staff_ids", "business_ids", "location_ids", "actions")}
    assert ada.put(path(max_), copied).status_code == 200
    changed = {"name": "South", "staff_ids": [str(sam.staff.pk)], "actions": ALL, "business_ids": [str(valclean.pk)]}
    template = f"/scope-templates/{made.json()['id']}"
    assert ada.put(template, changed, if_match="1").json()["revision"] == 2
    assert max_.actor.scope == Scope(actions=frozenset({ScopeAction.REPORTS}))
    assert ada.put(template, changed, if_match="1").status_code == 412
    assert ada.delete(template).status_code == 204
    assert ada.get("/scope-templates").json() == []
    assert ada.put(template, changed).status_code == 404
    names = list(EventRow.objects.order_by("at", "pk").values_list("name", flat=True))
    assert names.count("people.scope_template_changed") == 2
    assert names[-1] == "people.scope_template_archived"


def test_two_templates_have_two_names(ada: Person) -> None:
    body = {"name": "South", "staff_ids": [], "actions": []}
    assert ada.post("/scope-templates", body).status_code == 201
    answer = ada.post("/scope-templates", {**body, "name": "SOUTH"})
    assert (answer.status_code, list(answer.json()["fields"])) == (422, ["name"])
    assert ScopeTemplate.objects.count() == 1


def test_the_list_of_managers_takes_no_more_queries_for_more(ada: Person, max_: Person, valclean: Business) -> None:
    counted = []
    for number in range(2):
        for more in range(1 + number * 4):
            user = make_user(f"m{number}{more}", UserRole.MANAGER)
            ManagerScope.objects.create(user=user, actions=ALL).businesses.add(valclean)
        with CaptureQueriesContext(connection) as captured:
            items = ada.get("/managers").json()["items"]
        counted.append(len(captured))
    assert len(items) == 7
    assert items[-1] == {
        "user_id": str(max_.account.pk),
        "name": "Max",
        "email": "max@example.com",
        "scope": max_scope(ada, max_),
    }
    assert counted[0] == counted[1]


def max_scope(ada: Person, max_: Person) -> object:
    return ada.get(path(max_)).json()


def test_what_a_scope_can_name_takes_three_queries_however_much_there_is(
    ada: Person, max_: Person, sid: Person, battersea: Location, valclean: Business
) -> None:
    counts = []
    for number in range(2):
        with CaptureQueriesContext(connection) as captured:
            answer = ada.get("/scope-choices")
        counts.append(len(captured))
        for more in range(5):
            make_staff(valclean, f"more-{number}-{more}")
    assert counts[0] == counts[1]
    found = answer.json()
    assert [(row["name"], row["archived"]) for row in found["locations"]] == [("Battersea", False)]
    assert "Sid" in {row["name"] for row in found["staff"]}
    assert max_.get("/scope-choices").status_code == 403


def test_somebody_archived_is_still_told_for_the_scopes_that_name_them(ada: Person, sid: Person) -> None:
    sid.staff.archived_at = NOW
    sid.staff.save()
    told = {row["name"]: row["archived"] for row in ada.get("/scope-choices").json()["staff"]}
    assert told["Sid"] is True


def test_a_scope_says_whose_it_is(ada: Person, max_: Person) -> None:
    assert ada.get(path(max_)).json()["name"] == max_.account.get_full_name()
