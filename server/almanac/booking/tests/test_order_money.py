"""The money of an order for managers and staff: who sees it, takes it and gives it back; what is told of who did it and why."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from almanac.kit.actor import ScopeAction
from almanac.outbox import worker
from almanac.outbox.models import EventRow
from almanac.payments.actions import charges
from almanac.payments.models import Payment, Refund
from almanac.payments.permissions import can_refund, can_take
from almanac.people.models import ManagerScope
from almanac.sales.permissions import gives_back, orders_in_scope
from almanac.sales.queries import orders
from tests.cast import Person
from tests.shop import NOW, WEDNESDAY_TEN, Booked, Shop, Visitor
from tests.tills import Till, keeps, order_of, paid

pytestmark = pytest.mark.django_db


def take(person: Person, made: Booked, amount: int, method: str = "cash") -> Any:
    return person.post(f"/orders/{made.number}/takings", {"method": method, "amount": amount})


def back(person: Person, made: Booked, amount: int, note: str = "late", *, line: int = 0) -> Any:
    line_id = str(order_of(made).lines.order_by("position")[line].pk)
    body = {"lines": [{"line_id": line_id, "amount": amount}], "note": note}
    return person.post(f"/orders/{made.number}/refunds", body)


def seen(person: Person, made: Booked) -> dict[str, Any]:
    found: dict[str, Any] = person.get(f"/orders/{made.number}").json()
    return found


def may(person: Person, *actions: ScopeAction) -> None:
    """A manager is given these actions alone."""
    ManagerScope.objects.filter(user=person.account).update(actions=[action.value for action in actions])


@pytest.fixture
def of_two(shop: Shop, nora: Visitor) -> Booked:
    """A clean of 40.00 by Sam and a call of 25.00 by Sid, to be paid on the day."""
    nora.ready(shop, staff=shop.sam)
    nora.want(shop.call)
    nora.hold(WEDNESDAY_TEN + timedelta(hours=3), line=1, staff=shop.sid)
    return Booked(**nora.book().json())


class TestWhoMay:
    def test_staff_see_what_their_customer_owes_and_take_it(self, shop: Shop, nora: Visitor, sam: Person) -> None:
        made = nora.booked(shop, staff=shop.sam)
        before = seen(sam, made)
        assert (before["owed_amount"], before["due_amount"]) == (4_000, 4_000)
        assert (before["can_take"], before["can_refund"], before["can_see_books"]) == (True, False, False)
        assert take(sam, made, 4_000).status_code == 200
        after = seen(sam, made)
        assert (after["owed_amount"], after["can_take"]) == (0, False)
        assert [each["method"] for each in after["payments"] if each["state"] == "captured"] == ["cash"]
        assert back(sam, made, 1).status_code == 403

    def test_each_takes_for_their_own_visits_and_learns_nothing_of_the_others(
        self, shop: Shop, of_two: Booked, sam: Person, sid: Person, ada: Person
    ) -> None:
        assert (seen(sam, of_two)["owed_amount"], seen(sid, of_two)["owed_amount"]) == (4_000, 2_500)
        assert seen(sam, of_two)["payments"] == []
        refused = take(sam, of_two, 4_001)
        assert (refused.status_code, refused.json()["owed_amount"]) == (409, 4_000)
        assert take(sam, of_two, 3_000).status_code == 200
        first, other = order_of(of_two).lines.order_by("position")
        assert (first.paid_amount, other.paid_amount) == (3_000, 0)
        assert (seen(sam, of_two)["owed_amount"], seen(sid, of_two)["owed_amount"]) == (1_000, 2_500)
        assert take(ada, of_two, 3_500).status_code == 200
        assert seen(ada, of_two)["owed_amount"] == 0

    def test_a_manager_with_refunds_alone_gives_back_and_takes_nothing(
        self, shop: Shop, nora: Visitor, max_: Person, ada: Person
    ) -> None:
        made = nora.booked(shop, staff=shop.sam)
        may(max_, ScopeAction.REFUNDS)
        take(ada, made, 4_000)
        told = seen(max_, made)
        assert (told["can_take"], told["can_refund"], told["customer_email"]) == (False, True, "")
        assert [line["ways_back"] for line in told["lines"]] == [[{"method": "cash", "paid_with": "", "amount": 4_000}]]
        assert [each["number"] for each in max_.get("/orders").json()["items"]] == [made.number]
        assert back(max_, made, 500).status_code == 200
        assert seen(max_, made)["lines"][0]["ways_back"][0]["amount"] == 3_500
        line = told["lines"][0]
        assert not any(line[name] for name in ("can_move", "can_cancel", "can_ask"))
        assert take(max_, made, 1).status_code == 403

    def test_of_an_order_that_is_in_part_anothers_nothing_is_given_back(
        self, shop: Shop, of_two: Booked, max_: Person, ada: Person
    ) -> None:
        take(ada, of_two, 6_500)
        assert not seen(max_, of_two)["can_refund"]
        assert back(max_, of_two, 1).status_code == 403
        may(max_, ScopeAction.REFUNDS)
        assert max_.get(f"/orders/{of_two.number}").status_code == 404
        assert back(max_, of_two, 1).status_code == 404

    def test_what_is_told_of_may_is_what_may_be(
        self, shop: Shop, of_two: Booked, rival: Visitor, sam: Person, max_: Person, mia: Person, ada: Person
    ) -> None:
        """The flags are worked out from rows at hand, the doors by a query: they say the same."""
        rival.booked(shop, WEDNESDAY_TEN + timedelta(days=1), staff=shop.sam)
        for actions in ((), (ScopeAction.REFUNDS,), (ScopeAction.APPOINTMENTS,), tuple(ScopeAction)):
            may(max_, *actions)
            for person in (sam, max_, mia, ada):
                actor = person.actor
                for order in orders(actor):
                    told = person.get(f"/orders/{order.number}").json()
                    assert told["can_take"] == can_take(actor, order)
                    assert gives_back(actor, order) == can_refund(actor, order)
                    scoped = set(orders_in_scope(actor).values_list("pk", flat=True))
                    assert actor.is_admin or gives_back(actor, order) == (order.pk in scoped)

    def test_the_list_asks_as_often_for_one_as_for_many(
        self, shop: Shop, of_two: Booked, rival: Visitor, max_: Person
    ) -> None:
        with CaptureQueriesContext(connection) as one:
            max_.get("/orders?limit=1")
        rival.booked(shop, WEDNESDAY_TEN + timedelta(days=1), staff=shop.sam)
        with CaptureQueriesContext(connection) as two:
            assert len(max_.get("/orders").json()["items"]) == 2
        assert len(two) <= len(one) + 1


class TestWhoAndWhy:
    def test_the_reason_of_a_refund_is_read_by_the_team_alone(
        self, shop: Shop, nora: Visitor, sam: Person, max_: Person, ada: Person
    ) -> None:
        made = nora.booked(shop, staff=shop.sam)
        take(ada, made, 4_000)
        (refund,) = back(ada, made, 500, note="The oven was left out").json()
        assert refund["note"] == "The oven was left out"

        def notes(person: Person, **headers: str) -> list[str]:
            told = person.get(f"/orders/{made.number}", **headers).json()
            return [each["note"] for payment in told["payments"] for each in payment["refunds"]]

        assert notes(ada) == notes(max_) == ["The oven was left out"]
        assert notes(nora, x_order_token=made.token) == notes(sam) == [""]
        payment = Payment.objects.get(order__number=made.number, state="captured")
        steps = ada.get(f"/payments/{payment.pk}").json()["steps"]
        assert [each["note"] for each in steps if each["kind"] == "refund_asked"] == ["The oven was left out"]
        assert "The oven was left out" in b"".join(ada.get("/payments.csv").streaming_content).decode()
        (event,) = [e for e in ada.get("/audit-events").json()["items"] if e["name"] == "payments.refund_asked"]
        facts = {fact["field"]: (fact["kind"], fact["values"]) for fact in event["facts"]}
        assert facts["reason"] == ("text", ["The oven was left out"])
        assert facts["amount"] == ("amount", ["500"])

    def test_their_own_customers_file_says_nothing_of_it(
        self, shop: Shop, cleo: Person, till: Till, ada: Person
    ) -> None:
        made = paid(Visitor(cleo.user, cleo.customer_row, client=cleo.client), shop, till)
        back(ada, made, 500, note="The oven was left out")
        file = b"".join(cleo.get("/payments.csv").streaming_content).decode()
        assert "Given back" in file
        assert not any(word in file for word in ("oven", "Why"))

    def test_the_audit_names_who_took_the_money(self, shop: Shop, nora: Visitor, sam: Person) -> None:
        made = nora.booked(shop, staff=shop.sam)
        take(sam, made, 4_000)
        event = EventRow.objects.get(name="payments.captured")
        assert (event.user_id, event.actor_role) == (sam.account.pk, "staff")

    def test_what_arrives_by_a_company_is_nobodys_deed(self, shop: Shop, nora: Visitor, till: Till) -> None:
        paid(nora, shop, till)
        assert EventRow.objects.get(name="payments.captured").actor_role == "system"

    def test_a_charge_tried_by_hand_and_a_card_preferred_are_written_down(
        self, shop: Shop, cleo: Person, till: Till, ada: Person
    ) -> None:
        visitor = Visitor(cleo.user, cleo.customer_row, client=cleo.client)
        made = visitor.booked(shop)
        order = order_of(made)
        kept = keeps(till, order)
        lines = list(order.lines.values_list("pk", flat=True))
        charge = charges.plan(order=order, line_ids=lines, due_at=NOW + timedelta(days=1))
        assert ada.post(f"/charges/{charge.pk}/retry").status_code == 200
        assert cleo.post(f"/kept-methods/{kept.pk}/prefer").status_code == 200
        worker.drain()
        tried = EventRow.objects.get(name="payments.charge_retried")
        assert (tried.user_id, tried.payload["order_id"]) == (ada.account.pk, str(order.pk))
        assert EventRow.objects.get(name="payments.method_preferred").user_id == cleo.account.pk


def test_what_waits_for_a_hand_says_so(shop: Shop, nora: Visitor, ada: Person) -> None:
    made = nora.booked(shop)
    take(ada, made, 4_000)
    (refund,) = back(ada, made, 500).json()
    assert refund["is_by_hand"]
    assert [each["order_number"] for each in ada.get("/payments?to_give=true").json()["items"]] == [made.number]
    assert ada.get("/refunds-to-give").json() == {"count": 1}
    given = ada.post(f"/refunds/{refund['id']}/given").json()
    assert (given["is_by_hand"], Refund.objects.get().state) == (False, "done")
    assert ada.get("/payments?to_give=true").json()["items"] == []
    assert ada.get("/refunds-to-give").json() == {"count": 0}


def test_what_a_company_gives_back_waits_for_nobodys_hand(shop: Shop, nora: Visitor, till: Till, ada: Person) -> None:
    made = paid(nora, shop, till)
    (refund,) = back(ada, made, 500).json()
    assert not refund["is_by_hand"]
    assert ada.get("/refunds-to-give").json() == {"count": 0}
