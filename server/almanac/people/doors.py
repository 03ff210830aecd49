"""Who may use the doors to people."""

from __future__ import annotations

from almanac.kit.doors import ADMINS, EVERYBODY, SIGNED_IN, TEAM, Door, Doors, Who

KEEPERS = frozenset({Who.MANAGER, Who.ADMIN})

DOORS: Doors = {
    "me": Door(EVERYBODY, "oneself alone; a stranger learns that nobody is signed in"),
    "change_me": Door(SIGNED_IN, "one's own name, phone and language"),
    "staff_cards": Door(EVERYBODY, "name, title, biography and picture of people who can be booked"),
    "managers": Door(ADMINS, "everybody who signs in as a manager, with what they may see and do"),
    "expertise": Door(EVERYBODY, "what people of a business know well"),
    "change_showcase": Door(TEAM, "languages and expertise of somebody; who goes first is for administrators"),
    "staff_records": Door(TEAM, "whole records of those one looks after, and one's own", lists=True),
    "staff_records_csv": Door(TEAM, "the same as a file for spreadsheets", lists=True),
    "add_staff_record": Door(KEEPERS, "one more staff member; a manager where the whole business is in scope"),
    "staff_record": Door(TEAM, "one whole record"),
    "change_staff_record": Door(KEEPERS, "a record replaced; not by the person it is about"),
    "change_biography": Door(TEAM, "what is told about somebody; one's own, too"),
    "set_photo": Door(TEAM, "another photo of somebody; one's own, too"),
    "drop_photo": Door(TEAM, "the photo of somebody, taken away; one's own, too"),
    "archive_staff": Door(KEEPERS, "somebody who cannot be booked any more; visits booked stay"),
    "restore_staff": Door(KEEPERS, "somebody back at work"),
    "invitations": Door(ADMINS, "who was asked to join, and what became of it"),
    "invitations_csv": Door(ADMINS, "the same as a file for spreadsheets"),
    "invite": Door(ADMINS, "a letter that asks somebody to join", asks_again=True),
    "resend_invitation": Door(ADMINS, "the letter once more, with a new link"),
    "withdraw_invitation": Door(ADMINS, "an invitation taken back"),
    "read_invitation": Door(EVERYBODY, "what an invitation says, for whoever holds its link"),
    "accept_invitation": Door(EVERYBODY, "an account by an invitation's link, once"),
    "join_invitation": Door(frozenset({Who.CUSTOMER}), "an invitation's link, for the account with its e-mail"),
    "manager_scope": Door(ADMINS, "what a manager may see and do"),
    "set_manager_scope": Door(ADMINS, "what a manager may see and do, replaced", asks_again=True),
    "scope_choices": Door(ADMINS, "businesses, places and people a scope can name"),
    "scope_templates": Door(ADMINS, "named scopes to begin a manager's from"),
    "add_scope_template": Door(ADMINS, "a scope kept under a name"),
    "change_scope_template": Door(ADMINS, "a template replaced; nobody's scope changes with it"),
    "archive_scope_template": Door(ADMINS, "a template put away; nobody's scope changes with it"),
}
