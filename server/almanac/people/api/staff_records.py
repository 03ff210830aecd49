"""Doors to staff members' whole records, for those who look after them, and for themselves."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpRequest, StreamingHttpResponse
from ninja import File, Query, Router, Status
from ninja.files import UploadedFile

from almanac.files.errors import PictureTooLarge, PictureUnreadable
from almanac.files.pictures import MOST_BYTES, MOST_PIXELS
from almanac.kit import clock
from almanac.kit.errors import Conflict, NotAllowed, NotFound, SignInNeeded, responses
from almanac.kit.exports import DOCUMENTED, csv_answer
from almanac.kit.pagination import Page, take_page
from almanac.kit.ratelimit import Limit, spend
from almanac.kit.requests import language_of, seen_revision, signed_in
from almanac.people.actions import staff as actions
from almanac.people.queries import staff as queries
from almanac.people.schemas.staff_records import (
    BiographyIn,
    StaffAddedOut,
    StaffAddIn,
    StaffIn,
    StaffRecordOut,
    StaffWanted,
    staff_columns,
)

router = Router(tags=["people"])
ERRORS = (SignInNeeded, NotFound, NotAllowed)
PHOTOS = Limit("photo", count=30, seconds=600)  # drawing one anew costs more than any other door


@router.get(
    "/staff-records", response={200: Page[StaffRecordOut], **responses(SignInNeeded)}, operation_id="staff_records"
)
def records(
    request: HttpRequest, wanted: Query[StaffWanted], sort: str = "", cursor: str = "", limit: int = 50
) -> Page[StaffRecordOut]:
    """Whole records of those the asker looks after; `sort` is name, business or added, with - in front the other way."""
    actor = signed_in(request)
    rows = queries.staff_records(actor, text=wanted.text, business=wanted.business, state=wanted.state)
    found, following = take_page(rows, by=queries.STAFF.key(sort), cursor=cursor, limit=limit)
    return Page(items=[StaffRecordOut.of(staff, actor) for staff in found], next_cursor=following)


@router.get(
    "/staff-records.csv",
    response=responses(SignInNeeded),
    operation_id="staff_records_csv",
    openapi_extra=DOCUMENTED,
)
def records_csv(
    request: HttpRequest, wanted: Query[StaffWanted], sort: str = "", language: str = ""
) -> StreamingHttpResponse:
    """The same list as a file for spreadsheets (text/csv), all of it, with titles in the reader's `language`."""
    language = language_of(request, asked=language)
    rows = queries.staff_records(signed_in(request), text=wanted.text, business=wanted.business, state=wanted.state)
    return csv_answer(rows, staff_columns(language), by=queries.STAFF.key(sort), language=language, name="staff")


@router.post(
    "/staff-records",
    response={201: StaffAddedOut, **responses(SignInNeeded, NotAllowed)},
    operation_id="add_staff_record",
)
def add_record(request: HttpRequest, payload: StaffAddIn) -> Status[StaffAddedOut]:
    """A new staff member. Nobody can book them before somebody says so in the record."""
    staff = actions.add_staff(
        actor=signed_in(request), business_slug=payload.business, name=payload.name, now=clock.now()
    )
    return Status(201, StaffAddedOut(id=staff.pk, slug=staff.slug))


@router.get(
    "/staff-records/{staff_id}", response={200: StaffRecordOut, **responses(*ERRORS)}, operation_id="staff_record"
)
def record(request: HttpRequest, staff_id: UUID) -> StaffRecordOut:
    """One whole record."""
    return _told(request, staff_id)


@router.put(
    "/staff-records/{staff_id}",
    response={200: StaffRecordOut, **responses(*ERRORS, Conflict)},
    operation_id="change_staff_record",
)
def change_record(request: HttpRequest, staff_id: UUID, payload: StaffIn) -> StaffRecordOut:
    """Replace a record. Send If-Match to be told of others' changes."""
    actions.change_staff(
        actor=signed_in(request),
        staff_id=staff_id,
        wish=payload.wish(),
        revision=seen_revision(request),
        now=clock.now(),
    )
    return _told(request, staff_id)


@router.put(
    "/staff-records/{staff_id}/biography",
    response={200: StaffRecordOut, **responses(*ERRORS, Conflict)},
    operation_id="change_biography",
)
def change_biography(request: HttpRequest, staff_id: UUID, payload: BiographyIn) -> StaffRecordOut:
    """What is told about somebody. Staff members write their own."""
    actions.change_biography(
        actor=signed_in(request),
        staff_id=staff_id,
        biography=payload.biography,
        revision=seen_revision(request),
        now=clock.now(),
    )
    return _told(request, staff_id)


@router.post(
    "/staff-records/{staff_id}/photo",
    response={200: StaffRecordOut, **responses(*ERRORS, PictureTooLarge, PictureUnreadable)},
    operation_id="set_photo",
)
def set_photo(request: HttpRequest, staff_id: UUID, file: File[UploadedFile]) -> StaffRecordOut:
    """Another photo: JPEG, PNG or WebP, told by its content, of 15 MB at most. It is drawn anew and holds pixels alone."""
    actor = signed_in(request)
    spend(PHOTOS, str(actor.user_id), now=clock.now())
    if (file.size or 0) > MOST_BYTES:  # before it is read
        raise PictureTooLarge(most_bytes=MOST_BYTES, most_pixels=MOST_PIXELS)
    actions.set_photo(actor=actor, staff_id=staff_id, content=file.read(), now=clock.now())
    return _told(request, staff_id)


@router.delete(
    "/staff-records/{staff_id}/photo",
    response={200: StaffRecordOut, **responses(*ERRORS)},
    operation_id="drop_photo",
)
def drop_photo(request: HttpRequest, staff_id: UUID) -> StaffRecordOut:
    """No photo any more."""
    actions.set_photo(actor=signed_in(request), staff_id=staff_id, content=None, now=clock.now())
    return _told(request, staff_id)


@router.post(
    "/staff-records/{staff_id}/archive",
    response={200: StaffRecordOut, **responses(*ERRORS, Conflict)},
    operation_id="archive_staff",
)
def archive(request: HttpRequest, staff_id: UUID) -> StaffRecordOut:
    """Nobody can book them from now on. Visits already booked stay: see how many in `/staff-records/{id}/around`."""
    actions.archive_staff(actor=signed_in(request), staff_id=staff_id, revision=seen_revision(request), now=clock.now())
    return _told(request, staff_id)


@router.post(
    "/staff-records/{staff_id}/restore",
    response={200: StaffRecordOut, **responses(*ERRORS, Conflict)},
    operation_id="restore_staff",
)
def restore(request: HttpRequest, staff_id: UUID) -> StaffRecordOut:
    """Back to work."""
    actions.restore_staff(actor=signed_in(request), staff_id=staff_id, revision=seen_revision(request), now=clock.now())
    return _told(request, staff_id)


def _told(request: HttpRequest, staff_id: UUID) -> StaffRecordOut:
    actor = signed_in(request)
    return StaffRecordOut.of(queries.staff_record(actor, staff_id), actor)
