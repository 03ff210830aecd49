"""Doors to bundles of services: the shelf for everybody, and their editors."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpRequest
from ninja import Router, Status

from almanac.catalog.actions.bundles import archive_bundle, save_bundle
from almanac.catalog.queries import bundles as queries
from almanac.catalog.schemas.bundles import BundleIn, BundleOut, BundleRowOut, EditedBundleOut
from almanac.catalog.schemas.editing import ArchiveIn
from almanac.kit import clock
from almanac.kit.errors import Conflict, NotAllowed, NotFound, SignInNeeded, responses
from almanac.kit.requests import language_of, seen_revision, signed_in

router = Router(tags=["bundles"])
REFUSED = (SignInNeeded, NotAllowed)


@router.get("/bundles", response={200: list[BundleOut], **responses()}, operation_id="bundles")
def bundles(request: HttpRequest, business: str | None = None) -> list[BundleOut]:
    """Every bundle on sale, of one business or all."""
    language = language_of(request)
    return [BundleOut.of(offer, language) for offer in queries.bundles_on_sale(business=business)]


@router.get("/bundles/{slug}", response={200: BundleOut, **responses(NotFound)}, operation_id="bundle")
def bundle(request: HttpRequest, slug: str) -> BundleOut:
    """One bundle by its address."""
    return BundleOut.of(queries.bundle_by_slug(slug), language_of(request))


@router.get(
    "/catalogue/bundles", response={200: list[BundleRowOut], **responses(*REFUSED)}, operation_id="catalogue_bundles"
)
def catalogue_bundles(request: HttpRequest) -> list[BundleRowOut]:
    """All bundles in their order, hidden and archived ones too."""
    return [BundleRowOut.of(row) for row in queries.edited_bundles(signed_in(request))]


@router.get(
    "/catalogue/bundles/{bundle_id}",
    response={200: EditedBundleOut, **responses(*REFUSED, NotFound)},
    operation_id="catalogue_bundle",
)
def catalogue_bundle(request: HttpRequest, bundle_id: UUID) -> EditedBundleOut:
    """One bundle, in every language."""
    return EditedBundleOut.of(queries.edited_bundle(signed_in(request), bundle_id))


@router.post("/catalogue/bundles", response={201: EditedBundleOut, **responses(*REFUSED)}, operation_id="add_bundle")
def add_bundle(request: HttpRequest, payload: BundleIn) -> Status[EditedBundleOut]:
    """A new bundle. It can be booked as soon as it is visible."""
    return Status(201, _saved(request, None, payload))


@router.put(
    "/catalogue/bundles/{bundle_id}",
    response={200: EditedBundleOut, **responses(*REFUSED, NotFound, Conflict)},
    operation_id="change_bundle",
)
def change_bundle(request: HttpRequest, bundle_id: UUID, payload: BundleIn) -> EditedBundleOut:
    """Replace all that a bundle says. What was sold stays as it was sold."""
    return _saved(request, bundle_id, payload)


@router.post(
    "/catalogue/bundles/{bundle_id}/archive",
    response={200: EditedBundleOut, **responses(*REFUSED, NotFound)},
    operation_id="archive_bundle",
)
def archive(request: HttpRequest, bundle_id: UUID, payload: ArchiveIn) -> EditedBundleOut:
    """Take a bundle off the shelf, or put it back."""
    row = archive_bundle(actor=signed_in(request), bundle_id=bundle_id, archived=payload.archived, now=clock.now())
    return EditedBundleOut.of(row)


def _saved(request: HttpRequest, bundle_id: UUID | None, payload: BundleIn) -> EditedBundleOut:
    row = save_bundle(
        actor=signed_in(request),
        bundle_id=bundle_id,
        wish=payload.wish(),
        revision=seen_revision(request),
        now=clock.now(),
    )
    return EditedBundleOut.of(row)
