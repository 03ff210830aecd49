"""The built-in dispatcher: workers look into the table themselves, so there is nothing to send."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID


class LocalDispatcher:
    runs_locally = True

    def send(self, task_ids: Sequence[UUID]) -> None:
        """Nothing: the worker's next look finds the rows."""
