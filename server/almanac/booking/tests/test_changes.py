"""Moving and calling off a visit within the rules it was sold under."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import timedelta
from typing import Any
from uuid import UUID

import pytest

from almanac.catalog.models import Offering
from almanac.payments.models import Payment
from almanac.scheduling import locks
from almanac.scheduling.actions import changes
from almanac.scheduling.models import Appointment, Claim
from tests.cast import Person
from tests.shop import NOW, WEDNESDAY_TEN, Booked, Shop, Visitor

pytestmark = pytest.mark.django_db
THURSDAY_TEN = WEDNESDAY_TEN + timedelta(days=1)


@pytest.fixture
def made(shop: Shop, nora: Visitor) -> Booked:
    return nora.booked(shop)


def code_of(answer: Any) -> tuple[int, str]:
    return answer.status_code, answer.json()["code"]


def move(visitor: Person, made: Booked, to: Any = THURSDAY_TEN, **more: Any) -> Any:
    path = f"/appointments/{made.visit.pk}/move"
    return visitor.post(path, {"starts_at": to.isoformat(), **more}, x_order_token=made.token)


def cancel(visitor: Person, made: Booked) -> Any:
    return visitor.post(f"/appointments/{made.visit.pk}/cancel", {}, x_order_token=made.token)


def consequence(visitor: Person, made: Booked) -> Any:
    return visitor.get(f"/appointments/{made.visit.pk}/cancellation", x_order_token=made.token).json()


def test_a_visit_moves_and_frees_its_time(shop: Shop, nora: Visitor, made: Booked, rival: Visitor) -> None:
    uid, sequence = made.visit.uid, made.visit.sequence
    assert move(nora, made).status_code == 204
    assert (made.visit.starts_at, made.visit.uid, made.visit.sequence) == (THURSDAY_TEN, uid, sequence + 1)
    rival.booked(shop, staff=shop.sam)


@pytest.fixture
def while_waiting(monkeypatch: pytest.MonkeyPatch) -> Callable[..., None]:
    """`while_waiting(made, reschedules=3)`: what another request did between this one's reading and its lock."""

    def arrange(made: Booked, **changed: Any) -> None:
        def lock(staff_ids: Iterable[str | UUID]) -> set[UUID]:
            Appointment.objects.filter(pk=made.visit.pk).update(**changed)
            return locks.lock_staff(staff_ids)

        monkeypatch.setattr(changes, "lock_staff", lock)

    return arrange


def test_of_two_moves_at_once_the_second_is_counted_after_the_first(
    nora: Visitor, made: Booked, while_waiting: Callable[..., None]
) -> None:
    while_waiting(made, reschedules=3)
    answer = move(nora, made)
    assert (code_of(answer), answer.json()["reason"]) == ((409, "too_late_to_change"), "limit_reached")
    assert made.visit.starts_at == WEDNESDAY_TEN


def test_a_visit_that_was_put_sooner_meanwhile_is_not_called_off_for_nothing(
    shop: Shop, nora: Visitor, made: Booked, while_waiting: Callable[..., None]
) -> None:
    soon = NOW + timedelta(hours=5)
    while_waiting(made, starts_at=soon, ends_at=soon + timedelta(hours=1))
    answer = cancel(nora, made)
    assert (code_of(answer), answer.json()["reason"]) == ((409, "too_late_to_change"), "too_late")
    assert made.visit.state == "confirmed"


def test_so_often_and_no_oftener(shop: Shop, nora: Visitor, made: Booked) -> None:
    for day in (1, 2, 3):
        assert move(nora, made, WEDNESDAY_TEN + timedelta(days=day)).status_code == 204
    answer = move(nora, made, WEDNESDAY_TEN + timedelta(days=4))
    assert (code_of(answer), answer.json()["reason"]) == ((409, "too_late_to_change"), "limit_reached")
    assert answer.json()["business_phone"] == "020 7946 0000"


