"""Free times as the API tells them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, timedelta
from functools import lru_cache
from typing import Any

from ninja import Schema

from almanac.booking.queries.nothing_fits import NothingFits
from almanac.booking.queries.slot_prices import PriceChange
from almanac.booking.queries.slots import FreeTimes, Search
from almanac.booking.schemas.baskets import PersonOut
from almanac.catalog.queries.offers import Deliverer
from almanac.engine.problem import Slot
from almanac.kit.clock import instant
from almanac.kit.localized import text_in

EPOCH = date(1970, 1, 1)
DAY = 24 * 3600


class SlotOut(Schema):
    """One start that fits; `staff` are positions in the answer's list of people who could come. For services in a row that
    nobody could do alone then, they are those who come one after another."""

    starts_at: datetime
    ends_at: datetime
    staff: list[int]


class DayOut(Schema):
    """A date in the answer's zone with its free starts; empty when there are none."""

    on: date
    slots: list[SlotOut]


class StandingOut(Schema):
    """A group session that others have booked already, and the seats that are left in it."""

    starts_at: datetime
    seats_left: int


class PriceChangeOut(Schema):
    """A free start that costs `amount` more than usual, or less, by the rules that `label` names: minor units, as prices are
    written."""

    starts_at: datetime
    amount: int
    label: str


class SlotStaffOut(PersonOut):
    """Somebody who can deliver this, with the price for it and the next free start in what was asked; of services in a
    row perhaps not every one (`does_all`)."""

    price_amount: int
    duration_minutes: int
    next_free_at: datetime | None
    does_all: bool


class NothingFitsOut(Schema):
    """Why a date has nothing free: `hours`, `lead_time`, `horizon`, `area`, `too_long`, `capacity`, `taken`, most
    frequent first. `shorter_by_minutes`, by leaving out extras, would open `shorter_starts_at`; `nearest_starts_at` is
    the free start nearest to the date, within a week."""

    zone: str
    reasons: list[str]
    shorter_by_minutes: int | None
    shorter_starts_at: datetime | None
    nearest_starts_at: datetime | None
    nearest_staff: PersonOut | None

    @classmethod
    def of(cls, found: NothingFits, search: Search, language: str) -> NothingFitsOut:
        near = first_free_out(search, found.nearest, language)
        return cls(
            zone=search.zone,
            reasons=list(found.reasons),
            shorter_by_minutes=found.shorter // 60 if found.shorter else None,
            shorter_starts_at=instant(found.shorter_start) if found.shorter_start else None,
            nearest_starts_at=near.starts_at,
            nearest_staff=near.staff,
        )


class SlotsOut(Schema):
    """Free starts by date in `zone` (of the visit's address or the business; the viewer's own for online sessions).

    Of a group session `capacity` is the number of its seats; a free start that `standing` does not name has them all.
    `waiting_list`: whom nothing suits may ask to be told. `price_changes` are free starts that cost more or less than
    usual; none of a visit that is moved, whose price stays.
    """

    zone: str
    days: list[DayOut]
    staff: list[SlotStaffOut]
    next_free_at: datetime | None
    capacity: int
    standing: list[StandingOut]
    waiting_list: bool
    price_changes: list[PriceChangeOut]


def slots_json(
    search: Search, found: FreeTimes, first: Slot | None, language: str, changes: Sequence[PriceChange] = ()
) -> dict[str, Any]:
    """The body of SlotsOut as plain values: thousands of starts are written without building an object for each."""
    return {
        "zone": search.zone,
        "days": [
            {
                "on": on.isoformat(),
                "slots": [
                    {"starts_at": _iso(start), "ends_at": _iso(end), "staff": staff} for start, end, staff in slots
                ],
            }
            for on, slots in found.days.items()
        ],
        "staff": [_staff(item, search, found, language) for item in search.staff],
        "next_free_at": _iso(first.start) if first else None,
        "capacity": search.capacity,
        "standing": [
            {"starts_at": _iso(start), "seats_left": left} for start, left in sorted(found.seats_left.items())
        ],
        "waiting_list": search.wish.offer.policies.waiting.is_on,
        "price_changes": [
            {"starts_at": _iso(each.start), "amount": each.amount, "label": each.label} for each in changes
        ],
    }


def _staff(person: Deliverer, search: Search, found: FreeTimes, language: str) -> dict[str, Any]:
    """SlotStaffOut as plain values."""
    staff_id = person.staff_id
    first = found.first_of.get(staff_id)
    return {
        "id": staff_id,
        "name": person.name,
        "title": text_in(person.title, language),
        "photo_url": person.photo_url,
        "zone": person.zone,
        "price_amount": search.price_with(staff_id),
        "duration_minutes": search.seconds_with(staff_id) // 60,
        "next_free_at": None if first is None else _iso(first),
        "does_all": search.does_all(staff_id),
    }


def _iso(seconds: int) -> str:
    """An instant as ISO 8601 has it, put together from the texts of its day and its time: there are thousands of few."""
    day, second = divmod(seconds, DAY)
    return f"{_date_text(day)}T{_time_text(second)}Z"


@lru_cache(maxsize=1024)
def _date_text(days: int) -> str:
    return (EPOCH + timedelta(days=days)).isoformat()


@lru_cache(maxsize=2048)
def _time_text(second: int) -> str:
    return f"{second // 3600:02}:{second // 60 % 60:02}:{second % 60:02}"


class FirstFreeOut(Schema):
    """The earliest free start and who it is with; nulls when nothing is free within the horizon."""

    zone: str
    starts_at: datetime | None
    ends_at: datetime | None
    staff: PersonOut | None


def first_free_out(search: Search, slot: Slot | None, language: str) -> FirstFreeOut:
    """The API's form of the earliest slot."""
    if slot is None:
        return FirstFreeOut(zone=search.zone, starts_at=None, ends_at=None, staff=None)
    person = next(item for item in search.staff if item.staff_id == slot.staff_ids[0])
    return FirstFreeOut(
        zone=search.zone,
        starts_at=instant(slot.start),
        ends_at=instant(slot.end),
        staff=PersonOut.of(person, language),
    )
