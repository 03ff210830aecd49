"""Doors to stored files."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.utils.http import content_disposition_header
from ninja import File, Router, Status
from ninja.files import UploadedFile

from almanac.files import queries
from almanac.files.actions import keep_picture, store_picture
from almanac.files.errors import PictureTooLarge, PictureUnreadable
from almanac.files.pictures import CONTENT_TYPE, MOST_BYTES, MOST_PIXELS, redrawn
from almanac.files.schemas import PictureOut
from almanac.files.uploads import PDF
from almanac.kit import clock
from almanac.kit.client_address import client_address
from almanac.kit.errors import NotAllowed, NotFound, SignInNeeded, responses
from almanac.kit.ratelimit import Limit, spend
from almanac.kit.requests import actor_of, signed_in

router = Router(tags=["files"])
SENDING = Limit("picture", count=60, seconds=600)  # drawing a picture anew costs much
SANDBOX = "default-src 'none'; sandbox"
BYTES = {"responses": {200: {"description": "OK", "content": {CONTENT_TYPE: {"schema": {"type": "string"}}}}}}


@router.get(
    "/pictures/{asset_id}", response={200: None, **responses(NotFound)}, operation_id="picture", openapi_extra=BYTES
)
def picture(request: HttpRequest, asset_id: UUID) -> HttpResponse:
    """A picture of a service or a person (image/webp). It never changes: keep it as long as you like."""
    found = queries.picture(asset_id)
    answer = HttpResponse(queries.content_of(found), content_type=found.content_type)
    answer["Cache-Control"] = "public, max-age=31536000, immutable"
    answer["Content-Security-Policy"] = SANDBOX
    return answer


@router.post(
    "/pictures",
    response={201: PictureOut, **responses(SignInNeeded, NotAllowed, PictureTooLarge, PictureUnreadable)},
    operation_id="send_picture",
)
def send_picture(request: HttpRequest, file: File[UploadedFile]) -> Status[PictureOut]:
    """Keep a picture (JPEG, PNG or WebP, told by its bytes, 15 MB at most) for a page that shows it; drawn anew."""
    actor, now = signed_in(request), clock.now()
    if not actor.is_admin:
        raise NotAllowed
    spend(SENDING, client_address(request), now=now)
    if (file.size or 0) > MOST_BYTES:  # before it is read
        raise PictureTooLarge(most_bytes=MOST_BYTES, most_pixels=MOST_PIXELS)
    asset = keep_picture(actor=actor, asset=store_picture(redrawn(file.read()), now=now), now=now)
    return Status(201, PictureOut.of(asset))


@router.get(
    "/files/{link}",
    response={200: None, **responses(NotFound)},
    operation_id="private_file",
    openapi_extra={
        "responses": {
            200: {
                "description": "OK",
                "content": {kind: {"schema": {"type": "string"}} for kind in (CONTENT_TYPE, PDF)},
            }
        }
    },
)
def private_file(request: HttpRequest, link: str) -> HttpResponse:
    """A file sent with a booking, by the link that its order gives to those who may see it. PDFs come as downloads."""
    found = queries.linked_file(link, reader=actor_of(request), now=clock.now())
    answer = HttpResponse(queries.content_of(found), content_type=found.content_type)
    disposition = content_disposition_header(found.content_type == PDF, found.name)
    answer["Content-Disposition"] = disposition or "inline"
    answer["Cache-Control"] = "private, no-store"
    answer["Content-Security-Policy"] = SANDBOX
    answer["X-Content-Type-Options"] = "nosniff"
    return answer
