"""Doors to the audit log. Administrators only; nothing is changed here."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpRequest, StreamingHttpResponse
from ninja import Query, Router

from almanac.kit.errors import NotAllowed, NotFound, SignInNeeded, responses
from almanac.kit.exports import DOCUMENTED, csv_answer
from almanac.kit.pagination import Page, take_page
from almanac.kit.requests import language_of, signed_in
from almanac.reports.queries import audit as queries
from almanac.reports.queries.told import told
from almanac.reports.schemas.audit import AuditChoicesOut, AuditOut, AuditPersonOut, AuditWanted, PeopleWanted
from almanac.reports.schemas.audit_file import AuditFile

router = Router(tags=["audit"])
ERRORS = (SignInNeeded, NotAllowed)


@router.get("/audit-events", response={200: Page[AuditOut], **responses(*ERRORS)}, operation_id="audit_events")
def events(
    request: HttpRequest, wanted: Query[AuditWanted], sort: str = "", cursor: str = "", limit: int = 50
) -> Page[AuditOut]:
    """What happened, newest first; `sort` is when or kind, with - in front the other way."""
    rows = queries.audit_events(signed_in(request), wanted.wanted())
    found, following = take_page(rows, by=queries.AUDIT.key(sort), cursor=cursor, limit=limit)
    return Page(items=[AuditOut.of(one) for one in told(found, language=language_of(request))], next_cursor=following)


@router.get("/audit-events.csv", response=responses(*ERRORS), operation_id="audit_events_csv", openapi_extra=DOCUMENTED)
def events_csv(
    request: HttpRequest, wanted: Query[AuditWanted], sort: str = "", language: str = ""
) -> StreamingHttpResponse:
    """The same list as a file for spreadsheets (text/csv), all of it, with titles in the reader's `language`."""
    search, language = wanted.wanted(), language_of(request, asked=language)
    rows = queries.audit_events(signed_in(request), search)
    file = AuditFile(zone=search.zone, language=language)
    return csv_answer(
        rows, file.columns(), by=queries.AUDIT.key(sort), language=language, name="audit", prepare=file.prepare
    )


@router.get("/audit-choices", response={200: AuditChoicesOut, **responses(*ERRORS)}, operation_id="audit_choices")
def choices(request: HttpRequest) -> AuditChoicesOut:
    """Kinds of events, and the accounts of the team: what the log can be narrowed to."""
    return AuditChoicesOut.of(queries.kinds(), queries.team(signed_in(request)))


@router.post("/audit-people", response={200: list[AuditPersonOut], **responses(*ERRORS)}, operation_id="audit_people")
def people(request: HttpRequest, payload: PeopleWanted) -> list[AuditPersonOut]:
    """People whose name has these words, to look for what happened about one of them."""
    return [AuditPersonOut.of(found) for found in queries.people_named(signed_in(request), payload.words)]


@router.get(
    "/audit-people/{person_id}",
    response={200: AuditPersonOut, **responses(*ERRORS, NotFound)},
    operation_id="audit_person",
)
def person(request: HttpRequest, person_id: UUID) -> AuditPersonOut:
    """Who an id is, for an address that names somebody by it."""
    return AuditPersonOut.of(queries.person(signed_in(request), person_id))
