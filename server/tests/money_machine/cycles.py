"""A series goes on: the clock jumps to when a visit is charged, visits take place or are moved; and the coupon is tried anew."""

from __future__ import annotations

from datetime import datetime, timedelta

from hypothesis import strategies as st
from hypothesis.stateful import precondition, rule

from almanac.payments.models import ChargeState, DueCharge
from almanac.sales.models import CouponUse
from almanac.scheduling.models import Appointment
from tests.followed import follow
from tests.money_machine.coming_back import ComingBack
from tests.money_machine.repeating import Repeating
from tests.money_machine.world import PICK
from tests.shop import NOW, WEDNESDAY_TEN
from tests.tills import AWAY_FAILS, VISA

COMING = (ChargeState.WAITING, ChargeState.TRYING, ChargeState.FAILED)
ENDS = NOW + timedelta(days=50)  # the series is over by then, and its last charge was given up
ONCE = 1  # of the coupon


class Cycles(ComingBack, Repeating):
    """Whole cycles of a series, by the clock; and whoever wants the coupon."""

    @rule(card=st.sampled_from([VISA, VISA, AWAY_FAILS]))
    def the_series_is_paid(self, card: str) -> None:
        """What was due with its order; the card is kept for the visits to come, and may want its owner each time."""
        self.pays(self.orders.index(self.series), self.series[1], by_card=True, card=card)

    @precondition(lambda self: coming() is not None)
    @rule()
    def the_next_charge_falls_due(self) -> None:
        """A first try, or the next one of a charge that failed."""
        due = coming()
        if due is not None and due < ENDS:
            self.jump(due + timedelta(minutes=1))

    @rule(days=st.sampled_from([1, 3, 8]))
    def days_pass(self, days: int) -> None:
        """Once something of the series is paid: until then most of what may happen needs that nothing is over."""
        paid = self.series[1].order.paid_amount
        if paid and self.now + timedelta(days=days) < ENDS:
            self.jump(self.now + timedelta(days=days))

    def jump(self, to: datetime) -> None:
        """Ada signs in again, as she must after some days."""
        self.now = max(self.now, to)
        self.shop.clock.move_to(self.now)
        self.ada.client.force_login(self.ada.account)
        follow()

    @rule(which=PICK, how=st.sampled_from(["complete", "complete", "no-show", "no-show/undo", "not-served"]))
    def a_visit_is_over(self, which: int, how: str) -> None:
        """It took place; or one side was not there, for what was shown; or was after all."""
        found = list(Appointment.objects.filter(starts_at__lte=self.now).order_by("starts_at", "pk"))
        if not found:
            return
        address, body = f"/appointments/{found[which % len(found)].pk}", {}
        if how in ("no-show", "not-served"):
            of = "customer" if how == "no-show" else "team"
            body = {"token": self.ada.get(f"{address}/absence?of={of}").json()["token"] or "none"}
        answer = self.ada.post(f"{address}/{how}", body)
        allowed = ("wrong_state", "money_moved", "consequence_changed")
        assert answer.status_code == 200 or answer.json()["code"] in allowed, answer.content

    @rule(which=PICK, days=st.integers(-2, 3), hours=st.integers(-1, 4), following=st.booleans())
    def move_in_the_series(self, which: int, days: int, hours: int, following: bool) -> None:
        """One visit, or it and all that follow: nothing is paid, owed or given back by it."""
        visits = Appointment.objects.filter(order_line__order=self.series[1].order, state="confirmed")
        found = list(visits.order_by("starts_at"))
        if not found:
            return
        visit = found[which % len(found)]
        to = (visit.starts_at + timedelta(days=days, hours=hours)).isoformat()
        owed, paid = self.sums()
        if following:
            line = visit.order_line
            assert line is not None
            address = f"/subscriptions/{line.subscription_id}"
            body = {"kind": "move", "from_on": f"{line.occurs_on}", "starts_at": to}
            answer = told = self.ada.post(f"{address}/plan", body)
            if told.status_code == 200:
                answer = self.ada.post(f"{address}/change", {**body, "token": told.json()["token"], "reason": "asked"})
        else:
            answer = self.ada.post(f"/appointments/{visit.pk}/move", {"starts_at": to, "reason": "asked"})
        allowed = ("slot_taken", "times_gone", "not_allowed", "wrong_state", "too_late_to_change", "plan_changed")
        assert answer.status_code in (200, 204) or answer.json()["code"] in allowed, answer.content
        assert self.sums() == (owed, paid)

    @rule(which=PICK)
    def undo_a_move(self, which: int) -> None:
        found = list(Appointment.objects.exclude(moved_at=None).order_by("starts_at", "pk"))
        if not found:
            return
        address, before = f"/appointments/{found[which % len(found)].pk}/move/undo", self.sums()
        told = self.ada.get(address).json()
        answer = self.ada.post(address, {"token": told["token"]})
        assert answer.status_code == (200 if told["allowed"] else 409), answer.content
        assert self.sums() == before

    def sums(self) -> tuple[int, int]:
        """What the series' order owes in all, and what is paid of it."""
        told = self.ada.get(f"/orders/{self.series[1].number}").json()
        return told["owed_amount"], told["paid_amount"]

    @rule(hours=st.integers(1, 5))
    def want_the_coupon(self, hours: int) -> None:
        """Its last use is somebody's; it is free again only where that order was over."""
        spender = self.chosen(WEDNESDAY_TEN + timedelta(hours=hours, days=2))
        if spender is None:
            return
        is_free = CouponUse.objects.filter(given_back_at=None).count() < ONCE
        answer = spender.put("/basket/coupon", {"code": "LAST"})
        assert answer.status_code == (200 if is_free else 409), answer.content
        booked = spender.book()
        assert booked.status_code == 200 or booked.json()["code"] == "slot_taken"
        assert CouponUse.objects.filter(given_back_at=None).count() <= ONCE


def coming() -> datetime | None:
    """When a kept card is charged next."""
    charge = DueCharge.objects.filter(state__in=COMING).order_by("next_try_at").first()
    return charge.next_try_at if charge else None
