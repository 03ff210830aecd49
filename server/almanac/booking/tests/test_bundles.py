"""Bundles in the basket and booked: all lines at once, a saving for the whole, one visit where they are done in a row."""

from __future__ import annotations

from datetime import datetime
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from pytest_django import DjangoAssertNumQueries

from almanac.booking.queries.baskets import basket_behind, content_of, view
from almanac.catalog.models import Bundle, Offering, Service
from almanac.kit.actor import SYSTEM
from almanac.kit.clock import epoch
from almanac.outbox import worker
from almanac.payments.actions.passes import give_by_hand
from almanac.payments.models import Payment, Refund
from almanac.people.models import StaffMember
from almanac.sales.models import BundledLine, Order, OrderLine
from almanac.scheduling.models import Appointment, BusyBlock, Claim, Hold
from tests.bundles import at_the_door, bundle_steps, in_a_row, make_bundle, put_bundle
from tests.cast import Person
from tests.packages import make_package
from tests.shop import NOBODY, NOW, WEDNESDAY_TEN, Booked, Shop, Visitor, days_from_now
from tests.tills import Till, check, order_of, page_of

pytestmark = pytest.mark.django_db
WEDNESDAY = "first_on=2026-03-04&last_on=2026-03-04"


@pytest.fixture
def garden(shop: Shop) -> Service:
    """Half an hour in the garden, by Sam and Sid alike."""
    return at_the_door(shop, "garden")


def lines_of(visitor: Visitor) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = visitor.basket()["lines"]
    return found


def test_all_lines_go_in_at_once_with_their_saving(shop: Shop, garden: Service, nora: Visitor) -> None:
    bundle = make_bundle(shop.clean, garden)
    basket = put_bundle(nora, bundle).json()
    assert [line["name"] for line in basket["lines"]] == ["Clean", "Garden"]
    (told,) = basket["bundles"]
    assert (told["name"], told["saved_amount"], told["gap"], told["percent_bp"]) == (
        "Home and garden",
        600,
        None,
        1_000,
    )
    assert told["line_ids"] == [line["id"] for line in basket["lines"]]
    assert [bundle_steps(line) for line in basket["lines"]] == [
        [("Home and garden", -400)],
        [("Home and garden", -200)],
    ]
    assert basket["total_amount"] == 5_400
    again = put_bundle(nora, bundle).json()
    assert len({each["id"] for each in again["bundles"]}) == 2
    assert again["total_amount"] == 10_800


def test_it_is_told_in_the_language_of_who_reads(shop: Shop, garden: Service, nora: Visitor) -> None:
    put_bundle(nora, make_bundle(shop.clean, garden))
    told = nora.get("/basket", **{"accept-language": "uk"}).json()
    assert told["bundles"][0]["name"] == bundle_steps(told["lines"][0])[0][0] == "Дім і сад"


def test_what_cannot_be_put_in_changes_nothing(shop: Shop, garden: Service, nora: Visitor) -> None:
    bundle = make_bundle(shop.clean, garden)
    for _ in range(11):
        nora.want(shop.clean)
    full = put_bundle(nora, bundle)
    assert (full.status_code, full.json()["code"]) == (409, "basket_full")
    assert len(lines_of(nora)) == 11
    unknown = nora.post("/basket/bundles", {"bundle_id": NOBODY})
    assert (unknown.status_code, unknown.json()["code"], unknown.json()["what"]) == (409, "not_on_offer", "bundle")
    garden.is_visible = False
    garden.save()
    assert put_bundle(Visitor(), bundle).json()["code"] == "not_on_offer"


def test_without_one_of_its_lines_the_basket_says_so_and_with_it_again_it_saves(
    shop: Shop, garden: Service, nora: Visitor
) -> None:
    basket = put_bundle(nora, make_bundle(shop.clean, garden)).json()
    first = basket["lines"][0]["id"]
    left = nora.delete(f"/basket/lines/{first}").json()
    assert (left["bundles"][0]["gap"], left["bundles"][0]["saved_amount"]) == ("missing", 0)
    assert left["total_amount"] == 2_000
    back = nora.post(f"/basket/lines/{first}/restore").json()
    assert (back["bundles"][0]["gap"], back["total_amount"]) == (None, 5_400)
    assert [line["name"] for line in back["lines"]] == ["Clean", "Garden"]


