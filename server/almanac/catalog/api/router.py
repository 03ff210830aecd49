"""The doors to the catalogue, gathered."""

from __future__ import annotations

from ninja import Router

from almanac.catalog.api import links, offers, service_edits, shelves

router = Router()
for part in (offers, links, service_edits, shelves):
    router.add_router("", part.router)
