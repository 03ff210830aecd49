"""The doors to questions across modules, gathered."""

from __future__ import annotations

from ninja import Router

from almanac.reports.api import around, audit, journal, preview

router = Router()
for part in (preview, audit, around, journal):
    router.add_router("", part.router)