def test_a_step_comes_back_before_those_after_it(shop: Shop, garden: Service, nora: Visitor) -> None:
    nora.want(shop.clean)
    put_bundle(nora, in_a_row(shop.clean, garden))
    other, first, _ = (line["id"] for line in lines_of(nora))
    nora.delete(f"/basket/lines/{first}")
    nora.delete(f"/basket/lines/{other}")
    nora.post(f"/basket/lines/{first}/restore")
    assert [line["name"] for line in lines_of(nora)] == ["Clean", "Garden"]
    assert nora.basket()["bundles"][0]["gap"] == "parted"
    joined = nora.post("/basket/visits", {"line_ids": [line["id"] for line in lines_of(nora)]}).json()
    assert joined["bundles"][0]["gap"] is None


def test_it_is_taken_out_whole_with_its_times(shop: Shop, garden: Service, nora: Visitor) -> None:
    nora.place()
    nora.want(shop.clean)
    basket = put_bundle(nora, in_a_row(shop.clean, garden)).json()
    nora.hold(line=1)
    assert Hold.objects.count() == 1
    path = f"/basket/bundles/{basket['bundles'][0]['id']}"
    left = nora.delete(path).json()
    assert (len(left["lines"]), left["bundles"], left["can_restore"]) == (1, [], [])
    assert not Hold.objects.exists()
    assert nora.delete(path).status_code == 200
    assert Visitor().delete(path).json()["code"] == "no_basket"


def test_taken_out_it_leaves_what_was_joined_to_it_alone(shop: Shop, garden: Service, nora: Visitor) -> None:
    nora.place()
    nora.want(garden)
    basket = put_bundle(nora, in_a_row(shop.clean, garden)).json()
    nora.post("/basket/visits", {"line_ids": [line["id"] for line in basket["lines"]]})
    assert nora.basket()["bundles"][0]["gap"] is None
    left = nora.delete(f"/basket/bundles/{basket['bundles'][0]['id']}").json()
    assert [(line["name"], line["visit"]) for line in left["lines"]] == [("Garden", None)]


@pytest.mark.parametrize(
    ("changed", "gap"),
    [
        ({"percent_bp": 2_000}, None),
        ({"archived_at": NOW}, "off_shelf"),
        ({"is_visible": False}, "off_shelf"),
        ({"timing": "in_a_row"}, "parted"),
        ({"service_ids": []}, "changed"),
    ],
)
def test_changed_meanwhile_booking_refuses_with_the_new_total(
    shop: Shop, garden: Service, nora: Visitor, changed: dict[str, Any], gap: str | None
) -> None:
    nora.place()
    put_bundle(nora, make_bundle(shop.clean, garden))
    nora.hold(staff=shop.sam)
    nora.hold(days_from_now(3), line=1, staff=shop.sam)
    nora.type_in()
    shown = nora.basket()["total_amount"]
    Bundle.objects.update(**changed)
    refused = nora.book(shown_total_amount=shown)
    assert (refused.status_code, refused.json()["code"]) == (409, "price_changed")
    assert refused.json()["total_amount"] == (4_800 if gap is None else 6_000)
    assert not Order.objects.exists()
    assert nora.basket()["bundles"][0]["gap"] == gap
    assert nora.book().status_code == 200


