"""Who sees which messages."""

from __future__ import annotations

from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from almanac.notifications.tests.conftest import Post
from almanac.notifications.tests.factories import START, confirmed, mails, make_order, make_service, make_visit
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
    assert len(items(ada)) == 8
    of_one = items(ada, f"?appointment={sent.pk}")
    assert sorted((item["recipient"], item["channel"], item["state"]) for item in of_one) == [
        ("customer", "email", "sent"),
        ("customer", "in_app", "sent"),
        ("staff", "email", "sent"),
        ("staff", "in_app", "sent"),
    ]
    first = ada.get("/deliveries?limit=5").json()
    rest = ada.get(f"/deliveries?limit=5&cursor={first['next_cursor']}").json()
    assert len({item["id"] for item in first["items"] + rest["items"]}) == 8


def test_each_names_its_order_and_its_kind_and_whether_it_can_be_sent_again(sent: Appointment, ada: Person) -> None:
    number, written = sent.order_line.order.number, mails(appointments=sent, recipient="customer")
    of_one = [item for item in items(ada, f"?appointment={sent.pk}") if item["channel"] == "email"]
    assert {(item["order_number"], item["kind"], item["is_kept"]) for item in of_one} == {(number, "bookings", True)}
    written.update(order=None, template="reset_password", body_text="")
    told = next(item for item in items(ada) if item["id"] == str(written.get().pk))
    assert (told["order_number"], told["kind"], told["is_kept"]) == (None, None, False)


def test_the_queries_are_as_many_however_long_the_list(
    sent: Appointment, ada: Person, django_assert_num_queries: Any
) -> None:
    with CaptureQueriesContext(connection) as few:
        items(ada, "?limit=1")
    with django_assert_num_queries(len(few)):
        items(ada, "?limit=8")


def test_those_in_one_state_alone(sent: Appointment, ada: Person) -> None:
    mails(recipient="staff", appointments=sent).update(state="failed")
    assert [(item["recipient"], item["state"]) for item in items(ada, "?state=failed")] == [("staff", "failed")]


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
