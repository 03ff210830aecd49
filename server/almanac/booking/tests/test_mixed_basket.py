"""A basket of several visits and sessions, across businesses and currencies: one checkout, all of it or nothing."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest

from almanac.booking.content import MAX_REMOVED
from almanac.booking.models import Basket
from almanac.business.models import Business
from almanac.catalog.models import Category, Offering, Service, Venue
from almanac.people.models import StaffMember
from almanac.sales.models import Order, OrderLine
from almanac.scheduling.models import Appointment, Claim, Hold, WorkingHours
from tests.cast import Person
from tests.shop import DETAILS, NOW, WEDNESDAY_TEN, Shop, Visitor, days_from_now, make_service

pytestmark = pytest.mark.django_db


@pytest.fixture
def mentors(shop: Shop) -> Business:
    return Business.objects.create(
        slug="mentors", name="Mentors", order_prefix="MT", zone="Europe/Kyiv", phone="020 7946 0099"
    )


@pytest.fixture
def session(mentors: Business) -> Service:
    """An hour with a mentor of another business."""
    return _session(mentors, "session", "GBP")


def _session(mentors: Business, slug: str, currency: str) -> Service:
    category, _ = Category.objects.get_or_create(business=mentors, slug="mentors", defaults={"name": {"en": "Mentors"}})
    service = make_service(mentors, category, slug, 3_000, Venue.ONLINE, currency=currency)
    olena, made = StaffMember.objects.get_or_create(
        business=mentors, slug="olena", defaults={"name": "Olena", "zone": "Europe/Kyiv"}
    )
    Offering.objects.create(service=service, staff_member=olena)
    if made:
        WorkingHours.objects.bulk_create(
            WorkingHours(staff_member=olena, weekday=day, start_minute=540, end_minute=1_020) for day in range(7)
        )
    return service


def filled(visitor: Visitor, shop: Shop, session: Service) -> None:
    """A clean, a second one the day after, and a mentor's hour, each with its time."""
    for answer in (
        visitor.place(),
        visitor.want(shop.clean),
        visitor.hold(staff=shop.sam),
        visitor.want(shop.clean),
        visitor.hold(days_from_now(3), line=1, staff=shop.sid),
        visitor.want(session),
        visitor.hold(days_from_now(4), line=2),
        visitor.type_in(),
    ):
        assert answer.status_code == 200, answer.content


def test_lines_of_two_businesses_are_one_order_whose_lines_name_their_seller(
    shop: Shop, session: Service, nora: Visitor
) -> None:
    filled(nora, shop, session)
    basket = nora.basket()
    assert [line["business_name"] for line in basket["lines"]] == [shop.business.name, shop.business.name, "Mentors"]
    assert (basket["total_amount"], len(basket["totals"])) == (11_000, 1)
    booked = nora.book().json()
    assert [order["number"] for order in booked["orders"]] == [booked["number"]]
    order = Order.objects.get()
    assert (order.business, order.number[:3]) == (shop.business, f"{shop.business.order_prefix}-")
    assert [line.business.slug for line in order.lines.all()] == ["valclean", "valclean", "mentors"]
    visits = [line.appointment for line in order.lines.all() if line.appointment]
    assert [visit.business.slug for visit in visits] == ["valclean", "valclean", "mentors"]
    assert [visit.zone for visit in visits] == ["Europe/London", "Europe/London", "Europe/Kyiv"]
    assert not Hold.objects.exists()
    assert Claim.objects.filter(kind="appointment").count() == 3


def test_the_customer_is_told_who_delivers_each_part_and_whom_to_call(
    shop: Shop, session: Service, nora: Visitor
) -> None:
    filled(nora, shop, session)
    token = nora.book().json()["token"]
    order = nora.client.get("/api/linked-order", headers={"x-order-token": token}).json()
    assert [line["business_phone"] for line in order["lines"]] == ["020 7946 0000", "020 7946 0000", "020 7946 0099"]
    visit = order["lines"][2]["appointment_id"]
    answer = nora.client.get(f"/api/appointments/{visit}/cancellation", headers={"x-order-token": token}).json()
    assert answer["business_phone"] == "020 7946 0099"


def test_another_business_keeps_what_is_in_the_basket(shop: Shop, session: Service, nora: Visitor) -> None:
    nora.ready(shop)
    basket = nora.want(session).json()
    assert [(line["service_slug"], line["state"]) for line in basket["lines"]] == [
        ("clean", "held"),
        ("session", "open"),
    ]
    assert (basket["business"], basket["details"]["name"]) == ("mentors", DETAILS["name"])
    assert nora.place().json()["lines"][0]["state"] == "held"


