"""What the API says about plans to change several visits, and how they are asked for. Amounts are minor units of `currency`."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from typing import Annotated
from uuid import UUID

from ninja import Schema
from pydantic import Field

from almanac.booking.content import Short
from almanac.booking.queries.series_parts import Asked, ForPass, Item, Plan, SeriesChangeKind
from almanac.booking.schemas.money import BackOut, KeptOut, kept_out
from almanac.engine.series import Fit
from almanac.kit.clock import epoch, instant
from almanac.kit.moments import Instant
from almanac.scheduling.queries.spots import Spot


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
    `changed_since`, `costs_more` (at that address), `package` (the one that paid for it does not pay for it any more).
    What moves keeps the `price_amount` it was sold for; by the prices of now it would cost `more_amount` more, or less. `fit` as
    for the dates of a basket's line. `for_pass`: the visit of the package that pays for it goes `back`, counts as `used`, or is
    used `again`; none: no package pays, or nothing changes for it."""

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
    for_pass: ForPass | None = None


class PlanOut(Schema):
    """What a change would do, whole: `refund_amount` of the `paid_amount` goes back by each of the `ways`, `fee_amount` is kept
    by the rules; `kept` says whose it is that does not go back, to whoever may refund. `owed_amount` is to be paid anew. What
    moves keeps its `price_amount`; by the prices of now it would cost `more_amount` more. Agree by sending `token` back.
    `reason_needed`: somebody wants to know why. `is_empty`: it would change nothing, not even whether the subscription goes
    on. `ends`: no term follows. `others_count`: so many visits of the days that are cancelled stay, of other orders or people
    than the asker sees."""

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
    ends: bool
    others_count: int
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
                for_pass=found.for_pass,
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
            ends=plan.ends,
            others_count=plan.others_count,
            token=plan.token,
        )
