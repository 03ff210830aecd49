"""Who may use the doors to the catalogue."""

from __future__ import annotations

from almanac.kit.doors import EVERYBODY, Door, Doors

DOORS: Doors = {
    "services": Door(EVERYBODY, "what can be booked, at which price, with whom"),
    "service": Door(EVERYBODY, "one service that can be booked"),
}
