"""Reads for messages: what happened together, the facts to tell, whom to tell, and which reminders are due."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from typing import Any
from uuid import UUID

from django.db.models import QuerySet, Sum
from django.db.models.functions import Coalesce

from almanac.business import queries as business
from almanac.business.models import Business, Location
from almanac.business.policies import ReminderPolicy
from almanac.catalog.models import Venue
from almanac.catalog.questions import answers_in
from almanac.kit import clock
from almanac.kit.actor import Actor, ScopeAction
from almanac.kit.errors import NotAllowed
from almanac.kit.localized import text_in
from almanac.kit.pages import site
from almanac.notifications.letter_notes import Cost, Owed, Renewal
from almanac.notifications.letters import Audience, Before, Facts, Message, Reader, Sender, Visit
from almanac.notifications.models import Delivery
from almanac.notifications.permissions import visible_to
from almanac.notifications.texts import texts_in
from almanac.outbox.events import Fact
from almanac.outbox.models import EventRow
from almanac.payments.models import Refund, RefundShare
from almanac.payments.queries import due_now, outstanding, pays_on_the_day, undecided_of
from almanac.people.models import StaffMember, User
from almanac.people.queries.scopes import who_looks_after
from almanac.places.models import Address
from almanac.sales.events import SubscriptionRenewed
from almanac.sales.links import order_token
from almanac.sales.models import Order, OrderLine, PassUse
from almanac.scheduling.models import Appointment

NOT_FIXED = "en"
HOUSE_ACCENT = "#1D6B57"


def deliveries(actor: Actor, *, appointment_id: UUID | None = None, state: str = "") -> QuerySet[Delivery]:
    """Messages this actor may know of: about one appointment, in one state, or any. Raises NotAllowed."""
    allowed = visible_to(actor)
    if allowed is None:
        raise NotAllowed
    found = Delivery.objects.filter(pk__in=Delivery.objects.filter(allowed).values("pk")).select_related("order")
    if appointment_id is not None:
        found = found.filter(appointments=appointment_id)
    return found.filter(state=state) if state else found


def same_occasion(fact: Fact) -> dict[UUID, dict[str, Any]]:
    """Payloads of all events of this kind at the same instant, by appointment: what one action did, told in one message."""
    payloads = EventRow.objects.filter(name=fact.name, at=fact.at).values_list("payload", flat=True)
    return {UUID(payload["appointment_id"]): payload for payload in payloads}


def lines_of(order: Order, appointment_ids: Collection[UUID]) -> list[OrderLine]:
    """The order's lines for these appointments with all that a message tells. One SQL query."""
    found = order.lines.filter(appointment_id__in=appointment_ids).select_related(
        "business", "appointment__service", "appointment__address", "appointment__staff_member__user"
    )
    return sorted(found, key=lambda line: (_appointment(line).starts_at, line.position))


def facts(
    order: Order,
    lines: Iterable[OrderLine],
    *,
    reader: Reader,
    was: Mapping[UUID, Before],
    now: datetime,
    renewal: Renewal | None = None,
) -> Facts:
    """What a message about these lines may say to this reader. At most eight SQL queries: the businesses' own places, and
    for customers whether a bank has still to answer, and what is left to pay."""
    told = list(lines)
    at_business = {line.business_id for line in told if _appointment(line).venue == Venue.BUSINESS}
    places = business.first_locations(at_business) if at_business else {}
    return Facts(
        sender=_sender(speaker_of(order, told), reader.language),
        number=order.number,
        currency=order.currency,
        owed=owed_of(order, now=now) if reader.audience is Audience.CUSTOMER else Owed(),
        renewal=renewal,
        customer_name=order.customer.name,
        customer_phone=order.customer.phone,
        customer_zone=order.customer.zone,
        note=order.customer_note,
        visits=tuple(_visit(line, places.get(line.business_id), reader, was) for line in told),
        tracking_url=f"{site(reader.language)}/track/#{order_token(order, now=now)}",
        booking_url=f"{site(reader.language)}/booking/",
        told_at=now,
    )


def owed_of(order: Order, *, now: datetime) -> Owed:
    """What was paid of an order and what is left, as letters to its customer say it. At most seven SQL queries."""
    if order.paid_amount >= order.total_amount or undecided_of(order.pk).exists():
        return Owed(paid=order.paid_amount)
    left = sum(due_now(order, now).values())
    later = sum(outstanding(order).values()) - left
    return Owed(order.paid_amount, left, later, on_the_day=not left or pays_on_the_day(order))


