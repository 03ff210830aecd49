"""What follows for money, documents and goods, run at once. Letters, waiting lists and housekeeping, which have tests of their
own, are passed over: most of what a worker does is theirs."""

from __future__ import annotations

import re

from almanac.kit import clock
from almanac.outbox import attempts, duties, registry, running
from almanac.outbox.models import Task

BESIDE = r"^(notifications|files|scheduling|outbox)\.|purge|waiting|look_anew|settle_referrals|give_notices|requests"


def follow(*, scheduled: bool = True) -> None:
    """Run what is due, and what becomes due by it; with what the clock asks for where it is `scheduled`."""
    now = clock.now()
    if scheduled:
        attempts.recover(now=now)
        recurring = registry.schedule().items()
        duties.enqueue_scheduled({name: every for name, every in recurring if not is_beside(name)}, now=now)
    Task.objects.filter(name__regex=BESIDE).delete()
    while (attempt := attempts.claim_next(now=clock.now())) is not None:
        if is_beside(attempt.name):
            attempts.finish(attempt, now=now)
        else:
            running.run(attempt)


def is_beside(name: str) -> bool:
    """Whether a task has no part in where money is."""
    return re.search(BESIDE, name) is not None
