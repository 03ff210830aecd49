"""Who sees which messages."""

from __future__ import annotations

from typing import Any

import pytest

from almanac.notifications.tests.conftest import Post
from almanac.notifications.tests.factories import START, confirmed, make_order, make_service, make_visit
from almanac.scheduling.models import Appointment
from tests.cast import Person

pytestmark = pytest.mark.django_db


@pytest.fixture
def sent(visit: Appointment, sid: Person, otto: Person, post: Post) -> Appointment:
    """Cleo's visit by Sam, and one of Otto's by Sid that Max may not know of."""
    other = make_visit(
        make_order(visit.business, otto.customer), sid.staff, make_service(visit.business), starts_at=START
    )
    confirmed(visit)
    confirmed(other)
    post.run()
    return visit


def items(person: Person, query: str = "") -> list[dict[str, Any]]:
    answer = person.get(f"/deliveries{query}")
    assert answer.status_code == 200
    found: list[dict[str, Any]] = answer.json()["items"]
    return found


def test_an_administrator_sees_all_and_those_of_one_visit(sent: Appointment, ada: Person) -> None:
    assert len(items(ada)) == 4
    assert {(item["recipient"], item["state"]) for item in items(ada, f"?appointment={sent.pk}")} == {
        ("customer", "sent"),
        ("staff", "sent"),
    }
    first = ada.get("/deliveries?limit=3").json()
    rest = ada.get(f"/deliveries?limit=3&cursor={first['next_cursor']}").json()
    assert len({item["id"] for item in first["items"] + rest["items"]}) == 4


def test_a_manager_sees_those_about_staff_in_scope(sent: Appointment, max_: Person) -> None:
    assert {item["order_id"] for item in items(max_)} == {str(sent.order_line.order_id)}


@pytest.mark.parametrize("who", ["sam", "cleo", "otto", "stranger"])
def test_nobody_else_sees_any(sent: Appointment, request: pytest.FixtureRequest, who: str) -> None:
    answer = request.getfixturevalue(who).get("/deliveries")
    assert (answer.status_code, answer.json()["code"]) == (403, "not_allowed")


def test_no_address_and_no_words_leave_through_the_api(sent: Appointment, ada: Person) -> None:
    content = ada.get("/deliveries").content.decode()
    assert "cleo@example.com" not in content
    assert "Deep clean" not in content
