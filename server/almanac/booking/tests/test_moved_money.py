"""What follows for the money when a visit is given another time or person, in whatever way: in one transaction with it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

import pytest

from almanac.business.models import Setting
from almanac.kit import clock
from almanac.ledger.models import Entry, Role
from almanac.ledger.queries import balance, broken_laws
from almanac.outbox import worker
from almanac.payments.actions import charges
from almanac.payments.models import DueCharge
from almanac.payments.queries import charges_due
from almanac.people.models import StaffMember
from almanac.sales.models import OrderLine, Subscription
from almanac.scheduling.models import Appointment
from tests.cast import Person
from tests.series_cases import subscribed_by_card
from tests.shop import WEDNESDAY_TEN, Booked, Shop, Visitor, days_from_now
from tests.tills import Till, paid

pytestmark = pytest.mark.django_db
DAY, HOUR = timedelta(days=1), timedelta(hours=1)
SECOND = WEDNESDAY_TEN + 14 * DAY
DONE = (200, 204)
EARNED = 2_833  # of 40.00, a sixth of it tax, without 15 %
Way = Callable[[Person, Appointment, datetime, StaffMember], Any]


def dragged(ada: Person, visit: Appointment, to: datetime, whom: StaffMember) -> Any:
    body = {"starts_at": to.isoformat(), "staff_member_id": str(whom.pk)}
    return ada.post(f"/appointments/{visit.pk}/change", body)


def moved(ada: Person, visit: Appointment, to: datetime, whom: StaffMember) -> Any:
    return ada.post(f"/appointments/{visit.pk}/move", {"starts_at": to.isoformat(), "staff_id": str(whom.pk)})


def agreed(ada: Person, visit: Appointment, to: datetime, whom: StaffMember) -> Any:
    visitor = Person(visit.customer.user)
    wish = {"kind": "move", "wishes": [{"on": f"{to:%Y-%m-%d}", "part": "any"}], "note": ""}
    asked = visitor.post(f"/appointments/{visit.pk}/change-requests", wish)
    assert asked.status_code == 200, asked.content
    body = {"starts_at": to.isoformat(), "staff_id": str(whom.pk)}
    return ada.post(f"/change-requests/{asked.json()['id']}/accept", body)


def in_series(ada: Person, visit: Appointment, to: datetime, whom: StaffMember) -> Any:
    key = Subscription.objects.get().pk
    body = {
        "kind": "move",
        "from_on": f"{visit.starts_at:%Y-%m-%d}",
        "starts_at": to.isoformat(),
        "staff_id": str(whom.pk),
    }
    told = ada.post(f"/subscriptions/{key}/plan", body).json()
    return ada.post(f"/subscriptions/{key}/change", {**body, "token": told["token"]})


WAYS = pytest.mark.parametrize("way", [dragged, moved, agreed, in_series])
SINGLE = pytest.mark.parametrize("way", [dragged, moved, agreed])


@pytest.fixture
def visit_by_visit(shop: Shop, cleo: Person, till: Till) -> Booked:
    """Three months every two weeks, the first visit paid with the order, the others two days before each."""
    return subscribed_by_card(shop, cleo, till)


def second(made: Booked) -> OrderLine:
    return OrderLine.objects.select_related("appointment").get(order__number=made.number, position=1)


def visit_of(line: OrderLine) -> Appointment:
    assert line.appointment is not None
    return Appointment.objects.get(pk=line.appointment.pk)


def due_of(line: OrderLine) -> datetime:
    return DueCharge.objects.get(lines__line=line, lines__is_live=True).due_at


@WAYS
def test_moved_in_whatever_way_it_is_charged_as_long_before_its_new_time(
    shop: Shop, ada: Person, visit_by_visit: Booked, way: Way
) -> None:
    line = second(visit_by_visit)
    for to in (SECOND + 5 * HOUR, SECOND + DAY):  # later that day, and the day after
        answer = way(ada, visit_of(line), to, shop.sam)
        assert answer.status_code in DONE, answer.content
        assert (visit_of(line).starts_at, due_of(line)) == (to, to - 2 * DAY)


def test_dragged_so_near_that_its_day_of_charge_is_over_it_is_charged_now(
    shop: Shop, ada: Person, till: Till, visit_by_visit: Booked
) -> None:
    line = second(visit_by_visit)
    assert dragged(ada, visit_of(line), days_from_now(1, 12), shop.sam).status_code == 200
    assert due_of(line) == clock.now()
    for charge in charges_due(clock.now()):
        charges.run(charge_id=charge.pk, now=clock.now())
    worker.drain()
    line.refresh_from_db()
    assert (line.paid_amount, till.agrees()) == (4_000, True)


@WAYS
def test_where_the_charge_cannot_follow_nothing_moves(
    shop: Shop, ada: Person, visit_by_visit: Booked, way: Way, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(**_: Any) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr("almanac.payments.actions.charges.move", broken)
    line = second(visit_by_visit)
    assert way(ada, visit_of(line), SECOND + DAY, shop.sam).status_code == 500
    assert (visit_of(line).starts_at, due_of(line)) == (SECOND, SECOND - 2 * DAY)


@pytest.fixture
def people_earn(shop: Shop) -> None:
    """Of what somebody does, 15 % is the house's."""
    Setting.objects.create(
        business=shop.business, group="earnings", values={"people_earn": True, "commission_percent": 15}
    )


