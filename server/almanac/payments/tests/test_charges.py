"""Charges while the customer is away: planned, moved, called off, tried again, given up; never twice, never what is paid."""

from __future__ import annotations

from datetime import timedelta
from typing import Any
from uuid import UUID, uuid4

import pytest
from django.db import IntegrityError, transaction
from hypothesis import given
from hypothesis import strategies as st

from almanac.business.models import Setting
from almanac.kit.actor import SYSTEM, Actor, Role
from almanac.kit.errors import NotAllowed, NotFound
from almanac.outbox import worker
from almanac.outbox.models import EventRow
from almanac.payments import queries
from almanac.payments.actions import charges, keeping, takings
from almanac.payments.actions.settling import settle
from almanac.payments.books import shares_of
from almanac.payments.errors import AlreadyPlanned, NothingDue
from almanac.payments.models import ChargedLine, DueCharge, KeptMethod, Payment, Refund
from almanac.payments.providers.online import PaymentStanding, Stage
from almanac.sales.links import order_token
from almanac.sales.models import Order, OrderLine
from fakes.stripe.intents import new_intent
from tests.cast import Person
from tests.shop import NOW, WEDNESDAY_TEN, Booked, Shop, Visitor
from tests.tills import AWAY_FAILS, CHALLENGED, Till, check, keeps, order_of, page_of

pytestmark = pytest.mark.django_db
ADMIN = Actor(Role.ADMIN)
DAY = timedelta(days=1)
HOUR = timedelta(hours=1)
TOMORROW = NOW + DAY


def booked_twice(visitor: Visitor, shop: Shop) -> Booked:
    """Two cleans of 40.00 in one order, to be paid on the day."""
    visitor.place()
    for number in (0, 1):
        assert visitor.want(shop.clean).status_code == 200
        held = visitor.hold(WEDNESDAY_TEN + 2 * number * HOUR, line=number, staff=shop.sam)
        assert held.status_code == 200, held.content
    visitor.type_in()
    answer = visitor.book()
    assert answer.status_code == 200, answer.content
    return Booked(**answer.json())


def lines_of(order: Order) -> list[OrderLine]:
    return list(order.lines.order_by("position"))


def plan(order: Order, *numbers: int, at: Any = TOMORROW) -> DueCharge:
    lines = lines_of(order)
    return charges.plan(order=order, line_ids=[lines[number].pk for number in numbers or (0,)], due_at=at)


def at(shop: Shop, moment: Any) -> Any:
    shop.clock.move_to(moment)
    return moment


def facts(name: str) -> list[dict[str, Any]]:
    return [event.payload for event in EventRow.objects.filter(name=name).order_by("at", "pk")]


@pytest.fixture
def order(shop: Shop, nora: Visitor, till: Till) -> Order:
    return order_of(booked_twice(nora, shop))


