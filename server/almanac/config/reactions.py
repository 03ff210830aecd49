"""What follows what: the only list of events and the tasks that react to them."""

from __future__ import annotations

from almanac.booking import events as journeys
from almanac.booking import tasks as booking
from almanac.booking.events import AccountWished, ChangeAsked, ChangeDeclined, ChangeProposed, ChangeWithdrawn
from almanac.notifications import change_tasks, waiting_tasks
from almanac.notifications import tasks as notifications
from almanac.notifications.letters import Message
from almanac.outbox.events import Event
from almanac.outbox.registry import reaction
from almanac.people.events import InvitationSent
from almanac.scheduling import events

ANNOUNCED: dict[type[Event], Message] = {
    events.AppointmentConfirmed: Message.BOOKED,
    events.AppointmentRequested: Message.REQUESTED,
    events.AppointmentMoved: Message.CHANGED,
    events.AppointmentCancelled: Message.CANCELLED,
    events.AppointmentDeclined: Message.DECLINED,
}

for event_type, message in ANNOUNCED.items():
    reaction(event_type, f"notifications.{message}", commit_with=True)(notifications.announces(message))

reaction(events.AppointmentDeclined, "booking.settle_declined")(booking.settle_declined)
reaction(AccountWished, "notifications.account_offer", commit_with=True)(notifications.offer_account)
reaction(events.TimeOffRequested, "notifications.time_off_asked", commit_with=True)(notifications.tell_of_request)
reaction(events.TimeOffAnswered, "notifications.time_off_answered", commit_with=True)(notifications.tell_of_answer)
reaction(InvitationSent, "notifications.invite", commit_with=True)(notifications.invite)

for over in (events.AppointmentMoved, events.AppointmentCancelled, events.AppointmentDeclined):
    reaction(over, "booking.close_requests")(booking.close_requests)
reaction(ChangeAsked, "notifications.change_asked", commit_with=True)(change_tasks.tell_team)
reaction(ChangeWithdrawn, "notifications.proposal_refused", commit_with=True)(change_tasks.tell_team_of_no)
for answered in (ChangeProposed, ChangeDeclined):
    reaction(answered, "notifications.change_answered", commit_with=True)(change_tasks.tell_customer)

OPENS_TIME: tuple[type[Event], ...] = (
    events.AppointmentCancelled,
    events.AppointmentDeclined,
    events.AppointmentMoved,
    events.WorkingHoursChanged,
    events.TimeOffWithdrawn,
    events.HolidaysChanged,
    events.TimeUnblocked,
    journeys.WaitingJoined,
    journeys.WaitingOfferDeclined,
    journeys.WaitingOfferLapsed,
    journeys.WaitingEnded,
)
for opens in OPENS_TIME:
    reaction(opens, "booking.look_anew")(booking.look_anew)
for booked in (events.AppointmentConfirmed, events.AppointmentRequested):
    reaction(booked, "booking.settle_waiting")(booking.settle_waiting)
for told in (
    journeys.WaitingJoined,
    journeys.WaitingOffered,
    journeys.WaitingOfferLapsed,
    journeys.WaitingEnded,
):
    reaction(told, "notifications.waiting_list", commit_with=True)(waiting_tasks.tell)
