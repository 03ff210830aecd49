"""Worker doors of booking."""

from __future__ import annotations

from uuid import UUID

from almanac.booking.actions import (
    baskets,
    change_requests,
    charging,
    paying,
    referrals,
    renewing,
    series,
    waiting,
    waiting_offers,
    waiting_runs,
)
from almanac.booking.actions.changes import settle_cancelled
from almanac.kit.actor import SYSTEM
from almanac.outbox.errors import GiveUp
from almanac.outbox.registry import Job, task
from almanac.payments.events import ChargeGivenUp, RefundBooked, ReviewRefused
from almanac.payments.models import ChargedLine
from almanac.sales.events import OrderConfirmed
from almanac.sales.models import OrderLine
from almanac.sales.subscriptions import end_over
from almanac.scheduling.events import AppointmentDeclined

PURGE_BASKETS = "booking.purge_baskets"
CLOSE_REQUESTS = "booking.close_change_requests"
MIND_WAITING = "booking.mind_waiting_list"
LOOK_AT_WAITING = "booking.look_at_waiting_list"
MIND_PAYMENTS = "booking.mind_payments"
GIVE_NOTICES = "booking.give_notices"
END_SERIES = "booking.end_subscriptions"
PURGE_WAITING = "booking.purge_waiting_list"
SETTLE_REFERRALS = "booking.settle_referrals"


def settle_declined(job: Job) -> None:
    """A declined request takes its order along when nothing else is left of it."""
    event = job.event(AppointmentDeclined)
    settle_cancelled(actor=SYSTEM, appointment_id=event.appointment_id, now=job.now)


def settle_confirmed(job: Job) -> None:
    """Visits that waited for their money stand."""
    paying.settle_confirmed(order_id=job.event(OrderConfirmed).order_id, now=job.now)


def end_refused(job: Job) -> None:
    """Somebody looked at a paid order and refused it."""
    paying.lapse(order_id=job.event(ReviewRefused).order_id, now=job.now)


def pause_unpaid(job: Job) -> None:
    """A charge that came by itself was given up: the subscriptions it was for stand still."""
    event = job.event(ChargeGivenUp)
    charged = ChargedLine.objects.filter(due_charge=event.charge_id, by_hand=False)
    lines = OrderLine.objects.filter(charged_in__in=charged).exclude(subscription=None)
    for subscription_id in sorted(set(lines.values_list("subscription_id", flat=True))):
        series.pause_unpaid(subscription_id=subscription_id, now=job.now)


def owe_what_came_back(job: Job) -> None:
    """What was on its way back when its visit came to stand again is owed once it has gone."""
    charging.owe_what_came_back(refund_id=job.event(RefundBooked).refund_id, now=job.now)


@task(GIVE_NOTICES, lease_seconds=300)
def give_notices(job: Job) -> None:
    """Book the next terms that are due, and tell of those there will not be."""
    renewing.give_notices(now=job.now)


@task(END_SERIES)
def end_subscriptions(job: Job) -> None:
    """Subscriptions whose last visit is over have ended."""
    end_over(now=job.now)


@task(SETTLE_REFERRALS, lease_seconds=120)
def settle_referrals(job: Job) -> None:
    """Reward who brought friends whose orders are done and paid."""
    referrals.settle_referrals(now=job.now)


@task(MIND_PAYMENTS, lease_seconds=120)
def mind_payments(job: Job) -> None:
    """Ask about payments that should be decided, and let unpaid orders lapse."""
    paying.mind_payments(now=job.now)


@task(PURGE_BASKETS, lease_seconds=120)
def purge_baskets(job: Job) -> None:
    """Forget baskets that are over."""
    baskets.purge_baskets(now=job.now)


def close_requests(job: Job) -> None:
    """A visit that was moved, called off or declined leaves nothing to answer of what was asked before."""
    if job.fact is None:
        raise GiveUp("this task follows an event")
    appointment_id = UUID(job.fact.payload["appointment_id"])
    change_requests.close_about(appointment_id, asked_before=job.fact.at, now=job.now)


@task(CLOSE_REQUESTS)
def close_begun(job: Job) -> None:
    """Close what was asked about visits that have begun."""
    change_requests.close_begun(now=job.now)


def look_anew(job: Job) -> None:
    """Time may have opened in a business: look at those who wait for it."""
    if job.fact is None:
        raise GiveUp("this task follows an event")
    waiting_runs.ask_for_run(UUID(job.fact.payload["business_id"]), now=job.now)


def settle_waiting(job: Job) -> None:
    """Whoever waited for what was just booked does not wait any more."""
    if job.fact is None:
        raise GiveUp("this task follows an event")
    waiting_offers.settle_booked(appointment_id=UUID(job.fact.payload["appointment_id"]), now=job.now)


@task(waiting_runs.RUN, lease_seconds=120)
def run_waiting_list(job: Job) -> None:
    """One run of a business's waiting list."""
    after = job.args["after"]
    waiting_runs.run(business_id=UUID(job.args["business_id"]), after=UUID(after) if after else None, now=job.now)


@task(LOOK_AT_WAITING)
def look_at_everybody(job: Job) -> None:
    """Look at everybody who waits, for what no event tells."""
    waiting_runs.ask_for_all(now=job.now)


@task(MIND_WAITING)
def mind_waiting_list(job: Job) -> None:
    """Pass on offers that are over, and end what is past."""
    waiting_offers.lapse_due(now=job.now)
    waiting.end_past(now=job.now)


@task(PURGE_WAITING, lease_seconds=120)
def purge_waiting_list(job: Job) -> None:
    """Forget entries that have been over for a while."""
    waiting.purge(now=job.now)
