"""Composing messages: facts about visits and a reader in, subject, text, HTML and calendar file out. Reads no tables."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from uuid import UUID

from almanac.catalog.models import Venue
from almanac.kit.text import one_line
from almanac.notifications.letter_notes import Cost, Owed, Renewal, cost_notes, money_notes, renewal_notes
from almanac.notifications.letter_page import Block, Labelled, Letter, drawn, ink_on
from almanac.notifications.texts import Texts, same_clock, texts_in, zone_name
from almanac.scheduling import icalendar
from almanac.scheduling.icalendar import Entry, Method, Person, Status


class Message(StrEnum):
    """What a message says; with the audience it names the texts in the catalogue."""

    BOOKED = "booked"
    REQUESTED = "requested"
    CHANGED = "changed"
    CANCELLED = "cancelled"
    DECLINED = "declined"
    REMINDER = "reminder"
    MISSED = "missed"  # its customer was not there
    NOT_SERVED = "not_served"  # nobody came
    HANDED_OVER = "handed_over"  # to the staff member who had the visit before


class Audience(StrEnum):
    CUSTOMER = "customer"
    STAFF = "staff"


OVER = frozenset({Message.CANCELLED, Message.DECLINED, Message.HANDED_OVER, Message.MISSED, Message.NOT_SERVED})
TO_CUSTOMER_ALONE = frozenset({Message.DECLINED, Message.MISSED, Message.NOT_SERVED})
LINKED = re.compile(r"://|(?<=\w)\.(?=\w)")
WITH_CALENDAR = frozenset({Message.BOOKED, Message.CHANGED, Message.CANCELLED, Message.HANDED_OVER})


@dataclass(frozen=True, slots=True)
class Sender:
    """A business as its messages show it."""

    name: str
    zone: str
    accent: str
    phone: str
    email: str
    staff_word: str


@dataclass(frozen=True, slots=True)
class Before:
    """When an appointment was before a move, and where it was to be, if it is somewhere else now."""

    at: datetime
    where: str = ""


@dataclass(frozen=True, slots=True)
class Visit:
    """One appointment as a message tells it, and who delivers it. `was` is where it was before a move."""

    appointment_id: UUID
    uid: str
    sequence: int
    what: str
    staff_name: str
    staff_zone: str
    starts_at: datetime
    ends_at: datetime
    venue: str
    where: str
    preparation: str
    meeting_url: str
    total_amount: int
    seller: Sender
    was: Before | None = None
    cost: Cost | None = None
    answers: tuple[tuple[str, str], ...] = ()  # questions with their answers, for whoever goes there


@dataclass(frozen=True, slots=True)
class Facts:
    """All that a message about some visits of one order may say."""

    sender: Sender
    number: str
    currency: str
    owed: Owed
    customer_name: str
    customer_phone: str
    customer_zone: str
    note: str
    visits: tuple[Visit, ...]
    tracking_url: str
    booking_url: str
    told_at: datetime
    renewal: Renewal | None = None


@dataclass(frozen=True, slots=True)
class Reader:
    """Who reads it, in which language and time zone; `instead_of`: whoever it is about, who has no sign-in to read it with."""

    audience: Audience
    name: str
    email: str
    language: str
    zone: str
    instead_of: str = ""


def compose(message: Message, facts: Facts, reader: Reader) -> Letter:
    """The message in the reader's language, as plain text and HTML, with a calendar file where one helps."""
    texts = texts_in(reader.language)
    key = f"{message}.{reader.audience}"
    if facts.renewal and key == "booked.customer":
        key = "renewed.customer"
    if reader.instead_of and key == "requested.staff":
        key = "requested.team"
    first = facts.visits[0]
    more = f" + {len(facts.visits) - 1}" if len(facts.visits) > 1 else ""
    start = _start(first, facts, reader, texts)
    customer = _typed(one_line(facts.customer_name), reader)
    method, calendar = _calendar(message, facts, reader)
    context = {
        "language": texts.language,
        "sender": facts.sender,
        "accent_ink": ink_on(facts.sender.accent),
        "heading": texts.say(f"{key}.heading"),
        "intro": texts.say(f"{key}.intro", customer=customer, staff=one_line(reader.instead_of)),
        "blocks": _blocks(message, facts, reader, texts),
        "notes": _notes(message, facts, reader, texts, has_calendar=bool(calendar)),
        "button": _button(message, facts, reader, texts),
        "help": help_line(facts.sender, texts) if reader.audience is Audience.CUSTOMER else "",
    }
    what, staff = one_line(first.what) + more, one_line(reader.instead_of)
    subject = texts.say(f"{key}.subject", what=what, when=start, staff=staff)
    return drawn(subject, context, calendar=calendar, calendar_method=method)


