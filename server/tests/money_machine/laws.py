"""What must be so after each step."""

from __future__ import annotations

from django.db.models import Count, F, Q, Sum
from django.db.models.functions import Coalesce
from hypothesis.stateful import invariant

from almanac.ledger.models import Balance, Entry, Posting, Role
from almanac.ledger.queries import balance, broken_laws
from almanac.outbox.models import EventRow
from almanac.payments.asking_tables import CardYes
from almanac.payments.models import DueCharge, LineShare, Payment, Refund, RefundShare, Tip
from almanac.sales.events import OrderCancelled
from almanac.sales.models import CouponUse, GiftCard, Order, OrderLine, PassUse
from almanac.scheduling.models import Appointment
from tests.goods import left_on
from tests.money_beginnings import GIVEN
from tests.money_machine.world import World
from tests.packages import left_of, owed_of


class Laws(World):
    """Nothing kept or given back twice, the books whole, visits only where their money is."""

    @invariant()
    def by_hand_no_more_is_charged_than_the_yes(self) -> None:
        for yes in CardYes.objects.select_related("charge"):
            tried = Payment.objects.filter(steps__about=yes.charge_id, steps__kind="charge_tried")
            assert [each.amount <= yes.amount for each in tried] in ([], [True])  # one try at most
            assert yes.charge.state in ("waiting", "trying", "paid", "withdrawn")

    @invariant()
    def a_coupon_is_used_by_orders_that_were_never_over(self) -> None:
        """Of one that stands again what its coupon took off stands with the lines, and the coupon is free for others."""
        over = set(EventRow.objects.filter(name=OrderCancelled.name).values_list("payload__order_id", flat=True))
        for use in CouponUse.objects.all():
            assert (use.given_back_at is not None) == (str(use.order_id) in over)

    @invariant()
    def what_is_over_is_charged_no_more(self) -> None:
        for charge in DueCharge.objects.prefetch_related("lines"):
            live = [each for each in charge.lines.all() if each.is_live]
            assert not live or charge.state not in ("paid", "withdrawn")
            if charge.state in ("waiting", "failed", "given_up"):
                assert live

    @invariant()
    def a_visit_of_the_package_is_used_by_a_visit_that_stands(self) -> None:
        """Or was called off too late; and what is owed of the package is what was given less what was earned."""
        earned = 0
        for used in PassUse.objects.select_related("line__appointment"):
            visit = used.line.appointment
            assert visit is not None
            earned += used.earned_amount
            is_off = visit.state == Appointment.State.CANCELLED
            assert is_off == (used.given_back_at is not None or used.earned_at is not None)
        # Pennies that do not divide move when a visit is taken back.
        assert abs(owed_of(self.package) - (self.package.amount - earned)) < self.package.visits
        assert 0 <= left_of(self.package) <= self.package.visits

    @invariant()
    def nothing_is_kept_twice_or_given_back_twice(self) -> None:
        orders = Order.objects.annotate(of_lines=Sum("lines__paid_amount"))
        for paid, of_lines, total in orders.values_list("paid_amount", "of_lines", "total_amount"):
            assert paid == of_lines <= total
        asked = Coalesce(Sum("refunds__amount", filter=~Q(refunds__state="failed")), 0)
        payments = Payment.objects.annotate(asked=asked)
        for refunded, of_refunds, amount in payments.values_list("refunded_amount", "asked", "amount"):
            assert refunded == of_refunds <= amount
        assert not LineShare.objects.exclude(refunded_amount__range=(0, F("amount"))).exists()

    @invariant()
    def what_came_is_of_lines_of_a_tip_or_of_nobody(self) -> None:
        """And what is paid of a line is what payments were for it, less what went back of it."""
        shared = Coalesce(Sum("shares__amount"), 0)
        for payment in Payment.objects.filter(state="captured").select_related("tip").annotate(shared=shared):
            assert payment.for_the_order == payment.shared + payment.surplus_amount
        booked = RefundShare.objects.filter(refund__state__in=("pending", "done"))
        back = dict(booked.values_list("share__line").annotate(sum=Sum("amount")))
        came = Coalesce(Sum("payment_shares__amount"), 0)
        for line_id, paid, of_payments in OrderLine.objects.annotate(came=came).values_list(
            "pk", "paid_amount", "came"
        ):
            assert paid == of_payments - back.get(line_id, 0)

    @invariant()
    def what_is_on_a_card_is_what_came_less_what_went(self) -> None:
        asked = Refund.objects.filter(state="asked").exclude(payment__gift_card=None).values_list("payment__gift_card")
        on_their_way = dict(asked.annotate(sum=Sum("amount")))
        spent = Coalesce(Sum(F("payments__amount") - F("payments__refunded_amount")), 0)
        for card in GiftCard.objects.select_related("line").annotate(spent=spent):
            loaded = card.line.paid_amount if card.line else GIVEN
            left = left_on(card)
            assert left >= 0
            if left != loaded - card.spent - on_their_way.get(card.pk, 0):
                assert Entry.objects.filter(key=f"gift_card:{card.pk}:void").exists()

    @invariant()
    def the_books_keep_their_laws(self) -> None:
        """Looked at anew whenever anything was written in them, which is all that could break one."""
        held = Sum("amount", filter=Q(amount__gt=0))
        written = Balance.objects.aggregate(count=Count("pk"), sum=Sum("amount"), held=held)
        written["postings"] = Posting.objects.count()
        if written != self.written:
            assert broken_laws() == []
            self.written = written

    @invariant()
    def a_tip_is_owed_to_whom_it_was_for(self) -> None:
        given = Tip.objects.exclude(given_at=None).aggregate(sum=Sum("amount"))["sum"] or 0
        back = Refund.objects.filter(why="tip", state__in=("pending", "done")).aggregate(sum=Sum("amount"))["sum"] or 0
        assert balance(Role.PAYABLE, "GBP", f"staff:{self.shop.sam.pk}") == given - back

    @invariant()
    def a_visit_stands_only_where_its_order_does(self) -> None:
        standing = Appointment.objects.filter(state="confirmed", order_line__order__state="placed")
        assert not standing.exists()
