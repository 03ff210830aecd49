"""Who may use the doors to appointments and to people's time."""

from __future__ import annotations

from almanac.kit.doors import ADMINS, CUSTOMER_AND_TEAM, EVERYBODY, SIGNED_IN, TEAM, Door, Doors, Who

BOOKED = frozenset({Who.CUSTOMER, Who.OTHER_CUSTOMER, Who.STAFF, Who.OTHER_STAFF})  # with appointments of their own
DECIDERS = frozenset({Who.MANAGER, Who.ADMIN})

DOORS: Doors = {
    "appointments": Door(CUSTOMER_AND_TEAM, "appointments of one's own, of staff in scope, or all", lists=True),
    "appointment": Door(CUSTOMER_AND_TEAM, "an appointment with names, address and what one may do with it"),
    "calendar": Door(TEAM, "some dates of the people one looks after: what fills them, and when they work", lists=True),
    "preview_change": Door(TEAM, "what another time, length or person for an appointment would collide with"),
    "change_visit": Door(TEAM, "an appointment, with another time, length or person"),
    "confirm_appointment": Door(TEAM, "a request, approved"),
    "decline_appointment": Door(TEAM, "a request, turned down"),
    "complete_appointment": Door(TEAM, "an appointment from its start on, as done"),
    "working_hours": Door(TEAM, "a staff member's week"),
    "set_working_hours": Door(TEAM, "a staff member's week, replaced"),
    "date_overrides": Door(TEAM, "dates on which a staff member works other hours"),
    "set_date_override": Door(TEAM, "the hours of one date"),
    "drop_date_override": Door(TEAM, "the hours of one date, as in the week again"),
    "time_off": Door(TEAM, "a staff member's absences"),
    "add_time_off": Door(TEAM, "an absence"),
    "drop_time_off": Door(TEAM, "an absence, taken back"),
    "time_off_requests": Door(TEAM, "absences of one's own, of staff in scope, or all", lists=True),
    "time_off_csv": Door(TEAM, "the same as a file for spreadsheets", lists=True),
    "answer_time_off": Door(DECIDERS, "an absence asked for, granted or refused"),
    "holidays": Door(ADMINS, "the dates on which a business is closed"),
    "holiday_proposals": Door(ADMINS, "bank holidays that a business does not keep yet"),
    "add_holidays": Door(ADMINS, "dates on which a business is closed from now on"),
    "remove_holiday": Door(ADMINS, "a date on which a business was closed, opened again"),
    "preview_hours": Door(TEAM, "which booked visits another week would break, with a fix for each"),
    "preview_date_override": Door(TEAM, "which booked visits other hours of one date would break"),
    "preview_time_off": Door(TEAM, "which booked visits an absence would break"),
    "preview_holidays": Door(ADMINS, "which booked visits a closed date would break"),
    "preview_area": Door(TEAM, "which booked visits a smaller area, or one less, would break"),
    "change_area": Door(TEAM, "an area of a staff member, with another middle, radius or name"),
    "remove_area": Door(TEAM, "an area of a staff member, taken away"),
    "busy_blocks": Door(TEAM, "time blocked in a staff member's calendar"),
    "block_time": Door(TEAM, "time blocked in a staff member's calendar, with what it lies over"),
    "why_not": Door(TEAM, "every start of a staff member's day, open or why not"),
    "unblock_time": Door(TEAM, "blocked time, opened again"),
    "calendar_feed": Door(BOOKED, "the secret address of one's own appointments"),
    "open_calendar_feed": Door(BOOKED, "a new secret address of one's own appointments"),
    "close_calendar_feed": Door(SIGNED_IN, "the secret address of one's own appointments, taken away"),
    "read_calendar_feed": Door(EVERYBODY, "somebody's appointments, for whoever has their secret address"),
}