def owed_to(*people: StaffMember) -> list[int]:
    return [balance(Role.PAYABLE, "GBP", f"staff:{person.pk}") for person in people]


@SINGLE
def test_handed_over_before_it_was_paid_whoever_does_it_earns(
    shop: Shop, cleo: Person, ada: Person, people_earn: None, way: Way
) -> None:
    made = Visitor(cleo.user, cleo.customer_row, client=cleo.client).booked(shop)
    assert way(ada, made.visit, WEDNESDAY_TEN + HOUR, shop.sid).status_code in DONE
    assert made.order.lines.get().payee_id == shop.sid.pk
    assert not Entry.objects.exists()
    assert ada.post(f"/orders/{made.number}/takings", {"method": "cash", "amount": 4_000}).status_code == 200
    assert (owed_to(shop.sam, shop.sid), broken_laws()) == ([0, EARNED], [])


@SINGLE
def test_handed_over_after_it_was_paid_what_was_earned_is_booked_over(
    shop: Shop, cleo: Person, ada: Person, till: Till, people_earn: None, way: Way
) -> None:
    visitor = Visitor(cleo.user, cleo.customer_row, client=cleo.client)
    made = paid(visitor, shop, till)
    assert owed_to(shop.sam, shop.sid) == [EARNED, 0]
    assert way(ada, made.visit, WEDNESDAY_TEN + HOUR, shop.sid).status_code in DONE
    assert owed_to(shop.sam, shop.sid) == [0, EARNED]
    entry = Entry.objects.get(kind="hand_over")
    assert (entry.subject, entry.relates_to) == (f"order:{made.order.pk}", None)
    assert (broken_laws(), till.agrees()) == ([], True)


def test_back_and_forth_and_given_back_in_the_end_nobody_is_owed(
    shop: Shop, cleo: Person, ada: Person, till: Till, people_earn: None
) -> None:
    made = paid(Visitor(cleo.user, cleo.customer_row, client=cleo.client), shop, till)
    for whom, owed in ((shop.sid, [0, EARNED]), (shop.sam, [EARNED, 0]), (shop.sid, [0, EARNED])):
        assert dragged(ada, made.visit, WEDNESDAY_TEN, whom).status_code == 200
        assert owed_to(shop.sam, shop.sid) == owed
    assert ada.post(f"/appointments/{made.visit.pk}/cancel", {"reason": "ill"}).status_code in DONE
    worker.drain()
    assert (owed_to(shop.sam, shop.sid), broken_laws(), till.agrees()) == ([0, 0], [], True)


def test_a_part_that_was_paid_is_booked_over_and_the_rest_comes_to_them(
    shop: Shop, cleo: Person, ada: Person, people_earn: None
) -> None:
    made = Visitor(cleo.user, cleo.customer_row, client=cleo.client).booked(shop)
    for amount, owed in ((1_000, [0, 708]), (3_000, [0, EARNED])):
        assert ada.post(f"/orders/{made.number}/takings", {"method": "cash", "amount": amount}).status_code == 200
        dragged(ada, made.visit, WEDNESDAY_TEN, shop.sid)
        assert owed_to(shop.sam, shop.sid) == owed
    assert (Entry.objects.filter(kind="hand_over").count(), broken_laws()) == (1, [])


def test_a_series_given_to_somebody_else_and_brought_back(
    shop: Shop, ada: Person, till: Till, people_earn: None, visit_by_visit: Booked
) -> None:
    line = second(visit_by_visit)
    assert in_series(ada, visit_of(line), SECOND, shop.sid).status_code == 200
    assert set(OrderLine.objects.filter(position__gte=1).values_list("payee", flat=True)) == {shop.sid.pk}
    assert OrderLine.objects.get(position=0).payee_id == shop.sam.pk
    assert (owed_to(shop.sam, shop.sid), broken_laws()) == ([EARNED, 0], [])


def test_where_nobody_earns_it_stays_the_houses_own(shop: Shop, cleo: Person, ada: Person, till: Till) -> None:
    made = paid(Visitor(cleo.user, cleo.customer_row, client=cleo.client), shop, till)
    assert dragged(ada, made.visit, WEDNESDAY_TEN, shop.sid).status_code == 200
    assert (made.order.lines.get().payee, Entry.objects.filter(kind="hand_over").count()) == (None, 0)
