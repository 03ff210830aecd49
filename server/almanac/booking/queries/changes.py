"""What may be changed about a visit, by whom, and what it would mean."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass, replace
from datetime import datetime, time, timedelta
from uuid import UUID
from zoneinfo import ZoneInfo

from almanac.booking.content import LineContent
from almanac.booking.queries.slots import Search, zone_shown
from almanac.booking.queries.visit_requests import Wish, in_a_row, wishes_of
from almanac.business.policies import BookingPolicy, ReasonFrom
from almanac.catalog.models import Venue
from almanac.engine import cancellation
from almanac.engine.cancellation import CancellationPolicy, Consequence
from almanac.engine.problem import Place, Segment
from almanac.kit.actor import Actor
from almanac.kit.clock import epoch
from almanac.kit.errors import NotAllowed, NotFound
from almanac.payments.queries import chargeable
from almanac.payments.shares import Split, money_of_line, split_of
from almanac.sales import queries as sales
from almanac.sales.models import BundledLine, Order, OrderLine, PassUse
from almanac.scheduling.models import Appointment
from almanac.scheduling.permissions import can_change, can_give_to, is_ahead, works_on
from almanac.scheduling.visits import VisitRequest, rules_of

RIGHT_DAYS = 14


@dataclass(frozen=True, slots=True)
class MoneyBack:
    """What calling a visit off gives back of what was paid, and what it costs, in minor units; `owed_amount` is what of the fee
    was not paid, and `charged_to` what it is charged to. `token` names exactly that, with the visit as it is and the policy it
    was sold under: another penny, way or time is another token. `returns`: whether the visit of a package that it uses can be
    used again; None: it uses none."""

    refund_amount: int
    fee_amount: int
    split: Split
    token: str
    returns: bool | None = None
    owed_amount: int = 0
    charged_to: str = ""

    @property
    def paid_amount(self) -> int:
        """What of it was paid and is not given back yet."""
        return self.split.back + self.split.kept


def money_back(
    line: OrderLine,
    appointment: Appointment,
    *,
    fee: int,
    returns: bool | None = None,
    about: str = "cancel",
    charged_to: str = "",
) -> MoneyBack:
    """What it would mean at this fee that a visit is called off, or what else it is `about`. Two SQL queries."""
    paid, left = money_of_line(line.pk)
    back, owed = max(0, left - fee), max(0, fee - paid)
    charged_to = charged_to if owed else ""
    split = split_of(line, back)
    kept = replace(split, processor_fee=0)  # the company tells it when it likes
    policy = json.dumps(line.policy, sort_keys=True)
    told = (about, str(line.pk), appointment.starts, back, fee, owed, charged_to, kept, returns, policy)
    return MoneyBack(back, fee, split, hashlib.sha256(repr(told).encode()).hexdigest(), returns, owed, charged_to)


@dataclass(frozen=True, slots=True)
class Change:
    """A visit of an order that the actor may see, with the policy it was sold under."""

    actor: Actor
    order: Order
    line: OrderLine
    appointment: Appointment

    @property
    def visit(self) -> list[tuple[OrderLine, Appointment]]:
        """What is still done in one visit with it, itself included, in the order of the services."""
        found = [
            (line, line.appointment)
            for line in self.order.lines.all()
            if line.appointment
            and line.appointment.visit_id == self.appointment.visit_id
            and line.appointment.state != Appointment.State.CANCELLED
        ]
        return sorted(found, key=lambda item: item[1].position) or [(self.line, self.appointment)]

    @property
    def by_team(self) -> bool:
        """Whether the visit is the actor's to look after; seeing the order is not enough, it may have others' visits."""
        return works_on(self.actor, self.appointment)

    @property
    def by_customer(self) -> bool:
        """Whether the actor is its customer, or holds the order's link, whoever they are besides."""
        return self.actor.order_id == self.order.pk or self.actor.customer_id == self.order.customer_id

    @property
    def rules(self) -> BookingPolicy:
        """The rules it was sold under."""
        return BookingPolicy.model_validate(self.line.policy)

    @property
    def policy(self) -> CancellationPolicy:
        """The promise as it stood when it was sold."""
        return self.rules.cancellation()

    @property
    def needs_reason(self) -> bool:
        """Whether the actor must say why."""
        wanted = self.rules.reason_needed
        return wanted is ReasonFrom.EVERYBODY or (wanted is ReasonFrom.CUSTOMER and not self.by_team)

    def consequence(self, now: datetime) -> Consequence:
        """What cancelling now would give back and cost."""
        return cancellation.cancellation(
            self.policy,
            price=self.line.total_amount,
            starts_at=self.appointment.starts,
            now=epoch(now),
            right_until=self.right_until,
        )

    @property
    def right_until(self) -> int | None:
        """The instant at which the law's right to cancel ends: when the 14th day after that of the order is over, where the
        business is; none where the law does not hold."""
        if not self.rules.right_to_cancel:
            return None
        zone = ZoneInfo(self.line.business.zone)
        last = self.order.placed_at.astimezone(zone).date() + timedelta(days=RIGHT_DAYS)
        return epoch(datetime.combine(last + timedelta(days=1), time(), zone))

    @property
    def charged_to(self) -> str:
        """What a fee that was not paid is charged to: what its customer keeps, where it was sold so; else nothing."""
        kept = chargeable(self.order.customer_id) if self.rules.charge_fees else None
        return kept.label if kept else ""


