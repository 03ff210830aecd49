"""The outbox's own recurring duty: removing what is past its time."""

from __future__ import annotations

from almanac.outbox import actions
from almanac.outbox.registry import Job, task

PURGE = "outbox.purge"


@task(PURGE, lease_seconds=120)
def purge(job: Job) -> None:
    """Remove old done tasks, kept answers and workers long gone."""
    actions.purge(now=job.now)
