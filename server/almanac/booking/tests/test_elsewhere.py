"""One visit at another address: where it could be, what is refused, and that travel and price go by the new place."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

import pytest
from django.core import mail
from django.db import connection
from django.test.utils import CaptureQueriesContext

from almanac.catalog.models import PriceRule
from almanac.outbox import worker
from almanac.outbox.models import EventRow
from almanac.places.models import Address, Area
from almanac.sales.models import OrderLine, Subscription
from almanac.scheduling.models import Appointment, Claim
from tests.cast import Person
from tests.shop import OUTSIDE, WEDNESDAY_TEN, Booked, Shop, Visitor

pytestmark = pytest.mark.django_db
DAY = timedelta(days=1)
LOW_ROAD = {"line1": "2 Low Road", "town": "London", "postcode": "SW11 1AA"}
FAR = {"line1": "3 Sea View", "town": "Brighton", "postcode": OUTSIDE}
ACROSS = {"line1": "4 High Street", "town": "London", "postcode": "SE1 1AA"}


@pytest.fixture
def made(shop: Shop, nora: Visitor) -> Booked:
    """A guest's clean with Sam on Wednesday at ten."""
    return nora.booked(shop)


def places(person: Person, made: Booked, **headers: str) -> dict[str, dict[str, Any]]:
    answer = person.get(f"/appointments/{made.visit.pk}/places", **headers)
    assert answer.status_code == 200, answer.content
    return {each["name"]: each for each in answer.json()}


def add(person: Person, made: Booked, address: dict[str, str], **headers: str) -> Any:
    return person.post(f"/appointments/{made.visit.pk}/places", address, **headers)


def move(person: Person, made: Booked, address_id: str, to: datetime = WEDNESDAY_TEN, **more: Any) -> Any:
    headers = {"x_order_token": made.token} if person.user is None else {}
    body = {"starts_at": to.isoformat(), "address_id": address_id, **more}
    return person.post(f"/appointments/{made.visit.pk}/move", body, **headers)


def test_a_guest_types_another_address_and_the_visit_is_there_at_the_same_time(
    shop: Shop, nora: Visitor, made: Booked, ada: Person
) -> None:
    token = {"x_order_token": made.token}
    (here,) = places(nora, made, **token).values()
    assert (here["is_here"], here["is_reached"], here["more_amount"]) == (True, True, 0)
    found = add(nora, made, LOW_ROAD, **token)
    assert (found.status_code, found.json()["is_here"], found.json()["is_reached"]) == (200, False, True)
    worker.drain()
    mail.outbox.clear()
    assert move(nora, made, found.json()["id"], staff_id=str(shop.sam.pk)).status_code == 204
    worker.drain()
    visit = made.visit
    assert (str(visit.address), visit.starts_at, visit.staff_member_id) == (
        "2 Low Road, London, SW11 1AA",
        WEDNESDAY_TEN,
        shop.sam.pk,
    )
    assert visit.reschedules == 1  # it counts, as any move by the customer
    assert len({letter.to[0] for letter in mail.outbox}) == 2  # Nora, and Sam who goes there
    for letter in mail.outbox:
        assert "2 Low Road" in letter.body
        assert "1 Plain Street" in letter.body  # where it was before
    payload = EventRow.objects.get(name="scheduling.appointment_moved").payload
    assert payload["old_address_id"] == here["id"]
    assert made.order.total_amount == 4_000


def test_where_nobody_comes_is_told_and_refused(shop: Shop, nora: Visitor, made: Booked) -> None:
    token = {"x_order_token": made.token}
    far = add(nora, made, FAR, **token).json()
    assert far["is_reached"] is False
    asked = f"/slots?appointment={made.visit.pk}&address={far['id']}&first_on=2026-03-04&last_on=2026-03-06"
    assert [day["slots"] for day in nora.get(asked, **token).json()["days"]] == [[], [], []]
    assert move(nora, made, far["id"]).json()["code"] == "slot_taken"
    assert str(made.visit.address).startswith("1 Plain Street")


def test_travel_goes_by_the_new_place(shop: Shop, nora: Visitor, made: Booked, rival: Visitor, ada: Person) -> None:
    """Sam has a visit straight after; to there from the new address is a way, and the same start does not fit any more."""
    Area.objects.filter(staff_member=shop.sam).update(radius_m=100_000)
    rival.booked(shop, WEDNESDAY_TEN + timedelta(minutes=90), staff=shop.sam, email="rival@example.com")
    far = add(ada, made, {**LOW_ROAD, "postcode": "CR0 8AA"}).json()
    asked = f"/slots?appointment={made.visit.pk}&address={far['id']}&first_on=2026-03-04&last_on=2026-03-04"
    (day,) = ada.get(asked).json()["days"]
    sam = [each["id"] for each in ada.get(asked).json()["staff"]].index(str(shop.sam.pk))
    starts = [slot["starts_at"] for slot in day["slots"] if sam in slot["staff"]]
    assert starts
    assert "2026-03-04T10:00:00Z" not in starts
    assert move(ada, made, far["id"], staff_id=str(shop.sam.pk)).json()["code"] == "slot_taken"
    assert move(ada, made, far["id"], datetime.fromisoformat(starts[0]), staff_id=str(shop.sam.pk)).status_code == 204
    claim = Claim.objects.get(appointments=made.visit)
    assert (claim.latitude, claim.longitude) == (made.visit.address.latitude, made.visit.address.longitude)  # type: ignore[union-attr]


