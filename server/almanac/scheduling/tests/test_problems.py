"""From stored calendars to the engine's question: everything that closes time is read, in a constant number of queries."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from almanac.engine import slots
from almanac.engine.assignment import AssignmentRule
from almanac.engine.problem import AllDayBlock, Interval, Place, Rules, TimedBlock, Transparency, WallSpan, WeeklySpan
from almanac.kit import clock
from almanac.kit.actor import STRANGER
from almanac.people.models import StaffMember
from almanac.places.models import Area
from almanac.scheduling.actions.holds import hold
from almanac.scheduling.models import BusinessHoliday, BusyBlock, DateOverride, TimeOff, WorkingHours
from almanac.scheduling.queries.candidates import ranked
from almanac.scheduling.queries.free import FEW, first_free, nearest, open_slots, slots_at
from almanac.scheduling.queries.problems import problem_for
from almanac.scheduling.tests import factories as f
from almanac.scheduling.visits import VisitRequest

pytestmark = pytest.mark.django_db
NOW = clock.epoch(f.NOW)
MONDAY = Interval(f.at(0), f.at(24))
TUESDAY = date(2026, 3, 3)


def starts(asked: VisitRequest, window: Interval = MONDAY, now: int = NOW) -> list[int]:
    return [slot.start for slot in open_slots(asked, window=window, now=now)]


def hourly(
    *people: StaffMember, place: Place | None = None, assignment: AssignmentRule = AssignmentRule.ANY
) -> VisitRequest:
    """One hour by any of these people, on the hour."""
    return f.request(
        f.segment(f.service(), *people), rules=Rules(slot_interval=3600), place=place, assignment=assignment
    )


def test_weekly_hours_breaks_and_service_hours_are_read() -> None:
    sam, clean = f.staff(hours=None), f.service()
    WorkingHours.objects.create(staff_member=sam, weekday=0, start_minute=540, end_minute=1020)
    WorkingHours.objects.create(staff_member=sam, weekday=0, start_minute=720, end_minute=780, kind="break")
    WorkingHours.objects.create(staff_member=sam, weekday=0, start_minute=600, end_minute=840, service=clean)
    asked = f.request(f.segment(clean, sam), rules=Rules(slot_interval=3600))
    (calendar,) = problem_for(asked, window=MONDAY, now=NOW).calendars
    assert calendar.hours == (WeeklySpan(0, WallSpan(540, 1020)),)
    assert calendar.breaks == (WeeklySpan(0, WallSpan(720, 780)),)
    assert calendar.service_hours == ((str(clean.pk), (WeeklySpan(0, WallSpan(600, 840)),)),)
    assert starts(asked) == [f.at(10), f.at(11), f.at(13)]


def test_an_override_replaces_its_date_and_no_spans_close_it() -> None:
    sam = f.staff()
    DateOverride.objects.create(staff_member=sam, on_date=date(2026, 3, 2), spans=[[780, 900], [600, 660]])
    DateOverride.objects.create(staff_member=sam, on_date=TUESDAY, spans=[])
    asked = hourly(sam)
    assert starts(asked) == [f.at(10), f.at(13), f.at(14)]
    assert starts(asked, Interval(f.at(0, day=1), f.at(24, day=1))) == []


def test_a_holiday_closes_the_whole_business_and_no_other() -> None:
    sam = f.staff()
    other = f.staff(of=f.business("other"))
    BusinessHoliday.objects.create(business=sam.business, on_date=date(2026, 3, 2), name="Founder's day")
    assert starts(hourly(sam)) == []
    elsewhere = VisitRequest(
        business_id=other.business_id, segments=(f.segment(f.service(of=other.business), other),), rules=Rules()
    )
    assert starts(elsewhere)


def test_only_granted_time_off_counts() -> None:
    sam = f.staff()
    away = TimeOff.objects.create(staff_member=sam, off_from=f.at(9), off_until=f.at(16), state="requested")
    assert len(starts(hourly(sam))) == 8
    away.state = TimeOff.State.GRANTED
    away.save()
    assert starts(hourly(sam)) == [f.at(16)]
    assert (away.starts_at, away.ends_at) == (clock.instant(f.at(9)), clock.instant(f.at(16)))


def test_outside_events_block_unless_they_are_free() -> None:
    sam = f.staff()
    for hour, kind in ((9, "busy"), (10, "tentative"), (11, "free")):
        BusyBlock.objects.create(
            staff_member=sam,
            busy_from=f.at(hour),
            busy_until=f.at(hour + 1),
            transparency=kind,
            source="outside",
            external_id=f"event-{hour}",
        )
    asked = hourly(sam)
    assert starts(asked)[0] == f.at(11)
    (calendar,) = problem_for(asked, window=MONDAY, now=NOW).calendars
    assert calendar.blocks == (
        TimedBlock(f.at(9), f.at(10)),
        TimedBlock(f.at(10), f.at(11), Transparency.TENTATIVE),
    )


def test_an_all_day_event_blocks_its_dates_in_its_own_zone() -> None:
    sam = f.staff()
    BusyBlock.objects.create(
        staff_member=sam,
        first_on=date(2026, 3, 2),
        until_on=TUESDAY,
        zone="Asia/Tokyo",
        source="outside",
        external_id="x",
    )
    (calendar,) = problem_for(hourly(sam), window=MONDAY, now=NOW).calendars
    assert calendar.blocks == (AllDayBlock(date(2026, 3, 2), TUESDAY, "Asia/Tokyo"),)
    assert starts(hourly(sam)) == [f.at(15), f.at(16)]  # Tokyo's Monday is over at 15:00 in London


def test_hours_over_midnight_reach_into_the_window() -> None:
    sam = f.staff(hours=None)
    WorkingHours.objects.create(staff_member=sam, weekday=6, start_minute=1320, end_minute=1560)  # Sunday 22:00-26:00
    assert starts(hourly(sam)) == [f.at(0), f.at(1)]


def test_a_hold_that_is_over_is_not_there() -> None:
    sam = f.staff()
    asked = hourly(sam)
    hold(actor=STRANGER, request=asked, start=f.at(9), owner="one", minutes=15, now=f.NOW)
    assert f.at(9) not in starts(asked)
    assert f.at(9) not in starts(asked, now=NOW + 15 * 60 - 1)
    assert f.at(9) in starts(asked, now=NOW + 15 * 60)


def test_daily_limits_count_what_lies_outside_the_window() -> None:
    sam = f.staff()
    asked = f.request(f.segment(f.service(), sam), rules=Rules(slot_interval=3600, daily_limit=1))
    hold(actor=STRANGER, request=asked, start=f.at(9), owner="one", minutes=15, now=f.NOW)
    assert starts(asked, Interval(f.at(15), f.at(17))) == []


@pytest.mark.parametrize(("people", "days"), [(1, 1), (12, 40)])
def test_the_number_of_queries_does_not_grow(people: int, days: int) -> None:
    members = [f.staff(f"Staff {number}") for number in range(people)]
    for member in members:
        Area.objects.create(staff_member=member, postcode="SW1A 1AA", latitude=51.5, longitude=-0.1, radius_m=9_000)
    window = Interval(f.at(0), f.at(0, day=days))
    online, at_home = hourly(*members), hourly(*members, place=Place(51.5, -0.1))
    for asked, queries in ((online, 2), (at_home, 2)):
        with CaptureQueriesContext(connection) as captured:
            found = open_slots(asked, window=window, now=NOW)
        assert found
        assert len(captured) == queries


def test_the_first_free_time_is_found_near_and_far() -> None:
    sam = f.staff()
    asked = hourly(sam)
    assert first_free(asked, now=NOW) == slots_at(asked, start=f.at(9, day=-3), now=NOW)[0]
    TimeOff.objects.create(staff_member=sam, off_from=NOW, off_until=NOW + 40 * f.DAY)
    found = first_free(asked, now=NOW)
    assert found is not None
    assert found.start == f.at(8, day=37)  # nine in London, where the clocks have changed
    TimeOff.objects.create(staff_member=sam, off_from=NOW, off_until=NOW + 400 * f.DAY)
    assert first_free(asked, now=NOW) is None


def test_the_first_free_time_is_found_more_than_a_year_ahead() -> None:
    sam = f.staff()
    TimeOff.objects.create(staff_member=sam, off_from=NOW, off_until=NOW + 450 * f.DAY)
    asked = replace(hourly(sam), rules=Rules(slot_interval=3600, horizon_days=500))
    found = first_free(asked, now=NOW)
    assert found is not None
    assert found.start >= NOW + 450 * f.DAY
    assert first_free(replace(asked, rules=Rules(slot_interval=3600, horizon_days=440)), now=NOW) is None


def test_nearest_looks_a_week_around_and_never_back_in_time() -> None:
    sam = f.staff(hours=None)
    WorkingHours.objects.create(staff_member=sam, weekday=3, start_minute=540, end_minute=660)  # Thursday
    found = nearest(hourly(sam), start=f.at(9), now=f.at(8))
    assert [slot.start for slot in found] == [f.at(9, day=3), f.at(10, day=3)]


def test_people_are_ranked_by_the_rule() -> None:
    near, far = f.staff("Near"), f.staff("Far")
    for member, latitude in ((far, 51.60), (near, 51.51)):
        Area.objects.create(
            staff_member=member, postcode="SW1A 1AA", latitude=latitude, longitude=-0.1, radius_m=50_000
        )
    here = Place(51.5, -0.1)
    asked = hourly(far, near, assignment=AssignmentRule.NEAREST, place=here)
    order = ranked(asked, slots_at(asked, start=f.at(9), now=NOW), now=NOW)
    assert [slot.staff_ids[0] for slot in order] == [str(near.pk), str(far.pk)]
    asked = hourly(far, near, assignment=AssignmentRule.ROUND_ROBIN, place=here)
    hold(actor=STRANGER, request=hourly(near), start=f.at(12), owner="one", minutes=15, now=f.NOW)
    order = ranked(asked, slots_at(asked, start=f.at(9), now=NOW), now=NOW)
    assert order[0].staff_ids == (str(far.pk),)


def test_times_alone_give_the_same_starts_as_whole_claims() -> None:
    sam, sid = f.staff("Sam"), f.staff("Sid")
    asked = f.request(f.segment(f.service(), sam, sid, before=10, after=15), rules=Rules(slot_interval=900))
    for hour, minute, who, kept in (
        (15, 0, sam, 90),
        (9, 30, sam, 90),
        (12, 15, sid, 1),
        (10, 45, sid, 90),
    ):  # in no order
        hold(
            actor=STRANGER,
            request=asked,
            start=f.at(hour, minute),
            staff_ids=[str(who.pk)],
            owner=f"{hour}",
            minutes=kept,
            now=f.NOW,
        )
    TimeOff.objects.create(staff_member=sam, off_from=f.at(11, 30), off_until=f.at(12))
    for now in (NOW, NOW + 60, NOW + 90 * 60):
        whole = problem_for(asked, window=MONDAY, now=now)
        lean = problem_for(asked, window=MONDAY, now=now, times_only=True)
        assert not any(calendar.taken for calendar in lean.calendars)
        assert slots.starts_by_staff(lean) == slots.starts_by_staff(whole)
        assert slots.first_free(lean) == slots.first_free(whole)
    assert problem_for(asked, window=MONDAY, now=NOW, times_only=True).calendars[0].claimed.starts


@pytest.mark.parametrize("late", [0, 7 * 60, 7 * 60 + 23, 3 * 3600])
def test_the_first_free_time_of_many_people_is_the_first_of_all(late: int) -> None:
    """Whoever it is, and at however crooked a minute it is asked: as when all are looked at together."""
    team = [f.staff(f"Sam {number}", hours=(11, 17)) for number in range(FEW + 2)]
    team += [f.staff("Early", hours=(9, 17)), f.staff("Half past", hours=None), f.staff("Once", hours=None)]
    half, once = team[-2:]
    WorkingHours.objects.create(staff_member=half, weekday=4, start_minute=10 * 60 + 10, end_minute=1020)
    DateOverride.objects.create(staff_member=once, on_date=date(2026, 2, 27), spans=[[11 * 60 + 5, 780]])
    asked, now, found = hourly(*team), f.at(9, day=-3) + late, []
    for _ in range(5):
        whole = problem_for(asked, window=Interval(now, now + 10 * f.DAY), now=now)
        first = first_free(asked, now=now)
        assert first is not None
        assert first == slots.first_free(whole)
        found.append(first)
        TimeOff.objects.create(staff_member_id=first.staff_ids[0], off_from=now, off_until=first.start + 3600)
    assert len({slot.staff_ids for slot in found}) > 1


def test_the_first_free_time_takes_four_queries_however_late_it_is() -> None:
    sam = f.staff(hours=None)
    DateOverride.objects.create(staff_member=sam, on_date=date(2026, 4, 20), spans=[[600, 660]])
    asked = hourly(sam)
    with CaptureQueriesContext(connection) as captured:
        found = first_free(asked, now=NOW)
    assert found is not None
    assert clock.instant(found.start).date() == date(2026, 4, 20)
    assert len(captured) <= 4
