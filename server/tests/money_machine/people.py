"""What customers and the team do to orders, tips and refunds."""

from __future__ import annotations

from hypothesis import strategies as st
from hypothesis.stateful import precondition, rule

from almanac.payments.models import Tip
from almanac.sales.models import OrderLine, OrderState
from tests.money_machine.world import CARDS, LEAST, PICK, World, asked_back, is_too_little
from tests.tills import order_of


class People(World):
    """Paying, tipping, calling off, giving back."""

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
            said, came = answer.json(), made.visit.state in ("confirmed", "completed")
            refused = "payment_company_silent" if came else "no_tips"
            assert said["code"] == refused or (is_too_little(said) and amount < LEAST)

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
    def cancel(self, which: int) -> None:
        visitor, made = self.orders[which % 5]
        preview = visitor.get(f"/appointments/{made.visit.pk}/cancellation", x_order_token=made.token).json()
        body = {"token": preview["token"]}
        before = asked_back(made)
        answer = visitor.post(f"/appointments/{made.visit.pk}/cancel", body, x_order_token=made.token)
        if answer.status_code == 204:
            assert asked_back(made) - before == preview["refund_amount"]  # to the penny
        else:
            assert answer.json()["code"] in ("too_late_to_change", "wrong_state")

    @rule(which=PICK, by_team=st.booleans())
    def call_off(self, which: int, by_team: bool) -> None:
        """The whole order, which works while it waits to be paid and nothing that may be money is on its way."""
        visitor, made = self.orders[which % len(self.orders)]
        who, proof = (self.ada, {}) if by_team else (visitor, {"x_order_token": made.token})
        answer = who.post(f"/orders/{made.number}/call-off", {}, **proof)
        assert answer.status_code in (204, 409), answer.content
        if answer.status_code == 204:
            assert order_of(made).state == OrderState.CANCELLED

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