@pytest.mark.parametrize(("before", "status"), [(timedelta(hours=24), 204), (timedelta(hours=24, seconds=-1), 409)])
def test_until_a_day_before(shop: Shop, nora: Visitor, made: Booked, before: timedelta, status: int) -> None:
    shop.clock.move_to(WEDNESDAY_TEN - before)
    assert move(nora, made, THURSDAY_TEN + timedelta(days=1)).status_code == status


def test_to_a_time_that_is_taken(shop: Shop, nora: Visitor, made: Booked, rival: Visitor) -> None:
    rival.booked(shop, THURSDAY_TEN, staff=shop.sam)
    answer = move(nora, made, staff_id=str(shop.sam.pk))
    assert code_of(answer) == (409, "slot_taken")
    assert answer.json()["alternatives"]
    assert made.visit.starts_at == WEDNESDAY_TEN


def test_only_to_people_at_the_same_price(shop: Shop, nora: Visitor, made: Booked) -> None:
    Offering.objects.filter(service=shop.clean, staff_member=shop.sid).update(price_amount=9_000)
    assert move(nora, made, staff_id=str(shop.sid.pk)).status_code in (404, 409)
    assert made.visit.staff_member_id == shop.sam.pk
    Offering.objects.filter(service=shop.clean, staff_member=shop.sid).update(price_amount=None)
    assert move(nora, made, staff_id=str(shop.sid.pk)).status_code == 204
    assert made.visit.staff_member_id == shop.sid.pk


def test_the_same_price_is_the_same_whether_or_not_it_is_named(shop: Shop, nora: Visitor, made: Booked) -> None:
    Offering.objects.filter(service=shop.clean, staff_member=shop.sid).update(price_amount=4_000)
    assert move(nora, made, staff_id=str(shop.sid.pk)).status_code == 204
    assert made.visit.staff_member_id == shop.sid.pk
    assert move(nora, made, WEDNESDAY_TEN, staff_id=str(shop.sam.pk)).status_code == 204


def test_cancelling_says_first_what_it_means(nora: Visitor, made: Booked) -> None:
    told = consequence(nora, made)
    assert len(told.pop("token")) == 64
    assert told == {
        "allowed": True,
        "refused_reason": None,
        "refund_percent": 100,
        "fee_amount": 0,
        "owed_amount": 0,
        "charged_to": "",
        "by_law": False,
        "refund_amount": 0,
        "paid_amount": 0,
        "currency": "GBP",
        "answer_changes_at": "2026-03-03T10:00:01Z",
        "business_phone": "020 7946 0000",
        "reason_needed": False,
        "visit_returns": None,
        "ways": [],
        "kept": None,
        "as_of": "2026-03-02T09:00:00Z",
    }


def test_the_last_visit_takes_the_order_along(shop: Shop, nora: Visitor, made: Booked, rival: Visitor) -> None:
    assert cancel(nora, made).status_code == 204
    assert (made.visit.state, made.visit.cancelled_by, made.order.state) == ("cancelled", "customer", "cancelled")
    assert Payment.objects.get().state == "cancelled"
    assert not Claim.objects.exists()
    rival.booked(shop, staff=shop.sam)


def test_one_of_two_leaves_the_order(shop: Shop, nora: Visitor) -> None:
    nora.ready(shop)
    nora.want(shop.call)
    nora.hold(THURSDAY_TEN, line=1, staff=shop.sid)
    made = Booked(**nora.book().json())
    assert Payment.objects.get().amount == made.order.total_amount == 6_500
    cancel(nora, made)
    payment = Payment.objects.get()
    assert (made.order.state, payment.state, payment.amount) == ("confirmed", "due", 2_500)


def test_too_late_to_call_off(shop: Shop, nora: Visitor, made: Booked, sam: Person) -> None:
    shop.clock.move_to(WEDNESDAY_TEN - timedelta(hours=13))
    seen = consequence(nora, made)
    assert (seen["allowed"], seen["refused_reason"], seen["refund_percent"], seen["fee_amount"]) == (
        False,
        "too_late",
        50,
        2_000,
    )
    assert code_of(cancel(nora, made)) == (409, "too_late_to_change")
    assert cancel(sam, made).status_code == 204  # the team can
    assert made.visit.cancelled_by == "staff"


