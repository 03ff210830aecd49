"""Passes where things come in another order than one expects: refunds on their way, visits taken back out of turn, orders
of which only what a package pays is left."""

from __future__ import annotations

from datetime import timedelta

import pytest

from almanac.booking.actions.paying import lapse
from almanac.business.models import Setting
from almanac.kit import clock
from almanac.ledger.queries import broken_laws
from almanac.outbox import worker
from almanac.payments.actions import passes as books
from almanac.payments.models import Refund
from almanac.sales.models import VisitPass
from almanac.scheduling.models import Appointment
from fakes.stripe.money import end_refund
from tests.cast import Person
from tests.packages import buy_package, left_of, make_package, named, owed_of
from tests.pass_cases import DAY, cancel, done, page, refund, told, visit
from tests.series_cases import agree
from tests.series_pass_cases import filled, key, subscribed
from tests.shop import WEDNESDAY_TEN, Booked, Shop, Visitor
from tests.tills import Till, order_of, page_of

pytestmark = pytest.mark.django_db


def test_visits_that_come_back_while_its_refund_is_on_its_way(
    shop: Shop, cleo: Person, ada: Person, nora: Visitor, till: Till
) -> None:
    _, held = buy_package(nora, till, make_package(shop.business, shop.clean, visits=10, slug="ten"))
    subscribed(shop, cleo, held)
    assert left_of(held) == 3
    told = {"amount": page(ada, held)["unused_amount"], "note": "moves away"}
    assert ada.post(f"/passes/{held.pk}/refund", told).status_code < 300
    assert left_of(held) == 0
    assert agree(cleo, key(), "cancel").status_code == 200
    worker.drain()
    held.refresh_from_db()
    assert (left_of(held), held.asked, held.refunded) == (7, 0, 3), "what went back of it cannot be used as well"
    assert till.agrees()


def test_what_only_a_package_pays_stands_once_the_rest_is_called_off(
    shop: Shop, cleo: Person, held: VisitPass, till: Till
) -> None:
    Setting.objects.create(business=shop.business, group="subscriptions", values={"charging": "per_visit"})
    made = Booked(**filled(shop, cleo, held).book(payment_method="card").json())
    worker.drain()
    assert order_of(made).state == "placed"
    open_page = page_of(Visitor(), made)
    assert agree(cleo, key(), "cancel", "2026-04-10").status_code == 200
    worker.drain()
    assert order_of(made).state == "confirmed"
    shop.clock.move_to(clock.now() + timedelta(hours=2))
    assert not lapse(order_id=order_of(made).pk, now=clock.now())
    worker.drain()
    standing = Appointment.objects.exclude(state="cancelled")
    assert (standing.count(), left_of(held)) == (3, 0)
    assert "Nothing was charged" in till.pay(open_page)
    assert not Refund.objects.filter(payment__order=order_of(made)).exists()
    assert till.agrees()


def test_visits_of_a_voided_package_that_are_called_off_are_worth_nothing_to_anybody(
    shop: Shop, cleo: Person, ada: Person, nora: Visitor, till: Till
) -> None:
    _, held = buy_package(nora, till, make_package(shop.business, shop.clean, visits=10, slug="ten"))
    subscribed(shop, cleo, held)
    assert ada.post(f"/passes/{held.pk}/void", {"reason": "lost"}).status_code < 300
    assert owed_of(held) > 0, "visits that are booked stay"
    assert agree(cleo, key(), "cancel").status_code == 200
    worker.drain()
    assert (left_of(held), owed_of(held), broken_laws()) == (0, 0, [])
    assert till.agrees()


def test_voided_by_the_team_it_stays_so_when_a_refund_fails_in_the_end(
    shop: Shop, held: VisitPass, nora: Visitor, ada: Person, till: Till
) -> None:
    """A visit that came back was all that was left; what the bank returned is owed to the buyer, and nobody uses it."""
    made = visit(nora, shop, held)
    till.fake.api.refunds_end_as = "pending"
    refund(ada, held)
    cancel(nora, made)
    assert left_of(held) == 1
    code = VisitPass.objects.get(pk=held.pk).code
    assert ada.post(f"/passes/{held.pk}/void", {"reason": "lost"}).status_code == 200
    end_refund(till.fake.book, till.fake.book.all("re")[0], "failed")
    till.tell()
    worker.drain()
    assert (page(ada, held)["state"], left_of(held), told("freed")) == ("voided", 0, 0)
    assert named(Visitor(), code).status_code == 404
    answer = ada.post(f"/refunds/{Refund.objects.get().pk}/otherwise", {"way": "cash"})
    assert answer.status_code == 200, answer.content
    worker.drain()
    assert (owed_of(held), page(ada, held)["state"], broken_laws()) == (0, "voided", [])
    assert till.agrees()


@pytest.mark.parametrize("visits", [2, 3, 7])
@pytest.mark.parametrize("which", [0, 1, -1])
def test_taken_back_out_of_turn_all_of_it_can_go_back(
    shop: Shop, nora: Visitor, ada: Person, till: Till, visits: int, which: int
) -> None:
    """A pound that does not divide: whichever visit is taken back, what is left is worth what goes back of it."""
    _, held = buy_package(nora, till, make_package(shop.business, shop.clean, visits=visits, price=100, slug="pound"))
    made = [visit(Visitor(), shop, held, WEDNESDAY_TEN + (7 + day) * DAY) for day in range(visits)]
    lines = [order_of(each).lines.get().pk for each in made]
    for line_id in lines:
        books.earn(line_id=line_id, now=clock.now())
    books.unearn(line_id=lines[which], now=clock.now())
    assert ada.post(f"/appointments/{made[which].visit.pk}/cancel", {"reason": "ill"}).status_code == 204
    worker.drain()
    refund(ada, held)
    worker.drain()
    assert (owed_of(held), broken_laws()) == (0, [])
    assert till.agrees()


def test_nobody_came_after_all_were_made_and_the_money_goes_back(
    shop: Shop, held: VisitPass, ada: Person, till: Till
) -> None:
    made = [visit(Visitor(), shop, held, WEDNESDAY_TEN + day * DAY) for day in range(3)]
    for each in made:
        done(shop, each)
    first = made[0].visit.pk
    shown = ada.get(f"/appointments/{first}/absence?of=team").json()
    assert ada.post(f"/appointments/{first}/not-served", {"token": shown["token"]}).status_code == 200
    worker.drain()
    refund(ada, held)
    worker.drain()
    assert [row.state for row in Refund.objects.all()] == ["done"]
    assert (owed_of(held), broken_laws()) == (0, [])
    assert till.agrees()