def test_another_postcode_gives_up_visits_and_leaves_sessions(shop: Shop, session: Service, nora: Visitor) -> None:
    filled(nora, shop, session)
    lines = nora.place("SW11 5TN").json()["lines"]
    assert [line["state"] for line in lines] == ["open", "open", "held"]


def test_two_currencies_are_two_orders_and_each_total_was_shown(shop: Shop, mentors: Business, nora: Visitor) -> None:
    filled(nora, shop, _session(mentors, "euro-session", "EUR"))
    basket = nora.basket()
    totals = [(total["currency"], total["total_amount"]) for total in basket["totals"]]
    assert totals == [("GBP", 8_000), ("EUR", 3_000)]
    unseen = nora.book()
    assert (unseen.status_code, unseen.json()["code"], unseen.json()["currency"]) == (409, "price_changed", "EUR")
    assert not Order.objects.exists()
    booked = nora.book(key="the same key", shown_totals=dict(totals)).json()
    assert [order["number"][:2] for order in booked["orders"]] == [shop.business.order_prefix[:2], "MT"]
    orders = Order.objects.order_by("-currency")
    assert [(order.currency, order.total_amount) for order in orders] == totals
    assert [order.lines.count() for order in orders] == [2, 1]
    numbers = [order["number"] for order in booked["orders"]]
    assert nora.basket()["booked_order_numbers"] == numbers
    again = nora.post(
        "/bookings",
        {
            "shown_total_amount": 8_000,
            "shown_totals": dict(totals),
            "terms_accepted": True,
            "early_start_consent": True,
            "payment_method": "pay_on_site",
        },
        idempotency_key="the same key",
    )
    assert [order["number"] for order in again.json()["orders"]] == numbers
    late = nora.book(shown_totals=dict(totals)).json()
    assert (late["code"], late["numbers"]) == ("already_booked", numbers)


def test_a_time_somebody_else_took_refuses_all_and_names_its_line(
    shop: Shop, session: Service, nora: Visitor, rival: Visitor
) -> None:
    filled(nora, shop, session)
    shop.clock.shift(16 * 60)  # the holds are over
    rival.booked(shop, days_from_now(3), staff=shop.sid)
    lost = nora.line_id(1)
    answer = nora.book()
    told = answer.json()
    assert (answer.status_code, told["code"], told["line"]) == (409, "slot_taken", lost)
    assert told["alternatives"]
    assert Order.objects.count() == 1, "the rival's alone"
    assert Appointment.objects.count() == 1
    other = told["alternatives"][0]
    nora.post("/holds", {"line_id": lost, "starts_at": other["starts_at"], "staff_id": other["staff_ids"][0]})
    assert [line["starts_at"] is not None for line in nora.basket()["lines"]] == [True, True, True]
    assert nora.book().status_code == 200


def test_other_times_for_what_is_lost_leave_the_rest_of_the_basket_alone(
    shop: Shop, nora: Visitor, rival: Visitor
) -> None:
    """All holds are over, so that the time of the first visit is free for everybody, its own basket's second one too."""
    nora.place()
    later = WEDNESDAY_TEN + timedelta(minutes=90)
    for number, at in enumerate((WEDNESDAY_TEN, later)):
        nora.want(shop.clean)
        assert nora.hold(at, line=number, staff=shop.sam).status_code == 200
    nora.type_in()
    shop.clock.shift(16 * 60)
    rival.booked(shop, later, staff=shop.sam)
    told = nora.book().json()
    assert (told["code"], told["line"]) == ("slot_taken", nora.line_id(1))
    starts = [each["starts_at"] for each in told["alternatives"]]
    assert len(starts) == 4
    assert not any("2026-03-04T08:45" < start < "2026-03-04T11:15" for start in starts)
    for other in told["alternatives"]:
        body = {"line_id": told["line"], "starts_at": other["starts_at"], "staff_id": other["staff_ids"][0]}
        assert nora.post("/holds", body).status_code == 200
    assert nora.book().status_code == 200


def test_staff_are_told_the_sums_of_what_they_see(shop: Shop, session: Service, nora: Visitor, sam: Person) -> None:
    filled(nora, shop, session)
    number = nora.book().json()["number"]
    seen = sam.get(f"/orders/{number}").json()
    assert ([line["name"] for line in seen["lines"]], seen["total_amount"]) == (["Clean"], 4_000)
    assert seen["tax_amount"] == seen["lines"][0]["tax_amount"]


