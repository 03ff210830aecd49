"""The doors to the catalogue, gathered."""

from __future__ import annotations

from ninja import Router

from almanac.catalog.api import bundles, links, offers, packages, pricing, products, service_edits, shelves

router = Router()
for part in (offers, links, service_edits, shelves, pricing, products, packages, bundles):
    router.add_router("", part.router)
