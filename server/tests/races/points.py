"""Points as commands of the crowd's processes: a customer whose balance reaches one reward, and the lock of their row."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from almanac.business.models import Business, Setting
from almanac.kit.actor import SYSTEM
from almanac.outbox.models import IdempotencyKey
from almanac.people.models import Customer, User, UserRole
from almanac.sales import points
from almanac.sales.models import Coupon, PointEntry
from almanac.scheduling.tests.factories import NOW

LOCK = points.lock_customer
NEEDED = 100


def open_points(*, rivals: int) -> dict[str, Any]:
    """A customer with an account, as many points short of a reward as one correction each brings."""
    business, _ = Business.objects.get_or_create(slug="pointed", name="Pointed", order_prefix="PO")
    values = {"points_on": True, "points_needed": NEEDED, "points_months": 0}
    Setting.objects.get_or_create(business=business, group="points", values=values)
    user, _ = User.objects.get_or_create(username="pointed", role=UserRole.CUSTOMER)
    customer = Customer.objects.create(name="Pat", user=user)
    PointEntry.objects.create(
        business=business, customer=customer, kind="correction", points=NEEDED - rivals, written_at=NOW, reason="race"
    )
    return {"customer": str(customer.pk)}


def add_point(*, customer: str, key: str) -> dict[str, Any]:
    """One point more, and what that reaches."""
    row = points.correct(
        actor=SYSTEM, customer_id=UUID(customer), slug="pointed", points=1, reason="race", key=key, now=NOW
    )
    return {"entry": str(row.pk)}


def mind_points() -> dict[str, Any]:
    """What the clock does each hour."""
    points.mind_points(now=NOW)
    return {}


def look_at_points(*, customer: str) -> dict[str, Any]:
    """The balance, and how often it became a reward."""
    entries = PointEntry.objects.filter(customer=UUID(customer))
    return {
        "balance": sum(each.points for each in entries),
        "rewards": entries.filter(kind="reward").count(),
        "coupons": Coupon.objects.filter(customer=UUID(customer)).count(),
        "corrections": entries.filter(kind="correction").count(),
    }


def without_customer_lock() -> dict[str, Any]:
    """This process looks at customers without locking them."""
    vars(points)["lock_customer"] = lambda customer_id: Customer.objects.get(pk=customer_id)
    return {}


def with_customer_lock() -> dict[str, Any]:
    """This process locks again."""
    vars(points)["lock_customer"] = LOCK
    return {}


def forget_points() -> dict[str, Any]:
    """Nobody has any."""
    PointEntry.objects.all().delete()
    Coupon.objects.filter(customer__name="Pat").delete()
    IdempotencyKey.objects.filter(scope__startswith="points:").delete()
    Customer.objects.filter(name="Pat").delete()
    return {}


COMMANDS: dict[str, Any] = {
    "open_points": open_points,
    "add_point": add_point,
    "mind_points": mind_points,
    "look_at_points": look_at_points,
    "without_customer_lock": without_customer_lock,
    "with_customer_lock": with_customer_lock,
    "forget_points": forget_points,
}
