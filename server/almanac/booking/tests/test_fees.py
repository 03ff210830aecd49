"""Fees beyond what was paid, what somebody agrees to, and the 14 days of the law: docs/algorithms/cancellation.md."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any
from unittest.mock import patch

import pytest

from almanac.booking.models import ChangeRequest
from almanac.kit import clock
from almanac.ledger.queries import broken_laws
from almanac.outbox import worker
from almanac.payments.actions import charges
from almanac.payments.actions.takings import record_taking
from almanac.payments.models import DueCharge, KeptMethod, Payment, Refund
from almanac.payments.queries import charges_due, outstanding
from almanac.sales.models import OrderLine
from tests.cast import Person
from tests.shop import NOW, WEDNESDAY_TEN, Booked, Shop, Visitor
from tests.tills import AWAY_FAILS, Till, keeps, order_of, paid

pytestmark = pytest.mark.django_db
LATE = WEDNESDAY_TEN - timedelta(hours=13)  # half of the price
BEGUN = WEDNESDAY_TEN + timedelta(minutes=20)


def consequence(person: Person, made: Booked) -> Any:
    return person.get(f"/appointments/{made.visit.pk}/cancellation", x_order_token=made.token).json()


def cancel(person: Person, made: Booked, **more: Any) -> Any:
    return person.post(f"/appointments/{made.visit.pk}/cancel", more, x_order_token=made.token)


def asked(nora: Visitor, made: Booked) -> str:
    body = {"kind": "cancel", "note": "I am ill"}
    answer = nora.post(f"/appointments/{made.visit.pk}/change-requests", body, x_order_token=made.token)
    assert answer.status_code == 200, answer.content
    return str(answer.json()["id"])


def money(person: Person, request: str, back: str = "policy", amount: int = 0) -> Any:
    return person.get(f"/change-requests/{request}/money?back={back}&amount={amount}")


def agree(person: Person, request: str, back: str = "policy", amount: int = 0, token: str | None = None) -> Any:
    shown = money(person, request, back, amount).json().get("token", "") if token is None else token
    return person.post(f"/change-requests/{request}/accept", {"back": back, "amount": amount, "token": shown})


def owed(person: Person, made: Booked) -> int:
    return int(person.get(f"/orders/{made.number}", x_order_token=made.token).json()["due_amount"])


def code_of(found: Any) -> tuple[int, str]:
    return found.status_code, found.json()["code"]


def run_charges() -> None:
    for charge in list(charges_due(clock.now())):
        charges.run(charge_id=charge.pk, now=clock.now())
    worker.drain()


def line_of(made: Booked) -> OrderLine:
    return order_of(made).lines.get()


# A fee greater than what was paid


@pytest.fixture
def unpaid(shop: Shop, nora: Visitor) -> Booked:
    """To be paid on the day, and sold so that fees are charged."""
    shop.rules(charge_fees=True)
    return nora.booked(shop)


def test_it_is_charged_to_the_kept_card_as_was_read(shop: Shop, nora: Visitor, unpaid: Booked, till: Till) -> None:
    keeps(till, unpaid.order)
    shop.clock.move_to(LATE, tick=False)
    shown = consequence(nora, unpaid)
    assert (shown["allowed"], shown["fee_amount"], shown["owed_amount"], shown["charged_to"]) == (
        True,
        2_000,
        2_000,
        "Visa 4242",
    )
    assert nora.get(f"/orders/{unpaid.number}", x_order_token=unpaid.token).json()["lines"][0]["can_cancel"] is True
    assert cancel(nora, unpaid, token=shown["token"]).status_code == 204
    assert (unpaid.order.state, line_of(unpaid).fee_amount, outstanding(unpaid.order)) == (
        "cancelled",
        2_000,
        {line_of(unpaid).pk: 2_000},
    )
    run_charges()
    assert (line_of(unpaid).paid_amount, owed(nora, unpaid), DueCharge.objects.get().state) == (2_000, 0, "paid")
    assert list(broken_laws()) == []
    assert till.agrees()


def test_a_card_that_says_no_leaves_it_owed(shop: Shop, nora: Visitor, unpaid: Booked, till: Till) -> None:
    keeps(till, unpaid.order, AWAY_FAILS)
    shop.clock.move_to(LATE, tick=False)
    assert cancel(nora, unpaid, token=consequence(nora, unpaid)["token"]).status_code == 204
    run_charges()
    assert (line_of(unpaid).paid_amount, owed(nora, unpaid), DueCharge.objects.get().state) == (0, 2_000, "failed")


def test_without_a_card_or_without_the_rule_a_customer_asks(
    shop: Shop, nora: Visitor, rival: Visitor, unpaid: Booked, till: Till
) -> None:
    shop.clock.move_to(LATE, tick=False)
    shown = consequence(nora, unpaid)
    assert (shown["refused_reason"], shown["charged_to"]) == ("too_late", "")
    assert code_of(cancel(nora, unpaid)) == (409, "too_late_to_change")
    keeps(till, unpaid.order)
    assert consequence(nora, unpaid)["allowed"] is True
    line = line_of(unpaid)
    OrderLine.objects.filter(pk=line.pk).update(policy={**line.policy, "charge_fees": False})
    assert consequence(nora, unpaid)["refused_reason"] == "too_late"
    assert DueCharge.objects.count() == 0


def test_a_card_that_was_taken_away_meanwhile_is_another_answer(
    shop: Shop, nora: Visitor, unpaid: Booked, till: Till, sam: Person
) -> None:
    keeps(till, unpaid.order)
    shop.clock.move_to(BEGUN, tick=False)
    path = f"/appointments/{unpaid.visit.pk}"
    shown = sam.get(f"{path}/absence?of=customer").json()
    assert shown["charged_to"] == "Visa 4242"
    KeptMethod.objects.update(removed_at=clock.now())
    assert code_of(sam.post(f"{path}/no-show", {"token": shown["token"]})) == (409, "consequence_changed")
    assert DueCharge.objects.count() == 0


def test_a_missed_visit_is_charged_too(shop: Shop, nora: Visitor, unpaid: Booked, till: Till, sam: Person) -> None:
    keeps(till, unpaid.order)
    shop.clock.move_to(BEGUN, tick=False)
    path = f"/appointments/{unpaid.visit.pk}"
    token = sam.get(f"{path}/absence?of=customer").json()["token"]
    assert sam.post(f"{path}/no-show", {"token": token}).status_code == 200
    run_charges()
    assert (line_of(unpaid).paid_amount, owed(nora, unpaid)) == (4_000, 0)
    assert code_of(sam.post(f"{path}/no-show/undo")) == (409, "money_moved")
    assert till.agrees()


def test_a_missed_visit_is_charged_beside_a_charge_by_hand(
    shop: Shop, nora: Visitor, unpaid: Booked, till: Till, sam: Person
) -> None:
    """That one may come to nothing, and what was read out is charged by itself all the same."""
    keeps(till, unpaid.order)
    body = {"what": "due", "shown_amount": 4_000, "shown_card": "Visa 4242", "agreed": True}
    with patch("almanac.payments.actions.by_hand.run", side_effect=SystemExit), pytest.raises(SystemExit):
        sam.post(f"/orders/{unpaid.number}/kept-charges", body)
    shop.clock.move_to(BEGUN)
    path = f"/appointments/{unpaid.visit.pk}"
    shown = sam.get(f"{path}/absence?of=customer").json()
    assert shown["charged_to"] == "Visa 4242"
    assert sam.post(f"{path}/no-show", {"token": shown["token"]}).status_code == 200
    by_itself = DueCharge.objects.filter(lines__by_hand=False, lines__line=line_of(unpaid), lines__is_live=True)
    assert by_itself.count() == 1


def test_a_mistake_calls_a_charge_off_that_was_not_tried(
    shop: Shop, nora: Visitor, unpaid: Booked, till: Till, sam: Person
) -> None:
    keeps(till, unpaid.order)
    shop.clock.move_to(BEGUN, tick=False)
    path = f"/appointments/{unpaid.visit.pk}"
    token = sam.get(f"{path}/absence?of=customer").json()["token"]
    sam.post(f"{path}/no-show", {"token": token})
    assert sam.post(f"{path}/no-show/undo").status_code == 200
    run_charges()
    assert (DueCharge.objects.get().state, line_of(unpaid).paid_amount, owed(nora, unpaid)) == ("withdrawn", 0, 4_000)


# What somebody agrees to


@pytest.mark.parametrize(
    ("back", "amount", "refund", "fee", "waived"),
    [("policy", 0, 2_000, 2_000, 0), ("all", 0, 4_000, 0, 2_000), ("amount", 2_501, 2_501, 1_499, 501)],
)
def test_each_choice_is_shown_and_carried_out_to_the_penny(
    shop: Shop, nora: Visitor, sam: Person, till: Till, back: str, amount: int, refund: int, fee: int, waived: int
) -> None:
    made = paid(nora, shop, till)
    shop.clock.move_to(LATE, tick=False)
    line = line_of(made)  # what is kept is more than was paid once somebody gave some back: then they ask
    request = str(ChangeRequest.objects.create(appointment=made.visit, order=made.order, kind="cancel").pk)
    shown = money(sam, request, back, amount).json()
    assert (shown["refund_amount"], shown["fee_amount"], shown["waived_amount"], shown["owed_amount"]) == (
        refund,
        fee,
        waived,
        0,
    )
    assert (shown["least_amount"], shown["most_amount"], shown["paid_amount"]) == (2_000, 4_000, 4_000)
    assert shown["ways"] == [{"method": "card", "amount": refund}]
    assert agree(sam, request, back, amount).status_code == 204
    worker.drain()
    line.refresh_from_db()
    assert (line.paid_amount, made.visit.state, ChangeRequest.objects.get().state) == (
        4_000 - refund,
        "cancelled",
        "done",
    )
    assert owed(nora, made) == 0
    assert list(broken_laws()) == []
    assert till.agrees()


@pytest.mark.parametrize("amount", [1_999, 4_001])
def test_no_less_than_agreed_and_no_more_than_paid(
    shop: Shop, nora: Visitor, sam: Person, till: Till, amount: int
) -> None:
    made = paid(nora, shop, till)
    shop.clock.move_to(LATE, tick=False)
    request = str(ChangeRequest.objects.create(appointment=made.visit, order=made.order, kind="cancel").pk)
    assert money(sam, request, "amount", amount).status_code == 422
    assert agree(sam, request, "amount", amount, token="any").status_code == 422
    assert (made.visit.state, Refund.objects.count()) == ("confirmed", 0)


def test_anything_else_than_what_was_shown_is_not_done(shop: Shop, nora: Visitor, sam: Person, till: Till) -> None:
    made = paid(nora, shop, till)
    shop.clock.move_to(LATE, tick=False)
    request = str(ChangeRequest.objects.create(appointment=made.visit, order=made.order, kind="cancel").pk)
    of_all = money(sam, request, "all").json()["token"]
    for token in ("", of_all):
        assert code_of(agree(sam, request, "policy", token=token)) == (409, "consequence_changed")
    early = money(sam, request, "policy").json()["token"]
    shop.clock.move_to(WEDNESDAY_TEN - timedelta(hours=1), tick=False)  # another window by now
    assert code_of(agree(sam, request, "policy", token=early)) == (409, "consequence_changed")
    assert (made.visit.state, ChangeRequest.objects.get().state, Refund.objects.count()) == ("confirmed", "open", 0)


def test_by_the_policy_what_was_not_paid_is_owed_and_can_be_paid(
    shop: Shop, nora: Visitor, sam: Person, ada: Person
) -> None:
    made = nora.booked(shop)
    shop.clock.move_to(LATE, tick=False)
    request = asked(nora, made)
    shown = money(sam, request).json()
    assert (shown["owed_amount"], shown["charged_to"], shown["waived_amount"]) == (2_000, "", 0)
    assert agree(sam, request).status_code == 204
    assert (made.order.state, line_of(made).fee_amount, owed(nora, made)) == ("cancelled", 2_000, 2_000)
    assert (Payment.objects.get().state, Payment.objects.get().amount) == ("due", 2_000)
    record_taking(actor=ada.actor, order=made.order, method="cash", amount=2_000, now=clock.now())
    assert (line_of(made).paid_amount, owed(nora, made)) == (2_000, 0)
    assert list(broken_laws()) == []


def test_letting_it_go_is_said_and_leaves_nothing_owed(shop: Shop, nora: Visitor, sam: Person) -> None:
    made = nora.booked(shop)
    shop.clock.move_to(LATE, tick=False)
    request = asked(nora, made)
    assert money(sam, request, "all").json()["waived_amount"] == 2_000
    assert agree(sam, request, "all").status_code == 204
    assert (line_of(made).fee_amount, owed(nora, made), Payment.objects.get().state) == (None, 0, "cancelled")


def test_the_money_is_for_whoever_answers(
    shop: Shop, nora: Visitor, sam: Person, sid: Person, ada: Person, cleo: Person
) -> None:
    made = nora.booked(shop)
    shop.clock.move_to(LATE, tick=False)
    request = asked(nora, made)
    assert code_of(Person().get(f"/change-requests/{request}/money")) == (401, "sign_in_needed")
    for other in (sid, cleo):
        assert code_of(money(other, request)) == (404, "not_found")
    assert money(sam, request).json()["kept"] is None
    assert money(ada, request).json()["kept"] is not None
    ChangeRequest.objects.update(kind="move")
    assert code_of(money(ada, request)) == (404, "not_found")


# The law of distance contracts


FAR = datetime(2026, 3, 20, 10, tzinfo=UTC)
LAST = datetime(2026, 3, 16, 23, 59, 59, tzinfo=UTC)  # of the 14th day after the order's
STRICT = [{"hours_before": 24 * 30, "refund_percent": 100}]


@pytest.fixture
def by_law(shop: Shop) -> None:
    shop.rules(right_to_cancel=True, cancellation_windows=STRICT, lead_time_minutes=0)


@pytest.mark.usefixtures("by_law")
def test_in_fourteen_days_everything_comes_back_whatever_the_scale_says(shop: Shop, nora: Visitor, till: Till) -> None:
    made = paid(nora, shop, till)
    shown = consequence(nora, made)
    assert (shown["by_law"], shown["refund_percent"], shown["refund_amount"], shown["fee_amount"]) == (
        True,
        100,
        4_000,
        0,
    )
    assert shown["answer_changes_at"] == "2026-03-04T10:00:00Z"  # when it begins
    assert cancel(nora, made, token=shown["token"]).status_code == 204
    worker.drain()
    assert line_of(made).paid_amount == 0
    assert till.agrees()


@pytest.mark.usefixtures("by_law")
@pytest.mark.parametrize(("at", "percent"), [(NOW, 100), (LAST, 100), (LAST + timedelta(seconds=1), 0)])
def test_until_the_end_of_the_fourteenth_day(shop: Shop, nora: Visitor, till: Till, at: datetime, percent: int) -> None:
    made = paid(nora, shop, till, at=FAR)
    shop.clock.move_to(at, tick=False)
    shown = consequence(nora, made)
    assert (shown["refund_percent"], shown["by_law"]) == (percent, percent == 100)
    if percent:
        assert shown["answer_changes_at"] == "2026-03-17T00:00:00Z"


def test_where_the_law_does_not_hold_the_scale_counts(shop: Shop, nora: Visitor, till: Till) -> None:
    shop.rules(right_to_cancel=False, cancellation_windows=STRICT)
    made = paid(nora, shop, till)
    assert (consequence(nora, made)["refund_percent"], consequence(nora, made)["by_law"]) == (0, False)


@pytest.mark.usefixtures("by_law")
def test_a_service_may_be_outside_the_law(shop: Shop, nora: Visitor, till: Till) -> None:
    shop.clean.booking_rules = {"right_to_cancel": False}
    shop.clean.save()
    made = paid(nora, shop, till)
    assert consequence(nora, made)["refund_percent"] == 0


@pytest.mark.usefixtures("by_law")
def test_with_or_without_consent_what_is_not_done_goes_back_whole(shop: Shop, nora: Visitor, till: Till) -> None:
    made = paid(nora, shop, till, at=FAR)
    for consent in (NOW, None):
        made.order.__class__.objects.filter(pk=made.order.pk).update(early_start_consent_at=consent)
        assert consequence(nora, made)["refund_percent"] == 100


@pytest.mark.usefixtures("by_law")
def test_what_was_done_is_kept_and_what_was_not_goes_back(shop: Shop, nora: Visitor, till: Till, sam: Person) -> None:
    nora.ready(shop)
    nora.want(shop.call)
    nora.hold(FAR, line=1, staff=shop.sid)
    answer = nora.book(payment_method="card")
    made = Booked(**answer.json())
    url = nora.post(f"/orders/{made.number}/payments", {"method": "card"}, x_order_token=made.token).json()["url"]
    till.pay(url)
    till.tell()
    worker.drain()
    shop.clock.move_to(BEGUN, tick=False)
    done, ahead = [each.appointment for each in made.order.lines.order_by("position")]
    assert done
    assert ahead
    path = f"/appointments/{done.pk}/cancellation"
    assert nora.get(path, x_order_token=made.token).json()["refused_reason"] == "over"
    shown = nora.get(f"/appointments/{ahead.pk}/cancellation", x_order_token=made.token).json()
    assert (shown["refund_amount"], shown["by_law"]) == (2_500, True)


@pytest.mark.usefixtures("by_law")
def test_not_being_there_is_no_cancelling(shop: Shop, nora: Visitor, till: Till, sam: Person) -> None:
    made = paid(nora, shop, till)
    shop.clock.move_to(BEGUN, tick=False)
    assert sam.get(f"/appointments/{made.visit.pk}/absence?of=customer").json()["fee_amount"] == 4_000
