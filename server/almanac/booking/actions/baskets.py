"""Writes of the basket: each change is kept at once, so that a closed browser loses nothing."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta
from uuid import UUID

from django.db import transaction

from almanac.booking.content import MAX_LINES, BasketContent, ExtraContent, LineContent, PlaceContent
from almanac.booking.errors import BasketFull, LineUnknown, NoBasket, OutOfArea
from almanac.booking.models import Basket
from almanac.booking.queries.baskets import basket_behind, content_of, token_hash
from almanac.booking.queries.visit_requests import check_extras
from almanac.business import queries as business
from almanac.business.models import Business
from almanac.catalog import queries as catalog
from almanac.catalog.errors import NotOnOffer
from almanac.catalog.models import Venue
from almanac.kit import ids
from almanac.kit.actor import SYSTEM
from almanac.kit.text import many_lines, one_line
from almanac.places.queries import covering_staff, locate
from almanac.scheduling.actions import holds

KEPT_FOR = timedelta(days=30)
PURGE_AT_ONCE = 500  # rows a statement, so that nobody's booking waits for it
SEVERAL_LINES = {"access_notes", "notes"}


def open_basket(*, business: Business, now: datetime) -> tuple[Basket, str]:
    """A new empty basket and the secret for its cookie, which is stored nowhere."""
    token = ids.secret_token()
    return Basket.objects.create(token_hash=token_hash(token), business=business, expires_at=now + KEPT_FOR), token


def set_place(*, token: str, slug: str, postcode: str, now: datetime) -> tuple[Basket, str]:
    """Say where the visits are to be, opening a basket if there is none; answers the basket and its cookie's secret.

    A new place gives up chosen times: who can come, and when, depends on it. Another business begins the basket anew.
    Raises PostcodeMalformed, PostcodeUnknown, OutOfArea (the basket stays as it was), NotFound.
    """
    shop = business.by_slug(slug)
    place = _covered_place(shop, postcode, now=now)
    if not _is_open(token, now=now):
        _, token = open_basket(business=shop, now=now)
    with changing(token=token, now=now) as (basket, content):
        _turn_to(basket, content, shop, now=now)
        if content.place is None or content.place.postcode != place.postcode:
            give_up_times(basket, content.lines, now=now)
        content.place = place
    return basket, token


def _covered_place(shop: Business, postcode: str, *, now: datetime) -> PlaceContent:
    found = locate(postcode, now=now)
    offered = catalog.visible_services(shop.slug).filter(venue=Venue.CUSTOMER).values_list("pk", flat=True)
    staff_ids = set(catalog.bookable_offerings(offered).values_list("staff_member_id", flat=True))
    if not covering_staff(found.place, staff_ids):
        raise OutOfArea(postcode=found.postcode, business_phone=shop.phone)
    return PlaceContent(
        postcode=found.postcode,
        latitude=found.place.latitude,
        longitude=found.place.longitude,
        town=found.town,
        district=found.district,
    )


def add_line(
    *, token: str, service_id: UUID, extras: list[ExtraContent], seats: int, preferred_staff: list[UUID], now: datetime
) -> tuple[Basket, str]:
    """Put a service into the basket, opening one if there is none; a service of another business begins it anew.

    Raises NotOnOffer, BasketFull.
    """
    offer = catalog.offer_for(service_id, [item.extra_id for item in extras])
    line = LineContent(service_id=service_id, extras=check_extras(offer, extras), seats=_seats(offer, seats))
    line.preferred_staff = _preferred(offer, preferred_staff)
    if not _is_open(token, now=now):
        _, token = open_basket(business=offer.service.business, now=now)
    with changing(token=token, now=now) as (basket, content):
        _turn_to(basket, content, offer.service.business, now=now)
        if len(content.lines) >= MAX_LINES:
            raise BasketFull(limit=MAX_LINES)
        content.lines.append(line)
    return basket, token


def change_line(
    *,
    token: str,
    line_id: UUID,
    extras: list[ExtraContent] | None,
    seats: int | None,
    preferred_staff: list[UUID] | None,
    now: datetime,
) -> Basket:
    """Change what a line asks for; what is None stays. Its chosen time is given up when it may not fit any more.

    Raises NoBasket, LineUnknown, NotOnOffer.
    """
    with changing(token=token, now=now) as (basket, content):
        line = line_in(content, line_id)
        offer = catalog.offer_for(line.service_id, [item.extra_id for item in extras or ()])
        before = line.model_copy(deep=True)
        if extras is not None:
            line.extras = check_extras(offer, extras)
        if seats is not None:
            line.seats = _seats(offer, seats)
        if preferred_staff is not None:
            line.preferred_staff = _preferred(offer, preferred_staff)
        if before != line:
            give_up_times(basket, [line], now=now)
    return basket


def remove_line(*, token: str, line_id: UUID, now: datetime) -> Basket:
    """Take a line out and release its hold; taking it out twice is no error. Raises NoBasket."""
    with changing(token=token, now=now) as (basket, content):
        line = content.line(line_id)
        if line is not None:
            give_up_times(basket, [line], now=now)
            content.lines.remove(line)
    return basket


def save_details(*, token: str, typed: dict[str, str], now: datetime) -> Basket:
    """Keep what was typed, however incomplete. Raises NoBasket."""
    clean = {field: (many_lines if field in SEVERAL_LINES else one_line)(text) for field, text in typed.items()}
    with changing(token=token, now=now) as (basket, content):
        content.details = content.details.model_copy(update=clean)
    return basket


def release_line(*, token: str, line_id: UUID, now: datetime) -> Basket:
    """Give a line's time back to everybody. Raises NoBasket, LineUnknown."""
    with changing(token=token, now=now) as (basket, content):
        give_up_times(basket, [line_in(content, line_id)], now=now)
    return basket


