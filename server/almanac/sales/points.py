"""Customers' points: earned and taken back as a line's money says, spent on rewards, lapsed, corrected. What was paid and done is
worked out by payments. See docs/algorithms/loyalty.md."""

from __future__ import annotations

import hashlib
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

from django.db import transaction
from django.db.models import QuerySet, Sum
from django.db.models.functions import Coalesce

from almanac.business.models import Business
from almanac.business.policies import MINOR_UNITS, PointPolicy
from almanac.business.queries import by_slug, open_businesses, policy, some_policy
from almanac.engine.loyalty import Posting, Standing, points_back, points_of, rewards_of, standing
from almanac.engine.terms import months_after
from almanac.kit.actor import SYSTEM, Actor
from almanac.kit.errors import InvalidInput, NotAllowed, NotFound
from almanac.kit.text import one_line
from almanac.outbox import idempotency
from almanac.outbox.actions import emit
from almanac.people.models import Customer
from almanac.sales.errors import PointsOff
from almanac.sales.events import PointsCorrected, PointsLapsed, PointsLapsing, PointsRewarded
from almanac.sales.models import Coupon, OrderLine, PointEntry
from almanac.sales.permissions import can_edit_coupons
from almanac.sales.referrals import random_code

Kind = PointEntry.Kind
NOTICE = timedelta(days=14)  # is the time between the letter and the lapse, at least
REWARDS_AT_ONCE = 20
MOST_CORRECTED = 100_000
TEXT_LENGTH = 300
FOR_POINTS = {
    "en": "For your points",
    "uk": "За ваші бали",
    "es": "Por sus puntos",
    "fr": "Pour vos points",
    "de": "Für Ihre Punkte",
}


def lock_customer(customer_id: UUID) -> Customer:
    """The customer, fresh, whose points nobody else writes until the caller's transaction ends."""
    return Customer.objects.select_for_update(of=("self",), no_key=True).get(pk=customer_id)


def standing_of(entries: Iterable[PointEntry]) -> Standing[UUID]:
    """What is left of a customer's points with one business, from all their entries with it in order."""
    return standing(Posting(each.pk, each.points, each.lapses_on, each.of_id) for each in entries)


def switched_on() -> dict[UUID, tuple[Business, PointPolicy]]:
    """The businesses that give points, in their order. Two SQL queries."""
    businesses = list(open_businesses().order_by("position", "slug"))
    policies = some_policy({row.pk for row in businesses}, PointPolicy)
    return {row.pk: (row, policies[row.pk]) for row in businesses if policies[row.pk].points_on}


def settle_line(
    *, customer: Customer, line: OrderLine, own: Collection[PointEntry], found: PointPolicy, counted: int, now: datetime
) -> None:
    """Make the entries of a line, `own`, say what it earned of `counted` minor units: it earns once, and what is counted less
    later is taken back. In the caller's transaction, with the customer locked."""
    earned = next((each for each in own if each.kind == Kind.EARNED), None)
    if earned is None:
        if found.points_on and (points := points_of(counted, each=found.points_each)):
            lapses_on = _lapses_on(line.business, found, now)
            _write(Kind.EARNED, points, customer, line.business, now, line=line, amount=counted, lapses_on=lapses_on)
        return
    lapsed = -_sum(own, Kind.LAPSED)
    taken = -_sum(own, Kind.TAKEN_BACK, Kind.GIVEN_AGAIN)
    back = points_back(earned.points, amount=earned.amount, back=earned.amount - counted)
    due = min(back, earned.points - lapsed)
    if due > taken:
        _write(Kind.TAKEN_BACK, taken - due, customer, line.business, now, line=line, of=earned)
    elif due < taken:
        lapses_on = earned.lapses_on
        _write(Kind.GIVEN_AGAIN, taken - due, customer, line.business, now, line=line, lapses_on=lapses_on)


