"""What is done with cards that are kept."""

from __future__ import annotations

from contextlib import nullcontext, suppress
from datetime import timedelta
from unittest.mock import patch

from django.db import transaction
from hypothesis import strategies as st
from hypothesis.stateful import precondition, rule

from almanac.kit.actor import SYSTEM
from almanac.payments.actions import charges, keeping
from almanac.payments.asking_tables import CardYes
from almanac.payments.errors import AlreadyPlanned, NothingDue
from almanac.payments.models import DueCharge, KeptMethod
from tests.money_machine.world import PICK, World
from tests.tills import AWAY_FAILS, CHALLENGED, DECLINED, VISA, keeps


class KeptCards(World):
    """Keeping one, planning a charge of it, trying it, taking it out."""

    @rule(which=PICK, card=st.sampled_from([VISA, VISA, AWAY_FAILS, CHALLENGED, DECLINED]))
    def keep(self, which: int, card: str) -> None:
        keeps(self.till, self.orders[which % 2][1].order, card)

    @rule(which=PICK, minutes=st.sampled_from([0, 5, 600]))
    def plan(self, which: int, minutes: int) -> None:
        order = self.orders[which % 2][1].order
        lines = list(order.lines.values_list("pk", flat=True))
        with suppress(AlreadyPlanned), transaction.atomic():
            charges.plan(order=order, line_ids=lines, due_at=self.now + timedelta(minutes=minutes))

    @rule(which=PICK, what=st.sampled_from(["due", "all"]), short=st.sampled_from([0, 0, 0, 1]), crashes=st.booleans())
    def charge_by_hand(self, which: int, what: str, short: int, crashes: bool) -> None:
        """Somebody of the team has the kept card charged, for what was shown or (`short`) for something else; the process may die
        when the company has answered. No more comes of it than the order owed, and nothing where it was not what was shown."""
        _, made = self.orders[which % 2]
        told = self.ada.get(f"/orders/{made.number}").json()
        offer = told["card_offer"] or {"due_amount": 1, "owed_amount": 1, "card": "Visa 4242"}
        amount = offer["due_amount" if what == "due" else "owed_amount"] + short
        body = {"what": what, "shown_amount": amount, "shown_card": offer["card"], "agreed": True}
        tries, dies = CardYes.objects.count(), patch.object(charges, "settle", side_effect=SystemExit)
        with dies if crashes else nullcontext(), suppress(SystemExit):
            answer = self.ada.post(f"/orders/{made.number}/kept-charges", body)
            if answer.status_code == 200:
                assert told["card_offer"]
                assert not short
            else:
                refused = answer.json()["code"]
                assert CardYes.objects.count() == tries
                assert refused in ("nothing_due", "charge_under_way", "charge_changed", "no_card_kept", "order_waits")
                assert short or refused != "charge_changed" or not told["card_offer"]

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
