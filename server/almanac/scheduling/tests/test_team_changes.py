"""Changes by the team: previewed, decided again under the lock, told once, at the price that was sold."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from almanac.catalog.models import Offering
from almanac.outbox.models import EventRow
from almanac.scheduling.actions.blocks import block_time
from almanac.scheduling.models import Appointment, Claim, TimeOff
from tests.cast import Person
from tests.shop import WEDNESDAY_TEN, Booked, Shop, Visitor

pytestmark = pytest.mark.django_db
HOUR = timedelta(hours=1)
TWO = WEDNESDAY_TEN + 4 * HOUR


@pytest.fixture
def made(shop: Shop, nora: Visitor) -> Booked:
    """Nora's clean with Sam on Wednesday at ten: an hour at her door, and 15 minutes after."""
    return nora.booked(shop)


def ask(person: Person, made: Booked, what: str, to: Any = TWO, **more: Any) -> Any:
    headers = {"if_match": str(more.pop("seen"))} if "seen" in more else {}
    return person.post(f"/appointments/{made.visit.pk}/{what}", {"starts_at": to.isoformat(), **more}, **headers)


def preview(person: Person, made: Booked, to: Any = TWO, **more: Any) -> Any:
    answer = ask(person, made, "change/preview", to, **more)
    assert answer.status_code == 200, answer.content
    return answer.json()


def change(person: Person, made: Booked, to: Any = TWO, **more: Any) -> Any:
    return ask(person, made, "change", to, **more)


def codes(found: Any) -> list[tuple[str, bool]]:
    return [(item["code"], item["may_override"]) for item in found["objections"]]


def test_a_preview_saves_nothing_and_says_who_is_told(ada: Person, shop: Shop, made: Booked, rows: Any) -> None:
    before = rows()
    seen = preview(ada, made, staff_member_id=str(shop.sid.pk))
    assert rows() == before
    assert (seen["is_free"], seen["is_possible"], seen["objections"]) == (True, True, [])
    assert (seen["starts_at"], seen["ends_at"]) == ("2026-03-04T14:00:00Z", "2026-03-04T15:00:00Z")
    assert seen["tells_customer"]["name"] == "Nora Newcomer"
    assert [one["name"] for one in seen["tells_staff"]] == ["Sid", "Sam"]
    assert (seen["zone"], seen["others"], seen["changes_nothing"]) == ("Europe/London", 0, False)


def test_a_visit_moves_and_its_price_stays(ada: Person, made: Booked) -> None:
    sold = made.order.total_amount
    answer = change(ada, made, seen=made.visit.revision)
    assert (answer.status_code, answer.json()["starts_at"]) == (200, "2026-03-04T14:00:00Z")
    visit = made.visit
    assert (visit.starts_at, visit.ends_at, visit.reschedules) == (TWO, TWO + HOUR, 0)
    assert made.order.total_amount == sold
    claim = Claim.objects.get()
    assert claim.blocked_until - claim.blocked_from == 75 * 60


def test_longer_is_an_override_of_this_visit_alone(ada: Person, shop: Shop, made: Booked) -> None:
    assert change(ada, made, WEDNESDAY_TEN, minutes=150).status_code == 200
    visit = made.visit
    assert (visit.starts_at, visit.ends_at - visit.starts_at) == (WEDNESDAY_TEN, timedelta(minutes=150))
    assert made.order.total_amount == 4_000
    shop.clean.refresh_from_db()
    assert shop.clean.duration_minutes == 60
    payload = EventRow.objects.get(name="scheduling.appointment_moved").payload
    assert payload["ends_at"] - payload["old_ends_at"] == 90 * 60


