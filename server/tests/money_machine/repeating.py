"""What is done with a series, its package, and gift cards."""

from __future__ import annotations

from datetime import datetime, timedelta

from hypothesis import strategies as st
from hypothesis.stateful import rule

from almanac.sales.models import GiftCard
from almanac.scheduling.models import Appointment
from tests.goods import agreed, pays_with
from tests.money_machine.world import PICK, World, asked_back
from tests.packages import left_of
from tests.shop import NOW, WEDNESDAY_TEN, Visitor


class Repeating(World):
    """Changing a series, putting visits back, spending what was bought."""

    @rule(kind=st.sampled_from(["skip", "pause", "resume", "cancel", "undo"]), which=PICK)
    def change_the_series(self, kind: str, which: int) -> None:
        _, made = self.series
        days = sorted(line.occurs_on for line in made.order.lines.all() if line.occurs_on)
        on = days[which % len(days)]
        body = {"kind": "pause" if kind == "skip" else kind, "from_on": f"{on}"}
        body |= {"until_on": f"{on + timedelta(days=1)}"} if kind == "skip" else {}
        address, before = f"/subscriptions/{made.order.lines.all()[0].subscription_id}", asked_back(made)
        left = left_of(self.package)
        told = self.ada.post(f"{address}/plan", body)
        answer = told
        if told.status_code == 200:
            answer = self.ada.post(f"{address}/change", {**body, "token": told.json()["token"], "reason": "asked"})
        if answer.status_code == 200:
            assert asked_back(made) - before == told.json()["refund_amount"]  # to the penny
            kinds = [each["for_pass"] for each in told.json()["items"]]
            assert left_of(self.package) - left == kinds.count("back") - kinds.count("again")
        else:
            assert left_of(self.package) == left
            assert answer.json()["code"] in ("not_allowed", "times_gone", "plan_changed", "package_used_up")

    @rule(which=PICK)
    def put_a_visit_back(self, which: int) -> None:
        """One that was called off stands again, as was shown."""
        found = list(Appointment.objects.filter(state="cancelled").order_by("starts_at", "pk"))
        if not found:
            return
        address, left = f"/appointments/{found[which % len(found)].pk}", left_of(self.package)
        told = self.ada.get(f"{address}/restoration").json()
        answer = self.ada.post(f"{address}/restore", {"token": told["token"]})
        assert (answer.status_code == 409) == (not told["allowed"]), answer.content
        if answer.status_code == 409:
            assert left_of(self.package) == left

    @rule(hours=st.integers(1, 6))
    def spend_what_was_bought(self, hours: int) -> None:
        """Whoever was given the bought card pays a visit with it, as far as it reaches."""
        card = GiftCard.objects.get(line__isnull=False)
        spender = self.chosen(WEDNESDAY_TEN + timedelta(days=hours)) if card.is_good else None
        if spender is None:
            return
        assert pays_with(spender, card.code).status_code == 200
        shown = agreed(spender)
        answer = spender.book(payment_method=spender.basket()["payment_methods"][0], gift_cards=shown)
        assert answer.status_code == 200 or answer.json()["code"] == "slot_taken"

    @rule(hours=st.integers(1, 6))
    def use_a_visit_of_the_package(self, hours: int) -> None:
        """Whoever has its code books with what came back to it; what the series gave up is theirs then."""
        is_left = left_of(self.package) > 0
        spender = self.chosen(WEDNESDAY_TEN + timedelta(hours=hours, days=1)) if is_left else None
        if spender is None:
            return
        assert spender.put("/basket/passes", {"code": self.package.code}).status_code == 200
        answer = spender.book()
        assert answer.status_code == 200 or answer.json()["code"] == "slot_taken"

    def chosen(self, at: datetime) -> Visitor | None:
        """Somebody new with a clean in the basket, all but booked; nobody where that time is gone."""
        if self.now > NOW + timedelta(hours=20):
            return None
        spender = Visitor()
        held = spender.chooses(self.shop, at, staff=self.shop.sid)
        if held.status_code != 200:
            assert held.json()["code"] == "slot_taken"
            return None
        assert spender.type_in().status_code == 200
        return spender

    @rule()
    def void(self) -> None:
        answer = self.ada.post(f"/gift-cards/{self.given.pk}/void", {"reason": "lost"})
        assert answer.status_code == 200 or answer.json()["code"] == "gift_card_over"
