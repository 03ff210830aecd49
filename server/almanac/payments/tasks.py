"""Worker doors of payments."""

from __future__ import annotations

from contextlib import suppress
from datetime import timedelta
from uuid import UUID

from almanac.outbox.errors import GiveUp, RetryLater
from almanac.outbox.registry import Job, task
from almanac.payments import looks, queries
from almanac.payments.actions import (
    accounts,
    ahead,
    arriving,
    charges,
    disputes,
    keeping,
    notices,
    pages,
    passes,
    points,
    refunds,
    reviews,
    transfers,
)
from almanac.payments.events import RefundAsked
from almanac.payments.models import KeptMethod, PaymentState
from almanac.payments.providers.online import ProviderDown
from almanac.sales.events import OrderCancelled
from almanac.sales.models import OrderLine, VisitPass

MIND_REFUNDS = "payments.mind_refunds"
MIND_FEES = "payments.mind_fees"
MIND_CHARGES = "payments.mind_charges"
LAPSE_PASSES = "payments.lapse_passes"
MIND_POINTS = "payments.mind_points"
FORGET_REMOVED = "payments.forget_removed"
MIND_REVIEWS = "payments.mind_reviews"
MIND_DISPUTES = "payments.mind_disputes"
CATCH_UP = "payments.catch_up"
LOOK_AT_EVENTS = "payments.look_at_events"
FORGET_REFUSED = "payments.forget_refused"
REMIND_TRANSFERS = "payments.remind_of_transfers"
AT_ONCE = 50


@task(arriving.READ, max_attempts=12, lease_seconds=60)
def read_notice(job: Job) -> None:
    """Read one message whose company was not there to say whether it is its own."""
    try:
        arriving.read_again(notice_id=UUID(job.args["notice_id"]), now=job.now)
    except ProviderDown as error:
        raise RetryLater("the company does not answer") from error


@task(CATCH_UP, lease_seconds=300)
def catch_up(job: Job) -> None:
    """Read the companies' own lists of what they told, for what never came."""
    notices.catch_up(now=job.now)


@task(MIND_DISPUTES, lease_seconds=120)
def mind_disputes(job: Job) -> None:
    """Ask about disputes that are not decided."""
    disputes.mind(now=job.now)


@task(LOOK_AT_EVENTS, lease_seconds=120)
def look_at_events(job: Job) -> None:
    """Ask companies what they do not tell us of."""
    accounts.look_at_events(now=job.now)


@task(FORGET_REFUSED, lease_seconds=60)
def forget_refused(job: Job) -> None:
    """What nobody signed is not kept for ever."""
    arriving.forget_refused(now=job.now)


@task(arriving.HANDLE, max_attempts=12, lease_seconds=60)
def handle_notice(job: Job) -> None:
    """Look after one message of a company's."""
    try:
        notices.handle(notice_id=UUID(job.args["notice_id"]), now=job.now)
    except ProviderDown as error:
        raise RetryLater("the company does not answer") from error


def carry_out_refund(job: Job) -> None:
    """Send back what was asked for."""
    event = job.event(RefundAsked)
    try:
        refunds.carry_out(refund_id=event.refund_id, now=job.now)
    except ProviderDown as error:
        raise RetryLater("the company does not answer", delay=timedelta(seconds=20)) from error


def earn_pass(job: Job) -> None:
    """A visit was made or missed: what it used of a package is earned."""
    if job.fact is None:
        raise GiveUp("this task follows an event")
    line = OrderLine.objects.filter(appointment=UUID(job.fact.payload["appointment_id"])).first()
    if line is not None:
        passes.earn(line_id=line.pk, now=job.now)


def settle_points(job: Job) -> None:
    """Something came or went back of an order, or a part of it was done: its points follow."""
    if job.fact is None:
        raise GiveUp("this task follows an event")
    told = job.fact.payload
    order_id = told.get("order_id")
    if "appointment_id" in told:
        order_id = OrderLine.objects.filter(appointment=told["appointment_id"]).values_list("order", flat=True).first()
    if "pass_id" in told:
        order_id = VisitPass.objects.filter(pk=told["pass_id"]).values_list("line__order", flat=True).first()
    if order_id is not None:  # nobody bought a package that was given
        points.settle_points(order_id=UUID(str(order_id)), at=job.fact.at, now=job.now)


@task(MIND_POINTS, lease_seconds=300)
def mind_points(job: Job) -> None:
    """Points of visits that nobody marked, rewards reached after all, points that lapse."""
    points.mind(now=job.now)


@task(LAPSE_PASSES, lease_seconds=120)
def lapse_passes(job: Job) -> None:
    """What is left of packages whose last day is over lapses."""
    passes.lapse_ended(now=job.now)


def close_pages(job: Job) -> None:
    """Nobody is to pay for an order that was cancelled; who did in the last second is paid back."""
    event = job.event(OrderCancelled)
    for payment in queries.undecided_of(event.order_id).filter(state=PaymentState.OPEN):
        try:
            pages.mind(payment, now=job.now)
        except ProviderDown as error:
            raise RetryLater("the company does not answer") from error


@task(MIND_REFUNDS, lease_seconds=120)
def mind_refunds(job: Job) -> None:
    """Ask about refunds that have no end yet."""
    refunds.mind(now=job.now)


@task(MIND_FEES, lease_seconds=120)
def mind_fees(job: Job) -> None:
    """Ask what companies kept, where they did not say when the money came."""
    pages.mind_fees(now=job.now)


@task(MIND_CHARGES, lease_seconds=300)
def mind_charges(job: Job) -> None:
    """Charge the kept cards that are due, and ask again about tries without an end."""
    for charge_id in list(queries.charges_due(job.now).values_list("pk", flat=True)[:AT_ONCE]):
        charges.run(charge_id=charge_id, now=job.now)


@task(FORGET_REMOVED, lease_seconds=120)
def forget_removed(job: Job) -> None:
    """Tell companies to forget the cards that customers removed."""
    for kept in looks.to_forget(job.now)[: looks.AT_ONCE]:
        KeptMethod.objects.filter(pk=kept.pk).update(look_at=looks.next_look(kept.removed_at or job.now, job.now))
        with suppress(ProviderDown):
            keeping.forget(kept, now=job.now)


@task(REMIND_TRANSFERS, lease_seconds=120)
def remind_of_transfers(job: Job) -> None:
    """Tell customers of transfers and of what is paid ahead that have not come, before their time is over."""
    transfers.remind(now=job.now)
    ahead.remind(now=job.now)


@task(MIND_REVIEWS, lease_seconds=120)
def mind_reviews(job: Job) -> None:
    """Pay back what nobody looked at in time."""
    reviews.refuse_overdue(now=job.now)
