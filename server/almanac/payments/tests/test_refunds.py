"""Giving money back: by policy, by hand, by the company's late word; never more than there was, never twice."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from django.db import IntegrityError, transaction
from hypothesis import given
from hypothesis import strategies as st

from almanac.ledger.models import Entry, Role
from almanac.ledger.queries import balance
from almanac.outbox import worker
from almanac.payments.actions import refunds
from almanac.payments.books import parts_of
from almanac.payments.models import LineShare, Payment, Refund
from almanac.payments.shares import Split, split_of
from almanac.sales.models import OrderLine
from fakes.stripe.money import end_refund
from tests.cast import Person
from tests.shop import NOW, WEDNESDAY_TEN, Booked, Shop, Visitor, let_all_recur
from tests.tills import Till, order_of, paid

pytestmark = pytest.mark.django_db
HOURS = timedelta(hours=1)


def cancel(visitor: Person, made: Booked, **more: Any) -> Any:
    return visitor.post(f"/appointments/{made.visit.pk}/cancel", more, x_order_token=made.token)


def preview(visitor: Person, made: Booked) -> dict[str, Any]:
    found: dict[str, Any] = visitor.get(f"/appointments/{made.visit.pk}/cancellation", x_order_token=made.token).json()
    return found


def give_back(person: Person, made: Booked, amount: int, note: str = "late") -> Any:
    line = order_of(made).lines.get()
    body = {"lines": [{"line_id": str(line.pk), "amount": amount}], "note": note}
    return person.post(f"/orders/{made.number}/refunds", body)


def test_in_time_all_comes_back_and_nothing_is_left_in_the_books(shop: Shop, nora: Visitor, till: Till) -> None:
    made = paid(nora, shop, till)
    shown = preview(nora, made)
    assert (shown["refund_amount"], shown["fee_amount"], shown["paid_amount"]) == (4_000, 0, 4_000)
    assert shown["ways"] == [{"method": "card", "amount": 4_000}]
    assert shown["kept"] is None  # the business's matter
    assert cancel(nora, made, token=shown["token"]).status_code == 204
    worker.drain()
    assert (Refund.objects.get().state, order_of(made).paid_amount) == ("done", 0)
    seller = f"business:{shop.business.pk}"
    assert balance(Role.REVENUE, "GBP", seller) == balance(Role.TAX, "GBP", seller) == 0
    assert till.agrees()


def test_too_late_for_all_half_comes_back_and_half_is_kept(shop: Shop, nora: Visitor, till: Till, ada: Person) -> None:
    made = paid(nora, shop, till)
    shop.clock.move_to(WEDNESDAY_TEN - 20 * HOURS)
    shown = preview(nora, made)
    assert (shown["allowed"], shown["refund_amount"], shown["fee_amount"]) == (True, 2_000, 2_000)
    assert preview(nora, made)["token"] == shown["token"]
    assert cancel(nora, made, token=shown["token"]).status_code == 204
    worker.drain()
    order, line = order_of(made), order_of(made).lines.get()
    assert (order.state, order.paid_amount, line.paid_amount) == ("cancelled", 2_000, 2_000)
    seller = f"business:{shop.business.pk}"
    assert balance(Role.REVENUE, "GBP", seller) + balance(Role.TAX, "GBP", seller) == 2_000
    assert till.agrees()


def test_amounts_that_are_not_what_was_shown_refuse_with_the_new_ones(shop: Shop, nora: Visitor, till: Till) -> None:
    made = paid(nora, shop, till)
    shown = preview(nora, made)
    shop.clock.move_to(WEDNESDAY_TEN - 20 * HOURS)
    answer = cancel(nora, made, token=shown["token"])
    assert (answer.status_code, answer.json()["code"]) == (409, "consequence_changed")
    assert (answer.json()["refund_amount"], answer.json()["fee_amount"]) == (2_000, 2_000)
    assert (made.visit.state, Refund.objects.count()) == ("confirmed", 0)


def test_nobody_calls_a_visit_off_without_having_been_shown_what_it_means(
    shop: Shop, nora: Visitor, till: Till, ada: Person
) -> None:
    made = paid(nora, shop, till)
    path, link = f"/api/appointments/{made.visit.pk}/cancel", {"x-order-token": made.token}
    for body in ({}, {"token": ""}, {"token": "guessed"}):
        for client, headers in ((nora.client, link), (ada.client, {})):
            answer = client.post(path, body, content_type="application/json", headers=headers)
            assert (answer.status_code, answer.json()["fields"].keys()) == (422, {"token"})
    for person, headers in ((nora, {"x_order_token": made.token}), (ada, {})):
        answer = person.post(path.removeprefix("/api"), {"token": "0" * 64}, **headers)
        assert (answer.status_code, answer.json()["code"]) == (409, "consequence_changed")
    assert (made.visit.state, Refund.objects.count()) == ("confirmed", 0)


def test_who_may_refund_is_shown_whose_the_rest_is(shop: Shop, nora: Visitor, till: Till, ada: Person) -> None:
    """A mentor's hour of 40.00 with 20 % of tax and 25 % commission, of which 15.00 was given back already."""
    made = paid(nora, shop, till)
    line = order_of(made).lines.get()
    line.payee_id, line.commission_bp, line.tax_amount = shop.sam.pk, 2_500, 667
    line.save()
    Payment.objects.update(fee_amount=80)
    give_back(ada, made, 1_500)
    worker.drain()
    OrderLine.objects.update(policy={**line.policy, "cancellation_windows": []})
    split = split_of(line, 1_000)
    assert split == Split((("card", 1_000),), business=0, payee=938, commission=312, tax=250, processor_fee=80)
    shown = ada.get(f"/appointments/{made.visit.pk}/cancellation").json()
    assert (shown["refund_amount"], shown["paid_amount"]) == (2_500, 2_500)  # called off by the team
    assert shown["kept"] == {
        "business_amount": 0,
        "payee_amount": 0,
        "commission_amount": 0,
        "tax_amount": 0,
        "processor_fee_amount": 80,
    }


