"""What a basket holds: everything typed so far, in any order and however incomplete, so that nothing is ever lost."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Annotated
from uuid import UUID, uuid5

from pydantic import BaseModel, ConfigDict, Field

from almanac.catalog.questions import AnswerValue
from almanac.engine.recurrence import Frequency
from almanac.engine.rhythm import Rhythm, rhythm_of
from almanac.engine.series import Fit
from almanac.engine.waiting import PartOfDay
from almanac.kit.ids import new_id

MAX_LINES = 12
MAX_EXTRAS = 20
MAX_REMOVED = 3  # how many lines may be put back
MAX_GIFT_CARDS = 3  # that pay for one basket
MAX_PASSES = 5  # named by code for one basket
MAX_MONTHS = 12
MAX_EVERY = 4


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


class DateContent(Part):
    """A date of a series after its first: where it was found to fit, or nothing where it is left out (`fit` says why: nothing
    fits there) or was taken out by the customer (`is_skipped`)."""

    on: date
    wished_at: int  # epoch seconds, by the rule
    fit: Fit
    starts_at: int | None = None
    ends_at: int | None = None
    staff_id: UUID | None = None
    is_skipped: bool = False

    @property
    def takes_place(self) -> bool:
        """Whether there is to be a visit."""
        return self.starts_at is not None and not self.is_skipped


class RepeatContent(Part):
    """How a line repeats, counted from its chosen time; `dates` are looked for once that is known."""

    frequency: Frequency
    every: int = Field(ge=1, le=MAX_EVERY)
    months: int = Field(ge=1, le=MAX_MONTHS)
    carries_on: bool = False  # with term upon term, until it is stopped
    dates: list[DateContent] = Field(default_factory=list)


class DayContent(Part):
    """That its customer minds only the day of a visit and which part of it: any start within is as good as another."""

    on: date
    part: PartOfDay | None = None  # None: any


class BundleMark(Part):
    """That a line is of a bundle: which, which time it was put in (`instance`), its `step` of how many there were (`size`), and
    whether one person is to do all of its visit."""

    bundle_id: UUID
    instance: UUID
    step: int
    size: int
    same_person: bool = False


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
    repeat: RepeatContent | None = None
    occurs_on: date | None = None  # of a visit that a series brought
    rhythm: Rhythm = Rhythm.ONCE  # of that visit, its series'
    pass_id: UUID | None = None  # of which a visit is to be used, by each of its visits, where that can be
    bundle: BundleMark | None = None
    day: DayContent | None = None  # where its time was chosen so

    def forget_time(self) -> None:
        """The chosen time does not fit what is wished for any more, and with it the dates that follow from it."""
        self.starts_at = self.ends_at = self.staff_id = self.held_until = self.day = None
        self.put_aside, self.put_aside_reason = [], ""
        if self.repeat:
            self.repeat.dates = []

    def every_visit(self) -> list[LineContent]:
        """The line itself, and one like it for each date that it repeats on."""
        later = [item for item in self.repeat.dates if item.takes_place] if self.repeat else []
        return [self, *(self._on(item) for item in later)]

    @property
    def comes(self) -> Rhythm:
        """How often it comes, as prices know it. What is to repeat, and of which no date but the first takes place, comes once,
        unless it carries on."""
        repeat = self.repeat
        if repeat is None:
            return self.rhythm
        is_series = repeat.carries_on or any(each.takes_place for each in repeat.dates)
        return rhythm_of(repeat.frequency, repeat.every) if is_series or self.starts_at is None else Rhythm.ONCE

    def _on(self, item: DateContent) -> LineContent:
        changed: dict[str, object] = {
            "id": uuid5(self.id, item.on.isoformat()),
            "starts_at": item.starts_at,
            "ends_at": item.ends_at,
            "staff_id": item.staff_id,
            "occurs_on": item.on,
            "repeat": None,
            "rhythm": self.comes,
            "held_until": None,
            "put_aside": [],
            "put_aside_reason": "",
            "day": None,
        }
        return self.model_copy(update=changed)


Short = Annotated[str, Field(max_length=200)]
Long = Annotated[str, Field(max_length=2000)]


class GiftContent(Part):
    """A gift card wished for, of `amount` minor units of the currency of its business."""

    business_id: UUID
    amount: int
    recipient_name: Short = ""
    recipient_email: Annotated[str, Field(max_length=254)] = ""
    sender_name: Short = ""
    message: Long = ""
    deliver_on: date | None = None


class GoodsContent(Part):
    """A good wished for: a digital product, a gift card, or a package of visits."""

    id: UUID = Field(default_factory=new_id)
    product_id: UUID | None = None
    package_id: UUID | None = None
    gift: GiftContent | None = None


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
    goods: list[GoodsContent] = Field(default_factory=list, max_length=MAX_LINES)  # what is sold without a time
    removed: list[RemovedLine] = Field(default_factory=list)
    details: DetailsContent = Field(default_factory=DetailsContent)
    address_id: UUID | None = None  # one of the customer's own addresses, while the details say the same
    coupon_code: str = ""  # as it was typed and is known
    gift_cards: list[UUID] = Field(default_factory=list, max_length=MAX_GIFT_CARDS)  # that pay for it, in this order
    passes: list[UUID] = Field(default_factory=list, max_length=MAX_PASSES)  # that were named by their codes
    booked: list[str] = Field(default_factory=list)

    def line(self, line_id: UUID) -> LineContent | None:
        """The line by its id, or None."""
        return next((line for line in self.lines if line.id == line_id), None)

    def visit_of(self, line: LineContent) -> list[LineContent]:
        """The line with those that are done in one visit with it, in their order. The first one's id names the hold."""
        return [line] if line.visit is None else [other for other in self.lines if other.visit == line.visit]

    def every_line(self) -> list[LineContent]:
        """All lines, and after each that repeats the visits of its later dates: what an order is made of."""
        return [each for line in self.lines for each in line.every_visit()]

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