def give_rewards(*, customer: Customer, business: Business, found: PointPolicy, now: datetime) -> int:
    """Turn what reaches a reward into coupons; how many. Of who has no account it waits, as nobody else could use them. In the
    caller's transaction, with the customer locked. Emits PointsRewarded."""
    if not found.points_on or customer.user_id is None:
        return 0
    entries = PointEntry.objects.filter(customer=customer, business=business)
    balance = entries.aggregate(sum=Coalesce(Sum("points"), 0))["sum"]
    count = min(rewards_of(balance, needed=found.points_needed), REWARDS_AT_ONCE)
    for _ in range(count):
        coupon = Coupon.objects.create(
            business=business,
            customer=customer,
            code=random_code("POINTS"),
            name=FOR_POINTS,
            currency=business.currency,
            amount=found.points_reward * MINOR_UNITS,
            limit=1,
            ends_at=now + timedelta(days=found.points_coupon_days),
        )
        _write(Kind.REWARD, -found.points_needed, customer, business, now, coupon=coupon)
        fact = PointsRewarded(business.pk, customer.pk, found.points_needed, coupon.pk, coupon.amount)
        emit(fact, actor=SYSTEM, at=now)
    return count


def correct(
    *, actor: Actor, customer_id: UUID, slug: str, points: int, reason: str, key: str, now: datetime
) -> PointEntry:
    """Add points to a customer's, or take some, with a reason; `key` makes a request that is sent twice one. Emits
    PointsCorrected.

    Raises NotAllowed, NotFound (no such customer or business), InvalidInput, PointsOff, IdempotencyMismatch.
    """
    if not can_edit_coupons(actor):
        raise NotAllowed
    faults = {}
    if not one_line(reason):
        faults["reason"] = ["Please say why."]
    if not 0 < abs(points) <= MOST_CORRECTED:
        faults["points"] = [f"From 1 to {MOST_CORRECTED} points, or as many less than none."]
    if faults:
        raise InvalidInput(fields=faults)
    business = by_slug(slug)
    found = policy(business.pk, PointPolicy)
    if not found.points_on:
        raise PointsOff
    said = one_line(reason)[:TEXT_LENGTH]
    with transaction.atomic():
        if not Customer.objects.filter(pk=customer_id, archived_at=None).exists():
            raise NotFound
        customer = lock_customer(customer_id)
        scope = f"points:{actor.user_id}:{customer_id}"
        digest = hashlib.sha256(repr((slug, points, said)).encode()).hexdigest()
        earlier = idempotency.begin(scope, key, digest, now)
        if earlier is not None:
            return PointEntry.objects.get(pk=earlier.response["entry_id"])
        lapses_on = _lapses_on(business, found, now) if points > 0 else None
        row = _write(
            Kind.CORRECTION, points, customer, business, now, lapses_on=lapses_on, reason=said, by_id=actor.user_id
        )
        emit(PointsCorrected(business.pk, customer.pk, points, row.pk), actor=actor, at=now)
        give_rewards(customer=customer, business=business, found=found, now=now)
        idempotency.finish(scope, key, status=201, response={"entry_id": str(row.pk)})
    return row


def mind_points(*, now: datetime) -> None:
    """Give rewards that are reached after all, tell of points that lapse soon, and let lapse what was told of. Doing it twice
    changes nothing."""
    for business, found in switched_on().values():
        entries = PointEntry.objects.filter(business=business)
        rich = entries.filter(customer__user__isnull=False).values("customer").annotate(sum=Sum("points"))
        for customer_id in _those(rich.filter(sum__gte=found.points_needed)):
            with transaction.atomic():
                give_rewards(customer=lock_customer(customer_id), business=business, found=found, now=now)
        today = now.astimezone(ZoneInfo(business.zone)).date()
        running = entries.filter(points__gt=0, ended_at=None)
        for customer_id in _those(running.filter(noticed_at=None, lapses_on__lte=today + NOTICE)):
            _notice(customer_id, business, today, now=now)
        for customer_id in _those(running.filter(noticed_at__lte=now - NOTICE, lapses_on__lt=today)):
            _lapse(customer_id, business, today, now=now)


def good_to(entry: PointEntry) -> date | None:
    """The last day that what is left of an entry is good on: later than it says where its letter was late."""
    if entry.lapses_on is None or entry.noticed_at is None:
        return entry.lapses_on
    return max(entry.lapses_on, (entry.noticed_at + NOTICE).date())


def _those(rows: QuerySet[PointEntry, Any]) -> list[UUID]:
    """The customers that rows are of, each once, in the order of their keys."""
    return sorted(set(rows.order_by().values_list("customer", flat=True)))


