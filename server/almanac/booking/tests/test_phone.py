"""Orders that somebody of the team takes by phone."""

from __future__ import annotations

from datetime import timedelta
from typing import Any
from uuid import uuid4

import pytest

from almanac.booking.content import BasketContent
from almanac.booking.models import Basket
from almanac.kit.actor import ScopeAction
from almanac.kit.clock import epoch
from almanac.outbox.models import EventRow
from almanac.people.models import Customer, ManagerScope
from almanac.places.models import Address
from almanac.sales.models import Order, Subscription
from almanac.scheduling.models import Appointment, Claim, TimeOff
from tests.cast import Person
from tests.desk import EVENING, Desk
from tests.goods import a_card, agreed, left_on, pays_with
from tests.shop import NOBODY, WEDNESDAY_TEN, Booked, Shop, Visitor

pytestmark = pytest.mark.django_db


@pytest.fixture
def desk(shop: Shop, ada: Person) -> Desk:
    """The administrator, with a call on the line."""
    found = Desk(ada.user, client=ada.client)
    assert found.pick_up().status_code == 200
    return found


@pytest.fixture
def max_desk(shop: Shop, max_: Person) -> Desk:
    """The manager of Sam, with a call on the line."""
    found = Desk(max_.user, client=max_.client)
    assert found.pick_up().status_code == 200
    return found


def code_of(answer: Any) -> tuple[int, str]:
    return answer.status_code, answer.json()["code"]


def events() -> set[str]:
    return set(EventRow.objects.values_list("name", flat=True))


def test_for_somebody_new_without_an_email(shop: Shop, desk: Desk, ada: Person) -> None:
    made = desk.booked(shop, email="")
    order, visit = made.order, made.visit
    assert (order.booked_by, order.customer.name, order.customer.email) == (ada.user, "Nora Newcomer", "")
    assert (order.customer.phone, order.customer.user) == ("+447700900321", None)
    assert (visit.state, visit.staff_member, visit.starts_at) == ("confirmed", shop.sam, WEDNESDAY_TEN)
    assert (order.total_amount, order.payments.get().method) == (4_000, "pay_on_site")
    placed = EventRow.objects.get(name="sales.order_placed")
    assert (placed.actor_role, placed.user_id) == ("admin", ada.account.pk)


def test_a_phone_number_is_enough_but_needed(shop: Shop, desk: Desk) -> None:
    desk.ready(shop, email="", phone="")
    answer = desk.book()
    assert (code_of(answer), answer.json()["missing"]) == ((422, "incomplete"), ["details.phone"])


def test_an_email_that_is_given_must_be_one(shop: Shop, desk: Desk) -> None:
    desk.ready(shop, email="nora at example")
    assert code_of(desk.book()) == (422, "invalid_input")


def test_for_a_known_customer_at_their_address(shop: Shop, desk: Desk, cleo: Person) -> None:
    Visitor(cleo.user, cleo.customer_row, client=cleo.client).booked(shop, WEDNESDAY_TEN + timedelta(days=1))
    address = Address.objects.get(customer=cleo.customer)
    assert [item["name"] for item in desk.post("/phone-bookings/callers", {"text": "cle"}).json()] == ["Cleo"]
    basket = desk.choose(cleo.customer.pk).json()
    assert (basket["caller"]["id"], basket["details"]["phone"]) == (str(cleo.customer.pk), "+447700900123")
    assert [item["id"] for item in desk.get("/phone-bookings/addresses").json()] == [str(address.pk)]
    desk.put("/phone-bookings/address", {"address_id": str(address.pk)})
    desk.want(shop.clean)
    desk.hold(staff=shop.sam)
    answer = desk.book()
    assert answer.status_code == 200, answer.content
    made = Booked(**answer.json())
    order = made.order
    assert (order.customer, made.visit.address) == (cleo.customer, address)
    assert Customer.objects.count() == 1
    assert order.number in {item["number"] for item in cleo.get("/orders").json()["items"]}


