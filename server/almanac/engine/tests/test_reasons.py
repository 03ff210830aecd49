"""Each reason code with its facts, and the change that opens the start."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from almanac.engine.changes import Change, ChangeKind, apply_change
from almanac.engine.errors import InvalidProblem
from almanac.engine.facts import Code, Reason
from almanac.engine.problem import Place, Problem, ServiceArea, TakenKind, TimedBlock, TravelRule
from almanac.engine.proposals import ALL_KINDS, Audience
from almanac.engine.reasons import Refusal, explain, explain_day
from almanac.engine.slots import find
from almanac.engine.tests.factories import at, between, daily, on, override, person, problem, service, taken

SOHO, CAMDEN = Place(51.5136, -0.1365), Place(51.539, -0.1426)
HOLD_UNTIL = at("2026-06-09 08:00")


def refused(asked: Problem, start: int, **options: object) -> Refusal:
    refusal = explain(asked, start, asked.calendars[0].staff_id, **options)  # type: ignore[arg-type]
    assert refusal is not None
    return refusal


TABLE = [
    (
        problem(),
        "16:30",
        Reason(Code.HOURS, between("09:00", "17:00"), why="weekly"),
        Change(ChangeKind.MORE_HOURS, span=between("17:00", "17:30")),
    ),
    (
        problem(person(holidays=frozenset({date(2026, 6, 9)}), hours=daily("09:00-12:00"))),
        "10:00",
        Reason(Code.HOURS, between("09:00", "12:00", "2026-06-08"), why="holiday"),
        Change(ChangeKind.MORE_HOURS, span=between("10:00", "11:00")),
    ),
    (
        problem(person(overrides=(override("2026-06-09", "14:00-17:00"),))),
        "13:00",
        Reason(Code.HOURS, between("14:00", "17:00"), why="override"),
        Change(ChangeKind.MORE_HOURS, span=between("13:00", "14:00")),
    ),
    (
        problem(person(service_hours=(("wash", daily("09:00-12:00")),))),
        "12:00",
        Reason(Code.HOURS, between("09:00", "12:00"), why="service_hours"),
        Change(ChangeKind.MORE_HOURS, span=between("12:00", "13:00")),
    ),
    (
        problem(person(breaks=daily("12:00-12:30"))),
        "12:00",
        Reason(Code.BREAK, between("12:00", "12:30")),
        Change(ChangeKind.SKIP_BREAK, span=between("12:00", "12:30")),
    ),
    (
        problem(),
        "10:05",
        Reason(Code.OFF_GRID, until=on("10:15"), need=900),
        Change(ChangeKind.START_HERE, seconds=300),
    ),
    (
        problem(person(time_off=(between("10:00", "11:00"),))),
        "10:30",
        Reason(Code.TIME_OFF, between("10:00", "11:00"), why="time_off"),
        Change(ChangeKind.CANCEL_TIME_OFF, span=between("10:00", "11:00")),
    ),
    (
        problem(person(blocks=(TimedBlock(on("10:00"), on("11:00")),))),
        "10:30",
        Reason(Code.BUSY, between("10:00", "11:00"), why="busy"),
        Change(ChangeKind.IGNORE_BLOCK, span=between("10:00", "11:00")),
    ),
    (
        problem(person(taken=(taken("10:00", "11:00", reference="A-1"),))),
        "10:30",
        Reason(Code.BUSY, between("10:00", "11:00"), "A-1", why="appointment"),
        Change(ChangeKind.RELEASE, span=between("10:00", "11:00"), reference="A-1"),
    ),
    (
        problem(
            person(taken=(taken("10:00", "11:00", kind=TakenKind.HOLD, expires_at=HOLD_UNTIL, reference="H-1"),)),
            now="2026-06-09 07:55",
        ),
        "11:00",
        None,
        None,
    ),
    (
        problem(
            person(taken=(taken("10:00", "11:00", kind=TakenKind.HOLD, expires_at=HOLD_UNTIL, reference="H-1"),)),
            now="2026-06-09 07:55",
        ),
        "10:45",
        Reason(Code.HOLD, between("10:00", "11:00"), "H-1", HOLD_UNTIL, 0, -900),
        Change(ChangeKind.RELEASE, span=between("10:00", "11:00"), reference="H-1"),
    ),
    (
        problem(person(taken=(taken("09:00", "10:00", after=10, reference="A-1"),)), ask=(service(before=15),)),
        "10:15",
        Reason(Code.BUFFER, between("09:00", "10:10"), "A-1", None, 1500, 900, "appointment"),
        Change(ChangeKind.LESS_BUFFER, before=300, after=0),
    ),
    (
        problem(
            person(taken=(taken("09:00", "10:00", place=SOHO, reference="A-1"),)),
            place=CAMDEN,
            travel=TravelRule(speed_m_per_h=10_000, detour_percent=100),
        ),
        "10:15",
        Reason(Code.TRAVEL, between("09:00", "10:00"), "A-1", None, 1029, 900),
        Change(ChangeKind.RELEASE, span=between("09:00", "10:00"), reference="A-1"),
    ),
    (
        problem(now="2026-06-09 08:30", lead_time=7200),
        "10:00",
        Reason(Code.LEAD_TIME, until=on("10:30")),
        Change(ChangeKind.SOONER, seconds=5400),
    ),
    (
        problem(now="2026-06-06 12:00", horizon_days=2),
        "10:00",
        Reason(Code.HORIZON, until=at("2026-06-09 00:00")),
        Change(ChangeKind.LONGER_HORIZON, amount=3),
    ),
    (
        problem(person(daily_limit=1, taken=(taken("09:00", "10:00"),)), daily_limit=2),
        "12:00",
        Reason(Code.LIMIT, need=2, have=1),
        Change(ChangeKind.RAISE_LIMIT, amount=2),
    ),
    (
        problem(person(areas=(ServiceArea(SOHO, 2000),)), place=CAMDEN),
        "12:00",
        Reason(Code.AREA, need=2856, have=2000),
        Change(ChangeKind.WIDER_AREA, amount=2856),
    ),
    (
        problem(ask=(service(capacity=4),), seats=5),
        "12:00",
        Reason(Code.CAPACITY, need=5, have=4),
        Change(ChangeKind.MORE_SEATS, amount=5),
    ),
    (
        problem(
            person(taken=(taken("12:00", "13:00", service_id="wash", seats_taken=3, capacity=4, reference="G"),)),
            ask=(service(capacity=4),),
            seats=2,
        ),
        "12:00",
        Reason(Code.CAPACITY, between("12:00", "13:00"), "G", need=2, have=1),
        Change(ChangeKind.MORE_SEATS, amount=5, span=between("12:00", "13:00")),
    ),
    (
        problem(ask=(service(staff_ids=("ben",)),)),
        "12:00",
        Reason(Code.NOT_OFFERED),
        Change(ChangeKind.OFFER),
    ),
]


@pytest.mark.parametrize(("asked", "time", "reason", "change"), TABLE)
def test_each_reason_with_its_facts_and_the_setting_that_opens_it(
    asked: Problem, time: str, reason: Reason | None, change: Change | None
) -> None:
    staff_id = asked.calendars[0].staff_id
    if reason is None:
        assert explain(asked, on(time), staff_id) is None
        return
    refusal = refused(asked, on(time))
    assert refusal.reasons == (reason,)
    assert refusal.smallest_change == change
    changed, start, who = apply_change(asked, on(time), staff_id, change) if change else (asked, 0, "")
    assert find(changed, start, (who,)) is not None


def test_all_that_apply_are_named() -> None:
    ana = person(breaks=daily("12:00-13:00"), taken=(taken("12:30", "13:30"),), daily_limit=1)
    asked = problem(ana, now="2026-06-09 11:00", lead_time=7200)
    refusal = refused(asked, on("12:10"))
    assert [reason.code for reason in refusal.reasons] == ["lead_time", "break", "off_grid", "busy", "limit"]
    assert refusal.smallest_change is not None
    assert [step.kind for step in refusal.smallest_change.steps] == ["sooner", "skip_break", "start_here", "release"]


def test_too_long_for_any_span() -> None:
    asked = problem(person("ana", "08:00-12:00", "13:00-17:00"), ask=(service(300),))
    assert refused(asked, on("08:00")).reasons[:1] == (Reason(Code.TOO_LONG, need=18_000, have=14_400),)


def test_outside_the_window_nothing_more_is_claimed() -> None:
    refusal = refused(problem(), on("10:00", "2026-06-10"))
    assert [reason.code for reason in refusal.reasons] == ["window"]
    assert refusal.smallest_change == Change(ChangeKind.OTHER_START, start=on("16:00"), staff_id="ana")


class TestCustomers:
    BUSY = person("ana", "09:00-12:00", taken=(taken("10:30", "12:00"),))

    def test_shorter_comes_first(self) -> None:
        refusal = refused(problem(self.BUSY, person("ben")), on("10:00"), audience=Audience.CUSTOMER)
        assert refusal.smallest_change == Change(ChangeKind.SHORTER, seconds=1800)

    def test_then_another_person(self) -> None:
        refusal = refused(problem(self.BUSY, person("ben")), on("10:15"), audience=Audience.CUSTOMER)
        assert refusal.smallest_change == Change(ChangeKind.OTHER_STAFF, staff_id="ben")

    def test_then_the_nearest_other_start(self) -> None:
        refusal = refused(problem(self.BUSY), on("10:15"), audience=Audience.CUSTOMER)
        assert refusal.smallest_change == Change(ChangeKind.OTHER_START, start=on("09:30"), staff_id="ana")

    def test_the_earlier_of_two_equally_near(self) -> None:
        ana = person("ana", "09:00-13:00", taken=(taken("10:00", "11:00"),))
        refusal = refused(problem(ana, interval=60), on("10:00"), audience=Audience.CUSTOMER)
        assert refusal.smallest_change == Change(ChangeKind.OTHER_START, start=on("09:00"), staff_id="ana")

    def test_fewer_seats(self) -> None:
        refusal = refused(problem(ask=(service(capacity=4),), seats=5), on("10:00"), audience=Audience.CUSTOMER)
        assert refusal.smallest_change == Change(ChangeKind.FEWER_SEATS, amount=4)

    def test_what_is_not_allowed_is_not_offered(self) -> None:
        allowed = ALL_KINDS - {ChangeKind.SHORTER, ChangeKind.OTHER_STAFF}
        asked = problem(self.BUSY, person("ben"))
        refusal = refused(asked, on("10:00"), audience=Audience.CUSTOMER, allowed=allowed)
        assert refusal.smallest_change == Change(ChangeKind.OTHER_START, start=on("09:30"), staff_id="ana")

    def test_nothing_at_all(self) -> None:
        assert refused(problem(person(hours=())), on("10:00"), audience=Audience.CUSTOMER).smallest_change is None

    def test_staff_are_offered_the_customers_changes_where_settings_cannot_help(self) -> None:
        refusal = refused(problem(now="2026-06-09 12:00"), on("10:00"))
        assert refusal.smallest_change == Change(ChangeKind.OTHER_START, start=on("12:00"), staff_id="ana")


def test_a_day_for_the_screen() -> None:
    ana = person("ana", "09:10-10:25", taken=(taken("07:05", "07:35", service_id="wash", capacity=3),))
    asked = problem(ana, ask=(service(30, capacity=3),), interval=30)
    shown = {verdict.start: verdict for verdict in explain_day(asked, "ana", date(2026, 6, 9))}
    assert [start for start, verdict in shown.items() if verdict.slot] == [on("07:05"), on("09:10"), on("09:40")]
    assert on("10:10") in shown
    assert on("00:00") in shown
    assert on("23:30") in shown
    assert on("09:30") not in shown


def test_somebody_unknown_is_an_error() -> None:
    with pytest.raises(InvalidProblem):
        explain(problem(), on("10:00"), "zoe")


def test_a_team_service_is_explained_for_one_person_doing_all() -> None:
    asked = problem(person("ana"), ask=(service(60), service(60, "iron", staff_ids=("ben",))))
    assert [reason.code for reason in refused(asked, on("10:00")).reasons] == ["not_offered"]
    both = replace(asked, ask=replace(asked.ask, segments=(service(60), service(60, "iron"))))
    assert explain(both, on("10:00"), "ana") is None
