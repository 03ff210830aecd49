"""Who may use the doors to people."""

from __future__ import annotations

from almanac.kit.doors import ADMINS, EVERYBODY, SIGNED_IN, Door, Doors

DOORS: Doors = {
    "me": Door(EVERYBODY, "oneself alone; a stranger learns that nobody is signed in"),
    "change_me": Door(SIGNED_IN, "one's own name, phone and language"),
    "staff_cards": Door(EVERYBODY, "name, title, biography and picture of people who can be booked"),
    "manager_scope": Door(ADMINS, "what a manager may see and do"),
    "set_manager_scope": Door(ADMINS, "what a manager may see and do, replaced"),
}
