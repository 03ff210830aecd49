"""What the doors to orders by phone take and tell."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated, Literal, Self
from uuid import UUID

from ninja import Schema
from pydantic import Field

from almanac.booking.queries.phone import PhonePlan
from almanac.booking.queries.phone_goods import Shelf
from almanac.booking.schemas.goods import GiftOfferOut
from almanac.catalog.models import Package, Product
from almanac.engine.facts import Code
from almanac.kit import clock
from almanac.kit.localized import text_in
from almanac.kit.moments import Instant
from almanac.places.models import Address
from almanac.scheduling.schemas.team_changes import ObjectionOut


class PhoneBasketIn(Schema):
    """The business whose services are looked at first."""

    business: Annotated[str, Field(max_length=50)]


class CallerSearchIn(Schema):
    """A part of the name, the beginning of the e-mail, or the end of the phone number."""

    text: Annotated[str, Field(max_length=100)]


class CallerIn(Schema):
    """The known customer the order is for; null for somebody new."""

    customer_id: UUID | None


class PhoneGoodOut(Schema):
    """A package of visits or a digital product that may be sold by phone; `person`: whose it is, where it is one person's."""

    id: UUID
    kind: Literal["package", "product"]
    name: str
    person: str
    business: str
    price_amount: int
    currency: str


class PhoneGoodsOut(Schema):
    """What the asker may sell by phone."""

    gift_cards: list[GiftOfferOut]
    goods: list[PhoneGoodOut]

    @classmethod
    def of(cls, found: Shelf, language: str) -> Self:
        packages = [_good(offer.package, language) for offer in found.packages]
        return cls(
            gift_cards=[GiftOfferOut.of(offer) for offer in found.gift_cards],
            goods=packages + [_good(row, language) for row in found.products],
        )


def _good(row: Package | Product, language: str) -> PhoneGoodOut:
    person = row.mentor if isinstance(row, Product) else row.staff_member
    return PhoneGoodOut(
        id=row.pk,
        kind="product" if isinstance(row, Product) else "package",
        name=text_in(row.name, language),
        person=person.name if person else "",
        business=row.business.slug,
        price_amount=row.price_amount,
        currency=row.currency,
    )


class CallerAddressIn(Schema):
    address_id: UUID


class CallerAddressOut(Schema):
    """Where a customer had visits before."""

    id: UUID
    label: str
    postcode: str

    @classmethod
    def of(cls, row: Address) -> Self:
        return cls(id=row.pk, label=str(row), postcode=row.postcode)


class PhoneTimeIn(Schema):
    """An exact start with one person, for a line and those in one visit with it."""

    line_id: UUID
    starts_at: Instant
    staff_id: UUID


class PhoneTimeAgreedIn(PhoneTimeIn):
    """With the codes of the rules that were shown as broken and are put aside, and why."""

    agreed: Annotated[list[Code], Field(max_length=len(Code))] = Field(default_factory=list)
    reason: Annotated[str, Field(max_length=500)] = ""


class PhoneTimeOut(Schema):
    """What the time would mean. Nothing is kept yet. `is_free`: no rule is broken; `is_possible`: those that are may be put
    aside with a reason."""

    starts_at: datetime
    ends_at: datetime
    is_free: bool
    is_possible: bool
    objections: list[ObjectionOut]

    @classmethod
    def of(cls, plan: PhonePlan) -> Self:
        return cls(
            starts_at=clock.instant(plan.slot.start),
            ends_at=clock.instant(plan.slot.end),
            is_free=not plan.objections,
            is_possible=all(item.may_override for item in plan.objections),
            objections=[ObjectionOut.of(item) for item in plan.objections],
        )
