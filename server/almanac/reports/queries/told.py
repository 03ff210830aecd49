"""What an event says, told with names: its plain facts, and what it changed from what to what.

Payloads hold ids and short codes alone. Ids are told by the name the row has today, looked up for a whole page at once;
what is erasable (the column `personal`) is not told at all.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any
from uuid import UUID

from almanac.business.models import Business, Location
from almanac.catalog.models import Service
from almanac.customers.fields import fields_in
from almanac.customers.models import FieldSet
from almanac.kit.localized import text_in
from almanac.outbox.models import EventRow
from almanac.payments.events import RefundAsked
from almanac.payments.models import Refund
from almanac.people.models import Customer, StaffMember, User
from almanac.places.models import Area
from almanac.reports.queries.differences import differences, is_structured, plain
from almanac.sales.models import Order, OrderLine

INSTANTS = ("starts_at", "ends_at")
OLD = "old_"


@dataclass(frozen=True, slots=True)
class Name:
    """What an id means: `kind` says what it is, `key` leads to its page where it has one."""

    kind: str
    text: str
    key: str = ""


@dataclass(frozen=True, slots=True)
class Fact:
    """One field of an event. `kind` says how its values are to be read: text, name, instant, amount or yes_no."""

    field: str
    kind: str
    values: list[str]


@dataclass(frozen=True, slots=True)
class Change:
    """One field that has other values now."""

    field: str
    kind: str
    before: list[str]
    after: list[str]


@dataclass(frozen=True, slots=True)
class Told:
    """An event as people read it. `who` is empty for nobody signed in and for the system."""

    event: EventRow
    who: str
    business: str
    about: list[Name]
    facts: list[Fact]
    changes: list[Change]


def told(events: Iterable[EventRow], *, language: str) -> list[Told]:
    """These events with names: eleven SQL queries at most for any number of them."""
    events = list(events)
    names = _names({key for event in events for key in _ids(event)}, language)
    found = [_told(event, names, language) for event in events]
    for each, reason in _reasons(found):
        each.facts.append(Fact("reason", "text", [reason]))
    return found


def _reasons(found: Iterable[Told]) -> Iterator[tuple[Told, str]]:
    """Why somebody of the team gave money back: their words stand with the refund, and with it alone."""
    asked = {UUID(each.event.payload["refund_id"]): each for each in found if each.event.name == RefundAsked.name}
    notes = Refund.objects.filter(pk__in=asked) if asked else ()
    yield from ((asked[refund.pk], refund.note) for refund in notes if refund.note)


def _told(event: EventRow, names: Mapping[str, Name], language: str) -> Told:
    payload: dict[str, Any] = event.payload
    before, after = _sides(payload)
    fields = sorted({*before, *after})
    changes = [
        _change(field, before.get(field), after.get(field), names, language)
        for field in fields
        if before.get(field) != after.get(field)
    ]
    plain = {
        field: value
        for field, value in payload.items()
        if field not in ("before", "after", "business_id") and field not in after and not field.startswith(OLD)
    }
    about = [names[value] for value in plain.values() if isinstance(value, str) and value in names]
    facts = [
        _fact(field, value, names, language)
        for field, value in plain.items()
        if value not in (None, [], "") and not _is_id(value)
    ]
    who, business = names.get(str(event.user_id)), names.get(str(event.business_id))
    return Told(event, who.text if who else "", business.text if business else "", about, facts, changes)


def _sides(payload: dict[str, Any]) -> tuple[dict[str, Any], dict[str, Any]]:
    """What was and what is: the two groups of an event, or `old_x` beside `x`."""
    before, after = payload.get("before"), payload.get("after")
    if isinstance(before, dict) and isinstance(after, dict):
        return before, after
    pairs = {name.removeprefix(OLD) for name in payload if name.startswith(OLD)}
    return {name: payload[f"{OLD}{name}"] for name in pairs}, {name: payload.get(name) for name in pairs}


def _fact(field: str, value: Any, names: Mapping[str, Name], language: str) -> Fact:
    return Fact(field, _kind(field, value), _words(field, value, names, language))


def _change(field: str, before: Any, after: Any, names: Mapping[str, Name], language: str) -> Change:
    if is_structured(before) or is_structured(after):
        return Change(field, "text", *differences(before, after, language))
    kind = _kind(field, before if before is not None else after)
    return Change(field, kind, _words(field, before, names, language), _words(field, after, names, language))


def _kind(field: str, value: Any) -> str:
    if field in INSTANTS:
        return "instant"
    if isinstance(value, bool):
        return "yes_no"
    if field == "amount" or field.endswith("_amount"):
        return "amount"
    return "text"


def _words(field: str, value: Any, names: Mapping[str, Name], language: str) -> list[str]:
    """A value as words; several for a list, none for nothing."""
    if value is None or value == "":
        return []
    if isinstance(value, list):
        return [word for item in value for word in _words(field, item, names, language)]
    if isinstance(value, dict):
        return [plain(value, language)] if value else []
    if field in INSTANTS and isinstance(value, int):
        return [datetime.fromtimestamp(value, UTC).isoformat().replace("+00:00", "Z")]
    if isinstance(value, bool):
        return ["yes" if value else "no"]
    name = names.get(value) if isinstance(value, str) else None
    return [name.text if name else str(value)]


def _ids(event: EventRow) -> Iterator[str]:
    yield from (str(key) for key in (event.user_id, event.business_id) if key)
    yield from _found(event.payload)


def _found(value: Any) -> Iterator[str]:
    """Every id in a payload, however deep."""
    if isinstance(value, dict):
        for item in value.values():
            yield from _found(item)
    elif isinstance(value, list):
        for item in value:
            yield from _found(item)
    elif _is_id(value):
        yield value


def _is_id(value: Any) -> bool:
    if not isinstance(value, str) or len(value) != 36:
        return False
    try:
        return str(UUID(value)) == value
    except ValueError:
        return False


def _names(ids: set[str], language: str) -> dict[str, Name]:
    """What the ids mean; an id of something else has no name here. Ten SQL queries."""
    found: dict[str, Name] = {}
    if not ids:
        return found
    kinds: tuple[tuple[Any, Callable[[Any], Name]], ...] = (
        (User.objects, lambda row: Name("account", row.get_full_name())),
        (StaffMember.objects, lambda row: Name("staff", row.name, str(row.pk))),
        (Customer.objects, lambda row: Name("customer", row.name, str(row.pk))),
        (Business.objects, lambda row: Name("business", row.name, row.slug)),
        (Location.objects, lambda row: Name("location", row.name)),
        (Order.objects, lambda row: Name("order", row.number, row.number)),
        (Service.objects, lambda row: Name("service", text_in(row.name, language))),
        (Area.objects, lambda row: Name("area", row.name or row.postcode)),
    )
    for rows, name in kinds:
        found.update((str(row.pk), name(row)) for row in rows.filter(pk__in=ids))
    for line in OrderLine.objects.filter(appointment__in=[UUID(key) for key in ids]).select_related("order"):
        found[str(line.appointment_id)] = Name("order", line.order.number, line.order.number)
    for fields in FieldSet.objects.filter(business__in=[UUID(key) for key in ids]):
        for field in fields_in(fields.fields):
            found[str(field.id)] = Name("field", text_in(field.label, language))
    return found
