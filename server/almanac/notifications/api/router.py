"""The doors to messages, gathered."""

from __future__ import annotations

from ninja import Router

from almanac.notifications.api import carried, own, team

router = Router()
for part in (team, own, carried):
    router.add_router("", part.router)
