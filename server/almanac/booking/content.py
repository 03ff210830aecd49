"""What a basket holds: everything typed so far, in any order and however incomplete, so that nothing is ever lost."""

from __future__ import annotations

from typing import Annotated
from uuid import UUID

from pydantic import BaseModel, ConfigDict, Field

from almanac.kit.ids import new_id

MAX_LINES = 12
MAX_EXTRAS = 20


class Part(BaseModel):
    model_config = ConfigDict(extra="ignore")


class PlaceContent(Part):
    """Where the visit is, from the postcode; the street comes with the details."""

    postcode: str
    latitude: float
    longitude: float
    town: str = ""
    district: str = ""


class ExtraContent(Part):
    extra_id: UUID
    quantity: int = Field(ge=1, le=50)


class LineContent(Part):
    """A visit or session wished for. `preferred_staff` empty means anybody; the rest stands once a time is chosen."""

    id: UUID = Field(default_factory=new_id)
    service_id: UUID
    extras: list[ExtraContent] = Field(default_factory=list, max_length=MAX_EXTRAS)
    seats: int = Field(default=1, ge=1, le=50)
    preferred_staff: list[UUID] = Field(default_factory=list, max_length=50)
    starts_at: int | None = None  # epoch seconds
    ends_at: int | None = None
    staff_id: UUID | None = None
    held_until: int | None = None

    def forget_time(self) -> None:
        """The chosen time does not fit what is wished for any more."""
        self.starts_at = self.ends_at = self.staff_id = self.held_until = None


Short = Annotated[str, Field(max_length=200)]
Long = Annotated[str, Field(max_length=2000)]


class DetailsContent(Part):
    """Who it is for, as typed. Any of it may be empty while typing; booking says what is missing."""

    name: Short = ""
    email: Annotated[str, Field(max_length=254)] = ""
    phone: Annotated[str, Field(max_length=40)] = ""
    line1: Short = ""
    line2: Short = ""
    town: Short = ""
    access_notes: Long = ""
    notes: Long = ""
    zone: Annotated[str, Field(max_length=64)] = ""


class BasketContent(Part):
    place: PlaceContent | None = None
    lines: list[LineContent] = Field(default_factory=list, max_length=MAX_LINES)
    details: DetailsContent = Field(default_factory=DetailsContent)

    def line(self, line_id: UUID) -> LineContent | None:
        """The line by its id, or None."""
        return next((line for line in self.lines if line.id == line_id), None)
