"""The doors to people, gathered."""

from __future__ import annotations

from ninja import Router

from almanac.people.api import invitations, me, scopes, showcase, staff, staff_records

router = Router()
for part in (me, invitations, staff, showcase, scopes, staff_records):
    router.add_router("", part.router)
