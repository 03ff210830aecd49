"""What bringing a friend comes to, decided when their order is done and paid: docs/algorithms/referrals.md."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID
from zoneinfo import ZoneInfo

from django.db import transaction
from django.db.models import Exists, F, OuterRef, Q, QuerySet

from almanac.booking.queries.addressees import mailbox_of
from almanac.business.policies import MINOR_UNITS, ReferralPolicy
from almanac.business.queries import policy
from almanac.customers.queries.records import merged_into
from almanac.engine.terms import months_after
from almanac.kit.actor import SYSTEM
from almanac.outbox.actions import emit
from almanac.payments.models import KeptMethod, Payment
from almanac.people.models import Customer
from almanac.places.models import Address
from almanac.sales.events import ReferralSettled
from almanac.sales.models import Coupon, CouponUse, Order, OrderLine, OrderState, Referral
from almanac.sales.referrals import random_code
from almanac.scheduling.models import Appointment

AT_ONCE = 50
FOR_BRINGING = {
    "en": "For bringing a friend",
    "uk": "За запрошеного друга",
    "es": "Por traer a un amigo",
    "fr": "Pour avoir amené un ami",
    "de": "Für einen geworbenen Freund",
}


def settle_referrals(*, now: datetime) -> int:
    """Reward whoever brought a friend whose order is done and paid, or say why not; take back what a refund in full undid. How
    many were settled. Doing it twice changes nothing."""
    uses = list(_ready(now).values_list("pk", flat=True)[:AT_ONCE])
    undone = list(_undone().values_list("pk", flat=True)[:AT_ONCE])
    return sum(_decide(use_id, now=now) for use_id in uses) + sum(_take_back(pk, now=now) for pk in undone)


def _ready(now: datetime) -> QuerySet[CouponUse]:
    """Uses by friends of which nothing was decided: all visits that stand are over, all lines that stand are paid."""
    called_off = Q(appointment__state=Appointment.State.CANCELLED)
    standing = OrderLine.objects.filter(order=OuterRef("order")).exclude(called_off)
    waits = standing.filter(Q(paid_amount__lt=F("total_amount")) | Q(appointment__ends_at__gt=now))
    found = CouponUse.objects.filter(
        coupon__referrer__isnull=False,
        referral=None,
        given_back_at=None,
        order__state=OrderState.CONFIRMED,
    )
    return found.filter(Exists(standing), ~Exists(waits)).order_by("used_at", "pk")


def _undone() -> QuerySet[Referral]:
    """Rewards for orders of which no money is left."""
    nothing_left = Q(use__order__state=OrderState.CANCELLED) | Q(
        use__order__paid_amount=0, use__order__total_amount__gt=0
    )
    return Referral.objects.filter(nothing_left, state=Referral.State.REWARDED).order_by("pk")


def _decide(use_id: UUID, *, now: datetime) -> bool:
    with transaction.atomic():
        use = CouponUse.objects.select_related("order__customer", "coupon__business").get(pk=use_id)
        code = Coupon.objects.select_for_update(of=("self",)).get(pk=use.coupon_id)  # one at a time of each referrer
        if Referral.objects.filter(use=use).exists() or code.referrer is None:
            return False
        referrer, found = _today(code.referrer), policy(code.business_id, ReferralPolicy)
        reason = ""
        if _is_same(use.order, referrer):
            reason = Referral.Reason.SAME_PERSON
        elif _this_month(referrer, use, now=now) >= found.rewards_a_month:
            reason = Referral.Reason.MONTH_FULL
        reward = None if reason else _reward(use, referrer, found, now=now)
        row = Referral.objects.create(
            use=use,
            referrer=referrer,
            state=Referral.State.REFUSED if reason else Referral.State.REWARDED,
            reason=reason,
            reward=reward,
            decided_at=now,
        )
        _tell(row, now=now)
    return True


def _take_back(referral_id: UUID, *, now: datetime) -> bool:
    """A reward that was not used is put away; one that was stays used: it stands with an order."""
    with transaction.atomic():
        row = Referral.objects.select_for_update(of=("self",)).get(pk=referral_id)
        if row.state != Referral.State.REWARDED:
            return False
        if row.reward_id:
            reward = Coupon.objects.select_for_update(of=("self",)).get(pk=row.reward_id)
            if reward.archived_at is None and not reward.uses.filter(given_back_at=None).exists():
                reward.archived_at = now
                reward.revision += 1
                reward.save(update_fields=["archived_at", "revision"])
        row.state, row.reason, row.decided_at = Referral.State.TAKEN_BACK, Referral.Reason.REFUNDED, now
        row.revision += 1
        row.save(update_fields=["state", "reason", "decided_at", "revision"])
        _tell(row, now=now)
    return True


def _reward(use: CouponUse, referrer: Customer, found: ReferralPolicy, *, now: datetime) -> Coupon:
    return Coupon.objects.create(
        business=use.coupon.business,
        customer=referrer,
        code=random_code("THANKS"),
        name=FOR_BRINGING,
        currency=use.coupon.currency,
        amount=found.reward_amount * MINOR_UNITS,
        limit=1,
        ends_at=datetime.combine(months_after(now.date(), found.reward_months), now.timetz()),
    )


def _tell(row: Referral, *, now: datetime) -> None:
    event = ReferralSettled(
        referral_id=row.pk,
        business_id=row.use.coupon.business_id,
        customer_id=row.referrer_id,
        state=row.state,
        reason=row.reason,
        amount=row.reward.amount if row.reward else 0,
    )
    emit(event, actor=SYSTEM, at=now)


def _today(referrer: Customer) -> Customer:
    """Whose record theirs is today."""
    merge = merged_into(referrer)
    return merge.kept if merge else referrer


def _this_month(referrer: Customer, use: CouponUse, *, now: datetime) -> int:
    """How many rewards they were given in this month of the business's calendar."""
    local = now.astimezone(ZoneInfo(use.coupon.business.zone))
    begins = local.replace(day=1, hour=0, minute=0, second=0, microsecond=0)
    own = Referral.objects.filter(
        referrer=referrer, use__coupon__business=use.coupon.business_id, decided_at__gte=begins
    )
    return own.filter(state=Referral.State.REWARDED).count()


def _is_same(order: Order, referrer: Customer) -> bool:
    """Whether the friend is the referrer, as far as record, mailbox, telephone, address or card tell."""
    friend = _today(order.customer)
    mailboxes = {mailbox_of(friend.email), mailbox_of(order.customer.email)} - {""}
    return (
        friend.pk == referrer.pk
        or mailbox_of(referrer.email) in mailboxes
        or bool(referrer.phone and referrer.phone == friend.phone)
        or bool(_homes(Q(appointments__order_line__order=order)) & _homes(Q(customer=referrer)))
        or bool(_cards_of_order(order) & _cards_of(referrer))
    )


def _homes(wanted: Q) -> set[tuple[str, str]]:
    rows = Address.objects.filter(wanted).values_list("postcode", "line1")
    return {(postcode, "".join(line.casefold().split())) for postcode, line in rows}


def _cards_of_order(order: Order) -> set[str]:
    return set(order.payments.exclude(paid_with="").values_list("paid_with", flat=True))


def _cards_of(referrer: Customer) -> set[str]:
    paid = Payment.objects.filter(order__customer=referrer).exclude(paid_with="").values_list("paid_with", flat=True)
    return {*paid, *KeptMethod.objects.filter(customer=referrer).values_list("label", flat=True)} - {""}
