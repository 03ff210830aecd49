"""Writes of orders: place, confirm, cancel, what a changed visit means for its line."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import transaction

from almanac.business.models import Business
from almanac.engine.price import Breakdown
from almanac.kit import ids
from almanac.kit.actor import Actor
from almanac.outbox.actions import emit
from almanac.sales.events import OrderCancelled, OrderConfirmed, OrderPlaced
from almanac.sales.models import LineKind, Order, OrderLine, OrderState
from almanac.scheduling.models import Appointment


@dataclass(frozen=True, slots=True)
class SoldLine:
    """What a priced line (`line_id` of the breakdown) stands for."""

    line_id: str
    name: str
    policy: Mapping[str, Any]
    appointment_id: UUID | None


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
    now: datetime,
) -> Order:
    """Write the order and its lines as priced; runs in the caller's transaction. Emits OrderPlaced."""
    order = Order.objects.create(
        business=business,
        customer_id=customer_id,
        number=ids.order_number(business.order_prefix),
        currency=currency,
        total_amount=price.total_amount,
        tax_amount=price.tax_amount,
        language=language,
        placed_at=now,
        early_start_consent_at=now if early_start_consent else None,
        customer_note=note,
    )
    sold = {line.line_id: line for line in lines}
    OrderLine.objects.bulk_create(
        OrderLine(
            order=order,
            position=position,
            kind=LineKind.VISIT,
            name=sold[priced.line_id].name,
            breakdown=[asdict(step) for step in priced.steps],
            total_amount=priced.total_amount,
            tax_rate_bp=priced.tax_rate_bp,
            tax_amount=priced.tax_amount,
            policy=dict(sold[priced.line_id].policy),
            appointment_id=sold[priced.line_id].appointment_id,
        )
        for position, priced in enumerate(price.lines)
    )
    emit(OrderPlaced(order.id, business.id, customer_id, order.total_amount, currency), actor=actor, at=now)
    return order


def confirm(*, actor: Actor, order: Order, now: datetime) -> None:
    """The payment terms are met; confirming twice is no change. Emits OrderConfirmed."""
    with transaction.atomic(savepoint=False):
        changed = Order.objects.filter(pk=order.pk, state=OrderState.PLACED).update(state=OrderState.CONFIRMED)
        if changed:
            order.state = OrderState.CONFIRMED
            emit(OrderConfirmed(order.id, order.business_id, order.customer_id), actor=actor, at=now)


def settle_after_cancellation(*, actor: Actor, appointment_id: UUID, now: datetime) -> UUID | None:
    """When an order's last live visit is cancelled the order is too, and its id is told. Emits OrderCancelled."""
    with transaction.atomic():
        order = Order.objects.select_for_update(of=("self",)).filter(lines__appointment_id=appointment_id).first()
        if order is None or order.state == OrderState.CANCELLED or _has_live_visits(order.pk):
            return None
        order.state = OrderState.CANCELLED
        order.cancelled_at = now
        order.revision += 1
        order.save(update_fields=["state", "cancelled_at", "revision"])
        emit(OrderCancelled(order.id, order.business_id, order.customer_id), actor=actor, at=now)
    return order.pk


def _has_live_visits(order_id: UUID) -> bool:
    return Appointment.objects.filter(order_line__order_id=order_id).exclude(state=Appointment.State.CANCELLED).exists()
