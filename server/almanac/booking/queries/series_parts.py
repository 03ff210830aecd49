"""What a change of several visits is asked for and answered with: the values of a plan, and the visits it is made of."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from enum import StrEnum
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

from almanac.booking.content import LineContent
from almanac.booking.queries.changes import Change, move_request, within_reach
from almanac.booking.queries.series import in_series
from almanac.booking.queries.visit_requests import Wish
from almanac.business.policies import Approval, BookingPolicy
from almanac.catalog.errors import NotOnOffer
from almanac.catalog.queries.offers import OnOffer, some_on_offer
from almanac.engine.problem import Place
from almanac.engine.series import Fit
from almanac.kit.actor import Actor
from almanac.kit.errors import NotFound
from almanac.payments.shares import Split, together
from almanac.places.models import Address
from almanac.sales import queries as sales
from almanac.sales.models import OrderLine, Subscription, SubscriptionChange
from almanac.sales.subscriptions import may_come
from almanac.scheduling.models import Appointment
from almanac.scheduling.queries.spots import Spot, spot_kept, spot_of
from almanac.scheduling.visits import VisitRequest

RUNNING = (Subscription.State.ACTIVE, Subscription.State.PAUSED)


class SeriesChangeKind(StrEnum):
    """What is to be done."""

    MOVE = "move"
    PAUSE = "pause"
    RESUME = "resume"
    CANCEL = "cancel"
    UNDO = "undo"


class ForPass(StrEnum):
    """What a change means for the package that pays for a visit: the visit goes back to it, counts as used, or is used again."""

    BACK = "back"
    USED = "used"
    AGAIN = "again"


@dataclass(frozen=True, slots=True)
class Asked:
    """A change as it is wished for: from which date on; until which (a pause that ends, exclusive); where a visit moves, its new
    start (epoch seconds), which carries over to those that follow, person and address. What is None stays. What goes on again is
    what is paused without an end, or what the pause `pause_id` called off."""

    kind: SeriesChangeKind
    from_on: date
    until_on: date | None = None
    starts_at: int | None = None
    staff_id: UUID | None = None
    address_id: UUID | None = None
    pause_id: UUID | None = None


@dataclass(frozen=True, slots=True)
class Item:
    """One visit in a plan. `after` None: it is called off; `before` None: it was. `left_alone` says why nothing is done to it.

    `refund_amount` goes back of what was paid, `fee_amount` is kept, and `split` says how and whose; `owed_amount` is owed anew.
    `for_pass`: what it means for the package that pays for it; none where none does, or nothing changes for it.
    A visit that moves keeps its price; `more_amount` is what it would cost more by the prices of now, less than nothing where it
    would cost less. Minor units.
    """

    change: Change = field(repr=False)
    before: Spot | None
    after: Spot | None
    fit: Fit | None = None
    left_alone: str = ""
    refund_amount: int = 0
    fee_amount: int = 0
    owed_amount: int = 0
    more_amount: int = 0
    split: Split = field(default_factory=Split)
    for_pass: ForPass | None = None

    @property
    def occurs_on(self) -> date:
        """Which date it is."""
        return self.change.line.occurs_on or date.min

    def told(self) -> dict[str, Any]:
        """As it is shown."""
        return {
            "line": str(self.change.line.pk),
            "appointment": str(self.change.appointment.pk),
            "before": spot_kept(self.before) if self.before else None,
            "after": spot_kept(self.after) if self.after else None,
        }

    def kept(self) -> dict[str, Any]:
        """As it is remembered, so that it can be undone."""
        return {**self.told(), "waited": waits_for_yes(self.change.line, self.change.appointment)}


@dataclass(frozen=True, slots=True)
class Plan:
    """The whole consequence of a change. `resumes`: the pauses that are over with it. `is_whole`: the subscription itself is
    paused, goes on or ends, and not some of its visits alone. `others_count`: where it cancels the rest, how many visits of that
    time stay because the actor does not see them."""

    of: Following
    asked: Asked
    items: tuple[Item, ...]
    undoes: SubscriptionChange | None = None
    resumes: tuple[SubscriptionChange, ...] = ()
    is_whole: bool = True
    others_count: int = 0

    @property
    def row(self) -> Subscription:
        return self.of.row

    @property
    def party(self) -> str:
        """As whom the actor changes it."""
        return self.of.party

    @property
    def done(self) -> list[Item]:
        """The visits something is done to."""
        return [item for item in self.items if not item.left_alone]

    @property
    def ends(self) -> bool:
        """Whether it ends a subscription that runs."""
        return self.asked.kind is SeriesChangeKind.CANCEL and self.is_whole and self.row.state in RUNNING

    @property
    def carries_on_again(self) -> bool:
        """Whether it undoes the end of a subscription that carried on."""
        undone = self.undoes
        return undone is not None and undone.kind == SeriesChangeKind.CANCEL and undone.is_whole and undone.carried_on

    @property
    def is_empty(self) -> bool:
        """Whether it would change nothing."""
        paused_again = self.undoes is not None and bool(self.undoes.resumed)
        of_itself = self.resumes or paused_again or self.carries_on_again or (self.ends and may_come(self.row))
        return not self.done and not of_itself

    @property
    def refund_amount(self) -> int:
        return sum(item.refund_amount for item in self.done)

    @property
    def fee_amount(self) -> int:
        return sum(item.fee_amount for item in self.done)

    @property
    def owed_amount(self) -> int:
        return sum(item.owed_amount for item in self.done)

    @property
    def price_amount(self) -> int:
        """What the visits that move were sold for, which stays."""
        return sum(item.change.line.total_amount for item in self.done if item.before and item.after)

    @property
    def more_amount(self) -> int:
        return sum(item.more_amount for item in self.done)

    @property
    def split(self) -> Split:
        """Of what was paid for the visits that are called off: what goes back by which way, and whose the rest is."""
        return together(item.split for item in self.done)

    @property
    def token(self) -> str:
        """Names exactly this: another visit, time, person, place or penny is another token."""
        told = [
            (each.told(), each.left_alone, each.refund_amount, each.fee_amount, each.owed_amount, each.more_amount)
            for each in self.items
        ]
        passes = [each.for_pass for each in self.items]
        split = replace(self.split, processor_fee=0)  # the company tells it when it likes
        state = (self.is_whole, self.ends, self.others_count, [str(each.pk) for each in self.resumes])
        return hashlib.sha256(repr((str(self.row.pk), self.asked, told, passes, state, split)).encode()).hexdigest()


@dataclass(frozen=True, slots=True)
class Following:
    """A subscription with those of its visits that the actor may see, by date; of the `others` when each begins, and whether it
    stands."""

    row: Subscription
    changes: tuple[Change, ...]
    party: str
    offers: Mapping[UUID, OnOffer] = field(repr=False)
    others: tuple[tuple[datetime, bool], ...] = ()

    @property
    def zone(self) -> ZoneInfo:
        """On whose clock its visits are."""
        return ZoneInfo(self.row.zone)

    def is_whole(self, now: datetime) -> bool:
        """Whether the actor sees all visits still to come, those that are called off too; where there are none, all that were."""
        if any(change.appointment.starts_at > now for change in self.changes):
            return not any(starts_at > now for starts_at, _ in self.others)
        return not self.others

    def may_end(self, now: datetime) -> bool:
        """Whether cancelling the rest ends the subscription itself, so that no term follows: its customer has the say of that, by
        the link of any of its orders too."""
        return self.party == Appointment.Party.CUSTOMER or self.is_whole(now)

    def others_from(self, on: date, now: datetime) -> int:
        """How many visits to come from that day on stand that the actor does not see."""
        days = [each.astimezone(self.zone).date() for each, stands in self.others if stands and each > now]
        return sum(day >= on for day in days)

    def wish(self, change: Change) -> Wish:
        """What one visit is of. Raises NotOnOffer."""
        appointment = change.appointment
        offer = self.offers.get(appointment.service_id)
        if offer is None:
            raise NotOnOffer(what="service", service_id=appointment.service_id)
        return Wish(LineContent(service_id=appointment.service_id, seats=appointment.seats), offer)

    def request(self, change: Change, address: Address | None = None) -> VisitRequest:
        """What is asked of scheduling for a visit at another time or place. Raises NotOnOffer."""
        request = within_reach(change, change.appointment, move_request(change.appointment, self.wish(change)))
        return replace(request, place=Place(address.latitude, address.longitude)) if address else request

    def request_at(
        self, change: Change, spot: Spot, places: Mapping[UUID | None, Address], *, stood_there: bool = False
    ) -> VisitRequest:
        """The same for exactly this person, length and place (of `places_of`), as far ahead as a series reaches. What
        `stood_there` a moment ago is asked for no notice, grid or daily limit anew."""
        elsewhere = places.get(spot.address_id) if spot.address_id != change.appointment.address_id else None
        request = in_series(self.request(change, elsewhere), spot.staff_id)
        if stood_there:
            request = replace(request, rules=replace(request.rules, lead_time=0, slot_interval=60, daily_limit=None))
        only = replace(
            request.segments[0], staff_ids=(str(spot.staff_id),), duration=spot.end - spot.start, durations=()
        )
        return replace(request, segments=(only,))


def following(actor: Actor, subscription_id: UUID) -> Following:
    """A subscription as the actor may change it. Raises NotFound, also for those of others."""
    row = sales.subscription(actor, subscription_id)
    orders = sales.orders(actor).filter(lines__subscription=row).distinct()
    found = []
    for order in orders:
        for line in order.lines.all():
            if line.subscription_id == row.pk and line.appointment:
                line.subscription = row  # read once
                found.append(Change(actor, order, line, line.appointment))
    by_customer = any(change.by_customer for change in found)
    seen = found if by_customer else [change for change in found if change.by_team]
    if not seen:
        raise NotFound
    by_team = all(change.by_team for change in seen)
    party = Appointment.Party.STAFF if by_team else Appointment.Party.CUSTOMER
    offers = some_on_offer({change.appointment.service_id: set() for change in seen})
    others = OrderLine.objects.filter(subscription=row, appointment__isnull=False)
    others = others.exclude(pk__in=[change.line.pk for change in seen])
    return Following(
        row,
        tuple(sorted(seen, key=lambda change: change.line.occurs_on or date.min)),
        party,
        offers,
        tuple(
            (starts_at, state != Appointment.State.CANCELLED)
            for starts_at, state in others.values_list("appointment__starts_at", "appointment__state")
        ),
    )


def places_of(wanted: Iterable[tuple[Change, Spot]]) -> dict[UUID | None, Address]:
    """The addresses at which visits are to be and are not now, also those that were taken off the customer's list since. One SQL
    query where there are any."""
    other = {spot.address_id for change, spot in wanted if spot.address_id != change.appointment.address_id}
    return {row.pk: row for row in Address.objects.filter(pk__in=[each for each in other if each])}


def visit_kept(line: OrderLine, appointment: Appointment) -> dict[str, Any]:
    """A visit that is called off, as it is remembered."""
    told = {"line": str(line.pk), "appointment": str(appointment.pk), "before": spot_kept(spot_of(appointment))}
    return {**told, "after": None, "waited": waits_for_yes(line, appointment)}


def waits_for_yes(line: OrderLine, appointment: Appointment) -> bool:
    """Whether a visit waits for the team's yes, or will when it is paid. One that was called off: whether it was sold so."""
    by_hand = BookingPolicy.model_validate(line.policy).approval is Approval.BY_HAND
    if appointment.state == Appointment.State.PENDING:
        return by_hand or not appointment.awaits_payment
    return by_hand and appointment.state == Appointment.State.CANCELLED
