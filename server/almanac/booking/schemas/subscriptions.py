"""What the API says about subscriptions and about plans to change them. Amounts are minor units of `currency`."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict
from datetime import date, datetime
from typing import Annotated, Any
from uuid import UUID

from ninja import Schema
from pydantic import Field

from almanac.booking.content import Short
from almanac.booking.queries.renewals import may_carry_on
from almanac.booking.queries.series_parts import (
    RUNNING,
    Asked,
    Choices,
    Following,
    Item,
    Plan,
    SeriesChangeKind,
    Spot,
    may_come,
)
from almanac.booking.queries.series_pauses import can_resume, pauses_ahead, pauses_of
from almanac.booking.queries.series_plans import undoable
from almanac.booking.schemas.money import BackOut, KeptOut, kept_out
from almanac.engine.recurrence import Frequency
from almanac.engine.series import Fit
from almanac.kit.actor import Actor
from almanac.kit.clock import epoch, instant
from almanac.kit.moments import Instant
from almanac.sales.models import Subscription
from almanac.scheduling.models import Appointment
from almanac.scheduling.permissions import is_ahead


class SeriesChangeIn(Schema):
    """A change of several visits. `from_on` is the date from which on, `until_on` where a pause ends (that day is on again);
    `starts_at` is where the visit of `from_on` goes: those that follow go as many days on, to the same wall time; without it each
    stays when it is. What is resumed is what is paused without an end, or the pause `pause_id` that has one."""

    kind: SeriesChangeKind
    from_on: date
    until_on: date | None = None
    starts_at: Instant | None = None
    staff_id: UUID | None = None
    address_id: UUID | None = None
    pause_id: UUID | None = None

    def asked(self) -> Asked:
        """As booking is asked."""
        start = epoch(self.starts_at) if self.starts_at else None
        return Asked(self.kind, self.from_on, self.until_on, start, self.staff_id, self.address_id, self.pause_id)


class CarryingOnIn(Schema):
    """Whether a subscription goes on after its term."""

    carries_on: bool


class SeriesConfirmIn(SeriesChangeIn):
    """The same, agreed to: `token` is that of the plan that was shown."""

    token: Annotated[str, Field(min_length=64, max_length=64)]
    reason: Short = ""


class SpotOut(Schema):
    """When, with whom and where a visit is."""

    starts_at: datetime
    ends_at: datetime
    staff_name: str
    address: str


class PlanItemOut(Schema):
    """One visit of a plan, by its date. `after` none: it is called off; `before` none: it was, and stands again. `left_alone`
    says why nothing is done to it: `too_late`, `limit_reached`, `over`, `not_yours`, `unpaid`, `nothing_fits`, `taken`,
    `changed_since`, `costs_more` (at that address). What moves keeps the `price_amount` it was sold for; by the prices of now it
    would cost `more_amount` more, or less. `fit` as for the dates of a basket's line."""

    occurs_on: date
    before: SpotOut | None
    after: SpotOut | None
    fit: Fit | None
    left_alone: str
    refund_amount: int
    fee_amount: int
    owed_amount: int
    price_amount: int
    more_amount: int


class PlanOut(Schema):
    """What a change would do, whole: `refund_amount` of the `paid_amount` goes back by each of the `ways`, `fee_amount` is kept
    by the rules; `kept` says whose it is that does not go back, to whoever may refund. `owed_amount` is to be paid anew. What
    moves keeps its `price_amount`; by the prices of now it would cost `more_amount` more. Agree by sending `token` back.
    `reason_needed`: somebody wants to know why. `is_empty`: it would change nothing, not even whether the subscription goes
    on."""

    kind: SeriesChangeKind
    items: list[PlanItemOut]
    visit_count: int
    refund_amount: int
    fee_amount: int
    owed_amount: int
    paid_amount: int
    ways: list[BackOut]
    kept: KeptOut | None
    price_amount: int
    more_amount: int
    currency: str
    reason_needed: bool
    is_empty: bool
    token: str

    @classmethod
    def of(
        cls, plan: Plan, *, people: Mapping[UUID, str], places: Mapping[UUID, str], with_kept: bool = False
    ) -> PlanOut:
        split = plan.split

        def spot(found: Spot | None) -> SpotOut | None:
            if found is None:
                return None
            return SpotOut(
                starts_at=instant(found.start),
                ends_at=instant(found.end),
                staff_name=people.get(found.staff_id, ""),
                address=places.get(found.address_id, "") if found.address_id else "",
            )

        def item(found: Item) -> PlanItemOut:
            return PlanItemOut(
                occurs_on=found.occurs_on,
                before=spot(found.before),
                after=spot(found.after),
                fit=found.fit,
                left_alone=found.left_alone,
                refund_amount=found.refund_amount,
                fee_amount=found.fee_amount,
                owed_amount=found.owed_amount,
                price_amount=found.change.line.total_amount,
                more_amount=found.more_amount,
            )

        return cls(
            kind=plan.asked.kind,
            items=[item(each) for each in plan.items],
            visit_count=len(plan.done),
            refund_amount=plan.refund_amount,
            fee_amount=plan.fee_amount,
            owed_amount=plan.owed_amount,
            paid_amount=split.back + split.kept,
            ways=[BackOut(method=method, amount=amount) for method, amount in split.ways],
            kept=kept_out(split) if with_kept else None,
            price_amount=plan.price_amount,
            more_amount=plan.more_amount,
            currency=plan.row.currency,
            reason_needed=any(each.change.needs_reason for each in plan.done),
            is_empty=plan.is_empty,
            token=plan.token,
        )


