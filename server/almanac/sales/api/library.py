"""Doors to what was bought to be downloaded."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpRequest, StreamingHttpResponse
from ninja import Router

from almanac.files.errors import RangeUnmet
from almanac.files.sending import sent
from almanac.files.uploads import PDF
from almanac.kit import clock
from almanac.kit.client_address import client_address
from almanac.kit.errors import NotFound, responses
from almanac.kit.ratelimit import Limit, spend
from almanac.kit.requests import actor_of
from almanac.sales import queries
from almanac.sales.entitlements import make_download
from almanac.sales.errors import DownloadsSpent
from almanac.sales.library_told import DownloadOut, LibraryItemOut

router = Router(tags=["library"])
DOWNLOADS = Limit("downloads", count=60, seconds=600)


@router.get("/library", response={200: list[LibraryItemOut], **responses()}, operation_id="library")
def library(request: HttpRequest) -> list[LibraryItemOut]:
    """Products that were bought: those of the asker's account, and of the order whose link they hold. The latest first."""
    return [LibraryItemOut.of(owned) for owned in queries.library(actor_of(request))]


@router.post(
    "/library/{entitlement_id}/files/{file_id}",
    response={200: DownloadOut, **responses(NotFound, DownloadsSpent)},
    operation_id="make_download",
)
def download_link(request: HttpRequest, entitlement_id: UUID, file_id: UUID) -> DownloadOut:
    """A link to a file that was bought, for an hour. Counts as one download, however often it is then fetched."""
    now = clock.now()
    spend(DOWNLOADS, client_address(request), now=now)
    made = make_download(actor=actor_of(request), entitlement_id=entitlement_id, file_id=file_id, now=now)
    return DownloadOut(url=made.url, downloads_left=made.left)


@router.get(
    "/downloads/{link}",
    response={(200, 206): None, **responses(NotFound, RangeUnmet)},
    operation_id="download",
    openapi_extra={
        "responses": {
            status: {"description": words, "content": {PDF: {"schema": {"type": "string"}}}}
            for status, words in ((200, "OK"), (206, "The part that was asked for"))
        }
    },
)
def download(request: HttpRequest, link: str) -> StreamingHttpResponse:
    """The file as an attachment, whole or the one range asked for, so that a broken download goes on where it stopped."""
    return sent(queries.downloaded_file(link, reader=actor_of(request), now=clock.now()), request)
