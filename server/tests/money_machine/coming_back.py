"""Refunds that a bank sends back when what they were of stands again and was paid once more."""

from __future__ import annotations

from collections.abc import Callable

from hypothesis import strategies as st
from hypothesis.stateful import rule

from almanac.payments.models import Payment, Refund
from fakes.stripe import money
from tests.followed import follow
from tests.money_machine.outside import Outside
from tests.money_machine.people import People
from tests.money_machine.world import PICK
from tests.shop import Booked
from tests.tills import VISA


class ComingBack(People, Outside):
    """Paid, called off, put back, paid again, and then the bank: each run goes as far as its odds let it."""

    @rule(which=PICK, far=st.integers(2, 5), by_card=st.booleans())
    def paid_again_before_a_refund_comes_back(self, which: int, far: int, by_card: bool) -> None:
        which %= 5
        _, made = self.orders[which]
        steps: list[Callable[[], None]] = [
            lambda: self.pays(which, made, by_card=True),
            lambda: self.cancel(which),
            lambda: self.stands_again(made),
            lambda: self.pays(which, made, by_card=by_card),
            lambda: self.bank_returns_all(made),
        ]
        for step in steps[:far]:
            step()
            follow(scheduled=False)

    def pays(self, which: int, made: Booked, *, by_card: bool, card: str = VISA) -> None:
        """What is owed, on a page, or in cash as much as that is."""
        if not by_card:
            owed = self.ada.get(f"/orders/{made.number}").json()["due_amount"]
            self.take_cash(which, max(owed, 1))
            return
        before = len(self.pages)
        self.open_page(which)
        if len(self.pages) > before:
            self.till.pay(self.pages[-1], card)
        for payment in Payment.objects.filter(order=made.order, state="open").exclude(account=None):
            self.ada.post(f"/payments/{payment.pk}/check", {})

    def stands_again(self, made: Booked) -> None:
        address = f"/appointments/{made.visit.pk}"
        told = self.ada.get(f"{address}/restoration").json()
        answer = self.ada.post(f"{address}/restore", {"token": told["token"]})
        assert (answer.status_code == 409) == (not told["allowed"]), answer.content

    def bank_returns_all(self, made: Booked) -> None:
        """Every refund of it that the company took on; its messages may come later, or never."""
        ours = set(Refund.objects.filter(payment__order=made.order).values_list("reference", flat=True))
        for back in self.till.fake.book.all("re"):
            if back["id"] in ours:
                money.end_refund(self.till.fake.book, back, "failed")
