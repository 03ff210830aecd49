"""What a basket holds: everything typed so far, in any order and however incomplete, so that nothing is ever lost."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Annotated
from uuid import UUID

from pydantic import BaseModel, ConfigDict, Field

from almanac.catalog.questions import AnswerValue
from almanac.kit.ids import new_id

MAX_LINES = 12
MAX_EXTRAS = 20
MAX_REMOVED = 3  # how many lines may be put back


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
    """A visit or session wished for. `preferred_staff` empty means anybody; the rest stands once a time is chosen.

    Lines with the same `visit` are one visit, one service after another in the order of the basket.
    """

    id: UUID = Field(default_factory=new_id)
    service_id: UUID
    extras: list[ExtraContent] = Field(default_factory=list, max_length=MAX_EXTRAS)
    seats: int = Field(default=1, ge=1, le=50)
    preferred_staff: list[UUID] = Field(default_factory=list, max_length=50)
    answers: dict[UUID, AnswerValue] = Field(default_factory=dict)  # as typed, by question of the service
    starts_at: int | None = None  # epoch seconds
    ends_at: int | None = None
    staff_id: UUID | None = None
    visit: UUID | None = None
    held_until: int | None = None
    put_aside: list[str] = Field(default_factory=list)  # codes of rules the team put aside for this time, and why
    put_aside_reason: str = ""

    def forget_time(self) -> None:
        """The chosen time does not fit what is wished for any more."""
        self.starts_at = self.ends_at = self.staff_id = self.held_until = None
        self.put_aside, self.put_aside_reason = [], ""


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


class RemovedLine(Part):
    """A line that was taken out, and where it stood, so that it can be put back as it was."""

    position: int
    line: LineContent


class BasketContent(Part):
    """`removed` are the last lines taken out, the latest last; `booked` the numbers of the orders it became."""

    place: PlaceContent | None = None
    lines: list[LineContent] = Field(default_factory=list, max_length=MAX_LINES)
    removed: list[RemovedLine] = Field(default_factory=list)
    details: DetailsContent = Field(default_factory=DetailsContent)
    address_id: UUID | None = None  # one of the customer's own addresses, while the details say the same
    booked: list[str] = Field(default_factory=list)

    def line(self, line_id: UUID) -> LineContent | None:
        """The line by its id, or None."""
        return next((line for line in self.lines if line.id == line_id), None)

    def visit_of(self, line: LineContent) -> list[LineContent]:
        """The line with those that are done in one visit with it, in their order. The first one's id names the hold."""
        return [line] if line.visit is None else [other for other in self.lines if other.visit == line.visit]

    def visits(self) -> list[list[LineContent]]:
        """All lines by visit, in the order of the basket."""
        found: dict[UUID, list[LineContent]] = {}
        for line in self.lines:
            found.setdefault(line.visit or line.id, []).append(line)
        return list(found.values())


class WaitingContent(Part):
    """What an entry of the waiting list keeps: the lines of one visit without a time, where, for whom. `staff_ids` are the
    people it may be with, for every service; nobody named is anybody whom the lines allow."""

    lines: list[LineContent]
    place: PlaceContent | None = None
    staff_ids: list[UUID] = Field(default_factory=list)
    name: str = ""
    email: str = ""


def chosen_in(lines: Iterable[LineContent]) -> dict[UUID, set[UUID]]:
    """The extras chosen anywhere in the lines, by service."""
    found: dict[UUID, set[UUID]] = {}
    for line in lines:
        found.setdefault(line.service_id, set()).update(item.extra_id for item in line.extras)
    return found
