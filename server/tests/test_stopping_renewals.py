"""Cancelling the rest by the link of one order ends the whole subscription: docs/algorithms/series.md, how it stands."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

import pytest

from almanac.booking.actions import renewing
from almanac.kit import clock
from almanac.outbox import worker
from almanac.sales.links import order_token
from almanac.sales.models import Order, Subscription, SubscriptionChange
from almanac.sales.subscriptions import end_over
from almanac.scheduling.models import Appointment
from tests.cast import Person
from tests.series_cases import RULE, agree, plan
from tests.shop import Shop, Visitor

pytestmark = pytest.mark.django_db
NOTICE = datetime(2026, 5, 20, 9, tzinfo=UTC)
NEXT_NOTICE = datetime(2026, 8, 27, tzinfo=UTC)
FIRST_OF_NEXT = "2026-06-10"


@pytest.fixture
def terms(shop: Shop, rival: Visitor) -> tuple[Order, Order]:
    """A guest's two terms: of the first a visit is still ahead (27 May), of the second all seven."""
    rival.ready(shop)
    assert rival.put(f"/basket/lines/{rival.line_id()}/repeat", {**RULE, "carries_on": True}).status_code == 200
    assert rival.book().status_code == 200
    worker.drain()
    at(shop, NOTICE)
    first, second = Order.objects.order_by("created_at")
    return first, second


def at(shop: Shop, moment: datetime) -> None:
    shop.clock.move_to(moment)
    renewing.give_notices(now=clock.now())
    worker.drain()


class Holder(Person):
    """Whoever has the link of an order, and nothing else."""

    link: str = ""

    @classmethod
    def of(cls, order: Order) -> Holder:
        found = cls()
        found.link = order_token(order, now=clock.now())
        return found

    def get(self, path: str, **headers: str) -> Any:
        return super().get(path, x_order_token=self.link, **headers)

    def post(self, path: str, body: Any = None, **headers: str) -> Any:
        return super().post(path, body, x_order_token=self.link, **headers)


def row() -> Subscription:
    return Subscription.objects.get()


def again(person: Person) -> Person:
    person.client.force_login(person.account)
    return person


def standing(order: Order) -> int:
    return Appointment.objects.filter(order_line__order=order, starts_at__gt=clock.now(), state="confirmed").count()


def test_by_the_link_of_the_next_term_no_other_follows(shop: Shop, terms: tuple[Order, Order]) -> None:
    first, second = terms
    guest, key = Holder.of(second), str(row().pk)
    told = plan(guest, key, "cancel", FIRST_OF_NEXT).json()
    assert (told["visit_count"], told["ends"], told["others_count"]) == (7, True, 0)
    told = agree(guest, key, "cancel", FIRST_OF_NEXT).json()
    assert (told["carries_on"], told["notice_at"], told["state"]) == (False, None, "active")
    assert (standing(first), standing(second)) == (1, 0)
    at(shop, NEXT_NOTICE)
    assert Order.objects.count() == 2
    end_over(now=clock.now())
    assert row().state == "ended"


def test_what_stays_of_another_order_from_that_day_on_is_counted(terms: tuple[Order, Order]) -> None:
    """The link opens its own order alone."""
    first, second = terms
    key = str(row().pk)
    told = plan(Holder.of(second), key, "cancel", "2026-05-20").json()
    assert (told["visit_count"], told["ends"], told["others_count"]) == (7, True, 1)
    told = plan(Holder.of(first), key, "cancel", "2026-05-20").json()
    assert (told["visit_count"], told["ends"], told["others_count"]) == (1, True, 7)
    assert [item["occurs_on"] for item in told["items"]] == ["2026-05-27"]
    told = plan(Holder.of(first), key, "pause", "2026-05-20").json()
    assert (told["ends"], told["others_count"]) == (False, 0)


def test_by_the_link_of_the_first_term_none_follows_the_next(shop: Shop, terms: tuple[Order, Order]) -> None:
    """Also when nothing of its own is to come any more."""
    first, second = terms
    shop.clock.move_to(datetime(2026, 6, 1, 9, tzinfo=UTC))
    guest, key = Holder.of(first), str(row().pk)
    seen = guest.get(f"/subscriptions/{key}").json()
    assert (seen["can_change"], seen["can_cancel"]) == (False, True)
    told = plan(guest, key, "cancel", "2026-06-01").json()
    assert (told["visit_count"], told["is_empty"], told["others_count"]) == (0, False, 7)
    told = agree(guest, key, "cancel", "2026-06-01").json()
    assert (told["state"], told["carries_on"], told["can_cancel"]) == ("active", False, False)
    assert standing(second) == 7
    assert plan(guest, key, "cancel", "2026-06-01").json()["is_empty"]
    at(shop, NEXT_NOTICE)
    assert Order.objects.count() == 2


@pytest.mark.parametrize("number", [0, 1])
def test_undone_it_carries_on_again(shop: Shop, ada: Person, terms: tuple[Order, Order], number: int) -> None:
    """Also where nothing else was done: of the first order no visit is called off from June on."""
    key, before = str(row().pk), row().notice_at
    assert agree(Holder.of(terms[number]), key, "cancel", FIRST_OF_NEXT).status_code == 200
    assert not row().carries_on
    assert again(ada).get(f"/subscriptions/{key}").json()["can_undo"]
    answer = agree(ada, key, "undo")
    assert answer.status_code == 200, answer.content
    assert (row().carries_on, row().notice_at, standing(terms[1])) == (True, before, 7)
    at(shop, NEXT_NOTICE)
    assert Order.objects.count() == 3


def test_what_is_paused_ends_with_it(shop: Shop, ada: Person, terms: tuple[Order, Order]) -> None:
    """Nothing that the whole subscription is paused with keeps it waiting for a term that does not come."""
    key = str(row().pk)
    assert agree(again(ada), key, "pause", "2026-05-20").status_code == 200
    told = agree(Holder.of(terms[1]), key, "cancel", FIRST_OF_NEXT).json()
    assert (told["state"], told["paused_from"], told["can_resume"]) == ("cancelled", None, False)


def test_a_manager_who_sees_a_part_ends_nothing(
    shop: Shop, ada: Person, mia: Person, terms: tuple[Order, Order]
) -> None:
    """From 8 July on Sid comes, whom she looks after."""
    key = str(row().pk)
    assert agree(again(ada), key, "move", "2026-07-08", staff_id=str(shop.sid.pk)).status_code == 200
    told = plan(again(mia), key, "cancel", FIRST_OF_NEXT).json()
    assert (told["visit_count"], told["ends"], told["others_count"]) == (5, False, 2)
    told = agree(mia, key, "cancel", FIRST_OF_NEXT).json()
    assert (told["carries_on"], told["state"]) == (True, "active")
    assert SubscriptionChange.objects.filter(kind="cancel", is_whole=False).exists()
