"""Packages of visits as commands of the crowd's processes: baskets that use a visit of one pass, and the guards of its visits."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any
from uuid import UUID

from django.db import IntegrityError

from almanac.booking.actions import repeats
from almanac.booking.actions.book import Agreed, book
from almanac.booking.content import BasketContent
from almanac.booking.errors import PriceChanged
from almanac.booking.models import Basket
from almanac.booking.queries.baskets import token_hash
from almanac.catalog.models import Package, Service
from almanac.kit import ids
from almanac.kit.actor import STRANGER, SYSTEM
from almanac.ledger.queries import broken_laws
from almanac.payments.actions.passes import give_by_hand
from almanac.sales import pass_steps
from almanac.sales.errors import PassChanged
from almanac.sales.models import PassUse, Subscription, VisitPass
from almanac.scheduling.models import Appointment
from almanac.scheduling.tests import factories
from almanac.scheduling.tests.factories import NOW
from tests.races.coupons import forget_coupons
from tests.races.journeys import fill

LOCKED = vars(pass_steps)["VisitPass"]


def open_pass(*, service: str, visits: int) -> dict[str, Any]:
    """A pass of so many visits of the service."""
    sold = Service.objects.select_related("business").get(pk=service)
    package = Package.objects.create(
        business=sold.business,
        slug=f"race-{ids.new_id()}"[:50],
        name={"en": "Race"},
        service_ids=[service],
        visits=visits,
        price_amount=visits * 1_000,
        currency=sold.currency,
    )
    held, _ = give_by_hand(
        actor=SYSTEM,
        package_id=package.pk,
        customer_id=factories.customer().pk,
        language="en",
        reason="race",
        now=NOW,
    )
    return {"pass": str(held.pk)}


def fill_with_pass(*, service: str, start: int, staff: str, held: str, months: int = 0) -> dict[str, Any]:
    """A full basket of a stranger who named the pass and uses a visit of it, or of so many months one for each week."""
    made = fill(service=service, lines=[[start, staff]])
    basket = Basket.objects.get(token_hash=token_hash(made["token"]))
    content = BasketContent.model_validate_json(basket.content)
    content.passes = [UUID(held)]
    content.lines[0].pass_id = UUID(held)
    Basket.objects.filter(pk=basket.pk).update(content=content.model_dump_json())
    if months:
        repeats.set_repeat(
            actor=STRANGER,
            token=made["token"],
            line_id=content.lines[0].id,
            frequency="weekly",
            every=1,
            months=months,
            now=NOW,
        )
    return made


def book_with_pass(*, token: str) -> dict[str, Any]:
    """The basket for nothing more. Being refused for what is left is an answer too."""
    agreed = Agreed(0, "pay_on_site", early_start_consent=True)
    try:
        (order,) = book(actor=STRANGER, token=token, agreed=agreed, key=str(ids.new_id()), language="en", now=NOW)
    except (PassChanged, PriceChanged) as refusal:
        return {"refused": refusal.code}
    except IntegrityError as error:
        return {"refused": f"database: {error}"}
    row = Subscription.objects.filter(lines__order=order).first()
    return {"refused": "", "order": str(order.pk), "subscription": str(row.pk) if row else ""}


def look_at_pass(*, held: str) -> dict[str, Any]:
    """How often it is used, and what is left."""
    return {
        "used": PassUse.objects.filter(visit_pass=UUID(held), given_back_at=None).count(),
        "left": pass_steps.standing_of(UUID(held)).left,
        "standing": Appointment.objects.exclude(state="cancelled")
        .filter(order_line__pass_use__given_back_at=None)
        .count(),
        "broken": list(broken_laws()),
    }


def without_pass_lock() -> dict[str, Any]:
    """This process looks at passes without locking them, and believes that none of their visits was used."""
    rows = SimpleNamespace(
        select_for_update=lambda of: LOCKED.objects.all(), select_related=LOCKED.objects.select_related
    )
    vars(pass_steps)["VisitPass"] = SimpleNamespace(objects=rows)
    vars(pass_steps)["PassStanding"] = lambda held, _: SimpleNamespace(left=held.visits)
    vars(pass_steps)["free_number"] = lambda _: 1
    return {}


def with_pass_lock() -> dict[str, Any]:
    """This process locks again."""
    vars(pass_steps).update(GUARDED)
    return {}


def forget_passes() -> dict[str, Any]:
    """Nobody has any package."""
    PassUse.objects.all().delete()
    VisitPass.objects.all().delete()
    Package.objects.all().delete()
    return forget_coupons()


GUARDED = {name: vars(pass_steps)[name] for name in ("VisitPass", "PassStanding", "free_number")}

COMMANDS: dict[str, Any] = {
    "open_pass": open_pass,
    "fill_with_pass": fill_with_pass,
    "book_with_pass": book_with_pass,
    "look_at_pass": look_at_pass,
    "without_pass_lock": without_pass_lock,
    "with_pass_lock": with_pass_lock,
    "forget_passes": forget_passes,
}