def test_apart_each_line_has_its_time_and_the_order_keeps_the_bundle(
    shop: Shop, garden: Service, nora: Visitor
) -> None:
    nora.place()
    bundle = make_bundle(shop.clean, garden)
    put_bundle(nora, bundle)
    nora.hold(staff=shop.sam)
    nora.hold(days_from_now(3), line=1, staff=shop.sid)
    nora.type_in()
    made = nora.book()
    assert made.status_code == 200, made.content
    order = Order.objects.get()
    assert (order.total_amount, [row.total_amount for row in order.lines.all()]) == (5_400, [3_600, 1_800])
    rows = list(BundledLine.objects.filter(line__order=order))
    assert {(row.bundle_id, row.name, row.same_person) for row in rows} == {(bundle.pk, "Home and garden", False)}
    assert (len(rows), len({row.instance for row in rows})) == (2, 1)
    seen = nora.get(f"/orders/{order.number}", **{"x-order-token": made.json()["token"]}).json()
    assert [bundle_steps(line) for line in seen["lines"]] == [[("Home and garden", -400)], [("Home and garden", -200)]]
    assert {line["bundle_name"] for line in seen["lines"]} == {"Home and garden"}


def test_incomplete_lines_are_booked_as_ordinary_ones(shop: Shop, garden: Service, nora: Visitor) -> None:
    nora.place()
    put_bundle(nora, make_bundle(shop.clean, garden))
    nora.delete(f"/basket/lines/{nora.line_id(1)}")
    nora.hold(staff=shop.sam)
    nora.type_in()
    assert nora.book().status_code == 200
    assert OrderLine.objects.get().total_amount == 4_000
    assert not BundledLine.objects.exists()


def test_in_a_row_it_is_one_visit(shop: Shop, garden: Service, nora: Visitor) -> None:
    nora.place()
    basket = put_bundle(nora, in_a_row(shop.clean, garden, percent_bp=0)).json()
    assert len({line["visit"] for line in basket["lines"]}) == 1
    assert (basket["bundles"][0]["gap"], basket["bundles"][0]["saved_amount"]) == (None, 0)
    lines = nora.hold().json()["lines"]
    assert [(line["starts_at"][11:16], line["ends_at"][11:16]) for line in lines] == [
        ("10:00", "11:00"),
        ("11:00", "11:30"),
    ]
    nora.type_in()
    assert nora.book().status_code == 200
    assert len(set(Appointment.objects.values_list("visit_id", flat=True))) == 1
    assert Claim.objects.filter(kind="appointment").count() == 1
    assert set(BundledLine.objects.values_list("name", flat=True)) == {"Home and garden"}


def test_parted_it_saves_nothing_until_it_is_one_visit_again(shop: Shop, garden: Service, nora: Visitor) -> None:
    put_bundle(nora, in_a_row(shop.clean, garden))
    parted = nora.delete(f"/basket/visits/{nora.line_id()}").json()
    assert (parted["bundles"][0]["gap"], parted["total_amount"]) == ("parted", 6_000)
    joined = nora.post("/basket/visits", {"line_ids": parted["bundles"][0]["line_ids"]}).json()
    assert (joined["bundles"][0]["gap"], joined["total_amount"]) == (None, 5_400)


def test_one_person_does_all_where_that_is_asked(shop: Shop, nora: Visitor) -> None:
    garden = at_the_door(shop, "sids-garden", shop.sid)
    nora.place()
    put_bundle(nora, in_a_row(shop.clean, garden, same_person=True))
    found = nora.get(f"/slots?line={nora.line_id()}&{WEDNESDAY}").json()
    names = [person["name"] for person in found["staff"]]
    starts = {slot["starts_at"]: {names[number] for number in slot["staff"]} for slot in found["days"][0]["slots"]}
    assert set(map(frozenset, starts.values())) == {frozenset({"Sid"})}
    assert {line["staff"]["name"] for line in nora.hold().json()["lines"]} == {"Sid"}
    nora.type_in()
    assert nora.book().status_code == 200
    assert set(BundledLine.objects.values_list("same_person", flat=True)) == {True}


