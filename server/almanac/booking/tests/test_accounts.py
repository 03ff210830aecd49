"""From a guest's order to an account: who may add what, links that work once, and what a stranger is not told."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from allauth.account.models import EmailAddress
from django.db import IntegrityError, connection
from django.test.utils import CaptureQueriesContext

from almanac.booking.actions import accounts
from almanac.booking.queries.accounts import account_key
from almanac.kit.errors import NotFound
from almanac.kit.fields import Row
from almanac.outbox.models import EventRow
from almanac.payments.models import KeptMethod, ProviderAccount
from almanac.people.actions.accounts import trust_address
from almanac.people.actions.guests import give_guest_to_account
from almanac.people.models import Customer, User
from almanac.places.models import Address
from almanac.sales.models import Coupon, PointEntry, VisitPass
from almanac.scheduling.models import Appointment
from tests.cast import Person
from tests.packages import make_package
from tests.shop import NOW, WEDNESDAY_TEN, Booked, Shop, Visitor

pytestmark = pytest.mark.django_db
PASSWORD = "a harbour of boats"


@pytest.fixture
def made(shop: Shop, nora: Visitor) -> Booked:
    return nora.booked(shop)


@pytest.fixture
def key(made: Booked) -> str:
    return account_key(made.order, now=NOW)


def proven(person: Person, email: str = "nora@example.com") -> Person:
    EmailAddress.objects.create(user=person.account, email=email, verified=True)
    return person


def offered(person: Person, **headers: str) -> list[str]:
    return [order["number"] for order in person.get("/linkable-orders", **headers).json()["orders"]]


def add(person: Person, *orders: Booked, **headers: str) -> Any:
    return person.post("/linkable-orders", {"order_ids": [str(order.order.pk) for order in orders]}, **headers)


def open_account(person: Person, key: str, password: str = PASSWORD) -> Any:
    return person.post("/account-offer", {"key": key, "password": password})


def test_orders_with_a_proven_address_are_offered_and_added(
    shop: Shop, made: Booked, rival: Visitor, cleo: Person
) -> None:
    again = rival.booked(shop, WEDNESDAY_TEN + timedelta(hours=3), email="NORA@example.com")
    assert offered(cleo) == []
    assert set(offered(proven(cleo))) == {made.number, again.number}
    assert add(cleo, made, again).status_code == 204
    own = {order["number"] for order in cleo.get("/orders").json()["items"]}
    assert own == {made.number, again.number}
    assert offered(cleo) == []
    visit = Appointment.objects.select_related("address").get(pk=made.visit.pk)
    assert visit.customer_id == cleo.customer.pk
    assert visit.address is not None
    assert visit.address.customer_id == cleo.customer.pk
    assert Customer.objects.filter(user=None, archived_at=None).count() == 0
    facts = EventRow.objects.filter(name="people.customer_linked")
    assert facts.count() == 2
    assert {fact.payload["customer_id"] for fact in facts} == {str(cleo.customer.pk)}


def test_an_account_without_a_row_takes_the_guests(made: Booked, cleo: Person) -> None:
    guest_id = made.order.customer_id
    cleo.customer.delete()
    assert add(proven(cleo), made).status_code == 204
    assert Customer.objects.get(user=cleo.account).pk == guest_id


def test_an_address_that_was_only_claimed_proves_nothing(made: Booked, cleo: Person) -> None:
    EmailAddress.objects.create(user=cleo.account, email="nora@example.com", verified=False)
    assert offered(cleo) == []
    assert add(cleo, made).status_code == 404


def test_the_holder_of_the_link_may_add_its_order_alone(shop: Shop, made: Booked, rival: Visitor, cleo: Person) -> None:
    rival.booked(shop, WEDNESDAY_TEN + timedelta(hours=3), email="nora@example.com")
    assert offered(cleo, x_order_token=made.token) == [made.number]
    assert add(cleo, made).status_code == 404
    assert add(cleo, made, x_order_token=made.token).status_code == 204
    assert cleo.get(f"/orders/{made.number}").status_code == 200


def test_a_link_to_one_order_does_not_give_the_others_of_its_customer(
    shop: Shop, made: Booked, rival: Visitor, cleo: Person
) -> None:
    other = rival.booked(shop, WEDNESDAY_TEN + timedelta(hours=3), email="rival@example.com").order
    other.customer = made.order.customer
    other.save(update_fields=["customer"])
    assert offered(cleo, x_order_token=made.token) == []
    assert add(cleo, made, x_order_token=made.token).status_code == 404


def kept_card(row: Customer, shop: Shop) -> Row:
    company = ProviderAccount.objects.create(provider="stripe", mode="test", keys="{}")
    return KeptMethod.objects.create(customer=row, account=company, method="card", label="Visa 4242", kept_at=NOW)


def coupon(row: Customer, shop: Shop) -> Row:
    return Coupon.objects.create(business=shop.business, customer=row, currency="GBP", code="SORRY", percent_bp=1_000)


def points(row: Customer, shop: Shop) -> Row:
    return PointEntry.objects.create(
        business=shop.business, customer=row, kind="correction", points=40, written_at=NOW, lapses_on=NOW.date()
    )


def package(row: Customer, shop: Shop) -> Row:
    return VisitPass.objects.create(
        business=shop.business,
        package=make_package(shop.business, shop.clean),
        customer=row,
        name="Three",
        visits=3,
        amount=0,
        currency="GBP",
    )


def another_home(row: Customer, shop: Shop) -> Row:
    return Address.objects.create(
        customer=row, line1="2 Side Street", city="London", postcode="SW11 1AA", latitude=51.46, longitude=-0.16
    )


def door_code(row: Customer, shop: Shop) -> Row:
    home = row.addresses.get()
    home.access_notes = "The key safe opens with 4711"
    home.save(update_fields=["access_notes"])
    return home


@pytest.mark.parametrize("what", [kept_card, coupon, points, package, another_home, door_code])
def test_the_link_gives_nothing_that_it_does_not_open(
    what: Callable[[Customer, Shop], Row], shop: Shop, made: Booked, cleo: Person
) -> None:
    assert offered(cleo, x_order_token=made.token) == [made.number]
    what(made.order.customer, shop)
    assert offered(cleo, x_order_token=made.token) == []
    assert add(cleo, made, x_order_token=made.token).status_code == 404
    assert add(proven(cleo), made).status_code == 204


def test_a_card_that_was_removed_is_nothing_any_more(shop: Shop, made: Booked, cleo: Person) -> None:
    kept_card(made.order.customer, shop)
    KeptMethod.objects.update(removed_at=NOW)
    assert offered(cleo, x_order_token=made.token) == [made.number]


def test_an_order_of_an_account_is_nobody_elses(shop: Shop, cleo: Person, otto: Person) -> None:
    hers = Visitor(cleo.user, cleo.customer_row, client=cleo.client).booked(shop)
    assert add(proven(otto, "other@example.com"), hers, x_order_token=hers.token).status_code == 404


def test_whoever_is_no_customer_adds_nothing(made: Booked, stranger: Person, sam: Person, ada: Person) -> None:
    assert add(stranger, made, x_order_token=made.token).json()["code"] == "sign_in_needed"
    for person in (sam, ada):
        assert add(person, made, x_order_token=made.token).status_code == 404
        assert offered(person, x_order_token=made.token) == []
    assert stranger.get("/linkable-orders").json() == {"signed_in": False, "orders": []}


def test_all_or_none(shop: Shop, made: Booked, rival: Visitor, cleo: Person) -> None:
    others = rival.booked(shop, WEDNESDAY_TEN + timedelta(hours=3), email="rival@example.com")
    assert add(proven(cleo), made, others).status_code == 404
    assert offered(cleo) == [made.number]


def test_two_at_once_add_it_once(made: Booked, cleo: Person, otto: Person, monkeypatch: pytest.MonkeyPatch) -> None:
    """The other one adds it between the question and the lock."""
    proven(cleo)
    original = give_guest_to_account

    def overtaken(**given: Any) -> Any:
        original(**{**given, "user_id": otto.account.pk})
        return original(**given)

    monkeypatch.setattr(accounts, "give_guest_to_account", overtaken)
    with pytest.raises(NotFound):
        accounts.add_orders(actor=cleo.actor, order_ids=[made.order.pk], now=NOW)
    assert offered(cleo) == [made.number]  # nothing of it happened


def test_wishing_for_an_account_is_answered_alike(made: Booked, rival: Visitor, cleo: Person) -> None:
    assert rival.post("/linked-order/account").status_code == 404
    assert rival.post("/linked-order/account", x_order_token=made.token).status_code == 204
    add(proven(cleo), made)
    assert rival.post("/linked-order/account", x_order_token=made.token).status_code == 204
    assert EventRow.objects.filter(name="booking.account_wished").count() == 2


def test_the_link_opens_an_account_with_the_order_once(made: Booked, key: str, stranger: Person) -> None:
    offer = stranger.post("/account-offer/read", {"key": key}).json()
    assert offer == {"number": made.number, "business_name": "VALClean", "has_account": False}
    answer = open_account(stranger, key)
    assert (answer.status_code, answer.json()) == (200, {"email": "nora@example.com"})
    user = User.objects.get(email="nora@example.com")
    assert user.check_password(PASSWORD)
    assert (user.role, user.customer.pk) == ("customer", made.order.customer_id)
    assert EmailAddress.objects.get(user=user).verified
    assert made.number in [order["number"] for order in Person(user).get("/orders").json()["items"]]
    assert open_account(stranger, key).json()["code"] == "offer_over"
    assert stranger.post("/account-offer/read", {"key": key}).json()["code"] == "offer_over"
    names = EventRow.objects.values_list("name", flat=True)
    assert {"people.account_opened", "people.customer_linked"} <= set(names)


def test_a_known_address_signs_in_instead(made: Booked, key: str, stranger: Person, cleo: Person) -> None:
    User.objects.filter(pk=cleo.account.pk).update(email="Nora@example.com")
    assert stranger.post("/account-offer/read", {"key": key}).json()["has_account"] is True
    assert open_account(stranger, key).json()["code"] == "account_exists"
    cleo.account.refresh_from_db()
    assert not cleo.account.check_password(PASSWORD)


@pytest.mark.parametrize(("password", "fault"), [("short", "password_too_short"), ("password", "password_too_common")])
def test_a_weak_password_is_told_and_the_link_still_works(
    made: Booked, key: str, stranger: Person, password: str, fault: str
) -> None:
    answer = open_account(stranger, key, password)
    assert (answer.status_code, answer.json()["code"]) == (422, "weak_password")
    assert fault in answer.json()["faults"]
    assert open_account(stranger, key).status_code == 200


def test_a_link_that_is_over_or_not_ours(shop: Shop, made: Booked, key: str, stranger: Person) -> None:
    for wrong in ("", "x", made.token, key[:-2] + "zz"):
        assert open_account(stranger, wrong).json()["code"] == "offer_over"
    shop.clock.shift(timedelta(days=2))
    assert open_account(stranger, key).json()["code"] == "offer_over"
    assert not User.objects.filter(email="nora@example.com").exists()


def test_a_link_written_to_an_older_address_is_over(made: Booked, key: str, stranger: Person) -> None:
    Customer.objects.filter(pk=made.order.customer_id).update(email="new@example.com")
    assert open_account(stranger, key).json()["code"] == "offer_over"


def test_what_others_claimed_of_the_address_is_void(made: Booked, key: str, stranger: Person, otto: Person) -> None:
    EmailAddress.objects.create(user=otto.account, email="nora@example.com", verified=False)
    assert open_account(stranger, key).status_code == 200
    assert not EmailAddress.objects.filter(user=otto.account, email="nora@example.com").exists()


def test_one_address_is_proven_by_one_account(cleo: Person, otto: Person) -> None:
    trust_address(cleo.account)
    with pytest.raises(IntegrityError):
        EmailAddress.objects.create(user=otto.account, email=cleo.account.email, verified=True)


def test_as_many_questions_for_many_orders_as_for_one(
    shop: Shop, made: Booked, rival: Visitor, cleo: Person, django_assert_num_queries: Any
) -> None:
    proven(cleo)
    cleo.get("/linkable-orders")
    with CaptureQueriesContext(connection) as one:
        assert len(offered(cleo)) == 1
    asked = len(one)  # counted now: the next request empties the log
    assert asked > 0
    for hours in (3, 5):
        rival.booked(shop, WEDNESDAY_TEN + timedelta(hours=hours), email="nora@example.com")
    with django_assert_num_queries(asked):
        assert len(offered(cleo)) == 3
