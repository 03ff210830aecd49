"""Who may use the doors to businesses."""

from __future__ import annotations

from almanac.kit.doors import ADMINS, EVERYBODY, Door, Doors

DOORS: Doors = {
    "businesses": Door(EVERYBODY, "name, words, logo, languages, phone and e-mail of every open business"),
    "places": Door(EVERYBODY, "where the places of a business are"),
    "widget": Door(EVERYBODY, "the sites that may show a business's booking journey inside their pages"),
    "brand": Door(ADMINS, "how a business shows itself, in every language"),
    "change_brand": Door(ADMINS, "how a business shows itself, replaced"),
    "all_settings": Door(ADMINS, "every group of a business's settings, with bounds, units and defaults"),
    "settings": Door(ADMINS, "one group of a business's settings"),
    "change_settings": Door(ADMINS, "one group of a business's settings, replaced"),
}
