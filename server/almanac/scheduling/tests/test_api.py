"""The doors: who sees and changes which appointments and hours, and what they are told."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

import pytest

from almanac.catalog.models import Offering, Service
from almanac.engine import codec, slots
from almanac.kit import clock
from almanac.scheduling.actions.reservations import reserve
from almanac.scheduling.models import Appointment, BusyBlock, WorkingHours
from almanac.scheduling.tests import factories as f
from tests.cast import Person

pytestmark = pytest.mark.django_db


@pytest.fixture
def clean(sam: Person) -> Service:
    """A service that Sam delivers, nine to five, any day."""
    made = f.service(of=sam.staff.business)
    Offering.objects.create(service=made, staff_member=sam.staff)
    WorkingHours.objects.bulk_create(
        WorkingHours(staff_member=sam.staff, weekday=day, start_minute=540, end_minute=1020) for day in range(7)
    )
    return made


def soon() -> int:
    """Nine in the morning, UTC, in ten days: the doors read the real clock."""
    return clock.epoch(clock.now()) // f.DAY * f.DAY + 10 * f.DAY + 9 * f.HOUR


def visit(sam: Person, clean: Service, who: Person, *, start: int, state: str = "confirmed") -> Appointment:
    asked = f.request(f.segment(clean, sam.staff))
    item = f.reservation(asked, f.slot(asked, start, sam.staff), who.customer, state=state)
    return reserve(actor=who.actor, reservations=[item], now=clock.now())[0][0]


def test_each_sees_their_own(
    sam: Person, sid: Person, max_: Person, ada: Person, cleo: Person, otto: Person, stranger: Person, clean: Service
) -> None:
    made = visit(sam, clean, cleo, start=soon() + 4 * f.HOUR)
    people = (sam, sid, max_, ada, cleo, otto, stranger)
    seen = [person.get(f"/appointments/{made.pk}").status_code for person in people]
    assert seen == [200, 404, 200, 200, 200, 404, 401]
    assert [item["id"] for item in sam.get("/appointments").json()["items"]] == [str(made.pk)]
    assert sid.get("/appointments").json()["items"] == []


def test_what_may_be_done_is_told(sam: Person, cleo: Person, clean: Service) -> None:
    made = visit(sam, clean, cleo, start=soon() + 4 * f.HOUR, state="pending")
    assert sam.get(f"/appointments/{made.pk}").json()["can"] == {
        "cancel": True,
        "move": True,
        "confirm": True,
        "decline": True,
        "complete": False,
        "mark_no_show": False,
        "mark_not_served": False,
        "restore": False,
        "undo_move": False,
        "undo_no_show": False,
    }
    mine = cleo.get(f"/appointments/{made.pk}").json()
    assert not any(mine["can"].values())  # what a customer may is told with the order
    assert (mine["staff_member"]["name"], mine["zone"], mine["state"]) == ("Sam", "Europe/London", "pending")


def test_the_team_confirms_and_declines_once(sam: Person, sid: Person, cleo: Person, clean: Service) -> None:
    one = visit(sam, clean, cleo, start=soon() + 4 * f.HOUR, state="pending")
    two = visit(sam, clean, cleo, start=soon() + 6 * f.HOUR, state="pending")
    assert sid.post(f"/appointments/{one.pk}/confirm").status_code == 404
    assert cleo.post(f"/appointments/{one.pk}/confirm").status_code == 403
    assert sam.post(f"/appointments/{one.pk}/confirm").json()["state"] == "confirmed"
    again = sam.post(f"/appointments/{one.pk}/confirm")
    assert (again.status_code, again.json()["code"], again.json()["state"]) == (409, "wrong_state", "confirmed")
    assert sam.post(f"/appointments/{two.pk}/decline", {"reason": "ill"}).json()["cancelled_by"] == "staff"
    assert sam.post(f"/appointments/{one.pk}/complete").json()["code"] == "wrong_state"


def test_the_list_costs_the_same_for_any_number(
    sam: Person, cleo: Person, clean: Service, django_assert_max_num_queries: Any
) -> None:
    for day in range(6):
        visit(sam, clean, cleo, start=soon() + day * f.DAY + 4 * f.HOUR)
    with django_assert_max_num_queries(7):  # session, user, staff member, scope, the page
        page = sam.get("/appointments?limit=5").json()
    assert len(page["items"]) == 5
    rest = sam.get(f"/appointments?limit=5&cursor={page['next_cursor']}").json()
    assert (len(rest["items"]), rest["next_cursor"]) == (1, None)


def test_a_list_is_narrowed(sam: Person, cleo: Person, clean: Service) -> None:
    for day in range(3):
        visit(sam, clean, cleo, start=soon() + day * f.DAY + 4 * f.HOUR)
    second = clock.instant(soon() + f.DAY).isoformat().replace("+00:00", "Z")
    assert len(sam.get(f"/appointments?starting_from={second}").json()["items"]) == 2
    assert len(sam.get(f"/appointments?starting_before={second}&state=confirmed").json()["items"]) == 1
    assert sam.get("/appointments?state=cancelled").json()["items"] == []
    newest = sam.get("/appointments?newest_first=true&limit=1").json()["items"][0]
    assert newest["starts_at"] > second


def test_a_week_is_replaced_by_whoever_saw_the_last_one(sam: Person, sid: Person, max_: Person, clean: Service) -> None:
    path = f"/staff-members/{sam.staff.pk}/hours"
    seen = sam.get(path).json()
    assert (len(seen["spans"]), seen["zone"]) == (7, "Europe/London")
    week = {"spans": [{"weekday": 0, "start_minute": 1320, "end_minute": 1560}]}
    assert sid.put(path, week).status_code == 403
    changed = max_.put(path, week, if_match=seen["fingerprint"])
    assert [span["end_minute"] for span in changed.json()["spans"]] == [1560]
    assert sam.put(path, week, if_match=seen["fingerprint"]).status_code == 412
    assert sam.put(path, week, if_match=changed.json()["fingerprint"]).status_code == 200


@pytest.mark.parametrize(
    ("spans", "code"),
    [
        ([{"weekday": 0, "start_minute": 600, "end_minute": 600}], "invalid_input"),
        ([{"weekday": 7, "start_minute": 600, "end_minute": 700}], "invalid_input"),
        ([{"weekday": 0, "start_minute": 1440, "end_minute": 1500}], "invalid_input"),
        (
            [
                {"weekday": 1, "start_minute": 540, "end_minute": 700},
                {"weekday": 1, "start_minute": 699, "end_minute": 800},
            ],
            "hours_overlap",
        ),
    ],
)
def test_a_week_that_makes_no_sense_is_refused(sam: Person, spans: list[dict[str, int]], code: str) -> None:
    answer = sam.put(f"/staff-members/{sam.staff.pk}/hours", {"spans": spans})
    assert (answer.status_code, answer.json()["code"]) == (422, code)


def test_single_dates_and_time_off_come_and_go(sam: Person, cleo: Person) -> None:
    base = f"/staff-members/{sam.staff.pk}"
    assert sam.put(f"{base}/overrides/2026-12-24", {"spans": [[540, 720]]}).json() == {
        "on_date": "2026-12-24",
        "spans": [[540, 720]],
    }
    assert sam.put(f"{base}/overrides/2026-12-25", {"spans": []}).status_code == 200
    listed = sam.get(f"{base}/overrides?first_on=2026-12-01&last_on=2026-12-31").json()
    assert [item["on_date"] for item in listed] == ["2026-12-24", "2026-12-25"]
    assert sam.delete(f"{base}/overrides/2026-12-24").status_code == 204
    assert sam.delete(f"{base}/overrides/2026-12-24").status_code == 404
    away = {"starts_at": "2026-12-28T00:00:00Z", "ends_at": "2026-12-30T00:00:00Z", "reason": "skiing"}
    assert cleo.post(f"{base}/time-off", away).status_code == 403
    made = sam.post(f"{base}/time-off", away).json()
    between = "starting_from=2026-12-29T00:00:00Z&starting_before=2027-01-01T00:00:00Z"
    assert [item["id"] for item in sam.get(f"{base}/time-off?{between}").json()] == [made["id"]]
    assert sam.delete(f"/time-off/{made['id']}").status_code == 204
    backwards = {"starts_at": away["ends_at"], "ends_at": away["starts_at"]}
    assert sam.post(f"{base}/time-off", backwards).status_code == 422


def test_blocked_time_names_what_it_lies_over(sam: Person, sid: Person, cleo: Person, clean: Service) -> None:
    made = visit(sam, clean, cleo, start=soon() + 4 * f.HOUR)
    wanted = {
        "staff_member_id": str(sam.staff.pk),
        "starts_at": clock.instant(soon()).isoformat(),
        "ends_at": (clock.instant(soon()) + timedelta(hours=8)).isoformat(),
        "note": "dentist",
    }
    assert sid.post("/busy-blocks", wanted).status_code == 403
    answer = sam.post("/busy-blocks", wanted)
    assert (answer.status_code, answer.json()["conflicts"]) == (201, [str(made.pk)])
    assert sid.delete(f"/busy-blocks/{answer.json()['id']}").status_code == 403
    assert sam.delete(f"/busy-blocks/{answer.json()['id']}").status_code == 204
    assert not BusyBlock.objects.exists()


def test_why_not_explains_a_day_and_hands_it_out_as_a_file(
    sam: Person, otto: Person, cleo: Person, clean: Service
) -> None:
    start = soon() + 4 * f.HOUR
    made = visit(sam, clean, cleo, start=start)
    asked = {"staff": sam.staff.pk, "service": clean.pk, "on_date": clock.instant(start).date()}
    assert otto.post("/why-not", asked).status_code == 403
    day = sam.post("/why-not", {**asked, "with_problem": True}).json()
    starts = {clock.epoch(datetime.fromisoformat(item["starts_at"])): item for item in day["starts"]}
    taken = starts[start]
    assert (taken["is_open"], taken["reasons"][0]["code"]) == (False, "busy")
    assert taken["reasons"][0]["reference"] == str(made.claim_id)
    assert taken["smallest_change"]["kind"] == "release"
    assert any(item["is_open"] for item in day["starts"])
    problem = codec.from_json(day["problem"])
    assert slots.find(problem, start, (str(sam.staff.pk),)) is None
    assert [item for item, shown in starts.items() if shown["is_open"]] == slots.starts_by_staff(problem)[
        str(sam.staff.pk)
    ]
    assert sam.post("/why-not", asked).json()["problem"] is None
