"""The link to pay: who may send it or be handed it, when, for how much, and once."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from almanac.kit.actor import SYSTEM, ScopeAction
from almanac.outbox.models import EventRow
from almanac.payments.actions import charges
from almanac.payments.actions.takings import record_taking
from almanac.payments.asking_tables import LinkSent
from almanac.payments.models import ProviderAccount
from almanac.people.models import ManagerScope
from almanac.sales.links import order_id_in
from tests.cast import Person
from tests.shop import NOW, WEDNESDAY_TEN, Booked, Shop, Visitor
from tests.tills import Till, keeps, order_of, placed

pytestmark = pytest.mark.django_db
SECONDS = timedelta(seconds=1)


def send(person: Person, made: Booked, **headers: str) -> Any:
    return person.post(f"/orders/{made.number}/payment-link", **headers)


def copy(person: Person, made: Booked) -> Any:
    return person.post(f"/orders/{made.number}/payment-link/copy")


def told(person: Person, made: Booked) -> Any:
    return person.get(f"/orders/{made.number}").json()["payment_link"]


def refusal(answer: Any) -> tuple[int, str]:
    return answer.status_code, answer.json()["code"]


def sent() -> list[dict[str, Any]]:
    return [row.payload for row in EventRow.objects.filter(name="payments.link_sent").order_by("at")]


@pytest.fixture
def of_two(shop: Shop, nora: Visitor, till: Till) -> Booked:
    """A clean of 40.00 by Sam and a call of 25.00 by Sid, to be paid on the day."""
    nora.ready(shop, staff=shop.sam)
    nora.want(shop.call)
    nora.hold(WEDNESDAY_TEN + timedelta(hours=3), line=1, staff=shop.sid)
    return Booked(**nora.book().json())


class TestSending:
    def test_whoever_takes_money_sends_it_for_what_is_due(
        self, shop: Shop, nora: Visitor, till: Till, sam: Person
    ) -> None:
        made = nora.booked(shop, staff=shop.sam)
        assert told(sam, made) == {
            "to": "n…@example.com",
            "amount": 4_000,
            "is_part": False,
            "can_copy": False,
            "sent_at": None,
            "sent_by": "",
        }
        answer = send(sam, made)
        assert answer.status_code == 200
        (fact,) = sent()
        assert (fact["amount"], fact["pay_by"]) == (4_000, None)
        assert EventRow.objects.get(name="payments.link_sent").user_id == sam.account.pk
        after = told(sam, made)
        assert (after["sent_at"] is not None, after["sent_by"]) == (True, sam.account.get_full_name())

    def test_one_form_is_one_letter_and_a_second_waits_a_minute(
        self, shop: Shop, nora: Visitor, till: Till, ada: Person
    ) -> None:
        made = nora.booked(shop, staff=shop.sam)
        first = send(ada, made, idempotency_key="one-form")
        shop.clock.move_to(NOW + 20 * SECONDS)
        again = send(ada, made, idempotency_key="one-form")
        assert (again.status_code, again.json()) == (200, first.json())
        other = send(ada, made)
        assert refusal(other) == (409, "link_just_sent")
        assert other.json()["wait_seconds"] == 40
        assert len(sent()) == LinkSent.objects.count() == 1
        shop.clock.move_to(NOW + 60 * SECONDS)
        assert send(ada, made).status_code == 200
        assert len(sent()) == 2

    def test_an_order_that_waits_is_asked_for_what_makes_it_stand(
        self, shop: Shop, nora: Visitor, till: Till, ada: Person
    ) -> None:
        made = placed(nora, shop)
        assert told(ada, made)["amount"] == 4_000
        assert send(ada, made).status_code == 200
        assert sent()[0]["pay_by"] is not None

    def test_of_an_order_of_several_each_is_told_their_own(
        self, shop: Shop, of_two: Booked, sam: Person, sid: Person, max_: Person, ada: Person
    ) -> None:
        for person, amount, is_part in (
            (sam, 4_000, True),
            (sid, 2_500, True),
            (max_, 4_000, True),
            (ada, 6_500, False),
        ):
            found = told(person, of_two)
            assert (found["amount"], found["is_part"]) == (amount, is_part)
        answer = send(sam, of_two).json()  # nor is the rest found by subtraction
        assert set(answer) == {"sent_at"}
        shop.clock.move_to(NOW + timedelta(minutes=2))
        assert told(max_, of_two)["to"] == told(ada, of_two)["to"] == "nora@example.com"
        record_taking(actor=sam.actor, order=order_of(of_two), method="cash", amount=4_000, now=NOW)
        assert refusal(send(sam, of_two)) == (409, "nothing_due")
        assert send(sid, of_two).status_code == 200
        assert [each["amount"] for each in sent()] == [6_500, 2_500]

    def test_nobody_else_sends_it(
        self, shop: Shop, nora: Visitor, till: Till, sid: Person, max_: Person, rival: Visitor
    ) -> None:
        made = nora.booked(shop, staff=shop.sam)
        assert refusal(send(sid, made)) == (404, "not_found")
        assert send(nora, made, x_order_token=made.token).status_code in (401, 403)
        linked = sid.post(f"/orders/{made.number}/payment-link", x_order_token=made.token)
        assert refusal(linked) == (403, "not_allowed")  # a link says nothing of looking after an order
        ManagerScope.objects.filter(user=max_.account).update(actions=[ScopeAction.REFUNDS.value])
        assert refusal(send(max_, made)) == (403, "not_allowed")
        assert told(max_, made) is None
        assert LinkSent.objects.count() == 0

    def test_what_cannot_be_paid_so_is_not_asked_for(self, shop: Shop, nora: Visitor, till: Till, ada: Person) -> None:
        made = nora.booked(shop, staff=shop.sam)
        customer = order_of(made).customer
        customer.email = ""
        customer.save(update_fields=["email"])
        assert told(ada, made)["to"] == ""
        assert refusal(send(ada, made)) == (409, "no_way_to_reach")
        assert copy(ada, made).status_code == 200
        ProviderAccount.objects.update(is_on=False)
        assert told(ada, made) is None
        assert refusal(send(ada, made)) == refusal(copy(ada, made)) == (409, "no_way_to_pay")
        record_taking(actor=SYSTEM, order=order_of(made), method="cash", amount=4_000, now=NOW)
        assert refusal(send(ada, made)) == refusal(copy(ada, made)) == (409, "nothing_due")

    def test_none_while_the_kept_card_is_charged(self, shop: Shop, nora: Visitor, till: Till, ada: Person) -> None:
        order = order_of(nora.booked(shop, staff=shop.sam))
        keeps(till, order)
        charge = charges.plan(order=order, line_ids=[order.lines.get().pk], due_at=NOW)
        till.fake.down = [500] * 9
        charges.run(charge_id=charge.pk, now=NOW)
        made = Booked(order.number, "")
        assert refusal(send(ada, made)) == refusal(copy(ada, made)) == (409, "charge_under_way")

    def test_the_page_asks_as_often_for_one_as_for_several(
        self, shop: Shop, of_two: Booked, rival: Visitor, ada: Person
    ) -> None:
        alone = rival.booked(shop, WEDNESDAY_TEN + timedelta(days=1), staff=shop.sam)
        with CaptureQueriesContext(connection) as one:
            told(ada, alone)
        with CaptureQueriesContext(connection) as two:
            told(ada, of_two)
        assert len(two) == len(one)


class TestCopying:
    def test_it_opens_the_order_and_is_in_the_audit(self, shop: Shop, nora: Visitor, till: Till, max_: Person) -> None:
        made = nora.booked(shop, staff=shop.sam)
        assert told(max_, made)["can_copy"]
        url = copy(max_, made).json()["url"]
        token = url.partition("#")[2]
        assert order_id_in(token, now=NOW) == order_of(made).pk
        row = EventRow.objects.get(name="payments.link_copied")
        assert row.user_id == max_.account.pk
        assert token not in str(row.payload)

    def test_whoever_does_not_see_all_of_it_holds_none(
        self, shop: Shop, nora: Visitor, of_two: Booked, till: Till, sam: Person, max_: Person, ada: Person
    ) -> None:
        assert refusal(copy(sam, of_two)) == refusal(copy(max_, of_two)) == (403, "not_allowed")
        assert not told(sam, of_two)["can_copy"]
        assert not told(max_, of_two)["can_copy"]
        alone = Visitor().booked(shop, WEDNESDAY_TEN + timedelta(days=1), staff=shop.sam)
        assert refusal(copy(sam, alone)) == (403, "not_allowed")  # who would learn the address by it
        ManagerScope.objects.filter(user=max_.account).update(actions=[ScopeAction.APPOINTMENTS.value])
        assert refusal(copy(max_, alone)) == (403, "not_allowed")
        assert copy(ada, of_two).status_code == 200
        assert EventRow.objects.filter(name="payments.link_copied").count() == 1