def renewal_told(lines: Collection[OrderLine], fact: Fact) -> Renewal | None:
    """Whether these visits are another term, booked at the instant of this fact. Two SQL queries, none for other visits."""
    wanted = {str(line.subscription_id) for line in lines if line.subscription_id}
    if not wanted:
        return None
    payloads = EventRow.objects.filter(name=SubscriptionRenewed.name, at=fact.at).values_list("payload", flat=True)
    told = next((payload for payload in payloads if payload["subscription_id"] in wanted), None)
    if told is None:
        return None
    noons = tuple(datetime.combine(date.fromisoformat(on), time(12), UTC) for on in told["left_out"])
    by_package = PassUse.objects.filter(line__in=[line.pk for line in lines], given_back_at=None).count()
    return Renewal(told["price_amount"], told["old_price_amount"], noons, by_package)


def speaker_of(order: Order, lines: Collection[OrderLine]) -> Business:
    """Who speaks: the business that delivers all that is told, else the one the order goes by."""
    sellers = {line.business_id: line.business for line in lines}
    return next(iter(sellers.values())) if len(sellers) == 1 else order.business


def customer_reader(order: Order) -> Reader:
    """The customer of an order, in the language it was placed in."""
    customer = order.customer
    return Reader(Audience.CUSTOMER, customer.name, customer.email, order.language, customer.zone)


def staff_reader(staff: StaffMember) -> Reader:
    """A staff member in the language of their sign-in; without one there is no address either."""
    user = staff.user
    return Reader(
        Audience.STAFF, staff.name, user.email if user else "", user.language if user else NOT_FIXED, staff.zone
    )


def readers_for(staff: StaffMember) -> list[tuple[User, Reader]]:
    """Who answers for a staff member without a sign-in: their managers, or else the administrators; nobody for one who has a
    sign-in. Two SQL queries at most."""
    if staff.user and staff.user.is_active:
        return []
    team = who_looks_after(staff, ScopeAction.APPOINTMENTS)
    return [
        (user, Reader(Audience.STAFF, user.name, user.email, user.language, staff.zone, instead_of=staff.name))
        for user in team
    ]


@dataclass(frozen=True, slots=True)
class DueReminder:
    """Visits that belong together and are to be reminded of, `hours` before."""

    appointment_ids: tuple[UUID, ...]
    first_id: UUID
    sequence: int
    hours: int


def due_reminders(*, now: datetime) -> list[DueReminder]:
    """Confirmed visits within a business's reminder hours that nobody was written to about since those hours began.

    Of several reminders due at once, as after an outage, only the last is sent. Found by start, so a moved visit is
    found at its new time and a cancelled one not at all. Two SQL queries, and two per business with visits ahead.
    """
    found: list[DueReminder] = []
    for owner in business.open_businesses():
        hours = business.policy(owner.pk, ReminderPolicy).hours_before
        if hours:
            found.extend(_due_of_business(owner, hours, now=now))
    return found


def _due_of_business(owner: Business, hours: tuple[int, ...], *, now: datetime) -> list[DueReminder]:
    ahead = Appointment.objects.filter(
        business=owner,
        state=Appointment.State.CONFIRMED,
        starts_at__gt=now,
        starts_at__lte=now + timedelta(hours=max(hours)),
    )
    visits: dict[UUID, list[Appointment]] = defaultdict(list)
    for appointment in ahead.only("id", "visit_id", "starts_at", "sequence").order_by("starts_at", "position"):
        visits[appointment.visit_id].append(appointment)
    told_at = _last_told([appointment.pk for rows in visits.values() for appointment in rows])
    due = []
    for rows in visits.values():
        first = rows[0]
        nearest = min(hour for hour in hours if first.starts_at - now <= timedelta(hours=hour))
        told = told_at.get(first.pk)
        if told is None or told < first.starts_at - timedelta(hours=nearest):
            due.append(DueReminder(tuple(row.pk for row in rows), first.pk, first.sequence, nearest))
    return due


def _last_told(appointment_ids: list[UUID]) -> dict[UUID, datetime]:
    """When customers were last told the time of each appointment, in whichever message names it."""
    telling = (Message.BOOKED, Message.CHANGED, Message.REMINDER)
    rows = Appointment.objects.filter(
        pk__in=appointment_ids,
        deliveries__recipient=Delivery.Recipient.CUSTOMER,
        deliveries__template__in=telling,
        deliveries__state__in=[state for state in Delivery.State if state != Delivery.State.SUPPRESSED],
    )
    return dict(rows.order_by("deliveries__created_at").values_list("pk", "deliveries__created_at"))


