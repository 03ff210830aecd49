"""Who may use the doors to stored files."""

from __future__ import annotations

from almanac.kit.doors import EVERYBODY, Door, Doors

DOORS: Doors = {"picture": Door(EVERYBODY, "a picture of a service or of a person who can be booked")}
