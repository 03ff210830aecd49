"""Turning a basket into an order: what it makes, what refuses it, and that it happens once."""

from __future__ import annotations

from datetime import timedelta
from typing import Any
from uuid import uuid4

import pytest

from almanac.booking.actions.book import TERMS_VERSION
from almanac.booking.models import Basket
from almanac.booking.queries.details import checked_details
from almanac.catalog.models import Offering
from almanac.outbox.models import EventRow
from almanac.payments.models import Payment
from almanac.people.models import Consent, Customer
from almanac.places.models import Address
from almanac.sales.models import Order
from almanac.scheduling.models import Appointment, Claim, Hold
from tests.cast import Person
from tests.shop import NOW, WEDNESDAY_TEN, Shop, Visitor, make_service

pytestmark = pytest.mark.django_db


def code_of(answer: Any) -> str:
    return str(answer.json()["code"])


def test_a_stranger_books(shop: Shop, nora: Visitor) -> None:
    made = nora.booked(shop, access_notes="Ring twice", notes="No bleach")
    order, visit = made.order, made.visit
    assert (order.state, order.total_amount, order.tax_amount, order.currency) == ("confirmed", 4_000, 667, "GBP")
    assert (visit.state, visit.staff_member_id, visit.starts_at) == ("confirmed", shop.sam.pk, WEDNESDAY_TEN)
    assert (order.customer.name, order.customer.phone, order.customer.user) == ("Nora Newcomer", "+447700900321", None)
    assert (order.customer_note, visit.address and visit.address.access_notes) == ("No bleach", "Ring twice")
    line = order.lines.get()
    assert (line.name, line.total_amount, line.tax_rate_bp) == ("Clean", 4_000, 2_000)
    assert line.policy["change_until_hours"] == 24
    payment = order.payments.get()
    assert (payment.method, payment.amount, payment.state) == ("pay_on_site", 4_000, "due")
    names = set(EventRow.objects.values_list("name", flat=True))
    assert {"sales.order_placed", "sales.order_confirmed", "scheduling.appointment_confirmed"} <= names


def test_the_time_is_taken_once_and_for_all(shop: Shop, nora: Visitor) -> None:
    nora.booked(shop)
    claim = Claim.objects.get()
    assert (claim.kind, claim.staff_id, claim.expires_at) == ("appointment", shop.sam.pk, None)
    assert not Hold.objects.exists()


def test_a_signed_in_customer_books_as_themselves(shop: Shop, cleo: Person) -> None:
    shopper = Visitor(cleo.user, cleo.customer_row, client=cleo.client)
    order = shopper.booked(shop).order
    assert order.customer == cleo.customer
    cleo.customer.refresh_from_db()
    assert cleo.customer.name == "Cleo"  # a booking does not rename an account


def test_a_known_email_is_not_told_and_not_joined(shop: Shop, nora: Visitor, cleo: Person) -> None:
    order = nora.booked(shop, email=cleo.customer.email).order
    assert order.customer != cleo.customer
    assert cleo.get("/orders").json()["items"] == []


@pytest.mark.parametrize(
    ("left_out", "missing"),
    [
        ({"name": ""}, ["details.name"]),
        ({"email": " "}, ["details.email"]),
        ({"phone": ""}, ["details.phone"]),
        ({"line1": "", "town": ""}, ["details.line1", "details.town"]),
    ],
)
def test_incomplete(shop: Shop, nora: Visitor, left_out: dict[str, Any], missing: list[str]) -> None:
    nora.ready(shop, **left_out)
    answer = nora.book()
    assert (answer.status_code, code_of(answer), answer.json()["missing"]) == (422, "incomplete", missing)
    assert not Order.objects.exists()


def test_incomplete_names_the_steps_in_their_order(shop: Shop, nora: Visitor) -> None:
    nora.want(shop.clean)
    answer = nora.book(shown_total_amount=4_000)
    line = nora.line_id()
    expected = ["place", f"lines.{line}", *(f"details.{name}" for name in ("name", "email", "phone", "line1", "town"))]
    assert answer.json()["missing"] == expected


def test_an_empty_basket(shop: Shop, nora: Visitor) -> None:
    nora.place()
    assert nora.book().json()["missing"][0] == "lines"


def test_no_basket_at_all(shop: Shop, nora: Visitor) -> None:
    answer = nora.post("/bookings", {"shown_total_amount": 0, "terms_accepted": True}, idempotency_key="k" * 12)
    assert (answer.status_code, code_of(answer)) == (404, "no_basket")