def _zones(visit: Visit, facts: Facts, reader: Reader) -> tuple[str, str]:
    """The zone to tell the time in, and the other party's. A place has its own clock; online, the reader's comes first."""
    if visit.venue != Venue.ONLINE:
        return visit.seller.zone, reader.zone
    return reader.zone, visit.staff_zone if reader.audience is Audience.CUSTOMER else facts.customer_zone


def _when(visit: Visit, facts: Facts, reader: Reader, texts: Texts) -> list[str]:
    main, other = _zones(visit, facts, reader)
    if same_clock(visit.starts_at, main, other):
        return [texts.span(visit.starts_at, visit.ends_at, main)]
    return [
        texts.say("team_time", when=texts.span(visit.starts_at, visit.ends_at, zone), zone=zone_name(zone))
        for zone in (main, other)
    ]


def _start(visit: Visit, facts: Facts, reader: Reader, texts: Texts) -> str:
    zone, _ = _zones(visit, facts, reader)
    return texts.moment(visit.starts_at, zone)


def _blocks(message: Message, facts: Facts, reader: Reader, texts: Texts) -> list[Block]:
    blocks = [_visit_block(message, visit, facts, reader, texts) for visit in facts.visits]
    about = Block("", [Labelled(texts.say("label.number"), [facts.number])])
    if reader.audience is Audience.STAFF:
        about.rows.append(Labelled(texts.say("label.customer"), [one_line(facts.customer_name)]))
        if message not in OVER and facts.customer_phone:
            about.rows.append(Labelled(texts.say("label.phone"), [one_line(facts.customer_phone)]))
        if message not in OVER and facts.note:
            about.rows.append(Labelled(texts.say("label.note"), facts.note.splitlines()))
    if len(facts.visits) > 1 and message not in OVER:
        total = sum(visit.total_amount for visit in facts.visits)
        about.rows.append(Labelled(texts.say("label.total"), [texts.money(total, facts.currency)]))
    return [*blocks, about]


def _visit_block(message: Message, visit: Visit, facts: Facts, reader: Reader, texts: Texts) -> Block:
    block = Block(one_line(visit.what), [Labelled(texts.say("label.when"), _when(visit, facts, reader, texts))])
    if visit.was and (visit.was.at != visit.starts_at or visit.was.where):
        zone, _ = _zones(visit, facts, reader)
        before = [texts.moment(visit.was.at, zone), *_typed(visit.was.where, reader).splitlines()]
        block.rows.append(Labelled(texts.say("label.before"), before))
    if reader.audience is Audience.CUSTOMER:
        label = visit.seller.staff_word or texts.say("label.who")
        block.rows.append(Labelled(label[:1].upper() + label[1:], [one_line(visit.staff_name)]))
        if visit.seller.name != facts.sender.name:
            known = [part for part in (visit.seller.name, visit.seller.phone, visit.seller.email) if part]
            block.rows.append(Labelled(texts.say("label.business"), known, is_ours=True))
    if message in OVER:
        return block
    where = _typed(visit.where, reader) or (texts.say("online") if visit.venue == Venue.ONLINE else "")
    if where:
        block.rows.append(Labelled(texts.say("label.where"), where.splitlines()))
    if visit.meeting_url:
        block.rows.append(Labelled(texts.say("label.join"), [visit.meeting_url], is_ours=True))
    block.rows.extend(Labelled(one_line(label), answer.splitlines()) for label, answer in visit.answers)
    block.rows.append(Labelled(texts.say("label.price"), [texts.money(visit.total_amount, facts.currency)]))
    if visit.preparation and reader.audience is Audience.CUSTOMER:
        block.rows.append(Labelled(texts.say("label.prepare"), visit.preparation.splitlines(), is_ours=True))
    return block


