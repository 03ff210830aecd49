"""Every door of the API, tried by everybody: those who may come through, those who may not are told nothing."""

from __future__ import annotations

import re
from typing import Any

import pytest

from almanac.config.api import api
from almanac.config.doors import every_door, operations
from almanac.kit.doors import Door, Who
from tests.probe import Probe
from tests.probes import PROBES
from tests.world import Caller, World

pytestmark = pytest.mark.django_db
PARTIES = {Who.LINK, Who.CUSTOMER, Who.STAFF, Who.MANAGER, Who.ADMIN}
TOLD_FOR_BOTH = {
    "track": {"order number", "link"},  # whoever knows number and e-mail
    "account_offer": {"order number"},  # whoever has the letter from the mailbox
    "check_payment": {"order number"},  # whoever has the payment's id from the address the company sends them back to
    "open_account": {"email"},
}
REFUSED = {401, 403, 404}


def test_every_operation_is_declared_and_tried() -> None:
    known = set(operations(dict(api.get_openapi_schema())))
    declared = every_door()
    assert {name.split("?")[0] for name in declared} == known
    assert set(PROBES) == set(declared)


def test_doors(world: World) -> None:
    """One test, since making the world takes longer than most rooms' doors."""
    complaints = []
    for name, door in every_door().items():
        for who in Who:
            with world.undone():
                answer = _knock(world, PROBES[name], who)
            world.shop.clock.move_to("2026-03-02T09:00:00+00:00")
            complaints += _complaints(world, name, door, who, answer)
    assert not complaints, "\n".join(complaints)


def test_a_link_in_the_teams_hands_opens_what_a_link_opens(world: World) -> None:
    """Somebody of the team who holds the link of an order that they do not look after is who they are, and who holds its link: a
    link makes nobody look after an order."""
    holder = world.linked_staff()
    complaints = []
    for name, door in every_door().items():
        with world.undone():
            answer = _knocked(world, PROBES[name], holder)
        world.shop.clock.move_to("2026-03-02T09:00:00+00:00")
        if not door.may & {Who.LINK, Who.OTHER_STAFF} and not door.lists and answer.status_code not in REFUSED:
            complaints.append(f"{name}: got {answer.status_code}")
    assert not complaints, "\n".join(complaints)


def _knock(world: World, probe: Probe, who: Who) -> Any:
    return _knocked(world, probe, world.callers[who])


def _knocked(world: World, probe: Probe, caller: Caller) -> Any:
    if probe.before:
        probe.before(world)
    return caller.call(probe.method, world.filled(probe.path), world.filled(probe.body))


def _complaints(world: World, name: str, door: Door, who: Who, answer: Any) -> list[str]:
    """What is wrong with this answer to this person."""
    at = f"{name} as {who.value}: "
    text = f"{answer.headers} {answer.getvalue().decode(errors='replace')}"
    wrong = []
    if who in door.may and not 200 <= answer.status_code < 300:
        wrong.append(f"{at}may, but got {answer.status_code} {text}")
    if who not in door.may and answer.status_code not in REFUSED and not door.lists:
        wrong.append(f"{at}may not, but got {answer.status_code} {text}")
    if who not in door.may and answer.status_code in REFUSED and "problem+json" not in answer.headers["Content-Type"]:
        wrong.append(f"{at}refused without a problem+json")
    if who not in PARTIES:
        told = [secret for secret, pattern in world.secrets().items() if pattern.search(text)]
        told = [secret for secret in told if secret not in TOLD_FOR_BOTH.get(name, ())]
        wrong += [f"{at}was told the {secret}: {text}" for secret in told]
    return wrong


def test_the_parties_do_see_what_others_may_not(world: World) -> None:
    """Else the canaries above would prove nothing."""
    seen = set()
    for who in PARTIES:
        answer = world.callers[who].call("get", f"/orders/{world.cleos.number}")
        seen |= {secret for secret, pattern in world.secrets().items() if pattern.search(answer.content.decode())}
    assert seen >= {
        "name",
        "email",
        "line1",
        "order number",
        "order id",
        "appointment id",
        "total",
        "answer",
        "file",
    } | {"note on a change"}


