"""Doors to the services as administrators edit them."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpRequest, StreamingHttpResponse
from ninja import Query, Router, Status

from almanac.catalog.actions.service_edits import archive_service, save_service
from almanac.catalog.queries import editing
from almanac.catalog.schemas.edited import CatalogueChoicesOut, EditedServiceOut, ServiceRowOut
from almanac.catalog.schemas.editing import ArchiveIn, ServiceIn, ServicesWanted
from almanac.catalog.schemas.exports import service_columns
from almanac.kit import clock
from almanac.kit.errors import Conflict, NotAllowed, NotFound, SignInNeeded, responses
from almanac.kit.exports import DOCUMENTED, csv_answer
from almanac.kit.pagination import Page, take_page
from almanac.kit.requests import language_of, seen_revision, signed_in

router = Router(tags=["catalogue"])
REFUSED = (SignInNeeded, NotAllowed)


@router.get(
    "/catalogue/services", response={200: Page[ServiceRowOut], **responses(*REFUSED)}, operation_id="catalogue_services"
)
def services(
    request: HttpRequest, wanted: Query[ServicesWanted], sort: str = "", cursor: str = "", limit: int = 50
) -> Page[ServiceRowOut]:
    """Services as they are edited, in their order; `sort` is arranged, name, price or length, with - the other way."""
    actor, language = signed_in(request), language_of(request)
    rows = editing.services(actor, **wanted.dict())
    found, following = take_page(rows, by=editing.SERVICES.key(sort), cursor=cursor, limit=limit)
    return Page(items=[ServiceRowOut.of(row, language) for row in found], next_cursor=following)


@router.get(
    "/catalogue/services.csv",
    response=responses(*REFUSED),
    operation_id="catalogue_services_csv",
    openapi_extra=DOCUMENTED,
)
def services_csv(
    request: HttpRequest, wanted: Query[ServicesWanted], sort: str = "", language: str = ""
) -> StreamingHttpResponse:
    """The same list as a file for spreadsheets (text/csv), all of it, with titles in the reader's `language`."""
    rows = editing.services(signed_in(request), **wanted.dict())
    spoken = language_of(request, asked=language)
    return csv_answer(rows, service_columns(spoken), by=editing.SERVICES.key(sort), language=spoken, name="services")


@router.get(
    "/catalogue/choices",
    response={200: CatalogueChoicesOut, **responses(*REFUSED)},
    operation_id="catalogue_choices",
)
def choices(request: HttpRequest) -> CatalogueChoicesOut:
    """The businesses with their rules, categories and people that a service is put together from."""
    return CatalogueChoicesOut.of(editing.choices(signed_in(request)), language_of(request))


@router.get(
    "/catalogue/services/{service_id}",
    response={200: EditedServiceOut, **responses(*REFUSED, NotFound)},
    operation_id="catalogue_service",
)
def service(request: HttpRequest, service_id: UUID) -> EditedServiceOut:
    """One service, in every language."""
    return EditedServiceOut.of(editing.service(signed_in(request), service_id))


@router.post("/catalogue/services", response={201: EditedServiceOut, **responses(*REFUSED)}, operation_id="add_service")
def add_service(request: HttpRequest, payload: ServiceIn) -> Status[EditedServiceOut]:
    """A new service. It can be booked as soon as somebody delivers it and it is visible."""
    return Status(201, _saved(request, None, payload))


@router.put(
    "/catalogue/services/{service_id}",
    response={200: EditedServiceOut, **responses(*REFUSED, NotFound, Conflict)},
    operation_id="change_service",
)
def change_service(request: HttpRequest, service_id: UUID, payload: ServiceIn) -> EditedServiceOut:
    """Replace all that a service says. What was sold stays as it was sold."""
    return _saved(request, service_id, payload)


@router.post(
    "/catalogue/services/{service_id}/archive",
    response={200: EditedServiceOut, **responses(*REFUSED, NotFound)},
    operation_id="archive_service",
)
def archive(request: HttpRequest, service_id: UUID, payload: ArchiveIn) -> EditedServiceOut:
    """Take a service off the shelf, or put it back. What is booked stays booked."""
    return EditedServiceOut.of(
        archive_service(actor=signed_in(request), service_id=service_id, archived=payload.archived, now=clock.now())
    )


def _saved(request: HttpRequest, service_id: UUID | None, payload: ServiceIn) -> EditedServiceOut:
    saved = save_service(
        actor=signed_in(request),
        service_id=service_id,
        wish=payload.wish(),
        revision=seen_revision(request),
        now=clock.now(),
    )
    return EditedServiceOut.of(saved)
