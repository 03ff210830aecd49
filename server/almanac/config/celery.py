"""Celery's door, where it carries the tasks: `celery -A almanac.config.celery worker`. Messages hold task ids only."""

import os
from uuid import UUID

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "almanac.config.settings")
django.setup()

from almanac.outbox import worker  # noqa: E402  models can be imported only after setup
from almanac.outbox.providers.celery import RUN, app  # noqa: E402


@app.task(name=RUN)  # type: ignore[no-untyped-call, untyped-decorator]
def run(task_id: str) -> None:
    """Run the row of this id, unless it is taken, done, or not due."""
    worker.run_task(UUID(task_id))
