"""Events, and handlers that remember what they were given."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import ClassVar
from uuid import UUID

from almanac.kit import ids
from almanac.outbox.events import Event
from almanac.outbox.registry import Job


@dataclass(frozen=True, kw_only=True)
class KettleBoiled(Event):
    name: ClassVar[str] = "test.kettle_boiled"
    kettle_id: UUID
    business_id: UUID
    starts_at: int = 0
    by: str | None = None


def kettle_boiled() -> KettleBoiled:
    return KettleBoiled(kettle_id=ids.new_id(), business_id=ids.new_id(), starts_at=1_780_000_000)


class Handlers:
    """Makes handlers; `jobs` is what they were given, in order."""

    def __init__(self) -> None:
        self.jobs: list[Job] = []

    def keep(self, job: Job) -> None:
        self.jobs.append(job)

    def failing(self, error: BaseException, *, times: int = 1000) -> Callable[[Job], None]:
        """A handler that raises `error` the first `times` times."""

        def handle(job: Job) -> None:
            self.jobs.append(job)
            if len(self.jobs) <= times:
                raise error

        return handle
