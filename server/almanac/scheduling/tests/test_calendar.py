"""The team's calendar: who sees whose days, what is in them, and what it costs to ask."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from almanac.kit import clock, ids
from almanac.people.models import Customer, StaffMember
from almanac.scheduling.actions.blocks import block_time
from almanac.scheduling.models import Appointment, BusinessHoliday, BusyBlock, Claim, DateOverride, TimeOff
from almanac.scheduling.schemas.calendar import CalendarOut
from tests.cast import Person, make_staff
from tests.shop import NOW, WEDNESDAY_TEN, Shop, Visitor

pytestmark = pytest.mark.django_db
WEEK = "/calendar?first_on=2026-03-02&last_on=2026-03-08"
MOST = 11  # session, user and scope, then the calendar's own


def week(person: Person, **headers: str) -> Any:
    return person.get(WEEK, **headers)


def names(person: Person, path: str = WEEK) -> list[str]:
    return [one["name"] for one in person.get(path).json()["staff"]]


def test_each_sees_the_columns_they_look_after(
    shop: Shop, ada: Person, max_: Person, sam: Person, cleo: Person, stranger: Person
) -> None:
    Visitor().booked(shop, staff=shop.sam)
    Visitor().booked(shop, staff=shop.sid)
    assert names(ada) == ["Sam", "Sid"]
    assert names(max_) == names(sam) == ["Sam"]
    assert names(ada, f"{WEEK}&staff={shop.sid.pk}") == ["Sid"]
    assert names(max_, f"{WEEK}&staff={shop.sid.pk}") == []
    assert names(ada, f"{WEEK}&business=another") == []
    assert {row["staff_member_id"] for row in max_.get(WEEK).json()["appointments"]} == {str(shop.sam.pk)}
    assert week(cleo).status_code == 403
    assert week(stranger).status_code == 401


def test_what_fills_a_day(shop: Shop, ada: Person, nora: Visitor, rival: Visitor) -> None:
    made = nora.booked(shop)
    rival.ready(shop, WEDNESDAY_TEN + timedelta(hours=4), staff=shop.sam)
    friday = WEDNESDAY_TEN + timedelta(days=2)
    block_time(actor=ada.actor, staff_id=shop.sam.pk, starts_at=friday, ends_at=friday + timedelta(hours=1), now=NOW)
    BusyBlock.objects.create(
        staff_member=shop.sam,
        source="outside",
        first_on=date(2026, 3, 7),
        until_on=date(2026, 3, 8),
        zone="Asia/Tokyo",
    )
    TimeOff.objects.create(
        staff_member=shop.sid, off_from=clock.epoch(NOW), off_until=clock.epoch(NOW) + 3600, state="requested"
    )
    DateOverride.objects.create(staff_member=shop.sid, on_date=date(2026, 3, 5), spans=[[600, 660]])
    BusinessHoliday.objects.create(business=shop.business, on_date=date(2026, 3, 5), name="Founder's day")
    seen = week(ada).json()
    assert CalendarOut.model_validate(seen).model_dump(mode="json") == seen
    (visit,) = seen["appointments"]
    assert (visit["service"], visit["customer"], visit["postcode"]) == ("Clean", "Nora Newcomer", "SW11 1AA")
    assert (visit["starts_at"], visit["can_move"], visit["id"]) == (
        "2026-03-04T10:00:00Z",
        True,
        str(made.visit.pk),
    )
    assert [hold["starts_at"] for hold in seen["holds"]] == ["2026-03-04T14:00:00Z"]
    assert [(block["starts_at"], block["is_ours"]) for block in seen["blocks"]] == [
        ("2026-03-06T10:00:00Z", True),
        ("2026-03-06T15:00:00Z", False),
    ]
    assert [item["state"] for item in seen["time_off"]] == ["requested"]
    assert [(item["on_date"], item["name"]) for item in seen["holidays"]] == [("2026-03-05", "Founder's day")]
    columns = {one["name"]: one for one in seen["staff"]}
    thursdays = {
        name: [span for span in one["open"] if span[0].startswith("2026-03-05")] for name, one in columns.items()
    }
    assert thursdays == {"Sam": [], "Sid": [["2026-03-05T10:00:00Z", "2026-03-05T11:00:00Z"]]}
    assert set(columns["Sam"]["service_ids"]) == {str(shop.clean.pk), str(shop.call.pk)}


def test_what_was_called_off_takes_no_place(shop: Shop, ada: Person, nora: Visitor) -> None:
    made = nora.booked(shop)
    nora.post(f"/appointments/{made.visit.pk}/cancel", {}, x_order_token=made.token)
    assert week(ada).json()["appointments"] == []


def test_hours_are_the_staff_members_own_through_the_night_the_clocks_change(shop: Shop, ada: Person) -> None:
    seen = ada.get("/calendar?first_on=2026-03-28&last_on=2026-03-30").json()
    starts = [span[0] for span in seen["staff"][0]["open"] if "2026-03-28" <= span[0][:10] <= "2026-03-30"]
    assert starts == ["2026-03-28T09:00:00Z", "2026-03-29T08:00:00Z", "2026-03-30T08:00:00Z"]


def test_asking_again_is_answered_without_content_until_something_changes(
    shop: Shop, ada: Person, nora: Visitor
) -> None:
    tag = week(ada).headers["ETag"]
    again = week(ada, if_none_match=tag)
    assert (again.status_code, again.content, again.headers["ETag"]) == (304, b"", tag)
    nora.ready(shop)  # somebody keeps a time
    held = week(ada, if_none_match=tag)
    assert held.status_code == 200
    nora.book()
    assert week(ada, if_none_match=held.headers["ETag"]).status_code == 200


@pytest.mark.parametrize(("first", "last"), [("2026-03-02", "2026-03-01"), ("2026-03-01", "2026-04-20")])
def test_ranges_have_an_end(ada: Person, first: str, last: str) -> None:
    assert ada.get(f"/calendar?first_on={first}&last_on={last}").status_code == 422


def test_ten_appointments_cost_as_many_queries_as_a_thousand(shop: Shop, ada: Person) -> None:
    counted = []
    for people, each in ((0, 5), (8, 99)):
        team = [shop.sam, shop.sid] + [make_staff(shop.business, f"more-{number}").staff for number in range(people)]
        for member in team:
            _fill(shop, member, each, first=100 if people else 0)
        with CaptureQueriesContext(connection) as captured:
            answer = week(ada)
        counted.append((len(captured), len(answer.json()["appointments"])))
    (few, ten), (many, thousand) = counted
    assert (ten, thousand) == (10, 1_000)
    assert few == many <= MOST, [query["sql"][:120] for query in captured]


def _fill(shop: Shop, member: StaffMember, count: int, *, first: int) -> None:
    """Visits of five minutes from the night of Tuesday on, one after another, the first in the place `first`."""
    customer = Customer.objects.create(name="Nora Newcomer")
    begin = clock.epoch(datetime(2026, 3, 3, tzinfo=NOW.tzinfo)) + first * 300
    claims = [
        Claim(
            staff=member,
            blocked_from=begin + number * 300,
            blocked_until=begin + number * 300 + 300,
            core_from=begin + number * 300,
            core_until=begin + number * 300 + 300,
            kind="appointment",
            service=shop.call,
        )
        for number in range(count)
    ]
    Claim.objects.bulk_create(claims)
    Appointment.objects.bulk_create(
        Appointment(
            business=shop.business,
            service=shop.call,
            staff_member=member,
            customer=customer,
            claim=claim,
            visit_id=ids.new_id(),
            venue="online",
            starts_at=clock.instant(claim.core_from),
            ends_at=clock.instant(claim.core_until),
            zone="Europe/London",
            state="confirmed",
            uid=f"{claim.pk}@test",
        )
        for claim in claims
    )
