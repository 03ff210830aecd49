"""Worker doors of invoices."""

from __future__ import annotations

from uuid import UUID

from almanac.invoices.actions import issuing, reminding
from almanac.kit.actor import SYSTEM
from almanac.outbox.errors import GiveUp
from almanac.outbox.registry import Job, task
from almanac.sales.models import Order
from almanac.sales.queries import order_of_appointment

REMIND = "invoices.remind"


def settle_order(job: Job) -> None:
    """An order stands, money of it came or went back, or it is over: its documents follow."""
    if job.fact is None:
        raise GiveUp("this task follows an event")
    issuing.settle(actor=SYSTEM, order_id=UUID(job.fact.payload["order_id"]), now=job.now)


def settle_visit(job: Job) -> None:
    """A visit was called off or made: the same, for the order it was sold in."""
    if job.fact is None:
        raise GiveUp("this task follows an event")
    order = order_of_appointment(UUID(job.fact.payload["appointment_id"]))
    if order is not None:
        issuing.settle(actor=SYSTEM, order_id=order.pk, now=job.now)


def settle_subscription(job: Job) -> None:
    """Visits of a subscription stand again, or no more: the same, for every order of it."""
    if job.fact is None:
        raise GiveUp("this task follows an event")
    orders = Order.objects.filter(lines__subscription=UUID(job.fact.payload["subscription_id"]))
    for order_id in sorted(set(orders.values_list("pk", flat=True))):
        issuing.settle(actor=SYSTEM, order_id=order_id, now=job.now)


@task(REMIND, lease_seconds=120)
def remind(job: Job) -> None:
    """Find whose invoices are overdue, for the letters that follow."""
    reminding.remind(now=job.now)
