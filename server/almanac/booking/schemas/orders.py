"""Orders, tracking and changes as the API tells them."""

from __future__ import annotations

from datetime import datetime

from ninja import Schema

from almanac.booking.queries.changes import Change, cancel_refusal, move_refusal
from almanac.kit.actor import Actor, Role, ScopeAction
from almanac.kit.clock import instant
from almanac.kit.localized import text_in
from almanac.sales.models import Order, OrderLine
from almanac.sales.schemas import OrderLineOut, OrderOut, PriceStepOut
from almanac.scheduling.permissions import works_on


class BookedOut(Schema):
    """A finished booking. `token` opens this one order (header `X-Order-Token`); it also stands in the messages."""

    number: str
    token: str


class CancellationOut(Schema):
    """What cancelling now means; `refused_reason` is set when it cannot be done online, with the number to call."""

    allowed: bool
    refused_reason: str | None
    refund_percent: int
    fee_amount: int
    currency: str
    answer_changes_at: datetime | None
    business_phone: str


def order_out(order: Order, actor: Actor, language: str, now: datetime) -> OrderOut:
    """An order with what the asker may do with each of its visits.

    Staff and managers are shown the visits they look after, not their colleagues' beside them; the customer's e-mail
    goes to managers only with the action *customers*, and to staff not at all.
    """
    payment = next(iter(order.payments.all()), None)
    return OrderOut(
        id=order.id,
        number=order.number,
        business=order.business.slug,
        business_name=order.business.name,
        business_phone=order.business.phone,
        business_email=order.business.email,
        state=order.state,
        placed_at=order.placed_at,
        currency=order.currency,
        total_amount=order.total_amount,
        tax_amount=order.tax_amount,
        paid_amount=order.paid_amount,
        payment_method=payment.method if payment else "",
        customer_name=order.customer.name,
        customer_email=order.customer.email if _sees_all(order, actor) or _may_write(actor) else "",
        lines=[_line(line, order, actor, language, now) for line in order.lines.all() if _sees(line, order, actor)],
    )


def _sees_all(order: Order, actor: Actor) -> bool:
    is_theirs = actor.order_id == order.pk or (actor.customer_id is not None and actor.customer_id == order.customer_id)
    return is_theirs or actor.is_admin


def _sees(line: OrderLine, order: Order, actor: Actor) -> bool:
    return _sees_all(order, actor) or (line.appointment is not None and works_on(actor, line.appointment))


def _may_write(actor: Actor) -> bool:
    return actor.role is Role.MANAGER and ScopeAction.CUSTOMERS in actor.scope.actions


def _line(line: OrderLine, order: Order, actor: Actor, language: str, now: datetime) -> OrderLineOut:
    sold = OrderLineOut(
        id=line.id,
        name=line.name,
        steps=[PriceStepOut(**step) for step in line.breakdown],
        total_amount=line.total_amount,
        tax_amount=line.tax_amount,
        tax_rate_bp=line.tax_rate_bp,
    )
    if line.appointment is None:
        return sold
    visit, person = line.appointment, line.appointment.staff_member
    change = Change(actor, order, line, visit)
    return sold.model_copy(
        update={
            "appointment_id": visit.id,
            "state": visit.state,
            "venue": visit.venue,
            "zone": visit.zone,
            "starts_at": visit.starts_at,
            "ends_at": visit.ends_at,
            "staff_name": person.name,
            "staff_title": text_in(person.title, language),
            "staff_photo_url": person.photo_url,
            "preparation": text_in(visit.service.preparation, language),
            "address": str(visit.address) if visit.address else None,
            "can_cancel": cancel_refusal(change, now) is None,
            "can_move": move_refusal(change, now) is None,
        }
    )


def cancellation_out(change: Change, now: datetime) -> CancellationOut:
    """What cancelling now would mean, before anybody decides."""
    consequence, refused = change.consequence(now), cancel_refusal(change, now)
    return CancellationOut(
        allowed=refused is None,
        refused_reason=refused,
        refund_percent=consequence.refund_percent,
        fee_amount=consequence.fee_amount,
        currency=change.order.currency,
        answer_changes_at=instant(consequence.until) if consequence.until else None,
        business_phone=change.order.business.phone,
    )
