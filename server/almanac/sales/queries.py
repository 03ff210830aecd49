"""Reads of orders; each starts from what the actor may see."""

from __future__ import annotations

from uuid import UUID

from django.db.models import QuerySet

from almanac.kit.actor import Actor
from almanac.kit.errors import NotFound
from almanac.sales.models import Order
from almanac.sales.permissions import visible_to


def orders(actor: Actor) -> QuerySet[Order]:
    """Orders this actor may see, with their lines, visits and people: a constant number of SQL queries."""
    allowed = visible_to(actor)
    if allowed is None:
        return Order.objects.none()
    found = Order.objects.filter(pk__in=Order.objects.filter(allowed).values("pk"))
    return found.select_related("business", "customer").prefetch_related(
        "lines__appointment__service__business",
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
