"""The change simulator: what breaks, for whose eyes, with which fix; and saving what was shown."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from random import Random
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from almanac.catalog.models import Offering
from almanac.engine.facts import Code
from almanac.engine.problem import Place, ServiceArea
from almanac.engine.trials import WHEN_BOOKED
from almanac.kit import clock, ids
from almanac.kit.actor import ScopeAction
from almanac.outbox.models import EventRow
from almanac.places.models import Area
from almanac.scheduling.actions import areas, hours
from almanac.scheduling.actions.holidays import add_holidays
from almanac.scheduling.actions.time_off import add_time_off
from almanac.scheduling.models import Appointment, Claim, WorkingHours
from almanac.scheduling.queries import tried
from almanac.scheduling.queries.simulator import simulate
from almanac.scheduling.queries.team_changes import Wish, objections_to, plan
from tests.cast import Person
from tests.shop import NOW, WEDNESDAY_TEN, Booked, Shop, Visitor

pytestmark = pytest.mark.django_db
HOUR = timedelta(hours=1)
AFTERNOONS = {"spans": [{"weekday": day, "start_minute": 720, "end_minute": 1020} for day in range(7)]}
OFF = {"starts_at": "2026-03-04T00:00:00Z", "ends_at": "2026-03-05T00:00:00Z"}


@pytest.fixture
def made(shop: Shop, nora: Visitor) -> Booked:
    """Nora's clean with Sam on Wednesday at ten: an hour at her door, and 15 minutes after."""
    return nora.booked(shop)


def hours_of(shop: Shop) -> str:
    return f"/staff-members/{shop.sam.pk}/hours"


def preview(person: Person, path: str, body: Any) -> Any:
    answer = person.post(f"{path}/preview", body)
    assert answer.status_code == 200, answer.content
    return answer.json()


def test_a_preview_names_what_breaks_with_both_fixes_and_saves_nothing(
    ada: Person, shop: Shop, made: Booked, rows: Any
) -> None:
    before = rows()
    found = preview(ada, hours_of(shop), AFTERNOONS)
    assert rows() == before
    (visit,) = found["broken"]
    assert (visit["customer_name"], visit["service"], visit["staff_name"]) == ("Nora Newcomer", "Clean", "Sam")
    assert (visit["codes"], visit["starts_at"], visit["zone"]) == (["hours"], "2026-03-04T10:00:00Z", "Europe/London")
    assert visit["move_to"] == "2026-03-04T12:00:00Z"
    assert visit["give_to"] == {"staff_member_id": str(shop.sid.pk), "name": "Sid", "agreed": []}
    assert (found["unnamed"], found["broken_already"]) == (0, 0)


def test_nothing_breaks_and_it_is_said(ada: Person, shop: Shop, made: Booked) -> None:
    mornings = {"spans": [{"weekday": day, "start_minute": 540, "end_minute": 720} for day in range(7)]}
    assert preview(ada, hours_of(shop), mornings) == {"broken": [], "unnamed": 0, "broken_already": 0, "seen": "none"}
    assert ada.put(hours_of(shop), mornings, bookings_seen="none").status_code == 200


def test_saving_what_was_shown_and_what_was_not(ada: Person, shop: Shop, made: Booked, rival: Visitor) -> None:
    seen = preview(ada, hours_of(shop), AFTERNOONS)["seen"]
    rival.booked(shop, WEDNESDAY_TEN + 24 * HOUR, staff=shop.sam, name="Rita Rival", email="rita@example.com")
    for token in (seen, "none"):
        late = ada.put(hours_of(shop), AFTERNOONS, bookings_seen=token)
        assert (late.status_code, late.json()["code"]) == (409, "bookings_changed")
        assert [visit["customer_name"] for visit in late.json()["broken"]] == ["Nora Newcomer", "Rita Rival"]
    assert WorkingHours.objects.filter(staff_member=shop.sam, start_minute=720).count() == 0
    assert ada.put(hours_of(shop), AFTERNOONS, bookings_seen=late.json()["seen"]).status_code == 200
    assert WorkingHours.objects.filter(staff_member=shop.sam, start_minute=720).count() == 7
    assert ada.put(hours_of(shop), AFTERNOONS, bookings_seen="?!").status_code == 422


