"""What the API says about appointments and working hours."""

from __future__ import annotations

from datetime import date, datetime
from typing import Annotated, Any, Self
from uuid import UUID

from ninja import Schema
from pydantic import Field, model_validator

from almanac.catalog.models import Venue
from almanac.engine.changes import Change, ChangeKind
from almanac.engine.facts import Code, Reason
from almanac.engine.reasons import Verdict
from almanac.engine.words import change_words, reason_words
from almanac.kit import clock
from almanac.kit.actor import Actor
from almanac.kit.localized import text_in
from almanac.kit.moments import Day, Instant
from almanac.scheduling import permissions
from almanac.scheduling.models import Appointment, BusyBlock, DateOverride, TimeOff, WorkingHours

Minute = Annotated[int, Field(ge=0, le=2 * 24 * 60)]
Text200 = Annotated[str, Field(max_length=200)]


class Named(Schema):
    id: UUID
    name: str


class CanOut(Schema):
    """What the asking actor may do with it now as one who looks after it. What its customer may depends on the policy it was
    sold under, and is told with the order: `can_cancel` and `can_move` of its line."""

    cancel: bool
    move: bool
    confirm: bool
    decline: bool
    complete: bool
    mark_no_show: bool


class AppointmentOut(Schema):
    """One appointment. Times are instants; `zone` is the one the customer was shown. `access_notes`, how to get in, is
    empty but for those who look after the visit, from a day before it until twelve hours after."""

    id: UUID
    visit_id: UUID
    business: str
    service: Named
    staff_member: Named
    customer: Named
    address: str | None
    access_notes: str
    venue: Venue
    starts_at: datetime
    ends_at: datetime
    zone: str
    seats: int
    state: Appointment.State
    meeting_url: str
    reschedules: int
    revision: int
    cancelled_at: datetime | None
    cancelled_by: str
    cancellation_reason: str
    can: CanOut

    @classmethod
    def of(cls, row: Appointment, actor: Actor, language: str, now: datetime) -> Self:
        """As this actor may see it; the row comes with its names."""
        return cls(
            id=row.pk,
            visit_id=row.visit_id,
            business=row.business.slug,
            service=Named(id=row.service_id, name=text_in(row.service.name, language)),
            staff_member=Named(id=row.staff_member_id, name=row.staff_member.name),
            customer=Named(id=row.customer_id, name=row.customer.name),
            address=str(row.address) if row.address else None,
            access_notes=row.address.access_notes
            if row.address and permissions.sees_access_notes(actor, row, now)
            else "",
            venue=Venue(row.venue),
            starts_at=row.starts_at,
            ends_at=row.ends_at,
            zone=row.zone,
            seats=row.seats,
            state=Appointment.State(row.state),
            meeting_url=row.meeting_url,
            reschedules=row.reschedules,
            revision=row.revision,
            cancelled_at=row.cancelled_at,
            cancelled_by=row.cancelled_by,
            cancellation_reason=row.cancellation_reason,
            can=_can(row, actor, now),
        )


def _can(row: Appointment, actor: Actor, now: datetime) -> CanOut:
    changing = permissions.can_change(actor, row, now)
    return CanOut(
        cancel=changing,
        move=changing,
        confirm=permissions.can_confirm(actor, row),
        decline=permissions.can_decline(actor, row),
        complete=permissions.can_complete(actor, row, now),
        mark_no_show=permissions.can_mark_no_show(actor, row, now),
    )


class ReasonIn(Schema):
    reason: Annotated[str, Field(max_length=500)] = ""


class WeekSpan(Schema):
    """Minutes after midnight in the staff member's zone; past 1440 runs over midnight. Monday is 0."""

    weekday: Annotated[int, Field(ge=0, le=6)]
    start_minute: Minute
    end_minute: Minute
    kind: WorkingHours.Kind = WorkingHours.Kind.WORK
    service_id: UUID | None = None

    @classmethod
    def of(cls, row: WorkingHours) -> Self:
        return cls(
            weekday=row.weekday,
            start_minute=row.start_minute,
            end_minute=row.end_minute,
            kind=WorkingHours.Kind(row.kind),
            service_id=row.service_id,
        )


class WeekOut(Schema):
    """A staff member's week; send `fingerprint` as If-Match when changing it."""

    staff_member_id: UUID
    zone: str
    spans: list[WeekSpan]
    fingerprint: str


class WeekIn(Schema):
    spans: Annotated[list[WeekSpan], Field(max_length=200)]


class OverrideIn(Schema):
    """`[start minute, end minute]` pairs; none means closed on this date."""

    spans: Annotated[list[tuple[Minute, Minute]], Field(max_length=50)]


class OverrideOut(Schema):
    on_date: date
    spans: list[tuple[int, int]]

    @classmethod
    def of(cls, row: DateOverride) -> Self:
        return cls(on_date=row.on_date, spans=[(start, end) for start, end in row.spans])