def test_another_street_is_another_address(shop: Shop, desk: Desk, cleo: Person) -> None:
    Visitor(cleo.user, cleo.customer_row, client=cleo.client).booked(shop, WEDNESDAY_TEN + timedelta(days=1))
    first = Address.objects.get()
    desk.choose(cleo.customer.pk)
    desk.put("/phone-bookings/address", {"address_id": str(first.pk)})
    assert desk.patch("/basket/details", {"line1": "2 Other Road"}).json()["address_id"] is None
    desk.want(shop.clean)
    desk.hold(staff=shop.sam)
    visit = Booked(**desk.book().json()).visit
    assert visit.address
    assert visit.address.line1 == "2 Other Road"
    assert Address.objects.filter(customer=cleo.customer).count() == 2


@pytest.mark.parametrize(("text", "found"), [("c", 0), ("CLE", 1), ("cleo@", 1), ("07700 900123", 1), ("nobody", 0)])
def test_customers_are_found(shop: Shop, desk: Desk, cleo: Person, text: str, found: int) -> None:
    assert len(desk.post("/phone-bookings/callers", {"text": text}).json()) == found


def test_a_manager_finds_customers_in_scope_alone(shop: Shop, max_desk: Desk, cleo: Person, otto: Person) -> None:
    Visitor(cleo.user, cleo.customer_row, client=cleo.client).booked(shop, staff=shop.sam)
    Visitor(otto.user, otto.customer_row, client=otto.client).booked(shop, staff=shop.sid)
    assert [item["name"] for item in max_desk.post("/phone-bookings/callers", {"text": "cle"}).json()] == ["Cleo"]
    assert max_desk.post("/phone-bookings/callers", {"text": "otto"}).json() == []
    assert code_of(max_desk.choose(otto.customer.pk)) == (404, "not_found")


def test_without_the_action_customers_there_are_only_new_ones(shop: Shop, max_desk: Desk, cleo: Person) -> None:
    Visitor(cleo.user, cleo.customer_row, client=cleo.client).booked(shop, staff=shop.sam)
    ManagerScope.objects.update(actions=[ScopeAction.APPOINTMENTS])
    assert max_desk.post("/phone-bookings/callers", {"text": "cleo"}).json() == []
    max_desk.booked(shop, WEDNESDAY_TEN + timedelta(days=1))


def test_a_manager_gives_work_to_those_in_scope_alone(shop: Shop, max_desk: Desk) -> None:
    max_desk.place()
    max_desk.want(shop.clean)
    found = max_desk.get(f"/slots?line={max_desk.line_id()}&first_on=2026-03-04&last_on=2026-03-04").json()
    assert [person["name"] for person in found["staff"]] == ["Sam"]
    assert max_desk.hold().json()["lines"][0]["staff"]["name"] == "Sam"
    assert code_of(max_desk.hold(staff=shop.sid)) == (403, "not_allowed")
    assert code_of(max_desk.exactly(shop.sid, WEDNESDAY_TEN)) == (403, "not_allowed")


def test_a_scope_that_shrinks_on_the_way_counts(shop: Shop, max_desk: Desk) -> None:
    max_desk.ready(shop)
    ManagerScope.objects.get().staff_members.clear()
    assert code_of(max_desk.book()) == (403, "not_allowed")
    ManagerScope.objects.update(actions=[])
    assert code_of(max_desk.get("/basket")) == (404, "no_basket")
    assert not Order.objects.exists()


@pytest.mark.parametrize("name", ["stranger", "cleo", "sam"])
def test_nobody_else_takes_orders(shop: Shop, request: pytest.FixtureRequest, name: str) -> None:
    person: Person = request.getfixturevalue(name)
    desk = Desk(person.user, client=person.client)
    assert desk.pick_up().status_code in {401, 403}
    assert code_of(desk.get("/basket")) == (404, "no_basket")
    assert code_of(desk.want(shop.clean)) == (404, "no_basket")  # and none is opened by the way
    assert not Basket.objects.exists()


