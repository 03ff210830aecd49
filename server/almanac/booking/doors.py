"""Who may use the doors of the booking journey, and those to orders."""

from __future__ import annotations

from almanac.kit.doors import BASKET, EVERYBODY, LINKS, PARTIES, Door, Doors

DOORS: Doors = {
    "slots": Door(EVERYBODY, "free times of a service, and who could come"),
    "slots?line": Door(BASKET, "free times for a line of one's own basket"),
    "slots?appointment": Door(PARTIES, "other times for a visit"),
    "first_free_slot": Door(EVERYBODY, "the earliest free time of a service"),
    "why_nothing_fits": Door(
        EVERYBODY, "why a date has no free time of a service, and the smallest change that opens one"
    ),
    "basket": Door(BASKET, "everything typed so far"),
    "set_basket_place": Door(EVERYBODY, "the place of one's own basket, opening one"),
    "add_line": Door(EVERYBODY, "one more line of one's own basket, opening one"),
    "change_line": Door(BASKET, "a line of one's own basket"),
    "remove_line": Door(BASKET, "a line of one's own basket, taken out"),
    "save_details": Door(BASKET, "what was typed in one's own basket"),
    "hold": Door(BASKET, "a time, kept for a line of one's own basket"),
    "release": Door(BASKET, "a kept time, given back"),
    "book": Door(BASKET, "one's own basket, turned into an order"),
    "track": Door(EVERYBODY, "the link to an order, for its number with its e-mail"),
    "orders": Door(PARTIES, "orders of one's own, with visits of one's own or of staff in scope, or all", lists=True),
    "order": Door(PARTIES, "an order with its visits, prices and customer"),
    "order_calendar": Door(PARTIES, "an order's visits as a calendar file"),
    "linked_order": Door(LINKS, "the order that one's own link opens"),
    "cancellation": Door(PARTIES, "what calling a visit off would mean now"),
    "cancel": Door(PARTIES, "a visit, called off"),
    "move": Door(PARTIES, "a visit, at another time"),
}
