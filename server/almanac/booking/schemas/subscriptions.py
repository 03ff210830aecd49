"""What the API says about subscriptions. Amounts are minor units of `currency`."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict
from datetime import date, datetime
from typing import Annotated, Any
from uuid import UUID

from ninja import Schema
from pydantic import Field

from almanac.booking.queries.changes import uses_pass
from almanac.booking.queries.renewals import may_carry_on
from almanac.booking.queries.series_choices import Choices
from almanac.booking.queries.series_parts import RUNNING, Following
from almanac.booking.queries.series_pauses import can_resume, paused_ahead, pauses_ahead, pauses_of, wait_for_money
from almanac.booking.queries.series_plans import undoable, visits_of
from almanac.engine.recurrence import Frequency
from almanac.kit.actor import Actor
from almanac.sales.models import Subscription
from almanac.sales.subscriptions import may_come
from almanac.scheduling.models import Appointment
from almanac.scheduling.permissions import is_ahead


class CarryingOnIn(Schema):
    """Whether a subscription goes on after its term."""

    carries_on: bool


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
    """One visit of a subscription; `number` is that of its order. `by_package`: a visit of a package pays for it."""

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
    by_package: bool = False


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
    """A pause with an end, that day excluded, how many visits to come it called off, and whether they can stand again."""

    id: UUID
    from_on: date
    until_on: date
    visit_count: int
    can_resume: bool


class SubscriptionWhole(SubscriptionOut):
    """The same with its visits, the `pauses` ahead, and what may be done with it: `can_change` by the asker, `can_cancel` (the
    rest), `can_resume` (what is paused without an end), `can_carry_on` (be asked to, or not to, after its term), and for the team
    `can_undo` the last change. `waits_for_payment`: something that was called off could come back but for its order, which is not
    paid yet."""

    visits: list[SubscriptionVisitOut]
    pauses: list[PauseOut]
    changes: list[SubscriptionChangeOut]
    can_change: bool
    can_cancel: bool
    can_resume: bool
    can_carry_on: bool
    can_undo: bool
    waits_for_payment: bool
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
                by_package=uses_pass(change.line),
            )
            for change in found.changes
        ]
        by_team = found.party == Appointment.Party.STAFF
        changes = list(row.changes.select_related("made_by")) if by_team else []
        runs, any_ahead = row.state in RUNNING, any(visit.is_ahead for visit in visits)
        ahead = pauses_ahead(found, pauses, now) if runs else []
        undoes = undoable(found, now)
        undo_waits = undoes is not None and wait_for_money(visits_of(found, undoes))
        resume_waits = runs and wait_for_money(paused_ahead(found, pauses, now))
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
            can_cancel=runs and (any_ahead or (found.may_end(now) and may_come(row))),
            can_resume=can_resume(found, pauses, now),
            can_carry_on=may_carry_on(row),
            can_undo=undoes is not None and not undo_waits,
            waits_for_payment=undo_waits or resume_waits or not all(each.can_resume for each in ahead),
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
