"""Doors to booking, to orders by link or number, and to changes of their visits."""

from __future__ import annotations

from typing import Annotated
from uuid import UUID

from django.http import HttpRequest, HttpResponse, StreamingHttpResponse
from ninja import Header, Query, Router

from almanac.booking.actions import changes
from almanac.booking.actions.book import Agreed, book
from almanac.booking.actions.calling_off import call_off
from almanac.booking.api import limits
from almanac.booking.api.cookies import token_of
from almanac.booking.errors import (
    AlreadyBooked,
    CannotCallOff,
    ConsequenceChanged,
    CostsMoreThere,
    DatesChanged,
    Incomplete,
    NoBasket,
    OrderUnknown,
    PlaceNeeded,
    PriceChanged,
    ReasonMissing,
    TooLateToChange,
)
from almanac.booking.queries.calendar_entries import order_calendar
from almanac.booking.queries.change_requests import with_requests
from almanac.booking.queries.changes import change_of
from almanac.booking.queries.standings import in_standings
from almanac.booking.queries.tracking import order_by_number_and_email
from almanac.booking.schemas.exports import order_columns
from almanac.booking.schemas.inputs import BookingIn, CancelIn, MoveIn, OrdersWanted, TrackingIn
from almanac.booking.schemas.orders import BookedOut, CancellationOut, OrderNumberOut, cancellation_out, order_out
from almanac.catalog.errors import NotOnOffer
from almanac.kit import clock
from almanac.kit.errors import Conflict, NotAllowed, NotFound, responses
from almanac.kit.exports import DOCUMENTED, csv_answer
from almanac.kit.pagination import Page, take_page
from almanac.kit.requests import actor_of, language_of
from almanac.outbox.errors import IdempotencyInProgress, IdempotencyMismatch
from almanac.sales import queries as sales
from almanac.sales.errors import CouponNotApplicable, GiftCardChanged, PassChanged
from almanac.sales.schemas import OrderOut
from almanac.scheduling.errors import SlotTaken, VisitTooLong, WrongState

router = Router(tags=["orders"])
CHANGE_ERRORS = (NotFound, NotAllowed, TooLateToChange, ReasonMissing, WrongState)


@router.post(
    "/bookings",
    response={
        200: BookedOut,
        **responses(
            NoBasket,
            AlreadyBooked,
            Incomplete,
            NotOnOffer,
            PlaceNeeded,
            PriceChanged,
            CouponNotApplicable,
            GiftCardChanged,
            PassChanged,
            SlotTaken,
            DatesChanged,
            VisitTooLong,
            Conflict,
            NotAllowed,
            NotFound,
            IdempotencyInProgress,
            IdempotencyMismatch,
        ),
    },
    operation_id="book",
)
def bookings(
    request: HttpRequest,
    payload: BookingIn,
    idempotency_key: Annotated[str, Header(alias="Idempotency-Key", min_length=8, max_length=100)],
) -> BookedOut:
    """Turn the basket into an order, one for each currency. Sending it again with the same Idempotency-Key gives the same."""
    limits.booking(request)
    now = clock.now()
    agreed = Agreed(
        payload.shown_total_amount,
        payload.payment_method,
        payload.early_start_consent,
        tuple(sorted(payload.shown_totals.items())),
        payload.keep_card,
        payload.download_consent,
        tuple(sorted(payload.gift_cards.items())),
    )
    orders = book(
        actor=actor_of(request),
        token=token_of(request),
        agreed=agreed,
        key=idempotency_key,
        language=language_of(request),
        now=now,
    )
    return BookedOut.of(orders, now=now)


@router.post("/tracking", response={200: BookedOut, **responses(OrderUnknown)}, operation_id="track")
def track(request: HttpRequest, payload: TrackingIn) -> BookedOut:
    """Open an order by its number and the e-mail it was booked with."""
    limits.tracking(request)
    order = order_by_number_and_email(payload.number, payload.email)
    return BookedOut.of([order], now=clock.now())


@router.get("/orders", response={200: Page[OrderOut], **responses()}, operation_id="orders")
def orders(
    request: HttpRequest, wanted: Query[OrdersWanted], sort: str = "", cursor: str = "", limit: int = 50
) -> Page[OrderOut]:
    """Orders the asker may see, newest first; `sort` is placed, total or customer, with - in front the other way."""
    actor, now, language = actor_of(request), clock.now(), language_of(request)
    rows = in_standings(sales.orders(actor, business=wanted.business), wanted.state, now=now)
    found, following = take_page(rows, by=sales.ORDERS.key(sort), cursor=cursor, limit=limit)
    return Page(items=[order_out(order, actor, language, now) for order in with_requests(found)], next_cursor=following)


