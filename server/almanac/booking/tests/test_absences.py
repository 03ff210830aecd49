"""One side was not there: what it means, who may say so, and how it is taken back. docs/algorithms/cancellation.md."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from django.core import mail

from almanac.booking.actions.change_requests import close_begun
from almanac.booking.models import ChangeRequest
from almanac.kit.actor import ScopeAction
from almanac.ledger.queries import broken_laws
from almanac.outbox import worker
from almanac.outbox.models import EventRow
from almanac.payments.models import Payment, Refund
from almanac.people.models import ManagerScope
from almanac.sales.models import OrderLine, VisitPass
from tests.cast import Person
from tests.packages import earned_by, left_of, owed_of
from tests.pass_cases import done, visit
from tests.shop import WEDNESDAY_TEN, Booked, Shop, Visitor
from tests.tills import Till, order_of, paid

pytestmark = pytest.mark.django_db
BEGUN = WEDNESDAY_TEN + timedelta(minutes=20)
OVER = WEDNESDAY_TEN + timedelta(hours=1)


@pytest.fixture
def half(shop: Shop) -> None:
    """Half of the price for whoever is not there, as long as calling off brings something back until the start."""
    shop.rules(missed_fee_percent=50, cancellation_windows=[{"hours_before": 0, "refund_percent": 100}])


def told(person: Person, made: Booked, of: str) -> Any:
    return person.get(f"/appointments/{made.visit.pk}/absence?of={of}", x_order_token=made.token)


def mark(person: Person, made: Booked, what: str = "no-show", **more: Any) -> Any:
    of = "customer" if what == "no-show" else "team"
    token = told(person, made, of).json().get("token", "none")
    return person.post(f"/appointments/{made.visit.pk}/{what}", {"token": token, **more})


def undo(person: Person, made: Booked) -> Any:
    return person.post(f"/appointments/{made.visit.pk}/no-show/undo")


def report(visitor: Person, made: Booked, **more: Any) -> Any:
    body = {"kind": "absent", "note": "I waited an hour", **more}
    return visitor.post(f"/appointments/{made.visit.pk}/change-requests", body, x_order_token=made.token)


def answer(person: Person, request: str, what: str, body: Any) -> Any:
    return person.post(f"/change-requests/{request}/{what}", body)


def code_of(found: Any) -> tuple[int, str]:
    return found.status_code, found.json()["code"]


def line_of(made: Booked) -> OrderLine:
    return order_of(made).lines.get()


def owed(visitor: Person, made: Booked) -> tuple[int, int]:
    found = visitor.get(f"/orders/{made.number}", x_order_token=made.token).json()
    return found["due_amount"], found["paid_amount"]


# The customer was not there


@pytest.mark.usefixtures("half")
def test_the_fee_is_kept_and_the_rest_goes_back_as_shown(
    shop: Shop, nora: Visitor, sam: Person, ada: Person, till: Till
) -> None:
    made = paid(nora, shop, till)
    shop.clock.move_to(BEGUN)
    shown = told(sam, made, "customer").json()
    assert (shown["refund_amount"], shown["fee_amount"], shown["owed_amount"], shown["paid_amount"]) == (
        2_000,
        2_000,
        0,
        4_000,
    )
    assert shown["ways"] == [{"method": "card", "amount": 2_000}]
    assert shown["kept"] is None
    kept = told(ada, made, "customer").json()["kept"]
    assert kept["business_amount"] + kept["payee_amount"] + kept["commission_amount"] + kept["tax_amount"] == 2_000
    answered = mark(sam, made)
    assert (answered.status_code, answered.json()["state"], answered.json()["missed_by"]) == (
        200,
        "no_show",
        "customer",
    )
    worker.drain()
    assert (line_of(made).paid_amount, line_of(made).fee_amount, owed(nora, made)) == (2_000, 2_000, (0, 2_000))
    assert list(broken_laws()) == []
    assert till.agrees()


def test_without_another_rule_all_of_it_is_kept(shop: Shop, nora: Visitor, sam: Person, till: Till) -> None:
    made = paid(nora, shop, till)
    shop.clock.move_to(BEGUN)
    assert mark(sam, made).status_code == 200
    worker.drain()
    assert (line_of(made).paid_amount, Refund.objects.count()) == (4_000, 0)


@pytest.mark.usefixtures("half")
def test_what_was_not_paid_of_the_fee_is_owed_and_no_more(shop: Shop, nora: Visitor, sam: Person) -> None:
    made = nora.booked(shop)
    shop.clock.move_to(BEGUN)
    assert told(sam, made, "customer").json()["owed_amount"] == 2_000
    assert mark(sam, made).status_code == 200
    assert owed(nora, made) == (2_000, 0)
    assert Payment.objects.get().amount == 2_000


@pytest.mark.usefixtures("half")
def test_the_policy_is_the_one_it_was_sold_under(shop: Shop, nora: Visitor, sam: Person, till: Till) -> None:
    made = paid(nora, shop, till)
    shop.rules(missed_fee_percent=100)
    shop.clock.move_to(BEGUN)
    assert told(sam, made, "customer").json()["fee_amount"] == 2_000


@pytest.mark.usefixtures("half")
def test_a_service_may_have_its_own_rule(shop: Shop, nora: Visitor, sam: Person) -> None:
    shop.clean.booking_rules = {"missed_fee_percent": 10}
    shop.clean.save()
    made = nora.booked(shop)
    shop.clock.move_to(BEGUN)
    assert told(sam, made, "customer").json()["fee_amount"] == 400


def test_anything_else_than_what_was_shown_is_not_done(shop: Shop, nora: Visitor, sam: Person, till: Till) -> None:
    made = paid(nora, shop, till)
    shop.clock.move_to(BEGUN)
    token = told(sam, made, "customer").json()["token"]
    path = f"/appointments/{made.visit.pk}/no-show"
    assert sam.post(path, {}).status_code == 422
    line = line_of(made)
    OrderLine.objects.filter(pk=line.pk).update(
        policy={
            **line.policy,
            "missed_fee_percent": 50,
            "cancellation_windows": [{"hours_before": 0, "refund_percent": 100}],
        }
    )
    refused = sam.post(path, {"token": token})
    assert code_of(refused) == (409, "consequence_changed")
    assert (refused.json()["refund_amount"], refused.json()["fee_amount"]) == (2_000, 2_000)
    assert (made.visit.state, made.visit.missed_by, Refund.objects.count()) == ("confirmed", "", 0)
    worker.drain()
    assert not EventRow.objects.filter(name="scheduling.appointment_missed").exists()
    assert not any("missed" in letter.subject for letter in mail.outbox)


def test_only_from_the_start_on_and_only_by_whoever_looks_after_it(
    shop: Shop, nora: Visitor, sam: Person, sid: Person, max_: Person, cleo: Person
) -> None:
    made = nora.booked(shop)
    assert told(sam, made, "customer").json()["refused_reason"] == "not_yet"
    assert code_of(mark(sam, made)) == (409, "wrong_state")
    assert code_of(mark(sam, made, "not-served")) == (409, "wrong_state")
    shop.clock.move_to(BEGUN)
    for what in ("no-show", "not-served"):
        path = f"/appointments/{made.visit.pk}/{what}"
        assert code_of(nora.post(path, {"token": "x"}, x_order_token=made.token)) == (401, "sign_in_needed")
        assert code_of(sid.post(path, {"token": "x"})) == (404, "not_found")
        assert code_of(cleo.post(path, {"token": "x"})) == (404, "not_found")
    assert told(nora, made, "customer").json()["refused_reason"] == "not_yours"
    assert mark(sam, made).status_code == 200
    assert told(sam, made, "customer").json()["refused_reason"] == "over"
    assert code_of(mark(sam, made)) == (409, "wrong_state")


def test_its_customer_is_written_to_and_nobody_else(shop: Shop, nora: Visitor, sam: Person) -> None:
    made = nora.booked(shop)
    worker.drain()
    mail.outbox.clear()
    shop.clock.move_to(BEGUN)
    mark(sam, made)
    worker.drain()
    (letter,) = mail.outbox
    assert letter.to == ["nora@example.com"]
    assert letter.subject.startswith("We missed you")
    assert "this costs £40." in letter.body
    assert "£40 is still to be paid" in letter.body


# A mistake


def test_a_mark_by_mistake_is_taken_back(shop: Shop, nora: Visitor, sam: Person, till: Till) -> None:
    made = paid(nora, shop, till)
    mail.outbox.clear()
    shop.clock.move_to(BEGUN)
    mark(sam, made)
    answered = undo(sam, made)
    assert (answered.status_code, answered.json()["state"], answered.json()["missed_by"]) == (200, "confirmed", "")
    worker.drain()
    assert (line_of(made).fee_amount, line_of(made).paid_amount, mail.outbox) == (None, 4_000, [])
    assert EventRow.objects.filter(name="scheduling.missed_undone").count() == 1
    assert sam.post(f"/appointments/{made.visit.pk}/complete").status_code == 200


@pytest.mark.usefixtures("half")
def test_what_is_owed_is_the_price_again(shop: Shop, nora: Visitor, sam: Person) -> None:
    made = nora.booked(shop)
    shop.clock.move_to(BEGUN)
    mark(sam, made)
    assert undo(sam, made).status_code == 200
    assert (owed(nora, made), Payment.objects.get().amount) == ((4_000, 0), 4_000)


@pytest.mark.usefixtures("half")
def test_not_where_money_went_back(shop: Shop, nora: Visitor, sam: Person, till: Till) -> None:
    made = paid(nora, shop, till)
    shop.clock.move_to(BEGUN)
    mark(sam, made)
    assert code_of(undo(sam, made)) == (409, "money_moved")
    worker.drain()
    assert code_of(undo(sam, made)) == (409, "money_moved")
    assert (made.visit.state, line_of(made).fee_amount) == ("no_show", 2_000)


def test_only_a_mark_and_only_by_whoever_looks_after_it(shop: Shop, nora: Visitor, sam: Person, sid: Person) -> None:
    made = nora.booked(shop)
    shop.clock.move_to(BEGUN)
    assert code_of(undo(sam, made)) == (409, "wrong_state")
    mark(sam, made)
    assert code_of(undo(sid, made)) == (404, "not_found")
    assert code_of(undo(Person(), made)) == (401, "sign_in_needed")


# Nobody came


def test_where_nobody_came_everything_goes_back(shop: Shop, nora: Visitor, sam: Person, till: Till) -> None:
    made = paid(nora, shop, till)
    worker.drain()
    mail.outbox.clear()
    shop.clock.move_to(OVER)
    shown = told(sam, made, "team").json()
    assert (shown["refund_amount"], shown["fee_amount"], shown["ways"]) == (
        4_000,
        0,
        [{"method": "card", "amount": 4_000}],
    )
    answered = mark(sam, made, "not-served", reason="The van broke down")
    assert (answered.status_code, answered.json()["state"], answered.json()["missed_by"]) == (200, "cancelled", "staff")
    worker.drain()
    assert (line_of(made).paid_amount, order_of(made).state) == (0, "cancelled")
    assert any(letter.subject.startswith("We are sorry") for letter in mail.outbox)
    assert not any("will not take place" in letter.body for letter in mail.outbox)
    assert list(broken_laws()) == []
    assert till.agrees()


@pytest.mark.usefixtures("half")
def test_also_after_it_was_said_that_the_customer_was_not_there(
    shop: Shop, nora: Visitor, sam: Person, ada: Person, till: Till
) -> None:
    made = paid(nora, shop, till)
    shop.clock.move_to(BEGUN)
    mark(sam, made)
    worker.drain()
    assert mark(ada, made, "not-served").status_code == 200
    worker.drain()
    assert (line_of(made).paid_amount, line_of(made).fee_amount) == (0, None)
    assert sorted(Refund.objects.values_list("amount", flat=True)) == [2_000, 2_000]
    assert till.agrees()


def test_a_fee_that_was_owed_is_owed_no_more(shop: Shop, nora: Visitor, sam: Person, ada: Person) -> None:
    made = nora.booked(shop)
    shop.clock.move_to(BEGUN)
    mark(sam, made)
    assert mark(ada, made, "not-served").status_code == 200
    assert owed(nora, made) == (0, 0)


def test_the_visit_of_a_package_comes_back_even_where_it_was_earned(
    shop: Shop,
    held: VisitPass,
    rival: Visitor,
    ada: Person,
    till: Till,
) -> None:
    made = visit(rival, shop, held)
    before = (left_of(held), owed_of(held))
    done(shop, made)
    worker.drain()
    assert earned_by(shop.business) == 2_777
    assert told(ada, made, "team").json()["visit_returns"] is True
    assert mark(ada, made, "not-served").status_code == 200
    worker.drain()
    assert (earned_by(shop.business), left_of(held), owed_of(held)) == (0, before[0] + 1, before[1])
    assert list(broken_laws()) == []


# Reported by its customer


@pytest.fixture
def over(shop: Shop, nora: Visitor, till: Till) -> Booked:
    """Nora's visit by Sam, paid, and over."""
    made = paid(nora, shop, till)
    shop.clock.move_to(OVER, tick=False)
    worker.drain()
    mail.outbox.clear()
    return made


