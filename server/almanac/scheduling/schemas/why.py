"""What the API says about why a time is not open."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated, Any, Self
from uuid import UUID

from ninja import Schema
from pydantic import Field

from almanac.engine.changes import Change, ChangeKind
from almanac.engine.facts import Code, Reason
from almanac.engine.reasons import Verdict
from almanac.engine.words import change_words, reason_words
from almanac.kit import clock
from almanac.kit.moments import Day


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
