"""The rest of a subscription at another address: each visit is asked for where it is to be, also when it goes back."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.core import mail
from django.db import connection
from django.test.utils import CaptureQueriesContext

from almanac.ledger.queries import broken_laws
from almanac.outbox import worker
from almanac.people.models import StaffMember
from almanac.places.models import Address, Area
from almanac.sales.models import Order, OrderLine, Subscription
from almanac.scheduling.models import Appointment, Claim
from tests.cast import Person
from tests.series_cases import agree, claims_fit, plan, subscribed, visits
from tests.shop import WEDNESDAY_TEN, Shop, Visitor

pytestmark = pytest.mark.django_db
NORTH = (51.6000, -0.1560)  # fifteen kilometres away
STRAIGHT_AFTER = timedelta(days=14, minutes=90)


@pytest.fixture
def key(shop: Shop, cleo: Person) -> str:
    subscribed(shop, cleo)
    return str(Subscription.objects.get().pk)


@pytest.fixture
def here(key: str) -> Address:
    return Address.objects.get()


@pytest.fixture
def north(here: Address) -> Address:
    """Where nobody goes yet."""
    return Address.objects.create(
        customer=here.customer, line1="3 North Road", city="London", postcode="N1 1AA",
        latitude=NORTH[0], longitude=NORTH[1],
    )  # fmt: skip


def goes_there(person: StaffMember) -> None:
    Area.objects.create(staff_member=person, postcode="N1 1AA", latitude=NORTH[0], longitude=NORTH[1], radius_m=5_000)


def where() -> list[tuple[str, str]]:
    """Who comes where, by date."""
    standing = Appointment.objects.exclude(state="cancelled").order_by("starts_at")
    return [(each.staff_member.name, each.address.line1) for each in standing.select_related("staff_member", "address")]  # type: ignore[union-attr]


def claims_are_there() -> bool:
    """The time of each visit is taken at the place where it is."""
    found = Claim.objects.prefetch_related("appointments__address")
    return claims_fit() and all(
        visit.address and (claim.latitude, claim.longitude) == (visit.address.latitude, visit.address.longitude)
        for claim in found
        for visit in claim.appointments.all()
    )


def test_the_rest_goes_to_another_address_as_the_plan_said(
    shop: Shop, key: str, north: Address, cleo: Person, ada: Person
) -> None:
    goes_there(shop.sam)
    before = set(Order.objects.values_list("number", "total_amount", "state"))
    worker.drain()
    mail.outbox.clear()
    told = plan(cleo, key, "move", "2026-03-18", address_id=str(north.pk)).json()
    assert (told["visit_count"], {item["fit"] for item in told["items"]}) == (6, {"kept"})
    assert agree(cleo, key, "move", "2026-03-18", address_id=str(north.pk)).status_code == 200
    worker.drain()
    assert where() == [("Sam", "1 Plain Street")] + [("Sam", "3 North Road")] * 6
    assert visits(cleo, key)[1] == "2026-03-18T10:00"
    assert claims_are_there()
    assert set(Order.objects.values_list("number", "total_amount", "state")) == before
    assert set(OrderLine.objects.values_list("total_amount", flat=True)) == {4_000}
    assert any("3 North Road" in letter.body for letter in mail.outbox)
    assert broken_laws() == []


def test_travel_goes_by_the_other_address(shop: Shop, key: str, north: Address, cleo: Person) -> None:
    """Sam is needed at the old place straight after one of them: from the new one that is too far."""
    goes_there(shop.sam)
    Visitor().booked(shop, WEDNESDAY_TEN + STRAIGHT_AFTER, staff=shop.sam)
    told = plan(cleo, key, "move", "2026-03-18", address_id=str(north.pk)).json()
    assert [item["fit"] for item in told["items"]][1:] == ["kept"] * 5
    assert told["items"][0]["fit"] != "kept"
    assert agree(cleo, key, "move", "2026-03-18", address_id=str(north.pk)).status_code == 200
    assert claims_are_there()


def test_undone_they_are_asked_for_where_they_were(
    shop: Shop, key: str, north: Address, cleo: Person, ada: Person
) -> None:
    """Sam does not come to the new place, and need not."""
    goes_there(shop.sid)
    more = {"address_id": str(north.pk), "staff_id": str(shop.sid.pk)}
    assert agree(cleo, key, "move", "2026-03-18", **more).status_code == 200
    assert where()[1:] == [("Sid", "3 North Road")] * 6
    told = plan(ada, key, "undo").json()
    assert {(item["left_alone"], item["fit"]) for item in told["items"]} == {("", None)}
    answer = agree(ada, key, "undo")
    assert answer.status_code == 200, answer.content
    assert where() == [("Sam", "1 Plain Street")] * 7
    assert claims_are_there()


def test_undone_to_a_place_that_is_too_far_by_now_it_is_not(
    shop: Shop, key: str, north: Address, cleo: Person, ada: Person
) -> None:
    """Somebody in the north booked Sam straight after one of them: back in the south it would come without the way."""
    goes_there(shop.sam)
    assert agree(cleo, key, "move", "2026-03-18", address_id=str(north.pk)).status_code == 200
    made = Visitor().booked(shop, WEDNESDAY_TEN + STRAIGHT_AFTER + timedelta(hours=2), staff=shop.sam)
    visit = made.visit
    visit.address = north  # theirs is there too, and they come straight after
    visit.starts_at, visit.ends_at = visit.starts_at - timedelta(hours=2), visit.ends_at - timedelta(hours=2)
    visit.save()
    claim = Claim.objects.get(appointments=visit)
    for name in ("blocked_from", "blocked_until", "core_from", "core_until"):
        setattr(claim, name, getattr(claim, name) - 2 * 3600)
    claim.latitude, claim.longitude = NORTH
    claim.save()
    told = plan(ada, key, "undo").json()
    assert [item["left_alone"] for item in told["items"]] == ["taken"] + [""] * 5
    refused = agree(ada, key, "undo").json()
    assert (refused["code"], refused["dates"]) == ("times_gone", ["2026-03-18"])


def test_called_off_and_going_on_again_they_are_where_they_were(
    shop: Shop, key: str, north: Address, cleo: Person, ada: Person
) -> None:
    goes_there(shop.sid)
    more = {"address_id": str(north.pk), "staff_id": str(shop.sid.pk)}
    agree(cleo, key, "move", "2026-04-15", **more)
    expected = [("Sam", "1 Plain Street")] * 3 + [("Sid", "3 North Road")] * 4
    for back in ("undo", "resume"):
        assert agree(ada, key, "pause", "2026-03-10").status_code == 200
        assert len(where()) == 1
        assert agree(ada, key, back).status_code == 200
        assert where() == expected
        assert claims_are_there()


def test_however_many_go_back_the_questions_are_as_many(
    shop: Shop, key: str, north: Address, cleo: Person, ada: Person
) -> None:
    goes_there(shop.sam)
    counts = []
    for on in ("2026-05-13", "2026-03-18"):
        agree(cleo, key, "move", on, address_id=str(north.pk))
        with CaptureQueriesContext(connection) as queries:
            assert len(plan(ada, key, "undo").json()["items"]) == (2 if on > "2026-05" else 6)
        counts.append(len(queries))
        assert agree(ada, key, "undo").status_code == 200
    assert counts[0] == counts[1]
