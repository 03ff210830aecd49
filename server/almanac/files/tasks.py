"""Worker doors of files."""

from __future__ import annotations

from almanac.files import actions
from almanac.outbox.registry import Job, task

PURGE_FILES = "files.purge"


@task(PURGE_FILES, lease_seconds=300)
def purge_files(job: Job) -> None:
    """Forget private files that are over, with their bytes."""
    actions.purge_private(now=job.now)
