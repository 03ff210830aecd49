"""Calendar entries as text (RFC 5545), written by the icalendar library: what goes into messages and downloads."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum

import icalendar

from almanac.kit.text import one_line


class Method(StrEnum):
    """RFC 5546: publish entries as they are, invite or update, withdraw."""

    PUBLISH = "PUBLISH"
    REQUEST = "REQUEST"
    CANCEL = "CANCEL"


class Status(StrEnum):
    TENTATIVE = "TENTATIVE"
    CONFIRMED = "CONFIRMED"
    CANCELLED = "CANCELLED"


@dataclass(frozen=True, slots=True)
class Person:
    """An organiser or attendee."""

    name: str
    email: str


@dataclass(frozen=True, slots=True)
class Entry:
    """One visit or session. `uid` stays for its whole life; `sequence` goes up with each change of time or state."""

    uid: str
    sequence: int
    status: Status
    starts_at: datetime
    ends_at: datetime
    changed_at: datetime
    summary: str
    description: str = ""
    location: str = ""
    url: str = ""
    organizer: Person | None = None
    attendees: tuple[Person, ...] = ()


def calendar(entries: Iterable[Entry], *, method: Method) -> str:
    """A VCALENDAR with these entries, times in UTC, so that no VTIMEZONE is needed. Raises ValueError for a naive time."""
    made = icalendar.Calendar()
    made.add("prodid", "-//Almanac//EN")
    made.add("version", "2.0")
    made.add("calscale", "GREGORIAN")
    made.add("method", method.value)
    for entry in entries:
        made.add_component(_event(entry))
    return bytes(made.to_ical()).decode()


def _event(entry: Entry) -> icalendar.Event:
    event = icalendar.Event()
    event.add("uid", one_line(entry.uid))
    event.add("sequence", entry.sequence)
    event.add("dtstamp", _utc(entry.changed_at))
    event.add("last-modified", _utc(entry.changed_at))
    event.add("dtstart", _utc(entry.starts_at))
    event.add("dtend", _utc(entry.ends_at))
    event.add("status", entry.status.value)
    event.add("transp", "TRANSPARENT" if entry.status is Status.CANCELLED else "OPAQUE")
    event.add("summary", entry.summary)
    for name, value in (("description", entry.description), ("location", entry.location), ("url", one_line(entry.url))):
        if value:
            event.add(name, value)
    if entry.organizer:
        event.add("organizer", _address(entry.organizer))
    for person in entry.attendees:
        event.add("attendee", _address(person), encode=False)
    return event


def _address(person: Person) -> icalendar.vCalAddress:
    """Quotes cannot be written in a parameter (section 3.2); an apostrophe stands for them."""
    address = icalendar.vCalAddress(f"mailto:{one_line(person.email)}")
    address.params["CN"] = icalendar.vText(one_line(person.name).replace('"', "'"))
    return address


def _utc(instant: datetime) -> datetime:
    if instant.tzinfo is None:
        raise ValueError("an instant needs a time zone")
    return instant.astimezone(UTC)
