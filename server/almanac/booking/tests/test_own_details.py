"""Who is signed in need not say again who they are: what their account knows is in the basket, until they type something else."""

from __future__ import annotations

from typing import Any

import pytest

from almanac.places.models import Address
from tests.cast import Person
from tests.shop import POSTCODE, Shop, Visitor

pytestmark = pytest.mark.django_db


@pytest.fixture
def shopper(shop: Shop, cleo: Person) -> Visitor:
    """Cleo, signed in, with her usual address."""
    customer = cleo.customer_row
    assert customer is not None
    customer.name, customer.email, customer.phone = "Cleo Moss", "cleo@example.com", "+447700900111"
    customer.save()
    Address.objects.create(
        customer=customer,
        line1="7 Plain Street",
        city="London",
        postcode=POSTCODE,
        latitude=51.465,
        longitude=-0.156,
        access_notes="The key is under the pot",
        is_usual=True,
    )
    return Visitor(cleo.user, customer, client=cleo.client)


def details(visitor: Visitor, *fields: str) -> list[Any]:
    found = visitor.basket()["details"]
    return [found[field] for field in fields]


def test_the_account_says_who_it_is_and_where_they_usually_are(shop: Shop, shopper: Visitor) -> None:
    shopper.want(shop.clean)
    assert details(shopper, "name", "email", "phone") == ["Cleo Moss", "cleo@example.com", "+447700900111"]
    shopper.place()
    assert details(shopper, "line1", "town") == ["7 Plain Street", "London"]
    assert details(shopper, "access_notes") == [""]  # known where the visit goes, shown to nobody who finds the browser
    shopper.hold(staff=shop.sam)
    number = shopper.book().json()["number"]
    visit = shopper.get(f"/orders/{number}").json()["lines"][0]
    assert visit["starts_at"]
    kept = Address.objects.get(customer=shopper.customer_row)
    assert kept.access_notes == "The key is under the pot"  # the same address, as it was


def test_somewhere_else_the_address_is_left_to_be_typed(shop: Shop, shopper: Visitor) -> None:
    Address.objects.update(postcode="N1 9GU")
    shopper.place()
    assert details(shopper, "name", "line1") == ["Cleo Moss", ""]


def test_what_was_typed_stays(shop: Shop, shopper: Visitor) -> None:
    shopper.want(shop.clean)
    shopper.patch("/basket/details", {"name": "Cleo's mother", "email": "", "phone": "", "line1": "2 Other Road"})
    shopper.place()
    shopper.want(shop.call)
    assert details(shopper, "name", "email", "phone", "line1") == ["Cleo's mother", "", "", "2 Other Road"]


def test_guests_and_the_team_are_nobodys_customer(shop: Shop, nora: Visitor, ada: Person) -> None:
    nora.want(shop.clean)
    assert details(nora, "name", "email", "phone") == ["", "", ""]
    team = Visitor(ada.user, None, client=ada.client)
    team.want(shop.clean)
    assert details(team, "name", "email", "phone") == ["", "", ""]
