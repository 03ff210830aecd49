"""Calendar entries as text (RFC 5545): what goes into messages and downloads. Pure: all it needs comes in."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum

FOLD_AT = 75  # octets a line, RFC 5545 section 3.1


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


def calendar(entries: Iterable[Entry], *, method: Method, product: str = "Almanac") -> str:
    """A VCALENDAR with these entries, times in UTC (so no VTIMEZONE is needed), lines folded and ended by CRLF."""
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        f"PRODID:-//{_text(product)}//EN",
        "CALSCALE:GREGORIAN",
        f"METHOD:{method}",
        *(line for entry in entries for line in _entry(entry)),
        "END:VCALENDAR",
    ]
    return "".join(f"{part}\r\n" for line in lines for part in _folded(line))


def _entry(entry: Entry) -> Iterator[str]:
    yield "BEGIN:VEVENT"
    yield f"UID:{_text(entry.uid)}"
    yield f"SEQUENCE:{entry.sequence}"
    yield f"DTSTAMP:{_utc(entry.changed_at)}"
    yield f"LAST-MODIFIED:{_utc(entry.changed_at)}"
    yield f"DTSTART:{_utc(entry.starts_at)}"
    yield f"DTEND:{_utc(entry.ends_at)}"
    yield f"STATUS:{entry.status}"
    yield "TRANSP:TRANSPARENT" if entry.status is Status.CANCELLED else "TRANSP:OPAQUE"
    yield f"SUMMARY:{_text(entry.summary)}"
    for name, value in (("DESCRIPTION", entry.description), ("LOCATION", entry.location)):
        if value:
            yield f"{name}:{_text(value)}"
    if entry.url:
        yield f"URL:{_bare(entry.url)}"
    if entry.organizer:
        yield _person("ORGANIZER", entry.organizer)
    yield from _attendees(entry.attendees)
    yield "END:VEVENT"


def _attendees(people: Sequence[Person]) -> Iterator[str]:
    for person in people:
        yield _person("ATTENDEE", person)


def _person(name: str, person: Person) -> str:
    # Quotes cannot be written in a parameter (section 3.2); an apostrophe stands for them.
    shown = _bare(person.name).replace('"', "'")
    return f'{name};CN="{shown}":mailto:{_bare(person.email)}'


def _utc(instant: datetime) -> str:
    if instant.tzinfo is None:
        raise ValueError("an instant needs a time zone")
    return instant.astimezone(UTC).strftime("%Y%m%dT%H%M%SZ")


def _text(value: str) -> str:
    """A TEXT value, escaped (section 3.3.11); other control characters are dropped."""
    value = value.replace("\r\n", "\n").replace("\r", "\n")
    kept = "".join(char for char in value if char in "\n\t" or (ord(char) >= 32 and ord(char) != 127))
    return kept.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,").replace("\n", "\\n")


def _bare(value: str) -> str:
    """A value that has no escapes, such as a URI: control characters, which could start a new line, are dropped."""
    return "".join(char for char in value if ord(char) >= 32 and ord(char) != 127)


def _folded(line: str) -> Iterator[str]:
    """The line in pieces of at most 75 octets, none of which splits a character; each but the first begins with a space."""
    piece, size = "", 0
    for char in line:
        width = len(char.encode())
        if size + width > FOLD_AT:
            yield piece
            piece, size = " ", 1
        piece += char
        size += width
    yield piece