@pytest.mark.parametrize(
    ("typed", "field"),
    [
        ({"email": "nora at example"}, "details.email"),
        ({"email": "nora@"}, "details.email"),
        ({"phone": "12"}, "details.phone"),
        ({"phone": "call me"}, "details.phone"),
        ({"zone": "Europe/Atlantis"}, "details.zone"),
        ({"zone": "../../etc/passwd"}, "details.zone"),
    ],
)
def test_details_that_cannot_be_used(shop: Shop, nora: Visitor, typed: dict[str, Any], field: str) -> None:
    nora.ready(shop, **typed)
    answer = nora.book()
    assert (answer.status_code, code_of(answer), list(answer.json()["fields"])) == (422, "invalid_input", [field])
    assert not Customer.objects.exists()


@pytest.mark.parametrize("body", [{"terms_accepted": False}, {"shown_total_amount": -1}, {"shown_total_amount": "x"}])
def test_a_body_that_cannot_be(shop: Shop, nora: Visitor, body: dict[str, Any]) -> None:
    nora.ready(shop)
    assert code_of(nora.book(**body)) == "invalid_input"


def test_an_unknown_way_to_pay(shop: Shop, nora: Visitor) -> None:
    nora.ready(shop)
    answer = nora.book(payment_method="barter")
    assert (code_of(answer), list(answer.json()["fields"])) == ("invalid_input", ["payment_method"])


@pytest.mark.parametrize("key", ["", "short", "k" * 101])
def test_a_key_is_needed(shop: Shop, nora: Visitor, key: str) -> None:
    nora.ready(shop)
    body = {"shown_total_amount": 4_000, "terms_accepted": True, "early_start_consent": True}
    headers = {"idempotency_key": key} if key else {}
    assert code_of(nora.post("/bookings", body, **headers)) == "invalid_input"


def test_a_tampered_price_books_nothing(shop: Shop, nora: Visitor) -> None:
    nora.ready(shop)
    answer = nora.book(shown_total_amount=1)
    assert (answer.status_code, code_of(answer)) == (409, "price_changed")
    assert (answer.json()["total_amount"], answer.json()["currency"]) == (4_000, "GBP")
    assert not Order.objects.exists()


def test_a_price_that_changed_meanwhile(shop: Shop, nora: Visitor) -> None:
    nora.ready(shop)
    shop.clean.price_amount = 4_500
    shop.clean.save()
    assert nora.book(shown_total_amount=4_000).json()["total_amount"] == 4_500
    assert nora.book(shown_total_amount=4_500).status_code == 200


def test_the_same_request_twice_is_one_booking(shop: Shop, nora: Visitor) -> None:
    nora.ready(shop)
    total = nora.basket()["total_amount"]
    first, second = (nora.book(key="the-same-key", shown_total_amount=total) for _ in range(2))
    assert (first.status_code, second.status_code) == (200, 200)
    assert first.json()["number"] == second.json()["number"]
    assert (Order.objects.count(), Payment.objects.count(), Appointment.objects.count()) == (1, 1, 1)


def test_a_key_used_again_for_something_else(shop: Shop, nora: Visitor) -> None:
    nora.ready(shop)
    nora.book(key="the-same-key", shown_total_amount=4_000)
    answer = nora.book(key="the-same-key", shown_total_amount=4_001)
    assert (answer.status_code, code_of(answer)) == (422, "idempotency_key_reused")


def test_a_second_submit_with_another_key(shop: Shop, nora: Visitor) -> None:
    nora.ready(shop)
    number = nora.book(shown_total_amount=4_000).json()["number"]
    answer = nora.book(shown_total_amount=4_000)
    assert (answer.status_code, code_of(answer), answer.json()["number"]) == (409, "already_booked", number)
    assert Order.objects.count() == 1


def test_a_key_of_one_basket_says_nothing_to_another(shop: Shop, nora: Visitor, rival: Visitor) -> None:
    nora.ready(shop)
    rival.ready(shop, WEDNESDAY_TEN + timedelta(hours=3))
    numbers = {visitor.book(key="the-same-key").json()["number"] for visitor in (nora, rival)}
    assert len(numbers) == 2


