"""The list of handlers: which task does what, what follows an event (at once, or as a task), and what recurs."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, TypeVar
from uuid import UUID

from almanac.outbox.events import Event, Fact

E = TypeVar("E", bound=Event)


@dataclass(frozen=True, slots=True)
class Job:
    """What a handler is given. The same job may come again after a crash, so handlers bear a repeat."""

    task_id: UUID
    args: Mapping[str, Any]
    attempt: int  # 1 on the first try
    now: datetime
    fact: Fact | None = None

    def event(self, event_type: type[E]) -> E:
        """The event this job follows, typed. Raises LookupError for a task that follows none or another one."""
        if self.fact is None or self.fact.name != event_type.name:
            raise LookupError(f"this task does not follow {event_type.name}")
        return event_type.from_payload(self.fact.payload)


Handler = Callable[[Job], None]


@dataclass(frozen=True, slots=True)
class TaskSpec:
    """How a task is run. `commit_with`: the handler's writes and the done mark are one transaction."""

    name: str
    handler: Handler
    max_attempts: int = 8
    lease_seconds: int = 30
    first_delay_seconds: int = 5
    commit_with: bool = False


AtOnce = Callable[[Any, datetime], None]  # given the event and its instant

_specs: dict[str, TaskSpec] = {}
_reactions: dict[str, tuple[str, ...]] = {}
_at_once: dict[str, tuple[AtOnce, ...]] = {}
_schedule: dict[str, int] = {}


def task(
    name: str,
    *,
    max_attempts: int = 8,
    lease_seconds: int = 30,
    first_delay_seconds: int = 5,
    commit_with: bool = False,
) -> Callable[[Handler], Handler]:
    """Register a handler under a name that stays the same for as long as rows with it may exist.

    `lease_seconds` is how soon a killed worker's task is tried elsewhere; a live worker renews the lease.
    """

    def register(handler: Handler) -> Handler:
        known = _specs.get(name)
        if known and known.handler != handler:
            raise ValueError(f"two handlers are called {name}")
        _specs[name] = TaskSpec(name, handler, max_attempts, lease_seconds, first_delay_seconds, commit_with)
        return handler

    return register


def reaction(
    event_type: type[Event],
    name: str,
    *,
    max_attempts: int = 8,
    lease_seconds: int = 30,
    first_delay_seconds: int = 5,
    commit_with: bool = False,
) -> Callable[[Handler], Handler]:
    """Make the task `name` follow each event of a type, done once per event. One handler may follow several events."""

    def register(handler: Handler) -> Handler:
        task(
            name,
            max_attempts=max_attempts,
            lease_seconds=lease_seconds,
            first_delay_seconds=first_delay_seconds,
            commit_with=commit_with,
        )(handler)
        following = _reactions.get(event_type.name, ())
        if name not in following:
            _reactions[event_type.name] = (*following, name)
        return handler

    return register


def at_once(event_type: type[E], handler: Callable[[E, datetime], None]) -> None:
    """Do this as an event of a type is emitted, in its transaction: what stands or falls with it. What may come later, or may
    fail by itself, is a reaction."""
    known = _at_once.get(event_type.name, ())
    if handler not in known:
        _at_once[event_type.name] = (*known, handler)


def every(seconds: int, task_name: str) -> None:
    """Make a task recur: due each `seconds`, never twice at once, whatever number of workers there is."""
    if seconds < 1:
        raise ValueError("a recurring task needs at least a second between its turns")
    _schedule[task_name] = seconds


def spec_of(name: str) -> TaskSpec | None:
    """How to run a task, or None for a name this version does not know."""
    return _specs.get(name)


def reactions_to(event_name: str) -> tuple[str, ...]:
    """Names of the tasks that follow an event, in the order they were registered."""
    return _reactions.get(event_name, ())


def done_at_once(event_name: str) -> tuple[AtOnce, ...]:
    """What is done in the transaction of an event, in the order it was registered."""
    return _at_once.get(event_name, ())


def schedule() -> Mapping[str, int]:
    """Task name -> seconds between its turns."""
    return _schedule
