"""One visit that was called off stands again: within a day, at its time, with its money as shown; by the team alone."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest

from almanac.business.models import Setting
from almanac.outbox import worker
from almanac.payments.models import Payment, ProviderAccount, Refund
from almanac.payments.queries import outstanding
from almanac.sales.models import Subscription
from almanac.scheduling.models import Appointment
from tests.cast import Person
from tests.series_cases import claims_fit, subscribed
from tests.shop import NOW, WEDNESDAY_TEN, Booked, Shop, Visitor
from tests.tills import Till, order_of, paid

pytestmark = pytest.mark.django_db


@pytest.fixture
def made(shop: Shop, nora: Visitor) -> Booked:
    return nora.booked(shop, staff=shop.sam)


def call_off(person: Person, made: Booked) -> None:
    answer = person.post(f"/appointments/{made.visit.pk}/cancel", {}, x_order_token=made.token)
    assert answer.status_code == 204, answer.content
    worker.drain()


def look(person: Person, made: Booked) -> dict[str, Any]:
    found: dict[str, Any] = person.get(f"/appointments/{made.visit.pk}/restoration").json()
    return found


def may_restore(person: Person, made: Booked) -> bool:
    """As the page of its order tells it."""
    (line,) = person.get(f"/orders/{made.number}", x_order_token=made.token).json()["lines"]
    return bool(line["can_restore"])


def put_back(person: Person, made: Booked, token: str | None = None) -> Any:
    body = {"token": token or look(person, made)["token"]}
    return person.post(f"/appointments/{made.visit.pk}/restore", body)


def refused(person: Person, made: Booked) -> str:
    told, answer = look(person, made), put_back(person, made)
    assert not told["allowed"]
    assert (answer.status_code, answer.json()["code"]) == (409, "cannot_restore")
    assert answer.json()["reason"] == told["refused_reason"]
    return str(told["refused_reason"])


def test_what_is_paid_on_the_day_is_so_again(shop: Shop, nora: Visitor, ada: Person, sam: Person, made: Booked) -> None:
    at = made.visit.starts_at
    call_off(nora, made)
    assert made.order.state == "cancelled"
    assert [may_restore(person, made) for person in (sam, ada, nora)] == [True, True, False]
    told = look(sam, made)
    assert (told["allowed"], told["owed_amount"], told["kept_amount"], told["pays"]) == (True, 4_000, 0, "on_the_day")
    answer = put_back(sam, made)
    assert (answer.status_code, answer.json()["state"], answer.json()["can"]["restore"]) == (200, "confirmed", False)
    assert (made.visit.state, made.visit.starts_at, made.order.state) == ("confirmed", at, "confirmed")
    assert Payment.objects.get().state == "due"
    assert claims_fit()
    assert refused(ada, made) == "stands"


@pytest.mark.parametrize(("is_taken", "pays"), [(True, "on_the_day"), (False, "link")])
def test_what_went_back_is_owed_again_in_the_way_that_its_customer_is_told(
    shop: Shop, nora: Visitor, ada: Person, till: Till, is_taken: bool, pays: str
) -> None:
    """On the day where the business takes that, else by the link of the order."""
    Setting.objects.create(business=shop.business, group="payments", values={"on_the_day": is_taken})
    made = paid(nora, shop, till)
    call_off(nora, made)
    assert Refund.objects.get().amount == 4_000
    told = look(ada, made)
    assert (told["owed_amount"], told["pays"]) == (4_000, pays)
    assert put_back(ada, made).status_code == 200
    worker.drain()
    assert sum(outstanding(order_of(made)).values()) == 4_000


def test_no_link_is_named_where_nothing_takes_money_online(shop: Shop, nora: Visitor, ada: Person, till: Till) -> None:
    """The company that took it has been switched off since."""
    Setting.objects.create(business=shop.business, group="payments", values={"on_the_day": False})
    made = paid(nora, shop, till)
    call_off(nora, made)
    ProviderAccount.objects.update(is_on=False)
    assert look(ada, made)["pays"] == "on_the_day"


def test_what_was_kept_counts_towards_the_price_again(shop: Shop, nora: Visitor, ada: Person, till: Till) -> None:
    made = paid(nora, shop, till)
    shop.clock.move_to(WEDNESDAY_TEN - timedelta(hours=5))
    call_off(nora, made)
    told = look(ada, made)
    assert told["kept_amount"] == 4_000 - sum(Refund.objects.values_list("amount", flat=True)) > 0
    assert told["kept_amount"] + told["owed_amount"] == told["price_amount"] == 4_000
    assert put_back(ada, made).status_code == 200
    worker.drain()
    assert sum(outstanding(order_of(made)).values()) == told["owed_amount"]
    assert order_of(made).lines.get().fee_amount is None
    assert till.agrees()


def test_a_time_that_somebody_took_since(shop: Shop, nora: Visitor, ada: Person, made: Booked, rival: Visitor) -> None:
    call_off(nora, made)
    before = look(ada, made)
    rival.booked(shop, made.visit.starts_at, staff=shop.sam)
    assert refused(ada, made) == "taken"
    assert put_back(ada, made, before["token"]).json()["code"] == "cannot_restore"


def test_what_means_something_else_by_now(nora: Visitor, ada: Person, made: Booked) -> None:
    call_off(nora, made)
    assert put_back(ada, made, "0" * 64).json()["code"] == "plan_changed"
    assert made.visit.state == "cancelled"


def test_after_a_day(shop: Shop, nora: Visitor, ada: Person, made: Booked) -> None:
    call_off(nora, made)
    shop.clock.move_to(NOW + timedelta(hours=24))
    assert not ada.get(f"/appointments/{made.visit.pk}").json()["can"]["restore"]
    assert refused(ada, made) == "too_late"


def test_what_nobody_called_off(nora: Visitor, ada: Person, made: Booked) -> None:
    call_off(nora, made)
    Appointment.objects.update(cancelled_by="system")
    assert refused(ada, made) == "by_itself"


def test_the_team_alone(shop: Shop, nora: Visitor, cleo: Person, otto: Person, sid: Person) -> None:
    visitor = Visitor(cleo.user, cleo.customer_row, client=cleo.client)
    made = visitor.booked(shop, staff=shop.sam)
    call_off(cleo, made)
    path = f"/appointments/{made.visit.pk}"
    assert cleo.get(f"{path}/restoration").status_code == 403
    assert cleo.post(f"{path}/restore", {"token": "0" * 64}).status_code == 403
    assert otto.get(f"{path}/restoration").status_code == 404
    assert sid.post(f"{path}/restore", {"token": "0" * 64}).status_code in (403, 404)
    assert nora.get(f"{path}/restoration").status_code == 401


def test_a_visit_of_a_series(shop: Shop, cleo: Person, ada: Person) -> None:
    made = subscribed(shop, cleo)
    row = Subscription.objects.get()
    for line in made.order.lines.order_by("-occurs_on"):
        assert cleo.post(f"/appointments/{line.appointment_id}/cancel", {}).status_code == 204
    worker.drain()
    assert made.order.state == "cancelled"
    first = Appointment.objects.order_by("starts_at")[0]
    token = ada.get(f"/appointments/{first.pk}/restoration").json()["token"]
    assert ada.post(f"/appointments/{first.pk}/restore", {"token": token}).status_code == 200
    row.refresh_from_db()
    assert (row.state, made.order.state) == ("active", "confirmed")
    assert claims_fit()
