"""The doors to the catalogue, gathered."""

from __future__ import annotations

from ninja import Router

from almanac.catalog.api import links, offers, packages, pricing, products, service_edits, shelves

router = Router()
for part in (offers, links, service_edits, shelves, pricing, products, packages):
    router.add_router("", part.router)
