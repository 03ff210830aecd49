"""An order of VALClean with its visits, as the booking journey leaves it, and the facts that follow."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from django.db import transaction
from django.db.models import QuerySet

from almanac.business.models import Business
from almanac.catalog.models import Category, Service, Venue
from almanac.kit import ids
from almanac.kit.actor import SYSTEM
from almanac.kit.clock import epoch
from almanac.notifications.models import Delivery
from almanac.outbox.actions import emit
from almanac.people.models import Customer, StaffMember
from almanac.places.models import Address
from almanac.sales.models import Order, OrderLine
from almanac.scheduling.events import (
    AppointmentCancelled,
    AppointmentConfirmed,
    AppointmentDeclined,
    AppointmentEvent,
    AppointmentMoved,
    AppointmentRequested,
)
from almanac.scheduling.models import Appointment, Claim

NOW = datetime(2026, 6, 1, 9, tzinfo=UTC)
START = datetime(2026, 6, 9, 9, tzinfo=UTC)  # 10:00 in London
HOUR = timedelta(hours=1)


def mails(**wanted: object) -> QuerySet[Delivery]:
    """The letters that were written, without what went beside them to telephones and accounts."""
    return Delivery.objects.filter(channel=Delivery.Channel.EMAIL, **wanted)


def make_service(business: Business, name: str = "Deep clean", *, venue: str = Venue.CUSTOMER) -> Service:
    category, _ = Category.objects.get_or_create(
        business=business, slug="cleaning", defaults={"name": {"en": "Cleaning"}}
    )
    return Service.objects.create(
        business=business,
        category=category,
        slug=str(ids.new_id()),
        duration_minutes=120,
        price_amount=6400,
        currency="GBP",
        name={"en": name, "uk": "Генеральне прибирання"},
        venue=venue,
        preparation={"en": "Please clear the worktops."},
    )


def make_order(business: Business, customer: Customer, *, language: str = "en") -> Order:
    return Order.objects.create(
        business=business,
        customer=customer,
        number=ids.order_number("VC"),
        currency="GBP",
        total_amount=6400,
        tax_amount=1067,
        placed_at=NOW,
        language=language,
        state="confirmed",
    )


def make_visit(
    order: Order,
    staff: StaffMember,
    service: Service,
    *,
    starts_at: datetime = START,
    state: str = Appointment.State.CONFIRMED,
) -> Appointment:
    """One visit of an order, two hours long, with its claim and its line."""
    ends_at = starts_at + 2 * HOUR
    claim = Claim.objects.create(
        staff=staff,
        blocked_from=epoch(starts_at),
        blocked_until=epoch(ends_at),
        core_from=epoch(starts_at),
        core_until=epoch(ends_at),
        kind="appointment",
        service=service,
    )
    address = None
    if service.venue == Venue.CUSTOMER:
        address = Address.objects.create(
            customer=order.customer,
            line1="1 High Street",
            city="London",
            postcode="SW11 1AA",
            latitude=51.46,
            longitude=-0.16,
            access_notes="key under the mat",
        )
    appointment = Appointment.objects.create(
        business=service.business,
        service=service,
        staff_member=staff,
        customer=order.customer,
        address=address,
        claim=claim,
        visit_id=ids.new_id(),
        venue=service.venue,
        starts_at=starts_at,
        ends_at=ends_at,
        zone="Europe/London",
        state=state,
        uid=f"{ids.new_id()}@almanac",
    )
    OrderLine.objects.create(
        order=order,
        business=service.business,
        position=order.lines.count(),
        name=service.name["en"],
        breakdown=[],
        total_amount=6400,
        tax_rate_bp=2000,
        tax_amount=1067,
        appointment=appointment,
    )
    return appointment


def facts(appointment: Appointment) -> dict[str, object]:
    return {
        "appointment_id": appointment.pk,
        "business_id": appointment.business_id,
        "staff_id": appointment.staff_member_id,
        "customer_id": appointment.customer_id,
        "starts_at": epoch(appointment.starts_at),
    }


def tell(event: AppointmentEvent, *, at: datetime = NOW) -> None:
    with transaction.atomic():
        emit(event, actor=SYSTEM, at=at)


def confirmed(appointment: Appointment, *, at: datetime = NOW) -> None:
    tell(AppointmentConfirmed(**facts(appointment)), at=at)  # type: ignore[arg-type]


def requested(appointment: Appointment, *, at: datetime = NOW) -> None:
    tell(AppointmentRequested(**facts(appointment)), at=at)  # type: ignore[arg-type]


def move(
    appointment: Appointment, starts_at: datetime, *, staff: StaffMember | None = None, at: datetime = NOW
) -> None:
    """Another start, another person, or both, as scheduling leaves the rows."""
    old_start, old_end = epoch(appointment.starts_at), epoch(appointment.ends_at)
    old_staff = appointment.staff_member_id
    appointment.starts_at, appointment.ends_at = starts_at, starts_at + 2 * HOUR
    appointment.staff_member = staff or appointment.staff_member
    appointment.sequence += 1
    appointment.save()
    moved = {
        "ends_at": epoch(appointment.ends_at),
        "old_starts_at": old_start,
        "old_ends_at": old_end,
        "old_staff_id": old_staff,
        "by": "customer",
    }
    tell(AppointmentMoved(**facts(appointment), **moved), at=at)  # type: ignore[arg-type]


def cancel(appointment: Appointment, *, is_declined: bool = False, at: datetime = NOW) -> None:
    appointment.state, appointment.claim, appointment.cancelled_at = Appointment.State.CANCELLED, None, at
    appointment.sequence += 1
    appointment.save()
    if is_declined:
        tell(AppointmentDeclined(**facts(appointment)), at=at)  # type: ignore[arg-type]
    else:
        tell(AppointmentCancelled(**facts(appointment), by="customer"), at=at)  # type: ignore[arg-type]
