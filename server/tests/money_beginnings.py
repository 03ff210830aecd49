"""What every run of the machine of money begins with: orders of all kinds, a series that a package pays a part of, a coupon, gift
cards, last week's visit."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta

from almanac.business.models import Business, Setting
from almanac.kit.actor import SYSTEM
from almanac.outbox import worker
from almanac.payments.actions.passes import give_by_hand
from almanac.people.models import Customer
from almanac.sales.models import Coupon, GiftCard, VisitPass
from tests.goods import a_card, agreed, only_name_and_mail, pays_with, put_gift, sells_cards
from tests.packages import make_package
from tests.shop import NOW, WEDNESDAY_TEN, Booked, Shop, Visitor

GIVEN = 1_500


def with_cards(shop: Shop, business: Business) -> tuple[list[tuple[Visitor, Booked]], GiftCard]:
    """A gift card being bought, and a visit of which another one paid a part."""
    buyer, spender = Visitor(), Visitor()
    put_gift(buyer, business)
    only_name_and_mail(buyer)
    bought = Booked(**buyer.book(payment_method="card", early_start_consent=False).json())
    card, code = a_card(business, GIVEN)
    spender.ready(shop, WEDNESDAY_TEN + timedelta(hours=5), staff=shop.sam)
    pays_with(spender, code)
    spent = Booked(**spender.book(payment_method="card", gift_cards=agreed(spender)).json())
    return [(spender, spent), (buyer, bought)], card


def with_a_coupon(shop: Shop) -> tuple[Visitor, Booked]:
    """A visit at a tenth less, the last time that the coupon can be used."""
    Coupon.objects.create(business=shop.business, currency="GBP", code="LAST", percent_bp=1_000, limit=1)
    visitor = Visitor()
    visitor.ready(shop, WEDNESDAY_TEN + timedelta(days=1), staff=shop.sam)
    assert visitor.put("/basket/coupon", {"code": "LAST"}).status_code == 200
    return visitor, Booked(**visitor.book(payment_method="card").json())


def with_a_series(shop: Shop, code: str) -> tuple[Visitor, Booked]:
    """Five visits, a week apart: a package pays for two, the first of the others is paid with the order, each one after that is
    charged on what was kept."""
    visitor = Visitor()
    visitor.ready(shop, WEDNESDAY_TEN + timedelta(days=2), staff=shop.sid)
    visitor.put(f"/basket/lines/{visitor.line_id()}/repeat", {"frequency": "weekly", "every": 1, "months": 1})
    assert visitor.put("/basket/passes", {"code": code}).status_code == 200
    return visitor, Booked(**visitor.book(payment_method="card").json())


def given_a_package(shop: Shop) -> tuple[VisitPass, str]:
    """Two cleans, whose sixteen pounds and a penny (without its tax) do not divide."""
    package = make_package(shop.business, shop.clean, visits=2, price=1_921)
    giver = Customer.objects.create(name="Giver")
    return give_by_hand(
        actor=SYSTEM, package_id=package.pk, customer_id=giver.pk, language="en", reason="a gift", now=NOW
    )


def booked_twice(shop: Shop) -> list[tuple[Visitor, Booked]]:
    """One to be paid before it stands, one on the day; of two people's."""
    found = []
    for number, method in enumerate(("card", "pay_on_site")):
        visitor = Visitor()
        visitor.ready(shop, WEDNESDAY_TEN + timedelta(hours=2 * number), staff=(shop.sam, shop.sid)[number])
        found.append((visitor, Booked(**visitor.book(payment_method=method).json())))
    return found


def visited_before(shop: Shop) -> tuple[Visitor, Booked]:
    """A clean of last week, still to be paid, of a business that takes tips."""
    Setting.objects.create(business=shop.business, group="tips", values={"tips": "after"})
    shop.clock.move_to(NOW - timedelta(days=7))
    visitor = Visitor()
    made = visitor.booked(shop, WEDNESDAY_TEN - timedelta(days=7), staff=shop.sam)
    shop.clock.move_to(NOW)
    return visitor, made


@dataclass(frozen=True)
class Beginning:
    """What everything begins with; made once, since each run is undone to it."""

    orders: list[tuple[Visitor, Booked]]
    series: tuple[Visitor, Booked]
    visited: tuple[Visitor, Booked]
    given: GiftCard
    package: VisitPass


def begun(shop: Shop) -> Beginning:
    visited = visited_before(shop)
    sells_cards(shop.business)
    (spent, bought), given = with_cards(shop, shop.business)
    package, code = given_a_package(shop)
    series = with_a_series(shop, code)
    orders = [*booked_twice(shop), spent, with_a_coupon(shop), series, bought]
    worker.drain()  # what follows is done once, not in each run anew
    return Beginning(orders, series, visited, given, package)
