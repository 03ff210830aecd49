"""The audit log: every event of consequence, searched by when, who, what, about whom or which order, and business."""

from __future__ import annotations

import operator
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import reduce
from uuid import UUID
from zoneinfo import ZoneInfo

from django.db import connection
from django.db.models import Q, QuerySet

from almanac.business.models import Business
from almanac.kit.actor import Actor
from almanac.kit.errors import NotAllowed, NotFound
from almanac.kit.periods import within
from almanac.kit.sorting import Sorting
from almanac.outbox.events import Event
from almanac.outbox.models import EventRow
from almanac.people.models import Customer, StaffMember, User, UserRole
from almanac.reports.permissions import can_read_audit
from almanac.sales.models import Order

AUDIT = Sorting({"when": "at", "kind": "name"}, standard="-when")
PERSON_KEYS = ("user_id", "staff_id", "old_staff_id", "customer_id", "guest_id")
MOST_FOUND = 10
UTC = ZoneInfo("UTC")


@dataclass(frozen=True, slots=True)
class Wanted:
    """What to look for; what is empty narrows nothing. Days are those of `zone`, the last one included."""

    first_on: date | None = None
    last_on: date | None = None
    zone: ZoneInfo = UTC
    user_id: UUID | None = None  # who did it
    role: str = ""
    kind: str = ""
    number: str = ""  # of an order
    person_id: UUID | None = None  # about whom: their account, staff or customer row
    business: str = ""


def audit_events(actor: Actor, wanted: Wanted) -> QuerySet[EventRow]:
    """Events that fit. Raises NotAllowed. At most four SQL queries before the page itself, however much there is."""
    if not can_read_audit(actor):
        raise NotAllowed
    found = EventRow.objects.all()
    found = found.filter(within("at", wanted.first_on, wanted.last_on, wanted.zone))
    if wanted.user_id:
        found = found.filter(user_id=wanted.user_id)
    if wanted.role:
        found = found.filter(actor_role=wanted.role)
    if wanted.kind:
        found = found.filter(name=wanted.kind)
    if wanted.business:
        found = found.filter(business_id__in=Business.objects.filter(slug=wanted.business).values("pk"))
    if wanted.number:
        found = found.filter(_about_order(wanted.number))
    if wanted.person_id:
        found = found.filter(_about_person(wanted.person_id))
    return found


@dataclass(frozen=True, slots=True)
class Found:
    """Somebody whom events may be about."""

    id: UUID
    name: str
    kind: str  # staff, customer, or the role of an account that is neither


def team(actor: Actor) -> list[User]:
    """Everybody of the team who signs in, by name. Raises NotAllowed."""
    if not can_read_audit(actor):
        raise NotAllowed
    return list(User.objects.exclude(role=UserRole.CUSTOMER).order_by("name", "username", "pk"))


def people_named(actor: Actor, words: str) -> list[Found]:
    """Staff members, customers and managers whose name has these words, a few of each. Raises NotAllowed."""
    if not can_read_audit(actor):
        raise NotAllowed
    if not words:
        return []
    staff = StaffMember.objects.filter(name__icontains=words).order_by("name", "pk")[:MOST_FOUND]
    customers = Customer.objects.filter(name__icontains=words).order_by("name", "pk")[:MOST_FOUND]
    roles = (UserRole.MANAGER, UserRole.ADMIN)
    others = User.objects.filter(name__icontains=words, role__in=roles).order_by("name", "pk")[:MOST_FOUND]
    return [
        *(Found(row.pk, row.name, "staff") for row in staff),
        *(Found(row.pk, row.name, "customer") for row in customers),
        *(Found(row.pk, row.name, row.role) for row in others),
    ]


def person(actor: Actor, person_id: UUID) -> Found:
    """The person with this id, whichever kind they are. Three SQL queries at most. Raises NotAllowed, NotFound."""
    if not can_read_audit(actor):
        raise NotAllowed
    if staff := StaffMember.objects.filter(pk=person_id).first():
        return Found(staff.pk, staff.name, "staff")
    if customer := Customer.objects.filter(pk=person_id).first():
        return Found(customer.pk, customer.name, "customer")
    if user := User.objects.filter(pk=person_id).first():
        return Found(user.pk, user.get_full_name(), user.role)
    raise NotFound


def kinds() -> list[str]:
    """The names of all events there can be."""
    return sorted({kind.name for kind in _all_kinds(Event) if hasattr(kind, "name") and _is_ours(kind)})


def _all_kinds(kind: type[Event]) -> Iterator[type[Event]]:
    for below in kind.__subclasses__():
        yield below
        yield from _all_kinds(below)


def _is_ours(kind: type[Event]) -> bool:
    """Tests have events of their own."""
    return ".tests." not in kind.__module__


def _about_order(number: str) -> Q:
    """Events of an order and of its visits. Two SQL queries."""
    order = Order.objects.filter(number__iexact=number.strip()).first()
    if order is None:
        return Q(pk__in=())
    visits = order.lines.exclude(appointment=None).values_list("appointment_id", flat=True)
    return reduce(operator.or_, (_says("appointment_id", visit) for visit in visits), _says("order_id", order.pk))


def _about_person(person_id: UUID) -> Q:
    """What they did and what was done about them, be it as account, staff member or customer. Three SQL queries."""
    ids = {person_id}
    for rows in (StaffMember.objects, Customer.objects):
        pairs = rows.filter(Q(pk=person_id) | Q(user_id=person_id)).values_list("pk", "user_id")
        ids |= {key for pair in pairs for key in pair if key}
    about = (_says(key, one) for key in PERSON_KEYS for one in sorted(ids))
    return reduce(operator.or_, about, Q(user_id__in=ids))


def _says(key: str, value: UUID) -> Q:
    """That the payload has this id under this key. PostgreSQL finds it by its index of whole payloads."""
    if connection.vendor == "postgresql":
        return Q(payload__contains={key: str(value)})
    return Q(**{f"payload__{key}": str(value)})
