"""Facts about files."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar
from uuid import UUID

from almanac.outbox.events import Event


@dataclass(frozen=True, kw_only=True)
class PictureKept(Event):
    name: ClassVar[str] = "files.picture_kept"
    asset_id: UUID
