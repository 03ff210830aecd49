"""The doors to people, and who may use them."""

from __future__ import annotations

from typing import Any
from uuid import uuid4

import pytest
from django.test import Client

from almanac.business.models import Business
from almanac.outbox.models import EventRow
from almanac.people.models import Customer, ManagerScope, User
from tests.cast import Person, make_staff

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("who", "role", "area"),
    [
        ("ada", "admin", "/ad/"),
        ("max_", "manager", "/man/"),
        ("sam", "staff", "/st/"),
        ("cleo", "customer", "/cus/"),
        ("stranger", "stranger", "/"),
    ],
)
def test_everyone_is_told_who_they_are(request: pytest.FixtureRequest, who: str, role: str, area: str) -> None:
    answer = request.getfixturevalue(who).get("/me")
    assert answer.status_code == 200
    assert (answer.json()["role"], answer.json()["area"]) == (role, area)


def test_a_staff_members_business(sam: Person) -> None:
    me = sam.get("/me").json()
    assert me["business"] == {"slug": "valclean", "name": "VALClean"}
    assert me["staff_id"] == str(sam.staff.pk)


def test_changing_oneself_changes_the_customer_too(cleo: Person) -> None:
    answer = cleo.patch("/me", {"name": " Cleo C. ", "phone": "07700 900456", "language": "uk"}, if_match="1")
    assert answer.status_code == 200
    assert (answer.json()["name"], answer.json()["revision"]) == ("Cleo C.", 2)
    customer = Customer.objects.get(pk=cleo.customer.pk)
    assert (customer.name, customer.phone, customer.language) == ("Cleo C.", "+447700900456", "uk")
    event = EventRow.objects.get()
    assert event.payload["fields"] == ["language", "name", "phone"]


def test_a_change_of_nothing_is_no_event(cleo: Person) -> None:
    assert cleo.patch("/me", {"name": "Cleo"}).json()["revision"] == 1
    assert not EventRow.objects.exists()


def test_a_stale_revision_is_refused(cleo: Person) -> None:
    cleo.patch("/me", {"name": "One"})
    answer = cleo.patch("/me", {"name": "Two"}, if_match="1")
    assert (answer.status_code, answer.json()["code"]) == (412, "changed_meanwhile")
    assert User.objects.get(pk=cleo.account.pk).name == "One"


def test_a_stranger_has_nothing_to_change(stranger: Person) -> None:
    assert stranger.patch("/me", {"name": "Somebody"}).status_code == 401


@pytest.mark.parametrize("body", [{"name": "  "}, {"name": "x" * 201}, {"phone": "nonsense"}, {"language": "tlh"}])
def test_bad_details_are_refused(cleo: Person, body: Any) -> None:
    answer = cleo.patch("/me", body)
    assert (answer.status_code, answer.json()["code"]) == (422, "invalid_input")


def test_a_role_is_nobodys_own_to_change(cleo: Person) -> None:
    cleo.patch("/me", {"role": "admin", "is_superuser": True})
    user = User.objects.get(pk=cleo.account.pk)
    assert (user.role, user.is_superuser) == ("customer", False)


def test_cards_are_public_and_say_no_more_than_they_should(stranger: Person, sam: Person) -> None:
    (card,) = stranger.get("/staff-members?business=valclean", accept_language="uk").json()["items"]
    assert set(card) == {"id", "slug", "name", "title", "biography", "photo_url", "zone"}
    assert (card["name"], card["title"], card["biography"]) == ("Sam", "Прибиральник", "Sam likes clean windows.")


def test_only_bookable_staff_have_cards_in_pages(
    stranger: Person, valclean: Business, sam: Person, sid: Person
) -> None:
    sid.staff.is_bookable = False
    sid.staff.save()
    make_staff(valclean, "ulf")
    first = stranger.get("/staff-members?business=valclean&limit=1").json()
    rest = stranger.get(f"/staff-members?business=valclean&limit=1&cursor={first['next_cursor']}").json()
    assert [first["items"][0]["name"], rest["items"][0]["name"]] == ["Sam", "Ulf"]
    assert rest["next_cursor"] is None