def test_a_report_changes_nothing_and_asks_the_team(
    shop: Shop, nora: Visitor, over: Booked, sam: Person, ada: Person
) -> None:
    seen = nora.get(f"/orders/{over.number}", x_order_token=over.token).json()["lines"][0]
    assert (seen["can_report"], told(nora, over, "team").json()["refund_amount"]) == (True, 4_000)
    assert report(nora, over).status_code == 200
    seen = nora.get(f"/orders/{over.number}", x_order_token=over.token).json()["lines"][0]
    assert (seen["can_report"], seen["state"], seen["change_request"]["kind"]) == (False, "confirmed", "absent")
    (row,) = ada.get("/change-requests?state=open").json()["items"]
    assert (row["kind"], row["can_answer"], row["can_decline"], row["note"]) == (
        "absent",
        True,
        True,
        "I waited an hour",
    )
    (own,) = sam.get("/change-requests?state=open").json()["items"]
    assert (own["can_answer"], own["can_decline"]) == (True, False)
    worker.drain()
    assert any("did nobody come" in letter.subject for letter in mail.outbox)
    assert Refund.objects.count() == 0


def test_the_clock_leaves_a_report_open(shop: Shop, nora: Visitor, over: Booked) -> None:
    report(nora, over)
    shop.clock.move_to(OVER + timedelta(days=9))
    assert close_begun(now=OVER + timedelta(days=9)) == 0
    assert ChangeRequest.objects.get().state == "open"


