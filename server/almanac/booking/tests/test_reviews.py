"""A paid order that somebody looks at first: held with its time, delivered nothing, approved, refused with its money back."""

from __future__ import annotations

from datetime import timedelta
from typing import Any
from uuid import uuid4

import pytest
from django.core import mail
from django.db import connection
from django.test.utils import CaptureQueriesContext

from almanac.business.models import Setting
from almanac.ledger.models import Role
from almanac.ledger.queries import balance
from almanac.outbox import worker
from almanac.payments.models import Payment, Refund, Review
from almanac.scheduling.models import Appointment
from tests.cast import Person
from tests.shop import NOW, WEDNESDAY_TEN, Booked, Shop, Visitor
from tests.tills import DECLINED, VISA, Till, check, order_of, page_of, placed

pytestmark = pytest.mark.django_db
HIGHEST, ELEVATED = "4000000000004954", "4000000000009235"


def pay(visitor: Visitor, shop: Shop, till: Till, card: str, **more: Any) -> Booked:
    made = placed(visitor, shop, **more)
    till.pay(page_of(visitor, made), card)
    check(visitor, made)
    worker.drain()
    return made


def held(ada: Person, state: str = "open") -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = ada.get(f"/payment-reviews?state={state}").json()["items"]
    return found


def seen(visitor: Visitor, made: Booked) -> dict[str, Any]:
    found: dict[str, Any] = visitor.get(f"/orders/{made.number}", x_order_token=made.token).json()
    return found


def rules(shop: Shop, **values: Any) -> None:
    Setting.objects.update_or_create(business=shop.business, group="review", defaults={"values": values})


def test_a_payment_of_the_highest_risk_holds_the_order(
    shop: Shop, nora: Visitor, rival: Visitor, till: Till, ada: Person
) -> None:
    made = pay(nora, shop, till, HIGHEST)
    order = seen(nora, made)
    assert (order["state"], order["in_review"], order["paid_amount"], order["can_pay"]) == (
        "placed",
        True,
        4_000,
        False,
    )
    assert (made.visit.state, made.visit.awaits_payment) == (Appointment.State.PENDING, True)
    rival.place()
    rival.want(shop.clean)
    assert rival.hold(staff=shop.sam).json()["code"] == "slot_taken"
    (row,) = held(ada)
    assert (row["order_number"], row["reasons"], row["amount"]) == (made.number, ["risk_highest"], 4_000)
    assert [letter.to for letter in mail.outbox if "look at a paid order" in letter.subject] == [
        [ada.user and ada.user.email]
    ]
    shop.clock.move_to(NOW + timedelta(hours=23))  # long after a page would have closed
    worker.drain()
    assert seen(nora, made)["in_review"] is True
    assert till.agrees()


def test_the_file_of_orders_says_that_it_is_paid(shop: Shop, nora: Visitor, till: Till, ada: Person) -> None:
    pay(nora, shop, till, HIGHEST)
    rows = ada.get("/orders.csv").getvalue().decode()
    assert "Paid, looked at first" in rows
    assert "Waiting for payment" not in rows


def test_approved_it_stands(shop: Shop, nora: Visitor, till: Till, ada: Person) -> None:
    made = pay(nora, shop, till, HIGHEST)
    (row,) = held(ada)
    assert ada.post(f"/payment-reviews/{row['id']}/approve", {}).json()["state"] == "approved"
    worker.drain()
    assert (order_of(made).state, made.visit.state) == ("confirmed", Appointment.State.CONFIRMED)
    assert ada.post(f"/payment-reviews/{row['id']}/refuse", {}).json()["code"] == "review_over"
    assert held(ada) == []
    assert Review.objects.get().decided_by == ada.user
    assert [row["order_number"] for row in held(ada, "approved")] == [made.number]
    assert any("You're booked" in letter.subject for letter in mail.outbox)


