"""What an event is: a frozen dataclass of ids and plain facts, named, that can be stored and read back."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any, ClassVar, Self
from uuid import UUID

from pydantic import TypeAdapter


@dataclass(frozen=True, kw_only=True)
class Event:
    """Base of all events. Subclasses are frozen dataclasses of ids, numbers and short codes, never personal data."""

    name: ClassVar[str]

    def to_payload(self) -> dict[str, Any]:
        """The fields as JSON values."""
        payload: dict[str, Any] = _adapter(type(self)).dump_python(self, mode="json")
        return payload

    @classmethod
    def from_payload(cls, payload: dict[str, Any]) -> Self:
        """The event a stored payload was made from; unknown fields of a newer version are ignored."""
        event: Self = _adapter(cls).validate_python(payload)
        return event


@dataclass(frozen=True, slots=True)
class Fact:
    """One stored event as a reaction sees it."""

    id: UUID
    name: str
    at: datetime
    business_id: UUID | None
    actor_role: str
    user_id: UUID | None
    payload: dict[str, Any]


_adapters: dict[type[Event], TypeAdapter[Any]] = {}


def _adapter(event_type: type[Event]) -> TypeAdapter[Any]:
    if event_type not in _adapters:
        _adapters[event_type] = TypeAdapter(event_type)
    return _adapters[event_type]
