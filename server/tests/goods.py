"""A mentor with a booklet to sell, for tests of what is sold without a time."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client

from almanac.business.models import Business, Setting
from almanac.catalog.models import Product
from almanac.files.actions import keep_private, store_private
from almanac.files.models import PrivateFile
from almanac.files.samples import write_pdf
from almanac.files.uploads import checked_pdf
from almanac.kit.actor import SYSTEM
from almanac.ledger.models import Role
from almanac.ledger.queries import balance
from almanac.outbox import worker
from almanac.people.models import StaffMember
from almanac.sales import issuing
from almanac.sales.gift_cards import GiftWish
from almanac.sales.models import GiftCard
from tests.cast import Person
from tests.shop import DETAILS, NOW, Booked, Shop, Visitor
from tests.tills import Till, check, page_of

BOOKLET = write_pdf("Twelve answers", [["What they ask, and what they mean by it."], ["And what you say."]])
PRICE = 1_200


def make_product(business: Business, mentor: StaffMember, slug: str, price: int = PRICE, **more: Any) -> Product:
    """On sale, with one PDF."""
    product = Product.objects.create(
        business=business,
        mentor=mentor,
        slug=slug,
        name={"en": slug.capitalize()},
        price_amount=price,
        currency=more.pop("currency", "GBP"),
        file_count=1,
        **more,
    )
    upload = checked_pdf(BOOKLET, name=f"{slug}.pdf")
    keep_private(store_private(upload, owner=product.files_owner, now=NOW), now=NOW)
    return product


def file_of(product: Product) -> PrivateFile:
    return PrivateFile.objects.filter(owner=product.files_owner, expires_at=None).order_by("created_at")[0]


@pytest.fixture
def mentors(shop: Shop, files_folder: Any) -> Business:
    """A business whose people earn by what they sell; 15 % is its own."""
    business = Business.objects.create(
        slug="mentors", name="Mentors", order_prefix="MT", currency="GBP", zone="Europe/Kyiv", phone="020 7946 0099"
    )
    Setting.objects.create(business=business, group="earnings", values={"people_earn": True, "commission_percent": 15})
    return business


@pytest.fixture
def olena(mentors: Business) -> StaffMember:
    return StaffMember.objects.create(business=mentors, slug="olena", name="Olena", zone="Europe/Kyiv")


@pytest.fixture
def booklet(mentors: Business, olena: StaffMember) -> Product:
    """Twelve pounds, two of them tax; of the ten 1.50 is commission."""
    return make_product(mentors, olena, "answers")


def put_in(visitor: Visitor, product: Product) -> Any:
    return visitor.post("/basket/goods", {"product_id": str(product.pk)})


def only_name_and_mail(visitor: Visitor) -> Any:
    """All that a download needs."""
    return visitor.patch("/basket/details", {"name": DETAILS["name"], "email": DETAILS["email"]})


def ordered(visitor: Visitor, *products: Product, **more: Any) -> Booked:
    """Products alone, to be paid by card."""
    for product in products:
        assert put_in(visitor, product).status_code == 200
    only_name_and_mail(visitor)
    answer = visitor.book(payment_method="card", download_consent=True, early_start_consent=False, **more)
    assert answer.status_code == 200, answer.content
    return Booked(**answer.json())


def bought(visitor: Visitor, till: Till, *products: Product) -> Booked:
    """Paid and delivered."""
    made = ordered(visitor, *products)
    till.pay(page_of(visitor, made))
    assert check(visitor, made)["state"] == "captured"
    worker.drain()
    return made


def holder(made: Booked) -> Person:
    """Somebody without an account who has the order's link."""

    class Holder(Person):
        def get(self, path: str, **headers: str) -> Any:
            return super().get(path, x_order_token=made.token, **headers)

        def post(self, path: str, body: Any = None, **headers: str) -> Any:
            return super().post(path, body, x_order_token=made.token, **headers)

    return Holder(client=Client())


def download_path(item: dict[str, Any], number: int = 0) -> str:
    return f"/library/{item['id']}/files/{item['files'][number]['id']}"


def a_card(business: Business, amount: int = 5_000, **wish: Any) -> tuple[GiftCard, str]:
    """A gift card given by hand, and its code."""
    return issuing.give_by_hand(
        actor=SYSTEM,
        amount=amount,
        wish=GiftWish(business_id=business.pk, **wish),
        language="en",
        reason="a test",
        now=NOW,
    )


def left_on(card: GiftCard) -> int:
    return balance(Role.GIFT_CARD, card.currency, card.holder)


def sells_cards(business: Business, **values: Any) -> None:
    """The business sells gift cards of 25, 50 and 100, or any from 10 to 500."""
    Setting.objects.create(business=business, group="gift_cards", values={"gift_cards_sold": True, **values})


def put_gift(visitor: Visitor, business: Business, amount: int = 5_000, **more: Any) -> Any:
    return visitor.post("/basket/goods", {"gift": {"business": business.slug, "amount": amount, **more}})


def pays_with(visitor: Visitor, code: str) -> Any:
    return visitor.put("/basket/gift-cards", {"code": code})


def agreed(visitor: Visitor) -> dict[str, int]:
    """What the cards in the basket are shown to pay."""
    return {card["id"]: card["used_amount"] for card in visitor.basket()["gift_cards"] if card["used_amount"]}
