"""Doors to somebody's appointments as their own calendar reads them."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from ninja import Router, Status

from almanac.kit import clock
from almanac.kit.errors import NotAllowed, NotFound, SignInNeeded, responses
from almanac.kit.ratelimit import Limit, spend
from almanac.kit.requests import signed_in
from almanac.scheduling.actions import feeds as actions
from almanac.scheduling.permissions import can_have_feed
from almanac.scheduling.queries import feeds as queries
from almanac.scheduling.schemas.feeds import CalendarFeedOut

router = Router(tags=["scheduling"])
# Of each feed and not of each address: a vendor's calendars read everybody's from a few. The address cannot be guessed.
READING = Limit("calendar-feed", count=60, seconds=600)
CALENDAR = {"responses": {200: {"description": "OK", "content": {"text/calendar": {"schema": {"type": "string"}}}}}}


@router.get(
    "/my/calendar-feed",
    response={200: CalendarFeedOut, **responses(SignInNeeded, NotAllowed)},
    operation_id="calendar_feed",
)
def calendar_feed(request: HttpRequest) -> CalendarFeedOut:
    """The address at which one's own calendar can read one's appointments, if there is one."""
    actor = signed_in(request)
    if not can_have_feed(actor) or actor.user_id is None:
        raise NotAllowed
    return CalendarFeedOut.of(queries.feed_of(actor.user_id))


@router.post(
    "/my/calendar-feed",
    response={200: CalendarFeedOut, **responses(SignInNeeded, NotAllowed)},
    operation_id="open_calendar_feed",
)
def open_calendar_feed(request: HttpRequest) -> CalendarFeedOut:
    """A new address; one there was before stops working."""
    return CalendarFeedOut.of(actions.open_feed(actor=signed_in(request), now=clock.now()))


@router.delete("/my/calendar-feed", response={204: None, **responses(SignInNeeded)}, operation_id="close_calendar_feed")
def close_calendar_feed(request: HttpRequest) -> Status[None]:
    """Take the address away."""
    actions.close_feed(actor=signed_in(request), now=clock.now())
    return Status(204, None)


@router.get(
    "/calendar-feeds/{link}", response=responses(NotFound), operation_id="read_calendar_feed", openapi_extra=CALENDAR
)
def read_calendar_feed(request: HttpRequest, link: str) -> HttpResponse:
    """Somebody's appointments as a calendar file (text/calendar), for whoever has the secret address."""
    now = clock.now()
    spend(READING, queries.token_hash(link), now=now)
    answer = HttpResponse(queries.feed_text(link, now=now), content_type="text/calendar; charset=utf-8")
    answer["Cache-Control"] = "private, max-age=300"
    answer["X-Robots-Tag"] = "noindex"
    return answer