@contextmanager
def changing(*, token: str, now: datetime) -> Iterator[tuple[Basket, BasketContent]]:
    """The basket under a lock, saved when the block ends well; two tabs change it one after the other.

    Raises NoBasket when there is none, it is over, or it became an order.
    """
    with transaction.atomic():
        rows = Basket.objects.select_for_update(of=("self",)).select_related("business")
        basket = rows.filter(token_hash=token_hash(token), expires_at__gt=now, order=None).first()
        if basket is None:
            raise NoBasket
        content = content_of(basket)
        yield basket, content
        basket.content = content.model_dump_json()
        basket.expires_at = now + KEPT_FOR
        basket.revision += 1
        basket.save()


def line_in(content: BasketContent, line_id: UUID) -> LineContent:
    """A line of the basket. Raises LineUnknown."""
    line = content.line(line_id)
    if line is None:
        raise LineUnknown
    return line


def give_up_times(basket: Basket, lines: list[LineContent], *, now: datetime) -> None:
    """Release the holds of these lines and forget their chosen times."""
    for line in lines:
        if line.starts_at is not None:
            holds.release(actor=SYSTEM, owner=str(basket.pk), line=str(line.id), now=now)
        line.forget_time()


def purge_baskets(*, now: datetime) -> int:
    """Forget baskets that are over, with the names and addresses in them; tells how many."""
    over = Basket.objects.filter(expires_at__lte=now)
    total = 0
    while ids_over := list(over.values_list("pk", flat=True)[:PURGE_AT_ONCE]):
        Basket.objects.filter(pk__in=ids_over).delete()
        total += len(ids_over)
    return total


def _turn_to(basket: Basket, content: BasketContent, business: Business, *, now: datetime) -> None:
    """A basket is of one business, as its order will be: lines of another one go, what was typed stays."""
    if basket.business_id == business.pk:
        return
    give_up_times(basket, content.lines, now=now)
    content.lines.clear()
    basket.business = business


def _is_open(token: str, *, now: datetime) -> bool:
    found = basket_behind(token, now=now)
    return found is not None and found.order_id is None


def _preferred(offer: catalog.OnOffer, staff_ids: list[UUID]) -> list[UUID]:
    """Those asked for, each once. Raises NotOnOffer when one does not deliver the service."""
    return [offer.offering_of(staff_id).staff_member_id for staff_id in dict.fromkeys(staff_ids)]


def _seats(offer: catalog.OnOffer, seats: int) -> int:
    if seats > offer.service.capacity:
        raise NotOnOffer(what="seats", service_id=offer.service.id)
    return seats
