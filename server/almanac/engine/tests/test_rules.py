"""Each sentence of docs/algorithms/slots.md under "Rules" as an example."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from almanac.engine.problem import (
    AllDayBlock,
    Interval,
    Place,
    Problem,
    ServiceArea,
    Slot,
    TakenKind,
    TimedBlock,
    Transparency,
    TravelRule,
    WeeklySpan,
)
from almanac.engine.slots import find, open_slots, open_starts
from almanac.engine.tests.factories import (
    at,
    between,
    daily,
    on,
    override,
    person,
    problem,
    service,
    taken,
    times,
    wall,
    weekday,
)

SOHO, CAMDEN, BRIGHTON = Place(51.5136, -0.1365), Place(51.539, -0.1426), Place(50.8225, -0.1372)


def starts(asked: Problem) -> list[str]:
    """The first person's starts, as wall time in that person's zone."""
    return times(open_starts(asked.calendars[0], asked), asked.calendars[0].zone)


class TestHours:
    def test_starts_lie_at_span_start_plus_k_intervals(self) -> None:
        asked = problem(person("ana", "09:10-12:00"), interval=30)
        assert starts(asked) == ["09:10", "09:40", "10:10", "10:40"]

    def test_breaks_do_not_move_the_grid(self) -> None:
        asked = problem(person("ana", "09:10-12:00", breaks=daily("10:00-10:20")), interval=30)
        assert starts(asked) == ["10:40"]

    def test_appointments_and_time_off_do_not_move_the_grid(self) -> None:
        asked = problem(person(taken=(taken("09:00", "09:50"),), time_off=(between("12:05", "18:00"),)), interval=30)
        assert starts(asked) == ["10:00", "10:30", "11:00"]

    def test_a_wide_grid_of_one_span_does_not_reach_into_the_next(self) -> None:
        ana = person("ana", "09:00-10:00", "11:00-12:00", taken=(taken("09:30", "09:40"),))
        assert starts(problem(ana, interval=240, ask=(service(5),))) == ["09:00", "11:00"]

    def test_touching_spans_are_one(self) -> None:
        asked = problem(person("ana", "09:00-10:30", "10:30-12:00"), interval=60)
        assert starts(asked) == ["09:00", "10:00", "11:00"]

    def test_touching_spans_are_one_across_midnight(self) -> None:
        hours = weekday(1, "22:10-24:00") + weekday(2, "00:00-02:00")
        assert starts(problem(person(hours=hours), interval=40, days=2)) == [
            "22:10",
            "22:50",
            "23:30",
            "00:10",
            "00:50",
        ]

    def test_open_day_and_night_counts_from_each_midnight(self) -> None:
        assert starts(problem(person("ana", "00:00-24:00"), interval=7 * 60)) == ["00:00", "07:00", "14:00", "21:00"]

    def test_a_span_runs_over_midnight(self) -> None:
        asked = problem(person(hours=weekday(1, "22:00-26:00")), interval=60, days=2)
        assert starts(asked) == ["22:00", "23:00", "00:00", "01:00"]

    def test_an_override_replaces_hours_breaks_and_service_hours(self) -> None:
        ana = person(
            overrides=(override("2026-06-09", "10:00-14:00"),),
            breaks=daily("12:00-13:00"),
            service_hours=(("wash", daily("09:00-11:00")),),
        )
        assert starts(problem(ana, interval=60)) == ["10:00", "11:00", "12:00", "13:00"]

    def test_an_override_without_spans_is_closed(self) -> None:
        assert starts(problem(person(overrides=(override("2026-06-09"),)))) == []

    def test_overrides_of_one_date_count_together(self) -> None:
        both = (override("2026-06-09", "10:00-11:00"), override("2026-06-09", "11:00-12:00"))
        assert starts(problem(person(overrides=both), interval=30)) == ["10:00", "10:30", "11:00"]

    def test_a_holiday_closes_and_an_override_opens_again(self) -> None:
        holiday = frozenset({date(2026, 6, 9)})
        assert starts(problem(person(holidays=holiday))) == []
        again = person(holidays=holiday, overrides=(override("2026-06-09", "09:00-10:00"),))
        assert starts(problem(again)) == ["09:00"]

    @pytest.mark.parametrize(
        "closing", [{"holidays": frozenset({date(2026, 6, 10)})}, {"overrides": (override("2026-06-10"),)}]
    )
    def test_a_closed_date_cuts_what_spills_into_it(self, closing: dict[str, Any]) -> None:
        ana = person(hours=weekday(1, "22:00-26:00"), **closing)
        assert starts(problem(ana, interval=60, days=2)) == ["22:00", "23:00"]

    def test_a_break_is_cut_by_an_override_it_would_spill_into(self) -> None:
        ana = person(
            "ana",
            "20:00-24:00",
            breaks=weekday(1, "23:00-25:00"),
            overrides=(override("2026-06-10", "00:00-02:00"),),
        )
        assert starts(problem(ana, interval=60, day="2026-06-10")) == ["00:00", "01:00"]

    def test_a_break_holds_on_hours_that_spill_from_the_day_before(self) -> None:
        ana = person(hours=weekday(1, "22:00-26:00"), breaks=weekday(2, "00:30-01:00"))
        assert starts(problem(ana, interval=30, days=2)) == ["22:00", "22:30", "23:00", "23:30", "01:00"]

    def test_service_hours_narrow_and_carry_the_grid(self) -> None:
        ana = person(service_hours=(("wash", daily("10:10-12:00")),))
        assert starts(problem(ana, interval=15)) == ["10:10", "10:25", "10:40", "10:55"]
        assert starts(problem(ana, interval=240, ask=(service(service_id="iron"),))) == ["09:00", "13:00"]

    def test_each_service_of_a_run_stays_within_its_own_hours(self) -> None:
        ana = person(service_hours=(("iron", daily("12:00-14:00")),))
        asked = problem(ana, interval=30, ask=(service(60), service(60, "iron")))
        assert starts(asked) == ["11:00", "11:30", "12:00"]

    def test_extra_hours_are_cut_by_nothing(self) -> None:
        ana = person(
            "ana",
            breaks=daily("18:30-19:00"),
            holidays=frozenset({date(2026, 6, 9)}),
            extra_hours=(between("18:00", "20:00"),),
        )
        assert starts(problem(ana, interval=30)) == ["18:00", "18:30", "19:00"]

    def test_a_service_longer_than_any_span_has_no_slot(self) -> None:
        assert starts(problem(person("ana", "08:00-12:00", "13:00-17:00"), ask=(service(300),))) == []


class TestWallTime:
    def test_a_missing_wall_time_is_read_with_the_offset_before_the_gap(self) -> None:
        asked = problem(person("ana", "01:30-04:00"), day="2026-03-29", interval=60)
        assert starts(asked) == ["02:30"]

    def test_a_span_that_ends_before_it_begins_on_that_night_is_empty(self) -> None:
        asked = problem(person("ana", "01:30-02:15"), day="2026-03-29", ask=(service(15),))
        assert starts(asked) == []

    def test_a_repeated_wall_time_is_the_first(self) -> None:
        late = problem(person("ana", "01:30-05:00"), day="2026-10-25", interval=60)
        assert open_starts(late.calendars[0], late) == [
            at("2026-10-25 00:30", "UTC") + hour * 3600 for hour in range(4)
        ]
        early = problem(person("ana", "00:00-01:30"), day="2026-10-25", interval=30)
        assert open_starts(early.calendars[0], early) == [at("2026-10-24 23:00", "UTC"), at("2026-10-24 23:30", "UTC")]

    def test_a_half_hour_shift(self) -> None:
        howe = "Australia/Lord_Howe"
        asked = problem(person("ana", "01:00-04:00", zone=howe), day="2026-10-04", zone=howe, interval=60)
        assert starts(asked) == ["01:00", "02:30"]

    def test_a_date_the_zone_skips_has_no_hours(self) -> None:
        apia = "Pacific/Apia"
        friday = person(hours=weekday(4, "09:00-17:00"), zone=apia)
        assert starts(problem(friday, day="2011-12-29", days=3, zone=apia, now="2011-12-01 00:00")) == []

    def test_midnight_that_does_not_exist(self) -> None:
        sao = "America/Sao_Paulo"
        asked = problem(
            person("ana", "00:00-03:00", zone=sao), day="2018-11-04", zone=sao, now="2018-10-01 00:00", interval=60
        )
        assert starts(asked) == ["01:00", "02:00"]

    def test_wall_time_is_kept_over_a_change(self) -> None:
        asked = problem(person("ana", "09:00-10:00"), day="2026-03-28", days=3)
        assert starts(asked) == ["09:00"] * 3

    def test_viewer_and_staff_in_different_zones(self) -> None:
        kyiv = person("ana", "09:00-11:00", zone="Europe/Kyiv")
        asked = problem(kyiv, interval=60)
        assert times(open_starts(kyiv, asked)) == ["07:00", "08:00"]


class TestTaken:
    def test_touching_never_blocks(self) -> None:
        asked = problem(person("ana", "09:00-12:00", taken=(taken("10:00", "11:00"),)), interval=60)
        assert starts(asked) == ["09:00", "11:00"]

    def test_buffers_of_neighbours_add_up(self) -> None:
        ana = person("ana", "11:00-14:00", taken=(taken("10:00", "11:00", after=15),))
        assert starts(problem(ana, interval=5, ask=(service(before=10),)))[0] == "11:25"

    def test_buffers_may_lie_outside_hours_and_in_breaks(self) -> None:
        ana = person("ana", "09:00-12:00", breaks=daily("10:00-10:30"))
        assert starts(problem(ana, interval=30, ask=(service(before=30, after=30),))) == ["09:00", "10:30", "11:00"]

    def test_buffers_may_not_lie_over_busy_blocks_or_time_off(self) -> None:
        asked = (service(before=30, after=30),)
        busy = person("ana", "09:00-11:00", blocks=(TimedBlock(on("08:00"), on("08:45")),))
        assert starts(problem(busy, ask=asked)) == ["09:15", "09:30", "09:45", "10:00"]
        off = person("ana", "09:00-11:00", time_off=(between("11:00", "18:00"),))
        assert starts(problem(off, ask=asked)) == ["09:00", "09:15", "09:30"]

    def test_a_hold_is_over_at_its_instant(self) -> None:
        hold = taken("09:00", "17:00", kind=TakenKind.HOLD, expires_at=at("2026-06-09 08:05"))
        ana = person(taken=(hold,))
        before = problem(ana, now="2026-06-09 08:04:59")
        after = problem(ana, now="2026-06-09 08:05:00")
        assert starts(before) == []
        assert len(starts(after)) == 29

    def test_events_without_length_block_nothing(self) -> None:
        moment = between("10:00", "10:00")
        ana = person(
            "ana", "09:00-11:00", time_off=(moment,), blocks=(TimedBlock(*moment),), taken=(taken("10:00", "10:00"),)
        )
        assert starts(problem(ana, interval=30)) == ["09:00", "09:30", "10:00"]

    @pytest.mark.parametrize(
        ("shown", "blocks"), [(Transparency.BUSY, True), (Transparency.TENTATIVE, True), (Transparency.FREE, False)]
    )
    def test_free_events_are_ignored_and_tentative_ones_block(self, shown: Transparency, blocks: bool) -> None:
        ana = person("ana", "09:00-10:00", blocks=(TimedBlock(on("09:00"), on("09:10"), shown),))
        assert starts(problem(ana)) == ([] if blocks else ["09:00"])

    def test_an_all_day_event_blocks_its_dates_in_its_own_zone(self) -> None:
        tokyo = AllDayBlock(date(2026, 6, 9), date(2026, 6, 10), "Asia/Tokyo")
        ana = person("ana", "00:00-24:00", blocks=(tokyo,))
        assert starts(problem(ana, interval=60))[0] == "16:00"

    def test_an_all_day_event_on_a_night_of_change_is_as_long_as_the_date(self) -> None:
        london = AllDayBlock(date(2026, 10, 25), date(2026, 10, 26), "Europe/London")
        ana = person("ana", "00:00-24:00", blocks=(london,))
        assert starts(problem(ana, interval=60, day="2026-10-25")) == []


class TestTravel:
    FAST = TravelRule(speed_m_per_h=10_000, detour_percent=100)  # Soho to Camden: 2.86 km, 17 min 8 s

    def test_the_gap_is_the_larger_of_travel_and_buffers(self) -> None:
        ana = person("ana", "09:00-13:00", taken=(taken("09:00", "10:00", after=5, place=SOHO),))
        near = problem(ana, interval=1, place=CAMDEN, travel=self.FAST, ask=(service(before=5),))
        assert starts(near)[0] == "10:18"
        padded = problem(ana, interval=1, place=CAMDEN, travel=self.FAST, ask=(service(before=20),))
        assert starts(padded)[0] == "10:25"

    def test_it_holds_before_the_next_visit_too(self) -> None:
        ana = person("ana", "09:00-13:00", taken=(taken("12:00", "13:00", place=SOHO),))
        assert starts(problem(ana, interval=1, place=CAMDEN, travel=self.FAST))[-1] == "10:42"

    def test_the_same_place_and_online_visits_need_no_travel(self) -> None:
        rule = TravelRule(minimum=1800)
        ana = person("ana", "10:00-11:00", taken=(taken("09:00", "10:00", place=SOHO),))
        assert starts(problem(ana, place=SOHO, travel=rule)) == ["10:00"]
        assert starts(problem(ana, travel=rule)) == ["10:00"]
        assert starts(problem(ana, place=CAMDEN, travel=rule)) == []

    def test_an_online_visit_between_gives_no_extra_time(self) -> None:
        visits = (taken("09:00", "10:00", place=BRIGHTON), taken("10:00", "10:30"))
        ana = person("ana", "09:00-18:00", taken=visits)
        first = starts(problem(ana, interval=30, place=SOHO, travel=TravelRule(speed_m_per_h=50_000)))[0]
        assert first == "12:00"  # 76.8 km x 1.3 at 50 km/h is just under two hours

    def test_areas(self) -> None:
        ana = person(areas=(ServiceArea(SOHO, 3000), ServiceArea(BRIGHTON, 1)))
        assert starts(problem(ana, place=CAMDEN)) != []
        assert starts(problem(ana, place=BRIGHTON)) != []
        assert starts(problem(ana, place=Place(51.6, -0.1))) == []
        assert starts(problem(ana)) != []


class TestLimits:
    def test_lead_time_is_exact(self) -> None:
        asked = problem(person("ana", "09:00-11:00"), now="2026-06-09 08:30", lead_time=3600)
        assert starts(asked)[0] == "09:30"

    def test_the_horizon_counts_dates_in_the_staff_members_zone(self) -> None:
        auckland = person("ana", "09:00-10:00", zone="Pacific/Auckland")  # already the 9th there
        asked = problem(auckland, day="2026-06-08", days=6, now="2026-06-08 20:00", horizon_days=1)
        assert open_starts(auckland, asked) == [at("2026-06-08 21:00", "UTC"), at("2026-06-09 21:00", "UTC")]
        today = problem(person("ana", "09:00-10:00"), days=6, now="2026-06-09 06:00", horizon_days=0)
        assert starts(today) == ["09:00"]

    @pytest.mark.parametrize(("own", "shared"), [(2, None), (None, 2), (2, 5), (5, 2)])
    def test_the_smaller_daily_limit_holds_for_that_local_date(self, own: int | None, shared: int | None) -> None:
        visits = (taken("09:00", "10:00"), taken("12:00", "13:00"))
        ana = person(daily_limit=own, taken=visits)
        asked = problem(ana, days=2, interval=60, daily_limit=shared)
        assert starts(asked) == [f"{hour:02}:00" for hour in range(9, 17)]  # the next day only

    def test_live_holds_count_and_dead_ones_do_not(self) -> None:
        until = at("2026-06-09 08:00")
        ana = person(daily_limit=1, taken=(taken("09:00", "10:00", kind=TakenKind.HOLD, expires_at=until),))
        assert starts(problem(ana, now="2026-06-09 07:00")) == []
        assert starts(problem(ana, now="2026-06-09 08:00", interval=60))[0] == "09:00"


class TestSeveralServices:
    ASK = (service(30, "a", 10, 20), service(30, "b", 5, 15))

    def test_one_person_has_no_buffer_and_no_gap_between(self) -> None:
        ana = person("ana", "10:00-11:00", taken=(taken("09:00", "09:50"), taken("11:15", "12:00")))
        assert open_slots(problem(ana, ask=self.ASK)) == [Slot(on("10:00"), on("11:00"), ("ana", "ana"))]
        tight = person("ana", "10:00-11:00", taken=(taken("09:00", "09:51"),))
        assert open_slots(problem(tight, ask=self.ASK)) == []

    def test_different_persons_have_their_own_outer_buffers(self) -> None:
        ana = person("ana", "10:00-10:30", taken=(taken("09:00", "09:50"), taken("10:50", "12:00")))
        ben = person("ben", "10:30-11:00", taken=(taken("09:00", "10:25"), taken("11:15", "12:00")))
        assert open_slots(problem(ana, ben, ask=self.ASK)) == [Slot(on("10:00"), on("11:00"), ("ana", "ben"))]
        late = person("ben", "10:30-11:00", taken=(taken("09:00", "10:26"),))
        assert open_slots(problem(ana, late, ask=self.ASK)) == []

    def test_the_fewest_changes_then_the_order_listed(self) -> None:
        ana, ben, cy = person("ana", "09:00-10:30"), person("ben", "09:00-12:00"), person("cy", "09:00-12:00")
        found = {slot.start: slot.staff_ids for slot in open_slots(problem(ana, ben, cy, ask=self.ASK, interval=60))}
        assert found == {on("09:00"): ("ana", "ana"), on("10:00"): ("ben", "ben"), on("11:00"): ("ben", "ben")}

    def test_a_person_comes_twice_only_when_the_two_claims_fit(self) -> None:
        ask = (
            service(30, "a", after=20, staff_ids=("ana",)),
            service(30, "b", staff_ids=("ben",)),
            service(30, "c", before=10),
        )
        asked = problem(person("ana"), person("ben"), ask=ask, interval=60)
        assert open_slots(asked)[0].staff_ids == ("ana", "ben", "ben")
        only_ana = (ask[0], ask[1], service(30, "c", before=10, staff_ids=("ana",)))
        assert open_slots(problem(person("ana"), person("ben"), ask=only_ana, interval=60))[0].staff_ids == (
            "ana",
            "ben",
            "ana",
        )
        wide = (ask[0], ask[1], service(30, "c", before=11, staff_ids=("ana",)))
        twice = problem(person("ana"), person("ben", hours=()), ask=wide, interval=60)
        assert open_slots(twice) == []
        assert find(problem(person("ana"), person("ben"), ask=wide), on("10:00"), ("ana", "ben", "ana")) is None

    @pytest.mark.parametrize(("limit", "fits"), [(1, False), (2, True)])
    def test_coming_twice_counts_twice_against_the_daily_limit(self, limit: int, fits: bool) -> None:
        one_by_one = [("a", "ana"), ("b", "ben"), ("c", "ana")]
        ask = tuple(service(30, name, staff_ids=(who,)) for name, who in one_by_one)
        asked = problem(person("ana", daily_limit=limit), person("ben"), ask=ask)
        assert (find(asked, on("10:00"), ("ana", "ben", "ana")) is not None) is fits
        assert (open_slots(asked) != []) is fits

    def test_lengths_may_differ_by_person(self) -> None:
        ask = (service(60, durations=(("ben", 5400),)),)
        slots = open_slots(problem(person("ana", "09:00-10:30"), person("ben", "09:00-10:30"), ask=ask, interval=30))
        assert [(slot.end - slot.start, slot.staff_ids) for slot in slots if slot.start == on("09:00")] == [
            (3600, ("ana",)),
            (5400, ("ben",)),
        ]

    def test_a_run_counts_once_against_the_daily_limit(self) -> None:
        assert open_slots(problem(person(daily_limit=1), ask=self.ASK)) != []


class TestGroupSessions:
    ASK = (service(60, "yoga", capacity=10),)

    def session(self, seats: int, **fields: Any) -> Problem:
        ana = person(
            taken=(taken("10:05", "11:05", service_id="yoga", seats_taken=seats, capacity=10, **fields),),
            breaks=daily("10:30-10:45"),
            daily_limit=1,
        )
        return problem(ana, ask=self.ASK, seats=2)

    def test_a_standing_session_is_joined_off_the_grid_in_a_break_and_at_the_limit(self) -> None:
        assert starts(self.session(8)) == ["10:05"]

    def test_but_not_without_enough_seats(self) -> None:
        assert starts(self.session(9)) == []

    def test_nor_when_it_is_another_service_or_length(self) -> None:
        other = person("ana", "10:00-11:00", taken=(taken("10:00", "11:00", service_id="art", capacity=10),))
        assert starts(problem(other, ask=self.ASK)) == []
        longer = person("ana", "10:00-12:00", taken=(taken("10:00", "11:30", service_id="yoga", capacity=10),))
        assert starts(problem(longer, ask=self.ASK)) == []

    def test_an_absence_over_it_closes_it(self) -> None:
        asked = self.session(1)
        away = person(taken=asked.calendars[0].taken, time_off=(between("11:00", "12:00"),), daily_limit=1)
        assert starts(problem(away, ask=self.ASK)) == []

    def test_more_seats_than_the_capacity_are_refused(self) -> None:
        assert starts(problem(person(), ask=self.ASK, seats=11)) == []
        assert starts(problem(person(), seats=2)) == []


def test_an_interval_of_weekly_spans_is_kept_within_the_window() -> None:
    asked = problem(person("ana", "09:00-11:00"), interval=30)
    narrow = Problem(asked.calendars, asked.ask, asked.rules, Interval(on("09:30"), on("10:00")), asked.now)
    assert starts(narrow) == ["09:30"]


def test_hours_of_another_weekday_do_not_count() -> None:
    assert starts(problem(person(hours=(WeeklySpan(2, wall("09:00-10:00")),)))) == []


def test_spans_that_overlap_are_joined_as_instants_and_not_on_the_wall() -> None:
    """01:30 is missing on this night and read as 02:30 summer time, which is later than the 02:00 of the second break."""
    breaks = weekday(6, "00:00-01:30", "01:00-02:00")
    asked = problem(person("ana", "00:00-24:00", breaks=breaks), day="2026-03-29", interval=30, ask=(service(30),))
    assert starts(asked)[0] == "02:30"