def test_what_was_asked_before_does_not_stand_in_its_way(shop: Shop, nora: Visitor, over: Booked) -> None:
    ChangeRequest.objects.create(appointment=over.visit, order=over.order, kind="move")
    assert report(nora, over).status_code == 200
    assert sorted(ChangeRequest.objects.values_list("kind", "state")) == [("absent", "open"), ("move", "closed")]


@pytest.mark.parametrize(
    ("after", "reason"), [(-timedelta(hours=1, seconds=1), "not_yet"), (timedelta(hours=48, seconds=1), "over")]
)
def test_in_its_time(shop: Shop, nora: Visitor, over: Booked, after: timedelta, reason: str) -> None:
    shop.clock.move_to(OVER + after, tick=False)
    refused = report(nora, over)
    assert (code_of(refused), refused.json()["reason"]) == ((409, "too_late_to_change"), reason)


def test_by_its_customer_alone_and_once(
    shop: Shop, nora: Visitor, over: Booked, cleo: Person, sam: Person, ada: Person
) -> None:
    path = f"/appointments/{over.visit.pk}/change-requests"
    assert code_of(cleo.post(path, {"kind": "absent"})) == (404, "not_found")
    assert code_of(sam.post(path, {"kind": "absent"})) == (403, "not_allowed")
    request = report(nora, over).json()["id"]
    assert code_of(report(nora, over)) == (409, "already_asked")
    assert answer(ada, request, "decline", {"words": "Sam was there, see the photo"}).status_code == 204
    assert code_of(report(nora, over)) == (409, "already_asked")


