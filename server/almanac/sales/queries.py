"""Reads of orders; each starts from what the actor may see."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from django.db.models import F, Q, QuerySet

from almanac.kit.actor import Actor
from almanac.kit.errors import NotFound
from almanac.kit.sorting import Sorting
from almanac.sales.models import Order
from almanac.sales.permissions import visible_to

ORDERS = Sorting({"placed": "placed_at", "total": "total_amount", "customer": "customer_name"}, standard="-placed")


def orders(actor: Actor, *, states: Sequence[str] = (), business: str = "") -> QuerySet[Order]:
    """Orders this actor may see, with their lines, visits and people: a constant number of SQL queries.

    Narrowed to states and to a business (its slug) where given; ORDERS says by what they may be sorted.
    """
    allowed = visible_to(actor)
    if allowed is None:
        allowed = Q(pk__in=())
    found = Order.objects.filter(pk__in=Order.objects.filter(allowed).values("pk"))
    found = found.annotate(customer_name=F("customer__name"))
    if states:
        found = found.filter(state__in=states)
    if business:
        found = found.filter(business__slug=business)
    return found.select_related("business", "customer", "booked_by").prefetch_related(
        "lines__business",
        "lines__appointment__service",
        "lines__appointment__staff_member",
        "lines__appointment__address",
        "payments",
    )


def order_numbered(actor: Actor, number: str) -> Order:
    """One order by its number. Raises NotFound, also for orders of others."""
    found = orders(actor).filter(number=number).first()
    if found is None:
        raise NotFound
    return found


def order_of_appointment(appointment_id: UUID) -> Order | None:
    """The order a visit was sold in. For reactions and actions that already know the actor may see the visit."""
    return Order.objects.filter(lines__appointment_id=appointment_id).select_related("business", "customer").first()