def test_cards_of_no_business(stranger: Person) -> None:
    assert stranger.get("/staff-members?business=nobody").status_code == 404


def scope_path(person: Person) -> str:
    return f"/manager-scopes/{person.account.pk}"


def test_an_administrator_sets_a_scope(ada: Person, max_: Person, sam: Person, sid: Person) -> None:
    before = ada.get(scope_path(max_)).json()
    assert before["staff_ids"] == [str(sam.staff.pk)]
    body = {"staff_ids": [str(sid.staff.pk)], "actions": ["reports", "appointments"]}
    answer = ada.put(scope_path(max_), body, if_match=str(before["revision"]))
    assert answer.status_code == 200
    assert answer.json() == {
        "user_id": str(max_.account.pk),
        "name": "Max",
        "staff_ids": [str(sid.staff.pk)],
        "business_ids": [],
        "location_ids": [],
        "customer_business_ids": [],
        "actions": ["appointments", "reports"],
        "revision": before["revision"] + 1,
    }
    event = EventRow.objects.get()
    assert event.name == "people.manager_scope_changed"
    assert event.payload["before"]["staff_ids"] == [str(sam.staff.pk)]
    after = event.payload["after"]
    assert (after["staff_ids"], after["actions"]) == ([str(sid.staff.pk)], ["appointments", "reports"])
    assert max_.actor.scope.staff_ids == {sid.staff.pk}


def test_a_first_scope(ada: Person, max_: Person, sam: Person) -> None:
    ManagerScope.objects.all().delete()
    assert ada.get(scope_path(max_)).json()["revision"] == 0
    answer = ada.put(scope_path(max_), {"staff_ids": [str(sam.staff.pk)], "actions": []}, if_match="0")
    assert (answer.status_code, answer.json()["revision"]) == (200, 1)


def test_a_scope_changed_meanwhile(ada: Person, max_: Person) -> None:
    answer = ada.put(scope_path(max_), {"staff_ids": [], "actions": []}, if_match="77")
    assert answer.status_code == 412
    assert max_.actor.scope.staff_ids


def test_a_scope_names_staff_members_that_exist(ada: Person, max_: Person) -> None:
    answer = ada.put(scope_path(max_), {"staff_ids": [str(uuid4())], "actions": []})
    assert (answer.status_code, answer.json()["code"]) == (422, "invalid_input")


def test_only_managers_have_scopes(ada: Person, cleo: Person) -> None:
    assert ada.get(scope_path(cleo)).status_code == 404
    assert ada.put(scope_path(cleo), {"staff_ids": [], "actions": []}).status_code == 404


@pytest.mark.parametrize(
    ("who", "status"), [("max_", 403), ("sam", 403), ("cleo", 403), ("otto", 403), ("stranger", 401)]
)
def test_scopes_are_for_administrators(request: pytest.FixtureRequest, max_: Person, who: str, status: int) -> None:
    person = request.getfixturevalue(who)
    assert person.get(scope_path(max_)).status_code == status
    assert person.put(scope_path(max_), {"staff_ids": [], "actions": []}).status_code == status
    assert max_.actor.scope.staff_ids


def test_sign_in_by_user_name_or_by_email(client: Client, cleo: Person) -> None:
    cleo.account.set_password("a long enough secret")
    cleo.account.save()
    for name in ({"username": "cleo"}, {"email": "CLEO@example.com"}):
        answer = client.post(
            "/_allauth/browser/v1/auth/login",
            {**name, "password": "a long enough secret"},
            content_type="application/json",
        )
        assert answer.status_code == 200, answer.content
        assert client.get("/api/me").json()["area"] == "/cus/"
        client.logout()