def test_a_basket_changed_in_another_tab_while_booking(
    shop: Shop, nora: Visitor, monkeypatch: pytest.MonkeyPatch
) -> None:
    nora.ready(shop)

    def reads_while_another_tab_writes(details: Any, **how: Any) -> Any:
        Basket.objects.update(revision=99)
        return checked_details(details, **how)

    monkeypatch.setattr("almanac.booking.actions.book.checked_details", reads_while_another_tab_writes)
    answer = nora.book()
    assert (answer.status_code, code_of(answer)) == (412, "changed_meanwhile")
    assert not Order.objects.exists()


def test_a_slot_that_went_to_somebody_else(shop: Shop, nora: Visitor, rival: Visitor) -> None:
    nora.ready(shop)
    shop.clock.shift(timedelta(minutes=16))  # the hold is over
    rival.booked(shop)
    answer = nora.book()
    assert (answer.status_code, code_of(answer)) == (409, "slot_taken")
    assert answer.json()["line"] == nora.line_id()
    starts = [item["starts_at"] for item in answer.json()["alternatives"]]
    assert starts
    assert "2026-03-04T10:00:00Z" not in starts
    assert Order.objects.count() == 1
    nora.hold(WEDNESDAY_TEN + timedelta(hours=3))
    assert nora.book().status_code == 200


def test_a_lapsed_hold_whose_time_is_still_free_books(shop: Shop, nora: Visitor) -> None:
    nora.ready(shop)
    shop.clock.shift(timedelta(hours=2))
    assert nora.basket()["lines"][0]["state"] == "lapsed"
    assert nora.book().status_code == 200


def test_a_time_that_came_too_near_while_typing(shop: Shop, nora: Visitor) -> None:
    nora.ready(shop)
    shop.clock.move_to(WEDNESDAY_TEN - timedelta(hours=1))
    assert code_of(nora.book()) == "slot_taken"


@pytest.mark.parametrize("gone", ["service", "offering", "person"])
def test_not_on_offer_meanwhile(shop: Shop, nora: Visitor, gone: str) -> None:
    nora.ready(shop)
    if gone == "service":
        shop.clean.archived_at = NOW
        shop.clean.save()
    elif gone == "offering":
        Offering.objects.filter(service=shop.clean, staff_member=shop.sam).update(archived_at=NOW)
    else:
        shop.sam.is_bookable = False
        shop.sam.save()
    answer = nora.book(shown_total_amount=4_000)
    assert 400 <= answer.status_code < 500
    assert code_of(answer) in ("not_on_offer", "incomplete", "price_changed")
    assert not Order.objects.exists()


def test_each_currency_is_agreed_to(shop: Shop, nora: Visitor) -> None:
    nora.ready(shop)
    abroad = make_service(shop.business, shop.clean.category, "abroad", 3_000, "online", currency="EUR")
    Offering.objects.create(service=abroad, staff_member=shop.sid)
    nora.want(abroad)
    nora.hold(line=1)
    answer = nora.book(shown_total_amount=4_000)
    assert (answer.status_code, code_of(answer)) == (409, "price_changed")
    assert answer.json()["currency"] == "EUR"
    assert not Order.objects.exists()


def test_several_visits_make_one_order(shop: Shop, nora: Visitor) -> None:
    nora.ready(shop)
    nora.want(shop.call)
    nora.hold(WEDNESDAY_TEN + timedelta(days=1), line=1, staff=shop.sid)
    order = Order.objects.get(number=nora.book().json()["number"])
    assert order.total_amount == 6_500
    assert [line.name for line in order.lines.all()] == ["Clean", "Call"]
    assert Address.objects.count() == 1


def test_one_of_several_taken_books_none(shop: Shop, nora: Visitor, rival: Visitor) -> None:
    nora.ready(shop)
    nora.want(shop.call)
    nora.hold(WEDNESDAY_TEN + timedelta(days=1), line=1, staff=shop.sid)
    shop.clock.shift(timedelta(minutes=16))
    rival.booked(shop, WEDNESDAY_TEN + timedelta(days=1), staff=shop.sid)
    answer = nora.book()
    assert (code_of(answer), answer.json()["line"]) == ("slot_taken", nora.line_id(1))
    assert Order.objects.count() == 1


def test_approval_by_hand_waits(shop: Shop, nora: Visitor, sam: Person) -> None:
    shop.rules(approval="by_hand")
    made = nora.booked(shop)
    assert made.visit.state == "pending"
    assert nora.get(f"/orders/{made.number}", x_order_token=made.token).json()["lines"][0]["state"] == "pending"
    assert sam.post(f"/appointments/{made.visit.pk}/confirm").json()["state"] == "confirmed"


