"""Worker doors of sales."""

from __future__ import annotations

from uuid import UUID

from almanac.outbox.errors import GiveUp
from almanac.outbox.registry import Job, task
from almanac.sales.entitlements import settle_goods
from almanac.sales.issuing import deliver_due
from almanac.sales.pass_steps import notice_endings

NOTICE_PASSES = "sales.notice_passes"
DELIVER_CARDS = "sales.deliver_gift_cards"


def deliver(job: Job) -> None:
    """Something of an order is paid, or it stands: what is paid of its goods is handed over."""
    settle_goods(order_id=_order_id(job), now=job.now)


def take_back(job: Job) -> None:
    """Money went back: what was given back in full is nobody's any more."""
    settle_goods(order_id=_order_id(job), returned=True, now=job.now)


@task(DELIVER_CARDS, lease_seconds=120)
def deliver_cards(job: Job) -> None:
    """Gift cards that wait for their day."""
    deliver_due(now=job.now)


@task(NOTICE_PASSES, lease_seconds=120)
def notice_passes(job: Job) -> None:
    """Packages whose last day is near: their holders are told."""
    notice_endings(now=job.now)


def _order_id(job: Job) -> UUID:
    if job.fact is None:
        raise GiveUp("this task follows an event")
    return UUID(job.fact.payload["order_id"])
