"""What the next term of a subscription would be: docs/algorithms/series.md, the end. Reads alone."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from uuid import UUID
from zoneinfo import ZoneInfo

from almanac.booking.content import BasketContent, DateContent, DetailsContent, LineContent, PlaceContent, RepeatContent
from almanac.booking.queries.series import HORIZON, problem_of
from almanac.booking.queries.series_pauses import pauses_of
from almanac.booking.queries.visit_requests import Wish, request_of
from almanac.business import queries as business
from almanac.business.policies import SubscriptionPolicy
from almanac.catalog.errors import NotOnOffer
from almanac.catalog.models import Venue
from almanac.catalog.queries.offers import OnOffer, offer_for
from almanac.engine import recurrence, series
from almanac.engine.recurrence import Frequency, Occurrence, Recurrence
from almanac.engine.terms import Term, next_term, notice_on, usual
from almanac.kit.clock import epoch, instant
from almanac.kit.ids import new_id
from almanac.payments import queries as payments
from almanac.payments import registry
from almanac.places.models import Address
from almanac.sales.models import OrderLine, PassUse, Subscription
from almanac.scheduling.models import Appointment


class CannotCarryOn(Exception):
    """There is no next term; `why` as SubscriptionEnding says it."""

    def __init__(self, why: str) -> None:
        super().__init__(why)
        self.why = why


@dataclass(frozen=True, slots=True)
class Usual:
    """How the visits of a subscription are by now: so many days from their date, at which minute, with whom, where."""

    days: int
    minutes: int
    staff_id: UUID
    address_id: UUID | None


@dataclass(frozen=True, slots=True)
class Renewal:
    """The next term, ready to be booked: a basket of one line that repeats, and how it is paid."""

    term: Term
    content: BasketContent
    payment_method: str

    @property
    def left_out(self) -> list[date]:
        """Dates on which nothing fits."""
        repeat = self.content.lines[0].repeat
        return [each.on for each in repeat.dates if not each.takes_place] if repeat else []


def notice_at(row: Subscription) -> datetime:
    """When its next term, or its end, is to be told of, on its own clock."""
    policy = business.policy(row.business_id, SubscriptionPolicy)
    rule = rule_of_row(row)
    on = notice_on(rule, booked_months=row.booked_months, months=row.months, days=policy.notice_days)
    return instant(recurrence.starts_at(rule, on))


def may_carry_on(row: Subscription) -> bool:
    """Whether it can be chosen that it goes on after its term, or not any more."""
    runs = row.state in (Subscription.State.ACTIVE, Subscription.State.PAUSED)
    return runs and (row.carries_on or business.policy(row.business_id, SubscriptionPolicy).may_carry_on)


def rule_of_row(row: Subscription) -> Recurrence:
    """The rule of a subscription, without an end."""
    return Recurrence(
        zone=row.zone, first_on=row.first_on, minutes=row.minutes, frequency=Frequency(row.frequency), every=row.every
    )


def renewal_of(row: Subscription, *, language: str, now: datetime) -> Renewal:
    """The next term as it could be booked now. Raises CannotCarryOn."""
    try:
        return _renewal(row, language=language, now=now)
    except NotOnOffer as gone:
        raise CannotCarryOn("not_on_offer") from gone


def _renewal(row: Subscription, *, language: str, now: datetime) -> Renewal:
    line = LineContent.model_validate_json(row.wish)
    offer = offer_for(line.service_id, [item.extra_id for item in line.extras])
    found = _usual(row)
    address = Address.objects.get(pk=found.address_id) if found.address_id else None
    place = _place(address)
    term, wished = _term(row, found, now=now)
    line = _tidied(line, found, offer)
    dates = _dates(Wish(line, offer), wished, found, place=place, now=now)
    uses = PassUse.objects.filter(line__subscription=row).order_by("-used_at", "-pk")
    pass_id = uses.values_list("visit_pass", flat=True).first()  # what is left of it pays for the next term too
    content = BasketContent(
        place=place,
        lines=[_line(line, row, dates, pass_id)],
        passes=[pass_id] if pass_id else [],
        details=_details(row, address),
        address_id=address.pk if address else None,
    )
    return Renewal(term, content, _payment_method(row, offer))


def _usual(row: Subscription) -> Usual:
    """Of the visits that stood, else of all."""
    lines = OrderLine.objects.filter(subscription=row, appointment__isnull=False).select_related("appointment")
    visits = [
        (line.occurs_on or date.min, line.appointment) for line in lines.order_by("occurs_on") if line.appointment
    ]
    standing = [each for each in visits if each[1].state != Appointment.State.CANCELLED] or visits
    return usual([_spot(on, appointment, ZoneInfo(row.zone)) for on, appointment in standing])


def _spot(on: date, appointment: Appointment, zone: ZoneInfo) -> Usual:
    at = appointment.starts_at.astimezone(zone)
    days = (at.date() - on).days
    return Usual(days, at.hour * 60 + at.minute, appointment.staff_member_id, appointment.address_id)


def _tidied(line: LineContent, found: Usual, offer: OnOffer) -> LineContent:
    """The wish as it was, with whom the visits are by now, of those who can be booked; where none of them can, anybody comes.
    Files among its answers belong to another basket and do not count."""
    who = line.preferred_staff
    if who and found.staff_id not in who:
        who = [found.staff_id, *who]
    on_offer = {each.staff_member_id for each in offer.offerings}
    who = [staff_id for staff_id in who if staff_id in on_offer]
    return line.model_copy(update={"id": new_id(), "preferred_staff": who})


def _term(row: Subscription, found: Usual, *, now: datetime) -> tuple[Term, list[Occurrence]]:
    """The next term with a date still to come, which after a long pause is not the first one, and those of its dates that are to
    come and lie in no pause. Raises CannotCarryOn where a pause lasts longer than anybody may book ahead."""
    rule, pauses = rule_of_row(row), pauses_of(row)
    at = Recurrence(zone=row.zone, first_on=row.first_on, minutes=found.minutes, count=1)
    booked_months = row.booked_months
    while True:
        term = next_term(rule, booked_months=booked_months, months=row.months)
        days = {on: on + timedelta(days=found.days) for on in term.dates}
        wished = [Occurrence(on, recurrence.starts_at(at, day)) for on, day in days.items() if not pauses.holds_on(day)]
        wished = [each for each in wished if each.starts_at > epoch(now)]
        if wished:
            return term, wished
        if (term.dates[0] - now.date()).days > HORIZON:
            raise CannotCarryOn("nothing_fits")
        booked_months = term.booked_months


def _dates(
    wish: Wish, wished: list[Occurrence], found: Usual, *, place: PlaceContent | None, now: datetime
) -> list[DateContent]:
    """Each date of the term with what fits, those left out too. Raises CannotCarryOn where none fits."""
    problem = problem_of(request_of(wish, place), wished, staff_id=found.staff_id, now=epoch(now))
    fitted = series.fit_all(problem, wished, staff_id=str(found.staff_id))
    if not any(each.slot for each in fitted):
        raise CannotCarryOn("nothing_fits")
    return [
        DateContent(
            on=each.wished.on,
            wished_at=each.wished.starts_at,
            fit=each.fit,
            starts_at=each.slot.start if each.slot else None,
            ends_at=each.slot.end if each.slot else None,
            staff_id=UUID(each.slot.staff_ids[0]) if each.slot else None,
        )
        for each in fitted
    ]


def _line(line: LineContent, row: Subscription, dates: Sequence[DateContent], pass_id: UUID | None) -> LineContent:
    """The line stands for the first date that takes place; the others follow it."""
    first = next(each for each in dates if each.takes_place)
    repeat = RepeatContent(frequency=Frequency(row.frequency), every=row.every, months=row.months, carries_on=True)
    repeat.dates = [each for each in dates if each is not first]
    at = {"starts_at": first.starts_at, "ends_at": first.ends_at, "staff_id": first.staff_id, "occurs_on": first.on}
    return line.model_copy(update={**at, "repeat": repeat, "pass_id": pass_id})


def _details(row: Subscription, address: Address | None) -> DetailsContent:
    customer = row.customer
    where = {"line1": address.line1, "line2": address.line2, "town": address.city} if address else {}
    zone = row.zone if row.service.venue == Venue.ONLINE else ""
    return DetailsContent(name=customer.name, email=customer.email, phone=customer.phone, zone=zone, **where)


def _place(address: Address | None) -> PlaceContent | None:
    if address is None:
        return None
    return PlaceContent(
        postcode=address.postcode, latitude=address.latitude, longitude=address.longitude, town=address.city
    )


def _payment_method(row: Subscription, offer: OnOffer) -> str:
    """As it was paid until now, else on the day where that is offered. Raises CannotCarryOn."""
    online, on_the_day = payments.online_methods([row.currency]), registry.built_in()
    takes_on_the_day = offer.policies.payments.on_the_day or not online
    if row.payment_method in online or (takes_on_the_day and row.payment_method in on_the_day):
        return row.payment_method
    if not takes_on_the_day:
        raise CannotCarryOn("no_way_to_pay")
    return on_the_day[0]
