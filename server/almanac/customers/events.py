"""Facts about what the team keeps of customers: ids and field names, never what was written."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar
from uuid import UUID

from almanac.outbox.events import Event


@dataclass(frozen=True, kw_only=True)
class NoteWritten(Event):
    name: ClassVar[str] = "customers.note_written"
    customer_id: UUID
    note_id: UUID


@dataclass(frozen=True, kw_only=True)
class NoteRemoved(Event):
    name: ClassVar[str] = "customers.note_removed"
    customer_id: UUID
    note_id: UUID


@dataclass(frozen=True, kw_only=True)
class TagsChanged(Event):
    """A customer's tags are others now; how many, because a tag may say something about the person."""

    name: ClassVar[str] = "customers.tags_changed"
    customer_id: UUID
    added: int
    removed: int


@dataclass(frozen=True, kw_only=True)
class CustomersMerged(Event):
    """Everything of `absorbed_id` is `kept_id`'s now; the row of the merge says what moved."""

    name: ClassVar[str] = "customers.merged"
    merge_id: UUID
    kept_id: UUID
    absorbed_id: UUID


@dataclass(frozen=True, kw_only=True)
class MergeUndone(Event):
    """What a merge had moved is back where it was."""

    name: ClassVar[str] = "customers.merge_undone"
    merge_id: UUID
    kept_id: UUID
    absorbed_id: UUID


@dataclass(frozen=True, kw_only=True)
class FieldsDefined(Event):
    """The fields of a business's customer records are others now; both stand in the event, they hold nothing personal."""

    name: ClassVar[str] = "customers.fields_defined"
    business_id: UUID
    before: dict[str, object]
    after: dict[str, object]


@dataclass(frozen=True, kw_only=True)
class FieldsAnswered(Event):
    """Which fields of a customer's record were filled in, changed or emptied."""

    name: ClassVar[str] = "customers.fields_answered"
    business_id: UUID
    customer_id: UUID
    field_ids: list[UUID]
