"""Invitations: the letter, the link that works once, and what becomes of whoever joins."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from almanac.business.models import Business
from almanac.kit import clock
from almanac.outbox.models import EventRow
from almanac.people.models import Invitation, ManagerScope, ScopeTemplate, StaffMember, User
from almanac.people.queries.invitations import invitation_key
from tests.cast import Person

pytestmark = pytest.mark.django_db
PASSWORD = "a harbour of quiet boats"  # of nobody


@pytest.fixture
def office(ada: Person, valclean: Business) -> Person:
    return ada


def invite(who: Person, **more: Any) -> Any:
    body = {"email": "Ivy@New.example", "name": "Ivy Green", "role": "staff", "business": "valclean", **more}
    return who.post("/invitations", body)


def newest_key() -> str:
    return invitation_key(Invitation.objects.latest("created_at"))


def accept(key: str, *, password: str = PASSWORD, name: str = "Ivy G.") -> Any:
    return Person().post("/invitation/accept", {"key": key, "name": name, "password": password})


def reason(answer: Any) -> str:
    assert answer.status_code == 410, answer.content
    return str(answer.json()["reason"])


def test_what_a_link_says(office: Person) -> None:
    answer = invite(office)
    assert answer.status_code == 201, answer.content
    assert (answer.json()["state"], answer.json()["email"]) == ("open", "ivy@new.example")
    assert Person().post("/invitation/read", {"key": newest_key()}).json() == {
        "name": "Ivy Green",
        "email": "ivy@new.example",
        "role": "staff",
        "business_name": "VALClean",
        "invited_by": "Ada Admin",
        "has_account": False,
    }
    payloads = str(list(EventRow.objects.values_list("payload", flat=True))).lower()
    assert "ivy green" not in payloads
    assert "ivy@new" not in payloads


def test_somebody_new_joins_once(office: Person) -> None:
    invite(office)
    key = newest_key()
    answer = accept(key)
    assert answer.json() == {"email": "ivy@new.example", "area": "/st/"}
    user = User.objects.get(email="ivy@new.example")
    assert (user.role, user.name, user.is_staff, user.is_superuser) == ("staff", "Ivy G.", False, False)
    assert user.check_password(PASSWORD)
    staff = StaffMember.objects.get(user=user)
    assert (staff.slug, staff.is_bookable) == ("ivy-g", False)
    assert reason(accept(key)) == "used"
    assert reason(Person().post("/invitation/read", {"key": key})) == "used"
    accepted = EventRow.objects.get(name="people.invitation_accepted")
    assert accepted.payload["is_new_account"] is True


def test_joining_as_somebody_there_is(office: Person, valclean: Business, sam: Person) -> None:
    waiting = StaffMember.objects.create(business=valclean, slug="ivy", name="Ivy")
    assert invite(office, staff_id=str(sam.staff.pk)).json()["fields"].keys() == {"staff_id"}
    invite(office, staff_id=str(waiting.pk))
    accept(newest_key())
    waiting.refresh_from_db()
    assert waiting.user is not None
    assert StaffMember.objects.count() == 2


def test_a_manager_has_a_copy_of_the_templates_scope(office: Person, valclean: Business, sam: Person) -> None:
    template = ScopeTemplate.objects.create(name="Office", actions=["staff", "appointments"])
    template.businesses.add(valclean)
    invite(office, role="manager", template_id=str(template.pk))
    assert accept(newest_key()).json()["area"] == "/man/"
    scope = ManagerScope.objects.get()
    assert (scope.actions, list(scope.businesses.all())) == (["appointments", "staff"], [valclean])
    changed = EventRow.objects.get(name="people.manager_scope_changed")
    assert changed.user_id == office.account.pk


def test_a_manager_without_a_template_sees_nothing(office: Person) -> None:
    invite(office, role="manager")
    accept(newest_key())
    assert not ManagerScope.objects.exists()


def test_an_existing_account_signs_in_and_joins(office: Person, cleo: Person, otto: Person) -> None:
    invite(office, email="CLEO@example.com")
    key = newest_key()
    assert Person().post("/invitation/read", {"key": key}).json()["has_account"] is True
    assert accept(key).json()["code"] == "account_exists"
    assert Person().post("/invitation/join", {"key": key}).status_code == 401
    assert otto.post("/invitation/join", {"key": key}).status_code == 403
    assert cleo.post("/invitation/join", {"key": key}).json() == {"email": "cleo@example.com", "area": "/st/"}
    assert User.objects.get(username="cleo").role == "staff"
    assert reason(cleo.post("/invitation/join", {"key": key})) == "used"


def test_another_role_is_not_taken_away(office: Person, max_: Person) -> None:
    invite(office, email="max@example.com")
    assert max_.post("/invitation/join", {"key": newest_key()}).json()["code"] == "other_role"
    assert User.objects.get(username="max").role == "manager"


def test_links_that_open_nothing(office: Person) -> None:
    row = Invitation.objects.get(pk=invite(office).json()["id"])
    first = invitation_key(row)
    assert office.post(f"/invitations/{row.pk}/resend").json()["sendings"] == 2
    assert reason(accept(first)) == "void"
    second = newest_key()
    Invitation.objects.update(expires_at=clock.now() - timedelta(seconds=1))
    assert reason(accept(second)) == "expired"
    assert office.get("/invitations").json()["items"][0]["state"] == "expired"
    office.post(f"/invitations/{row.pk}/resend")
    third = newest_key()
    assert office.delete(f"/invitations/{row.pk}").status_code == 204
    assert reason(accept(third)) == "void"
    assert office.post(f"/invitations/{row.pk}/resend").status_code == 404
    assert reason(accept("made-up")) == "void"
    assert office.get("/invitations?state=open").json()["items"] == []
    assert not User.objects.filter(email="ivy@new.example").exists()


def test_an_inviter_who_left_invited_nobody(office: Person) -> None:
    invite(office)
    User.objects.filter(pk=office.account.pk).update(is_active=False)
    assert reason(accept(newest_key())) == "void"


def test_one_open_invitation_for_an_address(office: Person) -> None:
    invite(office)
    again = invite(office, email="ivy@new.EXAMPLE")
    assert (again.status_code, list(again.json()["fields"])) == (422, ["email"])
    assert Invitation.objects.count() == 1


def test_a_weak_password_is_told_and_the_link_still_works(office: Person) -> None:
    invite(office)
    answer = accept(newest_key(), password="short")
    assert (answer.status_code, answer.json()["code"]) == (422, "weak_password")
    assert accept(newest_key()).status_code == 200


@pytest.mark.parametrize(
    ("more", "field"),
    [
        ({"email": "nobody"}, "email"),
        ({"name": " "}, "name"),
        ({"role": "admin"}, "role"),
        ({"business": "none"}, "business"),
        ({"language": "xx"}, "language"),
        ({"role": "manager", "template_id": "00000000-0000-7000-8000-000000000000"}, "template_id"),
    ],
)
def test_nonsense_is_told_by_field(office: Person, more: dict[str, Any], field: str) -> None:
    answer = invite(office, **more)
    assert (answer.status_code, list(answer.json()["fields"])) == (422, [field])


def test_administrators_alone(office: Person, max_: Person, sam: Person, cleo: Person) -> None:
    row = invite(office).json()["id"]
    for person in (max_, sam, cleo, Person(client=Client())):
        assert person.get("/invitations").status_code in (401, 403)
        assert invite(person, email="other@new.example").status_code in (401, 403)
        assert person.post(f"/invitations/{row}/resend").status_code in (401, 403)
        assert person.delete(f"/invitations/{row}").status_code in (401, 403)


def test_the_same_queries_for_more(office: Person) -> None:
    counted = []
    for number in range(2):
        for more in range(4):
            invite(office, email=f"ivy{number}{more}@new.example")
        with CaptureQueriesContext(connection) as captured:
            office.get("/invitations")
        counted.append(len(captured))
    assert counted[0] == counted[1]
