"""Who may use the doors to businesses."""

from __future__ import annotations

from almanac.kit.doors import ADMINS, EVERYBODY, Door, Doors

DOORS: Doors = {
    "businesses": Door(EVERYBODY, "name, words, languages, phone and e-mail of every open business"),
    "settings": Door(ADMINS, "one group of a business's settings"),
    "change_settings": Door(ADMINS, "one group of a business's settings, replaced"),
}
