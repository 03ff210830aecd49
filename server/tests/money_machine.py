"""Whatever customers, the team, the bank, the network and the clock do to orders, in any order: the books agree with the
company's own book, nothing is given back twice, a visit stands only where its money is, no gift card is spent twice, and a tip
is owed to whom it was for."""

from __future__ import annotations

from contextlib import nullcontext, suppress
from datetime import timedelta
from typing import Any
from unittest.mock import patch
from zoneinfo import ZoneInfo

from django.db import transaction
from django.db.models import F, Sum
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule, run_state_machine_as_test

from almanac.invoices.tests.laws import broken_documents
from almanac.kit import clock
from almanac.kit.actor import SYSTEM
from almanac.ledger import exports
from almanac.ledger.models import Entry, Role
from almanac.ledger.queries import balance, total_of
from almanac.outbox import worker
from almanac.payments.actions import charges, keeping, refunds
from almanac.payments.actions import pages as paying
from almanac.payments.errors import AlreadyPlanned, NothingDue
from almanac.payments.models import DueCharge, KeptMethod, LineShare, Payment, Refund, Tip
from almanac.payments.providers.online import ProviderDown
from almanac.sales.models import CouponUse, GiftCard, Order, OrderLine
from almanac.scheduling.models import Appointment
from fakes.stripe import money
from fakes.stripe.errors import Refused
from fakes.stripe.webhooks import Trouble
from tests.beancounting import faults_in
from tests.cast import Person
from tests.goods import agreed, left_on, pays_with
from tests.money_beginnings import GIVEN, Beginning, begun
from tests.shop import NOW, WEDNESDAY_TEN, Booked, Shop, Visitor
from tests.tills import AWAY_FAILS, CHALLENGED, DECLINED, VISA, Till, keeps

LONDON = ZoneInfo("Europe/London")
PROFILE = settings.default or settings()
CARDS = st.sampled_from([VISA, VISA, VISA, CHALLENGED, DECLINED])
PICK = st.integers(0, 20)
LEAST = 30  # pence: for less the company takes no payment