@pytest.fixture
def dear_there(shop: Shop) -> None:
    """South of the river's bend it costs a quarter more."""
    Area.objects.filter(staff_member__in=(shop.sam, shop.sid)).update(radius_m=60_000)
    PriceRule.objects.create(
        business=shop.business,
        name={"en": "Centre"},
        when={"areas": ["SE1"]},
        effect={"kind": "percent", "percent_bp": 2_500},
        position=0,
    )


def test_where_it_costs_more_a_customer_asks_and_the_team_decides(
    shop: Shop, nora: Visitor, made: Booked, ada: Person, dear_there: None
) -> None:
    dear = add(nora, made, ACROSS, x_order_token=made.token).json()
    assert (dear["is_reached"], dear["more_amount"], dear["currency"]) == (True, 1_000, "GBP")
    later = WEDNESDAY_TEN + DAY
    refused = move(nora, made, dear["id"], later)
    assert (refused.status_code, refused.json()["code"], refused.json()["amount"]) == (409, "costs_more_there", 1_000)
    assert refused.json()["business_phone"] == "020 7946 0000"
    assert str(made.visit.address).startswith("1 Plain Street")
    assert move(ada, made, dear["id"], later).status_code == 204
    assert (str(made.visit.address)[:13], made.order.total_amount) == ("4 High Street", 4_000)


def test_within_the_rules_alone(shop: Shop, nora: Visitor, made: Booked, otto: Person, ada: Person) -> None:
    token = {"x_order_token": made.token}
    found = add(nora, made, LOW_ROAD, **token).json()["id"]
    shop.clock.move_to(WEDNESDAY_TEN - timedelta(hours=13))
    assert move(nora, made, found).json()["code"] == "too_late_to_change"
    assert add(nora, made, {**LOW_ROAD, "line1": "9 Low Road"}, **token).json()["code"] == "too_late_to_change"
    assert move(ada, made, found, WEDNESDAY_TEN + DAY).status_code == 204
    assert otto.get(f"/appointments/{made.visit.pk}/places").status_code == 404
    assert add(otto, made, LOW_ROAD).status_code == 404


def test_only_addresses_of_the_customer(shop: Shop, nora: Visitor, made: Booked, rival: Visitor, otto: Person) -> None:
    theirs = rival.booked(shop, WEDNESDAY_TEN + DAY, email="rival@example.com").visit.address_id
    assert move(nora, made, str(theirs)).status_code == 404
    asked = f"/slots?appointment={made.visit.pk}&address={theirs}&first_on=2026-03-04&last_on=2026-03-04"
    assert nora.get(asked, x_order_token=made.token).status_code == 404
    Address.objects.filter(appointments=made.visit).update(archived_at=WEDNESDAY_TEN)
    assert move(nora, made, str(made.visit.address_id), WEDNESDAY_TEN + DAY).status_code == 204  # where it is it stays


def test_a_session_online_is_nowhere(shop: Shop, cleo: Person) -> None:
    visitor = Visitor(cleo.user, cleo.customer_row, client=cleo.client)
    visitor.place()
    visitor.want(shop.call)
    assert visitor.hold(staff=shop.sam).status_code == 200
    visitor.type_in()
    made = Booked(**visitor.book().json())
    assert places(cleo, made) == {}
    assert add(cleo, made, LOW_ROAD).status_code == 422
    own = Address.objects.create(
        customer=cleo.customer, line1="x", city="London", postcode="SW11 1AA", latitude=51.4, longitude=-0.1
    )
    assert move(cleo, made, str(own.pk)).status_code == 422


def test_one_visit_of_a_series(shop: Shop, cleo: Person, otto: Person) -> None:
    visitor = Visitor(cleo.user, cleo.customer_row, client=cleo.client)
    visitor.ready(shop)
    visitor.put(f"/basket/lines/{visitor.line_id()}/repeat", {"frequency": "weekly", "every": 1, "months": 1})
    made = Booked(**visitor.book().json())
    assert Subscription.objects.count() == 1
    second = Appointment.objects.get(order_line=OrderLine.objects.get(position=1))
    found = cleo.post(f"/appointments/{second.pk}/places", LOW_ROAD).json()
    body = {"starts_at": second.starts_at.isoformat(), "address_id": found["id"]}
    assert cleo.post(f"/appointments/{second.pk}/move", body).status_code == 204
    where = [
        str(line.appointment.address)[:7]
        for line in OrderLine.objects.select_related("appointment__address").order_by("position")
        if line.appointment
    ]
    assert where == ["1 Plain", "2 Low R", *["1 Plain"] * (len(where) - 2)]
    shown = cleo.get(f"/orders/{made.number}").json()["lines"][1]
    assert shown["address"].startswith("2 Low Road")


def test_wrongly_typed(shop: Shop, nora: Visitor, made: Booked) -> None:
    token = {"x_order_token": made.token}
    for body, code in (
        ({**LOW_ROAD, "postcode": "nowhere"}, "postcode_malformed"),
        ({**LOW_ROAD, "line1": " "}, "invalid_input"),
        ({**LOW_ROAD, "town": " "}, "invalid_input"),
    ):
        assert add(nora, made, body, **token).json()["code"] == code
    assert Address.objects.count() == 1


def test_as_many_questions_for_many_addresses(shop: Shop, cleo: Person) -> None:
    visitor = Visitor(cleo.user, cleo.customer_row, client=cleo.client)
    made = visitor.booked(shop)

    def asked() -> int:
        with CaptureQueriesContext(
            connection,
        ) as queries:
            places(cleo, made)
        return len(queries)

    few = asked()
    for number in range(5):
        add(cleo, made, {**LOW_ROAD, "line1": f"{number} Low Road"})
    assert asked() == few