def test_holding_one_more_time_keeps_the_others_as_long(shop: Shop, nora: Visitor) -> None:
    nora.place()
    nora.want(shop.clean)
    nora.hold(staff=shop.sam)
    shop.clock.shift(10 * 60)
    nora.want(shop.clean)
    lines = nora.hold(days_from_now(3), line=1).json()["lines"]
    assert lines[0]["held_until"] == lines[1]["held_until"]
    shop.clock.shift(14 * 60)
    assert [line["state"] for line in nora.basket()["lines"]] == ["held", "held"]
    assert Claim.objects.filter(expires_at=Hold.objects.first().expires_at).count() == 2  # type: ignore[union-attr]


def test_nothing_is_kept_for_ever(shop: Shop, nora: Visitor) -> None:
    nora.place()
    nora.want(shop.clean)
    nora.hold(staff=shop.sam)
    nora.want(shop.clean)
    until = set()
    for number in range(8):
        nora.hold(days_from_now(3 + number), line=1)
        until.add(nora.basket()["lines"][0]["held_until"])
        shop.clock.shift(10 * 60)
    assert max(until) <= (NOW + timedelta(hours=1)).isoformat().replace("+00:00", "Z")
    assert not Hold.objects.filter(line=nora.line_id()).exists()


def test_each_hold_is_released_alone(shop: Shop, session: Service, nora: Visitor) -> None:
    filled(nora, shop, session)
    states = [line["state"] for line in nora.delete(f"/holds/{nora.line_id(1)}").json()["lines"]]
    assert states == ["held", "open", "held"]
    assert Claim.objects.count() == 2


def test_a_line_taken_out_can_be_put_back_as_it_was(shop: Shop, session: Service, nora: Visitor) -> None:
    nora.place()
    nora.want(shop.clean, extras=[{"extra_id": str(shop.oven.pk)}], preferred_staff=[str(shop.sam.pk)])
    nora.hold(staff=shop.sam)
    nora.want(session)
    line = nora.line_id()
    assert nora.delete(f"/basket/lines/{line}").json()["can_restore"] == [line]
    assert not Claim.objects.exists()
    back = nora.post(f"/basket/lines/{line}/restore", {}).json()
    first = back["lines"][0]
    assert (first["id"], first["state"], len(first["extras"])) == (line, "lapsed", 1)
    assert first["preferred_staff"][0]["id"] == str(shop.sam.pk)
    assert nora.hold().json()["lines"][0]["state"] == "held"
    assert nora.post(f"/basket/lines/{line}/restore", {}).json()["code"] == "line_unknown"


def test_only_the_last_few_can_be_put_back(shop: Shop, nora: Visitor) -> None:
    for _ in range(MAX_REMOVED + 1):
        nora.want(shop.call)
    lines = [line["id"] for line in nora.basket()["lines"]]
    for line in lines:
        nora.delete(f"/basket/lines/{line}")
    assert nora.basket()["can_restore"] == lines[1:]
    assert nora.post(f"/basket/lines/{lines[0]}/restore", {}).status_code == 404


def test_nothing_removed_is_left_once_booked(shop: Shop, nora: Visitor) -> None:
    nora.ready(shop)
    nora.want(shop.call)
    nora.delete(f"/basket/lines/{nora.line_id(1)}")
    nora.book()
    assert nora.basket()["can_restore"] == []
    assert OrderLine.objects.count() == 1
    assert Basket.objects.get().order is not None


def test_a_full_basket_takes_nothing_back(shop: Shop, nora: Visitor) -> None:
    answers: list[Any] = [nora.want(shop.call) for _ in range(12)]
    line = nora.line_id()
    nora.delete(f"/basket/lines/{line}")
    nora.want(shop.call)
    assert all(answer.status_code == 200 for answer in answers)
    assert nora.post(f"/basket/lines/{line}/restore", {}).json()["code"] == "basket_full"


def test_wednesday_ten_is_free_again_after_a_removal(shop: Shop, nora: Visitor, rival: Visitor) -> None:
    nora.ready(shop)
    nora.delete(f"/basket/lines/{nora.line_id()}")
    rival.ready(shop, WEDNESDAY_TEN)
    back = nora.post(f"/basket/lines/{nora.basket()['can_restore'][0]}/restore", {}).json()["lines"][0]
    answer = nora.post("/holds", {"line_id": back["id"], "starts_at": back["starts_at"], "staff_id": str(shop.sam.pk)})
    assert answer.json()["code"] == "slot_taken"
