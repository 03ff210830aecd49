"""Who may use the doors to the catalogue."""

from __future__ import annotations

from almanac.kit.doors import ADMINS, EVERYBODY, Door, Doors

DOORS: Doors = {
    "services": Door(EVERYBODY, "what can be booked, at which price, with whom"),
    "service": Door(EVERYBODY, "one service that can be booked"),
    "catalogue_services": Door(ADMINS, "services as they are edited, hidden and archived ones too"),
    "catalogue_services_csv": Door(ADMINS, "the same services as a file for spreadsheets"),
    "catalogue_choices": Door(ADMINS, "what a service is put together from"),
    "catalogue_service": Door(ADMINS, "a service in every language, with its rules, questions and people"),
    "add_service": Door(ADMINS, "a new service"),
    "change_service": Door(ADMINS, "all that a service says"),
    "archive_service": Door(ADMINS, "a service, off the shelf or back on it"),
    "catalogue_categories": Door(ADMINS, "categories as they are edited"),
    "add_category": Door(ADMINS, "a new category"),
    "change_category": Door(ADMINS, "all that a category says"),
    "archive_category": Door(ADMINS, "a category with its services, put away or brought back"),
    "catalogue_extras": Door(ADMINS, "extras as they are edited"),
    "add_extra": Door(ADMINS, "a new extra"),
    "change_extra": Door(ADMINS, "all that an extra says"),
    "archive_extra": Door(ADMINS, "an extra, put away or brought back"),
    "arrange_catalogue": Door(ADMINS, "the order of services, categories or extras"),
    "booking_link": Door(ADMINS, "the public link to a booking with service and person chosen"),
    "booking_link_code": Door(ADMINS, "the same as a QR code"),
}
