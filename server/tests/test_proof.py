"""Doors that let somebody else in ask once more who is there, and only for a few minutes are they content."""

from __future__ import annotations

from typing import Any

import pytest
from allauth.account.internal.flows.login import AUTHENTICATION_METHODS_SESSION_KEY
from allauth.mfa.models import Authenticator

from almanac.config.api import api
from almanac.config.doors import every_door
from almanac.config.tests.allauth_doors import PASSWORD, Browser
from almanac.kit.doors import Who
from almanac.people.models import User
from tests.cast import Person
from tests.probes import PROBES
from tests.world import World

pytestmark = pytest.mark.django_db
ASKING = [name for name, door in every_door().items() if door.asks_again]


def admin(world: World, *, password: str | None = PASSWORD) -> Person:
    """Ada, signed in long ago."""
    person = world.callers[Who.ADMIN].person
    person.account.set_password(password)
    person.account.save()
    person.client.force_login(person.account)
    return person


def knock(world: World, name: str) -> Any:
    probe = PROBES[name]
    return world.callers[Who.ADMIN].call(probe.method, world.filled(probe.path), world.filled(probe.body))


def say_again(person: Person, **said: str) -> Any:
    return Browser(person.client).post("/auth/reauthenticate", **said)


def test_the_api_document_tells_which_doors_ask() -> None:
    document = dict(api.get_openapi_schema())
    told = {
        operation["operationId"]
        for methods in document["paths"].values()
        for operation in methods.values()
        if "ProofNeededProblem" in str(operation["responses"].get(401))
    }
    assert told == set(ASKING) != set()


@pytest.mark.parametrize("name", ASKING)
def test_nothing_happens_before_the_password_was_said_once_more(world: World, rows: Any, name: str) -> None:
    ada = admin(world)
    if prepare := PROBES[name].before:
        prepare(world)
    before = rows()
    answer = knock(world, name)
    assert (answer.status_code, answer.json()["code"], answer.json()["ways"]) == (401, "proof_needed", ["password"])
    assert say_again(ada, password="not hers").status_code == 400
    assert knock(world, name).status_code == 401
    assert rows() == before
    assert say_again(ada, password=PASSWORD).status_code == 200
    assert 200 <= knock(world, name).status_code < 300


def test_signing_in_alone_is_not_enough_nor_is_having_said_it_long_ago(world: World) -> None:
    ada = admin(world)
    Browser(ada.client).sign_in(ada.account.username)
    assert knock(world, "invite").status_code == 401
    say_again(ada, password=PASSWORD)
    session = ada.client.session
    for said in session[AUTHENTICATION_METHODS_SESSION_KEY]:
        said["at"] -= 301
    session.save()
    assert knock(world, "invite").status_code == 401


def test_what_one_said_counts_in_that_browser_alone(world: World) -> None:
    ada = admin(world)
    say_again(Person(ada.account), password=PASSWORD)
    assert knock(world, "invite").status_code == 401


def test_the_ways_are_those_of_the_account(world: World) -> None:
    ada = admin(world)
    kinds = Authenticator.Type
    for kind in (kinds.WEBAUTHN, kinds.TOTP):
        Authenticator.objects.create(user=ada.account, type=kind, data={})
    assert knock(world, "invite").json()["ways"] == ["password", "code", "passkey"]
    admin(world, password=None)
    assert knock(world, "invite").json()["ways"] == ["code", "passkey"]
    User.objects.get(pk=ada.account.pk).authenticator_set.all().delete()
    assert knock(world, "invite").status_code == 201  # by a company alone: it asked when they signed in
