"""Doors to categories, extras and the order of everything, for administrators."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpRequest
from ninja import Router, Status

from almanac.catalog.actions import arranging
from almanac.catalog.actions.categories import archive_category, save_category
from almanac.catalog.actions.extras import archive_extra, save_extra
from almanac.catalog.queries import editing
from almanac.catalog.schemas.edited import EditedCategoryOut, EditedExtraOut
from almanac.catalog.schemas.editing import ArchiveIn, ArrangeIn, CategoryIn, ExtraEditIn
from almanac.kit import clock
from almanac.kit.errors import Conflict, NotAllowed, NotFound, SignInNeeded, responses
from almanac.kit.requests import seen_revision, signed_in

router = Router(tags=["catalogue"])
REFUSED = (SignInNeeded, NotAllowed)


@router.get(
    "/catalogue/categories",
    response={200: list[EditedCategoryOut], **responses(*REFUSED)},
    operation_id="catalogue_categories",
)
def categories(request: HttpRequest) -> list[EditedCategoryOut]:
    """All categories in their order, archived ones too."""
    return [EditedCategoryOut.of(row) for row in editing.categories(signed_in(request))]


@router.post(
    "/catalogue/categories", response={201: EditedCategoryOut, **responses(*REFUSED)}, operation_id="add_category"
)
def add_category(request: HttpRequest, payload: CategoryIn) -> Status[EditedCategoryOut]:
    """A new category."""
    return Status(201, _category(request, None, payload))


@router.put(
    "/catalogue/categories/{category_id}",
    response={200: EditedCategoryOut, **responses(*REFUSED, NotFound, Conflict)},
    operation_id="change_category",
)
def change_category(request: HttpRequest, category_id: UUID, payload: CategoryIn) -> EditedCategoryOut:
    """Replace all that a category says."""
    return _category(request, category_id, payload)


@router.post(
    "/catalogue/categories/{category_id}/archive",
    response={200: EditedCategoryOut, **responses(*REFUSED, NotFound)},
    operation_id="archive_category",
)
def put_category_away(request: HttpRequest, category_id: UUID, payload: ArchiveIn) -> EditedCategoryOut:
    """Put a category away with its services, or bring it back."""
    row = archive_category(
        actor=signed_in(request), category_id=category_id, archived=payload.archived, now=clock.now()
    )
    return EditedCategoryOut.of(row)


@router.get(
    "/catalogue/extras", response={200: list[EditedExtraOut], **responses(*REFUSED)}, operation_id="catalogue_extras"
)
def extras(request: HttpRequest) -> list[EditedExtraOut]:
    """All extras in their order, archived ones too."""
    return [EditedExtraOut.of(row) for row in editing.extras(signed_in(request))]


@router.post("/catalogue/extras", response={201: EditedExtraOut, **responses(*REFUSED)}, operation_id="add_extra")
def add_extra(request: HttpRequest, payload: ExtraEditIn) -> Status[EditedExtraOut]:
    """A new extra."""
    return Status(201, _extra(request, None, payload))


@router.put(
    "/catalogue/extras/{extra_id}",
    response={200: EditedExtraOut, **responses(*REFUSED, NotFound, Conflict)},
    operation_id="change_extra",
)
def change_extra(request: HttpRequest, extra_id: UUID, payload: ExtraEditIn) -> EditedExtraOut:
    """Replace all that an extra says."""
    return _extra(request, extra_id, payload)


@router.post(
    "/catalogue/extras/{extra_id}/archive",
    response={200: EditedExtraOut, **responses(*REFUSED, NotFound)},
    operation_id="archive_extra",
)
def put_extra_away(request: HttpRequest, extra_id: UUID, payload: ArchiveIn) -> EditedExtraOut:
    """Put an extra away, or bring it back."""
    return EditedExtraOut.of(
        archive_extra(actor=signed_in(request), extra_id=extra_id, archived=payload.archived, now=clock.now())
    )


@router.put(
    "/catalogue/{business}/{kind}/order",
    response={204: None, **responses(*REFUSED, NotFound)},
    operation_id="arrange_catalogue",
)
def arrange(request: HttpRequest, business: str, kind: arranging.Kind, payload: ArrangeIn) -> Status[None]:
    """Say in which order customers read the services, categories, extras or bundles of a business."""
    arranging.arrange(actor=signed_in(request), business_slug=business, kind=kind, ids=payload.ids, now=clock.now())
    return Status(204, None)


def _category(request: HttpRequest, category_id: UUID | None, payload: CategoryIn) -> EditedCategoryOut:
    row = save_category(
        actor=signed_in(request),
        category_id=category_id,
        wish=payload.wish(),
        revision=seen_revision(request),
        now=clock.now(),
    )
    return EditedCategoryOut.of(row)


def _extra(request: HttpRequest, extra_id: UUID | None, payload: ExtraEditIn) -> EditedExtraOut:
    row = save_extra(
        actor=signed_in(request),
        extra_id=extra_id,
        wish=payload.wish(),
        revision=seen_revision(request),
        now=clock.now(),
    )
    return EditedExtraOut.of(row)
