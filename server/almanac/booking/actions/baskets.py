"""Writes of the basket: each change is kept at once, so that a closed browser loses nothing."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta
from uuid import UUID

from django.db import transaction

from almanac.booking.content import (
    MAX_LINES,
    MAX_REMOVED,
    BasketContent,
    ExtraContent,
    LineContent,
    PlaceContent,
    RemovedLine,
)
from almanac.booking.errors import BasketFull, LineUnknown, NoBasket, OutOfArea
from almanac.booking.models import Basket
from almanac.booking.queries.baskets import basket_behind, content_of, token_hash
from almanac.booking.queries.phone import PHONE
from almanac.booking.queries.visit_requests import check_extras
from almanac.business import queries as business
from almanac.business.models import Business
from almanac.catalog.errors import NotOnOffer
from almanac.catalog.models import Venue
from almanac.catalog.queries import offers as catalog
from almanac.files import actions as files
from almanac.kit import ids
from almanac.kit.actor import SYSTEM
from almanac.kit.text import many_lines, one_line
from almanac.places.queries import covering_staff, locate
from almanac.scheduling.actions import holds

KEPT_FOR = timedelta(days=30)
PURGE_AT_ONCE = 500  # rows a statement, so that nobody's booking waits for it
SEVERAL_LINES = {"access_notes", "notes"}
ADDRESS = {"line1", "line2", "town", "access_notes"}


def open_basket(*, business: Business, now: datetime) -> tuple[Basket, str]:
    """A new empty basket and the secret for its cookie, which is stored nowhere."""
    token = ids.secret_token()
    return Basket.objects.create(token_hash=token_hash(token), business=business, expires_at=now + KEPT_FOR), token


def set_place(*, token: str, slug: str, postcode: str, now: datetime) -> tuple[Basket, str]:
    """Say where the visits are to be, opening a basket if there is none; answers the basket and its cookie's secret.

    A new place gives up the chosen times of visits there: who can come, and when, depends on it.
    Raises PostcodeMalformed, PostcodeUnknown, OutOfArea (the basket stays as it was), NotFound.
    """
    shop = business.by_slug(slug)
    place = _covered_place(shop, postcode, now=now)
    if not is_open(token, now=now):
        _, token = open_basket(business=shop, now=now)
    with changing(token=token, now=now) as (basket, content):
        basket.business = shop
        go_to(basket, content, place, now=now)
    return basket, token


def go_to(basket: Basket, content: BasketContent, place: PlaceContent, *, now: datetime) -> None:
    """Say where the visits are to be; at another postcode the chosen times of visits at the door are given up."""
    if content.place is None or content.place.postcode != place.postcode:
        give_up_times(basket, content, _at_the_door(content.lines), now=now)
        content.address_id = None
    content.place = place


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
    """Put a service into the basket, beside those of other businesses; opens one if there is none.

    Raises NotOnOffer, BasketFull.
    """
    offer = catalog.offer_for(service_id, [item.extra_id for item in extras])
    line = LineContent(service_id=service_id, extras=check_extras(offer, extras), seats=_seats(offer, seats))
    line.preferred_staff = _preferred(offer, preferred_staff)
    if not is_open(token, now=now):
        _, token = open_basket(business=offer.service.business, now=now)
    with changing(token=token, now=now) as (basket, content):
        basket.business = offer.service.business
        check_room(content)
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
            give_up_times(basket, content, [line], now=now)
    return basket


def remove_line(*, token: str, line_id: UUID, now: datetime) -> Basket:
    """Take a line out and release its hold; taking it out twice is no error. It can be put back. Raises NoBasket."""
    with changing(token=token, now=now) as (basket, content):
        line = content.line(line_id)
        if line is not None:
            removed = RemovedLine(position=content.lines.index(line), line=line.model_copy(deep=True))
            give_up_times(basket, content, [line], now=now)
            if line.visit is not None:
                removed.line = line.model_copy(deep=True, update={"visit": None})  # it comes back alone, without a time
                leave_visit(content, line)
            content.lines.remove(line)
            content.removed = [*content.removed, removed][-MAX_REMOVED:]
    return basket


def restore_line(*, token: str, line_id: UUID, now: datetime) -> Basket:
    """Put a line back that was taken out, where it stood and as it was; its time was given up and has to be held again.

    Raises NoBasket, LineUnknown (too many were taken out since), BasketFull.
    """
    with changing(token=token, now=now) as (basket, content):
        found = next((item for item in content.removed if item.line.id == line_id), None)
        if found is None:
            raise LineUnknown
        check_room(content)
        content.removed.remove(found)
        found.line.held_until = None
        content.lines.insert(_place_of(found, content), found.line)
    return basket


def _place_of(found: RemovedLine, content: BasketContent) -> int:
    """Where it stood; of a bundle, before the steps that come after it."""
    mark = found.line.bundle
    later = (
        place
        for place, line in enumerate(content.lines)
        if mark and line.bundle and line.bundle.instance == mark.instance and line.bundle.step > mark.step
    )
    return min([found.position, *later])


def save_details(*, token: str, typed: dict[str, str], now: datetime) -> Basket:
    """Keep what was typed, however incomplete. Raises NoBasket."""
    clean = {field: (many_lines if field in SEVERAL_LINES else one_line)(text) for field, text in typed.items()}
    with changing(token=token, now=now) as (basket, content):
        content.details = content.details.model_copy(update=clean)
        if ADDRESS & clean.keys():
            content.address_id = None
    return basket


def release_line(*, token: str, line_id: UUID, now: datetime) -> Basket:
    """Give a line's time back to everybody. Raises NoBasket, LineUnknown."""
    with changing(token=token, now=now) as (basket, content):
        give_up_times(basket, content, [line_in(content, line_id)], now=now)
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


