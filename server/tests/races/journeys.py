"""Whole journeys as commands of the crowd's processes: baskets that are booked, requests for a change and their answers."""

from __future__ import annotations

from datetime import timedelta
from typing import Any
from uuid import UUID

from almanac.booking.actions import change_requests, changes
from almanac.booking.actions.book import Agreed, book
from almanac.booking.content import BasketContent, DetailsContent, LineContent, PlaceContent
from almanac.booking.errors import RequestOver, TooLateToChange
from almanac.booking.models import Basket, ChangeRequest
from almanac.booking.queries.baskets import token_hash
from almanac.business.models import Setting
from almanac.catalog.models import Offering, Service, Venue
from almanac.kit import clock, ids
from almanac.kit.actor import STRANGER, SYSTEM, guest
from almanac.places.models import Area
from almanac.sales.models import Order, OrderLine
from almanac.scheduling.errors import SlotTaken, WrongState
from almanac.scheduling.models import Appointment
from almanac.scheduling.tests import factories
from almanac.scheduling.tests.factories import NOW
from tests.races import inspection
from tests.races.invoices import forget_documents
from tests.races.money import forget_money

HOUR, PRICE = 3600, 4_000
PLACE = PlaceContent(postcode="SW11 1AA", latitude=51.465, longitude=-0.156, town="London", district="Wandsworth")
DETAILS = DetailsContent(
    name="Nora Newcomer", email="nora@example.com", phone="+447700900321", line1="1 Plain Street", town="London"
)


def open_shop(*, people: int) -> dict[str, Any]:
    """Cleaners who work day and night near the place, an hour's clean with a buffer, and so far a horizon as rounds need."""
    service = factories.service()
    service.venue, service.buffer_after_minutes = Venue.CUSTOMER, 15
    service.price_amount = PRICE
    service.save()
    members = [factories.staff(f"Cleaner {number}", hours=(0, 24)) for number in range(people)]
    for member in members:
        Offering.objects.create(service=service, staff_member=member)
        Area.objects.create(staff_member=member, postcode="SW11 1AA", latitude=51.46, longitude=-0.15, radius_m=5_000)
    Setting.objects.update_or_create(
        business=service.business,
        group="booking",
        defaults={"values": {"horizon_days": 700, "slot_interval_minutes": 15}},
    )
    return {"service": str(service.pk), "staff": [str(member.pk) for member in members]}


def fill(*, service: str, lines: list[list[Any]]) -> dict[str, Any]:
    """A full basket of a stranger: each line is a start and a staff member, whose hold is over."""
    sold = Service.objects.select_related("business").get(pk=service)
    content = BasketContent(place=PLACE, details=DETAILS)
    for start, staff in lines:
        line = LineContent(
            service_id=sold.pk, starts_at=start, ends_at=start + HOUR, staff_id=UUID(staff), held_until=0
        )
        content.lines.append(line)
    token = ids.secret_token()
    Basket.objects.create(
        token_hash=token_hash(token),
        business=sold.business,
        content=content.model_dump_json(),
        expires_at=NOW + timedelta(days=1),
    )
    return {"token": token}


def book_all(*, token: str, total: int) -> dict[str, Any]:
    """Everything in the basket, or nothing."""
    agreed = Agreed(total, "pay_on_site", early_start_consent=True)
    (order,) = book(actor=STRANGER, token=token, agreed=agreed, key=str(ids.new_id()), language="en", now=NOW)
    return {"order": str(order.pk)}


def sold() -> dict[str, Any]:
    """How many lines each order has, and how many visits that stand without one."""
    orders = Order.objects.prefetch_related("lines__appointment")
    visits = Appointment.objects.exclude(state="cancelled")
    return {
        "lines": {
            str(order.pk): sum(1 for line in order.lines.all() if line.appointment and line.appointment.claim_id)
            for order in orders
        },
        "stray": visits.filter(order_line=None).count(),
        "starts": [[visit.starts, str(visit.staff_member_id)] for visit in visits],
    }


def ask(*, service: str, staff: str, start: int, proposed: int) -> dict[str, Any]:
    """A booked visit whose customer asked for another time, and the team's proposal."""
    made = book_all(**fill(service=service, lines=[[start, staff]]), total=PRICE)
    visit = Appointment.objects.get(order_line__order=made["order"])
    wished = change_requests.Wished(NOW.date() + timedelta(days=30), "any")
    row = change_requests.ask(
        actor=guest(UUID(made["order"])), appointment_id=visit.pk, kind="move", wishes=[wished], note="", now=NOW
    )
    change_requests.propose(
        actor=SYSTEM, request_id=row.pk, starts_at=proposed, staff_id=UUID(staff), words="", seen=None, now=NOW
    )
    return {"order": made["order"], "request": str(row.pk), "appointment": str(visit.pk)}


def answer(*, what: str, order: str, request: str, appointment: str, start: int) -> dict[str, Any]:
    """Do one thing about a request. Being refused in words is an answer too."""
    actor, request_id = guest(UUID(order)), UUID(request)
    try:
        if what == "accept":
            change_requests.accept(
                actor=SYSTEM, request_id=request_id, starts_at=start, staff_id=None, seen=None, now=NOW
            )
        elif what == "take":
            change_requests.take(actor=actor, request_id=request_id, starts_at=start, now=NOW)
        elif what == "withdraw":
            change_requests.withdraw(actor=actor, request_id=request_id, now=NOW)
        else:
            changes.cancel(actor=SYSTEM, appointment_id=UUID(appointment), reason="", now=NOW, shown=None)
    except (RequestOver, SlotTaken, TooLateToChange, WrongState) as refusal:
        return {"what": what, "refused": refusal.code}
    return {"what": what, "refused": ""}


def standing(*, request: str, appointment: str) -> dict[str, Any]:
    """How the request and its visit stand, before and after what follows the visit's events."""
    row, visit = ChangeRequest.objects.get(pk=request), Appointment.objects.get(pk=appointment)
    before = row.state
    if visit.state == Appointment.State.CANCELLED:
        change_requests.close_about(visit.pk, asked_before=NOW, now=NOW)
        row.refresh_from_db()
    return {"before": before, "state": row.state, "visit": visit.state, "start": clock.epoch(visit.starts_at)}


def forget_journeys() -> dict[str, Any]:
    """Nothing was ever booked: what other races left, and these leave for others, is gone."""
    ChangeRequest.objects.all().delete()
    Basket.objects.all().delete()
    forget_documents()
    forget_money()
    OrderLine.objects.all().delete()
    Order.objects.all().delete()
    return inspection.forget()


COMMANDS = {
    "forget_journeys": forget_journeys,
    "open_shop": open_shop,
    "fill": fill,
    "book_all": book_all,
    "sold": sold,
    "ask": ask,
    "answer": answer,
    "standing": standing,
}