def test_the_list_of_orders_has_only_what_one_may_see(world: World) -> None:
    numbers = {
        who: {order["number"] for order in caller.call("get", "/orders").json()["items"]}
        for who, caller in world.callers.items()
    }
    cleos, ottos = {world.cleos.number}, {world.ottos.number}
    assert numbers == {
        Who.STRANGER: set(),
        Who.BASKET: set(),
        Who.LINK: cleos,
        Who.OTHER_LINK: ottos,
        Who.CUSTOMER: cleos,
        Who.OTHER_CUSTOMER: ottos,
        Who.STAFF: cleos,
        Who.OTHER_STAFF: ottos,
        Who.MANAGER: cleos,
        Who.OTHER_MANAGER: ottos,
        Who.ADMIN: cleos | ottos,
    }


def test_get_changes_nothing_whoever_asks(world: World, rows: Any) -> None:
    """Mail scanners open links. All are asked before anybody looks: reading every table takes longer than asking."""
    gets = {name: p for name, p in PROBES.items() if p.method == "get" and not name.startswith("health")}
    before = rows()
    for probe in gets.values():
        _asked_by_everybody(world, probe)
    if rows() == before:
        return
    for name, probe in gets.items():  # which one it was
        before = rows()
        _asked_by_everybody(world, probe)
        assert rows() == before, name
    pytest.fail("something changed at the first time alone")


def _asked_by_everybody(world: World, probe: Probe) -> None:
    for caller in world.callers.values():
        caller.call("get", world.filled(probe.path))


@pytest.mark.parametrize("scheme", ["same-site", "cross-site"])
def test_another_sites_page_changes_nothing(world: World, rows: Any, scheme: str) -> None:
    before = rows()
    for name, probe in PROBES.items():
        if probe.method != "get":
            admin = world.callers[Who.ADMIN].person
            answer = getattr(admin.client, probe.method)(
                f"/api{world.filled(probe.path)}",
                world.filled(probe.body),
                content_type="application/json",
                headers={"sec-fetch-site": scheme},
            )
            assert (answer.status_code, answer.json()["code"]) == (403, "foreign_request"), name
    assert rows() == before


def test_no_path_of_the_api_carries_what_is_personal() -> None:
    """What people type goes in bodies; a path or query has ids, slugs, order numbers, signed links and settings of a search."""
    harmless = re.compile(
        r"_id$|_column$|^(slug|group|business|category|cursor|limit|number|to_give|appointment|waiting|line|service|staff|state|extras|zone|prefix|kind|role"
        r"|text|mentor|expertise|languages|currency|price_to|free_within_days|order"  # what is looked for among public people
        r"|provider|mode|method|unhandled|about|first_on|last_on|on|on_date|starting_from|starting_before|newest_first|sort|tag|archived|language|with_problem"
        r"|Idempotency-Key|link|layout|ending)$"
    )
    document = dict(api.get_openapi_schema())
    for path, methods in document["paths"].items():
        for operation in methods.values():
            for parameter in operation.get("parameters", []):
                name, kinds = parameter["name"], kinds_of(parameter["schema"], document["components"]["schemas"])
                assert harmless.search(name) or any(map(_is_closed, kinds)), f"{path} {name}"


def kinds_of(schema: dict[str, Any], known: dict[str, Any]) -> list[dict[str, Any]]:
    """A schema and all that it may be instead."""
    kinds = [schema, *schema.get("anyOf", []), *schema.get("allOf", [])]
    return [known[each["$ref"].rpartition("/")[2]] if "$ref" in each else each for each in kinds]


def _is_closed(schema: dict[str, Any]) -> bool:
    """An id, one of some words of ours or a number: nobody can put anything else there."""
    return schema.get("format") == "uuid" or "enum" in schema or schema.get("type") in {"integer", "boolean"}
