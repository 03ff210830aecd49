"""What a scope would show is counted by the rules that will hold, and a manager then sees exactly that."""

from __future__ import annotations

from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.cast import Person, make_staff
from tests.shop import Shop, Visitor
from tests.world import CANARY_DETAILS, THURSDAY_ELEVEN, World

pytestmark = pytest.mark.django_db
NOTHING = {"staff": 0, "customers": 0, "appointments": 0, "ahead": 0, "orders": 0, "locations": 0}


def preview(ada: Person, **wish: Any) -> Any:
    answer = ada.post("/scope-preview", {"staff_ids": [], "actions": [], **wish})
    assert answer.status_code == 200, answer.content
    return answer.json()


def test_nothing_by_default(world: World, ada: Person) -> None:
    assert preview(ada) == NOTHING
    assert preview(ada, staff_ids=[world.ids["sam"]]) == NOTHING
    assert preview(ada, actions=["appointments", "customers"]) == NOTHING


def test_each_action_opens_its_own(world: World, ada: Person) -> None:
    sam = [world.ids["sam"]]
    assert preview(ada, staff_ids=sam, actions=["staff"]) == {**NOTHING, "staff": 1}
    one = {**NOTHING, "staff": 1, "appointments": 1, "ahead": 1, "orders": 1}
    assert preview(ada, staff_ids=sam, actions=["appointments"]) == one
    assert preview(ada, staff_ids=sam, actions=["appointments", "customers"]) == {**one, "customers": 1}


def test_all_customers_of_a_business(world: World, ada: Person) -> None:
    business = [str(world.shop.business.pk)]
    assert preview(ada, customer_business_ids=business, actions=["customers"])["customers"] == 2
    assert preview(ada, customer_business_ids=business, actions=["reports"])["customers"] == 0


def test_a_manager_sees_what_was_foretold_and_no_canary(world: World, ada: Person, max_: Person) -> None:
    """Max's scope is moved from Sam to Sid: nothing of Cleo's order is left to him, in any list or by its id."""
    wish = {"staff_ids": [str(world.shop.sid.pk)], "actions": ["appointments", "customers", "staff", "reports"]}
    foretold = preview(ada, **wish)
    assert ada.put(f"/manager-scopes/{world.ids['max']}", wish).status_code == 200
    assert len(max_.get("/appointments").json()["items"]) == foretold["appointments"] == 1
    assert len(max_.get("/orders").json()["items"]) == foretold["orders"] == 1
    for path in ("/appointments", "/orders", "/deliveries", "/me"):
        text = max_.get(path).content.decode()
        assert not [secret for secret, pattern in world.secrets().items() if pattern.search(text)], path
    guessed = (f"/orders/{world.cleos.number}", f"/appointments/{world.cleos.visit.pk}")
    assert [max_.get(path).status_code for path in guessed] == [404, 404]
    assert max_.get(f"/staff-members/{world.ids['sam']}/hours").status_code in (403, 404)


def test_what_a_colleagues_visit_costs_is_not_told_by_the_orders_total(
    shop: Shop, nora: Visitor, max_: Person, ada: Person
) -> None:
    """One order with a visit by Sam and one by Sid, who is not in Max's scope."""
    nora.place()
    for line, staff in enumerate((shop.sam, shop.sid)):
        nora.want(shop.clean)
        nora.hold(THURSDAY_ELEVEN, line=line, staff=staff)
    nora.type_in(**CANARY_DETAILS)
    number = nora.book().json()["number"]
    whole, part = ada.get(f"/orders/{number}").json(), max_.get(f"/orders/{number}").json()
    assert (len(whole["lines"]), len(part["lines"])) == (2, 1)
    assert part["total_amount"] == part["lines"][0]["total_amount"] < whole["total_amount"]
    assert part["tax_amount"] == part["lines"][0]["tax_amount"]


def test_the_preview_takes_no_more_queries_for_more(world: World, ada: Person) -> None:
    business = str(world.shop.business.pk)
    counted = []
    for number in range(2):
        with CaptureQueriesContext(connection) as captured:
            preview(
                ada, business_ids=[business], customer_business_ids=[business], actions=["appointments", "customers"]
            )
        counted.append(len(captured))
        for more in range(10):
            make_staff(world.shop.business, f"more-{number}-{more}")
    assert counted[0] == counted[1]