class TestPlanning:
    def test_lines_wait_together_and_are_not_asked_for_now(self, order: Order) -> None:
        first, second = lines_of(order)
        charge = plan(order, 0)
        assert (charge.state, charge.due_at, charge.next_try_at) == ("waiting", TOMORROW, TOMORROW)
        assert queries.outstanding(order) == {first.pk: 4_000, second.pk: 4_000}
        assert queries.due_now(order, NOW) == {second.pk: 4_000}
        assert queries.due_now(order, TOMORROW) == {first.pk: 4_000, second.pk: 4_000}

    def test_a_line_is_in_one_live_charge_at_most(self, order: Order) -> None:
        charge = plan(order, 0)
        with pytest.raises(AlreadyPlanned):
            plan(order, 0, 1)
        other = DueCharge.objects.create(order=order, due_at=NOW, next_try_at=NOW)
        with pytest.raises(IntegrityError), transaction.atomic():
            ChargedLine.objects.create(due_charge=other, line_id=charge.lines.get().line_id)

    def test_lines_of_others_or_none_are_refused(self, order: Order, shop: Shop, rival: Visitor) -> None:
        strange = order_of(rival.booked(shop, WEDNESDAY_TEN, staff=shop.sid)).lines.get()
        for ids in ([strange.pk], [uuid4()], []):
            with pytest.raises(NotFound):
                charges.plan(order=order, line_ids=ids, due_at=TOMORROW)

    def test_a_moved_visit_takes_its_charge_along(self, order: Order) -> None:
        charge = plan(order, 0)
        moved = charges.move(line_id=charge.lines.get().line_id, due_at=TOMORROW + DAY)
        assert moved is not None
        assert (moved.pk, moved.due_at, moved.next_try_at) == (charge.pk, TOMORROW + DAY, TOMORROW + DAY)
        assert charges.move(line_id=lines_of(order)[1].pk, due_at=TOMORROW) is None

    def test_a_moved_visit_of_several_goes_alone_and_back(self, order: Order) -> None:
        charge = plan(order, 0, 1)
        first = lines_of(order)[0]
        alone = charges.move(line_id=first.pk, due_at=TOMORROW + DAY)
        assert alone is not None
        assert alone.pk != charge.pk
        assert charge.lines.filter(is_live=True).count() == 1
        back = charges.move(line_id=first.pk, due_at=TOMORROW + 2 * DAY)
        assert back is not None
        assert back.pk == alone.pk

    def test_called_off_and_restored(self, order: Order) -> None:
        charge = plan(order, 0, 1)
        first, second = (line.pk for line in lines_of(order))
        charges.withdraw(line_ids=[first])
        charge.refresh_from_db()
        assert (charge.state, charge.lines.filter(is_live=True).count()) == ("waiting", 1)
        assert charges.restore(line_ids=[first], due_at=TOMORROW) == [charge]
        for _ in range(2):
            charges.withdraw(line_ids=[first, second])
        charge.refresh_from_db()
        assert (charge.state, charge.next_try_at) == ("withdrawn", None)
        (again,) = charges.restore(line_ids=[first, second], due_at=TOMORROW)
        assert (again.pk != charge.pk, again.lines.count()) == (True, 2)
        assert charges.restore(line_ids=[first, second], due_at=TOMORROW) == []

    def test_a_visit_that_is_called_off_leaves_by_itself(self, order: Order, nora: Visitor, shop: Shop) -> None:
        charge = plan(order, 0, 1)
        visit = lines_of(order)[0].appointment_id
        token = order_token(order, now=NOW)
        assert nora.post(f"/appointments/{visit}/cancel", {}, x_order_token=token).status_code == 204
        assert [each.line_id for each in charge.lines.filter(is_live=True)] == [lines_of(order)[1].pk]


