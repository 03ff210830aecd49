"""Digital products: made, changed, given files, put away and brought back."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from uuid import UUID

from django.db import transaction

from almanac.catalog.actions import texts
from almanac.catalog.actions.saving import (
    begun_or_locked,
    check_amount,
    check_may,
    check_picture,
    check_range,
    differences,
    locked,
    put_away,
)
from almanac.catalog.errors import LastFile
from almanac.catalog.events import ProductChanged
from almanac.catalog.models import Product
from almanac.files import actions as files
from almanac.files.queries import private_files_of
from almanac.files.uploads import checked_pdf
from almanac.kit import wording
from almanac.kit.actor import Actor
from almanac.kit.errors import InvalidInput, NotFound
from almanac.outbox.actions import emit
from almanac.people.models import StaffMember

FIELDS = ("slug", "name", "description", "price_amount", "tax_rate_bp", "picture_url", "is_visible", "file_count")


@dataclass(frozen=True, slots=True)
class ProductWish:
    """All that a product is to say. The price is minor units of its business's currency, with tax or without as the business
    writes it."""

    mentor_id: UUID
    name: Mapping[str, str]
    price_amount: int
    business_id: UUID | None = None  # of a new one; it never changes
    description: Mapping[str, str] = field(default_factory=dict)
    tax_rate_bp: int = 2000
    picture_url: str = ""
    is_visible: bool = True


def save_product(
    *, actor: Actor, product_id: UUID | None, wish: ProductWish, revision: int | None, now: datetime
) -> Product:
    """Write a product, a new one without `product_id`. Orders keep what they were sold with.

    Raises NotAllowed, NotFound, Conflict, InvalidInput with every field that cannot be used.
    """
    check_may(actor)
    with transaction.atomic():
        product = begun_or_locked(Product, product_id, business_id=wish.business_id, revision=revision)
        product.currency = product.currency or product.business.currency
        before: dict[str, object] = _facts(product) if product_id else {}
        old_picture = product.picture_url
        product.name = wording.cleaned(wish.name)
        product.description = wording.cleaned(wish.description, lines=True)
        _check(product, wish, old_picture)
        product.mentor_id = wish.mentor_id
        product.price_amount, product.tax_rate_bp = wish.price_amount, wish.tax_rate_bp
        product.picture_url, product.is_visible = wish.picture_url, wish.is_visible
        if not product.slug:
            product.slug = texts.free_slug("", product.name, set(Product.objects.values_list("slug", flat=True)))
        product.revision += 1
        product.save()
        _tell(actor, product, "changed" if before else "added", before, now=now)
    return product


def archive_product(*, actor: Actor, product_id: UUID, archived: bool, now: datetime) -> Product:
    """Take it off the shelf, or put it back. Who bought it keeps it. Raises NotAllowed, NotFound."""
    check_may(actor)
    with transaction.atomic():
        product = locked(Product, product_id, None)
        if put_away(product, archived=archived, now=now):
            emit(_event(product, "archived" if archived else "restored", {}, {}), actor=actor, at=now)
    return product


def send_file(*, actor: Actor, product_id: UUID, content: bytes, name: str, now: datetime) -> Product:
    """Give a product one more file: a PDF, looked at and stored before anything is locked. Its buyers get it too.

    Raises NotAllowed, NotFound, FileTooLarge, PdfUnreadable, FilesFull.
    """
    check_may(actor)
    owner = Product(pk=product_id).files_owner
    file = files.store_private(checked_pdf(content, name=name), owner=owner, now=now)
    try:
        with transaction.atomic():
            product = locked(Product, product_id, None)
            files.keep_private(file, now=now)
            _count_files(actor, product, now=now)
    except Exception:
        files.forget_bytes(file)
        raise
    return product


def drop_file(*, actor: Actor, product_id: UUID, file_id: UUID, now: datetime) -> Product:
    """Take a file away; nobody downloads it any more. Raises NotAllowed, NotFound, LastFile."""
    check_may(actor)
    with transaction.atomic():
        product = locked(Product, product_id, None)
        if not files.drop_private(owner=product.files_owner, file_id=file_id, now=now):
            raise NotFound
        if not private_files_of([product.files_owner])[product.files_owner]:
            raise LastFile
        _count_files(actor, product, now=now)
    return product


def _count_files(actor: Actor, product: Product, *, now: datetime) -> None:
    before = _facts(product)
    product.file_count = len(private_files_of([product.files_owner])[product.files_owner])
    product.revision += 1
    product.save(update_fields=["file_count", "revision"])
    _tell(actor, product, "changed", before, now=now)


def _check(product: Product, wish: ProductWish, old_picture: str) -> None:
    faults: wording.Faults = {}
    wording.judge(faults, "name", product.name, longest=texts.NAME_LENGTH, needed=True)
    wording.judge(faults, "description", product.description, longest=texts.TEXT_LENGTH)
    check_amount(faults, "price_amount", wish.price_amount)
    check_range(faults, "tax_rate_bp", wish.tax_rate_bp, 0, 10_000)
    check_picture(faults, wish.picture_url, old_picture)
    people = StaffMember.objects.filter(pk=wish.mentor_id, business=product.business)
    if not people.exists():
        faults["mentor_id"] = ["Choose somebody of this business."]
    if faults:
        raise InvalidInput(fields=faults)


def _facts(product: Product) -> dict[str, object]:
    return {**{name: getattr(product, name) for name in FIELDS}, "mentor": str(product.mentor_id)}


def _tell(actor: Actor, product: Product, what: str, before: dict[str, object], *, now: datetime) -> None:
    old, new = differences(before, _facts(product))
    if old or new:
        emit(_event(product, what, old, new), actor=actor, at=now)


def _event(product: Product, what: str, before: dict[str, object], after: dict[str, object]) -> ProductChanged:
    return ProductChanged(business_id=product.business_id, product_id=product.pk, what=what, before=before, after=after)
