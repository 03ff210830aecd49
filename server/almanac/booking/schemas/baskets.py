"""The basket as the API tells it. Instants are ISO 8601 in UTC, amounts minor units."""

from __future__ import annotations

from dataclasses import asdict
from datetime import datetime
from typing import Literal
from uuid import UUID

from ninja import Schema

from almanac.booking.content import LineContent, PlaceContent
from almanac.booking.queries.baskets import BasketView
from almanac.booking.queries.joining import joinable
from almanac.booking.queries.phone_goods import paid_until
from almanac.booking.schemas.bundles import BasketBundleOut
from almanac.booking.schemas.goods import BasketGoodsOut, CardShareOut
from almanac.booking.schemas.passes import LinePassOut, NamedPassOut
from almanac.booking.schemas.repeats import RepeatOut, most_months, notice_days
from almanac.booking.schemas.totals import NamedCouponOut, TotalOut
from almanac.business.policies import Approval, BookingPolicy
from almanac.catalog.queries.lengths import minutes_of, unanswered_lengths
from almanac.catalog.queries.offers import Deliverer, OnOffer
from almanac.catalog.questions import AnswerValue
from almanac.engine.price import LinePrice
from almanac.engine.questions import Fault
from almanac.kit.clock import epoch, instant
from almanac.kit.localized import text_in
from almanac.people.models import Customer
from almanac.sales.schemas import DayWishOut, PriceStepOut


class PersonOut(Schema):
    """Who delivers it; `zone` is the IANA zone of their own clock."""

    id: UUID
    name: str
    title: str
    photo_url: str
    zone: str

    @classmethod
    def of(cls, person: Deliverer, language: str) -> PersonOut:
        return PersonOut(
            id=person.staff_member_id,
            name=person.name,
            title=text_in(person.title, language),
            photo_url=person.photo_url,
            zone=person.zone,
        )


class BasketPlaceOut(Schema):
    postcode: str
    town: str
    district: str


class BasketExtraOut(Schema):
    extra_id: UUID
    name: str
    quantity: int
    unit_amount: int


class BasketFileOut(Schema):
    """A file that was sent as an answer."""

    id: UUID
    name: str
    size: int


