"""Who sees payments and moves money."""

from __future__ import annotations

from uuid import UUID

from django.db.models import Q

from almanac.kit.actor import Actor, ScopeAction
from almanac.payments.models import ChargeState, DueCharge, Payment
from almanac.sales.models import Order
from almanac.sales.permissions import looks_after_goods, of_role, orders_in_scope, visible_to
from almanac.scheduling.permissions import works_on

DID_NOT_WORK = (ChargeState.FAILED, ChargeState.GIVEN_UP)


def can_see_accounts(actor: Actor) -> bool:
    """Keys at companies and their messages are the administrators'."""
    return actor.is_admin


def payments_visible_to(actor: Actor) -> Q:
    """Administrators see all; a manager with the action *refunds* those of orders whose every visit is in scope;
    a customer, or the holder of an order's link, their own."""
    if actor.is_admin:
        return Q()
    if actor.is_team:
        return Q(order__in=orders_in_scope(actor))
    seen = visible_to(actor)
    return Q(pk__in=()) if seen is None else Q(order__in=Order.objects.filter(seen).values("pk"))


def can_refund(actor: Actor, order: Order) -> bool:
    """Give money back by hand: administrators, and managers with the action *refunds* who look after every visit of it
    and whoever earns by its goods."""
    return actor.is_admin or Order.objects.filter(pk=order.pk, pk__in=orders_in_scope(actor)).exists()


def can_take(actor: Actor, order: Order) -> bool:
    """Write down what was paid to the team: whoever of it looks after a visit of the order, or took it by phone with goods. Its
    link makes nobody so."""
    seen = of_role(actor) if actor.is_team else None
    return seen is not None and Order.objects.filter(seen, pk=order.pk).exists()


def takes_for(actor: Actor, order: Order) -> frozenset[UUID] | None:
    """The lines whose money the actor may write down: of the visits they look after, since what colleagues' cost is not theirs to
    know, and the goods of an order they took. None: of all, as for administrators and for whoever looks after every line. One SQL
    query."""
    if actor.is_admin:
        return None
    lines = order.lines.select_related("appointment")
    goods = looks_after_goods(actor, order)
    own = {line.pk for line in lines if (works_on(actor, line.appointment) if line.appointment else goods)}
    return None if len(own) == len(lines) else frozenset(own)


def charged_lines(charge: DueCharge) -> set[UUID]:
    """What a charge is still of."""
    return {each.line_id for each in charge.lines.all() if each.is_live}


def can_hold_link(actor: Actor, order: Order) -> bool:
    """Be handed the link that opens the order as its customer: whoever sees and may do all that anyway. Administrators, and
    managers with the action *customers* who look after every line of it."""
    knows = actor.may(ScopeAction.CUSTOMERS)
    return knows and can_take(actor, order) and takes_for(actor, order) is None


def can_retry(actor: Actor, charge: DueCharge) -> bool:
    """Have a charge tried before its time, or once more: whoever of the team may write down what was paid at the door for every
    line of it. What colleagues' visits cost is charged when they say so."""
    theirs = takes_for(actor, charge.order)
    return can_take(actor, charge.order) and (theirs is None or charged_lines(charge) <= theirs)


def may_retry(actor: Actor, charge: DueCharge) -> bool:
    """The same, and its customer or whoever holds its link after a try that did not work, having mended the card."""
    return can_retry(actor, charge) or (charge.state in DID_NOT_WORK and can_pay(actor, charge.order))


def can_pay(actor: Actor, order: Order) -> bool:
    """Its customer and whoever holds its link; a payment by somebody else would tell them what it holds."""
    return actor.order_id == order.pk or (actor.customer_id is not None and actor.customer_id == order.customer_id)


def can_keep(actor: Actor, customer_id: UUID) -> bool:
    """See, prefer and remove what a customer keeps: themselves, signed in, and administrators."""
    return actor.is_admin or (actor.customer_id is not None and actor.customer_id == customer_id)


def can_see(actor: Actor, payment: Payment) -> bool:
    return Payment.objects.filter(payments_visible_to(actor), pk=payment.pk).exists()