def party_of(change: Change) -> str:
    """As whom the actor changes it: `staff` or `customer`. Raises NotAllowed."""
    if change.by_team:
        return Appointment.Party.STAFF
    if change.by_customer:
        return Appointment.Party.CUSTOMER
    raise NotAllowed


def fee_of(change: Change, by: str, now: datetime) -> int:
    """What calling it off costs, minor units: by the team nothing, and nothing what does not stand yet."""
    if by != Appointment.Party.CUSTOMER or change.appointment.state != Appointment.State.CONFIRMED:
        return 0
    return change.consequence(now).fee_amount


def is_late(change: Change, by: str, now: datetime) -> bool:
    """Whether calling it off costs any part of the price: the visit of a package that it used then does not come back."""
    if by != Appointment.Party.CUSTOMER or change.appointment.state != Appointment.State.CONFIRMED:
        return False
    return change.consequence(now).refund_percent < 100


def returns_of(change: Change, by: str, now: datetime) -> bool | None:
    """Whether the visit of a package that it uses comes back when it is called off; None: it uses none."""
    return not is_late(change, by, now) if uses_pass(change.line) else None


def uses_pass(line: OrderLine) -> bool:
    """Whether a visit of a package pays for it."""
    used: PassUse | None = getattr(line, "pass_use", None)
    return used is not None and used.given_back_at is None


def change_of(actor: Actor, appointment_id: UUID) -> Change:
    """The visit with its order. Raises NotFound, also for visits of others."""
    order = sales.orders(actor).filter(lines__appointment_id=appointment_id).first()
    for line in order.lines.all() if order else ():
        if order and line.appointment and line.appointment_id == appointment_id:
            return Change(actor, order, line, line.appointment)
    raise NotFound


def cancel_refusal(change: Change, now: datetime, *, charging: bool = False) -> str | None:
    """Why it cannot be cancelled online now: `over`, `not_yours`, or `too_late` when it would cost more than was paid for it and
    that cannot be charged (`charging`: by whoever asks); None: it can.

    Whoever of the team looks after it may always cancel what is still to come.
    """
    if not is_ahead(change.appointment, now):
        return "over"
    if can_change(change.actor, change.appointment, now):
        return None
    if not change.by_customer:
        return "not_yours"
    if change.appointment.state == Appointment.State.PENDING:
        return None
    if change.consequence(now).fee_amount <= change.line.paid_amount or (charging and change.charged_to):
        return None
    return "too_late"