def test_the_basket_is_nobodys_elses(shop: Shop, desk: Desk, max_: Person) -> None:
    desk.ready(shop)
    max_.client.cookies["almanac_phone_basket"] = desk.client.cookies["almanac_phone_basket"].value
    assert code_of(Desk(max_.user, client=max_.client).get("/basket")) == (404, "no_basket")
    assert code_of(Person(client=desk.client).get("/basket")) == (404, "no_basket")  # nor one's own basket


def test_a_new_call_gives_kept_times_back(shop: Shop, desk: Desk) -> None:
    desk.ready(shop)
    assert Claim.objects.count() == 1
    assert desk.pick_up().json()["lines"] == []
    assert not Claim.objects.exists()


def test_the_same_wish_sent_twice_is_one_order(shop: Shop, desk: Desk) -> None:
    desk.ready(shop)
    key = str(uuid4())
    total = desk.basket()["total_amount"]
    first, again = desk.book(key=key, shown_total_amount=total), desk.book(key=key, shown_total_amount=total)
    assert first.json()["number"] == again.json()["number"]
    assert Order.objects.count() == 1


def test_a_guest_who_was_faster_has_the_time(shop: Shop, desk: Desk, nora: Visitor) -> None:
    desk.ready(shop)
    shop.clock.shift(timedelta(minutes=16))  # the call took long
    nora.booked(shop, staff=shop.sam)
    answer = desk.book()
    assert code_of(answer) == (409, "slot_taken")
    assert answer.json()["alternatives"]


def test_a_rule_is_put_aside_with_a_reason(shop: Shop, desk: Desk) -> None:
    desk.place()
    desk.want(shop.clean)
    desk.type_in(email="")
    would = desk.would(shop.sam)
    assert (would["is_free"], would["is_possible"]) == (False, True)
    assert [item["code"] for item in would["objections"]] == ["hours"]
    assert code_of(desk.exactly(shop.sam)) == (409, "not_free")
    refused = desk.exactly(shop.sam, agreed=["hours"], reason=" ")
    assert (code_of(refused), list(refused.json()["fields"])) == ((422, "invalid_input"), ["reason"])
    line = desk.exactly(shop.sam, agreed=["hours"], reason="Moves out on Thursday").json()["lines"][0]
    assert (line["state"], line["put_aside"]) == ("held", ["hours"])
    made = Booked(**desk.book().json())
    assert (made.visit.starts_at, made.visit.put_aside) == (EVENING, ["hours"])
    told = desk.get(f"/appointments/{made.visit.pk}").json()
    assert (told["put_aside"], told["put_aside_reason"]) == (["hours"], "Moves out on Thursday")
    event = EventRow.objects.get(name="scheduling.rules_put_aside")
    assert event.payload["codes"] == ["hours"]
    assert "Thursday" not in str(event.payload)


def test_what_is_free_needs_no_reason(shop: Shop, desk: Desk) -> None:
    desk.place()
    desk.want(shop.clean)
    assert desk.would(shop.sam, WEDNESDAY_TEN)["is_free"]
    line = desk.exactly(shop.sam, WEDNESDAY_TEN, reason="Because").json()["lines"][0]
    assert (line["state"], line["put_aside"]) == ("held", [])


@pytest.mark.parametrize("agreed", [["hours"], ["hours", "claim", "hold", "buffer", "travel"]])
def test_time_that_somebody_has_is_never_taken(shop: Shop, desk: Desk, nora: Visitor, agreed: list[str]) -> None:
    nora.booked(shop, staff=shop.sam)
    desk.place()
    desk.want(shop.clean)
    at = WEDNESDAY_TEN + timedelta(minutes=30)
    would = desk.would(shop.sam, at)
    assert not would["is_possible"]
    codes = [item["code"] for item in would["objections"]]
    assert code_of(desk.exactly(shop.sam, at, agreed=codes, reason="Please")) == (409, "not_free")
    assert Claim.objects.count() == 1


def test_a_day_off_is_not_for_us_to_put_aside_in_the_past(shop: Shop, desk: Desk) -> None:
    desk.want(shop.call)
    past = WEDNESDAY_TEN - timedelta(days=3)
    assert not desk.would(shop.sam, past)["is_possible"]


