"""All doors of the booking journey."""

from __future__ import annotations

from ninja import Router

from almanac.booking.api.accounts import router as accounts
from almanac.booking.api.answers import router as answers
from almanac.booking.api.baskets import router as baskets
from almanac.booking.api.change_requests import router as change_requests
from almanac.booking.api.orders import router as orders
from almanac.booking.api.phone import router as phone
from almanac.booking.api.profiles import router as profiles
from almanac.booking.api.slots import router as slots
from almanac.booking.api.waiting import router as waiting
from almanac.booking.api.waiting_team import router as waiting_team

router = Router()
for part in (profiles, slots, baskets, answers, orders, change_requests, accounts, phone, waiting, waiting_team):
    router.add_router("", part)
