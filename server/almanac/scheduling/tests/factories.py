"""Makes the people, services and hours that scheduling's tests book with. Every date is fixed: Monday 2 March 2026."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from uuid import UUID

from almanac.business.models import Business
from almanac.catalog.models import Category, Service
from almanac.engine.assignment import AssignmentRule
from almanac.engine.problem import Place, Rules, Segment, Slot
from almanac.kit import clock, ids
from almanac.kit.actor import Actor, Role, Scope, ScopeAction
from almanac.people.models import Customer, StaffMember
from almanac.scheduling.models import Appointment, WorkingHours
from almanac.scheduling.visits import Reservation, VisitRequest

MONDAY = datetime(2026, 3, 2, tzinfo=UTC)  # London keeps UTC until 29 March
NOW = MONDAY - timedelta(days=3)
HOUR, MINUTE, DAY = 3600, 60, 86_400


def at(hour: int, minute: int = 0, *, day: int = 0) -> int:
    """Epoch seconds of a wall time in London, `day` days after Monday 2 March 2026."""
    return clock.epoch(MONDAY) + day * DAY + hour * HOUR + minute * MINUTE


def business(slug: str = "valclean") -> Business:
    return Business.objects.get_or_create(
        slug=slug, defaults={"name": slug.title(), "order_prefix": "VC", "languages": ["en"]}
    )[0]


def staff(name: str = "Sam", *, of: Business | None = None, hours: tuple[int, int] | None = (9, 17)) -> StaffMember:
    """A staff member who works Monday to Sunday within these hours of the day; None for no hours at all."""
    member = StaffMember.objects.create(business=of or business(), slug=f"{name}-{ids.new_id()}".lower(), name=name)
    if hours is not None:
        give_hours(member, hours)
    return member


def give_hours(member: StaffMember, hours: tuple[int, int] = (9, 17)) -> None:
    """The same hours every day of the week."""
    WorkingHours.objects.bulk_create(
        WorkingHours(staff_member=member, weekday=day, start_minute=hours[0] * 60, end_minute=hours[1] * 60)
        for day in range(7)
    )


def service(slug: str = "clean", *, minutes: int = 60, capacity: int = 1, of: Business | None = None) -> Service:
    owner = of or business()
    category = Category.objects.get_or_create(business=owner, slug="all", defaults={"name": {"en": "All"}})[0]
    return Service.objects.create(
        business=owner,
        category=category,
        slug=f"{slug}-{ids.new_id()}",
        name={"en": slug},
        duration_minutes=minutes,
        price_amount=4_000,
        currency="GBP",
        capacity=capacity,
    )


def customer(name: str = "Cleo") -> Customer:
    return Customer.objects.create(name=name, email=f"{name.lower()}@example.org")


def segment(what: Service, *people: StaffMember, before: int = 0, after: int = 0) -> Segment:
    """One service as asked for; buffers in minutes."""
    return Segment(
        service_id=str(what.pk),
        duration=what.duration_minutes * MINUTE,
        buffer_before=before * MINUTE,
        buffer_after=after * MINUTE,
        capacity=what.capacity,
        staff_ids=tuple(str(member.pk) for member in people),
    )


def request(
    *segments: Segment,
    seats: int = 1,
    place: Place | None = None,
    rules: Rules | None = None,
    assignment: AssignmentRule = AssignmentRule.ANY,
) -> VisitRequest:
    return VisitRequest(
        business_id=business().pk,
        segments=segments,
        rules=rules or Rules(slot_interval=900),
        place=place,
        seats=seats,
        assignment=assignment,
    )


def slot(asked: VisitRequest, start: int, *people: StaffMember) -> Slot:
    """The slot of these people at this start."""
    return Slot(start, start + sum(item.duration for item in asked.segments), tuple(str(one.pk) for one in people))


def reservation(
    asked: VisitRequest,
    chosen: Slot,
    who: Customer,
    *,
    owner: str = "",
    line: str = "",
    state: str = Appointment.State.CONFIRMED,
) -> Reservation:
    return Reservation(
        request=asked,
        slot=chosen,
        customer_id=who.pk,
        venue="online",
        zone="Europe/London",
        state=state,
        owner=owner,
        line=line,
    )


ADMIN = Actor(role=Role.ADMIN, user_id=ids.new_id())


def as_staff(member: StaffMember) -> Actor:
    return Actor(role=Role.STAFF, user_id=ids.new_id(), staff_id=member.pk)


def as_customer(who: Customer) -> Actor:
    return Actor(role=Role.CUSTOMER, user_id=ids.new_id(), customer_id=who.pk)


def as_manager(*members: StaffMember, actions: tuple[ScopeAction, ...] = tuple(ScopeAction)) -> Actor:
    scope = Scope(staff_ids=frozenset(member.pk for member in members), actions=frozenset(actions))
    return Actor(role=Role.MANAGER, user_id=ids.new_id(), scope=scope)


def again(visit_id: UUID | str, *, rules: Rules | None = None, by: Sequence[str] = ()) -> VisitRequest:
    """What to ask for in order to give a visit another time: each service by whoever has it now, or by any of `by`."""
    rows = Appointment.objects.filter(visit_id=visit_id).exclude(state=Appointment.State.CANCELLED)
    visit = list(rows.select_related("claim").order_by("position"))
    segments = tuple(
        Segment(
            service_id=str(item.service_id),
            duration=item.ends - item.starts,
            buffer_before=item.buffer_before_seconds,
            buffer_after=item.buffer_after_seconds,
            capacity=item.claim.capacity if item.claim else 1,
            staff_ids=tuple(by) or (str(item.staff_member_id),),
        )
        for item in visit
    )
    return VisitRequest(
        business_id=visit[0].business_id,
        segments=segments,
        rules=rules or Rules(slot_interval=900),
        seats=visit[0].seats,
    )