def _notice(customer_id: UUID, business: Business, today: date, *, now: datetime) -> None:
    """Tell a customer of what lapses in two weeks. Emits PointsLapsing."""
    with transaction.atomic():
        lock_customer(customer_id)
        entries = list(PointEntry.objects.filter(customer=customer_id, business=business))
        left = standing_of(entries).left
        due = [
            each
            for each in entries
            if each.points > 0 and each.noticed_at is None and each.lapses_on and each.lapses_on <= today + NOTICE
        ]
        PointEntry.objects.filter(pk__in=[each.pk for each in due]).update(noticed_at=now)
        points = sum(left.get(each.pk, 0) for each in due)
        if points:
            day = max(min(each.lapses_on for each in due if each.lapses_on and left.get(each.pk)), today + NOTICE)
            emit(PointsLapsing(business.pk, customer_id, points, day), actor=SYSTEM, at=now)


def _lapse(customer_id: UUID, business: Business, today: date, *, now: datetime) -> None:
    """Let what is left of a customer's points that were told of lapse. Emits PointsLapsed."""
    with transaction.atomic():
        customer = lock_customer(customer_id)
        entries = list(PointEntry.objects.filter(customer=customer, business=business).select_related("line"))
        left, lapsed = standing_of(entries).left, 0
        for each in entries:
            is_told = each.noticed_at is not None and each.noticed_at <= now - NOTICE
            if each.ended_at is not None or not is_told or each.lapses_on is None or each.lapses_on >= today:
                continue
            PointEntry.objects.filter(pk=each.pk).update(ended_at=now)
            if points := left.get(each.pk, 0):
                _write(Kind.LAPSED, -points, customer, business, now, line=each.line, of=each)
                lapsed += points
        if lapsed:
            emit(PointsLapsed(business.pk, customer_id, lapsed), actor=SYSTEM, at=now)


def _write(kind: str, points: int, customer: Customer, business: Business, now: datetime, **more: object) -> PointEntry:
    return PointEntry.objects.create(
        kind=kind, points=points, customer=customer, business=business, written_at=now, **more
    )


def _lapses_on(business: Business, found: PointPolicy, now: datetime) -> date | None:
    """The last day that points of now are good on, on the clock of the business."""
    today = now.astimezone(ZoneInfo(business.zone)).date()
    return months_after(today, found.points_months) if found.points_months else None


def _sum(entries: Iterable[PointEntry], *kinds: str) -> int:
    return sum(each.points for each in entries if each.kind in kinds)


@dataclass(frozen=True, slots=True)
class PointAccount:
    """A customer's points with a business: every entry, the oldest first, and what is left of them."""

    business: Business
    policy: PointPolicy
    entries: list[PointEntry]

    @property
    def balance(self) -> int:
        return sum(each.points for each in self.entries)

    @property
    def missing(self) -> int:
        """To the next reward."""
        return max(0, self.policy.points_needed - self.balance)

    @property
    def lapses(self) -> list[tuple[date, int]]:
        """How many lapse after which day, the soonest first."""
        left, found = standing_of(self.entries).left, dict[date, int]()
        for each in self.entries:
            if (day := good_to(each)) and (points := left.get(each.pk, 0)):
                found[day] = found.get(day, 0) + points
        return sorted(found.items())


def accounts_of(customer_id: UUID) -> list[PointAccount]:
    """A customer's points with each business that gives any, or did. Three SQL queries, another where one does no more."""
    on = switched_on()
    found: dict[UUID, list[PointEntry]] = {pk: [] for pk in on}
    for entry in PointEntry.objects.filter(customer=customer_id).select_related("line__order", "coupon", "by"):
        found.setdefault(entry.business_id, []).append(entry)
    off = [pk for pk in found if pk not in on]
    closed = {row.pk: (row, PointPolicy()) for row in Business.objects.filter(pk__in=off)} if off else {}
    return [PointAccount(*(on | closed)[pk], entries) for pk, entries in found.items()]


def own_points(actor: Actor) -> list[PointAccount]:
    """The actor's own points, with businesses that give any. Three SQL queries, none for who has no account as a customer."""
    if not actor.customer_id or actor.user_id is None:
        return []
    return [account for account in accounts_of(actor.customer_id) if account.policy.points_on]
