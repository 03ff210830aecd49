"""Who may use the doors to stored files."""

from __future__ import annotations

from almanac.kit.doors import ADMINS, EVERYBODY, Door, Doors

DOORS: Doors = {
    "picture": Door(EVERYBODY, "a picture of a service or of a person who can be booked"),
    "send_picture": Door(ADMINS, "a picture for a page of the catalogue, kept"),
    "private_file": Door(EVERYBODY, "a file sent with a booking, for whom its link was made and a quarter of an hour"),
}