def test_refused_all_goes_back_at_once_and_the_time_is_free(
    shop: Shop, nora: Visitor, rival: Visitor, till: Till, ada: Person
) -> None:
    made = pay(nora, shop, till, HIGHEST)
    (row,) = held(ada)
    assert ada.post(f"/payment-reviews/{row['id']}/refuse", {}).status_code == 200
    worker.drain()
    assert (order_of(made).state, made.visit.state) == ("cancelled", Appointment.State.CANCELLED)
    refund = Refund.objects.get()
    assert (refund.amount, refund.state) == (4_000, "done")
    assert till.agrees()
    assert balance(Role.REVENUE, "GBP", f"business:{shop.business.pk}") == 0
    assert [letter.subject for letter in mail.outbox if "could not be accepted" in letter.subject]
    assert not [letter for letter in mail.outbox if "Not paid in time" in letter.subject]
    rival.booked(shop, staff=shop.sam)


def test_nobody_looked_in_time_and_it_is_paid_back(shop: Shop, nora: Visitor, till: Till, ada: Person) -> None:
    made = pay(nora, shop, till, HIGHEST)
    shop.clock.move_to(NOW + timedelta(hours=24, minutes=6))
    worker.drain()
    worker.drain()
    assert order_of(made).state == "cancelled"
    assert Review.objects.get().state == "refused"
    assert Refund.objects.get().amount == 4_000
    assert till.agrees()


def test_by_the_setting_a_lower_risk_holds_too_or_none(shop: Shop, nora: Visitor, rival: Visitor, till: Till) -> None:
    assert order_of(pay(nora, shop, till, ELEVATED)).state == "confirmed"
    rules(shop, hold_from="elevated")
    made = pay(rival, shop, till, ELEVATED, staff=shop.sid)
    assert order_of(made).state == "placed"


def test_never_by_risk_where_the_setting_says_so(shop: Shop, nora: Visitor, till: Till) -> None:
    rules(shop, hold_from="never")
    assert order_of(pay(nora, shop, till, HIGHEST)).state == "confirmed"


@pytest.mark.parametrize(
    ("card", "reason"), [("4000000000000036", "postcode_wrong"), ("4000000000000101", "cvc_wrong")]
)
def test_what_was_typed_and_is_not_the_cards_holds_it_unless_the_setting_says_no(
    shop: Shop, nora: Visitor, rival: Visitor, till: Till, ada: Person, card: str, reason: str
) -> None:
    made = pay(nora, shop, till, card)
    assert order_of(made).state == "placed"
    assert Review.objects.get().reasons == [reason]
    (listed,) = ada.get(f"/payments?number={made.number}").json()["items"]
    assert listed["mismatches"] == [reason.removesuffix("_wrong")]
    rules(shop, hold_on_mismatch=False)
    assert order_of(pay(rival, shop, till, card, staff=shop.sid)).state == "confirmed"


@pytest.mark.parametrize(
    ("limit", "reason"),
    [("most_by_card", "many_by_card"), ("most_by_email", "many_by_email"), ("most_by_address", "many_by_address")],
)
def test_more_tries_than_usual_hold_the_next_one(
    shop: Shop, nora: Visitor, rival: Visitor, till: Till, limit: str, reason: str
) -> None:
    rules(shop, **{limit: 1})
    first = pay(nora, shop, till, VISA)
    assert order_of(first).state == "confirmed"
    second = pay(rival, shop, till, VISA, staff=shop.sid)
    assert order_of(second).state == "placed"
    assert Review.objects.get().reasons == [reason]


def test_tries_of_long_ago_and_other_cards_do_not_count(shop: Shop, nora: Visitor, rival: Visitor, till: Till) -> None:
    rules(shop, most_by_card=1)
    pay(nora, shop, till, VISA)
    assert order_of(pay(rival, shop, till, "5555555555554444", staff=shop.sid)).state == "confirmed"
    Payment.objects.update(created_at=NOW - timedelta(hours=25))
    third = Visitor()
    assert order_of(pay(third, shop, till, VISA, at=NOW + timedelta(days=4, hours=1))).state == "confirmed"


