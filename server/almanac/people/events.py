"""Facts about people. Events carry ids and short codes; names and addresses stay in their rows."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar
from uuid import UUID

from almanac.outbox.events import Event


@dataclass(frozen=True, kw_only=True)
class CustomerRecorded(Event):
    """There is a new customer: a guest, or somebody with an account who asked for something the first time."""

    name: ClassVar[str] = "people.customer_recorded"
    customer_id: UUID
    is_guest: bool


@dataclass(frozen=True, kw_only=True)
class DetailsChanged(Event):
    """Somebody changed their own details; which ones, not to what."""

    name: ClassVar[str] = "people.details_changed"
    user_id: UUID
    fields: list[str]


@dataclass(frozen=True, kw_only=True)
class ScopeFacts:
    """What a manager may see and do, as written to the audit trail."""

    staff_ids: list[UUID]
    actions: list[str]


@dataclass(frozen=True, kw_only=True)
class ManagerScopeChanged(Event):
    """An administrator gave a manager another scope."""

    name: ClassVar[str] = "people.manager_scope_changed"
    user_id: UUID
    before: ScopeFacts
    after: ScopeFacts


@dataclass(frozen=True, kw_only=True)
class ConsentGiven(Event):
    name: ClassVar[str] = "people.consent_given"
    customer_id: UUID
    kind: str
    text_version: str
