"""Subscriptions as commands of the crowd's processes: one that is paid in advance, plans of changes, and the changes."""

from __future__ import annotations

import json
from datetime import date
from typing import Any
from uuid import UUID

from almanac.booking.actions import repeats, series
from almanac.booking.actions.book import Agreed, book
from almanac.booking.actions.paying import settle_confirmed
from almanac.booking.errors import PackageUsedUp, PlanChanged
from almanac.booking.models import Basket
from almanac.booking.queries.baskets import content_of, token_hash, view
from almanac.booking.queries.series_parts import Asked, SeriesChangeKind
from almanac.booking.queries.series_plans import plan_of
from almanac.business.models import Setting
from almanac.catalog.models import Service
from almanac.kit import ids
from almanac.kit.actor import STRANGER, Actor, Role
from almanac.ledger.queries import broken_laws
from almanac.payments.actions import settling
from almanac.payments.models import Payment, ProviderAccount, Refund
from almanac.payments.providers.online import PaymentStanding, Stage
from almanac.sales import subscriptions as sales
from almanac.sales.models import Order, OrderLine, Subscription, SubscriptionChange
from almanac.scheduling.models import Appointment
from almanac.scheduling.tests.factories import NOW
from tests.races.journeys import fill, forget_journeys

TEAM = Actor(Role.ADMIN)
LOCKS = {name: vars(module)[name] for module, name in ((sales, "lock_subscription"), (series, "lock_staff"))}


def subscribe(*, service: str, start: int, staff: str) -> dict[str, Any]:
    """A clean each week for two months, paid with the order."""
    business = Service.objects.get(pk=service).business
    Setting.objects.update_or_create(
        business=business, group="subscriptions", defaults={"values": {"charging": "in_advance"}}
    )
    ProviderAccount.objects.update_or_create(
        provider="stripe", mode="test", defaults={"keys": json.dumps({}), "is_on": True}
    )
    token = fill(service=service, lines=[[start, staff]])["token"]
    basket = Basket.objects.get(token_hash=token_hash(token))
    line = content_of(basket).lines[0]
    basket = repeats.set_repeat(
        actor=STRANGER, token=token, line_id=line.id, frequency="weekly", every=1, months=2, now=NOW
    )
    total = view(basket, content_of(basket), language="en", now=NOW).total_amount
    agreed = Agreed(total, "card", early_start_consent=True)
    (order,) = book(actor=STRANGER, token=token, agreed=agreed, key=str(ids.new_id()), language="en", now=NOW)
    payment = Payment.objects.get(order=order)
    standing = PaymentStanding(
        f"cs_{payment.pk}", str(payment.pk), Stage.CAPTURED, total, "GBP", charge=f"ch_{payment.pk}", captured_at=NOW
    )
    settling.settle(payment_id=payment.pk, standing=standing, now=NOW)
    settle_confirmed(order_id=order.pk, now=NOW)
    return {
        "order": str(order.pk),
        "subscription": str(Subscription.objects.filter(lines__order=order.pk).distinct().get().pk),
    }


def plan_change(*, subscription: str, **wish: Any) -> dict[str, Any]:
    """What a change would do, and its token."""
    plan = plan_of(TEAM, UUID(subscription), _asked(wish), now=NOW)
    return {"token": plan.token, "refund": plan.refund_amount, "visits": len(plan.done)}


def change(*, subscription: str, token: str, **wish: Any) -> dict[str, Any]:
    """The change that was planned. Being told that it is another by now is an answer too."""
    try:
        series.change_series(
            actor=TEAM, subscription_id=UUID(subscription), asked=_asked(wish), token=token, reason="race", now=NOW
        )
    except (PlanChanged, PackageUsedUp) as refusal:
        return {"refused": refusal.code}
    return {"refused": ""}


def _asked(wish: dict[str, Any]) -> Asked:
    until_on = date.fromisoformat(wish["until_on"]) if "until_on" in wish else None
    from_on = date.fromisoformat(wish["from_on"])
    return Asked(SeriesChangeKind(wish["kind"]), from_on, until_on, wish.get("starts_at"))


def look_at_subscription(*, order: str, subscription: str) -> dict[str, Any]:
    """Its visits, its money, and whether anything of one is without the other."""
    row = Order.objects.get(pk=order)
    lines = OrderLine.objects.filter(order=row).select_related("appointment").order_by("occurs_on")
    asked = list(Refund.objects.filter(payment__order=row).order_by("pk").values_list("amount", flat=True))
    visits = [line.appointment for line in lines if line.appointment]
    off = Appointment.State.CANCELLED
    return {
        "state": Subscription.objects.get(pk=subscription).state,
        "changes": list(
            SubscriptionChange.objects.filter(subscription=UUID(subscription)).values_list("kind", flat=True)
        ),
        "refunds": asked,
        "standing": sum(1 for visit in visits if visit.state != off),
        "starts": [visit.starts for visit in visits if visit.state != off],
        "orphans": sum(1 for visit in visits if (visit.claim_id is None) != (visit.state == off)),
        "broken": broken_laws(),
    }


def without_series_locks() -> dict[str, Any]:
    """This process changes subscriptions without locking them or anybody's time."""
    vars(sales)["lock_subscription"] = lambda subscription_id: Subscription.objects.get(pk=subscription_id)
    vars(series)["lock_staff"] = lambda staff_ids: None
    return {}


def with_series_locks() -> dict[str, Any]:
    """This process locks again."""
    vars(sales)["lock_subscription"] = LOCKS["lock_subscription"]
    vars(series)["lock_staff"] = LOCKS["lock_staff"]
    return {}


def forget_subscriptions() -> dict[str, Any]:
    """Nobody has any."""
    SubscriptionChange.objects.all().delete()
    found = forget_journeys()
    Subscription.objects.all().delete()
    Setting.objects.filter(group="subscriptions").delete()
    return found


COMMANDS: dict[str, Any] = {
    "subscribe": subscribe,
    "plan_change": plan_change,
    "change_subscription": change,
    "look_at_subscription": look_at_subscription,
    "without_series_locks": without_series_locks,
    "with_series_locks": with_series_locks,
    "forget_subscriptions": forget_subscriptions,
}
