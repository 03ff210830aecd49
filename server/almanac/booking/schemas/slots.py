"""Free times as the API tells them."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Any
from uuid import UUID

from ninja import Schema

from almanac.booking.queries.nothing_fits import NothingFits
from almanac.booking.queries.slots import FreeTimes, Search
from almanac.booking.schemas.baskets import PersonOut
from almanac.catalog.queries import Deliverer
from almanac.engine.problem import Slot
from almanac.kit.clock import instant
from almanac.kit.localized import text_in


class SlotOut(Schema):
    """One start that fits; `staff` are positions in the answer's list of people who could come."""

    starts_at: datetime
    ends_at: datetime
    staff: list[int]


class DayOut(Schema):
    """A date in the answer's zone with its free starts; empty when there are none."""

    on: date
    slots: list[SlotOut]


class SlotStaffOut(PersonOut):
    """Somebody who can deliver this, with the price for it and the next free start in what was asked."""

    price_amount: int
    duration_minutes: int
    next_free_at: datetime | None


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
    """Free starts by date in `zone` (of the visit's address or the business; the viewer's own for online sessions)."""

    zone: str
    days: list[DayOut]
    staff: list[SlotStaffOut]
    next_free_at: datetime | None


def slots_json(search: Search, found: FreeTimes, first: Slot | None, language: str) -> dict[str, Any]:
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
        "price_amount": search.wish.offer.service.price_amount if person.price_amount is None else person.price_amount,
        "duration_minutes": search.seconds_with(staff_id) // 60,
        "next_free_at": None if first is None else _iso(first),
    }


def _iso(seconds: int) -> str:
    return datetime.fromtimestamp(seconds, UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


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
    person = search.wish.offer.offering_of(UUID(slot.staff_ids[0]))
    return FirstFreeOut(
        zone=search.zone,
        starts_at=instant(slot.start),
        ends_at=instant(slot.end),
        staff=PersonOut.of(person, language),
    )