def test_what_broke_less_by_then_is_saved(ada: Person, shop: Shop, made: Booked, rival: Visitor) -> None:
    other = rival.booked(shop, WEDNESDAY_TEN + 24 * HOUR, staff=shop.sam, email="rita@example.com")
    seen = preview(ada, hours_of(shop), AFTERNOONS)["seen"]
    afternoon = {"starts_at": (WEDNESDAY_TEN + 27 * HOUR).isoformat()}
    assert ada.post(f"/appointments/{other.visit.pk}/change", afternoon).status_code == 200
    assert ada.put(hours_of(shop), AFTERNOONS, bookings_seen=seen).status_code == 200


def test_without_the_header_it_is_saved_as_ever(ada: Person, shop: Shop, made: Booked) -> None:
    assert ada.put(hours_of(shop), AFTERNOONS).status_code == 200


def test_each_door_asks_and_each_door_saves(ada: Person, sam: Person, shop: Shop, made: Booked) -> None:
    staff = f"/staff-members/{shop.sam.pk}"
    area = Area.objects.get(staff_member=shop.sam)
    far = {"point": {"latitude": 51.60, "longitude": -0.05}, "radius_m": 1_000, "name": "North"}
    closed = {"days": [{"on_date": "2026-03-04", "name": "Party"}]}
    doors: list[tuple[str, Any, str, Callable[..., Any], str, Any]] = [
        (
            f"{staff}/overrides/2026-03-04",
            {"spans": []},
            "hours",
            ada.put,
            f"{staff}/overrides/2026-03-04",
            {"spans": []},
        ),
        (f"{staff}/time-off", OFF, "time_off", ada.post, f"{staff}/time-off", OFF),
        ("/businesses/valclean/holidays", closed, "hours", ada.post, "/businesses/valclean/holidays", closed),
        (f"/areas/{area.pk}", far, "area", ada.put, f"/areas/{area.pk}", far),
    ]
    for path, body, code, save, where, what in doors:
        found = preview(ada, path, body)
        assert (path, [visit["codes"] for visit in found["broken"]]) == (path, [[code]])
        refused = save(where, what, bookings_seen="none")
        assert (refused.status_code, refused.json()["code"]) == (409, "bookings_changed")
    assert preview(ada, f"/areas/{area.pk}", {"removed": True})["broken"][0]["codes"] == ["area"]
    assert ada.delete(f"/areas/{area.pk}", bookings_seen="none").json()["code"] == "bookings_changed"
    assert ada.delete(f"/areas/{area.pk}", bookings_seen=found["seen"]).status_code == 204


def test_dropping_a_longer_date_breaks_what_was_booked_on_it(ada: Person, shop: Shop, rival: Visitor) -> None:
    WorkingHours.objects.filter(staff_member=shop.sam, weekday=2).delete()
    path = f"/staff-members/{shop.sam.pk}/overrides/2026-03-04"
    assert ada.put(path, {"spans": [[540, 1020]]}).status_code == 200
    rival.booked(shop)
    seen = preview(ada, path, {"spans": None})
    assert len(seen["broken"]) == 1
    assert ada.delete(path, bookings_seen="none").status_code == 409
    assert ada.delete(path, bookings_seen=seen["seen"]).status_code == 204


def test_a_request_asks_nothing_and_granting_it_does(sam: Person, max_: Person, shop: Shop, made: Booked) -> None:
    asked = sam.post(f"/staff-members/{shop.sam.pk}/time-off", OFF, bookings_seen="none")
    assert asked.json()["state"] == "requested"
    answer = f"/time-off/{asked.json()['id']}/answer"
    refused = max_.post(answer, {"granted": True}, bookings_seen="none")
    assert (refused.status_code, refused.json()["code"]) == (409, "bookings_changed")
    assert max_.post(answer, {"granted": True}, bookings_seen=refused.json()["seen"]).status_code == 200


def test_each_sees_the_visits_they_look_after_and_gives_where_they_may(
    sam: Person, max_: Person, shop: Shop, made: Booked
) -> None:
    """Sam may move his own and give it to nobody; neither may Max, whose scope holds Sam alone."""
    for person in (sam, max_):
        (visit,) = preview(person, hours_of(shop), AFTERNOONS)["broken"]
        assert (visit["move_to"], visit["give_to"]) == ("2026-03-04T12:00:00Z", None)


def test_who_may_not_see_the_visit_is_told_a_number(max_: Person, shop: Shop, made: Booked) -> None:
    scope = max_.account.manager_scope
    scope.actions = [ScopeAction.STAFF.value]
    scope.save()
    found = preview(max_, hours_of(shop), AFTERNOONS)
    assert (found["broken"], found["unnamed"]) == ([], 1)
    assert max_.put(hours_of(shop), AFTERNOONS, bookings_seen="none").json()["broken"] == []


