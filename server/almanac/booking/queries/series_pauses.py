"""What of a subscription is paused, as its changes tell it: docs/algorithms/series.md, pauses."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from almanac.booking.queries.changes import Change
from almanac.booking.queries.series_parts import RUNNING, Asked, Following, SeriesChangeKind
from almanac.kit.errors import NotFound
from almanac.sales.models import OrderState, Subscription, SubscriptionChange
from almanac.scheduling.models import Appointment


@dataclass(frozen=True, slots=True)
class Pauses:
    """The pauses of a subscription that were neither undone nor followed by its end, in their order. `changed_by`: which change
    was the last that did something to a visit, by the id of its appointment as text, and what that one `told` of it."""

    all: tuple[SubscriptionChange, ...]
    changed_by: Mapping[str, SubscriptionChange]
    told: Mapping[str, Mapping[str, Any]]

    @property
    def open(self) -> list[SubscriptionChange]:
        """Those that last until the visits are let go on again."""
        return [each for each in self.all if each.until_on is None and each.resumed_from is None]

    @property
    def paused_from(self) -> date | None:
        """From when on the subscription is paused without an end."""
        return min((each.from_on for each in self.open if each.is_whole and each.from_on), default=None)

    def holds_on(self, on: date) -> bool:
        """Whether this day lies in a pause that has an end."""
        spans = ((each.from_on, ends_on(each)) for each in self.all if each.is_whole)
        return any(first <= on < until for first, until in spans if first and until)

    def called_off_by(self, change: Change) -> SubscriptionChange | None:
        """The pause that a visit is called off by; None for one that stands, or was called off by anything else."""
        found = self.changed_by.get(str(change.appointment.pk))
        is_off = change.appointment.state == Appointment.State.CANCELLED
        return found if is_off and found in self.all else None


def pauses_of(row: Subscription) -> Pauses:
    """As they are now. One SQL query."""
    found: list[SubscriptionChange] = []
    changed_by: dict[str, SubscriptionChange] = {}
    told: dict[str, Mapping[str, Any]] = {}
    for change in row.changes.filter(undone_at=None).order_by("made_at", "pk"):
        # Whose going on again was undone is called off by what called it off before.
        done = [visit for visit in change.visits if change.kind != SeriesChangeKind.UNDO or visit["after"]]
        changed_by |= {visit["appointment"]: change for visit in done}
        told |= {visit["appointment"]: visit for visit in done}
        if change.kind == SeriesChangeKind.PAUSE:
            found.append(change)
        elif change.kind == SeriesChangeKind.CANCEL and change.is_whole:
            found.clear()  # what is over is not paused
    return Pauses(tuple(found), changed_by, told)


def ends_on(pause: SubscriptionChange) -> date | None:
    """The day from which on there are visits again; None: it has no end yet."""
    return min((on for on in (pause.until_on, pause.resumed_from) if on), default=None)


def to_resume(found: Following, asked: Asked, now: datetime) -> tuple[list[Change], tuple[SubscriptionChange, ...]]:
    """The visits that would stand again, and the pauses that are over with it: those without an end, or the one that is asked
    for. A pause of visits the actor does not see is not theirs to end. Raises NotFound."""
    if found.row.state not in RUNNING:
        return [], ()
    pauses = pauses_of(found.row)
    wanted = pauses.open
    if asked.pause_id is not None:
        wanted = [each for each in pauses.all if each.pk == asked.pause_id]
        if not wanted:
            raise NotFound
    off = [
        change
        for change in found.changes
        if pauses.called_off_by(change) in wanted
        and change.appointment.starts_at > now
        and max(change.line.occurs_on or date.min, day_of(found, change)) >= asked.from_on
    ]
    going_on = (each for each in wanted if (until := ends_on(each)) is None or asked.from_on < until)
    return off, tuple(each for each in going_on if _is_theirs(found, each, now))


@dataclass(frozen=True, slots=True)
class PauseAhead:
    """A pause with an end, how many visits still to come it called off, and whether they can stand again."""

    id: UUID
    from_on: date
    until_on: date
    visit_count: int
    can_resume: bool


def pauses_ahead(found: Following, pauses: Pauses, now: datetime) -> list[PauseAhead]:
    """The pauses with an end whose visits are still to come."""
    off: dict[UUID, list[Change]] = {}
    for change in found.changes:
        pause = pauses.called_off_by(change)
        if pause and change.appointment.starts_at > now:
            off.setdefault(pause.pk, []).append(change)
    ahead = []
    for each in pauses.all:
        first, until, visits = each.from_on, ends_on(each), off.get(each.pk, [])
        count = sum(until is not None and day_of(found, change) < until for change in visits)
        if first and until and count:
            ahead.append(PauseAhead(each.pk, first, until, count, not wait_for_money(visits)))
    return ahead


def paused_ahead(found: Following, pauses: Pauses, now: datetime) -> list[Change]:
    """The visits still to come that a pause without an end called off."""
    return [
        change
        for change in found.changes
        if pauses.called_off_by(change) in pauses.open and change.appointment.starts_at > now
    ]


def wait_for_money(changes: Iterable[Change]) -> bool:
    """Whether any of these visits is called off of an order that waits for its money: what was called off of it comes back when
    it is paid."""
    return any(
        change.appointment.state == Appointment.State.CANCELLED and change.order.state == OrderState.PLACED
        for change in changes
    )


def can_resume(found: Following, pauses: Pauses, now: datetime) -> bool:
    """Whether the actor can let go on what is paused without an end."""
    off = paused_ahead(found, pauses, now)
    if found.row.state not in RUNNING or wait_for_money(off):
        return False
    return bool(off) or any(_is_theirs(found, each, now) for each in pauses.open)


def day_of(found: Following, change: Change) -> date:
    """The day of a visit by the subscription's clock."""
    return change.appointment.starts_at.astimezone(found.zone).date()


def _is_theirs(found: Following, pause: SubscriptionChange, now: datetime) -> bool:
    if pause.is_whole:
        return found.is_whole(now)
    seen = {str(change.appointment.pk) for change in found.changes}
    return {visit["appointment"] for visit in pause.visits} <= seen
