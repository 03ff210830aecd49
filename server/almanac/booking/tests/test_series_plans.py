"""What a plan tells of money: by which way it goes back, whose the rest is, what moved visits would cost now; and going on
that is undone."""

from __future__ import annotations

from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from almanac.booking.queries.series_pauses import pauses_of
from almanac.business.models import Setting
from almanac.catalog.models import Offering, PriceRule
from almanac.outbox import worker
from almanac.payments.models import Refund
from almanac.people.models import Customer
from almanac.places.models import Address
from almanac.sales.models import OrderLine, Subscription
from tests.cast import Person
from tests.series_cases import agree, claims_fit, plan, subscribed, subscribed_by_card, visits
from tests.shop import Shop
from tests.tills import Till

pytestmark = pytest.mark.django_db


@pytest.fixture
def key(shop: Shop, cleo: Person) -> str:
    subscribed(shop, cleo)
    return str(Subscription.objects.get().pk)


@pytest.fixture
def paid(shop: Shop, cleo: Person, till: Till) -> str:
    """Seven visits of 40.00, paid by card at once."""
    Setting.objects.create(business=shop.business, group="subscriptions", values={"charging": "in_advance"})
    subscribed_by_card(shop, cleo, till)
    return str(Subscription.objects.get().pk)


def test_what_goes_back_is_told_by_way_and_the_rest_by_party(paid: str, cleo: Person, ada: Person) -> None:
    told = plan(ada, paid, "cancel", "2026-03-05").json()
    assert told["ways"] == [{"method": "card", "amount": 24_000}]
    assert (told["refund_amount"], told["paid_amount"]) == (24_000, 24_000)
    assert told["kept"]["business_amount"] == 0
    assert told["kept"]["processor_fee_amount"] >= 0
    assert plan(cleo, paid, "cancel", "2026-03-05").json()["kept"] is None
    assert agree(ada, paid, "cancel", "2026-03-05").status_code == 200
    assert sum(Refund.objects.values_list("amount", flat=True)) == 24_000


def test_as_many_questions_for_many_visits(paid: str, ada: Person) -> None:
    def asked(on: str) -> int:
        with CaptureQueriesContext(connection) as queries:
            plan(ada, paid, "cancel", on)
        return len(queries)

    asked("2026-05-20")
    assert asked("2026-03-05") == asked("2026-05-20")


def test_a_person_who_takes_more_is_told_and_the_price_stays(shop: Shop, key: str, ada: Person) -> None:
    before = plan(ada, key, "move", "2026-03-18", staff_id=str(shop.sid.pk)).json()
    assert (before["more_amount"], before["price_amount"]) == (0, 6 * 4_000)
    Offering.objects.filter(service=shop.clean, staff_member=shop.sid).update(price_amount=4_500)
    told = plan(ada, key, "move", "2026-03-18", staff_id=str(shop.sid.pk)).json()
    assert {item["more_amount"] for item in told["items"]} == {500}
    assert (told["more_amount"], told["price_amount"]) == (3_000, 24_000)
    assert told["token"] != before["token"]
    body = {"kind": "move", "from_on": "2026-03-18", "staff_id": str(shop.sid.pk)}
    assert ada.post(f"/subscriptions/{key}/change", {**body, "token": before["token"]}).json()["code"] == "plan_changed"
    assert ada.post(f"/subscriptions/{key}/change", {**body, "token": told["token"]}).status_code == 200
    assert set(OrderLine.objects.values_list("total_amount", flat=True)) == {4_000}


def test_an_address_that_costs_more(shop: Shop, key: str, cleo: Person, ada: Person) -> None:
    PriceRule.objects.create(
        business=shop.business,
        name={"en": "N1"},
        when={"areas": ["N1"]},
        effect={"kind": "percent", "percent_bp": 1_000},
    )
    here = Address.objects.get()
    there = Address.objects.create(
        customer=Customer.objects.get(pk=here.customer_id),
        line1="3 North Road",
        city="London",
        postcode="N1 1AA",
        latitude=here.latitude,
        longitude=here.longitude,
    )
    move = {"address_id": str(there.pk)}
    told = plan(ada, key, "move", "2026-03-18", **move).json()
    assert {item["more_amount"] for item in told["items"]} == {400}
    own = plan(cleo, key, "move", "2026-03-18", **move).json()
    assert {item["left_alone"] for item in own["items"]} == {"costs_more"}
    assert own["is_empty"]


def test_going_on_is_undone(shop: Shop, key: str, cleo: Person, ada: Person) -> None:
    agree(cleo, key, "pause", "2026-03-10")
    agree(cleo, key, "resume")
    assert len(visits(cleo, key)) == 7
    assert plan(cleo, key, "undo").status_code == 403
    told = plan(ada, key, "undo").json()
    assert (told["visit_count"], {item["after"] for item in told["items"]}) == (6, {None})
    answer = agree(ada, key, "undo").json()
    assert (len(visits(cleo, key)), answer["paused_from"]) == (1, "2026-03-10")
    assert cleo.get(f"/subscriptions/{key}").json()["can_resume"]
    assert len(plan(cleo, key, "resume").json()["items"]) == 6
    assert agree(cleo, key, "resume").status_code == 200
    assert len(visits(cleo, key)) == 7
    assert claims_fit()


def test_one_change_after_the_other_is_undone_the_last_first(key: str, cleo: Person, ada: Person) -> None:
    """A visit called off, then all that follow moved: both within a day."""
    before = visits(cleo, key)
    agree(ada, key, "pause", "2026-03-18", until_on="2026-03-19")
    between = visits(cleo, key)
    assert agree(ada, key, "move", "2026-04-01", starts_at="2026-04-02T13:00:00Z").json()["can_undo"]
    assert visits(cleo, key) not in (before, between)
    assert agree(ada, key, "undo").json()["can_undo"]
    assert visits(cleo, key) == between
    assert not agree(ada, key, "undo").json()["can_undo"]
    assert visits(cleo, key) == before
    assert plan(ada, key, "undo").status_code == 403
    assert claims_fit()


def test_going_on_from_a_later_day_is_undone_too(key: str, cleo: Person, ada: Person) -> None:
    agree(cleo, key, "pause", "2026-03-10")
    agree(cleo, key, "resume", "2026-06-10")  # after all visits of the term
    assert pauses_of(Subscription.objects.get()).open == []
    assert not plan(ada, key, "undo").json()["is_empty"]
    answer: dict[str, Any] = agree(ada, key, "undo").json()
    assert (answer["state"], answer["paused_from"]) == ("active", "2026-03-10")
    assert len(pauses_of(Subscription.objects.get()).open) == 1


def test_what_went_on_and_was_paid_goes_back(paid: str, cleo: Person, ada: Person) -> None:
    agree(cleo, paid, "pause", "2026-03-10")
    worker.drain()
    agree(cleo, paid, "resume")
    worker.drain()
    told = plan(ada, paid, "undo").json()
    assert (told["visit_count"], told["refund_amount"], told["owed_amount"]) == (6, 0, 0)  # nothing was paid anew yet
    assert agree(ada, paid, "undo").status_code == 200
