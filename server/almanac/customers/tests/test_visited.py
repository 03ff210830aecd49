"""Staff see whom they visit, and until 90 days after the last visit whom they did; nobody else exists for them."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from almanac.customers.permissions import SEEN_FOR
from almanac.people.models import Customer
from almanac.scheduling.models import Appointment
from tests.cast import Person
from tests.shop import NOW, Shop, Visitor, days_from_now

pytestmark = pytest.mark.django_db


def visited(shop: Shop, days: int, name: str, *, staff: Any = None) -> Appointment:
    """A visit by Sam that many days from now; in the past it is done."""
    ahead = days if days > 0 else 8 + -days % 20  # a time of its own
    visit = Visitor().booked(shop, days_from_now(ahead), staff=staff or shop.sam, name=name).visit
    if days < 0:
        start = NOW + timedelta(days=days)
        Appointment.objects.filter(pk=visit.pk).update(
            starts_at=start, ends_at=start + timedelta(hours=1), state=Appointment.State.COMPLETED
        )
        visit.refresh_from_db()
    return visit


def names(person: Person, **wanted: Any) -> list[str]:
    answer = person.post("/customers/search", wanted)
    assert answer.status_code == 200, answer.content
    return [row["name"] for row in answer.json()["items"]]


def test_a_list_of_ones_own_visits_alone(shop: Shop, sam: Person, sid: Person) -> None:
    visited(shop, 3, "Ann Ahead")
    visited(shop, -5, "Paul Past")
    visited(shop, 4, "Sue Sids", staff=shop.sid)
    assert names(sam) == ["Ann Ahead", "Paul Past"]
    assert names(sid) == ["Sue Sids"]
    rows = {row["name"]: row for row in sam.get("/customers").json()["items"]}
    assert (rows["Ann Ahead"]["last_visit_at"], rows["Paul Past"]["next_visit_at"]) == (None, None)
    assert rows["Ann Ahead"]["next_visit_at"]
    assert rows["Paul Past"]["last_visit_at"]
    assert {row["phone"] + row["email"] + row["postcode"] for row in rows.values()} == {""}


def test_found_by_name_alone(shop: Shop, sam: Person) -> None:
    visited(shop, 3, "Ann Ahead")
    visited(shop, 4, "Sue Sids", staff=shop.sid)
    assert names(sam, text="ahead a") == ["Ann Ahead"]
    for text in ("sue", "nora@example.com", "07700 900321", "SW11 1AA"):
        assert names(sam, text=text) == []


def test_sorted_by_visits_page_by_page(shop: Shop, sam: Person, ada: Person) -> None:
    for days, name in ((6, "Late"), (3, "Soon"), (-2, "Lately"), (-20, "Long ago")):
        visited(shop, days, name)
    assert names(sam, sort="next")[:2] == ["Soon", "Late"]
    assert names(sam, sort="-last")[:2] == ["Lately", "Long ago"]
    seen, cursor = [], ""
    while True:
        page = sam.post("/customers/search", {"sort": "-last", "limit": 1, "cursor": cursor}).json()
        seen += [row["name"] for row in page["items"]]
        cursor = page["next_cursor"]
        if not cursor:
            break
    assert seen == names(sam, sort="-last")
    assert ada.post("/customers/search", {"sort": "next"}).status_code == 422


def test_until_ninety_days_after_the_last_visit(shop: Shop, sam: Person, ada: Person) -> None:
    visit = visited(shop, -SEEN_FOR.days, "Paul Past")
    path, ends = f"/customers/{visit.customer_id}", visit.ends_at
    shop.clock.move_to(ends + SEEN_FOR - timedelta(seconds=1))
    assert (sam.get(path).status_code, names(sam)) == (200, ["Paul Past"])
    shop.clock.move_to(ends + SEEN_FOR)
    assert (sam.get(path).status_code, names(sam), names(sam, text="paul")) == (404, [], [])
    assert sam.get(f"/appointments/{visit.pk}/customer-answers").json() == []
    assert ada.get(path).status_code == 200


def test_a_visit_that_was_called_off_is_none(shop: Shop, sam: Person) -> None:
    visit = visited(shop, 3, "Ann Ahead")
    assert sam.post(f"/appointments/{visit.pk}/cancel", {"reason": "ill"}).status_code == 204
    assert sam.get(f"/customers/{visit.customer_id}").status_code == 404
    assert names(sam) == []


def test_what_staff_are_told(shop: Shop, sam: Person, sid: Person) -> None:
    """Their own visits with the addresses, and how to call while one of them stands; nothing else."""
    visit = visited(shop, 3, "Ann Ahead")
    Appointment.objects.filter(pk=visited(shop, 5, "Other", staff=shop.sid).pk).update(customer=visit.customer_id)
    whole = sam.get(f"/customers/{visit.customer_id}").json()
    assert [row["id"] for row in whole["visits"]] == [str(visit.pk)]
    assert whole["visits"][0]["address"].startswith("1 Plain Street")
    assert (whole["phone"], whole["email"], whole["can_edit"]) == ("+447700900321", "", False)
    for part in ("addresses", "notes", "consents", "orders", "history", "tags", "past_visits", "alike"):
        assert whole[part] == [], part
    shop.clock.move_to(visit.ends_at + timedelta(hours=13))
    over = sam.get(f"/customers/{visit.customer_id}").json()
    assert (over["phone"], [row["id"] for row in over["past_visits"]], over["visits"]) == ("", [str(visit.pk)], [])
    assert len(sid.get(f"/customers/{visit.customer_id}").json()["visits"]) == 1


def test_nobody_of_the_staff_writes_in_a_record(shop: Shop, sam: Person) -> None:
    visit = visited(shop, 3, "Ann Ahead")
    path = f"/customers/{visit.customer_id}"
    contact = {"name": "Changed", "phone": "07700 900111"}
    answers = (sam.put(path, contact), sam.post(f"{path}/notes", {"text": "x"}), sam.post(f"{path}/archive"))
    assert [answer.status_code for answer in answers] == [404, 404, 404]
    assert Customer.objects.get(pk=visit.customer_id).name == "Ann Ahead"


def test_a_page_takes_no_more_queries_for_more_people(shop: Shop, sam: Person) -> None:
    counted = []
    for days in (3, 4):
        visited(shop, days, f"Customer {days}")
        visited(shop, -days, f"Earlier {days}")
        with CaptureQueriesContext(connection) as captured:
            assert len(names(sam)) == 2 * (days - 2)
        counted.append(len(captured))
    assert counted[0] == counted[1]


def test_the_whole_of_a_person_in_so_many_queries(shop: Shop, sam: Person) -> None:
    visit = visited(shop, 3, "Ann Ahead")
    with CaptureQueriesContext(connection) as captured:
        assert sam.get(f"/customers/{visit.customer_id}").status_code == 200
    assert len(captured) <= 12
