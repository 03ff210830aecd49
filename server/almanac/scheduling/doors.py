"""Who may use the doors to appointments and to people's time."""

from __future__ import annotations

from almanac.kit.doors import CUSTOMER_AND_TEAM, TEAM, Door, Doors

DOORS: Doors = {
    "appointments": Door(CUSTOMER_AND_TEAM, "appointments of one's own, of staff in scope, or all", lists=True),
    "appointment": Door(CUSTOMER_AND_TEAM, "an appointment with names, address and what one may do with it"),
    "confirm_appointment": Door(TEAM, "a request, approved"),
    "decline_appointment": Door(TEAM, "a request, turned down"),
    "complete_appointment": Door(TEAM, "an appointment from its start on, as done"),
    "mark_no_show": Door(TEAM, "an appointment from its start on, as one nobody came to"),
    "working_hours": Door(TEAM, "a staff member's week"),
    "set_working_hours": Door(TEAM, "a staff member's week, replaced"),
    "date_overrides": Door(TEAM, "dates on which a staff member works other hours"),
    "set_date_override": Door(TEAM, "the hours of one date"),
    "drop_date_override": Door(TEAM, "the hours of one date, as in the week again"),
    "time_off": Door(TEAM, "a staff member's absences"),
    "add_time_off": Door(TEAM, "an absence"),
    "drop_time_off": Door(TEAM, "an absence, taken back"),
    "busy_blocks": Door(TEAM, "time blocked in a staff member's calendar"),
    "block_time": Door(TEAM, "time blocked in a staff member's calendar, with what it lies over"),
    "why_not": Door(TEAM, "every start of a staff member's day, open or why not"),
    "unblock_time": Door(TEAM, "blocked time, opened again"),
}
