"""A visit that one side was not there for: what it would mean, and who may say so (docs/algorithms/cancellation.md)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from almanac.booking.models import ChangeRequest
from almanac.booking.queries.changes import Change, MoneyBack, money_back, uses_pass
from almanac.engine import cancellation
from almanac.engine.cancellation import Consequence
from almanac.kit.actor import Actor, ScopeAction
from almanac.kit.clock import epoch
from almanac.kit.errors import NotAllowed
from almanac.scheduling.models import Appointment
from almanac.scheduling.permissions import can_mark_no_show, can_mark_not_served, was_to_be


class Absent(StrEnum):
    """Who was not there."""

    CUSTOMER = "customer"
    TEAM = "team"


@dataclass(frozen=True, slots=True)
class Absence:
    """What it would mean that this side was not there; `refused` says why the actor cannot say so now: `over`, `not_yet`,
    `not_yours`."""

    money: MoneyBack
    refund_percent: int
    refused: str | None


def consequence_of(change: Change, absent: Absent) -> Consequence:
    """By the policy it was sold under."""
    price = change.line.total_amount
    return (
        cancellation.missed(change.policy, price=price)
        if absent is Absent.CUSTOMER
        else cancellation.not_served(price=price)
    )


def absence_of(change: Change, absent: Absent, now: datetime) -> Absence:
    """What it would mean, before anybody says so. Raises NotAllowed for somebody who is neither its customer nor looks after
    it."""
    if not change.by_team and not change.by_customer:
        raise NotAllowed
    found = consequence_of(change, absent)
    money = absence_money(change, absent, fee=found.fee_amount, returns=returns_of(change, found))
    return Absence(money, found.refund_percent, _refused(change, absent, now))


def absence_money(change: Change, absent: Absent, *, fee: int, returns: bool | None) -> MoneyBack:
    """The same figures for whoever looks and whoever carries out."""
    charged_to = change.charged_to if absent is Absent.CUSTOMER and fee else ""
    about = f"absent:{absent}"
    return money_back(change.line, change.appointment, fee=fee, returns=returns, about=about, charged_to=charged_to)


def returns_of(change: Change, found: Consequence) -> bool | None:
    """Whether the visit of a package that it uses comes back; None: it uses none."""
    return found.refund_percent == cancellation.ALL if uses_pass(change.line) else None


def report_refusal(change: Change, now: datetime) -> str | None:
    """Why its customer cannot report that nobody came: `not_yours`, `not_yet`, `over` (or never stood); None: they can."""
    if not change.by_customer:
        return "not_yours"
    visit = change.appointment
    if visit.state == Appointment.State.CONFIRMED and now < visit.starts_at:
        return "not_yet"
    in_time = cancellation.may_report(change.policy, starts_at=visit.starts, ends_at=visit.ends, now=epoch(now))
    return None if was_to_be(visit, now) and in_time else "over"


def was_reported(appointment: Appointment) -> bool:
    """Whether its customer has said so already, whatever became of it; of those that were fetched where they were."""
    asked: list[ChangeRequest] | None = getattr(appointment, "asked", None)
    if asked is not None:
        return any(each.kind == ChangeRequest.Kind.ABSENT for each in asked)
    return ChangeRequest.objects.filter(appointment=appointment, kind=ChangeRequest.Kind.ABSENT).exists()


def can_deny(actor: Actor, appointment: Appointment) -> bool:
    """Say no to a report that nobody came: a manager with the visit in scope, an administrator. Whom it is about is no judge of
    it."""
    return actor.manages(appointment.staff_member_id, ScopeAction.APPOINTMENTS)


def _refused(change: Change, absent: Absent, now: datetime) -> str | None:
    visit = change.appointment
    if not change.by_team:
        return report_refusal(change, now) if absent is Absent.TEAM else "not_yours"
    may = can_mark_no_show if absent is Absent.CUSTOMER else can_mark_not_served
    if may(change.actor, visit, now):
        return None
    return "not_yet" if visit.state == Appointment.State.CONFIRMED else "over"
