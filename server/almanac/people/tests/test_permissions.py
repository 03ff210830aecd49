"""The role matrix: who sees and changes which staff members."""

from __future__ import annotations

import pytest

from almanac.kit.actor import STRANGER, SYSTEM, guest
from almanac.people.permissions import can_edit_scopes, can_edit_staff, staff_visible_to
from tests.cast import Person

pytestmark = pytest.mark.django_db

STAFF_SEEN = {
    "ada": {"Sam", "Sid"},
    "max_": {"Sam"},
    "sam": {"Sam"},
    "sid": {"Sid"},
    "cleo": set(),
    "otto": set(),
    "stranger": set(),
}


@pytest.mark.parametrize("who", STAFF_SEEN)
def test_who_sees_which_staff_members(
    request: pytest.FixtureRequest, max_: Person, sam: Person, sid: Person, cleo: Person, otto: Person, who: str
) -> None:
    actor = request.getfixturevalue(who).actor
    assert {row.name for row in staff_visible_to(actor)} == STAFF_SEEN[who]


def test_guests_see_nobody_and_the_system_everybody(cleo: Person, sam: Person) -> None:
    assert not staff_visible_to(guest(cleo.customer.pk)).exists()
    assert staff_visible_to(SYSTEM).get() == sam.staff


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