class BasketLineOut(Schema):
    """`visit` is the same for lines done in one visit, one after another. `state`: `open` no time yet, `held` the time is
    kept until `held_until`, `lapsed` the hold is over (the time may still be free: hold it again), `unavailable` the service
    is not on offer any more. `most_months`: for how long it may repeat, 0 not at all; prices are those of the first visit.
    `notice_days`: how long before another term it is told of, where it may carry on; 0 where it may not. `day_wish`: that day,
    or that part of it, was all its customer minded. `asks_length`: something its length hangs on is to be answered before a
    time can be chosen."""

    id: UUID
    visit: UUID | None
    state: Literal["open", "held", "lapsed", "unavailable"]
    service_id: UUID
    service_slug: str
    business: str
    business_name: str
    name: str
    venue: str
    zone: str
    duration_minutes: int
    seats: int
    extras: list[BasketExtraOut]
    answers: dict[str, AnswerValue]
    answer_faults: dict[str, Fault]
    asks_length: bool = False
    files: list[BasketFileOut]
    preferred_staff: list[PersonOut]
    staff: PersonOut | None
    starts_at: datetime | None
    ends_at: datetime | None
    held_until: datetime | None
    put_aside: list[str] = []
    steps: list[PriceStepOut]
    total_amount: int
    tax_amount: int
    currency: str
    approval_by_hand: bool
    free_change_until: datetime | None
    repeat: RepeatOut | None = None
    most_months: int = 0
    notice_days: int = 0
    prepaid: LinePassOut = LinePassOut()
    day_wish: DayWishOut | None = None

    @classmethod
    def of(cls, line: LineContent, view: BasketView) -> BasketLineOut:
        """A line with all that stands behind it; a service that is not on offer any more keeps its id alone."""
        offer = view.offers.get(line.service_id)
        if offer is None:
            return cls._unavailable(line)
        lines = (item for price in view.prices.values() for item in price.lines)
        price = next(item for item in lines if item.line_id == str(line.id))
        return cls._on_offer(line, offer, view.policies[line.service_id], price, view)

    @classmethod
    def _on_offer(
        cls, line: LineContent, offer: OnOffer, policy: BookingPolicy, price: LinePrice, view: BasketView
    ) -> BasketLineOut:
        service, language, answered = offer.service, view.language, view.answers[line.id]
        people = {item.staff_id: item for item in offer.offerings}
        extras = {extra.id: extra for extra in offer.extras}
        chosen = people.get(str(line.staff_id)) if line.staff_id else None
        minutes = (chosen.duration_minutes if chosen else None) or service.duration_minutes
        added = sum(extras[e.extra_id].duration_minutes * e.quantity for e in line.extras if e.extra_id in extras)
        added += minutes_of(service, line.answers)
        return cls(
            id=line.id,
            visit=line.visit,
            state=_state(line, epoch(view.now)),
            service_id=service.id,
            service_slug=service.slug,
            business=service.business.slug,
            business_name=service.business.name,
            name=text_in(service.name, language),
            venue=service.venue,
            zone=service.business.zone,
            duration_minutes=minutes + added,
            seats=line.seats,
            extras=[
                BasketExtraOut(
                    extra_id=item.extra_id,
                    name=text_in(extras[item.extra_id].name, language),
                    quantity=item.quantity,
                    unit_amount=extras[item.extra_id].price_amount,
                )
                for item in line.extras
                if item.extra_id in extras
            ],
            answers={str(key): answer for key, answer in line.answers.items()},
            answer_faults=answered.judged.faults,
            asks_length=bool(unanswered_lengths(service, line.answers)),
            files=[BasketFileOut(id=pk, name=file.name, size=file.size) for pk, file in answered.files.items()],
            preferred_staff=[PersonOut.of(people[i], language) for i in map(str, line.preferred_staff) if i in people],
            staff=PersonOut.of(chosen, language) if chosen else None,
            starts_at=_instant(line.starts_at),
            ends_at=_instant(line.ends_at),
            held_until=_instant(line.held_until),
            put_aside=line.put_aside,
            steps=[PriceStepOut(**asdict(step)) for step in price.steps],
            total_amount=price.total_amount,
            tax_amount=price.tax_amount,
            currency=service.currency,
            approval_by_hand=policy.approval is Approval.BY_HAND,
            free_change_until=_instant(line.starts_at - policy.change_until_hours * 3600 if line.starts_at else None),
            repeat=RepeatOut.of(line, view),
            most_months=most_months(line, offer),
            notice_days=notice_days(line, offer),
            prepaid=LinePassOut.of(line, view.prepaid),
            day_wish=DayWishOut(on=line.day.on, part=line.day.part or "any") if line.day else None,
        )

    @classmethod
    def _unavailable(cls, line: LineContent) -> BasketLineOut:
        return cls(
            id=line.id,
            visit=line.visit,
            state="unavailable",
            service_id=line.service_id,
            service_slug="",
            business="",
            business_name="",
            name="",
            venue="",
            zone="UTC",
            duration_minutes=0,
            seats=line.seats,
            extras=[],
            answers={},
            answer_faults={},
            files=[],
            preferred_staff=[],
            staff=None,
            starts_at=None,
            ends_at=None,
            held_until=None,
            steps=[],
            total_amount=0,
            tax_amount=0,
            currency="",
            approval_by_hand=False,
            free_change_until=None,
        )


class DetailsOut(Schema):
    name: str
    email: str
    phone: str
    line1: str
    line2: str
    town: str
    access_notes: str
    notes: str
    zone: str


class CallerOut(Schema):
    """A customer somebody of the team may take an order for, as told apart on the phone."""

    id: UUID
    name: str
    email: str
    phone: str

    @classmethod
    def of(cls, row: Customer) -> CallerOut:
        return cls(id=row.pk, name=row.name, email=row.email, phone=row.phone)


class AgainOut(Schema):
    """Where to go on: the business, and the first line that was put into the basket."""

    business: str
    line: UUID


