"""Who may use the doors to places."""

from __future__ import annotations

from almanac.kit.doors import ADMINS, EVERYBODY, TEAM, Door, Doors

DOORS: Doors = {
    "coverage": Door(EVERYBODY, "whether a business comes to a postcode"),
    "postcode_suggestions": Door(EVERYBODY, "postcodes that begin as typed"),
    "address_suggestions": Door(EVERYBODY, "addresses that go on as typed"),
    "address_detail": Door(EVERYBODY, "the parts of an address that was suggested"),
    "coverage_map": Door(EVERYBODY, "where a business comes, to a kilometre's precision, without names"),
    "areas": Door(TEAM, "where a staff member travels"),
    "add_area": Door(TEAM, "one more area of a staff member"),
    "locations": Door(ADMINS, "the places of a business, archived ones too"),
    "add_location": Door(ADMINS, "one more place of a business"),
    "change_location": Door(ADMINS, "a place of a business, replaced"),
    "archive_location": Door(ADMINS, "a place of a business, put away or brought back"),
}
