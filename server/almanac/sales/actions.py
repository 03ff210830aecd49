"""Writes of orders: place, confirm, cancel, what a changed visit means for its line."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import transaction
from django.db.models import Q, Sum
from django.db.models.functions import Coalesce

from almanac.business.models import Business
from almanac.engine.price import Breakdown
from almanac.kit import ids
from almanac.kit.actor import Actor
from almanac.outbox.actions import emit
from almanac.sales.events import OrderCancelled, OrderConfirmed, OrderPlaced
from almanac.sales.models import LineKind, Order, OrderLine, OrderState
from almanac.scheduling.models import Appointment

NAME_LENGTH = 200


@dataclass(frozen=True, slots=True)
class SoldLine:
    """What a priced line (`line_id` of the breakdown) stands for, and which business sells it."""

    line_id: str
    business_id: UUID
    name: str
    policy: Mapping[str, Any]
    appointment_id: UUID | None
    answers: str = ""  # see catalog.questions.answers_text


@dataclass(frozen=True, slots=True)
class Standing:
    """What is left of an order when visits of it were called off: the lines that stand, in minor units."""

    order_id: UUID
    amount: int
    is_cancelled: bool


def place(
    *,
    actor: Actor,
    business: Business,
    customer_id: UUID,
    currency: str,
    language: str,
    price: Breakdown,
    lines: tuple[SoldLine, ...],
    early_start_consent: bool,
    note: str,
    is_confirmed: bool,
    booked_by: UUID | None = None,
    now: datetime,
) -> Order:
    """Write the order and its lines as priced, under the name of `business`; runs in the caller's transaction. Emits
    OrderPlaced, and OrderConfirmed where nothing is due before the visit (`is_confirmed`).
    """
    order = Order.objects.create(
        business=business,
        customer_id=customer_id,
        number=ids.order_number(business.order_prefix),
        currency=currency,
        total_amount=price.total_amount,
        tax_amount=price.tax_amount,
        state=OrderState.CONFIRMED if is_confirmed else OrderState.PLACED,
        language=language,
        placed_at=now,
        early_start_consent_at=now if early_start_consent else None,
        customer_note=note,
        booked_by_id=booked_by,
    )
    sold = {line.line_id: line for line in lines}
    OrderLine.objects.bulk_create(
        OrderLine(
            order=order,
            business_id=sold[priced.line_id].business_id,
            position=position,
            kind=LineKind.VISIT,
            name=sold[priced.line_id].name[:NAME_LENGTH],
            breakdown=[asdict(step) for step in priced.steps],
            total_amount=priced.total_amount,
            tax_rate_bp=priced.tax_rate_bp,
            tax_amount=priced.tax_amount,
            policy=dict(sold[priced.line_id].policy),
            appointment_id=sold[priced.line_id].appointment_id,
            answers=sold[priced.line_id].answers,
        )
        for position, priced in enumerate(price.lines)
    )
    emit(OrderPlaced(order.id, business.id, customer_id, order.total_amount, currency), actor=actor, at=now)
    if is_confirmed:
        emit(OrderConfirmed(order.id, business.id, customer_id), actor=actor, at=now)
    return order


def confirm(*, actor: Actor, order: Order, now: datetime) -> None:
    """The payment terms are met; confirming twice is no change. Emits OrderConfirmed."""
    with transaction.atomic(savepoint=False):
        changed = Order.objects.filter(pk=order.pk, state=OrderState.PLACED).update(state=OrderState.CONFIRMED)
        if changed:
            order.state = OrderState.CONFIRMED
            emit(OrderConfirmed(order.id, order.business_id, order.customer_id), actor=actor, at=now)


def settle_after_cancellation(*, actor: Actor, appointment_id: UUID, now: datetime) -> Standing | None:
    """What is left of the order of a visit that was called off; with its last one the order is cancelled.

    None for a visit that was not sold. Doing it twice changes nothing. Emits OrderCancelled.
    """
    with transaction.atomic():
        order = Order.objects.select_for_update(of=("self",)).filter(lines__appointment_id=appointment_id).first()
        if order is None:
            return None
        if order.state != OrderState.CANCELLED and not _has_live_visits(order.pk):
            order.state = OrderState.CANCELLED
            order.cancelled_at = now
            order.revision += 1
            order.save(update_fields=["state", "cancelled_at", "revision"])
            emit(OrderCancelled(order.id, order.business_id, order.customer_id), actor=actor, at=now)
        called_off = Q(appointment__state=Appointment.State.CANCELLED)
        left = order.lines.exclude(called_off).aggregate(sum=Coalesce(Sum("total_amount"), 0))["sum"]
        return Standing(order.pk, left, order.state == OrderState.CANCELLED)


def _has_live_visits(order_id: UUID) -> bool:
    return Appointment.objects.filter(order_line__order_id=order_id).exclude(state=Appointment.State.CANCELLED).exists()
