"""Reads of customers' records; each starts from what the actor may see."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from django.db.models import Exists, F, OuterRef, Prefetch, Q, QuerySet, Subquery, Value
from django.db.models.functions import Concat, Lower

from almanac.customers.models import Entry, Merge, Note, Tag
from almanac.customers.permissions import VISITED, can_edit, seen_by, visible_to
from almanac.customers.queries.search import found_by
from almanac.kit.actor import Actor, Role
from almanac.kit.errors import NotAllowed, NotFound
from almanac.kit.sorting import Sorting
from almanac.people.models import Consent, Customer
from almanac.places.models import Address
from almanac.sales import queries as sales
from almanac.sales.models import Order
from almanac.scheduling.models import Appointment
from almanac.scheduling.permissions import NOTES_AFTER, OPEN
from almanac.scheduling.permissions import visible_to as visits_visible_to

CUSTOMERS = Sorting({"name": "by_name", "recorded": "created_at"}, standard="name")
# By visits sort staff alone, who see few: for everybody's customers each visit would have to be looked up.
VISITED_CUSTOMERS = Sorting(
    {"name": "by_name", "next": "next_visit_at", "last": "last_visit_at"},
    standard="name",
    may_be_empty=frozenset({"next", "last"}),
)
MOST_SHOWN = 50  # orders and lines of history in one record
MOST_AHEAD = 20
MOST_PAST = 20
MOST_ALIKE = 5
MOST_TAGS = 200


def customers(
    actor: Actor, *, text: str = "", tag: str = "", archived: bool = False, now: datetime
) -> QuerySet[Customer]:
    """Customers this actor may see, current or archived, found by one text and narrowed to a tag. With their addresses,
    tags, next and last visit: three SQL queries a page."""
    rows = found_by(seen_by(actor, now), actor, text).filter(archived_at__isnull=not archived)
    # All of them are read in the order of the index of names. Of those found PostgreSQL must not: it would go through
    # everybody by name and look each up among the found, so that they are sorted by what no index has.
    rows = rows.annotate(by_name=Concat("name", Value("")) if text else F("name"))
    if tag:  # staff are shown none
        rows = rows if can_edit(actor) else rows.none()
        rows = rows.filter(Exists(Tag.objects.filter(customer=OuterRef("pk"), key=tag.strip().casefold())))
    return _with_parts(rows, actor, now)


def customers_to_export(actor: Actor, *, tag: str, archived: bool, now: datetime) -> QuerySet[Customer]:
    """The same, for whoever may see how to reach all of them. Raises NotAllowed."""
    if not can_edit(actor):
        raise NotAllowed
    return customers(actor, tag=tag, archived=archived, now=now)


def customer(actor: Actor, customer_id: UUID, *, now: datetime) -> Customer:
    """One customer with addresses, tags, next and last visit. Raises NotFound, also for those of others."""
    found = _with_parts(seen_by(actor, now).filter(pk=customer_id), actor, now).select_related("recorded_by").first()
    if found is None:
        raise NotFound
    return found


def notes_of(actor: Actor, customer: Customer) -> list[Note]:
    """What the team wrote down, newest first; for those who write in the record alone."""
    if not can_edit(actor):
        return []
    return list(Note.objects.filter(customer=customer, archived_at=None).select_related("written_by"))


def consents_of(actor: Actor, customer: Customer) -> list[Consent]:
    return list(Consent.objects.filter(customer=customer)) if can_edit(actor) else []


def history_of(actor: Actor, customer: Customer) -> list[Entry]:
    """What became of the record, newest first."""
    if not can_edit(actor):
        return []
    rows = Entry.objects.filter(customer=customer).select_related("by", "merge__kept", "merge__absorbed")
    return list(rows[:MOST_SHOWN])


def orders_of(actor: Actor, customer: Customer) -> list[Order]:
    """The customer's latest orders that the actor may see, with business alone: what parts cost is told with the order."""
    if not can_edit(actor):
        return []
    rows = sales.orders(actor).filter(customer=customer).prefetch_related(None).order_by("-placed_at", "-pk")
    return list(rows[:MOST_SHOWN])


