"""What follows what: the only list of events and the tasks that react to them."""

from __future__ import annotations

from almanac.booking import tasks as booking
from almanac.notifications import tasks as notifications
from almanac.notifications.letters import Message
from almanac.outbox.events import Event
from almanac.outbox.registry import reaction
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