def test_yes_gives_all_of_it_back_as_shown(shop: Shop, nora: Visitor, over: Booked, sam: Person, till: Till) -> None:
    request = report(nora, over).json()["id"]
    assert code_of(answer(sam, request, "accept", {})) == (409, "consequence_changed")
    token = told(sam, over, "team").json()["token"]
    assert answer(sam, request, "accept", {"token": token}).status_code == 204
    worker.drain()
    assert (over.visit.state, over.visit.missed_by, line_of(over).paid_amount) == ("cancelled", "staff", 0)
    assert ChangeRequest.objects.get().state == "done"
    assert EventRow.objects.filter(name="booking.change_agreed").count() == 1
    assert till.agrees()


def test_no_wants_words_and_is_not_for_whom_it_is_about(
    shop: Shop, nora: Visitor, over: Booked, sam: Person, ada: Person
) -> None:
    request = report(nora, over).json()["id"]
    assert code_of(answer(sam, request, "decline", {"words": "I was there"})) == (403, "not_allowed")
    assert code_of(answer(ada, request, "decline", {"words": " "})) == (422, "reason_missing")
    assert answer(ada, request, "decline", {"words": "Sam was there"}).status_code == 204
    worker.drain()
    (letter,) = [each for each in mail.outbox if each.to == ["nora@example.com"]]
    assert "Sam was there" in letter.body
    seen = nora.get(f"/orders/{over.number}", x_order_token=over.token).json()["lines"][0]["change_request"]
    assert (seen["state"], seen["answer"], line_of(over).paid_amount) == ("declined", "Sam was there", 4_000)


def test_it_proposes_no_other_time(shop: Shop, nora: Visitor, over: Booked, ada: Person) -> None:
    request = report(nora, over).json()["id"]
    later = (WEDNESDAY_TEN + timedelta(days=7)).isoformat()
    assert answer(ada, request, "propose", {"starts_at": later}).status_code == 422


def test_somebody_said_so_meanwhile(shop: Shop, nora: Visitor, over: Booked, ada: Person, sam: Person) -> None:
    request = report(nora, over).json()["id"]
    token = told(sam, over, "team").json()["token"]
    assert mark(ada, over, "not-served").status_code == 200
    assert code_of(answer(sam, request, "accept", {"token": token})) == (409, "request_over")
    worker.drain()
    assert ChangeRequest.objects.get().state == "closed"


def test_a_manager_answers_what_is_in_scope(shop: Shop, nora: Visitor, over: Booked, max_: Person) -> None:
    request = report(nora, over).json()["id"]
    scope = ManagerScope.objects.get(user__username="max")
    assert ScopeAction.APPOINTMENTS in scope.actions
    assert answer(max_, request, "decline", {"words": "Sam was there"}).status_code == 204