class BasketOut(Schema):
    """The whole basket as it stands, priced. `missing` names what booking still needs, in the order of the steps.

    `business` is the one whose services are looked at, each line names its own. `totals` has an entry for each currency, the
    first line's first, and each becomes an order of its own; `currency` and `total_amount` are of the first. `caller` is the
    known customer whom an order by phone is for, `address_id` the chosen one of theirs. `can_keep_card`: who books may say that
    what they pay with is kept. `goods` are sold without a time (`mails_goods`: some go to the buyer's mailbox); all is paid at
    once then, by phone until `pay_ahead_until`. `bundles` name lines sold together, `can_join` those that could be done in one
    visit, `can_restore` those taken out that can be put back.
    """

    business: str
    place: BasketPlaceOut | None
    lines: list[BasketLineOut]
    goods: list[BasketGoodsOut] = []
    bundles: list[BasketBundleOut] = []
    details: DetailsOut
    currency: str
    total_amount: int
    tax_amount: int
    totals: list[TotalOut]
    coupon: NamedCouponOut | None = None
    gift_cards: list[CardShareOut] = []
    passes: list[NamedPassOut] = []
    missing: list[str]
    needs_address: bool
    needs_early_start_consent: bool
    needs_download_consent: bool = False
    mails_goods: bool = False
    pay_ahead_until: datetime | None = None
    payment_methods: list[str]
    can_keep_card: bool = False
    server_time: datetime
    caller: CallerOut | None = None
    address_id: UUID | None = None
    can_join: list[list[UUID]] = []
    can_restore: list[UUID] = []
    booked_order_number: str | None = None
    booked_order_numbers: list[str] = []

    @classmethod
    def of(cls, view: BasketView) -> BasketOut:
        basket, content = view.basket, view.content
        totals = [
            TotalOut(
                currency=currency,
                subtotal_amount=price.subtotal_amount,
                discount_amount=price.discount_amount,
                total_amount=price.total_amount,
                tax_amount=price.tax_amount,
                due_now_amount=view.due_now_amount(currency),
                to_pay_amount=view.to_pay(currency),
            )
            for currency, price in view.prices.items()
        ]
        return cls(
            business=basket.business.slug,
            place=_place(content.place),
            lines=[BasketLineOut.of(line, view) for line in content.lines],
            goods=[BasketGoodsOut.of(item, view) for item in content.goods],
            bundles=[BasketBundleOut.of(item, view) for item in view.bundles],
            details=DetailsOut(**content.details.model_dump()),
            currency=totals[0].currency if totals else basket.business.currency,
            total_amount=totals[0].total_amount if totals else 0,
            tax_amount=totals[0].tax_amount if totals else 0,
            totals=totals,
            gift_cards=[CardShareOut.of(share) for share in view.cards],
            passes=NamedPassOut.named(view.content, view.prepaid),
            coupon=NamedCouponOut.of(view.coupon) if view.coupon else None,
            missing=view.missing,
            needs_address=view.needs_address,
            needs_early_start_consent=view.needs_early_start_consent,
            needs_download_consent=view.needs_download_consent,
            mails_goods=view.mails_goods,
            pay_ahead_until=paid_until(view),
            payment_methods=view.payment_methods,
            can_keep_card=view.can_keep_card,
            server_time=view.now,
            caller=CallerOut.of(basket.customer) if basket.customer else None,
            address_id=content.address_id,
            can_join=joinable(content, view.offers),
            can_restore=[item.line.id for item in content.removed],
            booked_order_number=basket.order.number if basket.order else None,
            booked_order_numbers=content.booked,
        )


def _state(line: LineContent, now: int) -> Literal["open", "held", "lapsed"]:
    if line.starts_at is None:
        return "open"
    return "held" if (line.held_until or 0) > now else "lapsed"


def _instant(seconds: int | None) -> datetime | None:
    return None if seconds is None else instant(seconds)


def _place(place: PlaceContent | None) -> BasketPlaceOut | None:
    return BasketPlaceOut(postcode=place.postcode, town=place.town, district=place.district) if place else None