def test_another_person_takes_over_and_the_first_is_free_again(
    ada: Person, shop: Shop, made: Booked, rival: Visitor
) -> None:
    Offering.objects.filter(service=shop.clean, staff_member=shop.sid).update(price_amount=9_000, duration_minutes=30)
    assert change(ada, made, WEDNESDAY_TEN, staff_member_id=str(shop.sid.pk)).status_code == 200
    visit = made.visit
    assert (visit.staff_member_id, visit.ends_at - visit.starts_at) == (shop.sid.pk, HOUR)
    assert made.order.total_amount == 4_000
    rival.booked(shop, staff=shop.sam)


def test_somebody_elses_time_is_never_taken(ada: Person, shop: Shop, made: Booked, rival: Visitor) -> None:
    rival.booked(shop, TWO, staff=shop.sam)
    assert codes(preview(ada, made, TWO + HOUR / 2)) == [("busy", False)]
    answer = change(ada, made, TWO + HOUR / 2, agreed=["busy", "hours", "buffer"])
    assert (answer.status_code, answer.json()["code"], codes(answer.json())) == (409, "not_free", [("busy", False)])
    assert made.visit.starts_at == WEDNESDAY_TEN
    # Fifteen minutes to tidy up belong to the other visit too.
    assert codes(preview(ada, made, TWO + HOUR)) == [("buffer", False)]


def test_a_kept_time_absences_and_blocks_stand_too(ada: Person, shop: Shop, made: Booked, rival: Visitor) -> None:
    rival.ready(shop, TWO, staff=shop.sam)
    assert codes(preview(ada, made)) == [("hold", False)]
    sam, start = shop.sam, made.visit.starts + 86_400
    TimeOff.objects.create(staff_member=sam, off_from=start, off_until=start + 3600)
    assert codes(preview(ada, made, WEDNESDAY_TEN + 24 * HOUR)) == [("time_off", False)]
    friday = WEDNESDAY_TEN + 48 * HOUR
    block_time(actor=ada.actor, staff_id=sam.pk, starts_at=friday, ends_at=friday + HOUR, now=WEDNESDAY_TEN)
    assert codes(preview(ada, made, friday)) == [("busy", False)]


def test_rules_of_the_house_are_put_aside_by_saying_so(ada: Person, shop: Shop, made: Booked) -> None:
    evening = WEDNESDAY_TEN + 9 * HOUR
    assert codes(preview(ada, made, evening)) == [("hours", True)]
    assert change(ada, made, evening).json()["code"] == "not_free"
    assert change(ada, made, evening, agreed=["lead_time"]).json()["code"] == "not_free"
    assert change(ada, made, evening, agreed=["hours"]).status_code == 200
    assert made.visit.starts_at == evening
    shop.rules(lead_time_minutes=14 * 24 * 60, daily_limit=1)
    assert codes(preview(ada, made)) == [("lead_time", True)]
    assert codes(preview(ada, made, TWO + timedelta(minutes=7))) == [("lead_time", True), ("off_grid", True)]


def test_nobody_moves_into_the_past(ada: Person, shop: Shop, made: Booked) -> None:
    assert ("lead_time", False) in codes(preview(ada, made, WEDNESDAY_TEN - 72 * HOUR))
    answer = change(ada, made, WEDNESDAY_TEN - 72 * HOUR, agreed=["lead_time", "hours", "off_grid"])
    assert answer.json()["code"] == "not_free"


def test_outside_the_area_may_be_agreed_to(ada: Person, shop: Shop, made: Booked) -> None:
    shop.sid.areas.all().update(radius_m=600, latitude=51.0)
    assert codes(preview(ada, made, staff_member_id=str(shop.sid.pk))) == [("area", True)]
    shop.sid.areas.all().delete()
    assert codes(preview(ada, made, staff_member_id=str(shop.sid.pk))) == [("area", True)]
    assert change(ada, made, staff_member_id=str(shop.sid.pk), agreed=["area"]).status_code == 200