def test_an_early_start_needs_consent(shop: Shop, nora: Visitor) -> None:
    nora.ready(shop)
    assert nora.book(early_start_consent=False).json()["missing"] == ["early_start_consent"]
    order = Order.objects.get(number=nora.book().json()["number"])
    assert order.early_start_consent_at == NOW


def test_a_start_in_three_weeks_needs_none(shop: Shop, nora: Visitor) -> None:
    nora.ready(shop, WEDNESDAY_TEN + timedelta(days=20))
    order = Order.objects.get(number=nora.book(early_start_consent=False).json()["number"])
    assert order.early_start_consent_at is None


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("Zoë 🧽 O’Neill-Ångström", "Zoë 🧽 O’Neill-Ångström"),
        ("שרה כהן", "שרה כהן"),
        ("مريم العلي", "مريم العلي"),
        ("  Ann\u2028\tLee \r\n Jr  ", "Ann Lee Jr"),
        ("e\u0301", "é"),
        ("<script>alert(1)</script>", "<script>alert(1)</script>"),
        ("x" * 200, "x" * 200),
    ],
)
def test_names_of_all_kinds(shop: Shop, nora: Visitor, typed: str, kept: str) -> None:
    order = nora.booked(shop, name=typed).order
    assert order.customer.name == kept


@pytest.mark.parametrize("name", ["x" * 201, "x" * 10_000])
def test_a_name_without_end(shop: Shop, nora: Visitor, name: str) -> None:
    nora.ready(shop)
    answer = nora.type_in(name=name)
    assert (answer.status_code, list(answer.json()["fields"])) == (422, ["name"])
    assert nora.basket()["details"]["name"] == "Nora Newcomer"


@pytest.mark.parametrize("name", ["nul\x00", "lone \ud800 surrogate"])
def test_characters_that_cannot_be_kept(shop: Shop, nora: Visitor, name: str) -> None:
    nora.ready(shop)
    assert code_of(nora.type_in(name=name)) == "invalid_input"
    assert nora.book().status_code == 200


def test_control_characters_are_dropped(shop: Shop, nora: Visitor) -> None:
    assert nora.booked(shop, name="No\x1bra\x07 B").order.customer.name == "Nora B"


def test_extras_lengthen_and_cost(shop: Shop, nora: Visitor) -> None:
    nora.place()
    nora.want(shop.clean, extras=[{"extra_id": str(shop.oven.pk), "quantity": 2}])
    nora.hold(staff=shop.sam)
    nora.type_in()
    order = Order.objects.get(number=nora.book().json()["number"])
    visit = Appointment.objects.get()
    assert order.total_amount == 4_000 + 2 * 1_750
    assert visit.ends_at - visit.starts_at == timedelta(hours=2)


def test_what_was_sold_stays_as_sold(shop: Shop, nora: Visitor) -> None:
    made = nora.booked(shop)
    shop.clean.price_amount, shop.clean.name = 9_999, {"en": "Renamed"}
    shop.clean.save()
    shop.rules(change_until_hours=100)
    seen = nora.get(f"/orders/{made.number}", x_order_token=made.token).json()
    assert (seen["total_amount"], seen["lines"][0]["name"]) == (4_000, "Clean")
    assert made.order.lines.get().policy["change_until_hours"] == 24


def test_dying_between_hold_and_booking_costs_nothing(shop: Shop, nora: Visitor) -> None:
    """The API is killed in the middle of the last step: all of it is undone, and the same request then works."""
    nora.ready(shop)
    key = str(uuid4())
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("almanac.booking.actions.book.agree_payment", _dies)
        with pytest.raises(SystemExit):
            nora.book(key=key)
    assert (Order.objects.count(), Appointment.objects.count(), Customer.objects.count()) == (0, 0, 0)
    assert nora.basket()["lines"][0]["state"] == "held"
    assert nora.book(key=key).status_code == 200


def _dies(**_: Any) -> None:
    raise SystemExit


def test_what_was_agreed_to_is_kept_with_its_version(shop: Shop, nora: Visitor) -> None:
    made = nora.booked(shop)
    consent = Consent.objects.get(customer=made.order.customer)
    assert (consent.kind, consent.text_version) == (Consent.Kind.TERMS, TERMS_VERSION)