@router.get("/orders.csv", response=responses(), operation_id="orders_csv", openapi_extra=DOCUMENTED)
def orders_csv(
    request: HttpRequest, wanted: Query[OrdersWanted], sort: str = "", language: str = ""
) -> StreamingHttpResponse:
    """The same list as a file for spreadsheets (text/csv), all of it, with titles in the reader's `language`."""
    actor, now, language = actor_of(request), clock.now(), language_of(request, asked=language)
    rows = in_standings(sales.orders(actor, business=wanted.business), wanted.state, now=now)
    columns = order_columns(actor, language, now)
    return csv_answer(rows, columns, by=sales.ORDERS.key(sort), language=language, name="orders")


@router.get("/orders/{number}", response={200: OrderOut, **responses(NotFound)}, operation_id="order")
def order(request: HttpRequest, number: str) -> OrderOut:
    """One order, for its customer, for the holder of its link (header X-Order-Token), and for the team."""
    actor = actor_of(request)
    (found,) = with_requests([sales.order_numbered(actor, number)])
    return order_out(found, actor, language_of(request), clock.now(), with_account=True)


@router.get(
    "/orders/{number}/calendar.ics",
    response=responses(NotFound),
    operation_id="order_calendar",
    openapi_extra={
        "responses": {200: {"description": "OK", "content": {"text/calendar": {"schema": {"type": "string"}}}}}
    },
)
def calendar(request: HttpRequest, number: str) -> HttpResponse:
    """The order's visits as a calendar file (text/calendar)."""
    found = sales.order_numbered(actor_of(request), number)
    answer = HttpResponse(order_calendar(found, now=clock.now()), content_type="text/calendar; charset=utf-8")
    answer["Content-Disposition"] = f'attachment; filename="{found.number}.ics"'
    return answer


@router.get("/linked-order", response={200: OrderOut, **responses(NotFound)}, operation_id="linked_order")
def linked_order(request: HttpRequest) -> OrderOut:
    """The order that the link in X-Order-Token opens."""
    actor = actor_of(request)
    if actor.order_id is None:
        raise NotFound
    found = sales.orders(actor).filter(pk=actor.order_id).first()
    if found is None:
        raise NotFound
    with_requests([found])
    return order_out(found, actor, language_of(request), clock.now(), with_account=True)


@router.post(
    "/orders/{number}/call-off",
    response={204: None, **responses(NotFound, NotAllowed, CannotCallOff)},
    operation_id="call_off",
)
def call_off_order(request: HttpRequest, number: str) -> HttpResponse:
    """End an order that waits to be paid, all of it: nothing is owed, and what came of it goes back."""
    limits.changing(request)
    call_off(actor=actor_of(request), number=number, now=clock.now())
    return HttpResponse(status=204)


@router.get(
    "/appointments/{appointment_id}/order",
    response={200: OrderNumberOut, **responses(NotFound)},
    operation_id="order_of_appointment",
)
def order_of(request: HttpRequest, appointment_id: UUID) -> OrderNumberOut:
    """The order that a visit was sold in, for whoever may see it."""
    return OrderNumberOut(number=change_of(actor_of(request), appointment_id).order.number)


@router.get(
    "/appointments/{appointment_id}/cancellation",
    response={200: CancellationOut, **responses(NotFound)},
    operation_id="cancellation",
)
def cancellation(request: HttpRequest, appointment_id: UUID) -> CancellationOut:
    """What cancelling this visit now would mean. Changes nothing."""
    return cancellation_out(change_of(actor_of(request), appointment_id), clock.now())


@router.post(
    "/appointments/{appointment_id}/cancel",
    response={204: None, **responses(*CHANGE_ERRORS, ConsequenceChanged)},
    operation_id="cancel",
)
def cancel(request: HttpRequest, appointment_id: UUID, payload: CancelIn) -> HttpResponse:
    """Call the visit off."""
    limits.changing(request)
    changes.cancel(
        actor=actor_of(request),
        appointment_id=appointment_id,
        reason=payload.reason,
        shown=payload.token,
        now=clock.now(),
    )
    return HttpResponse(status=204)


@router.post(
    "/appointments/{appointment_id}/move",
    response={204: None, **responses(*CHANGE_ERRORS, NotOnOffer, CostsMoreThere, SlotTaken, VisitTooLong)},
    operation_id="move",
)
def move(request: HttpRequest, appointment_id: UUID, payload: MoveIn) -> HttpResponse:
    """Give the visit another time, person or address. `slot_taken` comes with the nearest other times."""
    limits.moving(request)
    changes.move(
        actor=actor_of(request),
        appointment_id=appointment_id,
        starts_at=clock.epoch(payload.starts_at),
        staff_id=payload.staff_id,
        address_id=payload.address_id,
        reason=payload.reason,
        now=clock.now(),
    )
    return HttpResponse(status=204)
