"""How to get into a home reaches those who go there, and nobody else, and only around the visit."""

from __future__ import annotations

from datetime import timedelta

import pytest

from almanac.kit.actor import Actor, Role
from almanac.scheduling.models import Appointment
from almanac.scheduling.permissions import sees_access_notes
from tests.cast import Person
from tests.shop import WEDNESDAY_TEN, Shop, Visitor

pytestmark = pytest.mark.django_db
NOTES = "Key safe by the door, 4711"


@pytest.fixture
def visit(shop: Shop, nora: Visitor) -> Appointment:
    return nora.booked(shop, access_notes=NOTES).visit


def told(person: Person, visit: Appointment) -> str:
    answer = person.get(f"/appointments/{visit.pk}")
    return str(answer.json()["access_notes"]) if answer.status_code == 200 else f"refused {answer.status_code}"


def test_the_cleaner_reads_them_from_a_day_before(shop: Shop, visit: Appointment, sam: Person) -> None:
    assert told(sam, visit) == ""
    shop.clock.move_to(WEDNESDAY_TEN - timedelta(hours=24), tick=False)
    assert told(sam, visit) == NOTES
    shop.clock.move_to(visit.ends_at + timedelta(hours=12), tick=False)
    assert told(sam, visit) == ""


def test_colleagues_and_customers_do_not(shop: Shop, visit: Appointment, sid: Person, otto: Person) -> None:
    shop.clock.move_to(WEDNESDAY_TEN - timedelta(hours=1), tick=False)
    assert told(sid, visit).startswith("refused")
    assert told(otto, visit).startswith("refused")
    customer = Actor(role=Role.CUSTOMER, customer_id=visit.customer_id)
    assert not sees_access_notes(customer, visit, WEDNESDAY_TEN)
