"""Facts about businesses."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar
from uuid import UUID

from almanac.outbox.events import Event


@dataclass(frozen=True, slots=True)
class SettingsChanged(Event):
    """A group of settings has other values now; both stand in the event, they hold nothing personal."""

    name: ClassVar[str] = "business.settings_changed"
    business_id: UUID
    group: str
    before: dict[str, object]
    after: dict[str, object]


@dataclass(frozen=True, slots=True)
class BrandChanged(Event):
    """A business shows itself in another way; only what changed is told. Its phone and e-mail are public."""

    name: ClassVar[str] = "business.brand_changed"
    business_id: UUID
    before: dict[str, object]
    after: dict[str, object]
