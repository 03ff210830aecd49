"""How often one address may use the doors that cost something or could be used to guess."""

from __future__ import annotations

from django.http import HttpRequest

from almanac.kit import clock
from almanac.kit.client_address import client_address
from almanac.kit.ratelimit import Limit, spend

POSTCODES = Limit("postcode", count=60, seconds=60)
BASKETS = Limit("basket", count=120, seconds=60)
HOLDS = Limit("hold", count=30, seconds=60)
BOOKINGS = Limit("booking", count=20, seconds=600)
TRACKING = Limit("tracking", count=10, seconds=600)


def postcode_lookup(request: HttpRequest) -> None:
    _spend(POSTCODES, request)


def basket_change(request: HttpRequest) -> None:
    _spend(BASKETS, request)


def holding(request: HttpRequest) -> None:
    _spend(HOLDS, request)


def booking(request: HttpRequest) -> None:
    _spend(BOOKINGS, request)


def tracking(request: HttpRequest) -> None:
    _spend(TRACKING, request)


def _spend(limit: Limit, request: HttpRequest) -> None:
    spend(limit, client_address(request), now=clock.now())
