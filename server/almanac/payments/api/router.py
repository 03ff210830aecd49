"""All doors of payments, gathered."""

from __future__ import annotations

from ninja import Router

from almanac.payments.api import asking, bank_lines, kept, orders, passes, refunds, reviews, team, tips

router = Router()
router.add_router("", orders.router)
router.add_router("", asking.router)
router.add_router("", refunds.router)
router.add_router("", team.router)
router.add_router("", kept.router)
router.add_router("", passes.router)
router.add_router("", bank_lines.router)
router.add_router("", tips.router)
router.add_router("", reviews.router)
