"""From a guest's order to an account: asking for one, opening it, and adding earlier orders to it."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime
from uuid import UUID

from django.db import transaction

from almanac.booking.errors import OfferOver
from almanac.booking.events import AccountWished
from almanac.booking.queries.accounts import linkable_orders, offer_of
from almanac.customers.actions.merging import move_everything
from almanac.kit.actor import Actor
from almanac.kit.errors import NotFound, SignInNeeded
from almanac.outbox.actions import emit
from almanac.people.actions.guests import give_guest_to_account, open_guests_account
from almanac.people.models import User
from almanac.sales.models import Order


def wish_for_account(*, actor: Actor, now: datetime) -> None:
    """The holder of an order's link wants an account. What follows is a letter, so that nobody learns here whether the
    mailbox has one. Raises NotFound without a link."""
    if actor.order_id is None or not Order.objects.filter(pk=actor.order_id).exists():
        raise NotFound
    with transaction.atomic():
        emit(AccountWished(order_id=actor.order_id), actor=actor, at=now)


def open_account(*, actor: Actor, key: str, password: str, now: datetime) -> User:
    """Open the account that a letter offered, with the order in it. The link works once.

    Raises OfferOver, WeakPassword, AccountExists.
    """
    offer = offer_of(key, now=now)
    user = (
        open_guests_account(actor=actor, guest_id=offer.order.customer_id, password=password, now=now)
        if offer and offer.is_open
        else None
    )
    if user is None:
        raise OfferOver
    return user


def add_orders(*, actor: Actor, order_ids: Collection[UUID], now: datetime) -> None:
    """Add guests' orders to the signed-in account, with all that hangs on the guests' rows: all of them or none.

    Raises SignInNeeded, NotFound (one of them is not this account's to add, or was added meanwhile).
    """
    if actor.user_id is None:
        raise SignInNeeded
    with transaction.atomic():
        found = linkable_orders(actor).filter(pk__in=order_ids)
        guests = {order.pk: order.customer_id for order in found}
        if set(guests) != set(order_ids):
            raise NotFound
        for guest_id in sorted(set(guests.values())):  # one order of locks for everybody
            customer_id = give_guest_to_account(actor=actor, guest_id=guest_id, user_id=actor.user_id, now=now)
            if customer_id is None:
                raise NotFound
            if customer_id != guest_id:
                move_everything(guest_id, customer_id)
