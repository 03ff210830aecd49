"""The doors to appointments and to people's time, gathered."""

from __future__ import annotations

from ninja import Router

from almanac.scheduling.api import (
    appointments,
    areas,
    blocks,
    calendar,
    feeds,
    holidays,
    hours,
    simulator,
    team_changes,
    time_off,
    why,
)

router = Router()
for part in (appointments, team_changes, calendar, simulator, hours, time_off, holidays, areas, blocks, feeds, why):
    router.add_router("", part.router)