def test_whoever_may_not_make_the_change_may_not_try_it(
    sid: Person, cleo: Person, stranger: Person, max_: Person, shop: Shop, made: Booked
) -> None:
    assert [person.post(f"{hours_of(shop)}/preview", AFTERNOONS).status_code for person in (sid, cleo, stranger)] == [
        403,
        403,
        401,
    ]
    closed = {"days": [{"on_date": "2026-03-04", "name": "Party"}]}
    assert max_.post("/businesses/valclean/holidays/preview", closed).status_code == 403
    assert max_.post(f"/staff-members/{shop.sid.pk}/time-off/preview", OFF).status_code == 403


def test_a_dearer_person_is_not_offered_and_a_busy_one_neither(
    ada: Person, shop: Shop, made: Booked, rival: Visitor
) -> None:
    Offering.objects.filter(service=shop.clean, staff_member=shop.sid).update(price_amount=9_000)
    assert preview(ada, hours_of(shop), AFTERNOONS)["broken"][0]["give_to"] is None
    Offering.objects.filter(service=shop.clean, staff_member=shop.sid).update(price_amount=4_000)
    assert preview(ada, hours_of(shop), AFTERNOONS)["broken"][0]["give_to"]["name"] == "Sid"
    rival.booked(shop, staff=shop.sid, email="rita@example.com")
    assert preview(ada, hours_of(shop), AFTERNOONS)["broken"][0]["give_to"] is None


def test_the_fix_goes_through_the_teams_door(ada: Person, shop: Shop, made: Booked) -> None:
    (visit,) = preview(ada, hours_of(shop), AFTERNOONS)["broken"]
    ada.put(hours_of(shop), AFTERNOONS)
    path = f"/appointments/{visit['appointment_id']}/change"
    moved = ada.post(path, {"starts_at": visit["move_to"]}, if_match=str(visit["revision"]))
    assert (moved.status_code, moved.json()["starts_at"]) == (200, visit["move_to"])
    assert preview(ada, hours_of(shop), AFTERNOONS)["broken"] == []


def test_somebody_ill_today_hands_on_in_spite_of_the_lead_time(ada: Person, shop: Shop, made: Booked) -> None:
    shop.clock.move_to(WEDNESDAY_TEN - HOUR)
    (visit,) = preview(ada, f"/staff-members/{shop.sam.pk}/time-off", OFF)["broken"]
    assert visit["give_to"]["agreed"] == ["lead_time"]
    given = {"starts_at": visit["starts_at"], "staff_member_id": visit["give_to"]["staff_member_id"]}
    path = f"/appointments/{visit['appointment_id']}/change"
    assert ada.post(path, given).json()["code"] == "not_free"
    assert ada.post(path, {**given, "agreed": visit["give_to"]["agreed"]}).status_code == 200


def test_visits_that_broke_a_rule_before_are_counted_apart(ada: Person, shop: Shop, made: Booked) -> None:
    evening = {"starts_at": (WEDNESDAY_TEN + 9 * HOUR).isoformat(), "agreed": ["hours"]}
    assert ada.post(f"/appointments/{made.visit.pk}/change", evening).status_code == 200
    found = preview(ada, hours_of(shop), AFTERNOONS)
    assert (found["broken"], found["broken_already"]) == ([], 1)
    assert preview(ada, f"/staff-members/{shop.sam.pk}/time-off", OFF)["broken"][0]["codes"] == ["time_off"]


def test_what_has_begun_is_cancelled_or_done_is_left_alone(ada: Person, shop: Shop, made: Booked) -> None:
    shop.clock.move_to(WEDNESDAY_TEN)
    assert preview(ada, hours_of(shop), AFTERNOONS)["broken"] == []


def booked_many(shop: Shop, count: int, random: Random) -> list[Appointment]:
    """So many cleans of Sam's on different days and hours, some of them outside his hours or area."""
    made = []
    customer = Appointment.objects.get().customer
    address = Appointment.objects.get().address
    for n in range(count):
        day, hour = divmod(n, 4)
        start = datetime(2026, 3, 5, 9, tzinfo=UTC) + timedelta(
            days=day, hours=2 * hour + random.choice([0, 0, 0, 0, 12])
        )
        begin = clock.epoch(start)
        claim = Claim.objects.create(
            staff=shop.sam, service=shop.clean, kind="appointment", latitude=51.465, longitude=-0.156,
            blocked_from=begin, blocked_until=begin + 4500, core_from=begin, core_until=begin + 3600,
        )  # fmt: skip
        made.append(
            Appointment.objects.create(
                business=shop.business,
                service=shop.clean,
                staff_member=shop.sam,
                customer=customer,
                address=address,
                claim=claim,
                visit_id=ids.new_id(),
                venue="customer",
                starts_at=start,
                ends_at=start + HOUR,
                buffer_after_seconds=900,
                zone="Europe/London",
                state="confirmed",
                uid=f"many-{n}@almanac",
            )
        )
    return made