class SeriesChoiceOut(Schema):
    """One that can be chosen."""

    id: UUID
    name: str


class SeriesChoicesOut(Schema):
    """With whom, and where, visits may be from some date on."""

    people: list[SeriesChoiceOut]
    places: list[SeriesChoiceOut]

    @classmethod
    def of(cls, found: Choices) -> SeriesChoicesOut:
        def listed(names: Mapping[UUID, str]) -> list[SeriesChoiceOut]:
            return [SeriesChoiceOut(id=key, name=name) for key, name in sorted(names.items(), key=lambda each: each[1])]

        return cls(people=listed(found.people), places=listed(found.places))


class SubscriptionVisitOut(Schema):
    """One visit of a subscription; `number` is that of its order."""

    line_id: UUID
    appointment_id: UUID
    number: str
    occurs_on: date
    state: str
    starts_at: datetime
    ends_at: datetime
    staff_id: UUID
    staff_name: str
    address: str
    total_amount: int
    paid_amount: int
    is_ahead: bool


class SubscriptionChangeOut(Schema):
    """What was done to several visits at once, told to the team."""

    kind: str
    made_at: datetime
    visit_count: int
    by: str
    undone_at: datetime | None


class SubscriptionOut(Schema):
    """A subscription. `state`: `active`, `paused`, `ended`, `cancelled`. From `paused_from` on it is paused without an end.
    `zone` is the clock it goes by. `next_at`: when its next visit begins; none when none stands. `carries_on`: after its term
    another one is booked and told at `notice_at`; else the end is told then. None: it was told."""

    id: UUID
    business: str
    business_name: str
    customer_name: str
    name: str
    frequency: Frequency
    every: int
    months: int
    zone: str
    price_amount: int
    currency: str
    charging: str
    payment_method: str
    state: str
    paused_from: date | None
    carries_on: bool
    notice_at: datetime | None
    started_at: datetime
    next_at: datetime | None

    @classmethod
    def of(cls, row: Subscription) -> SubscriptionOut:
        return cls(**_facts(row))


class PauseOut(Schema):
    """A pause with an end, that day excluded, and how many visits to come it called off: they could stand again."""

    id: UUID
    from_on: date
    until_on: date
    visit_count: int


class SubscriptionWhole(SubscriptionOut):
    """The same with its visits, the `pauses` ahead, and what may be done with it: `can_change` by the asker, `can_cancel` (the
    rest), `can_resume` (what is paused without an end), `can_carry_on` (be asked to, or not to, after its term), and for the team
    `can_undo` the last change."""

    visits: list[SubscriptionVisitOut]
    pauses: list[PauseOut]
    changes: list[SubscriptionChangeOut]
    can_change: bool
    can_cancel: bool
    can_resume: bool
    can_carry_on: bool
    can_undo: bool
    by_team: bool

    @classmethod
    def whole(cls, found: Following, actor: Actor, now: datetime) -> SubscriptionWhole:
        row, pauses = found.row, pauses_of(found.row)
        visits = [
            SubscriptionVisitOut(
                line_id=change.line.pk,
                appointment_id=change.appointment.pk,
                number=change.order.number,
                occurs_on=change.line.occurs_on or change.appointment.starts_at.date(),
                state=change.appointment.state,
                starts_at=change.appointment.starts_at,
                ends_at=change.appointment.ends_at,
                staff_id=change.appointment.staff_member_id,
                staff_name=change.appointment.staff_member.name,
                address=str(change.appointment.address) if change.appointment.address else "",
                total_amount=change.line.total_amount,
                paid_amount=change.line.paid_amount,
                is_ahead=is_ahead(change.appointment, now),
            )
            for change in found.changes
        ]
        by_team = found.party == Appointment.Party.STAFF
        changes = list(row.changes.select_related("made_by")) if by_team else []
        runs, any_ahead = row.state in RUNNING, any(visit.is_ahead for visit in visits)
        ahead = pauses_ahead(found, pauses, now) if runs else []
        return cls(
            **_facts(row),
            visits=visits,
            changes=[
                SubscriptionChangeOut(
                    kind=change.kind,
                    made_at=change.made_at,
                    visit_count=len(change.visits),
                    by=change.made_by.get_full_name() if change.made_by else "",
                    undone_at=change.undone_at,
                )
                for change in changes
            ],
            pauses=[PauseOut(**asdict(each)) for each in ahead],
            can_change=runs and any_ahead,
            can_cancel=runs and (any_ahead or (found.is_whole(now) and may_come(row))),
            can_resume=can_resume(found, pauses, now),
            can_carry_on=may_carry_on(row),
            can_undo=undoable(found, now) is not None,
            by_team=by_team,
        )


def _facts(row: Subscription) -> dict[str, Any]:
    return {
        "id": row.pk,
        "business": row.business.slug,
        "business_name": row.business.name,
        "customer_name": row.customer.name,
        "name": row.name,
        "frequency": row.frequency,
        "every": row.every,
        "months": row.months,
        "zone": row.zone,
        "price_amount": row.price_amount,
        "currency": row.currency,
        "charging": row.charging,
        "payment_method": row.payment_method,
        "state": row.state,
        "paused_from": row.paused_from,
        "carries_on": row.carries_on,
        "notice_at": row.notice_at,
        "started_at": row.created_at,
        "next_at": getattr(row, "next_at", None),
    }


class SubscriptionsWanted(Schema):
    """Which subscriptions: in any of these states, of this business (its slug); all where nothing is said."""

    state: list[Subscription.State] = []
    business: Annotated[str, Field(max_length=50)] = ""
