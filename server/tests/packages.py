"""A package of three cleans, and what it takes to buy and use one, for tests."""

from __future__ import annotations

from typing import Any

from almanac.business.models import Business
from almanac.catalog.models import Package, Service
from almanac.ledger.models import Role
from almanac.ledger.queries import balance
from almanac.outbox import worker
from almanac.people.models import StaffMember
from almanac.sales.models import VisitPass
from almanac.sales.pass_steps import standing_of
from tests.goods import only_name_and_mail
from tests.shop import Booked, Visitor
from tests.tills import Till, check, page_of

PRICE = 10_000  # 16.66 and two thirds are tax, so neither part divides by three


def make_package(business: Business, *services: Service, visits: int = 3, price: int = PRICE, **more: Any) -> Package:
    """On sale, good for these services."""
    return Package.objects.create(
        business=business,
        slug=more.pop("slug", "three"),
        name={"en": "Three cleans"},
        service_ids=[str(service.pk) for service in services],
        visits=visits,
        price_amount=price,
        currency=business.currency,
        **more,
    )


def put_package(visitor: Visitor, package: Package) -> Any:
    return visitor.post("/basket/goods", {"package_id": str(package.pk)})


def ordered_package(visitor: Visitor, package: Package) -> Booked:
    """A package alone, to be paid by card."""
    assert put_package(visitor, package).status_code == 200
    only_name_and_mail(visitor)
    answer = visitor.book(payment_method="card", early_start_consent=False)
    assert answer.status_code == 200, answer.content
    return Booked(**answer.json())


def buy_package(visitor: Visitor, till: Till, package: Package) -> tuple[Booked, VisitPass]:
    """Paid and issued."""
    made = ordered_package(visitor, package)
    till.pay(page_of(visitor, made))
    assert check(visitor, made)["state"] == "captured"
    worker.drain()
    return made, VisitPass.objects.get(line__order__number=made.number)


def named(visitor: Visitor, code: str) -> Any:
    return visitor.put("/basket/passes", {"code": code})


def uses(visitor: Visitor, held: VisitPass | None, line: int = 0) -> Any:
    body = {"pass_id": str(held.pk) if held else None}
    return visitor.put(f"/basket/lines/{visitor.line_id(line)}/pass", body)


def left_of(held: VisitPass) -> int:
    return standing_of(held.pk).left


def owed_of(held: VisitPass) -> int:
    return balance(Role.PREPAID, held.currency, held.holder)


def earned_by(business: Business) -> int:
    return balance(Role.REVENUE, "GBP", f"business:{business.pk}")


def with_somebody(service: Service, person: StaffMember, **more: Any) -> Package:
    """Of visits with one person."""
    return make_package(service.business, service, staff_member=person, slug="with", **more)
