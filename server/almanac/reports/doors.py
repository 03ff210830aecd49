"""Who may ask questions across modules."""

from __future__ import annotations

from almanac.kit.doors import ADMINS, TEAM, Door, Doors

DOORS: Doors = {
    "scope_preview": Door(ADMINS, "how much a manager would see with a scope, in counts"),
    "audit_events": Door(ADMINS, "what happened: who, when, what, before and after"),
    "audit_events_csv": Door(ADMINS, "the same as a file for spreadsheets"),
    "audit_choices": Door(ADMINS, "kinds of events and the team's accounts"),
    "audit_people": Door(ADMINS, "people by part of their name, to look for what happened about one"),
    "journal": Door(ADMINS, "the books of a time as hledger or beancount read them"),
    "staff_around": Door(TEAM, "services, areas and coming visits of a staff member"),
    "audit_person": Door(ADMINS, "who an id is"),
}
