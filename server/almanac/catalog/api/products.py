"""Doors to digital products: on sale for everybody, edited by administrators."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from django.http import HttpRequest
from ninja import File, Router, Status
from ninja.files import UploadedFile

from almanac.catalog.actions.products import archive_product, drop_file, save_product, send_file
from almanac.catalog.errors import LastFile
from almanac.catalog.models import Product
from almanac.catalog.queries import products as queries
from almanac.catalog.schemas.editing import ArchiveIn
from almanac.catalog.schemas.products import EditedProductOut, ProductIn, ProductOut, ProductRowOut
from almanac.files.errors import FilesFull, FileTooLarge, PdfUnreadable
from almanac.files.pictures import MOST_BYTES
from almanac.kit import clock
from almanac.kit.actor import Actor
from almanac.kit.client_address import client_address
from almanac.kit.errors import Conflict, NotAllowed, NotFound, SignInNeeded, responses
from almanac.kit.ratelimit import Limit, spend
from almanac.kit.requests import language_of, seen_revision, signed_in

router = Router(tags=["products"])
REFUSED = (SignInNeeded, NotAllowed)
SENDING = Limit("product-file", count=60, seconds=600)


@router.get("/products", response={200: list[ProductOut], **responses()}, operation_id="products")
def products(request: HttpRequest, business: str | None = None, mentor: str | None = None) -> list[ProductOut]:
    """Every digital product on sale, of one business or mentor or of all."""
    language = language_of(request)
    rows = list(queries.products_on_sale(business=business, mentor=mentor))
    return [ProductOut.of(found, language) for found in queries.with_files(rows)]


@router.get("/products/{slug}", response={200: ProductOut, **responses(NotFound)}, operation_id="product")
def product(request: HttpRequest, slug: str) -> ProductOut:
    """One product by its address."""
    (found,) = queries.with_files([queries.product_by_slug(slug)])
    return ProductOut.of(found, language_of(request))


@router.get(
    "/catalogue/products",
    response={200: list[ProductRowOut], **responses(*REFUSED)},
    operation_id="catalogue_products",
)
def catalogue_products(request: HttpRequest) -> list[ProductRowOut]:
    """All products in their order, hidden and archived ones too."""
    return [ProductRowOut.of(row) for row in queries.edited_products(signed_in(request))]


@router.get(
    "/catalogue/products/{product_id}",
    response={200: EditedProductOut, **responses(*REFUSED, NotFound)},
    operation_id="catalogue_product",
)
def catalogue_product(request: HttpRequest, product_id: UUID) -> EditedProductOut:
    """One product, in every language."""
    actor = signed_in(request)
    return EditedProductOut.of(queries.edited_product(actor, product_id), actor, clock.now())


@router.post("/catalogue/products", response={201: EditedProductOut, **responses(*REFUSED)}, operation_id="add_product")
def add_product(request: HttpRequest, payload: ProductIn) -> Status[EditedProductOut]:
    """A new product. It can be bought as soon as it has a file and is visible."""
    return Status(201, _saved(request, None, payload))


@router.put(
    "/catalogue/products/{product_id}",
    response={200: EditedProductOut, **responses(*REFUSED, NotFound, Conflict)},
    operation_id="change_product",
)
def change_product(request: HttpRequest, product_id: UUID, payload: ProductIn) -> EditedProductOut:
    """Replace all that a product says. What was sold stays as it was sold."""
    return _saved(request, product_id, payload)


@router.post(
    "/catalogue/products/{product_id}/archive",
    response={200: EditedProductOut, **responses(*REFUSED, NotFound)},
    operation_id="archive_product",
)
def archive(request: HttpRequest, product_id: UUID, payload: ArchiveIn) -> EditedProductOut:
    """Take a product off the shelf, or put it back. Who bought it keeps it."""
    actor, now = signed_in(request), clock.now()
    return _out(archive_product(actor=actor, product_id=product_id, archived=payload.archived, now=now), actor, now)


@router.post(
    "/catalogue/products/{product_id}/files",
    response={201: EditedProductOut, **responses(*REFUSED, NotFound, FileTooLarge, PdfUnreadable, FilesFull)},
    operation_id="send_product_file",
)
def send(request: HttpRequest, product_id: UUID, file: File[UploadedFile]) -> Status[EditedProductOut]:
    """Give a product one more file: a PDF, told by its bytes, 15 MB at most. Its buyers get it too."""
    actor, now = signed_in(request), clock.now()
    queries.edited_product(actor, product_id)
    spend(SENDING, client_address(request), now=now)
    if (file.size or 0) > MOST_BYTES:  # before it is read
        raise FileTooLarge(most_bytes=MOST_BYTES)
    changed = send_file(actor=actor, product_id=product_id, content=file.read(), name=file.name or "", now=now)
    return Status(201, _out(changed, actor, now))


@router.delete(
    "/catalogue/products/{product_id}/files/{file_id}",
    response={200: EditedProductOut, **responses(*REFUSED, NotFound, LastFile)},
    operation_id="drop_product_file",
)
def drop(request: HttpRequest, product_id: UUID, file_id: UUID) -> EditedProductOut:
    """Take a file away from a product; nobody downloads it any more."""
    actor, now = signed_in(request), clock.now()
    return _out(drop_file(actor=actor, product_id=product_id, file_id=file_id, now=now), actor, now)


def _saved(request: HttpRequest, product_id: UUID | None, payload: ProductIn) -> EditedProductOut:
    actor, now = signed_in(request), clock.now()
    row = save_product(
        actor=actor, product_id=product_id, wish=payload.wish(), revision=seen_revision(request), now=now
    )
    return _out(row, actor, now)


def _out(row: Product, actor: Actor, now: datetime) -> EditedProductOut:
    return EditedProductOut.of(queries.edited_product(actor, row.pk), actor, now)
