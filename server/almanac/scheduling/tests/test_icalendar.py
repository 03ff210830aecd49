"""Calendar entries are read back by an independent parser exactly as they were meant."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import icalendar
import pytest
from hypothesis import given
from hypothesis import strategies as st

from almanac.scheduling.icalendar import Entry, Method, Person, Status, calendar

START = datetime(2026, 10, 24, 23, 30, tzinfo=UTC)  # over the end of summer time in Europe
ENTRY = Entry(
    uid="0190-1@almanac",
    sequence=3,
    status=Status.CONFIRMED,
    starts_at=START,
    ends_at=START + timedelta(hours=2),
    changed_at=START - timedelta(days=3),
    summary="Deep clean, 2 rooms; oven",
    description="Key:\n\\under the mat",
    location="1 High Street, London",
    url="https://almanac.example/track/?a=1,2;3",
    organizer=Person('VAL "Clean"', "hello@val.example"),
)
printable = st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=200)


def only_event(text: str) -> icalendar.Event:
    (event,) = icalendar.Calendar.from_ical(text).walk("VEVENT")
    assert isinstance(event, icalendar.Event)
    return event


def test_every_value_comes_back() -> None:
    text = calendar([ENTRY], method=Method.PUBLISH)
    read = icalendar.Calendar.from_ical(text)
    assert (str(read["METHOD"]), str(read["VERSION"])) == ("PUBLISH", "2.0")
    event = only_event(text)
    assert (str(event["UID"]), event["SEQUENCE"], str(event["STATUS"])) == ("0190-1@almanac", 3, "CONFIRMED")
    assert (event.start, event.end) == (ENTRY.starts_at, ENTRY.ends_at)
    assert str(event["SUMMARY"]) == ENTRY.summary
    assert str(event["DESCRIPTION"]) == ENTRY.description
    assert str(event["LOCATION"]) == ENTRY.location
    assert str(event["URL"]) == ENTRY.url
    assert str(event["ORGANIZER"]) == "mailto:hello@val.example"
    assert event["ORGANIZER"].params["CN"] == "VAL 'Clean'"


def test_a_cancelled_entry_takes_no_time() -> None:
    event = only_event(calendar([replace(ENTRY, status=Status.CANCELLED, sequence=4)], method=Method.CANCEL))
    assert (event["SEQUENCE"], str(event["STATUS"]), str(event["TRANSP"])) == (4, "CANCELLED", "TRANSPARENT")


@given(printable, printable)
def test_any_text_comes_back_in_folded_lines(summary: str, location: str) -> None:
    text = calendar([replace(ENTRY, summary=summary, location=location)], method=Method.PUBLISH)
    assert all(len(line.encode()) <= 75 for line in text.split("\r\n"))
    event = only_event(text)
    assert str(event["SUMMARY"]) == summary
    assert str(event.get("LOCATION", "")) == location


def test_a_line_break_starts_no_property() -> None:
    evil = "x\r\nATTENDEE:mailto:eve@x.example"
    entry = replace(ENTRY, summary=evil, location=evil, url=evil, uid=evil, organizer=Person(evil, evil))
    assert "ATTENDEE" not in only_event(calendar([entry], method=Method.PUBLISH))


def test_a_naive_time_is_refused() -> None:
    with pytest.raises(ValueError, match="zone"):
        calendar([replace(ENTRY, starts_at=datetime(2026, 1, 1))], method=Method.PUBLISH)  # noqa: DTZ001