@given(
    total=st.integers(1, 100_000),
    rate=st.integers(0, 2_500),
    commission=st.one_of(st.none(), st.integers(0, 10_000)),
    share=st.integers(0, 1_000),
)
def test_whatever_is_left_every_penny_of_it_is_somebodys(
    total: int, rate: int, commission: int | None, share: int
) -> None:
    tax, left = total * rate // (10_000 + rate), total * share // 1_000
    parts = parts_of(left, total=total, tax=tax, commission_bp=commission)
    assert parts.tax + parts.commission + parts.payee + parts.revenue == left
    assert min(parts.tax, parts.commission, parts.payee, parts.revenue) >= 0


def test_called_off_by_the_team_everything_comes_back(shop: Shop, nora: Visitor, till: Till, sam: Person) -> None:
    made = paid(nora, shop, till)
    shop.clock.move_to(WEDNESDAY_TEN - HOURS)
    assert sam.post(f"/appointments/{made.visit.pk}/cancel", {"reason": "ill"}).status_code == 204
    worker.drain()
    refund = Refund.objects.get()
    assert (refund.amount, refund.why, refund.state) == (4_000, "team", "done")
    assert till.agrees()


def test_declined_by_the_team_everything_comes_back(shop: Shop, nora: Visitor, till: Till, sam: Person) -> None:
    shop.rules(approval="by_hand")
    made = paid(nora, shop, till)
    assert sam.post(f"/appointments/{made.visit.pk}/decline", {"reason": "full"}).status_code == 200
    worker.drain()
    assert (Refund.objects.get().amount, order_of(made).paid_amount) == (4_000, 0)
    assert till.agrees()


def test_by_hand_in_parts_and_never_more_than_is_left(shop: Shop, nora: Visitor, till: Till, ada: Person) -> None:
    made = paid(nora, shop, till)
    assert give_back(ada, made, 1_500).status_code == 200
    assert give_back(ada, made, 2_500).status_code == 200
    answer = give_back(ada, made, 1)
    assert (answer.status_code, answer.json()["code"], answer.json()["most_amount"]) == (409, "too_much_back", 0)
    worker.drain()
    assert [refund.state for refund in Refund.objects.all()] == ["done", "done"]
    assert Payment.objects.get(state="captured").refunded_amount == 4_000
    assert till.agrees()


def test_who_may_not_gives_nothing_back(
    shop: Shop, nora: Visitor, till: Till, sam: Person, mia: Person, cleo: Person
) -> None:
    made = paid(nora, shop, till)
    codes = {give_back(who, made, 100).json()["code"] for who in (sam, mia, cleo, Person())}
    assert codes <= {"not_allowed", "not_found", "sign_in_needed"}
    assert Refund.objects.count() == 0


def test_a_reason_is_needed(shop: Shop, nora: Visitor, till: Till, ada: Person) -> None:
    made = paid(nora, shop, till)
    assert give_back(ada, made, 100, note="").json()["code"] == "invalid_input"