def test_what_began_is_over_for_everybody(shop: Shop, nora: Visitor, made: Booked, ada: Person) -> None:
    shop.clock.move_to(WEDNESDAY_TEN)
    for person in (nora, ada):
        assert code_of(cancel(person, made)) == (409, "too_late_to_change")
        assert code_of(move(person, made)) == (409, "too_late_to_change")


def test_calling_off_twice(nora: Visitor, made: Booked) -> None:
    cancel(nora, made)
    answer = cancel(nora, made)
    assert (answer.status_code, answer.json()["reason"]) == (409, "over")


def test_slots_of_a_visit_ignore_its_own_time(shop: Shop, nora: Visitor, made: Booked) -> None:
    asked = f"/slots?appointment={made.visit.pk}&first_on=2026-03-04&last_on=2026-03-04"
    starts = [slot["starts_at"] for slot in nora.get(asked, x_order_token=made.token).json()["days"][0]["slots"]]
    assert "2026-03-04T10:30:00Z" in starts


def test_what_one_may_is_told(nora: Visitor, made: Booked, sid: Person, shop: Shop) -> None:
    line = nora.get(f"/orders/{made.number}", x_order_token=made.token).json()["lines"][0]
    assert (line["can_cancel"], line["can_move"]) == (True, True)


def test_staff_with_an_orders_link_are_its_guest(made: Booked, sid: Person, shop: Shop) -> None:
    """Sid booked without signing in, say: what the page offers is what works, under the customer's rules."""
    line = sid.get(f"/orders/{made.number}", x_order_token=made.token).json()["lines"][0]
    assert (line["can_cancel"], line["can_move"]) == (True, True)
    assert cancel(sid, made).status_code == 204
    assert made.visit.cancelled_by == "customer"


def test_seeing_an_order_is_not_looking_after_all_its_visits(shop: Shop, nora: Visitor, sid: Person) -> None:
    nora.ready(shop)
    nora.want(shop.call)
    nora.hold(THURSDAY_TEN, line=1, staff=shop.sid)
    made = Booked(**nora.book().json())
    seen = sid.get(f"/orders/{made.number}").json()
    assert [(line["staff_name"], line["can_cancel"], line["can_move"]) for line in seen["lines"]] == [
        ("Sid", True, True)
    ]
    assert seen["customer_email"] == ""
    assert [
        line["staff_name"] for line in nora.get(f"/orders/{made.number}", x_order_token=made.token).json()["lines"]
    ] == ["Sam", "Sid"]
    assert sid.post(f"/appointments/{made.visit.pk}/cancel", {}).status_code == 403


def test_the_team_is_offered_what_it_may_and_a_customer_what_was_sold(
    shop: Shop, cleo: Person, sam: Person, sid: Person
) -> None:
    """One truth: an appointment says what those who look after it may, its order what its customer may."""
    made = Visitor(cleo.user).booked(shop)
    for when, customers, teams in (
        (WEDNESDAY_TEN - timedelta(hours=48), (True, True), True),
        (WEDNESDAY_TEN - timedelta(hours=13), (False, False), True),  # too late, as sold
        (WEDNESDAY_TEN, (False, False), False),
    ):
        shop.clock.move_to(when, tick=False)
        (line,) = cleo.get(f"/orders/{made.number}").json()["lines"]
        assert (line["can_cancel"], line["can_move"]) == customers
        for person, may in ((sam, teams), (cleo, False)):
            can = person.get(f"/appointments/{made.visit.pk}").json()["can"]
            assert (can["cancel"], can["move"]) == (may, may)
        (seen,) = sam.get(f"/orders/{made.number}").json()["lines"]
        assert (seen["can_cancel"], seen["can_move"]) == (teams, teams)
    assert sid.get(f"/appointments/{made.visit.pk}").status_code == 404
