"""Doors to absences: asked for, answered, taken back."""

from __future__ import annotations

from typing import Annotated
from uuid import UUID

from django.http import HttpRequest, StreamingHttpResponse
from ninja import Query, Router, Status

from almanac.kit import clock
from almanac.kit.errors import Conflict, NotAllowed, NotFound, SignInNeeded, responses
from almanac.kit.exports import DOCUMENTED, csv_answer
from almanac.kit.moments import Instant
from almanac.kit.pagination import Page, take_page
from almanac.kit.requests import language_of, seen_revision, signed_in
from almanac.scheduling.actions import time_off as actions
from almanac.scheduling.api.shown import shown_in
from almanac.scheduling.errors import AnsweredAlready, BookingsChanged
from almanac.scheduling.models import TimeOff
from almanac.scheduling.queries import hours as hours_queries
from almanac.scheduling.queries import time_off as queries
from almanac.scheduling.schemas.time_off import AnswerIn, TimeOffIn, TimeOffOut
from almanac.scheduling.schemas.time_off_file import time_off_columns

router = Router(tags=["scheduling"])
OF_STAFF = (SignInNeeded, NotFound, NotAllowed)


@router.get(
    "/staff-members/{staff_id}/time-off",
    response={200: list[TimeOffOut], **responses(*OF_STAFF)},
    operation_id="time_off",
)
def time_off(
    request: HttpRequest, staff_id: UUID, starting_from: Instant, starting_before: Instant
) -> list[TimeOffOut]:
    """Absences that touch the range, asked for, granted or refused."""
    actor = signed_in(request)
    hours_queries.check_may_read(actor, staff_id)
    rows = queries.time_off(actor, staff_id, start=clock.epoch(starting_from), end=clock.epoch(starting_before))
    return [TimeOffOut.of(row, actor) for row in rows]


@router.post(
    "/staff-members/{staff_id}/time-off",
    response={201: TimeOffOut, **responses(*OF_STAFF, BookingsChanged)},
    operation_id="add_time_off",
)
def add_time_off(request: HttpRequest, staff_id: UUID, payload: TimeOffIn) -> Status[TimeOffOut]:
    """An absence: granted at once, or waiting for a word where the business wants that; `state` says which."""
    actor = signed_in(request)
    row = actions.add_time_off(
        actor=actor,
        staff_id=staff_id,
        starts_at=payload.starts_at,
        ends_at=payload.ends_at,
        reason=payload.reason,
        shown=shown_in(request),
        now=clock.now(),
    )
    return Status(201, TimeOffOut.of(queries.one(actor, row.pk), actor))


@router.delete("/time-off/{time_off_id}", response={204: None, **responses(*OF_STAFF)}, operation_id="drop_time_off")
def drop_time_off(request: HttpRequest, time_off_id: UUID) -> Status[None]:
    """The absence is off, asked for or granted."""
    actions.drop_time_off(actor=signed_in(request), time_off_id=time_off_id, now=clock.now())
    return Status(204, None)


@router.get("/time-off", response={200: Page[TimeOffOut], **responses(SignInNeeded)}, operation_id="time_off_requests")
def time_off_requests(
    request: HttpRequest,
    *,
    state: Annotated[list[TimeOff.State], Query()] = [],  # noqa: B006  # ninja copies it
    staff: Annotated[list[UUID], Query()] = [],  # noqa: B006
    starting_from: Instant | None = None,
    sort: str = "",
    cursor: str = "",
    limit: int = 50,
) -> Page[TimeOffOut]:
    """Absences by their first instant: one's own, those of staff in scope, or all. With `starting_from` those that end
    after it. `sort` is starts, name or asked, with - in front the other way."""
    actor = signed_in(request)
    after = None if starting_from is None else clock.epoch(starting_from)
    rows = queries.requests(actor, states=state, staff_ids=staff, ending_after=after)
    by = queries.TIME_OFF.key(sort)
    found, following = take_page(rows, by=by, cursor=cursor, limit=limit)
    return Page(items=[TimeOffOut.of(row, actor) for row in found], next_cursor=following)


@router.get("/time-off.csv", response=responses(SignInNeeded), operation_id="time_off_csv", openapi_extra=DOCUMENTED)
def time_off_csv(
    request: HttpRequest,
    *,
    state: Annotated[list[TimeOff.State], Query()] = [],  # noqa: B006
    staff: Annotated[list[UUID], Query()] = [],  # noqa: B006
    sort: str = "",
    language: str = "",
) -> StreamingHttpResponse:
    """The same list as a file for spreadsheets (text/csv), all of it, with titles in the reader's `language`."""
    language = language_of(request, asked=language)
    rows = queries.requests(signed_in(request), states=state, staff_ids=staff)
    by = queries.TIME_OFF.key(sort)
    return csv_answer(rows, time_off_columns(language), by=by, language=language, name="time-off")


@router.post(
    "/time-off/{time_off_id}/answer",
    response={200: TimeOffOut, **responses(*OF_STAFF, AnsweredAlready, Conflict, BookingsChanged)},
    operation_id="answer_time_off",
)
def answer_time_off(request: HttpRequest, time_off_id: UUID, payload: AnswerIn) -> TimeOffOut:
    """Grant or refuse what was asked for. Managers who may change the person, and administrators; If-Match as ever."""
    actor = signed_in(request)
    actions.answer_time_off(
        actor=actor,
        time_off_id=time_off_id,
        granted=payload.granted,
        answer=payload.answer,
        seen=seen_revision(request),
        shown=shown_in(request),
        now=clock.now(),
    )
    return TimeOffOut.of(queries.one(actor, time_off_id), actor)