class Money(RuleBasedStateMachine):
    """Orders of all kinds, one company, everything that may happen to them."""

    def __init__(self, shop: Shop, till: Till, ada: Person, beginning: Beginning) -> None:
        super().__init__()
        self.shop, self.till, self.ada = shop, till, ada
        self.orders, self.series, self.given = beginning.orders, beginning.series, beginning.given
        self.visited = beginning.visited
        self.undone = transaction.atomic()
        self.undone.__enter__()
        self.now = NOW
        shop.clock.move_to(self.now)
        fake = till.fake
        fake.book.things.clear()
        fake.answers.clear()
        fake.webhooks.kept.clear()
        fake.webhooks.trouble, fake.api.refunds_end_as = Trouble.NONE, "succeeded"
        self.pages: list[str] = []

    def teardown(self) -> None:
        try:
            assert faults_in(exports.beancount(exports.whole(LONDON, clock.now().date()))) == []
        finally:
            self.put_back()

    def put_back(self) -> None:
        self.shop.clock.move_to(NOW)
        self.till.fake.down, self.till.fake.lose_answers = [], 0
        transaction.set_rollback(True)
        self.undone.__exit__(None, None, None)

    @rule(which=PICK)
    def open_page(self, which: int) -> None:
        visitor, made = self.orders[which % len(self.orders)]
        answer = visitor.post(f"/orders/{made.number}/payments", {"method": "card"}, x_order_token=made.token)
        if answer.status_code == 200:
            self.pages.append(answer.json()["url"])
        else:
            said = answer.json()
            assert said["code"] in ("nothing_due", "payment_company_silent", "charge_under_way") or is_too_little(said)

    @rule()
    def open_page_of_what_is_over(self) -> None:
        """What the visit of last week still owes."""
        visitor, made = self.visited
        answer = visitor.post(f"/orders/{made.number}/payments", {"method": "card"}, x_order_token=made.token)
        if answer.status_code == 200:
            self.pages.append(answer.json()["url"])
        else:
            said = answer.json()
            assert said["code"] in ("nothing_due", "payment_company_silent") or is_too_little(said)

    @rule(amount=st.integers(1, 10_000))
    def tip(self, amount: int) -> None:
        """Whoever came last week is to be given something; its page is one of those that may be paid."""
        visitor, made = self.visited
        body = {"staff_id": str(self.shop.sam.pk), "amount": amount, "method": "card"}
        answer = visitor.post(f"/orders/{made.number}/tips", body, x_order_token=made.token)
        if answer.status_code == 200:
            self.pages.append(answer.json()["url"])
        else:
            said = answer.json()
            assert said["code"] == "payment_company_silent" or (is_too_little(said) and amount < LEAST)

    @precondition(lambda self: Tip.objects.exclude(given_at=None).exists())
    @rule(which=PICK)
    def give_a_tip_back(self, which: int) -> None:
        found = list(Tip.objects.exclude(given_at=None).order_by("pk"))
        answer = self.ada.post(f"/tips/{found[which % len(found)].pk}/refund", {"note": "given by mistake"})
        assert answer.status_code == 200 or answer.json()["code"] == "too_much_back"

    @precondition(lambda self: self.pages)
    @rule(which=PICK, card=CARDS, proof=st.sampled_from(["complete", "fail"]))
    def pay(self, which: int, card: str, proof: str) -> None:
        self.till.pay(self.pages[which % len(self.pages)], card, proof=proof)

    @rule(which=PICK)
    def come_back(self, which: int) -> None:
        self.come_back_for(which)

    def come_back_for(self, which: int) -> None:
        payments = list(Payment.objects.exclude(account=None).order_by("created_at", "pk"))
        if payments:
            self.ada.post(f"/payments/{payments[which % len(payments)].pk}/check", {})

    @rule(backwards=st.booleans(), times=st.integers(1, 2))
    def messages_come(self, backwards: bool, times: int) -> None:
        assert set(self.till.tell(backwards=backwards, times=times)) <= {200}

    @rule()
    def messages_are_lost(self) -> None:
        self.till.fake.webhooks.kept.clear()

    @rule(minutes=st.sampled_from([1, 10, 40]))
    def time_passes(self, minutes: int) -> None:
        if self.now + timedelta(minutes=minutes) < WEDNESDAY_TEN - timedelta(hours=1):
            self.now += timedelta(minutes=minutes)
            self.shop.clock.move_to(self.now)
        worker.drain()

    @rule()
    def late(self) -> None:
        """It is the day before: half of the price is kept now."""
        self.now = max(self.now, WEDNESDAY_TEN - timedelta(hours=20))
        self.shop.clock.move_to(self.now)

    @rule()
    def work(self) -> None:
        worker.drain()

    @rule(which=PICK)
    def cancel(self, which: int) -> None:
        visitor, made = self.orders[which % 5]
        preview = visitor.get(f"/appointments/{made.visit.pk}/cancellation", x_order_token=made.token).json()
        body = {"token": preview["token"]}
        before = _asked_back(made)
        answer = visitor.post(f"/appointments/{made.visit.pk}/cancel", body, x_order_token=made.token)
        if answer.status_code == 204:
            assert _asked_back(made) - before == preview["refund_amount"]  # to the penny
        else:
            assert answer.json()["code"] in ("too_late_to_change", "wrong_state")

    @rule(which=PICK, amount=st.integers(1, 5_000))
    def give_back(self, which: int, amount: int) -> None:
        _, made = self.orders[which % len(self.orders)]
        line = OrderLine.objects.filter(order__number=made.number).order_by("position")[0]
        body = {"lines": [{"line_id": str(line.pk), "amount": amount}], "note": "late"}
        answer = self.ada.post(f"/orders/{made.number}/refunds", body)
        assert answer.status_code == 200 or answer.json()["code"] == "too_much_back"

    @rule(which=PICK, amount=st.integers(1, 5_000))
    def take_cash(self, which: int, amount: int) -> None:
        _, made = self.orders[which % len(self.orders)]
        answer = self.ada.post(f"/orders/{made.number}/takings", {"method": "cash", "amount": amount})
        assert answer.status_code == 200 or answer.json()["code"] in ("too_much_taken", "nothing_due")

    @rule(which=PICK, card=st.sampled_from([VISA, VISA, AWAY_FAILS, CHALLENGED, DECLINED]))
    def keep(self, which: int, card: str) -> None:
        keeps(self.till, self.orders[which % 2][1].order, card)

    @rule(which=PICK, minutes=st.sampled_from([0, 5, 600]))
    def plan(self, which: int, minutes: int) -> None:
        order = self.orders[which % 2][1].order
        lines = list(order.lines.values_list("pk", flat=True))
        with suppress(AlreadyPlanned), transaction.atomic():
            charges.plan(order=order, line_ids=lines, due_at=self.now + timedelta(minutes=minutes))

    @precondition(lambda self: DueCharge.objects.exists())
    @rule(which=PICK)
    def run_a_charge(self, which: int) -> None:
        found = list(DueCharge.objects.order_by("pk"))
        charges.run(charge_id=found[which % len(found)].pk, now=self.now)

    @precondition(lambda self: DueCharge.objects.exists())
    @rule(which=PICK, crashes=st.booleans())
    def try_a_charge_now(self, which: int, crashes: bool) -> None:
        """The process may die when the company has answered, and before that is written down."""
        found = list(DueCharge.objects.order_by("pk"))
        dies = patch.object(charges, "settle", side_effect=SystemExit) if crashes else nullcontext()
        with dies, suppress(NothingDue, SystemExit):
            charges.retry_now(actor=SYSTEM, charge_id=found[which % len(found)].pk, now=self.now)

    @rule(which=PICK)
    def remove_a_card(self, which: int) -> None:
        kept = list(KeptMethod.objects.filter(removed_at=None).order_by("pk"))
        if kept:
            keeping.remove(actor=SYSTEM, kept_id=kept[which % len(kept)].pk, now=self.now)

    @rule(kind=st.sampled_from(["skip", "pause", "resume", "cancel", "undo"]), which=PICK)
    def change_the_series(self, kind: str, which: int) -> None:
        _, made = self.series
        days = sorted(line.occurs_on for line in made.order.lines.all() if line.occurs_on)
        on = days[which % len(days)]
        body = {"kind": "pause" if kind == "skip" else kind, "from_on": f"{on}"}
        body |= {"until_on": f"{on + timedelta(days=1)}"} if kind == "skip" else {}
        address, before = f"/subscriptions/{made.order.lines.all()[0].subscription_id}", _asked_back(made)
        told = self.ada.post(f"{address}/plan", body)
        answer = told
        if told.status_code == 200:
            answer = self.ada.post(f"{address}/change", {**body, "token": told.json()["token"], "reason": "asked"})
        if answer.status_code == 200:
            assert _asked_back(made) - before == told.json()["refund_amount"]  # to the penny
        else:
            assert answer.json()["code"] in ("not_allowed", "times_gone", "plan_changed")

    @rule(which=PICK)
    def dies_while_it_is_settled(self, which: int) -> None:
        """The company has answered the browser that came back, and the process dies before that is written down."""
        with patch.object(paying, "settle", side_effect=SystemExit), suppress(SystemExit):
            self.come_back_for(which)

    @rule()
    def dies_while_it_is_refunded(self) -> None:
        """The company has sent money back, and the process dies before that is written down."""
        for refund in Refund.objects.filter(state="asked").exclude(payment__account=None)[:1]:
            with patch.object(refunds, "book", side_effect=SystemExit), suppress(SystemExit, ProviderDown):
                refunds.carry_out(refund_id=refund.pk, now=self.now)

    @invariant()
    def a_coupon_is_used_by_orders_that_stand(self) -> None:
        for use in CouponUse.objects.select_related("order"):
            assert (use.given_back_at is not None) == (use.order.state == "cancelled")

    @invariant()
    def what_is_over_is_charged_no_more(self) -> None:
        for charge in DueCharge.objects.prefetch_related("lines"):
            live = [each for each in charge.lines.all() if each.is_live]
            assert not live or charge.state not in ("paid", "withdrawn")
            if charge.state in ("waiting", "failed", "given_up"):
                assert live

    @rule(hours=st.integers(1, 6))
    def spend_what_was_bought(self, hours: int) -> None:
        """Whoever was given the bought card pays a visit with it, as far as it reaches."""
        card = GiftCard.objects.get(line__isnull=False)
        spender = Visitor()
        if not card.is_good or self.now > NOW + timedelta(hours=20):
            return
        spender.ready(self.shop, WEDNESDAY_TEN + timedelta(days=hours), staff=self.shop.sid)
        assert pays_with(spender, card.code).status_code == 200
        shown = agreed(spender)
        answer = spender.book(payment_method=spender.basket()["payment_methods"][0], gift_cards=shown)
        assert answer.status_code in (200, 409), answer.content
        if answer.status_code == 409:
            assert answer.json()["code"] == "slot_taken"

    @rule()
    def void(self) -> None:
        answer = self.ada.post(f"/gift-cards/{self.given.pk}/void", {"reason": "lost"})
        assert answer.status_code == 200 or answer.json()["code"] == "gift_card_over"

    @rule(end=st.sampled_from(["succeeded", "pending", "failed"]))
    def refunds_end(self, end: str) -> None:
        self.till.fake.api.refunds_end_as = end

    @precondition(lambda self: self.till.fake.book.all("re"))
    @rule(which=PICK, end=st.sampled_from(["succeeded", "failed"]))
    def bank_decides_a_refund(self, which: int, end: str) -> None:
        found = self.till.fake.book.all("re")
        money.end_refund(self.till.fake.book, found[which % len(found)], end)

    @precondition(lambda self: self.till.fake.book.all("ch"))
    @rule(which=PICK, won=st.booleans())
    def dispute(self, which: int, won: bool) -> None:
        found = self.till.fake.book.all("ch")
        charge = found[which % len(found)]
        if charge["amount_refunded"] == 0 and not charge["disputed"]:
            money.dispute(self.till.fake.book, charge, "fraudulent")
        for opened in self.till.fake.book.all("du"):
            if opened["charge"] == charge["id"]:
                money.decide(self.till.fake.book, opened, "won" if won else "lost")

    @precondition(lambda self: self.till.fake.book.all("ch"))
    @rule(which=PICK, amount=st.integers(1, 5_000))
    def give_back_in_the_dashboard(self, which: int, amount: int) -> None:
        """Somebody of ours gives money back on the company's own page."""
        found = self.till.fake.book.all("ch")
        asked = {"charge": found[which % len(found)]["id"], "amount": str(amount)}
        with suppress(Refused):  # as much is not left, or a bank has it
            money.refund(self.till.fake.book, asked, ends_as=self.till.fake.api.refunds_end_as)

    @rule()
    def pay_out(self) -> None:
        money.pay_out(self.till.fake.book)

    @precondition(lambda self: self.till.fake.book.all("po"))
    @rule(which=PICK)
    def our_bank_sends_a_payout_back(self, which: int) -> None:
        found = self.till.fake.book.all("po")
        payout = found[which % len(found)]
        if payout["status"] != "failed":
            money.fail_payout(self.till.fake.book, payout)

    @rule(times=st.integers(1, 3))
    def answers_are_lost(self, times: int) -> None:
        self.till.fake.lose_answers = times

    @rule(statuses=st.lists(st.sampled_from([500, 503, 429, 0]), min_size=1, max_size=4))
    def company_is_down(self, statuses: list[int]) -> None:
        self.till.fake.down = list(statuses)

    @invariant()
    def nothing_is_kept_twice_or_given_back_twice(self) -> None:
        for order in Order.objects.all():
            lines = order.lines.aggregate(sum=Sum("paid_amount"))["sum"]
            assert order.paid_amount == lines <= order.total_amount
        for payment in Payment.objects.all():
            asked = payment.refunds.exclude(state="failed").aggregate(sum=Sum("amount"))["sum"] or 0
            assert payment.refunded_amount == asked <= payment.amount
        for share in LineShare.objects.all():
            assert 0 <= share.refunded_amount <= share.amount

    @invariant()
    def what_is_on_a_card_is_what_came_less_what_went(self) -> None:
        for card in GiftCard.objects.all():
            spent = card.payments.aggregate(sum=Sum(F("amount") - F("refunded_amount")))["sum"] or 0
            asked = (
                Refund.objects.filter(payment__gift_card=card, state="asked").aggregate(sum=Sum("amount"))["sum"] or 0
            )
            loaded = OrderLine.objects.get(pk=card.pk).paid_amount if card.line_id else GIVEN
            voided = Entry.objects.filter(key=f"gift_card:{card.pk}:void").exists()
            assert left_on(card) >= 0
            assert voided or left_on(card) == loaded - spent - asked

    @invariant()
    def a_tip_is_owed_to_whom_it_was_for(self) -> None:
        given = Tip.objects.exclude(given_at=None).aggregate(sum=Sum("amount"))["sum"] or 0
        back = Refund.objects.filter(why="tip", state__in=("pending", "done")).aggregate(sum=Sum("amount"))["sum"] or 0
        assert balance(Role.PAYABLE, "GBP", f"staff:{self.shop.sam.pk}") == given - back

    @invariant()
    def a_visit_stands_only_where_its_order_does(self) -> None:
        standing = Appointment.objects.filter(state="confirmed", order_line__order__state="placed")
        assert not standing.exists()

    def settled(self) -> None:
        """The network is well again, days have passed: the books say what the company's say."""
        self.till.fake.down, self.till.fake.lose_answers = [], 0
        self.till.tell()
        for minutes in (1, 60, 60, 600):
            self.now += timedelta(minutes=minutes)
            self.shop.clock.move_to(self.now)
            worker.drain()
            self.till.tell()
        worker.drain()
        assert self.till.agrees()
        assert broken_documents() == []
        assert not Refund.objects.filter(state="asked").exclude(payment__account=None).exists()
        assert not DueCharge.objects.filter(state="trying").exists()
        for refund in Refund.objects.filter(why="surplus", state="failed", is_followed=False):
            answer = self.ada.post(f"/refunds/{refund.pk}/otherwise", {"way": "cash"})
            assert answer.status_code == 200 or answer.json()["code"] == "too_much_back"  # it went back meanwhile
        assert total_of(Role.SUSPENSE).get("GBP", 0) == 0  # nothing is kept that nobody owed
        assert self.till.agrees()


def is_too_little(said: dict[str, Any]) -> bool:
    """Whether what is left to pay is less than the company takes."""
    return (said["code"], said.get("reason")) == ("payment_refused", "amount_too_small")


def _asked_back(made: Booked) -> int:
    asked = Refund.objects.filter(payment__order__number=made.number).exclude(state="failed")
    return asked.aggregate(sum=Sum("amount"))["sum"] or 0


def run_half(shop: Shop, till: Till, ada: Person) -> None:
    """Half of the runs: 40 of 25 steps are made in all, 500 of 40 in a soak. Two files have one half each, so that two workers
    make them side by side."""
    beginning = begun(shop)

    class Settled(Money):
        def __init__(self) -> None:
            super().__init__(shop, till, ada, beginning)

        def teardown(self) -> None:
            try:
                self.settled()
            finally:
                super().teardown()

    steps, runs = (40, 250) if PROFILE.max_examples > 1_000 else (25, 20)
    run_state_machine_as_test(Settled, settings=settings(PROFILE, max_examples=runs, stateful_step_count=steps))
