"""Dates on which a business is closed, and the bank holidays proposed to it."""

from __future__ import annotations

from typing import Any

import pytest

from almanac.business.models import Business, Setting
from almanac.engine.problem import Interval
from almanac.kit import clock
from almanac.outbox.models import EventRow
from almanac.people.models import StaffMember
from almanac.scheduling.models import BusinessHoliday, DateOverride
from almanac.scheduling.queries.free import open_slots
from almanac.scheduling.tests import factories as f
from tests.cast import Person

pytestmark = pytest.mark.django_db
PATH = "/businesses/valclean/holidays"


def add(ada: Person, **days: str) -> Any:
    chosen = [{"on_date": on.replace("_", "-").strip("-"), "name": name} for on, name in days.items()]
    return ada.post(PATH, {"days": chosen})


def is_open(who: StaffMember, *, day: int) -> bool:
    asked = f.request(f.segment(f.service(), who))
    return bool(open_slots(asked, window=Interval(f.at(0, day=day), f.at(0, day=day + 1)), now=clock.epoch(f.NOW)))


def test_a_holiday_closes_everybody_but_whoever_has_hours_of_their_own_that_day(
    ada: Person, valclean: Business
) -> None:
    sam, sid = f.staff("Sam"), f.staff("Sid")
    DateOverride.objects.create(staff_member=sid, on_date=f.MONDAY.date().replace(day=4), spans=[[600, 720]])
    assert is_open(sam, day=2)
    made = add(ada, _2026_03_04="Founders' day").json()
    assert [row["name"] for row in made] == ["Founders' day"]
    assert (is_open(sam, day=2), is_open(sid, day=2), is_open(sam, day=3)) == (False, True, True)
    assert ada.delete(f"/holidays/{made[0]['id']}").status_code == 204
    assert is_open(sam, day=2)
    assert ada.delete(f"/holidays/{made[0]['id']}").status_code == 404
    told = EventRow.objects.filter(name="scheduling.holidays_changed").order_by("at", "pk")
    assert [(row.payload["added"], row.payload["removed"]) for row in told] == [
        (["2026-03-04"], []),
        ([], ["2026-03-04"]),
    ]


def test_a_date_that_is_closed_already_gets_its_new_name(ada: Person, valclean: Business) -> None:
    add(ada, _2026_12_24="Eve")
    add(ada, _2026_12_24="Christmas Eve")
    assert list(BusinessHoliday.objects.values_list("name", flat=True)) == ["Christmas Eve"]
    assert EventRow.objects.count() == 1


def test_bank_holidays_are_proposed_and_nothing_is_closed_by_itself(ada: Person, valclean: Business) -> None:
    path = "/businesses/valclean/holiday-proposals?first_on=2026-12-01"
    found = ada.get(path).json()
    assert found["region"] == "england_and_wales"
    days = {day["on_date"]: (day["name"], day["is_substitute"]) for day in found["days"]}
    assert days["2026-12-28"] == ("Boxing Day", True)
    assert (min(days), max(days)) == ("2026-12-25", "2028-08-28")
    assert not BusinessHoliday.objects.exists()
    add(ada, _2026_12_25="Christmas Day")
    assert "2026-12-25" not in {day["on_date"] for day in ada.get(path).json()["days"]}
    Setting.objects.create(business=valclean, group="holidays", values={"region": "scotland"})
    assert "2026-11-30" in {day["on_date"] for day in ada.get(path.replace("12-01", "11-01")).json()["days"]}


def test_holidays_are_the_administrators(max_: Person, sam: Person, cleo: Person, stranger: Person) -> None:
    body = {"days": [{"on_date": "2026-12-24", "name": "Christmas Eve"}]}
    assert [who.post(PATH, body).status_code for who in (stranger, cleo, sam, max_)] == [401, 403, 403, 403]
    assert [who.get(f"{PATH}?first_on=2026-01-01").status_code for who in (sam, max_)] == [403, 403]


def test_a_day_needs_a_name_and_a_business(ada: Person, valclean: Business) -> None:
    assert add(ada, _2026_12_24=" ").json()["code"] == "invalid_input"
    assert ada.get("/businesses/nobody/holidays?first_on=2026-01-01").status_code == 404


def test_reading_costs_the_same_for_any_number(ada: Person, valclean: Business, django_assert_num_queries: Any) -> None:
    for day in (10, 20):
        add(ada, **{f"_2026_0{month}_{day}": "Off" for month in range(1, 10)})
        with django_assert_num_queries(4):  # session, the user, the business, its days
            assert ada.get(f"{PATH}?first_on=2026-01-01").status_code == 200
        with django_assert_num_queries(5):
            assert ada.get("/businesses/valclean/holiday-proposals?first_on=2026-01-01").status_code == 200