def test_every_time_that_is_shown_can_be_kept_by_everybody_it_names(shop: Shop, garden: Service, nora: Visitor) -> None:
    """Sam is busy in the middle of the day, and Sid in the morning: at some starts neither could do all."""
    for person, hour in ((shop.sam, 12), (shop.sid, 9), (shop.sid, 14)):
        start = epoch(WEDNESDAY_TEN.replace(hour=hour))
        BusyBlock.objects.create(staff_member=person, busy_from=start, busy_until=start + 90 * 60)
    nora.place()
    put_bundle(nora, in_a_row(shop.clean, garden, same_person=True))
    found = nora.get(f"/slots?line={nora.line_id()}&{WEDNESDAY}").json()
    shown = found["days"][0]["slots"]
    assert shown
    for slot in shown:
        for number in slot["staff"]:
            person = StaffMember.objects.get(pk=found["staff"][number]["id"])
            lines = nora.hold(datetime.fromisoformat(slot["starts_at"]), staff=person).json()["lines"]
            assert {line["staff"]["name"] for line in lines} == {person.name}
        chosen = nora.hold(datetime.fromisoformat(slot["starts_at"])).json()["lines"]
        assert len({line["staff"]["name"] for line in chosen}) == 1


def test_where_nobody_has_time_for_all_another_is_not_asked(shop: Shop, nora: Visitor) -> None:
    """Sam cleans and Sid gardens: in a row they could; one person cannot."""
    garden = at_the_door(shop, "sids-garden", shop.sid)
    bundle = in_a_row(shop.clean, garden, same_person=True)
    Offering.objects.filter(service=shop.clean, staff_member=shop.sid).update(
        duration_minutes=9 * 60
    )  # longer than a day
    nora.place()
    put_bundle(nora, bundle)
    found = nora.get(f"/slots?line={nora.line_id()}&{WEDNESDAY}").json()
    assert found["days"][0]["slots"] == []
    refused = nora.hold()
    assert (refused.status_code, refused.json()["code"]) == (409, "slot_taken")
    nora.delete(f"/basket/bundles/{nora.basket()['bundles'][0]['id']}")
    Bundle.objects.update(same_person=False)
    put_bundle(nora, bundle)
    assert {line["staff"]["name"] for line in nora.hold().json()["lines"]} == {"Sam", "Sid"}


def test_asked_for_one_person_meanwhile_it_is_another_bundle(shop: Shop, garden: Service, nora: Visitor) -> None:
    put_bundle(nora, in_a_row(shop.clean, garden))
    Bundle.objects.update(same_person=True)
    assert nora.basket()["bundles"][0]["gap"] == "changed"


def test_moved_it_stays_one_persons(shop: Shop, nora: Visitor) -> None:
    garden = at_the_door(shop, "sids-garden", shop.sid)
    nora.place()
    put_bundle(nora, in_a_row(shop.clean, garden, same_person=True))
    nora.hold()
    nora.type_in()
    made = nora.book().json()
    visit = Appointment.objects.order_by("position").first()
    assert visit is not None
    token = {"x-order-token": made["token"]}
    found = nora.get(f"/slots?appointment={visit.pk}&{WEDNESDAY}", **token).json()
    names = {found["staff"][number]["name"] for slot in found["days"][0]["slots"] for number in slot["staff"]}
    assert names == {"Sid"}


def test_called_off_a_line_gives_back_what_it_was_sold_for(shop: Shop, garden: Service, nora: Visitor) -> None:
    nora.place()
    put_bundle(nora, make_bundle(shop.clean, garden))
    nora.hold(days_from_now(7), staff=shop.sam)
    nora.hold(days_from_now(8), line=1, staff=shop.sam)
    nora.type_in()
    made = nora.book().json()
    first, second = Appointment.objects.order_by("starts_at")
    token = {"x-order-token": made["token"]}
    assert nora.post(f"/appointments/{first.pk}/cancel", {"reason": ""}, **token).status_code in {200, 204}
    seen = nora.get(f"/orders/{made['number']}", **token).json()
    assert [line["total_amount"] for line in seen["lines"]] == [3_600, 1_800]
    second.refresh_from_db()
    assert second.state != Appointment.State.CANCELLED


