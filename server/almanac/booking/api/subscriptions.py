"""Doors to subscriptions: seen, what a change would do, and the change."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpRequest, StreamingHttpResponse
from ninja import Query, Router

from almanac.booking.actions import renewing, series
from almanac.booking.api import limits
from almanac.booking.errors import PackageUsedUp, PlanChanged, ReasonMissing, TimesGone
from almanac.booking.queries.series_choices import choices_of
from almanac.booking.queries.series_parts import Plan, following
from almanac.booking.queries.series_plans import names_in, plan_of
from almanac.booking.schemas.plans import PlanOut, SeriesChangeIn, SeriesConfirmIn
from almanac.booking.schemas.subscription_exports import subscription_columns
from almanac.booking.schemas.subscriptions import (
    CarryingOnIn,
    SeriesChoicesOut,
    SubscriptionOut,
    SubscriptionsWanted,
    SubscriptionWhole,
)
from almanac.catalog.errors import NotOnOffer
from almanac.kit import clock
from almanac.kit.actor import Actor
from almanac.kit.errors import NotAllowed, NotFound, responses
from almanac.kit.exports import DOCUMENTED, csv_answer
from almanac.kit.pagination import Page, take_page
from almanac.kit.requests import actor_of, language_of
from almanac.payments.permissions import can_refund
from almanac.sales import queries as sales

router = Router(tags=["subscriptions"])


@router.get("/subscriptions", response={200: Page[SubscriptionOut], **responses()}, operation_id="subscriptions")
def subscriptions(
    request: HttpRequest, wanted: Query[SubscriptionsWanted], sort: str = "", cursor: str = "", limit: int = 50
) -> Page[SubscriptionOut]:
    """Subscriptions the asker may see, newest first; `sort` is started, first or customer, with - in front the other way."""
    rows = sales.subscriptions(actor_of(request), states=wanted.state, business=wanted.business)
    found, following_page = take_page(rows, by=sales.SUBSCRIPTIONS.key(sort), cursor=cursor, limit=limit)
    return Page(items=[SubscriptionOut.of(row) for row in found], next_cursor=following_page)


@router.get("/subscriptions.csv", response=responses(), operation_id="subscriptions_csv", openapi_extra=DOCUMENTED)
def subscriptions_csv(
    request: HttpRequest, wanted: Query[SubscriptionsWanted], sort: str = "", language: str = ""
) -> StreamingHttpResponse:
    """The same list as a file for spreadsheets (text/csv), all of it, with titles in the reader's `language`."""
    language = language_of(request, asked=language)
    rows = sales.subscriptions(actor_of(request), states=wanted.state, business=wanted.business)
    columns = subscription_columns(language)
    return csv_answer(rows, columns, by=sales.SUBSCRIPTIONS.key(sort), language=language, name="subscriptions")


@router.get(
    "/subscriptions/{subscription_id}",
    response={200: SubscriptionWhole, **responses(NotFound)},
    operation_id="subscription",
)
def subscription(request: HttpRequest, subscription_id: UUID) -> SubscriptionWhole:
    """One subscription with the visits the asker may see."""
    actor = actor_of(request)
    return SubscriptionWhole.whole(following(actor, subscription_id), actor, clock.now())


@router.get(
    "/subscriptions/{subscription_id}/choices",
    response={200: SeriesChoicesOut, **responses(NotFound)},
    operation_id="series_choices",
)
def choices(request: HttpRequest, subscription_id: UUID) -> SeriesChoicesOut:
    """With whom and where its visits may be, for a change of several."""
    actor = actor_of(request)
    return SeriesChoicesOut.of(choices_of(actor, following(actor, subscription_id), clock.now()))


@router.post(
    "/subscriptions/{subscription_id}/plan",
    response={200: PlanOut, **responses(NotFound, NotAllowed, NotOnOffer)},
    operation_id="plan_series_change",
)
def plan_change(request: HttpRequest, subscription_id: UUID, payload: SeriesChangeIn) -> PlanOut:
    """What a change would do to each visit and to the money. Changes nothing."""
    limits.repeating(request)
    actor = actor_of(request)
    return _shown(actor, plan_of(actor, subscription_id, payload.asked(), now=clock.now()))


@router.post(
    "/subscriptions/{subscription_id}/change",
    response={
        200: SubscriptionWhole,
        **responses(NotFound, NotAllowed, NotOnOffer, ReasonMissing, TimesGone, PackageUsedUp, PlanChanged),
    },
    operation_id="change_series",
)
def change(request: HttpRequest, subscription_id: UUID, payload: SeriesConfirmIn) -> SubscriptionWhole:
    """Do what the plan said, all of it or nothing."""
    limits.changing(request)
    actor, now = actor_of(request), clock.now()
    series.change_series(
        actor=actor,
        subscription_id=subscription_id,
        asked=payload.asked(),
        token=payload.token,
        reason=payload.reason,
        now=now,
    )
    return SubscriptionWhole.whole(following(actor, subscription_id), actor, now)


@router.put(
    "/subscriptions/{subscription_id}/carrying-on",
    response={200: SubscriptionWhole, **responses(NotFound, NotAllowed)},
    operation_id="set_carrying_on",
)
def set_carrying_on(request: HttpRequest, subscription_id: UUID, payload: CarryingOnIn) -> SubscriptionWhole:
    """Have it go on after its term, or end with it."""
    limits.changing(request)
    actor, now = actor_of(request), clock.now()
    renewing.set_carrying_on(actor=actor, subscription_id=subscription_id, carries_on=payload.carries_on, now=now)
    return SubscriptionWhole.whole(following(actor, subscription_id), actor, now)


def _shown(actor: Actor, plan: Plan) -> PlanOut:
    people, places = names_in(plan)
    orders = {item.change.order.pk: item.change.order for item in plan.done}
    with_kept = all(can_refund(actor, order) for order in orders.values())
    return PlanOut.of(plan, people=people, places=places, with_kept=with_kept)
