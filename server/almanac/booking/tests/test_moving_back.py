"""One visit that was moved is again where it was: within a day, as shown; by the team alone."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest

from almanac.outbox import worker
from almanac.payments.models import DueCharge
from almanac.places.models import Address
from almanac.scheduling.models import Appointment
from tests.cast import Person
from tests.series_cases import claims_fit, subscribed_by_card
from tests.shop import NOW, WEDNESDAY_TEN, Booked, Shop, Visitor
from tests.tills import Till

pytestmark = pytest.mark.django_db

LATER = WEDNESDAY_TEN + timedelta(hours=4)


@pytest.fixture
def made(shop: Shop, nora: Visitor) -> Booked:
    return nora.booked(shop, staff=shop.sam)


def move(person: Person, made: Booked, **to: Any) -> None:
    body = {"starts_at": LATER.isoformat(), **to}
    answer = person.post(f"/appointments/{made.visit.pk}/move", body, x_order_token=made.token)
    assert answer.status_code == 204, answer.content


def look(person: Person, made: Booked) -> dict[str, Any]:
    found: dict[str, Any] = person.get(f"/appointments/{made.visit.pk}/move/undo").json()
    return found


def undo(person: Person, made: Booked, token: str | None = None) -> Any:
    body = {"token": token or look(person, made)["token"]}
    return person.post(f"/appointments/{made.visit.pk}/move/undo", body)


def offered(person: Person, made: Booked) -> bool:
    return bool(person.get(f"/appointments/{made.visit.pk}").json()["can"]["undo_move"])


def refused(person: Person, made: Booked) -> str:
    told, answer = look(person, made), undo(person, made)
    assert not told["allowed"]
    assert (answer.status_code, answer.json()["code"]) == (409, "cannot_move_back")
    assert answer.json()["reason"] == told["refused_reason"]
    return str(told["refused_reason"])


def test_time_and_person_are_as_before_and_it_is_told(shop: Shop, ada: Person, made: Booked) -> None:
    assert not offered(ada, made)
    move(ada, made, staff_id=str(shop.sid.pk))
    assert offered(ada, made)
    (line,) = ada.get(f"/orders/{made.number}").json()["lines"]
    assert line["can_undo_move"]
    told = look(ada, made)
    assert (told["allowed"], told["starts_at"], told["staff_name"]) == (True, "2026-03-04T10:00:00Z", "Sam")
    sequence = made.visit.sequence
    answer = undo(ada, made)
    assert (answer.status_code, answer.json()["can"]["undo_move"]) == (200, False)
    visit = made.visit
    assert (visit.starts_at, visit.staff_member, visit.sequence) == (WEDNESDAY_TEN, shop.sam, sequence + 1)
    assert claims_fit()
    assert refused(ada, made) == "not_moved"


def test_a_move_of_the_customers_counts_no_more(shop: Shop, nora: Visitor, ada: Person, made: Booked) -> None:
    move(nora, made)
    assert made.visit.reschedules == 1
    assert undo(ada, made).status_code == 200
    assert (made.visit.reschedules, made.visit.starts_at) == (0, WEDNESDAY_TEN)


def test_it_may_lie_over_where_it_is_now(shop: Shop, ada: Person, made: Booked) -> None:
    """Half an hour on: its own time is not in its way."""
    move(ada, made, starts_at=(WEDNESDAY_TEN + timedelta(minutes=30)).isoformat())
    assert undo(ada, made).status_code == 200
    assert (made.visit.starts_at, claims_fit()) == (WEDNESDAY_TEN, True)


def test_of_two_moves_the_last_is_undone(shop: Shop, ada: Person, made: Booked) -> None:
    move(ada, made)
    move(ada, made, starts_at=(LATER + timedelta(hours=2)).isoformat())
    assert undo(ada, made).status_code == 200
    assert made.visit.starts_at == LATER


def test_the_address_is_as_before(shop: Shop, cleo: Person, ada: Person) -> None:
    visitor = Visitor(cleo.user, cleo.customer_row, client=cleo.client)
    made = visitor.booked(shop)
    first = made.visit.address
    assert first is not None
    other = Address.objects.create(
        customer=first.customer,
        line1="2 Other Road",
        city="London",
        postcode=first.postcode,
        latitude=first.latitude,
        longitude=first.longitude,
    )
    move(ada, made, address_id=str(other.pk))
    assert made.visit.address == other
    assert look(ada, made)["address"] == str(first)
    assert undo(ada, made).status_code == 200
    assert made.visit.address == first


def test_what_is_charged_by_itself_follows(shop: Shop, cleo: Person, ada: Person, till: Till) -> None:
    made = subscribed_by_card(shop, cleo, till)
    visit = Appointment.objects.filter(order_line__order=made.order).order_by("starts_at")[1]
    due = DueCharge.objects.get(lines__line__appointment=visit, lines__is_live=True).due_at
    to = (visit.starts_at + timedelta(days=1)).isoformat()
    assert ada.post(f"/appointments/{visit.pk}/move", {"starts_at": to}).status_code == 204
    worker.drain()
    charge = DueCharge.objects.get(lines__line__appointment=visit, lines__is_live=True)
    assert charge.due_at == due + timedelta(days=1)
    token = ada.get(f"/appointments/{visit.pk}/move/undo").json()["token"]
    assert ada.post(f"/appointments/{visit.pk}/move/undo", {"token": token}).status_code == 200
    worker.drain()
    assert DueCharge.objects.get(lines__line__appointment=visit, lines__is_live=True).due_at == due


def taken(shop: Shop, rival: Visitor) -> None:
    rival.booked(shop, WEDNESDAY_TEN, staff=shop.sam)


def a_day_later(shop: Shop, rival: Visitor) -> None:
    shop.clock.move_to(NOW + timedelta(hours=24))


def begun(shop: Shop, rival: Visitor) -> None:
    shop.clock.move_to(NOW + timedelta(hours=23))
    Appointment.objects.update(moved_at=NOW + timedelta(hours=20), starts_at=NOW + timedelta(hours=22))


def left(shop: Shop, rival: Visitor) -> None:
    shop.sam.archived_at = NOW
    shop.sam.save()


@pytest.mark.parametrize(
    ("what", "reason"), [(taken, "taken"), (a_day_later, "too_late"), (begun, "over"), (left, "gone")]
)
def test_when_it_cannot_be(
    shop: Shop, ada: Person, made: Booked, rival: Visitor, what: Callable[[Shop, Visitor], None], reason: str
) -> None:
    move(ada, made, staff_id=str(shop.sid.pk))
    what(shop, rival)
    assert refused(ada, made) == reason


def test_what_means_something_else_by_now(ada: Person, made: Booked) -> None:
    move(ada, made)
    before = look(ada, made)["token"]
    move(ada, made, starts_at=(LATER + timedelta(hours=2)).isoformat())
    assert undo(ada, made, before).json()["code"] == "plan_changed"
    assert made.visit.starts_at == LATER + timedelta(hours=2)


def test_not_to_somebody_whom_the_manager_does_not_look_after(
    shop: Shop, ada: Person, max_: Person, nora: Visitor
) -> None:
    """Max has Sam, not Sid."""
    made = nora.booked(shop, staff=shop.sid)
    move(ada, made, staff_id=str(shop.sam.pk))
    assert refused(max_, made) == "not_yours"
    assert undo(ada, made).status_code == 200


def test_not_one_of_several_services_in_a_row(shop: Shop, ada: Person, made: Booked) -> None:
    move(ada, made)
    row = Appointment.objects.get()
    row.pk, row.uid, row.claim, row.state = None, "other", None, Appointment.State.CANCELLED
    row.cancelled_at = NOW
    row.save(force_insert=True)
    assert refused(ada, made) == "in_a_row"


def test_its_customer_asks_and_others_see_nothing(cleo: Person, otto: Person, shop: Shop, ada: Person) -> None:
    made = Visitor(cleo.user, cleo.customer_row, client=cleo.client).booked(shop)
    move(ada, made)
    address = f"/appointments/{made.visit.pk}/move/undo"
    assert [cleo.get(address).status_code, otto.get(address).status_code, Person().get(address).status_code] == [
        403,
        404,
        401,
    ]
    assert cleo.post(address, {"token": "0" * 64}).status_code == 403
    assert not offered(cleo, made)
