"""Booking the same again from an order of one's account."""

from __future__ import annotations

from typing import Any

import pytest

from almanac.catalog.models import Offering
from almanac.people.models import Customer
from tests.cast import Person
from tests.shop import Booked, Shop, Visitor

pytestmark = pytest.mark.django_db
ASKED = "0a0a0a0a-0000-4000-8000-00000000aaaa"


@pytest.fixture
def cleos(shop: Shop, cleo: Person) -> tuple[Visitor, Booked]:
    """Cleo's clean by Sam, with an extra, an answer, and how to get in."""
    shop.clean.questions = [{"id": ASKED, "kind": "text", "label": {"en": "Anything else?"}}]
    shop.clean.save()
    shopper = Visitor(cleo.user, cleo.customer_row, client=cleo.client)
    shopper.place()
    shopper.want(shop.clean, extras=[{"extra_id": str(shop.oven.pk), "quantity": 2}])
    shopper.hold(staff=shop.sam)
    shopper.patch(f"/basket/lines/{shopper.line_id()}/answers", {"answers": {ASKED: "The blue door"}})
    shopper.type_in(name="Cleo", email="cleo@example.com", access_notes="The key is under the pot")
    booked = Booked(**shopper.book().json())
    del cleo.client.cookies["almanac_basket"]
    return shopper, booked


def again(visitor: Person, made: Booked, **headers: str) -> Any:
    return visitor.post(f"/orders/{made.number}/again", None, **headers)


def test_everything_is_there_but_the_time(shop: Shop, cleos: tuple[Visitor, Booked]) -> None:
    cleo, made = cleos
    told = again(cleo, made).json()
    basket = cleo.basket()
    (line,) = basket["lines"]
    assert (told["business"], told["line"]) == ("valclean", line["id"])
    assert (line["service_slug"], line["starts_at"], line["state"]) == ("clean", None, "open")
    assert [(extra["quantity"]) for extra in line["extras"]] == [2]
    assert [person["id"] for person in line["preferred_staff"]] == [str(shop.sam.pk)]
    assert "The blue door" in str(line)
    assert basket["place"]["postcode"] == "SW11 1AA"
    details = basket["details"]
    assert (details["name"], details["line1"], details["access_notes"]) == (
        "Cleo",
        "1 Plain Street",
        "The key is under the pot",
    )


def test_it_stands_beside_what_is_in_the_basket(shop: Shop, cleos: tuple[Visitor, Booked]) -> None:
    cleo, made = cleos
    cleo.want(shop.call)
    cleo.type_in(name="Cleo's sister")
    told = again(cleo, made).json()
    basket = cleo.basket()
    assert [line["service_slug"] for line in basket["lines"]] == ["call", "clean"]
    assert (basket["lines"][1]["id"], basket["details"]["name"]) == (told["line"], "Cleo's sister")


def test_who_does_not_do_it_any_more_is_not_asked_for(shop: Shop, cleos: tuple[Visitor, Booked]) -> None:
    cleo, made = cleos
    Offering.objects.filter(service=shop.clean, staff_member=shop.sam).delete()
    assert again(cleo, made).status_code == 200
    assert cleo.basket()["lines"][0]["preferred_staff"] == []


def test_what_is_not_on_offer_any_more(shop: Shop, cleos: tuple[Visitor, Booked]) -> None:
    cleo, made = cleos
    shop.clean.is_visible = False
    shop.clean.save()
    answer = again(cleo, made)
    assert (answer.status_code, answer.json()["code"]) == (409, "not_on_offer")


def test_the_link_alone_does_not_tell_how_to_get_in(
    cleos: tuple[Visitor, Booked], nora: Visitor, sam: Person, otto: Person
) -> None:
    _, made = cleos
    assert again(nora, made, x_order_token=made.token).status_code == 403
    assert again(sam, made).status_code == 403
    assert again(otto, made).status_code == 404
    assert Customer.objects.count() == 2
