"""Why a date has nothing free, for a visit that is to be moved."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest

from almanac.catalog.models import Offering
from almanac.kit.clock import epoch
from almanac.people.models import StaffMember
from almanac.scheduling.models import TimeOff
from tests.shop import NOW, WEDNESDAY_TEN, Shop, Visitor

pytestmark = pytest.mark.django_db
HOUR = timedelta(hours=1)


def test_the_nearest_other_time_of_a_visit_may_overlap_its_own(shop: Shop, nora: Visitor) -> None:
    """Sam is there on Wednesday from 9:00 to 12:15 alone, and the visit to be moved stands in the middle of it."""
    made = nora.booked(shop)
    Offering.objects.filter(staff_member=shop.sid).update(archived_at=NOW)
    away(shop.sam, NOW, WEDNESDAY_TEN - HOUR)
    away(shop.sam, WEDNESDAY_TEN + 2.25 * HOUR, WEDNESDAY_TEN + timedelta(days=90))
    asked = f"/slots/why-none?appointment={made.visit.pk}&on=2026-03-05"
    found = nora.get(asked, x_order_token=made.token).json()
    assert found["nearest_starts_at"] == "2026-03-04T11:00:00Z"
    assert found["nearest_staff"]["name"] == "Sam"


def test_with_nothing_for_a_week_there_is_no_nearest(shop: Shop, nora: Visitor) -> None:
    made = nora.booked(shop, WEDNESDAY_TEN + timedelta(days=30))
    for person in (shop.sam, shop.sid):
        away(person, NOW, NOW + timedelta(days=20))
    asked = f"/slots/why-none?appointment={made.visit.pk}&on=2026-03-05"
    found = nora.get(asked, x_order_token=made.token).json()
    assert (found["nearest_starts_at"], found["nearest_staff"]) == (None, None)


def away(person: StaffMember, since: datetime, until: datetime) -> None:
    TimeOff.objects.create(staff_member=person, off_from=epoch(since), off_until=epoch(until))