class Between(Schema):
    """A stretch of time; the end comes after the start."""

    starts_at: Instant
    ends_at: Instant

    @model_validator(mode="after")
    def _forward(self) -> Self:
        if self.starts_at >= self.ends_at:
            raise ValueError("The end comes after the start.")
        return self


class TimeOffIn(Between):
    reason: Text200 = ""


class TimeOffOut(Schema):
    id: UUID
    starts_at: datetime
    ends_at: datetime
    state: TimeOff.State
    reason: str

    @classmethod
    def of(cls, row: TimeOff) -> Self:
        return cls(
            id=row.pk,
            starts_at=row.starts_at,
            ends_at=row.ends_at,
            state=TimeOff.State(row.state),
            reason=row.reason,
        )


class BusyBlockIn(Between):
    staff_member_id: UUID
    note: Text200 = ""


class BusyBlockOut(Schema):
    """Blocked time, with the appointments it lies over: those are for people to solve."""

    id: UUID
    staff_member_id: UUID
    starts_at: datetime
    ends_at: datetime
    source: BusyBlock.Source
    note: str
    conflicts: list[UUID] = Field(default_factory=list)

    @classmethod
    def of(cls, row: BusyBlock, conflicts: tuple[UUID, ...] = ()) -> Self:
        if row.starts_at is None or row.ends_at is None:
            raise ValueError("an all-day event has no instants")
        return cls(
            id=row.pk,
            staff_member_id=row.staff_member_id,
            starts_at=row.starts_at,
            ends_at=row.ends_at,
            source=BusyBlock.Source(row.source),
            note=row.note,
            conflicts=list(conflicts),
        )


class ReasonOut(Schema):
    """One rule a start breaks. The facts depend on the code: docs/algorithms/slots.md; `words` are plain English."""

    code: Code
    words: str
    starts_at: datetime | None
    ends_at: datetime | None
    until: datetime | None
    reference: str
    need: int | None
    have: int | None
    why: str

    @classmethod
    def of(cls, reason: Reason, zone: str) -> Self:
        return cls(
            code=reason.code,
            words=reason_words(reason, zone),
            reference=reason.reference,
            need=reason.need,
            have=reason.have,
            why=reason.why,
            until=None if reason.until is None else clock.instant(reason.until),
            starts_at=clock.instant(reason.span.start) if reason.span else None,
            ends_at=clock.instant(reason.span.end) if reason.span else None,
        )


class ChangeOut(Schema):
    """The smallest change that opens the start; the engine has checked that it does. Which facts count depends on the kind:
    docs/algorithms/slots.md. `starts_at` and `ends_at` are the stretch it is about, or the other start."""

    kind: ChangeKind
    words: str
    seconds: int
    amount: int
    staff_member_id: UUID | None
    starts_at: datetime | None
    ends_at: datetime | None
    before_seconds: int
    after_seconds: int
    steps: list[ChangeOut]

    @classmethod
    def of(cls, change: Change, zone: str) -> Self:
        start = change.span.start if change.span else change.start
        return cls(
            kind=change.kind,
            words=change_words(change, zone),
            seconds=change.seconds,
            amount=change.amount,
            staff_member_id=UUID(change.staff_id) if change.staff_id else None,
            starts_at=clock.instant(start) if start else None,
            ends_at=clock.instant(change.span.end) if change.span else None,
            before_seconds=change.before,
            after_seconds=change.after,
            steps=[cls.of(step, zone) for step in change.steps],
        )


class StartOut(Schema):
    """One start of the day: open, or with all its reasons."""

    starts_at: datetime
    is_open: bool
    reasons: list[ReasonOut]
    smallest_change: ChangeOut | None

    @classmethod
    def of(cls, verdict: Verdict, zone: str) -> Self:
        refusal = verdict.refusal
        change = refusal.smallest_change if refusal else None
        return cls(
            starts_at=clock.instant(verdict.start),
            is_open=refusal is None,
            reasons=[ReasonOut.of(reason, zone) for reason in refusal.reasons] if refusal else [],
            smallest_change=ChangeOut.of(change, zone) if change else None,
        )


class WhyNotIn(Schema):
    """Whose day, for which service. Without a postcode, areas and the way between visits are left out; `with_problem`
    adds the question as the engine's JSON form."""

    staff: UUID
    service: UUID
    on_date: Day
    postcode: Annotated[str, Field(max_length=40)] = ""
    with_problem: bool = False


class WhyNotOut(Schema):
    """A day explained. `problem` is the whole question as a file for `python -m almanac.engine`: a support case."""

    staff_member_id: UUID
    zone: str
    starts: list[StartOut]
    problem: dict[str, Any] | None