def test_where_the_answer_is_lost_it_goes_back_once(shop: Shop, nora: Visitor, till: Till, ada: Person) -> None:
    made = paid(nora, shop, till)
    give_back(ada, made, 1_000)
    till.fake.lose_answers = 2
    worker.drain()
    assert Refund.objects.get().state == "asked"
    shop.clock.move_to(NOW + timedelta(minutes=5))
    worker.drain()
    assert (Refund.objects.get().state, len(till.fake.book.all("re"))) == ("done", 1)
    assert till.agrees()


def test_a_refund_that_fails_in_the_end_is_as_if_it_had_not_been(
    shop: Shop, nora: Visitor, till: Till, ada: Person
) -> None:
    made = paid(nora, shop, till)
    till.fake.api.refunds_end_as = "pending"
    give_back(ada, made, 1_000)
    worker.drain()
    refund = Refund.objects.get()
    assert (refund.state, order_of(made).paid_amount) == ("pending", 3_000)
    assert till.agrees()
    till.tell()
    end_refund(till.fake.book, till.fake.book.all("re")[0], "failed")
    till.tell(times=2)
    worker.drain()
    refund.refresh_from_db()
    assert (refund.state, order_of(made).paid_amount) == ("failed", 4_000)
    assert Payment.objects.get(state="captured").refunded_amount == 0
    assert till.agrees()
    till.fake.api.refunds_end_as = "succeeded"
    assert give_back(ada, made, 4_000).status_code == 200
    worker.drain()
    assert order_of(made).paid_amount == 0
    assert till.agrees()


def test_one_that_the_company_refuses_is_told_as_failed(shop: Shop, nora: Visitor, till: Till, ada: Person) -> None:
    made = paid(nora, shop, till)
    till.fake.book.all("ch")[0]["disputed"] = True
    give_back(ada, made, 1_000)
    worker.drain()
    refund = Refund.objects.get()
    assert (refund.state, refund.failure) == ("failed", "charge_disputed")
    assert LineShare.objects.get().refunded_amount == 0


def test_the_database_itself_gives_back_no_more_than_was_paid(shop: Shop, nora: Visitor, till: Till) -> None:
    made = paid(nora, shop, till)
    payment, share = Payment.objects.get(order=order_of(made), state="captured"), LineShare.objects.get()
    with pytest.raises(IntegrityError), transaction.atomic():
        Payment.objects.filter(pk=payment.pk).update(refunded_amount=4_001)
    with pytest.raises(IntegrityError), transaction.atomic():
        LineShare.objects.filter(pk=share.pk).update(refunded_amount=4_001)


def test_a_refund_is_carried_out_once_however_often_the_task_comes(
    shop: Shop, nora: Visitor, till: Till, ada: Person
) -> None:
    made = paid(nora, shop, till)
    give_back(ada, made, 700)
    refund = Refund.objects.get()
    for _ in range(3):
        refunds.carry_out(refund_id=refund.pk, now=NOW)
    assert Entry.objects.filter(kind="refund").count() == 1
    assert till.agrees()


def test_what_was_paid_in_cash_is_given_back_by_hand(shop: Shop, nora: Visitor, ada: Person, sam: Person) -> None:
    made = nora.booked(shop)
    assert sam.post(f"/orders/{made.number}/takings", {"method": "cash", "amount": 4_001}).json()["code"] == (
        "too_much_taken"
    )
    assert sam.post(f"/orders/{made.number}/takings", {"method": "cash", "amount": 4_000}).status_code == 200
    assert sam.post(f"/orders/{made.number}/takings", {"method": "cash", "amount": 1}).json()["code"] == "nothing_due"
    assert balance(Role.TILL, "GBP") == 4_000
    give_back(ada, made, 500)
    worker.drain()
    refund = Refund.objects.get()
    assert refund.state == "asked"
    assert sam.post(f"/refunds/{refund.pk}/given").json()["code"] == "not_found"
    assert ada.post(f"/refunds/{refund.pk}/given").json()["state"] == "done"
    assert ada.post(f"/refunds/{refund.pk}/given").json()["state"] == "done"
    assert balance(Role.TILL, "GBP") == 3_500


def test_what_was_given_back_for_a_visit_that_stands_is_not_owed_again(
    shop: Shop, nora: Visitor, till: Till, ada: Person
) -> None:
    made = paid(nora, shop, till)
    assert give_back(ada, made, 700).status_code == 200
    for _ in range(2):  # asked for, and booked
        told = nora.get(f"/orders/{made.number}", x_order_token=made.token).json()
        assert (told["due_amount"], told["can_pay"]) == (0, False)
        taking = ada.post(f"/orders/{made.number}/takings", {"method": "cash", "amount": 1})
        assert taking.json()["code"] == "nothing_due"
        let_all_recur()
        worker.drain()
    assert order_of(made).paid_amount == 3_300
