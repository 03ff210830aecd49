"""All doors of invoices."""

from __future__ import annotations

from ninja import Router

from almanac.invoices.api.accounts import router as accounts
from almanac.invoices.api.invoices import router as invoices

router = Router()
router.add_router("", invoices)
router.add_router("", accounts)
