"""Turn a basket into an order with its appointments: the one door for every way to book."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from uuid import UUID

from django.db import transaction

from almanac.booking.actions.addresses import record_address
from almanac.booking.actions.charging import agree_payment
from almanac.booking.actions.customers import customer_of
from almanac.booking.actions.gift_cards import check_shown, spends_of
from almanac.booking.actions.passes import spendings_of
from almanac.booking.actions.repeats import refit
from almanac.booking.actions.subscribing import subscribe
from almanac.booking.content import BasketContent, DetailsContent, LineContent
from almanac.booking.errors import AlreadyBooked, DatesChanged, Incomplete, NoBasket, PriceChanged
from almanac.booking.models import Basket
from almanac.booking.queries.addressees import mailbox_of
from almanac.booking.queries.baskets import BasketView, basket_behind, content_of, view
from almanac.booking.queries.details import checked_details
from almanac.booking.queries.phone import check_may_book
from almanac.booking.queries.phone_goods import check_may_sell
from almanac.booking.queries.series import in_series
from almanac.booking.queries.visit_requests import Wish, visit_request
from almanac.business.policies import Approval
from almanac.catalog.models import Service, Venue
from almanac.catalog.questions import answers_text
from almanac.engine.problem import Slot
from almanac.files import actions as files
from almanac.kit.actor import Actor
from almanac.kit.clock import epoch
from almanac.kit.errors import Conflict
from almanac.kit.localized import text_in
from almanac.outbox import idempotency
from almanac.outbox.actions import gathered
from almanac.payments.actions.gift_cards import redeem
from almanac.payments.providers.base import PaymentMethod
from almanac.payments.queries import method_named
from almanac.people.actions import customers as people
from almanac.people.models import Consent
from almanac.sales import actions as sales
from almanac.sales import pass_steps as passes
from almanac.sales.actions import SoldLine
from almanac.sales.day_wishes import DaySold
from almanac.sales.models import Order
from almanac.scheduling.actions.holds import alternatives, kept_by
from almanac.scheduling.actions.reservations import reserve
from almanac.scheduling.errors import SlotTaken
from almanac.scheduling.models import Appointment
from almanac.scheduling.queries.free import slots_at
from almanac.scheduling.visits import Reservation, VisitRequest, runs_of

TERMS_VERSION = "booking 2026-11"  # the sentences beside the last button; a change of them is a new version


@dataclass(frozen=True, slots=True)
class Agreed:
    """What the person agreed to on the last step; `shown_totals` of every currency where there are several."""

    shown_total_amount: int
    payment_method: str
    early_start_consent: bool
    shown_totals: tuple[tuple[str, int], ...] = ()
    keep_card: bool = False
    download_consent: bool = False
    gift_cards: tuple[tuple[UUID, int], ...] = ()  # what each pays


@dataclass(frozen=True, slots=True)
class Visit:
    """Lines that are done in one visit, one after another (mostly one line), and what scheduling is asked for them."""

    lines: tuple[LineContent, ...]
    request: VisitRequest
    repeats: UUID | None = None  # the line whose later date it is

    @property
    def key(self) -> str:
        """What its hold is called, and what a refusal names: the id of its first line."""
        return str(self.lines[0].id)

    @property
    def slot(self) -> Slot:
        """The chosen start with the lengths as they are today, which is what reserving checks."""
        staff_ids = tuple(str(line.staff_id) for line in self.lines)
        start = end = self.lines[0].starts_at or 0
        for segment, staff_id in zip(self.request.segments, staff_ids, strict=True):
            end += dict(segment.durations).get(staff_id, segment.duration)
        return Slot(start, end, staff_ids)


@dataclass(frozen=True, slots=True)
class Checked:
    """A basket found fit to book: everything gathered, nothing written."""

    found: BasketView
    details: DetailsContent
    method: PaymentMethod
    visits: tuple[Visit, ...]
    agreed: Agreed
    renews: UUID | None = None  # the subscription whose next term it is

    def service_of(self, line: LineContent) -> Service:
        """What the line is of."""
        return self.found.offers[line.service_id].service

    def is_paid_up(self, currency: str) -> bool:
        """Whether nothing of the order in this currency is due before its visits."""
        left, due = self.found.to_pay(currency), self.found.due_now_amount(currency)
        return self.renews is not None or self.method.terms(total_amount=left, deposit_amount=due).due_now == 0


def book(*, actor: Actor, token: str, agreed: Agreed, key: str, language: str, now: datetime) -> list[Order]:
    """Turn the basket into an order with its appointments, one for each currency, or refuse and change nothing.

    The price is worked out anew by the function that showed it; `key` makes a request that is sent twice one booking.
    Raises NoBasket, AlreadyBooked, Incomplete, InvalidInput, NotOnOffer, PriceChanged, SlotTaken (naming the line, with
    other times for that one), Conflict (changed in another tab since it was read), IdempotencyMismatch,
    CouponNotApplicable (used up by somebody faster, or by this customer before), GiftCardChanged, PassChanged, DatesChanged
    (a later date of a line that repeats was taken). An order by phone is that of its basket's customer, or a new one's, and
    gives work to people the actor looks after alone: else NotAllowed, NotFound.
    """
    basket = _basket(token, now=now)
    if basket.customer:
        language = basket.customer.language
    checked = None if basket.order_id else _check(actor, basket, agreed, language=language, now=now)
    if checked and basket.is_by_phone:
        check_may_book(actor, basket, checked.found.content)
        check_may_sell(actor, checked.found.goods.values())
    try:
        return _book_once(actor, basket, checked, agreed, key, now=now)
    except SlotTaken as taken:
        lost = _lost_to(taken, checked, now=epoch(now))
        if lost and lost.repeats:
            refit(actor=actor, token=token, line_id=lost.repeats, now=now)
            raise DatesChanged(line=str(lost.repeats)) from taken
        raise _with_alternatives(taken, lost, checked, now=now) from taken


def _book_once(
    actor: Actor, basket: Basket, checked: Checked | None, agreed: Agreed, key: str, *, now: datetime
) -> list[Order]:
    scope = f"book:{basket.pk}"
    with transaction.atomic():
        earlier = idempotency.begin(scope, key, hashlib.sha256(repr(agreed).encode()).hexdigest(), now)
        if earlier is not None:
            return [Order.objects.get(pk=order_id) for order_id in earlier.response["order_ids"]]
        if checked is None:
            numbers = content_of(basket).booked
            raise AlreadyBooked(number=basket.order.number if basket.order else "", numbers=numbers)
        with gathered():
            orders = write(actor, checked, now=now)
        idempotency.finish(scope, key, status=200, response={"order_ids": [str(order.pk) for order in orders]})
    return orders


def _with_alternatives(taken: SlotTaken, lost: Visit | None, checked: Checked | None, *, now: datetime) -> SlotTaken:
    """The same refusal with the nearest other times for what was lost, looked for after every lock is gone: beside what else is
    in the basket, whose holds may be over too."""
    if lost is None or checked is None:
        return taken
    others = [run for visit in checked.visits if visit is not lost for run in runs_of(visit.request, visit.slot)]
    near = alternatives(lost.request, start=lost.slot.start, now=epoch(now), beside=others)
    return SlotTaken(line=lost.key, alternatives=near)


def _lost_to(taken: SlotTaken, checked: Checked | None, *, now: int) -> Visit | None:
    """Which visit somebody else was faster with; None where nothing was to be booked."""
    if checked is None:
        return None
    return next((visit for visit in checked.visits if visit.key == taken.line), None) or _lost(checked, now=now)


def _lost(checked: Checked, *, now: int) -> Visit:
    """Which visit somebody else was faster with, where the database said no more than that; the first one if none is."""
    for visit in checked.visits:
        own = {seat.claim_id: seat.seats for seat in kept_by(str(checked.found.basket.pk), visit.key)}
        if not slots_at(visit.request, start=visit.slot.start, now=now, staff_ids=visit.slot.staff_ids, ignoring=own):
            return visit
    return checked.visits[0]


def _basket(token: str, *, now: datetime) -> Basket:
    found = basket_behind(token, now=now)
    if found is None:
        raise NoBasket
    return found


def _check(actor: Actor, basket: Basket, agreed: Agreed, *, language: str, now: datetime) -> Checked:
    """Validate and gather everything; writes nothing."""
    customer_id = None if basket.is_by_phone else actor.customer_id
    found = view(basket, content_of(basket), language=language, now=now, customer_id=customer_id)
    missing = list(found.missing)
    if found.needs_early_start_consent and not agreed.early_start_consent:
        missing.append("early_start_consent")
    if found.needs_download_consent and not agreed.download_consent:
        missing.append("download_consent")
    if missing:
        raise Incomplete(missing=missing)
    needs_phone = bool(found.content.lines) or (basket.is_by_phone and basket.customer is None)
    details = checked_details(found.content.details, needs_email=not basket.is_by_phone, needs_phone=needs_phone)
    shown = dict(agreed.shown_totals) or {next(iter(found.prices)): agreed.shown_total_amount}
    for currency, price in found.prices.items():
        if shown.get(currency) != price.total_amount:
            raise PriceChanged(total_amount=price.total_amount, currency=currency)
    check_shown(found.cards, dict(agreed.gift_cards))
    method = method_named(agreed.payment_method, found.payment_methods)
    return Checked(found, details, method, tuple(visits_of(found)), agreed)


def visits_of(found: BasketView) -> Iterator[Visit]:
    """Each visit of the basket, and after one that repeats those of its later dates."""
    for lines in found.content.visits():
        yield _visit(lines, found)
        for later in lines[0].every_visit()[1:]:
            visit = _visit([later], found)
            far = in_series(visit.request, later.staff_id) if later.staff_id else visit.request
            yield replace(visit, request=far, repeats=lines[0].id)


def _visit(lines: Sequence[LineContent], found: BasketView) -> Visit:
    """What is asked of those who were chosen, and of nobody else."""
    chosen = [line.model_copy(update={"preferred_staff": [line.staff_id]}) for line in lines]
    wishes = [Wish(line, found.offers[line.service_id]) for line in chosen]
    return Visit(tuple(lines), visit_request(wishes, found.content.place))


def write(actor: Actor, checked: Checked, *, now: datetime) -> list[Order]:
    """Take the time, write the orders: all of it or nothing."""
    found, details = checked.found, checked.details
    _close_basket(found.basket)
    customer = customer_of(found, details, actor=actor, now=now)
    people.give_consent(
        actor=actor, customer_id=customer.id, kind=Consent.Kind.TERMS, text_version=TERMS_VERSION, now=now
    )
    address_id = record_address(found, details, actor=actor, customer=customer, now=now)
    wanted = list(_reservations(checked, customer.id, address_id))
    made = reserve(actor=actor, reservations=wanted, now=now, savepoint=False)
    sold = _sold(checked, made)
    method, renews = checked.method, checked.renews
    sold |= subscribe(
        found, renews=renews, actor=actor, customer_id=customer.id, method=method.name, sold=sold, now=now
    )
    sold |= {str(key): good.sold(found.language) for key, good in found.goods.items()}
    orders = []
    for currency, price in found.prices.items():
        order = sales.place(
            actor=actor,
            business=found.brand(currency),
            customer_id=customer.id,
            currency=currency,
            language=found.language,
            price=price,
            lines=tuple(sold[item.line_id] for item in price.lines),
            early_start_consent=checked.agreed.early_start_consent,
            note=details.notes,
            is_confirmed=checked.is_paid_up(currency),
            booked_by=found.basket.booked_by_id,
            download_consent=checked.agreed.download_consent,
            now=now,
        )
        answers = [found.answers[key] for item in price.lines if (key := UUID(item.line_id)) in found.answers]
        sent = {file_id for answered in answers for file_id in answered.files}
        files.hand_over(owner=found.basket.files_owner, to=f"order:{order.pk}", file_ids=sent)
        orders.append(order)
    used = [(order, share) for order in orders for share in found.prices[order.currency].used]
    sales.use_discounts(used=used, mailbox=mailbox_of(customer.email))
    passes.use(actor=actor, spendings=spendings_of(found, orders), now=now)
    paid = redeem(actor=actor, spends=spends_of(found.cards, orders), now=now)
    for order in orders:
        agree_payment(
            actor=actor,
            order=order,
            method=method,
            paid=paid.get(order.pk, 0),
            deposit_amount=found.due_now_amount(order.currency),
            keep_card=checked.agreed.keep_card,
            renews=renews is not None,
            now=now,
        )
    content = BasketContent(booked=[order.number for order in orders]).model_dump_json()
    # Not before there is the order: with a reference left open, SQLite looks through whole tables at every insert.
    Basket.objects.filter(pk=found.basket.pk).update(order=orders[0], content=content)
    return orders


def _close_basket(basket: Basket) -> None:
    """Empty the basket and keep other tabs out of it until the transaction ends; locked before any staff, as everywhere.

    The name and the way into the home are the order's from now on: the next person at this browser must not find them.
    Raises Conflict when the basket was changed since it was read.
    """
    as_read = Basket.objects.filter(pk=basket.pk, revision=basket.revision)
    if not as_read.update(content="", revision=basket.revision + 1):
        raise Conflict


def _reservations(checked: Checked, customer_id: UUID, address_id: UUID | None) -> Iterator[Reservation]:
    for visit in checked.visits:
        service = checked.service_of(visit.lines[0])
        policies = [checked.found.policies[line.service_id] for line in visit.lines]
        is_paid_up = checked.is_paid_up(service.currency)
        # One visit stands or waits as a whole.
        stands = is_paid_up and all(policy.approval is Approval.AUTOMATIC for policy in policies)
        online_zone = checked.details.zone if service.venue == Venue.ONLINE else ""
        yield Reservation(
            request=visit.request,
            slot=visit.slot,
            customer_id=customer_id,
            venue=service.venue,
            zone=online_zone or service.business.zone,
            state=Appointment.State.CONFIRMED if stands else Appointment.State.PENDING,
            address_id=address_id if service.venue == Venue.CUSTOMER else None,
            owner=str(checked.found.basket.pk),
            line=visit.key,
            put_aside=tuple(visit.lines[0].put_aside),
            put_aside_reason=visit.lines[0].put_aside_reason,
            awaits_payment=not is_paid_up,
        )


def _sold(checked: Checked, made: list[list[Appointment]]) -> dict[str, SoldLine]:
    """What each line stands for, by its id."""
    found = {}
    for visit, appointments in zip(checked.visits, made, strict=True):
        for line, appointment in zip(visit.lines, appointments, strict=True):
            service = checked.service_of(line)
            earnings = checked.found.offers[line.service_id].policies.earnings
            found[str(line.id)] = SoldLine(
                line_id=str(line.id),
                business_id=service.business_id,
                name=text_in(service.name, checked.found.language),
                policy=checked.found.policies[line.service_id].model_dump(mode="json"),
                appointment_id=appointment.pk,
                answers=answers_text(checked.found.answers[line.id].kept()),
                payee_id=appointment.staff_member_id if earnings.people_earn else None,
                commission_bp=earnings.commission_percent * 100 if earnings.people_earn else 0,
                bundle=checked.found.bundle_sold(line),
                day=DaySold(line.day.on, line.day.part or "any") if line.day else None,
            )
    return found