def test_paid_by_card_one_called_off_gives_back_its_share_to_the_penny(
    shop: Shop, garden: Service, nora: Visitor, till: Till
) -> None:
    nora.place()
    put_bundle(nora, make_bundle(shop.clean, garden, percent_bp=1_111))
    nora.hold(days_from_now(7), staff=shop.sam)
    nora.hold(days_from_now(8), line=1, staff=shop.sam)
    nora.type_in()
    made = Booked(**nora.book(payment_method="card").json())
    till.pay(page_of(nora, made))
    check(nora, made)
    worker.drain()
    first, second = order_of(made).lines.order_by("position")
    assert (first.total_amount, second.total_amount) == (3_555, 1_778)  # 667 off: 444.67 and 222.33 of it
    assert Payment.objects.get().amount == first.total_amount + second.total_amount
    assert nora.post(
        f"/appointments/{first.appointment_id}/cancel", {"reason": ""}, x_order_token=made.token
    ).status_code in {200, 204}
    worker.drain()
    assert Refund.objects.get().amount == first.total_amount
    assert [line.paid_amount for line in order_of(made).lines.order_by("position")] == [0, second.total_amount]
    assert till.agrees()


def test_a_line_of_it_neither_repeats_nor_uses_a_package(
    shop: Shop, garden: Service, nora: Visitor, cleo: Person
) -> None:
    nora.place()
    put_bundle(nora, make_bundle(shop.clean, garden))
    assert [line["most_months"] for line in lines_of(nora)] == [0, 0]
    refused = nora.put(f"/basket/lines/{nora.line_id()}/repeat", {"frequency": "weekly", "months": 1})
    assert (refused.status_code, refused.json()["code"], refused.json()["most_months"]) == (409, "cannot_repeat", 0)
    package = make_package(shop.business, shop.clean)
    _, code = give_by_hand(
        actor=SYSTEM, package_id=package.pk, customer_id=cleo.customer.pk, language="en", reason="a test", now=NOW
    )
    assert nora.put("/basket/passes", {"code": code}).status_code == 200
    assert lines_of(nora)[0]["prepaid"] == {"used": None, "visits": 0, "refused": None, "choices": []}
    pass_id = nora.basket()["passes"][0]["id"]
    refused = nora.put(f"/basket/lines/{nora.line_id()}/pass", {"pass_id": pass_id})
    assert (refused.status_code, refused.json()["code"], refused.json()["reason"]) == (409, "pass_not_usable", "bundle")


def test_by_phone_a_bundle_goes_in_by_the_same_door(shop: Shop, garden: Service, ada: Person) -> None:
    phone = {"x-basket": "phone"}
    bundle = make_bundle(shop.clean, garden)
    closed = ada.post("/basket/bundles", {"bundle_id": str(bundle.pk)}, **phone)
    assert closed.json()["code"] == "no_basket"
    ada.post("/phone-bookings", {"business": "valclean"})
    basket = ada.post("/basket/bundles", {"bundle_id": str(bundle.pk)}, **phone).json()
    assert (len(basket["lines"]), basket["bundles"][0]["saved_amount"]) == (2, 600)


def test_extras_cost_what_they_say(shop: Shop, garden: Service, nora: Visitor) -> None:
    put_bundle(nora, make_bundle(shop.clean, garden, percent_bp=5_000))
    body = {"extras": [{"extra_id": str(shop.oven.pk), "quantity": 1}]}
    basket = nora.patch(f"/basket/lines/{nora.line_id()}", body).json()
    assert (basket["bundles"][0]["saved_amount"], basket["total_amount"]) == (3_000, 3_000 + shop.oven.price_amount)


def test_bundles_cost_one_query_more_however_many(
    shop: Shop, garden: Service, nora: Visitor, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    nora.place()
    for number in range(5):
        put_bundle(nora, make_bundle(shop.clean, garden, slug=f"bundle-{number}"))
    basket = basket_behind(nora.client.cookies["almanac_basket"].value, now=NOW)
    assert basket is not None
    content = content_of(basket)
    with django_assert_num_queries(_queries_of(basket, content)):
        found = view(basket, content, language="en", now=NOW)
    assert [item.gap for item in found.bundles] == [None] * 5


def _queries_of(basket: Any, content: Any) -> int:
    """Those of the same basket without its marks, and one."""
    plain = content.model_copy(deep=True)
    for line in plain.lines:
        line.bundle = None
    with CaptureQueriesContext(connection) as seen:
        view(basket, plain, language="en", now=NOW)
    return len(seen) + 1
