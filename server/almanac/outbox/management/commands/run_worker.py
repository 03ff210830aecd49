"""`manage.py run_worker`: runs what events and the clock ask for, until it is stopped."""

from __future__ import annotations

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand

from almanac.outbox import dispatch, worker


class Command(BaseCommand):
    help = "Run due tasks. With TASK_DISPATCHER=celery: the clock, recovery and sweep beside Celery's own workers."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--once", action="store_true", help="run what is due now, then end")
        parser.add_argument("--threads", type=int, default=2, help="tasks at the same time (default: 2)")

    def handle(self, *args: Any, **options: Any) -> None:
        if options["once"]:
            count = worker.drain()
            self.stdout.write(f"{count} attempts")
            return
        threads = max(1, options["threads"]) if dispatch.current().runs_locally else 0
        worker.WorkerProcess(threads=threads).run()
