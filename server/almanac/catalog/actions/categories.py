"""Categories: made, changed, put away and brought back."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from uuid import UUID

from django.db import transaction

from almanac.catalog.actions import texts
from almanac.catalog.actions.saving import check_may, check_picture, differences, locked, open_business, put_away
from almanac.catalog.events import CategoryChanged
from almanac.catalog.models import Category
from almanac.kit import wording
from almanac.kit.actor import Actor
from almanac.kit.errors import InvalidInput
from almanac.outbox.actions import emit

FIELDS = ("slug", "name", "description", "picture_url")


@dataclass(frozen=True, slots=True)
class CategoryWish:
    """All that a category is to say."""

    name: Mapping[str, str]
    business_id: UUID | None = None  # of a new one; it never changes
    description: Mapping[str, str] = field(default_factory=dict)
    picture_url: str = ""


def save_category(
    *, actor: Actor, category_id: UUID | None, wish: CategoryWish, revision: int | None, now: datetime
) -> Category:
    """Write a category, a new one without `category_id`. Raises NotAllowed, NotFound, Conflict, InvalidInput."""
    check_may(actor)
    with transaction.atomic():
        if category_id is None:
            business = open_business(wish.business_id)
            others = Category.objects.filter(business=business)
            category = Category(business=business, revision=0, position=others.count())
            before: dict[str, object] = {}
        else:
            category = locked(Category, category_id, revision)
            before = _facts(category)
        category.name = wording.cleaned(wish.name)
        category.description = wording.cleaned(wish.description, lines=True)
        faults: wording.Faults = {}
        wording.judge(faults, "name", category.name, longest=texts.NAME_LENGTH, needed=True)
        wording.judge(faults, "description", category.description, longest=texts.TEXT_LENGTH)
        check_picture(faults, wish.picture_url, category.picture_url)
        if faults:
            raise InvalidInput(fields=faults)
        if not category.slug:
            taken = set(Category.objects.filter(business=category.business).values_list("slug", flat=True))
            category.slug = texts.free_slug("", category.name, taken)
        category.picture_url = wish.picture_url
        category.revision += 1
        category.save()
        old, new = differences(before, _facts(category))
        if old or new:
            emit(_event(category, "changed" if before else "added", old, new), actor=actor, at=now)
    return category


def archive_category(*, actor: Actor, category_id: UUID, archived: bool, now: datetime) -> Category:
    """Put a category away with its services, which nobody can book then; or bring it back. Raises NotAllowed, NotFound."""
    check_may(actor)
    with transaction.atomic():
        category = locked(Category, category_id, None)
        if put_away(category, archived=archived, now=now):
            emit(_event(category, "archived" if archived else "restored", {}, {}), actor=actor, at=now)
    return category


def _facts(category: Category) -> dict[str, object]:
    return {name: getattr(category, name) for name in FIELDS}


def _event(category: Category, what: str, before: dict[str, object], after: dict[str, object]) -> CategoryChanged:
    return CategoryChanged(
        business_id=category.business_id, category_id=category.pk, what=what, before=before, after=after
    )