def visits_ahead(actor: Actor, customer: Customer, *, now: datetime) -> list[Appointment]:
    """The customer's next visits that the actor may see."""
    rows = visits_visible_to(actor).filter(customer=customer, state__in=OPEN, ends_at__gt=now)
    return list(
        rows.select_related("service", "staff_member", "address", "business").order_by("starts_at")[:MOST_AHEAD]
    )


def visits_past(actor: Actor, customer: Customer, *, now: datetime) -> list[Appointment]:
    """The customer's latest visits that the actor may see; those that were called off are none."""
    rows = visits_visible_to(actor).filter(customer=customer, state__in=VISITED, ends_at__lte=now)
    return list(
        rows.select_related("service", "staff_member", "address", "business").order_by("-starts_at")[:MOST_PAST]
    )


def is_visited_soon(actor: Actor, customer: Customer, *, now: datetime) -> bool:
    """Whether a visit of the actor's own still stands: until twelve hours after it, as for the way into a home."""
    rows = visits_visible_to(actor).filter(customer=customer, state__in=OPEN, ends_at__gt=now - NOTES_AFTER)
    return rows.exists()


def sorting_for(actor: Actor) -> Sorting:
    """By what the actor may have the list sorted."""
    return VISITED_CUSTOMERS if actor.role is Role.STAFF else CUSTOMERS


def alike(actor: Actor, customer: Customer) -> list[Customer]:
    """Others whom the actor may see with the same e-mail or phone: perhaps one person, recorded twice."""
    if not can_edit(actor) or customer.archived_at or not (customer.email or customer.phone):
        return []
    same = Q()
    if customer.email:
        same |= Q(mailbox=customer.email.lower())
    if customer.phone:
        same |= Q(phone=customer.phone)
    terms = [term for term in (customer.email.lower(), customer.phone.lstrip("+")) if term]
    near = visible_to(actor).filter(archived_at=None, terms__term__in=terms).annotate(mailbox=Lower("email"))
    return list(near.filter(same).exclude(pk=customer.pk).distinct()[:MOST_ALIKE])


def merged_into(customer: Customer) -> Merge | None:
    """The merge that took this record away, while it stands."""
    return Merge.objects.filter(absorbed=customer, undone_at=None).select_related("kept").first()


def tags_in_use(actor: Actor) -> list[str]:
    """The tags of customers whom the actor may see. Raises NotAllowed."""
    if not can_edit(actor):
        raise NotAllowed
    rows = Tag.objects.all()
    if not actor.is_admin:
        rows = rows.filter(customer__in=visible_to(actor).order_by().values("pk"))
    found: dict[str, str] = {}
    for key, name in rows.order_by("key").values_list("key", "name").distinct()[: MOST_TAGS * 2]:
        found.setdefault(key, name)
    return list(found.values())[:MOST_TAGS]


def usual(addresses: list[Address]) -> Address | None:
    """The one that was chosen, else the oldest."""
    return next((one for one in addresses if one.is_usual), addresses[0] if addresses else None)


def _with_parts(rows: QuerySet[Customer], actor: Actor, now: datetime) -> QuerySet[Customer]:
    ahead = visits_visible_to(actor).filter(customer=OuterRef("pk"), state__in=OPEN, starts_at__gte=now)
    following = ahead.order_by("starts_at").values("starts_at")[:1]
    past = visits_visible_to(actor).filter(customer=OuterRef("pk"), state__in=VISITED, ends_at__lte=now)
    latest = past.order_by("-starts_at").values("starts_at")[:1]
    current = Address.objects.filter(archived_at=None).order_by(F("is_usual").desc(), "pk")
    return rows.annotate(next_visit_at=Subquery(following), last_visit_at=Subquery(latest)).prefetch_related(
        Prefetch("addresses", current, to_attr="current"), "tags"
    )
