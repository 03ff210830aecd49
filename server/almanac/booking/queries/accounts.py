"""Orders of guests that could belong to an account, and the link in a letter that opens one for a guest."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from allauth.account.models import EmailAddress
from django.db.models import Exists, OuterRef, Q, QuerySet
from django.db.models.functions import Lower

from almanac.kit import links
from almanac.kit.actor import Actor, Role
from almanac.payments.models import KeptMethod
from almanac.people.models import Customer
from almanac.people.queries.accounts import somebody_signs_in_with
from almanac.places.models import Address
from almanac.sales.models import Coupon, Order, PointEntry, VisitPass
from almanac.scheduling.models import Appointment

ACCOUNT_LINK = "account"
GOOD_FOR = timedelta(days=2)


@dataclass(frozen=True, slots=True)
class Offer:
    """What a link in a letter offers: an account for whom this order was booked for. `is_open` until they have one."""

    order: Order
    is_open: bool
    has_account: bool


def linkable_orders(actor: Actor) -> QuerySet[Order]:
    """Orders of guests that this account may add to itself: those booked with an e-mail it has proven, and the one whose
    signed link its holder came with, unless the guest's row holds anything that the link does not open. Two SQL queries."""
    if actor.role is not Role.CUSTOMER or actor.user_id is None:
        return Order.objects.none()
    proven = EmailAddress.objects.filter(user_id=actor.user_id, verified=True).values_list("email", flat=True)
    guests = Customer.objects.filter(user=None, archived_at=None)
    by_mailbox = guests.annotate(mailbox=Lower("email")).filter(mailbox__in=[email.lower() for email in proven])
    allowed = Q(customer__in=by_mailbox.values("pk"))
    if actor.order_id:
        others = [~Exists(row.filter(customer=OuterRef("customer"))) for row in _beyond_the_link()]
        alone = Order.objects.filter(*others, pk=actor.order_id, customer__in=guests.values("pk"))
        allowed |= Q(pk__in=alone.values("pk"))
    return Order.objects.filter(allowed).select_related("business").prefetch_related("lines").order_by("-placed_at")


def _beyond_the_link() -> list[QuerySet[Any]]:
    """What a guest's row may hold besides the order that is asked about (OuterRef), by whose link none of it is seen or used: a
    link is passed on, and lies in mailboxes."""
    return [
        Order.objects.exclude(pk=OuterRef("pk")),
        KeptMethod.objects.filter(removed_at=None),
        VisitPass.objects.exclude(line__order=OuterRef("pk")),
        Coupon.objects.all(),
        PointEntry.objects.exclude(line__order=OuterRef("pk")),
        Address.objects.filter(~Q(access_notes="") | ~Exists(_visited())),
    ]


def _visited() -> QuerySet[Appointment]:
    return Appointment.objects.filter(address=OuterRef("pk"), order_line__order=OuterRef(OuterRef("pk")))


def account_key(order: Order, *, now: datetime) -> str:
    """The token of the letter's link: for this order and this e-mail alone, two days long."""
    return links.sign(ACCOUNT_LINK, f"{order.pk}:{_digest(order.customer.email)}", expires_at=now + GOOD_FOR)


def offer_of(key: str, *, now: datetime) -> Offer | None:
    """What a link offers; None when it is none of ours, is over, or was written to another mailbox than the order has."""
    try:
        order_id, _, digest = links.read(ACCOUNT_LINK, key, now=now).partition(":")
        order = Order.objects.select_related("customer", "business").filter(pk=UUID(order_id)).first()
    except (links.LinkInvalid, ValueError):
        return None
    if order is None or not order.customer.email or _digest(order.customer.email) != digest:
        return None
    guest = order.customer
    return Offer(
        order=order,
        is_open=guest.user_id is None and guest.archived_at is None,
        has_account=somebody_signs_in_with(guest.email),
    )


def _digest(email: str) -> str:
    """Ties the link to one mailbox without naming it in an address."""
    return hashlib.sha256(email.strip().lower().encode()).hexdigest()[:16]