def test_a_time_against_a_rule_that_lapsed_is_decided_again(shop: Shop, desk: Desk) -> None:
    desk.want(shop.call)
    desk.type_in(email="")
    desk.exactly(shop.sam, agreed=["hours"], reason="As ever")
    shop.clock.shift(timedelta(minutes=16))
    assert code_of(desk.book()) == (409, "slot_taken")
    assert not Appointment.objects.exists()


def test_another_time_forgets_the_reason(shop: Shop, desk: Desk) -> None:
    desk.want(shop.call)
    desk.exactly(shop.sam, agreed=["hours"], reason="As ever")
    assert desk.hold(WEDNESDAY_TEN, staff=shop.sam).json()["lines"][0]["put_aside"] == []


@pytest.mark.parametrize("path", ["caller", "address"])
def test_what_is_not_there(shop: Shop, desk: Desk, path: str) -> None:
    body = {"customer_id": NOBODY} if path == "caller" else {"address_id": NOBODY}
    assert code_of(desk.put(f"/phone-bookings/{path}", body)) == (404, "not_found")


def test_unknown_lines_and_services(shop: Shop, desk: Desk) -> None:
    body = {"line_id": NOBODY, "starts_at": EVENING.isoformat(), "staff_id": str(shop.sam.pk)}
    assert code_of(desk.post("/phone-bookings/time", body)) == (404, "line_unknown")
    desk.want(shop.clean)
    assert code_of(desk.exactly(shop.sam)) == (409, "place_needed")


def test_visits_that_repeat_are_booked_for_a_caller(shop: Shop, desk: Desk) -> None:
    desk.ready(shop)
    rule = {"frequency": "weekly", "every": 2, "months": 3}
    assert desk.put(f"/basket/lines/{desk.line_id()}/repeat", rule).json()["lines"][0]["repeat"]["visit_count"] == 7
    assert desk.book().status_code == 200
    assert (Subscription.objects.get().customer.name, Appointment.objects.count()) == ("Nora Newcomer", 7)


def test_no_date_of_them_is_given_to_somebody_out_of_scope(shop: Shop, max_desk: Desk) -> None:
    """Sam is away on one of the dates, and Sid, who is free, is not Max's to give work."""
    away = WEDNESDAY_TEN + timedelta(days=14)
    low, high = epoch(away - timedelta(days=5)), epoch(away + timedelta(days=5))
    TimeOff.objects.create(staff_member=shop.sam, off_from=low, off_until=high)
    max_desk.ready(shop)
    rule = {"frequency": "weekly", "every": 2, "months": 3}
    line = max_desk.put(f"/basket/lines/{max_desk.line_id()}/repeat", rule).json()["lines"][0]
    assert [date["fit"] for date in line["repeat"]["dates"]] == ["nothing"] + ["kept"] * 5
    near = max_desk.get(f"/basket/lines/{line['id']}/dates/{line['repeat']['dates'][0]['on']}").json()
    assert near == []
    sid = BasketContent.model_validate_json(Basket.objects.get().content)
    repeat = sid.lines[0].repeat
    assert repeat
    repeat.dates[1].staff_id = shop.sid.pk  # as it would be, had the scope changed meanwhile
    Basket.objects.update(content=sid.model_dump_json())
    assert code_of(max_desk.book()) == (403, "not_allowed")
    assert not Appointment.objects.exists()


def test_a_gift_card_that_a_caller_names_pays(shop: Shop, desk: Desk) -> None:
    """By its code, as the caller reads it out; no page is opened for what it pays whole."""
    card, code = a_card(shop.business, 5_000)
    desk.ready(shop)
    desk.patch("/basket/details", {"email": ""})
    assert pays_with(desk, code).status_code == 200
    assert desk.basket()["payment_methods"] == ["gift_card"]
    answer = desk.book(payment_method="gift_card", gift_cards=agreed(desk))
    assert answer.status_code == 200, answer.content
    order = Order.objects.get(number=answer.json()["number"])
    assert (order.state, order.paid_amount, order.booked_by) == ("confirmed", 4_000, desk.user)
    assert left_on(card) == 1_000