def _typed(text: str, reader: Reader) -> str:
    """What somebody typed as a customer, of which no mail program makes a link in a letter to the address they gave.

    The address need not be theirs. Programs recognise `://` and the dots within names; a space without width parts them.
    """
    return LINKED.sub("\\g<0>\u200b", text) if reader.audience is Audience.CUSTOMER else text


def _notes(message: Message, facts: Facts, reader: Reader, texts: Texts, *, has_calendar: bool) -> list[str]:
    notes = []
    if reader.audience is Audience.CUSTOMER and message not in OVER:
        notes += renewal_notes(facts.renewal, facts.visits[0].seller.zone, facts.currency, texts)
        notes += money_notes(facts.owed, facts.currency, texts)
        if message is Message.BOOKED:
            notes.append(texts.say("invoice_note"))
        notes.append(texts.say("change_note"))
    if message in (Message.MISSED, Message.NOT_SERVED):
        notes += [note for visit in facts.visits for note in cost_notes(visit.cost, facts.currency, texts)]
    if has_calendar and message not in OVER:
        notes.append(texts.say("attached"))
    return notes


def _button(message: Message, facts: Facts, reader: Reader, texts: Texts) -> tuple[str, str] | None:
    if reader.audience is not Audience.CUSTOMER:
        return None
    if message is Message.DECLINED:
        return texts.say("book_again"), facts.booking_url
    return texts.say("see" if message in OVER else "manage"), facts.tracking_url


def help_line(sender: Sender, texts: Texts) -> str:
    """Whom to ask, by what the business gives."""
    given = [name for name in ("phone", "email") if getattr(sender, name)]
    if not given:
        return ""
    return texts.say("help_both" if len(given) == 2 else f"help_{given[0]}", phone=sender.phone, email=sender.email)


def _calendar(message: Message, facts: Facts, reader: Reader) -> tuple[str, str]:
    """Published to customers, who need not answer; sent to staff as an invitation, so that it updates itself."""
    if message not in WITH_CALENDAR:
        return "", ""
    method = Method.PUBLISH if reader.audience is Audience.CUSTOMER else Method.REQUEST
    if message in OVER:
        method = Method.CANCEL
    entries = _entries(facts, reader, Status.CANCELLED if message in OVER else Status.CONFIRMED)
    return method.value, icalendar.calendar(entries, method=method)


def _entries(facts: Facts, reader: Reader, status: Status) -> Sequence[Entry]:
    is_customer = reader.audience is Audience.CUSTOMER
    return [
        Entry(
            uid=visit.uid,
            sequence=visit.sequence,
            status=status,
            starts_at=visit.starts_at,
            ends_at=visit.ends_at,
            changed_at=facts.told_at,
            summary=f"{one_line(visit.what)}: {one_line(visit.seller.name if is_customer else facts.customer_name)}",
            description=facts.number,
            location=", ".join(visit.where.splitlines()) or visit.meeting_url,
            url=facts.tracking_url if is_customer else visit.meeting_url,
            organizer=Person(visit.seller.name, visit.seller.email) if visit.seller.email else None,
            attendees=(Person(reader.name, reader.email),) if reader.email and not is_customer else (),
        )
        for visit in facts.visits
    ]
