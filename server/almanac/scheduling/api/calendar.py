"""The door to the team's calendar."""

from __future__ import annotations

import hashlib
from typing import Annotated
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from ninja import Query, Router

from almanac.kit import clock
from almanac.kit.errors import NotAllowed, SignInNeeded, responses
from almanac.kit.moments import Day
from almanac.kit.requests import language_of, signed_in
from almanac.scheduling.queries import calendar as queries
from almanac.scheduling.schemas.calendar import CalendarOut

router = Router(tags=["scheduling"])


@router.get(
    "/calendar",
    response={200: CalendarOut, 304: None, **responses(SignInNeeded, NotAllowed)},
    operation_id="calendar",
)
def calendar(
    request: HttpRequest,
    *,
    first_on: Day,
    last_on: Day,
    staff: Annotated[list[UUID], Query()] = [],  # noqa: B006  # ninja copies it
    business: str = "",
) -> HttpResponse:
    """What fills these dates of the people one looks after, and when they work.

    Made for asking again and again: send the answer's ETag as If-None-Match, and while nothing changed the answer is 304
    without content.
    """
    actor, now = signed_in(request), clock.now()
    found = queries.calendar(actor, first_on=first_on, last_on=last_on, now=now, staff_ids=staff, business=business)
    content = CalendarOut.of(found, actor, language_of(request), now).model_dump_json().encode()
    tag = f'"{hashlib.blake2b(content, digest_size=12).hexdigest()}"'
    is_known = tag in [part.strip().removeprefix("W/") for part in request.headers.get("If-None-Match", "").split(",")]
    answer = HttpResponse(status=304) if is_known else HttpResponse(content, content_type="application/json")
    answer["ETag"] = tag
    answer["Cache-Control"] = "private, no-cache"
    return answer