def stands_against(ada: Person, row: Appointment) -> set[Code]:
    """As the team's own door judges the visit where it stands."""
    planned = plan(ada.actor, row.pk, Wish(row.starts), now=NOW)
    return {found.code for found in objections_to(planned, now=NOW)} - WHEN_BOOKED


@pytest.mark.parametrize("kind", ["week", "date", "time_off", "holidays", "areas", "no_areas"])
def test_the_list_equals_judging_every_visit_before_and_after(ada: Person, shop: Shop, made: Booked, kind: str) -> None:
    random = Random(kind)
    rows = booked_many(shop, 24, random)
    area = Area.objects.get(staff_member=shop.sam)
    on, actor = date(2026, 3, 7), ada.actor
    week = [hours.SpanOfWeek(day, 540 + 60 * random.randrange(6), 1020 - 60 * random.randrange(3)) for day in range(6)]
    away = (datetime(2026, 3, 6, 12, tzinfo=UTC), datetime(2026, 3, 8, 12, tzinfo=UTC))
    changes: dict[str, tuple[tried.Tried, Callable[[], Any]]] = {
        "week": (
            tried.week(shop.sam.pk, week),
            lambda: hours.set_working_hours(actor=actor, staff_id=shop.sam.pk, spans=week, now=NOW),
        ),
        "date": (
            tried.one_date(shop.sam.pk, on, [(720, 900)]),
            lambda: hours.set_override(actor=actor, staff_id=shop.sam.pk, on_date=on, spans=[(720, 900)], now=NOW),
        ),
        "time_off": (
            tried.time_off(shop.sam.pk, *away),
            lambda: add_time_off(actor=actor, staff_id=shop.sam.pk, starts_at=away[0], ends_at=away[1], now=NOW),
        ),
        "holidays": (
            tried.holidays(shop.business.pk, [on, on + timedelta(days=1)]),
            lambda: add_holidays(
                actor=actor, business_id=shop.business.pk, days={on: "A", on + timedelta(days=1): "B"}, now=NOW
            ),
        ),
        "areas": (
            tried.areas(shop.sam.pk, [ServiceArea(Place(51.6, 0.0), 1_000)]),
            lambda: Area.objects.filter(pk=area.pk).update(latitude=51.6, longitude=0.0, radius_m=1_000),
        ),
        "no_areas": (
            tried.areas(shop.sam.pk, []),
            lambda: areas.remove_area(actor=actor, area_id=area.pk, now=NOW),
        ),
    }
    what, save = changes[kind]
    before = {row.pk: stands_against(ada, row) for row in rows}
    found = simulate(ada.actor, what, language="en", now=NOW)
    save()
    blamed = {row.pk: stands_against(ada, row) - before[row.pk] for row in rows}
    expected = {pk: codes for pk, codes in blamed.items() if codes}
    simulated = {item.appointment_id: set(item.codes) for item in found.broken if item.appointment_id != made.visit.pk}
    assert simulated == expected
    assert expected
    for item in found.broken:  # and every move can be done as it was proposed, after all those before it
        if item.move_to is not None:
            move = {"starts_at": item.move_to.isoformat()}
            assert ada.post(f"/appointments/{item.appointment_id}/change", move).status_code == 200


def test_it_takes_no_more_queries_for_more_visits(ada: Person, shop: Shop, made: Booked) -> None:
    counted = []
    for count in (10, 200):
        Appointment.objects.filter(uid__startswith="many-").delete()
        Claim.objects.exclude(appointments=made.visit).delete()
        booked_many(shop, count, Random(1))
        with CaptureQueriesContext(connection) as captured:
            found = simulate(ada.actor, tried.week(shop.sam.pk, []), language="en", now=NOW)
        counted.append(len(captured))
        assert len(found.broken) >= count / 2
    assert counted[0] == counted[1] <= 9, counted


def test_nobody_is_written_to_by_trying(ada: Person, shop: Shop, made: Booked) -> None:
    before = EventRow.objects.count()
    preview(ada, hours_of(shop), AFTERNOONS)
    assert EventRow.objects.count() == before
