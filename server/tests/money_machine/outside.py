"""What the payment company, its network, banks and the clock do."""

from __future__ import annotations

from contextlib import suppress
from datetime import timedelta
from unittest.mock import patch

from hypothesis import strategies as st
from hypothesis.stateful import precondition, rule

from almanac.payments.actions import pages as paying
from almanac.payments.actions import refunds
from almanac.payments.models import Payment, Refund
from almanac.payments.providers.online import ProviderDown
from fakes.stripe import money
from fakes.stripe.errors import Refused
from tests.followed import follow
from tests.money_machine.world import PICK, World
from tests.shop import WEDNESDAY_TEN


class Outside(World):
    """Messages in any order, lost answers, dead processes, disputes, payouts."""

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
        follow()

    @rule()
    def late(self) -> None:
        """It is the day before: half of the price is kept now."""
        self.now = max(self.now, WEDNESDAY_TEN - timedelta(hours=20))
        self.shop.clock.move_to(self.now)

    @rule()
    def work(self) -> None:
        follow()

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
