"""The doors to customers, gathered."""

from __future__ import annotations

from ninja import Router

from almanac.customers.api import fields, merges, own, points, records

router = Router()
for part in (records, fields, merges, own, points):
    router.add_router("", part.router)
