"""Who may use the doors to customers' records."""

from __future__ import annotations

from almanac.kit.doors import ADMINS, TEAM, Door, Doors, Who

WRITERS = frozenset({Who.MANAGER, Who.ADMIN})  # a manager allowed *customers*
ANY_WRITER = WRITERS | {Who.OTHER_MANAGER}
OWN = frozenset({Who.CUSTOMER})
EACH_OWN = frozenset({Who.CUSTOMER, Who.OTHER_CUSTOMER})

DOORS: Doors = {
    "customers": Door(TEAM, "customers one looks after, found by one text", lists=True),
    "customer_list": Door(TEAM, "customers one looks after, page by page", lists=True),
    "customers_csv": Door(ANY_WRITER, "the same, with how to reach them, as a file for spreadsheets", lists=True),
    "customer": Door(
        TEAM, "a customer's whole record; for staff, until 90 days after their last visit, what they need"
    ),
    "customer_tags": Door(ANY_WRITER, "the tags of the customers one looks after"),
    "add_customer": Door(ANY_WRITER, "a new customer"),
    "change_customer": Door(WRITERS, "what is known of a customer"),
    "archive_customer": Door(WRITERS, "a customer, put away"),
    "restore_customer": Door(WRITERS, "an archived customer, brought back"),
    "add_customer_address": Door(WRITERS, "one more address of a customer"),
    "change_customer_address": Door(WRITERS, "an address of a customer; how to get in is written, never read"),
    "archive_customer_address": Door(WRITERS, "an address of a customer, put away"),
    "make_customer_address_usual": Door(WRITERS, "the address of a customer that is offered first"),
    "write_note": Door(WRITERS, "a word about a customer, for the team alone"),
    "remove_note": Door(WRITERS, "a word about a customer, put away"),
    "set_tags": Door(WRITERS, "the tags of a customer"),
    "preview_merge": Door(WRITERS, "what merging two customers would mean, in counts"),
    "merge_customers": Door(
        WRITERS, "two records of one person, made one; into an account that did not prove it by administrators alone"
    ),
    "undo_merge": Door(WRITERS, "a merge, with everything back where it was"),
    "my_details": Door(EACH_OWN, "one's own name, e-mail and phone"),
    "change_my_details": Door(EACH_OWN, "one's own name and phone"),
    "my_addresses": Door(EACH_OWN, "one's own addresses, with how to get in"),
    "add_my_address": Door(EACH_OWN, "one more address of one's own"),
    "change_my_address": Door(OWN, "an address of one's own"),
    "archive_my_address": Door(OWN, "an address of one's own, put away"),
    "make_my_address_usual": Door(OWN, "the address of one's own that is offered first"),
    "customer_fields": Door(ADMINS, "the fields that customer records of a business have"),
    "define_customer_fields": Door(ADMINS, "the fields that customer records of a business have"),
    "customer_points": Door(WRITERS, "a customer's points, with every change of them"),
    "correct_points": Door(ADMINS, "points added to a customer's, or taken, with a reason"),
    "save_customer_fields": Door(WRITERS, "what is filled in for a customer"),
    "send_customer_file": Door(WRITERS, "a file, for a field of a customer's record"),
    "my_fields": Door(EACH_OWN, "what businesses ask their customers, and one's own answers"),
    "save_my_fields": Door(EACH_OWN, "one's own answers to what a business asks its customers"),
    "send_my_file": Door(EACH_OWN, "a file, for a field of one's own"),
    "my_preferences": Door(EACH_OWN, "one's own language, time zone, and whether news may come"),
    "set_my_preferences": Door(EACH_OWN, "one's own language, time zone, and whether news may come"),
}
