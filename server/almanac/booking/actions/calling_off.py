"""Calling a whole order off while it waits to be paid."""

from __future__ import annotations

from contextlib import suppress
from datetime import datetime

from almanac.booking.actions import paying
from almanac.booking.errors import CannotCallOff
from almanac.booking.events import OrderCalledOff
from almanac.booking.queries.calling_off import may_call_off, waits_to_be_paid
from almanac.kit.actor import Actor
from almanac.kit.errors import NotAllowed
from almanac.payments import queries as payments
from almanac.payments.actions import pages, transfers
from almanac.payments.models import PaymentState
from almanac.payments.permissions import can_pay
from almanac.payments.providers.online import ProviderDown
from almanac.sales import queries as sales
from almanac.scheduling.models import Appointment


def call_off(*, actor: Actor, number: str, now: datetime) -> None:
    """End an order that waits to be paid: for its customer, and whoever of the team looks after all of it. Pages to pay on are
    closed first; money that came on one by then counts.

    Emits OrderCalledOff. Raises NotFound, NotAllowed, CannotCallOff.
    """
    order = sales.order_numbered(actor, number, whole=False)
    if not may_call_off(actor, order):
        raise NotAllowed
    if not waits_to_be_paid(order):
        raise CannotCallOff(reason="not_waiting")
    for payment in payments.undecided_of(order.pk).filter(state=PaymentState.OPEN).exclude(account=None):
        with suppress(ProviderDown):  # it may have been paid there, and says so below
            pages.mind(payment, now=now)
    is_paid = transfers.confirm_if_paid(order_id=order.pk, now=now)
    by = Appointment.Party.CUSTOMER if can_pay(actor, order) else Appointment.Party.STAFF
    if is_paid or not paying.end(order_id=order.pk, ended=OrderCalledOff, actor=actor, by=by, now=now):
        is_under_way = payments.undecided_of(order.pk).exists()
        raise CannotCallOff(reason="under_way" if is_under_way and not is_paid else "not_waiting")