def give_up_times(basket: Basket, content: BasketContent, lines: Iterable[LineContent], *, now: datetime) -> None:
    """Release the holds of these lines, and of those in one visit with them, and forget their chosen times."""
    heads = {visit[0].id: visit for line in lines if (visit := content.visit_of(line))}
    for head_id, visit in heads.items():
        if visit[0].starts_at is not None:
            holds.release(actor=SYSTEM, owner=str(basket.pk), line=str(head_id), now=now)
        for line in visit:
            line.forget_time()


def leave_visit(content: BasketContent, line: LineContent) -> None:
    """The line is done on its own; a visit of one service that is left behind is an ordinary one."""
    others = [other for other in content.visit_of(line) if other is not line]
    line.visit = None
    if len(others) == 1:
        others[0].visit = None


def purge_baskets(*, now: datetime) -> int:
    """Forget baskets that are over, with the names, addresses and files in them; tells how many."""
    over = Basket.objects.filter(expires_at__lte=now)
    total = 0
    while baskets := list(over.only("pk")[:PURGE_AT_ONCE]):
        files.let_go(owners=[basket.files_owner for basket in baskets], now=now)
        Basket.objects.filter(pk__in=[basket.pk for basket in baskets]).delete()
        total += len(baskets)
    return total


def check_room(content: BasketContent, more: int = 1) -> None:
    """Whether so many more lines may be put in. Raises BasketFull."""
    if len(content.lines) + len(content.goods) + more > MAX_LINES:
        raise BasketFull(limit=MAX_LINES)


def _at_the_door(lines: list[LineContent]) -> list[LineContent]:
    """The lines whose services come to the customer."""
    ids_there = catalog.services_at_the_door(line.service_id for line in lines)
    return [line for line in lines if line.service_id in ids_there]


def is_open(token: str, *, now: datetime) -> bool:
    """Whether there is a basket to go on with. One for an order by phone is opened by its own door. Raises NoBasket."""
    found = basket_behind(token, now=now)
    can_go_on = found is not None and found.order_id is None
    if not can_go_on and token.startswith(PHONE):
        raise NoBasket
    return can_go_on


def _preferred(offer: catalog.OnOffer, staff_ids: list[UUID]) -> list[UUID]:
    """Those asked for, each once. Raises NotOnOffer when one does not deliver the service."""
    return [offer.offering_of(staff_id).staff_member_id for staff_id in dict.fromkeys(staff_ids)]


def _seats(offer: catalog.OnOffer, seats: int) -> int:
    if seats > offer.service.capacity:
        raise NotOnOffer(what="seats", service_id=offer.service.id)
    return seats
