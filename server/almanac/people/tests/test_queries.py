"""Who a signed-in user is."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from pytest_django import DjangoAssertNumQueries

from almanac.business.models import Business
from almanac.kit.actor import STRANGER, Actor, Role, Scope, ScopeAction
from almanac.people.models import ManagerScope, UserRole
from almanac.people.queries import accounts as queries
from tests.cast import Person, make_staff, make_user

NOW = datetime(2026, 6, 9, 10, tzinfo=UTC)
pytestmark = pytest.mark.django_db


def test_each_of_the_cast(ada: Person, max_: Person, sam: Person, cleo: Person, stranger: Person) -> None:
    assert ada.actor == Actor(Role.ADMIN, user_id=ada.account.pk)
    assert max_.actor == Actor(
        Role.MANAGER, user_id=max_.account.pk, scope=Scope(frozenset({sam.staff.pk}), frozenset(ScopeAction))
    )
    assert sam.actor == Actor(Role.STAFF, user_id=sam.account.pk, staff_id=sam.staff.pk)
    assert cleo.actor == Actor(Role.CUSTOMER, user_id=cleo.account.pk, customer_id=cleo.customer.pk)
    assert stranger.actor == STRANGER


@pytest.mark.parametrize(("who", "queries_made"), [("ada", 1), ("max_", 4), ("sam", 1), ("cleo", 1)])
def test_the_number_of_queries_is_constant(
    request: pytest.FixtureRequest,
    valclean: Business,
    who: str,
    queries_made: int,
    django_assert_num_queries: DjangoAssertNumQueries,
) -> None:
    person = request.getfixturevalue(who)
    if who == "max_":
        scope = ManagerScope.objects.get(user=person.account)
        scope.staff_members.add(*[make_staff(valclean, f"extra{number}").staff for number in range(20)])
    with django_assert_num_queries(queries_made):
        queries.actor_of_user(person.account)


def test_a_manager_without_a_scope_or_with_an_empty_one_sees_nothing(db: None) -> None:
    user = make_user("mia", UserRole.MANAGER)
    assert queries.actor_of_user(user).scope == Scope()
    ManagerScope.objects.create(user=user)
    assert queries.actor_of_user(user).scope == Scope()


def test_a_scope_is_a_managers_alone(max_: Person, sam: Person) -> None:
    max_.account.role = UserRole.CUSTOMER
    max_.account.save()
    assert max_.actor.scope == Scope()


def test_archived_people_have_lost_their_rights(sam: Person, cleo: Person) -> None:
    for row in (sam.staff, cleo.customer):
        row.archived_at = NOW
        row.save()
    assert sam.actor.staff_id is None
    assert cleo.actor.customer_id is None


def test_a_switched_off_account_is_a_stranger(ada: Person) -> None:
    ada.account.is_active = False
    assert queries.actor_of_user(ada.account) == STRANGER
