"""An order goes by the business of its first line, and a basket is forgotten when it is over."""

from __future__ import annotations

from datetime import timedelta

import pytest

from almanac.booking.actions.baskets import KEPT_FOR, purge_baskets
from almanac.booking.models import Basket
from almanac.business.models import Business
from almanac.catalog.models import Category, Offering, Service, Venue
from almanac.kit import clock
from almanac.people.models import StaffMember
from almanac.scheduling.models import WorkingHours
from tests.shop import DETAILS, NOW, Shop, Visitor, make_service

pytestmark = pytest.mark.django_db


@pytest.fixture
def session(shop: Shop) -> Service:
    """An hour with a mentor of another business."""
    mentors = Business.objects.create(slug="mentors", name="Mentors", order_prefix="MT", zone="Europe/Kyiv")
    category = Category.objects.create(business=mentors, slug="mentors", name={"en": "Mentors"})
    service = make_service(mentors, category, "session", 3_000, Venue.ONLINE)
    olena = StaffMember.objects.create(business=mentors, slug="olena", name="Olena", zone="Europe/Kyiv")
    Offering.objects.create(service=service, staff_member=olena)
    WorkingHours.objects.bulk_create(
        WorkingHours(staff_member=olena, weekday=day, start_minute=540, end_minute=1_020) for day in range(7)
    )
    return service


def test_an_order_is_of_the_business_that_delivers_it(shop: Shop, session: Service, nora: Visitor) -> None:
    nora.place()  # at VALClean, and then something else after all
    for answer in (nora.want(session), nora.hold(), nora.type_in(), booked := nora.book()):
        assert answer.status_code == 200, answer.content
    basket = Basket.objects.select_related("order__business").get()
    order = basket.order
    assert order is not None
    assert (order.business.slug, booked.json()["number"][:3]) == ("mentors", "MT-")


def test_what_was_typed_does_not_stay_with_the_browser_once_booked(shop: Shop, nora: Visitor) -> None:
    made = nora.booked(shop, access_notes="Key under the pot")
    answer = nora.get("/basket")
    assert answer.json()["booked_order_number"] == made.number
    for word in (DETAILS["name"], DETAILS["email"], DETAILS["line1"], "Key under the pot"):
        assert word not in answer.content.decode()


def test_baskets_that_are_over_are_forgotten(shop: Shop, nora: Visitor, rival: Visitor) -> None:
    nora.ready(shop)
    shop.clock.shift(timedelta(days=1))
    rival.place()
    shop.clock.move_to(NOW + KEPT_FOR - timedelta(seconds=1))
    assert purge_baskets(now=clock.now()) == 0
    shop.clock.shift(timedelta(seconds=1))
    assert purge_baskets(now=clock.now()) == 1
    assert Basket.objects.count() == 1
    assert rival.basket()["business"] == "valclean"
