"""Doors to packages of visits: on sale for everybody, edited by administrators."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpRequest
from ninja import Router, Status

from almanac.catalog.actions.packages import archive_package, save_package
from almanac.catalog.queries import packages as queries
from almanac.catalog.schemas.editing import ArchiveIn
from almanac.catalog.schemas.packages import EditedPackageOut, PackageIn, PackageOut, PackageRowOut
from almanac.kit import clock
from almanac.kit.errors import Conflict, NotAllowed, NotFound, SignInNeeded, responses
from almanac.kit.requests import language_of, seen_revision, signed_in

router = Router(tags=["packages"])
REFUSED = (SignInNeeded, NotAllowed)


@router.get("/packages", response={200: list[PackageOut], **responses()}, operation_id="packages")
def packages(
    request: HttpRequest, business: str | None = None, service: UUID | None = None, staff: str | None = None
) -> list[PackageOut]:
    """Every package on sale: of one business, good for one service, with one person, or all."""
    language = language_of(request)
    found = queries.packages_on_sale(business=business, service=service, staff=staff)
    return [PackageOut.of(offer, language) for offer in found]


@router.get("/packages/{slug}", response={200: PackageOut, **responses(NotFound)}, operation_id="package")
def package(request: HttpRequest, slug: str) -> PackageOut:
    """One package by its address."""
    return PackageOut.of(queries.package_by_slug(slug), language_of(request))


@router.get(
    "/catalogue/packages",
    response={200: list[PackageRowOut], **responses(*REFUSED)},
    operation_id="catalogue_packages",
)
def catalogue_packages(request: HttpRequest) -> list[PackageRowOut]:
    """All packages in their order, hidden and archived ones too."""
    return [PackageRowOut.of(row) for row in queries.edited_packages(signed_in(request))]


@router.get(
    "/catalogue/packages/{package_id}",
    response={200: EditedPackageOut, **responses(*REFUSED, NotFound)},
    operation_id="catalogue_package",
)
def catalogue_package(request: HttpRequest, package_id: UUID) -> EditedPackageOut:
    """One package, in every language."""
    return EditedPackageOut.of(queries.edited_package(signed_in(request), package_id))


@router.post("/catalogue/packages", response={201: EditedPackageOut, **responses(*REFUSED)}, operation_id="add_package")
def add_package(request: HttpRequest, payload: PackageIn) -> Status[EditedPackageOut]:
    """A new package. It can be bought as soon as it is visible."""
    return Status(201, _saved(request, None, payload))


@router.put(
    "/catalogue/packages/{package_id}",
    response={200: EditedPackageOut, **responses(*REFUSED, NotFound, Conflict)},
    operation_id="change_package",
)
def change_package(request: HttpRequest, package_id: UUID, payload: PackageIn) -> EditedPackageOut:
    """Replace all that a package says. Who bought it keeps it as it was sold."""
    return _saved(request, package_id, payload)


@router.post(
    "/catalogue/packages/{package_id}/archive",
    response={200: EditedPackageOut, **responses(*REFUSED, NotFound)},
    operation_id="archive_package",
)
def archive(request: HttpRequest, package_id: UUID, payload: ArchiveIn) -> EditedPackageOut:
    """Take a package off the shelf, or put it back. Who bought it keeps it."""
    row = archive_package(actor=signed_in(request), package_id=package_id, archived=payload.archived, now=clock.now())
    return EditedPackageOut.of(row)


def _saved(request: HttpRequest, package_id: UUID | None, payload: PackageIn) -> EditedPackageOut:
    row = save_package(
        actor=signed_in(request),
        package_id=package_id,
        wish=payload.wish(),
        revision=seen_revision(request),
        now=clock.now(),
    )
    return EditedPackageOut.of(row)
