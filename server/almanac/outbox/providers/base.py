"""How queued tasks reach those who run them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol
from uuid import UUID


class Dispatcher(Protocol):
    """Carries task ids, nothing more: the rows are the truth, and what is lost on the way is sent again."""

    runs_locally: bool  # whether `run_worker` itself runs tasks

    def send(self, task_ids: Sequence[UUID]) -> None:
        """Tell the runners that these tasks are due. Called after the commit; may raise, and then a sweep repeats."""
        ...
