"""Doors to stored files."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from ninja import Router

from almanac.files import queries
from almanac.files.pictures import CONTENT_TYPE
from almanac.kit.errors import NotFound, responses

router = Router(tags=["files"])
BYTES = {"responses": {200: {"description": "OK", "content": {CONTENT_TYPE: {"schema": {"type": "string"}}}}}}


@router.get(
    "/pictures/{asset_id}", response={200: None, **responses(NotFound)}, operation_id="picture", openapi_extra=BYTES
)
def picture(request: HttpRequest, asset_id: UUID) -> HttpResponse:
    """A picture of a service or a person (image/webp). It never changes: keep it as long as you like."""
    found = queries.picture(asset_id)
    answer = HttpResponse(queries.content_of(found), content_type=found.content_type)
    answer["Cache-Control"] = "public, max-age=31536000, immutable"
    answer["Content-Security-Policy"] = "default-src 'none'; sandbox"
    return answer
