"""One visit, one after another: services in a row by one time, one claim for each person; and changes of it afterwards."""

from __future__ import annotations

from typing import Any

import pytest

from almanac.business.models import Business
from almanac.catalog.models import Offering, Service, Venue
from almanac.scheduling.models import Appointment, Claim, Hold
from tests.shop import WEDNESDAY_TEN, Shop, Visitor, days_from_now, make_service

pytestmark = pytest.mark.django_db
TEN = WEDNESDAY_TEN.isoformat().replace("+00:00", "Z")


@pytest.fixture
def garden(shop: Shop) -> Service:
    """Half an hour in the garden, by Sam and Sid alike."""
    return _at_the_door(shop, "garden", [shop.sam, shop.sid])


def _at_the_door(shop: Shop, slug: str, people: list[Any], **more: Any) -> Service:
    made = make_service(shop.business, shop.clean.category, slug, 2_000, Venue.CUSTOMER, duration_minutes=30, **more)
    for person in people:
        Offering.objects.create(service=made, staff_member=person)
    return made


def joined(visitor: Visitor, shop: Shop, *services: Service) -> Any:
    visitor.place()
    for service in services:
        visitor.want(service)
    lines = [line["id"] for line in visitor.basket()["lines"]]
    return visitor.post("/basket/visits", {"line_ids": lines})


def times(lines: list[dict[str, Any]]) -> list[tuple[str, str, str]]:
    return [(line["starts_at"][11:16], line["ends_at"][11:16], line["staff"]["name"]) for line in lines]


def test_one_person_does_one_after_another_in_one_claim(shop: Shop, garden: Service, nora: Visitor) -> None:
    basket = joined(nora, shop, shop.clean, garden).json()
    assert len({line["visit"] for line in basket["lines"]}) == 1
    assert basket["can_join"] == []
    lines = nora.hold(staff=shop.sam).json()["lines"]
    assert times(lines) == [("10:00", "11:00", "Sam"), ("11:00", "11:30", "Sam")]
    claim, hold = Claim.objects.get(), Hold.objects.get()
    assert claim.core_until - claim.core_from == 90 * 60
    assert claim.kind == "hold"
    assert hold.line == nora.line_id()
    nora.type_in()
    assert nora.book().status_code == 200
    visits = list(Appointment.objects.order_by("position"))
    assert len({visit.visit_id for visit in visits}) == 1
    assert {visit.claim_id for visit in visits} == {claim.pk}
    assert [visit.order_line.name for visit in visits] == ["Clean", "Garden"]


def test_two_people_come_one_after_another_where_nobody_does_both(shop: Shop, nora: Visitor) -> None:
    garden = _at_the_door(shop, "sids-garden", [shop.sid])
    Offering.objects.filter(service=shop.clean, staff_member=shop.sid).delete()
    joined(nora, shop, shop.clean, garden)
    lines = nora.hold().json()["lines"]
    assert times(lines) == [("10:00", "11:00", "Sam"), ("11:00", "11:30", "Sid")]
    assert Claim.objects.count() == 2
    nora.type_in()
    assert nora.book().status_code == 200
    assert Claim.objects.filter(kind="appointment").count() == 2
    assert not Hold.objects.exists()


def test_free_times_are_those_of_the_whole_visit(shop: Shop, nora: Visitor) -> None:
    garden = _at_the_door(shop, "sids-garden", [shop.sid])
    joined(nora, shop, shop.clean, garden)
    found = nora.get(f"/slots?line={nora.line_id(1)}&first_on=2026-03-04&last_on=2026-03-04").json()
    assert {person["name"]: person["does_all"] for person in found["staff"]} == {"Sam": False, "Sid": True}
    last = found["days"][0]["slots"][-1]
    assert (last["starts_at"][11:16], last["ends_at"][11:16]) == ("15:30", "17:00")
    ten = next(slot for slot in found["days"][0]["slots"] if slot["starts_at"] == TEN)
    assert [found["staff"][number]["name"] for number in ten["staff"]] == ["Sid"]
    first = nora.get(f"/slots/first?line={nora.line_id()}").json()
    assert first["starts_at"]


def test_a_person_who_cannot_do_all_is_refused_by_name(shop: Shop, nora: Visitor) -> None:
    garden = _at_the_door(shop, "sids-garden", [shop.sid])
    joined(nora, shop, shop.clean, garden)
    answer = nora.hold(staff=shop.sam)
    assert (answer.status_code, answer.json()["code"]) == (409, "slot_taken")


def test_two_people_named_each_keep_what_they_were_named_for(shop: Shop, garden: Service, nora: Visitor) -> None:
    nora.place()
    nora.want(shop.clean, preferred_staff=[str(shop.sid.pk)])
    nora.want(garden, preferred_staff=[str(shop.sam.pk)])
    lines = [line["id"] for line in nora.basket()["lines"]]
    assert nora.post("/basket/visits", {"line_ids": lines}).status_code == 200
    found = nora.get(f"/slots?line={lines[0]}&first_on=2026-03-04&last_on=2026-03-04").json()
    assert {person["name"]: person["does_all"] for person in found["staff"]} == {"Sam": False, "Sid": False}
    assert times(nora.hold().json()["lines"]) == [("10:00", "11:00", "Sid"), ("11:00", "11:30", "Sam")]
    nora.type_in()
    assert nora.book().status_code == 200
    assert Claim.objects.filter(kind="appointment").count() == 2