class TestTrying:
    def test_what_the_lines_owe_is_taken_and_booked_for_them(self, order: Order, shop: Shop, till: Till) -> None:
        keeps(till, order)
        charge = plan(order, 1)
        first, second = (line.pk for line in lines_of(order))
        assert charges.run(charge_id=charge.pk, now=at(shop, TOMORROW - HOUR)).state == "waiting"
        charge = charges.run(charge_id=charge.pk, now=at(shop, TOMORROW))
        payment = Payment.objects.get(kept__isnull=False)
        assert (charge.state, charge.tries, charge.payment) == ("paid", 1, payment)
        assert (payment.state, payment.amount, payment.paid_with) == ("captured", 4_000, "Visa 4242")
        assert {share.line_id: share.amount for share in payment.shares.all()} == {second: 4_000}
        assert queries.outstanding(order) == {first: 4_000}
        assert till.agrees()
        assert charges.run(charge_id=charge.pk, now=TOMORROW).tries == 1

    def test_the_clock_tries_what_is_due(self, order: Order, shop: Shop, till: Till) -> None:
        keeps(till, order)
        due, later = plan(order, 0), plan(order, 1, at=TOMORROW + DAY)
        at(shop, TOMORROW)
        worker.drain()
        due.refresh_from_db()
        later.refresh_from_db()
        assert (due.state, later.state) == ("paid", "waiting")

    def test_declined_tried_again_on_the_days_of_the_setting_and_given_up(
        self, order: Order, shop: Shop, till: Till
    ) -> None:
        keeps(till, order, AWAY_FAILS)
        charge, seen, now = plan(order, 0), [], TOMORROW
        for _ in range(4):
            charge = charges.run(charge_id=charge.pk, now=at(shop, now))
            seen.append((charge.state, charge.tries, charge.next_try_at and charge.next_try_at - TOMORROW))
            now = charge.next_try_at or now
        assert seen == [("failed", 1, DAY), ("failed", 2, 3 * DAY), ("failed", 3, 5 * DAY), ("given_up", 4, None)]
        assert charge.decline == "declined"
        assert [fact["tries"] for fact in facts("payments.charge_failed")] == [1, 2, 3]
        assert [fact["amount"] for fact in facts("payments.charge_given_up")] == [4_000]
        assert Payment.objects.filter(state="failed", kept__isnull=False).count() == 4  # each with a key of its own
        assert charges.run(charge_id=charge.pk, now=now + 9 * DAY).tries == 4
        assert till.agrees()

    def test_the_setting_of_its_business(self, order: Order, shop: Shop, till: Till) -> None:
        Setting.objects.update_or_create(
            business=shop.business, group="payments", defaults={"values": {"retry_days": []}}
        )
        keeps(till, order, AWAY_FAILS)
        assert charges.run(charge_id=plan(order, 0).pk, now=at(shop, TOMORROW)).state == "given_up"

    def test_a_bank_that_wants_the_customer_is_a_failed_try(self, order: Order, shop: Shop, till: Till) -> None:
        keeps(till, order, CHALLENGED)
        charge = charges.run(charge_id=plan(order, 0).pk, now=at(shop, TOMORROW))
        assert (charge.state, charge.decline) == ("failed", "authentication_failed")

    def test_without_a_kept_card_nobody_is_asked_and_the_customer_is_told(
        self, order: Order, shop: Shop, till: Till
    ) -> None:
        charge = charges.run(charge_id=plan(order, 0).pk, now=at(shop, TOMORROW))
        assert (charge.state, charge.decline, charge.payment) == ("failed", "no_card", None)
        assert not Payment.objects.exclude(kept=None).exists()
        assert len(facts("payments.charge_failed")) == 1

    def test_a_company_that_is_down_is_asked_again_with_the_same_key(
        self, order: Order, shop: Shop, till: Till
    ) -> None:
        keeps(till, order)
        till.fake.lose_answers = 9  # the work is done each time, and nobody hears of it
        charge = charges.run(charge_id=plan(order, 0).pk, now=at(shop, TOMORROW))
        assert (charge.state, charge.tries) == ("trying", 1)
        till.fake.lose_answers = 0
        soon = TOMORROW + timedelta(minutes=1)
        assert charges.run(charge_id=charge.pk, now=at(shop, soon)).state == "trying"  # not yet
        charge = charges.run(charge_id=charge.pk, now=at(shop, soon + timedelta(minutes=2)))
        assert (charge.state, charge.tries) == ("paid", 1)
        assert len(till.fake.book.all("ch")) == 1
        assert till.agrees()

    @pytest.mark.parametrize("card_fails", [False, True])
    def test_an_answer_lost_for_longer_than_keys_are_kept_is_looked_for(
        self, order: Order, shop: Shop, till: Till, card_fails: bool
    ) -> None:
        keeps(till, order, *([AWAY_FAILS] if card_fails else []))
        till.fake.lose_answers = 9
        charge = charges.run(charge_id=plan(order, 0).pk, now=at(shop, TOMORROW))
        till.fake.lose_answers = 0
        for _ in range(120):  # the same customer paid for other things since
            new_intent(till.fake.book, amount=30, code="gbp", customer=KeptMethod.objects.get().customer_reference)
        charge = charges.run(charge_id=charge.pk, now=at(shop, TOMORROW + timedelta(days=3)))
        assert (charge.state, charge.tries) == ("failed" if card_fails else "paid", 1)
        assert len(till.fake.book.all("ch", also_failed=True)) == 1
        assert till.agrees()

    def test_what_never_reached_the_company_is_asked_for_late(self, order: Order, shop: Shop, till: Till) -> None:
        keeps(till, order)
        till.fake.down = [503] * 9
        charge = charges.run(charge_id=plan(order, 0).pk, now=at(shop, TOMORROW))
        till.fake.down = []
        charge = charges.run(charge_id=charge.pk, now=at(shop, TOMORROW + timedelta(days=3)))
        assert (charge.state, len(till.fake.book.all("ch"))) == ("paid", 1)
        assert till.agrees()

    def test_a_crash_before_the_call_is_the_same_try(
        self, order: Order, shop: Shop, till: Till, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        keeps(till, order)

        def dies(*args: Any, **more: Any) -> None:
            raise SystemExit

        charge = plan(order, 0)
        with monkeypatch.context() as patch:
            patch.setattr(charges, "settle", dies)
            with pytest.raises(SystemExit):
                charges.run(charge_id=charge.pk, now=at(shop, TOMORROW))
        assert len(till.fake.book.all("ch")) == 1
        keeps(till, order, AWAY_FAILS)  # another card meanwhile changes nothing of a try that has begun
        charge = charges.run(charge_id=charge.pk, now=at(shop, TOMORROW + HOUR))
        assert (charge.state, charge.tries, len(till.fake.book.all("ch"))) == ("paid", 1, 1)
        assert till.agrees()

    def test_the_companys_message_ends_a_try_whose_answer_was_lost(self, order: Order, shop: Shop, till: Till) -> None:
        keeps(till, order)
        till.fake.lose_answers = 9
        charge = charges.run(charge_id=plan(order, 0).pk, now=at(shop, TOMORROW))
        till.fake.lose_answers = 0
        till.tell()
        worker.drain()
        charge.refresh_from_db()
        assert charge.state == "paid"
        assert till.agrees()

    def test_an_order_that_is_not_paid_yet_is_left_alone(self, order: Order, shop: Shop, till: Till) -> None:
        keeps(till, order)
        Order.objects.filter(pk=order.pk).update(state="placed")
        charge = charges.run(charge_id=plan(order, 0).pk, now=at(shop, TOMORROW))
        assert (charge.state, charge.tries) == ("waiting", 0)

    def test_a_card_removed_since_is_not_charged(self, order: Order, shop: Shop, till: Till) -> None:
        kept = keeps(till, order)
        keeping.remove(actor=ADMIN, kept_id=kept.pk, now=NOW)
        charge = charges.run(charge_id=plan(order, 0).pk, now=at(shop, TOMORROW))
        assert (charge.state, charge.decline) == ("failed", "no_card")

    def test_a_card_the_company_does_not_know_is_a_failed_try(self, order: Order, shop: Shop, till: Till) -> None:
        kept = keeps(till, order)
        KeptMethod.objects.filter(pk=kept.pk).update(method_reference="pm_gone")
        charge = charges.run(charge_id=plan(order, 0).pk, now=at(shop, TOMORROW))
        assert (charge.state, charge.decline) == ("failed", "other")


class TestPaidOtherwise:
    def test_cash_at_the_door(self, order: Order, shop: Shop, till: Till) -> None:
        charge = plan(order, 0)
        takings.record_taking(actor=SYSTEM, order=order, method="cash", amount=4_000, now=NOW)
        charge.refresh_from_db()
        assert charge.state == "waiting"  # it was for the visit that is due now
        takings.record_taking(actor=SYSTEM, order=order, method="cash", amount=4_000, now=NOW)
        charge.refresh_from_db()
        assert charge.state == "paid"

    def test_part_of_it_leaves_the_rest_to_be_charged(self, order: Order, shop: Shop, till: Till) -> None:
        keeps(till, order)
        charge = plan(order, 0, 1)
        takings.record_taking(actor=SYSTEM, order=order, method="cash", amount=1_500, now=NOW)
        charge = charges.run(charge_id=charge.pk, now=at(shop, TOMORROW))
        assert charge.payment is not None
        assert (charge.state, charge.payment.amount) == ("paid", 6_500)
        assert till.agrees()

    def test_by_the_link_after_a_failed_try(self, order: Order, nora: Visitor, shop: Shop, till: Till) -> None:
        keeps(till, order, AWAY_FAILS)
        charge = charges.run(charge_id=plan(order, 0, 1).pk, now=at(shop, TOMORROW))
        made = Booked(order.number, order_token(order, now=NOW))
        till.pay(page_of(nora, made))
        assert check(nora, made)["state"] == "captured"
        charge.refresh_from_db()
        assert (charge.state, charge.decline) == ("paid", "")
        assert order_of(made).paid_amount == 8_000
        assert till.agrees()

    def test_the_link_asks_for_what_is_due_now_and_pays_that(
        self, order: Order, nora: Visitor, shop: Shop, till: Till
    ) -> None:
        first = lines_of(order)[0]
        charge = plan(order, 0)
        made = Booked(order.number, order_token(order, now=NOW))
        till.pay(page_of(nora, made))
        check(nora, made)
        assert queries.outstanding(order) == {first.pk: 4_000}
        charge.refresh_from_db()
        assert charge.state == "waiting"
        answer = nora.post(f"/orders/{made.number}/payments", {"method": "card"}, x_order_token=made.token)
        assert answer.json()["code"] == "nothing_due"

    def test_the_open_page_is_closed_before_the_card_is_charged(
        self, order: Order, nora: Visitor, shop: Shop, till: Till
    ) -> None:
        keeps(till, order)
        charge = plan(order, 0, 1, at=NOW)
        page = page_of(nora, Booked(order.number, order_token(order, now=NOW)))
        assert charges.run(charge_id=charge.pk, now=NOW).state == "paid"
        assert "closed" in till.pay(page)
        assert order_of(Booked(order.number, "")).paid_amount == 8_000

    def test_paid_on_the_page_this_moment_is_not_charged(
        self, order: Order, nora: Visitor, shop: Shop, till: Till
    ) -> None:
        keeps(till, order)
        charge = plan(order, 0, 1, at=NOW)
        till.pay(page_of(nora, Booked(order.number, order_token(order, now=NOW))))  # nobody has told us yet
        charge = charges.run(charge_id=charge.pk, now=NOW)
        assert (charge.state, charge.tries, len(till.fake.book.all("ch"))) == ("paid", 0, 1)

    def test_no_page_is_opened_while_a_try_is_under_way(
        self, order: Order, nora: Visitor, shop: Shop, till: Till
    ) -> None:
        keeps(till, order)
        till.fake.lose_answers = 9
        charges.run(charge_id=plan(order, 0, 1, at=NOW).pk, now=NOW)
        till.fake.lose_answers = 0
        answer = nora.post(
            f"/orders/{order.number}/payments", {"method": "card"}, x_order_token=order_token(order, now=NOW)
        )
        assert (answer.status_code, answer.json()["code"]) == (409, "charge_under_way")

    def test_called_off_while_a_try_is_under_way_goes_back(
        self, order: Order, nora: Visitor, shop: Shop, till: Till
    ) -> None:
        keeps(till, order)
        till.fake.lose_answers = 9
        charge = charges.run(charge_id=plan(order, 0, at=NOW).pk, now=NOW)
        till.fake.lose_answers = 0
        visit = lines_of(order)[0].appointment_id
        token = order_token(order, now=NOW)
        assert nora.post(f"/appointments/{visit}/cancel", {}, x_order_token=token).status_code == 204
        charge = charges.run(charge_id=charge.pk, now=at(shop, NOW + HOUR))
        worker.drain()
        # What came is for what still stands of the order; beyond that it would go back.
        assert charge.state in ("paid", "withdrawn")
        assert order_of(Booked(order.number, "")).paid_amount == 4_000
        assert till.agrees()

    def test_a_late_yes_after_all_is_not_kept_twice(self, order: Order, shop: Shop, till: Till) -> None:
        keeps(till, order, AWAY_FAILS)
        charge = charges.run(charge_id=plan(order, 0, 1).pk, now=at(shop, TOMORROW))
        assert charge.payment is not None
        takings.record_taking(actor=SYSTEM, order=order, method="cash", amount=8_000, now=TOMORROW)
        standing = PaymentStanding("pi_1", str(charge.payment_id), Stage.CAPTURED, 8_000, "GBP", charge="ch_late")
        settle(payment_id=charge.payment.pk, standing=standing, now=TOMORROW)
        assert Refund.objects.get().amount == 8_000
        charge.refresh_from_db()
        assert charge.state == "paid"


class TestByHand:
    def test_the_team_tries_before_its_time(self, order: Order, shop: Shop, till: Till) -> None:
        keeps(till, order)
        charge = charges.retry_now(actor=ADMIN, charge_id=plan(order, 0).pk, now=NOW)
        assert (charge.state, charge.due_at) == ("paid", NOW)
        with pytest.raises(NothingDue):
            charges.retry_now(actor=ADMIN, charge_id=charge.pk, now=NOW)

    def test_given_up_is_tried_once_more(self, order: Order, shop: Shop, till: Till) -> None:
        Setting.objects.update_or_create(
            business=shop.business, group="payments", defaults={"values": {"retry_days": []}}
        )
        charge = charges.run(charge_id=plan(order, 0).pk, now=at(shop, TOMORROW))
        assert charge.state == "given_up"
        keeps(till, order)
        charge = charges.retry_now(actor=ADMIN, charge_id=charge.pk, now=TOMORROW)
        assert (charge.state, charge.tries) == ("paid", 2)

    def test_strangers_do_not_know_of_it_and_customers_wait_for_the_first_try(
        self, order: Order, shop: Shop, till: Till, mia: Person
    ) -> None:
        charge = plan(order, 0)
        with pytest.raises(NotFound):
            charges.retry_now(actor=Actor(Role.CUSTOMER, customer_id=uuid4()), charge_id=charge.pk, now=NOW)
        with pytest.raises(NotFound):
            charges.retry_now(actor=ADMIN, charge_id=uuid4(), now=NOW)
        with pytest.raises(NotAllowed):
            charges.retry_now(actor=Actor(Role.CUSTOMER, customer_id=order.customer_id), charge_id=charge.pk, now=NOW)

    def test_a_mended_card_is_tried_at_once(self, order: Order, shop: Shop, till: Till) -> None:
        keeps(till, order, AWAY_FAILS)
        charge = charges.run(charge_id=plan(order, 0).pk, now=at(shop, TOMORROW))
        at(shop, TOMORROW + HOUR)
        keeps(till, order)
        worker.drain()
        charge.refresh_from_db()
        assert (charge.state, charge.tries) == ("paid", 2)


@given(
    st.lists(st.integers(1, 9_000), min_size=1, max_size=6),
    st.integers(0, 60_000),
    st.sets(st.integers(0, 5)),
)
def test_money_is_for_what_it_was_meant_for_first(owed: list[int], amount: int, meant: set[int]) -> None:
    lines = {UUID(int=number): each for number, each in enumerate(owed)}
    first = [str(UUID(int=number)) for number in meant if number < len(owed)]
    parts = shares_of(lines, amount, first=first)
    assert sum(parts.values()) == min(amount, sum(owed))
    assert all(0 < part <= lines[line_id] for line_id, part in parts.items())
    of_others = sum(part for line_id, part in parts.items() if str(line_id) not in first)
    still_owed = sum(lines[line_id] - parts.get(line_id, 0) for line_id in lines if str(line_id) in first)
    assert of_others == 0 or still_owed == 0
