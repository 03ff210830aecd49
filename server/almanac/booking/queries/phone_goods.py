"""Goods in orders by phone: what somebody of the team may sell, and until when it is to be paid."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from almanac.booking.queries.baskets import BasketView
from almanac.booking.queries.goods import GiftOffer, Good, gift_offers
from almanac.booking.queries.phone import may_take_orders
from almanac.business import queries as business
from almanac.business.policies import PaymentPolicy
from almanac.catalog.models import Product
from almanac.catalog.queries.packages import PackageOffer, packages_on_sale
from almanac.catalog.queries.products import products_on_sale
from almanac.kit.actor import Actor, ScopeAction
from almanac.kit.clock import instant
from almanac.kit.errors import NotAllowed
from almanac.payments.actions.dues import PAGE_TIME
from almanac.payments.providers.pay_ahead import pay_by
from almanac.people.models import StaffMember


@dataclass(frozen=True, slots=True)
class Selling:
    """Whose goods somebody may sell: everybody's, or those of these people, and of anybody in these businesses."""

    everything: bool
    people: frozenset[UUID]
    businesses: frozenset[UUID]

    def may(self, business_id: UUID, person_id: UUID | None) -> bool:
        """Whether a good of this business, of one person where it is one's, is theirs to sell."""
        theirs = business_id in self.businesses if person_id is None else person_id in self.people
        return self.everything or theirs


@dataclass(frozen=True, slots=True)
class Shelf:
    """What somebody may sell by phone."""

    gift_cards: list[GiftOffer]
    packages: list[PackageOffer]
    products: list[Product]


def selling(actor: Actor) -> Selling:
    """What is the actor's to sell by phone: nothing for whoever takes no orders. One SQL query at most."""
    people = actor.managed_staff(ScopeAction.APPOINTMENTS)
    theirs = StaffMember.objects.filter(pk__in=people, archived_at=None) if people else StaffMember.objects.none()
    return Selling(actor.is_admin, people, frozenset(theirs.values_list("business_id", flat=True)))


def check_may_sell(actor: Actor, goods: Iterable[Good]) -> None:
    """Raises NotAllowed for a good that is not the actor's to sell: scopes may have changed on the way."""
    theirs = selling(actor)
    if not all(theirs.may(good.business.pk, good.person_id) for good in goods):
        raise NotAllowed


def shelf(actor: Actor) -> Shelf:
    """Gift cards, packages and products that the actor may sell by phone. Raises NotAllowed."""
    if not may_take_orders(actor):
        raise NotAllowed
    theirs = selling(actor)
    return Shelf(
        [each for each in gift_offers() if theirs.may(each.business.pk, None)],
        [each for each in packages_on_sale() if theirs.may(each.package.business_id, each.package.staff_member_id)],
        [each for each in products_on_sale() if theirs.may(each.business_id, each.mentor_id)],
    )


def paid_until(found: BasketView) -> datetime | None:
    """Until when an order by phone with goods would be waited for, the earliest of its currencies; None for any other basket. A
    SQL query for each currency."""
    if not found.is_paid_ahead:
        return None
    ends = []
    for currency in found.prices:
        lines = [line for line in found.content.lines if line.service_id in found.offers]
        own = [line for line in lines if found.offers[line.service_id].service.currency == currency]
        starts = [instant(line.starts_at) for line in own if line.starts_at is not None]
        days = business.policy(found.brand(currency).pk, PaymentPolicy).ahead_days
        ends.append(pay_by(starts, days=days, soonest=PAGE_TIME, now=found.now))
    return min(ends)