def _visit(line: OrderLine, place: Location | None, reader: Reader, was: Mapping[UUID, Before]) -> Visit:
    appointment = _appointment(line)
    service = appointment.service
    is_customer = reader.audience is Audience.CUSTOMER
    return Visit(
        appointment_id=appointment.pk,
        uid=appointment.uid,
        sequence=appointment.sequence,
        what=line.name if is_customer else text_in(service.name, reader.language),
        staff_name=appointment.staff_member.name,
        staff_zone=appointment.staff_member.zone,
        starts_at=appointment.starts_at,
        ends_at=appointment.ends_at,
        venue=appointment.venue,
        where=_where(appointment, place),
        preparation=text_in(service.preparation, reader.language),
        meeting_url=appointment.meeting_url,
        total_amount=line.total_amount,
        seller=_sender(line.business, reader.language),
        was=was.get(appointment.pk),
        cost=_cost(line, appointment),
        answers=() if is_customer else _answers(line, reader.language),
    )


def _cost(line: OrderLine, visit: Appointment) -> Cost | None:
    """What a visit came to that one side was not there for. Two SQL queries, none for any other."""
    if visit.missed_at is None:
        return None
    refunds = RefundShare.objects.filter(share__line=line, refund__created_at__gte=visit.missed_at)
    back = refunds.exclude(refund__state=Refund.State.FAILED).aggregate(sum=Coalesce(Sum("amount"), 0))["sum"]
    return Cost(line.fee_amount or 0, outstanding(line.order).get(line.pk, 0), back)


def _answers(line: OrderLine, language: str) -> tuple[tuple[str, str], ...]:
    """What its staff member is to know of the answers; a file is named, and opened from the visit's page."""
    told = []
    for kept in answers_in(line.answers):
        if kept.for_staff:
            words = ", ".join(text_in(label, language) for label in kept.options) or str(kept.answer)
            if isinstance(kept.answer, bool):
                words = texts_in(language).say("yes" if kept.answer else "no")
            told.append((text_in(kept.label, language), kept.file_name or words))
    return tuple(told)


def _where(appointment: Appointment, place: Location | None) -> str:
    address = appointment.address
    if appointment.venue == Venue.CUSTOMER and address:
        return _lines_of(address)
    if appointment.venue == Venue.BUSINESS and place:
        return f"{place.name}\n{place.address_line}\n{place.postcode}"
    return ""


def first_business() -> Business | None:
    """The business that speaks for the installation: the first one that is open."""
    return business.open_businesses().first()


def sender_of(owner: Business | None, language: str) -> Sender:
    """How a letter shows who writes it; before there is a business, the product itself."""
    if owner is not None:
        return _sender(owner, language)
    return Sender(name="Almanac", zone="UTC", accent=HOUSE_ACCENT, phone="", email="", staff_word="")


def _sender(owner: Business, language: str) -> Sender:
    return Sender(
        name=owner.name,
        zone=owner.zone,
        accent=owner.accent,
        phone=owner.phone,
        email=owner.email,
        staff_word=text_in(owner.staff_word, language),
    )


def _appointment(line: OrderLine) -> Appointment:
    if line.appointment is None:
        raise LookupError("this line has no appointment")
    return line.appointment


def before_moves(occasion: Mapping[UUID, Mapping[str, Any]]) -> dict[UUID, Before]:
    """Where appointments were before they moved, by the payloads of their events; those that did not are left out. One SQL query
    where one moved to another address."""
    moved = {key: payload for key, payload in occasion.items() if "old_starts_at" in payload}
    left = {key: UUID(payload["old_address_id"]) for key, payload in moved.items() if payload.get("old_address_id")}
    places = {row.pk: _lines_of(row) for row in Address.objects.filter(pk__in=left.values())} if left else {}
    return {
        key: Before(instant_of(payload, "old_starts_at"), places.get(left[key], "") if key in left else "")
        for key, payload in moved.items()
    }


def _lines_of(address: Address) -> str:
    parts = [address.line1, address.line2, f"{address.city} {address.postcode}"]
    return "\n".join(part for part in parts if part.strip())


def instant_of(payload: Mapping[str, Any], key: str) -> datetime:
    """An epoch of an event's payload as an instant."""
    return clock.instant(int(payload[key]))
