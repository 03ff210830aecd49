"""What the API says about services."""

from __future__ import annotations

from typing import Self
from uuid import UUID

from ninja import Schema

from almanac.catalog.models import Extra
from almanac.catalog.queries.offers import Deliverer, OnOffer
from almanac.catalog.questions import FormQuestion, ShowIf, form_of, live
from almanac.engine.questions import QuestionKind
from almanac.kit.localized import text_in


class ExtraOut(Schema):
    id: UUID
    slug: str
    name: str
    price_amount: int
    duration_minutes: int
    max_quantity: int

    @classmethod
    def of(cls, extra: Extra, language: str) -> Self:
        return cls(
            id=extra.id,
            slug=extra.slug,
            name=text_in(extra.name, language),
            price_amount=extra.price_amount,
            duration_minutes=extra.duration_minutes,
            max_quantity=extra.max_quantity,
        )


class OfferingOut(Schema):
    """Who delivers it, at which price and length."""

    staff_id: UUID
    staff_slug: str
    name: str
    title: str
    photo_url: str
    price_amount: int
    duration_minutes: int
    rating: float | None

    @classmethod
    def of(cls, offering: Deliverer, offer: OnOffer, language: str) -> Self:
        service = offer.service
        return cls(
            staff_id=offering.staff_member_id,
            staff_slug=offering.slug,
            name=offering.name,
            title=text_in(offering.title, language),
            photo_url=offering.photo_url,
            rating=offering.rating,
            price_amount=service.price_amount if offering.price_amount is None else offering.price_amount,
            duration_minutes=offering.duration_minutes or service.duration_minutes,
        )


class BookingLinkOut(Schema):
    """Where a link to a booking leads."""

    url: str


class CategoryOut(Schema):
    slug: str
    name: str
    description: str
    picture_url: str


class OptionOut(Schema):
    key: str
    label: str
    minutes: int = 0


class QuestionOut(Schema):
    """A question that is asked of whoever books, in one language. With `show_if` it is asked only if that is fulfilled.
    The visit is longer by `minutes_each` with a yes, or for each of a number beyond `minutes_included`, and by the `minutes` of
    what is chosen."""

    id: UUID
    kind: QuestionKind
    label: str
    help: str
    is_required: bool
    options: list[OptionOut]
    minimum: int | None
    maximum: int | None
    show_if: ShowIf | None
    minutes_each: int = 0
    minutes_included: int = 0

    @classmethod
    def of(cls, question: FormQuestion, language: str) -> Self:
        return cls(
            id=question.id,
            kind=question.kind,
            label=text_in(question.label, language),
            help=text_in(question.help, language),
            is_required=question.is_required,
            options=[
                OptionOut(key=o.key, label=text_in(o.label, language), minutes=o.minutes) for o in question.options
            ],
            minimum=question.minimum,
            maximum=question.maximum,
            show_if=question.show_if,
            minutes_each=question.minutes_each,
            minutes_included=question.minutes_included,
        )


class ServiceOut(Schema):
    """A service in one language. Prices are minor units and include tax, unless `plus_tax`: then it is added when it is priced.
    `price_from_amount` is the lowest of its staff."""

    id: UUID
    slug: str
    business: str
    category: CategoryOut
    name: str
    description: str
    preparation: str
    duration_minutes: int
    price_amount: int
    price_from_amount: int
    currency: str
    plus_tax: bool
    venue: str
    capacity: int
    picture_url: str
    extras: list[ExtraOut]
    questions: list[QuestionOut]
    staff: list[OfferingOut]

    @classmethod
    def of(cls, offer: OnOffer, language: str) -> Self:
        service, category = offer.service, offer.service.category
        return cls(
            id=service.id,
            slug=service.slug,
            business=service.business.slug,
            category=CategoryOut(
                slug=category.slug,
                name=text_in(category.name, language),
                description=text_in(category.description, language),
                picture_url=category.picture_url,
            ),
            name=text_in(service.name, language),
            description=text_in(service.description, language),
            preparation=text_in(service.preparation, language),
            duration_minutes=service.duration_minutes,
            price_amount=service.price_amount,
            price_from_amount=offer.from_amount,
            currency=service.currency,
            plus_tax=offer.plus_tax,
            venue=service.venue,
            capacity=service.capacity,
            picture_url=service.picture_url,
            extras=[ExtraOut.of(extra, language) for extra in offer.extras],
            questions=[QuestionOut.of(question, language) for question in live(form_of(service.questions))],
            staff=[OfferingOut.of(offering, offer, language) for offering in offer.offerings],
        )
