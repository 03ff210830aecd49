"""The role matrix: who sees which customers and staff members."""

from __future__ import annotations

import pytest

from almanac.kit.actor import STRANGER, SYSTEM, guest
from almanac.people.models import ManagerScope
from almanac.people.permissions import can_edit_scopes, can_edit_staff, customers_visible_to, staff_visible_to
from tests.cast import Person

pytestmark = pytest.mark.django_db

#          customers alone         and when told that Cleo is served    staff members
MATRIX = {
    "ada": ({"Cleo", "Otto"}, {"Cleo", "Otto"}, {"Sam", "Sid"}),
    "max_": (set(), {"Cleo"}, {"Sam"}),
    "sam": (set(), {"Cleo"}, {"Sam"}),
    "sid": (set(), {"Cleo"}, {"Sid"}),
    "cleo": ({"Cleo"}, {"Cleo"}, set()),
    "otto": ({"Otto"}, {"Otto"}, set()),
    "stranger": (set(), set(), set()),
}


@pytest.mark.parametrize("who", MATRIX)
def test_who_sees_whom(
    request: pytest.FixtureRequest, max_: Person, sam: Person, sid: Person, cleo: Person, otto: Person, who: str
) -> None:
    actor = request.getfixturevalue(who).actor
    served = [cleo.customer.pk]
    assert (
        {row.name for row in customers_visible_to(actor)},
        {row.name for row in customers_visible_to(actor, served=served)},
        {row.name for row in staff_visible_to(actor)},
    ) == MATRIX[who]


def test_guests_see_nobody_and_the_system_everybody(cleo: Person, sam: Person) -> None:
    nobody = guest(cleo.customer.pk)
    assert not customers_visible_to(nobody, served=[cleo.customer.pk]).exists()
    assert not staff_visible_to(nobody).exists()
    assert customers_visible_to(SYSTEM).get() == cleo.customer
    assert staff_visible_to(SYSTEM).get() == sam.staff


def test_a_manager_needs_the_customers_action(max_: Person, cleo: Person) -> None:
    ManagerScope.objects.update(actions=["appointments", "staff"])
    assert not customers_visible_to(max_.actor, served=[cleo.customer.pk]).exists()


def test_who_may_change_a_staff_member(ada: Person, max_: Person, sam: Person, sid: Person, cleo: Person) -> None:
    may = {
        person.account.name: (can_edit_staff(person.actor, sam.staff.pk), can_edit_staff(person.actor, sid.staff.pk))
        for person in (max_, sam, sid, cleo)
    }
    assert may == {"Max": (True, False), "Sam": (True, False), "Sid": (False, True), "Cleo": (False, False)}
    assert can_edit_staff(ada.actor, sid.staff.pk)
    assert not can_edit_staff(STRANGER, sid.staff.pk)


def test_only_administrators_set_scopes(ada: Person, max_: Person, sam: Person, cleo: Person) -> None:
    assert [can_edit_scopes(person.actor) for person in (ada, max_, sam, cleo)] == [True, False, False, False]