def test_only_to_those_who_deliver_it(ada: Person, shop: Shop, made: Booked) -> None:
    Offering.objects.filter(service=shop.clean, staff_member=shop.sid).delete()
    assert codes(preview(ada, made, staff_member_id=str(shop.sid.pk))) == [("not_offered", False)]
    assert change(ada, made, staff_member_id=str(shop.sid.pk), agreed=["not_offered"]).status_code == 409
    assert change(ada, made).status_code == 200  # whoever has it keeps it, though nobody else may begin


def test_each_within_what_they_look_after(
    shop: Shop, made: Booked, sam: Person, sid: Person, max_: Person, mia: Person, nora: Visitor
) -> None:
    to_sid = {"staff_member_id": str(shop.sid.pk)}
    assert change(sid, made).status_code == 404
    assert change(mia, made).status_code == 404
    assert change(nora, made).status_code == 401
    for person in (sam, max_):  # neither may look into Sid's calendar
        assert ask(person, made, "change/preview", **to_sid).status_code == 403
        assert change(person, made, **to_sid).status_code == 403
    assert change(sam, made).status_code == 200
    assert change(max_, made, WEDNESDAY_TEN).status_code == 200


def test_a_customer_does_not_come_through_the_teams_door(shop: Shop, cleo: Person) -> None:
    made = Visitor(cleo.user).booked(shop)
    assert change(cleo, made).status_code == 403


def test_what_began_or_is_called_off_stays(ada: Person, shop: Shop, made: Booked, nora: Visitor) -> None:
    shop.clock.move_to(WEDNESDAY_TEN)
    assert change(ada, made, TWO).json()["code"] == "wrong_state"
    shop.clock.move_to(WEDNESDAY_TEN - 48 * HOUR)
    nora.post(f"/appointments/{made.visit.pk}/cancel", {}, x_order_token=made.token)
    assert change(ada, made).json()["code"] == "wrong_state"


def test_of_two_dispatchers_the_second_is_told(ada: Person, max_: Person, made: Booked) -> None:
    seen = made.visit.revision
    assert change(max_, made, seen=seen).status_code == 200
    answer = change(ada, made, TWO + HOUR, seen=seen)
    assert (answer.status_code, answer.json()["code"]) == (412, "changed_meanwhile")
    assert made.visit.starts_at == TWO


def test_what_changes_nothing_tells_nobody(ada: Person, made: Booked) -> None:
    assert preview(ada, made, WEDNESDAY_TEN)["changes_nothing"]
    assert change(ada, made, WEDNESDAY_TEN).status_code == 200
    assert not EventRow.objects.filter(name="scheduling.appointment_moved").exists()
    assert made.visit.revision == 1


@pytest.mark.parametrize("minutes", [0, 4, 24 * 60 + 1])
def test_absurd_lengths_are_refused(ada: Person, made: Booked, minutes: int) -> None:
    assert change(ada, made, minutes=minutes).status_code == 422


def test_a_change_takes_a_constant_number_of_queries(ada: Person, shop: Shop, made: Booked) -> None:
    counted = []
    for number in range(2):
        with CaptureQueriesContext(connection) as captured:
            assert change(ada, made, TWO + number * HOUR).status_code == 200
        counted.append(len(captured))
        for day in range(5, 12 if number == 0 else 5):
            Visitor().booked(shop, WEDNESDAY_TEN + timedelta(days=day), staff=shop.sam)
    assert counted[0] == counted[1], counted


def test_an_undo_is_a_change_back(ada: Person, shop: Shop, made: Booked) -> None:
    change(ada, made, TWO, staff_member_id=str(shop.sid.pk), minutes=90)
    back = change(ada, made, WEDNESDAY_TEN, staff_member_id=str(shop.sam.pk), minutes=60)
    assert back.status_code == 200
    visit = made.visit
    assert (visit.starts_at, visit.ends_at, visit.staff_member_id) == (
        WEDNESDAY_TEN,
        WEDNESDAY_TEN + HOUR,
        shop.sam.pk,
    )
    assert Appointment.objects.get().state == "confirmed"
