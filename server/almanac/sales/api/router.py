"""The doors of sales, gathered."""

from __future__ import annotations

from ninja import Router

from almanac.sales.api import coupons, gift_cards, library, own_coupons, passes

router = Router()
for part in (coupons, own_coupons, library, gift_cards, passes):
    router.add_router("", part.router)