def test_what_is_changed_gives_up_the_time_of_all(shop: Shop, garden: Service, nora: Visitor) -> None:
    joined(nora, shop, shop.clean, garden)
    nora.hold()
    line = nora.line_id()
    changed = nora.patch(f"/basket/lines/{line}", {"extras": [{"extra_id": str(shop.oven.pk)}]}).json()
    assert [each["state"] for each in changed["lines"]] == ["open", "open"]
    assert not Claim.objects.exists()
    lines = nora.hold().json()["lines"]
    assert [each["ends_at"][11:16] for each in lines] == ["11:30", "12:00"]


def test_parting_gives_each_its_own_time_again(shop: Shop, garden: Service, nora: Visitor) -> None:
    joined(nora, shop, shop.clean, garden)
    nora.hold()
    parted = nora.delete(f"/basket/visits/{nora.line_id(1)}").json()
    assert [(line["visit"], line["state"]) for line in parted["lines"]] == [(None, "open"), (None, "open")]
    assert parted["can_join"] == [[line["id"] for line in parted["lines"]]]
    assert not Claim.objects.exists()


def test_taking_the_first_out_leaves_an_ordinary_line(shop: Shop, garden: Service, nora: Visitor) -> None:
    joined(nora, shop, shop.clean, garden)
    nora.hold()
    first = nora.line_id()
    left = nora.delete(f"/basket/lines/{first}").json()
    assert [(line["visit"], line["state"]) for line in left["lines"]] == [(None, "open")]
    assert not Claim.objects.exists()
    back = nora.post(f"/basket/lines/{first}/restore", {}).json()
    assert [(line["service_slug"], line["visit"], line["state"]) for line in back["lines"]] == [
        ("clean", None, "open"),
        ("garden", None, "open"),
    ]


@pytest.mark.parametrize("reason", ["one_line", "not_at_the_door", "another_business", "for_a_group"])
def test_what_cannot_be_one_visit(shop: Shop, garden: Service, nora: Visitor, reason: str) -> None:
    other = garden
    if reason == "not_at_the_door":
        other = shop.call
    if reason == "for_a_group":
        other = _at_the_door(shop, "class", [shop.sam], capacity=4)
    if reason == "another_business":
        rivals = Business.objects.create(slug="rivals", name="Rivals", order_prefix="RV")
        other = make_service(rivals, garden.category, "rival", 1_000, Venue.CUSTOMER)
        Offering.objects.create(service=other, staff_member=shop.sam)
    services = [shop.clean] if reason == "one_line" else [shop.clean, other]
    answer = joined(nora, shop, *services)
    assert (answer.status_code, answer.json()["code"], answer.json()["reason"]) == (409, "cannot_join", reason)


def test_a_line_that_is_gone_cannot_be_joined(shop: Shop, garden: Service, nora: Visitor) -> None:
    joined(nora, shop, shop.clean, garden)
    gone = nora.line_id()
    nora.delete(f"/basket/lines/{gone}")
    answer = nora.post("/basket/visits", {"line_ids": [gone, nora.line_id()]})
    assert (answer.status_code, answer.json()["code"]) == (404, "line_unknown")


def booked(visitor: Visitor, shop: Shop, garden: Service) -> dict[str, str]:
    joined(visitor, shop, shop.clean, garden)
    visitor.hold(days_from_now(4), staff=shop.sam)
    visitor.type_in()
    return {"x-order-token": visitor.book().json()["token"]}


def test_moving_one_part_moves_the_visit(shop: Shop, garden: Service, nora: Visitor) -> None:
    link = booked(nora, shop, garden)
    second = Appointment.objects.order_by("position")[1]
    found = nora.client.get(
        f"/api/slots?appointment={second.pk}&first_on=2026-03-07&last_on=2026-03-07", headers=link
    ).json()
    assert found["days"][0]["slots"][-1]["starts_at"][11:16] == "15:30"
    answer = nora.client.post(
        f"/api/appointments/{second.pk}/move",
        {"starts_at": days_from_now(5).isoformat()},
        content_type="application/json",
        headers=link,
    )
    assert answer.status_code == 204, answer.content
    visits = list(Appointment.objects.order_by("position"))
    assert [visit.starts_at for visit in visits] == [days_from_now(5), days_from_now(5, 11)]
    assert Claim.objects.count() == 1
    assert [visit.reschedules for visit in visits] == [1, 1]


def test_what_is_left_after_a_cancellation_moves_on_its_own(shop: Shop, garden: Service, nora: Visitor) -> None:
    link = booked(nora, shop, garden)
    first, second = Appointment.objects.order_by("position")
    assert nora.post(f"/appointments/{first.pk}/cancel", {}, **link).status_code == 204
    claim = Claim.objects.get()
    assert claim.core_from == second.starts
    answer = nora.client.post(
        f"/api/appointments/{second.pk}/move",
        {"starts_at": days_from_now(6).isoformat()},
        content_type="application/json",
        headers=link,
    )
    assert answer.status_code == 204, answer.content
    second.refresh_from_db()
    assert second.starts_at == days_from_now(6)


def test_a_part_that_waits_for_approval_makes_all_of_it_wait(shop: Shop, nora: Visitor) -> None:
    garden = _at_the_door(shop, "asked", [shop.sam], booking_rules={"approval": "by_hand"})
    joined(nora, shop, shop.clean, garden)
    nora.hold()
    nora.type_in()
    nora.book()
    assert set(Appointment.objects.values_list("state", flat=True)) == {"pending"}


def test_the_longest_notice_counts_for_the_whole_visit(shop: Shop, nora: Visitor) -> None:
    garden = _at_the_door(shop, "planned", [shop.sam], booking_rules={"lead_time_minutes": 5 * 24 * 60})
    joined(nora, shop, shop.clean, garden)
    assert nora.hold().json()["code"] == "slot_taken"
    assert nora.hold(days_from_now(6)).status_code == 200
