"""Celery as the carrier of task ids, on Redis or RabbitMQ; its workers run the same rows."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from celery import Celery
from django.conf import settings

RUN = "outbox.run"
app = Celery("almanac", broker=settings.CELERY_BROKER_URL)  # type: ignore[no-untyped-call]
app.conf.update(
    task_ignore_result=True,
    task_acks_late=True,
    worker_prefetch_multiplier=1,
    task_serializer="json",
    accept_content=["json"],
    broker_connection_retry_on_startup=True,
    broker_transport_options={"socket_connect_timeout": 2, "socket_timeout": 5},
    task_publish_retry=False,  # the sweep repeats what could not be sent
    worker_hijack_root_logger=False,
)


class CeleryDispatcher:
    runs_locally = False

    def send(self, task_ids: Sequence[UUID]) -> None:
        """Put one message per task on the broker. Raises kombu's OperationalError when it does not answer."""
        for task_id in task_ids:
            app.send_task(RUN, args=[str(task_id)])  # type: ignore[no-untyped-call]
