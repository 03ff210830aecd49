"""The Django admin's pages of people open, and scopes go through the audited action."""

from __future__ import annotations

import pytest

from almanac.outbox.models import EventRow
from almanac.people.models import ManagerScope
from tests.cast import Person

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("page", ["user", "customer", "staffmember", "managerscope", "consent"])
def test_lists_and_forms_open(ada: Person, max_: Person, cleo: Person, page: str) -> None:
    assert ada.client.get(f"/admin/people/{page}/").status_code == 200
    assert ada.client.get(f"/admin/people/{page}/add/").status_code == 200


def test_setting_a_scope_in_the_admin_is_audited(ada: Person, max_: Person, sid: Person) -> None:
    scope = ManagerScope.objects.get()
    answer = ada.client.post(
        f"/admin/people/managerscope/{scope.pk}/change/",
        {"user": max_.account.pk, "staff_members": [sid.staff.pk], "actions": ["refunds"]},
    )
    assert answer.status_code == 302, answer.context["errors"]
    assert max_.actor.scope.staff_ids == {sid.staff.pk}
    assert EventRow.objects.get().payload["after"]["actions"] == ["refunds"]


def test_a_first_scope_in_the_admin(ada: Person, max_: Person, sid: Person) -> None:
    ManagerScope.objects.all().delete()
    answer = ada.client.post(
        "/admin/people/managerscope/add/",
        {"user": max_.account.pk, "staff_members": [sid.staff.pk], "actions": ["refunds"]},
    )
    assert answer.status_code == 302
    assert max_.actor.scope.staff_ids == {sid.staff.pk}


def test_others_do_not_come_in(max_: Person, sam: Person, cleo: Person) -> None:
    for person in (max_, sam, cleo):
        assert person.client.get("/admin/people/customer/").status_code == 302
