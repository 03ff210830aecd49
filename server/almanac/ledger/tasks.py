"""The ledger's own recurring duty: looking whether its laws hold."""

from __future__ import annotations

from almanac.ledger import actions
from almanac.outbox.registry import Job, task

CHECK_BOOKS = "ledger.check_books"


@task(CHECK_BOOKS, lease_seconds=300)
def check_books(job: Job) -> None:
    """Look at every law; what is broken goes into the log, and the health page says that something is."""
    actions.check_books(now=job.now)