def move_refusal(change: Change, now: datetime) -> str | None:
    """Why it cannot be moved online now: `over`, `not_yours`, `unpaid`, `too_late`, `limit_reached`; None when it can."""
    if not is_ahead(change.appointment, now):
        return "over"
    if can_change(change.actor, change.appointment, now):
        return None
    if not change.by_customer:
        return "not_yours"
    if change.appointment.awaits_payment:
        return "unpaid"
    return cancellation.may_change(
        change.policy, starts_at=change.appointment.starts, reschedules=change.appointment.reschedules, now=epoch(now)
    )


def move_search(change: Change) -> Search:
    """Where else the visit fits: same length and place, the same person or others at the same price, today's rules.

    Of services in a row all that are left move together, without a gap where one was called off, to one person where they
    were sold so. Whoever of the team looks is shown only the people whose visits they look after.
    """
    visit = [appointment for _, appointment in change.visit]
    wishes = wishes_of([LineContent(service_id=item.service_id, seats=item.seats) for item in visit])
    requests = [within_reach(change, item, move_request(item, wish)) for item, wish in zip(visit, wishes, strict=True)]
    alone = len(visit) > 1 and any(_of_one_person(line) for line, _ in change.visit)
    return Search(
        wishes[0],
        replace(in_a_row(requests), same_person=alone),
        zone_shown(wishes[0].offer, change.appointment.zone),
        ignoring={item.claim_id: item.seats for item in visit if item.claim_id},
        more=tuple(wishes[1:]),
    )


def within_reach(change: Change, appointment: Appointment, request: VisitRequest) -> VisitRequest:
    """A request for one service of the visit, for those alone to whom the actor may give it: a customer any, the team the people
    whose visits the actor looks after; whoever has it may keep it."""
    if not change.by_team:
        return request
    (segment,) = request.segments
    keeps = str(appointment.staff_member_id)
    staff_ids = tuple(each for each in segment.staff_ids if each == keeps or can_give_to(change.actor, UUID(each)))
    return replace(request, segments=(replace(segment, staff_ids=staff_ids or (keeps,)),))


def check_may_give(change: Change, staff_id: UUID | None) -> None:
    """Raises NotAllowed where the team names somebody whose visits the actor does not look after."""
    is_given = staff_id is not None and staff_id != change.appointment.staff_member_id
    if staff_id is not None and is_given and change.by_team and not can_give_to(change.actor, staff_id):
        raise NotAllowed


def _of_one_person(line: OrderLine) -> bool:
    bundled: BundledLine | None = getattr(line, "bundled", None)
    return bundled is not None and bundled.same_person


def move_request(appointment: Appointment, wish: Wish) -> VisitRequest:
    """What scheduling is asked when this service is to have another time."""
    service = wish.offer.service
    prices = {
        item.staff_id: service.price_amount if item.price_amount is None else item.price_amount
        for item in wish.offer.offerings
    }
    price = prices.get(str(appointment.staff_member_id), service.price_amount)
    same_price = [staff_id for staff_id, other in prices.items() if other == price]
    address = appointment.address if appointment.venue == Venue.CUSTOMER else None
    return VisitRequest(
        business_id=appointment.business_id,
        segments=(
            Segment(
                service_id=str(service.id),
                duration=appointment.ends - appointment.starts,
                buffer_before=appointment.buffer_before_seconds,
                buffer_after=appointment.buffer_after_seconds,
                capacity=service.capacity,
                staff_ids=tuple(same_price) or (str(appointment.staff_member_id),),
            ),
        ),
        rules=rules_of(wish.policy, wish.travel),
        place=Place(address.latitude, address.longitude) if address else None,
        seats=appointment.seats,
        assignment=wish.policy.assignment,
    )