def test_what_the_team_takes_does_not_free_a_held_order(shop: Shop, nora: Visitor, till: Till, ada: Person) -> None:
    made = pay(nora, shop, till, HIGHEST)
    taken = ada.post(f"/orders/{made.number}/takings", {"method": "bank_transfer", "amount": 1})
    assert taken.status_code == 200
    assert order_of(made).state == "placed"


def test_only_administrators_decide(
    shop: Shop, nora: Visitor, till: Till, sam: Person, mia: Person, ada: Person
) -> None:
    pay(nora, shop, till, HIGHEST)
    review = Review.objects.get()
    for person, status in ((sam, 403), (mia, 403), (nora, 401)):
        assert person.get("/payment-reviews").status_code == status
        for word in ("approve", "refuse"):
            assert person.post(f"/payment-reviews/{review.pk}/{word}", {}).status_code == status
    assert ada.post(f"/payment-reviews/{uuid4()}/approve", {}).status_code == 404
    assert Review.objects.get().state == "open"


def test_called_off_by_its_customer_meanwhile_nothing_is_left_to_decide(
    shop: Shop, nora: Visitor, rival: Visitor, till: Till, ada: Person
) -> None:
    made = pay(nora, shop, till, HIGHEST)
    (row,) = held(ada)
    assert nora.post(f"/appointments/{made.visit.pk}/cancel", {}, x_order_token=made.token).status_code == 204
    worker.drain()
    assert (order_of(made).state, order_of(made).paid_amount, Refund.objects.get().state) == ("cancelled", 0, "done")
    assert held(ada) == []
    for verb in ("approve", "refuse"):
        assert ada.post(f"/payment-reviews/{row['id']}/{verb}", {}).json()["code"] == "review_over"
    other = pay(rival, shop, till, HIGHEST, staff=shop.sid)
    shop.clock.move_to(NOW + timedelta(days=2))
    worker.drain()  # the one that is left is not in the way of others
    assert (order_of(other).state, order_of(made).state) == ("cancelled", "cancelled")
    assert till.agrees()


def test_a_mailbox_is_found_by_its_index(shop: Shop, nora: Visitor, till: Till) -> None:
    """Each payment asks how many tries its mailbox made: not by looking through all customers."""
    made = placed(nora, shop)
    with CaptureQueriesContext(connection) as captured:
        till.pay(page_of(nora, made))
        check(nora, made)
    counts = [each["sql"] for each in captured if "COUNT" in each["sql"] and "LOWER" in each["sql"]]
    assert len(counts) == 2  # those begun, and those declined
    with connection.cursor() as cursor:
        for count in counts:
            cursor.execute(f"EXPLAIN {'QUERY PLAN ' if connection.vendor == 'sqlite' else ''}{count}")
            # PostgreSQL chooses by the rows there are, and may read a handful of them all: by the expression that is indexed.
            assert ("customer_email" if connection.vendor == "sqlite" else "lower((email)") in str(cursor.fetchall())


def test_it_is_decided_before_the_visit_begins(shop: Shop, nora: Visitor, till: Till) -> None:
    rules(shop, review_hours=72)
    made = pay(nora, shop, till, HIGHEST)
    assert Review.objects.get().decide_by == made.visit.starts_at == WEDNESDAY_TEN
    shop.clock.move_to(WEDNESDAY_TEN + timedelta(minutes=6))
    worker.drain()
    worker.drain()
    assert (order_of(made).state, Refund.objects.get().amount) == ("cancelled", 4_000)


def test_cards_declined_on_one_page_are_tries_each(shop: Shop, nora: Visitor, till: Till) -> None:
    rules(shop, most_by_email=3)
    made = placed(nora, shop)
    url = page_of(nora, made)
    for _ in range(3):
        till.pay(url, DECLINED)
        check(nora, made)
    till.pay(url, VISA)
    check(nora, made)
    worker.drain()
    assert (order_of(made).state, Review.objects.get().reasons) == ("placed", ["many_by_email"])
