"""How often one address may use the doors that cost something or could be used to guess."""

from __future__ import annotations

from django.conf import settings
from django.http import HttpRequest

from almanac.booking.api.cookies import is_by_phone, token_of
from almanac.booking.queries.addressees import mailbox_of, mailbox_of_basket, mailbox_of_order
from almanac.kit import clock
from almanac.kit.actor import Actor
from almanac.kit.client_address import client_address
from almanac.kit.ratelimit import Limit, spend
from almanac.kit.requests import actor_of

POSTCODES = Limit("postcode", count=60, seconds=60)
BASKETS = Limit("basket", count=120, seconds=60)
FILES = Limit("file", count=30, seconds=600)
SERIES = Limit("series", count=60, seconds=60)
HOLDS = Limit("hold", count=30, seconds=60)
BOOKINGS = Limit("booking", count=20, seconds=600)
GIFT_CODES = Limit("gift-codes", count=15, seconds=600)
TRACKING = Limit("tracking", count=10, seconds=600)
LETTERS = Limit("letters", count=20, seconds=3600)
COUPONS = Limit("coupon", count=10, seconds=600)  # a code is not found by trying
JOINS = Limit("waiting", count=10, seconds=3600)
QUARTER = 900  # seconds a time is kept, where a business does not say otherwise


def postcode_lookup(request: HttpRequest) -> None:
    _spend(POSTCODES, request)


def basket_change(request: HttpRequest) -> None:
    _spend(BASKETS, request)


def repeating(request: HttpRequest) -> None:
    """Looking for the dates of a series reads a year of calendars."""
    _spend(SERIES, request)


def file_sent(request: HttpRequest) -> None:
    """Drawing a picture anew costs more than any other door."""
    _spend(FILES, request)


def coupon_named(request: HttpRequest) -> None:
    """Naming a coupon, which a stranger could do until one is right; an office takes many calls."""
    if not (actor_of(request).is_team and is_by_phone(request)):
        _spend(COUPONS, request)


def holding(request: HttpRequest) -> None:
    """Keeping a time: so often a minute, and so many while they are kept, or one stranger could hold every time there is."""
    _spend(HOLDS, request)
    if actor_of(request).is_team and is_by_phone(request):
        return  # an office behind one address takes many calls
    _spend(Limit("kept", count=settings.HOLDS_PER_QUARTER_HOUR, seconds=QUARTER), request)


def moving(request: HttpRequest) -> None:
    """Moving a visit looks for a time as a hold does, and is told to its customer."""
    _spend(HOLDS, request)
    changing(request)


def changing(request: HttpRequest) -> None:
    """Calling a visit off is told to its customer."""
    actor = actor_of(request)
    _write_to(mailbox_of_order(actor.order_id) if actor.order_id else _account(actor), actor)


def booking(request: HttpRequest) -> None:
    """Booking is told to the account's e-mail, a guest's to the one that was typed, which may be anybody's."""
    _spend(BOOKINGS, request)
    actor = actor_of(request)
    typed = "" if actor.user_id else mailbox_of_basket(token_of(request), now=clock.now())
    _write_to(typed or _account(actor), actor)


def joining(request: HttpRequest, email: str) -> None:
    """Joining a waiting list is told to the e-mail that was typed, which may be anybody's, or else to the account's."""
    actor = actor_of(request)
    if not actor.is_team:
        _spend(JOINS, request)
    _write_to(mailbox_of(email) or _account(actor), actor)


def gift_code(request: HttpRequest) -> None:
    """Nobody tries codes out."""
    _spend(GIFT_CODES, request)


def tracking(request: HttpRequest) -> None:
    _spend(TRACKING, request)


def _account(actor: Actor) -> str:
    return str(actor.user_id) if actor.user_id else ""


def _write_to(addressee: str, actor: Actor) -> None:
    """Count a letter that this will cause, so that nobody's mailbox is filled by strangers; the team may write."""
    if addressee and not actor.is_team:
        spend(LETTERS, addressee, now=clock.now())


def _spend(limit: Limit, request: HttpRequest) -> None:
    spend(limit, client_address(request), now=clock.now())
