"""A person's own calendar reads their appointments at a secret address: theirs alone, until it is taken away."""

from __future__ import annotations

from typing import Any

import icalendar
import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from almanac.outbox.models import EventRow
from almanac.scheduling.models import CalendarFeed
from tests.cast import Person
from tests.shop import DETAILS, WEDNESDAY_TEN, Booked, Shop, Visitor

pytestmark = pytest.mark.django_db


@pytest.fixture
def booked(shop: Shop, cleo: Person) -> Booked:
    """Cleo's clean by Sam."""
    return Visitor(cleo.user, cleo.customer_row, client=cleo.client).booked(shop, access_notes="Key under the pot")


def opened(person: Person) -> str:
    answer = person.post("/my/calendar-feed")
    assert answer.status_code == 200, answer.content
    return str(answer.json()["url"]).partition("/api")[2]


def entries(person: Person, path: str) -> list[Any]:
    answer = person.get(path)
    assert answer.status_code == 200
    assert answer["Content-Type"].startswith("text/calendar")
    return list(icalendar.Calendar.from_ical(answer.content).walk("VEVENT"))


def test_a_customers_visits(booked: Booked, cleo: Person, stranger: Person) -> None:
    assert cleo.get("/my/calendar-feed").json() == {"url": None}
    path = opened(cleo)
    assert cleo.get("/my/calendar-feed").json()["url"].endswith(path)
    (entry,) = entries(stranger, path)  # a calendar signs in nowhere
    assert (entry["uid"], entry["dtstart"].dt, entry["status"]) == (booked.visit.uid, WEDNESDAY_TEN, "CONFIRMED")
    assert "Sam" in entry["summary"]
    assert DETAILS["line1"] in entry["location"]


def test_a_staff_members_visits_name_the_customer_and_no_way_in(booked: Booked, sam: Person, sid: Person) -> None:
    path = opened(sam)
    (entry,) = entries(sid, path)
    assert booked.order.customer.name in entry["summary"]
    assert b"Key under the pot" not in sam.get(path).content
    assert entries(sid, opened(sid)) == []


def test_a_cancelled_visit_says_so_under_a_higher_sequence(booked: Booked, cleo: Person) -> None:
    path = opened(cleo)
    (before,) = entries(cleo, path)
    assert cleo.post(f"/appointments/{booked.visit.pk}/cancel", {"reason": "ill"}).status_code == 204
    (after,) = entries(cleo, path)
    assert (after["uid"], after["status"]) == (before["uid"], "CANCELLED")
    assert int(after["sequence"]) > int(before["sequence"])


def test_a_new_address_ends_the_old_one_and_closing_ends_both(booked: Booked, cleo: Person, stranger: Person) -> None:
    first = opened(cleo)
    second = opened(cleo)
    assert first != second
    assert stranger.get(first).status_code == 404
    assert len(entries(stranger, second)) == 1
    assert cleo.delete("/my/calendar-feed").status_code == 204
    assert cleo.delete("/my/calendar-feed").status_code == 204
    assert stranger.get(second).status_code == 404
    told = EventRow.objects.filter(name="scheduling.calendar_feed_changed").order_by("at", "pk")
    assert [row.payload["what"] for row in told] == ["opened", "opened", "closed"]


def test_an_account_that_is_closed_shows_nothing(booked: Booked, cleo: Person, stranger: Person) -> None:
    path = opened(cleo)
    cleo.account.is_active = False
    cleo.account.save()
    assert stranger.get(path).status_code == 404


def test_whoever_has_no_appointments_has_no_address(ada: Person, max_: Person, stranger: Person) -> None:
    assert [person.post("/my/calendar-feed").status_code for person in (ada, max_, stranger)] == [403, 403, 401]
    assert stranger.get("/calendar-feeds/guessed").status_code == 404


def test_the_address_is_not_readable_in_the_database(cleo: Person) -> None:
    token = opened(cleo).rsplit("/", 1)[1]
    with connection.cursor() as cursor:
        cursor.execute("SELECT token, token_hash FROM scheduling_calendarfeed")
        assert token not in str(cursor.fetchall())
    assert CalendarFeed.objects.get().token == token


def test_it_takes_no_more_queries_for_more_visits(booked: Booked, shop: Shop, cleo: Person) -> None:
    path = opened(cleo)
    counted = []
    for day in (6, 7):
        with CaptureQueriesContext(connection) as captured:
            assert entries(cleo, path)
        counted.append(len(captured))
        visitor = Visitor(cleo.user, cleo.customer_row, client=cleo.client)
        visitor.booked(shop, WEDNESDAY_TEN.replace(day=day + 3), staff=shop.sid)
    assert counted[0] == counted[1]
