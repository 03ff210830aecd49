"""Who sees which addresses."""

from __future__ import annotations

from collections.abc import Collection
from uuid import UUID

from django.db.models import QuerySet

from almanac.kit.actor import Actor
from almanac.people.permissions import customers_visible_to
from almanac.places.models import Address


def addresses_visible_to(actor: Actor, *, served: Collection[UUID] = ()) -> QuerySet[Address]:
    """The addresses of the customers this actor may see; `served` as in people.permissions.customers_visible_to."""
    return Address.objects.filter(customer__in=customers_visible_to(actor, served=served))
