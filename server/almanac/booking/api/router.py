"""All doors of the booking journey."""

from __future__ import annotations

from ninja import Router

from almanac.booking.api.baskets import router as baskets
from almanac.booking.api.orders import router as orders
from almanac.booking.api.slots import router as slots

router = Router()
for part in (slots, baskets, orders):
    router.add_router("", part)
