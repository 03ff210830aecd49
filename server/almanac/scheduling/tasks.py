"""Worker doors of scheduling."""

from __future__ import annotations

from almanac.outbox.registry import Job, task
from almanac.scheduling.actions import holds

PURGE_HOLDS = "scheduling.purge_expired_holds"


@task(PURGE_HOLDS, lease_seconds=60)
def purge_expired_holds(job: Job) -> None:
    """Give back the time of holds that are over. Slots ignore them anyway; this keeps the table small."""
    holds.purge_expired_holds(now=job.now)
