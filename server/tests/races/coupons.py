"""Coupons as commands of the crowd's processes: baskets that name one, its last uses, and the guards of its limits."""

from __future__ import annotations

from contextlib import nullcontext
from types import SimpleNamespace
from typing import Any
from uuid import UUID

from django.db import connection

from almanac.booking.actions import changes
from almanac.booking.actions.book import Agreed, book
from almanac.booking.content import BasketContent
from almanac.booking.errors import PriceChanged
from almanac.booking.models import Basket
from almanac.booking.queries.baskets import token_hash
from almanac.catalog.models import Service
from almanac.engine.price_discounts import Discount, Share
from almanac.kit import ids
from almanac.kit.actor import STRANGER, SYSTEM
from almanac.sales import actions
from almanac.sales.errors import CouponNotApplicable
from almanac.sales.models import Coupon, CouponUse, Order
from almanac.scheduling.models import Appointment
from almanac.scheduling.tests import factories
from almanac.scheduling.tests.factories import NOW
from tests.races.journeys import fill, forget_journeys

CODE = "LASTONE"
GUARDS = [
    item for item in CouponUse._meta.constraints if item.name in ("coupon_use_number_once", "coupon_use_person_once")
]
LOCKED = {name: vars(actions)[name] for name in ("Coupon", "transaction")}


def open_coupon(*, service: str, limit: int | None, each: int | None = None) -> dict[str, Any]:
    """Ten percent off, so often."""
    business = Service.objects.get(pk=service).business
    row = Coupon.objects.create(
        business=business, currency="GBP", code=CODE, percent_bp=1_000, limit=limit, customer_limit=each
    )
    return {"coupon": str(row.pk)}


def fill_with_coupon(*, service: str, start: int, staff: str, person: str) -> dict[str, Any]:
    """A full basket of a stranger who named the code."""
    made = fill(service=service, lines=[[start, staff]])
    basket = Basket.objects.get(token_hash=token_hash(made["token"]))
    content = BasketContent.model_validate_json(basket.content)
    content.coupon_code, content.details.email = CODE, f"{person}@example.com"
    Basket.objects.filter(pk=basket.pk).update(content=content.model_dump_json())
    return made


def book_with_coupon(*, token: str, total: int) -> dict[str, Any]:
    """The basket at this total. Being refused for the coupon is an answer too."""
    agreed = Agreed(total, "pay_on_site", early_start_consent=True)
    try:
        (order,) = book(actor=STRANGER, token=token, agreed=agreed, key=str(ids.new_id()), language="en", now=NOW)
    except (CouponNotApplicable, PriceChanged) as refusal:
        return {"refused": refusal.code}
    return {"refused": "", "order": str(order.pk)}


def call_off(*, order: str) -> dict[str, Any]:
    """The order's visit, and with it the order."""
    visit = Appointment.objects.get(order_line__order=UUID(order))
    changes.cancel(actor=SYSTEM, appointment_id=visit.pk, reason="", now=NOW, shown=None)
    return {"refused": ""}


def place_orders(*, service: str, count: int) -> list[str]:
    """Orders without anything in them, each by somebody else."""
    sold = Service.objects.select_related("business").get(pk=service)
    return [
        str(
            Order.objects.create(
                business=sold.business,
                customer=factories.customer(),
                number=ids.order_number("R"),
                currency="GBP",
                total_amount=0,
                tax_amount=0,
                placed_at=NOW,
            ).pk
        )
        for _ in range(count)
    ]


def spend(*, coupon: str, order: str, person: str) -> dict[str, Any]:
    """Write a use down, and nothing else."""
    share = Share(Discount(coupon, CODE, percent_bp=1_000), 100)
    try:
        with vars(actions)["transaction"].atomic():
            actions.use_discounts(used=[(Order.objects.get(pk=order), share)], mailbox=person)
    except CouponNotApplicable as refusal:
        return {"refused": refusal.reason}
    return {"refused": ""}


def uses() -> dict[str, Any]:
    """Uses that count, orders with a lower price that stand, and whether these are the same."""
    live = CouponUse.objects.filter(given_back_at=None)
    cheaper = Order.objects.exclude(state="cancelled").filter(total_amount=3_600)
    ordered = {str(key) for key in live.values_list("order", flat=True)}
    return {
        "live": live.count(),
        "numbers": sorted(live.values_list("number", flat=True)),
        "people": sorted(live.values_list("person", flat=True)),
        "agree": ordered == {str(order.pk) for order in cheaper},
    }


def forget_coupons() -> dict[str, Any]:
    """Nobody has any coupon."""
    CouponUse.objects.all().delete()
    Coupon.objects.all().delete()
    return forget_journeys()


def without_coupon_lock() -> dict[str, Any]:
    """This process writes uses down without locking the coupon, outside any transaction, which is SQLite's lock."""
    unlocked = SimpleNamespace(objects=SimpleNamespace(select_for_update=lambda of: Coupon.objects.all()))
    vars(actions).update(Coupon=unlocked, transaction=SimpleNamespace(atomic=nullcontext))
    return {}


def with_coupon_lock() -> dict[str, Any]:
    """This process locks again."""
    vars(actions).update(LOCKED)
    return {}


def without_use_numbers() -> dict[str, Any]:
    """The database lets uses share a number."""
    with connection.schema_editor() as editor:
        for guard in GUARDS:
            editor.remove_constraint(CouponUse, guard)
    return {}


def with_use_numbers() -> dict[str, Any]:
    """The database wants each number once again; none may be there twice by now."""
    with connection.schema_editor() as editor:
        for guard in GUARDS:
            editor.add_constraint(CouponUse, guard)
    return {}


COMMANDS = {
    "open_coupon": open_coupon,
    "fill_with_coupon": fill_with_coupon,
    "book_with_coupon": book_with_coupon,
    "call_off": call_off,
    "place_orders": place_orders,
    "spend": spend,
    "uses": uses,
    "forget_coupons": forget_coupons,
    "without_coupon_lock": without_coupon_lock,
    "with_coupon_lock": with_coupon_lock,
    "without_use_numbers": without_use_numbers,
    "with_use_numbers": with_use_numbers,
}
