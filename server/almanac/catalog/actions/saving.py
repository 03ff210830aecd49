"""What saving anything of the catalogue has in common: who may, the row under its lock, and what changed."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import TypeVar
from uuid import UUID

from almanac.business.models import Business
from almanac.catalog.models import Bundle, Category, Extra, Package, PriceRule, Product, Service
from almanac.catalog.permissions import can_edit_catalogue
from almanac.files.queries import is_kept
from almanac.kit.actor import Actor
from almanac.kit.errors import Conflict, InvalidInput, NotAllowed, NotFound

Sold = TypeVar("Sold", Category, Service, Extra, PriceRule, Product, Package, Bundle)
Shelved = TypeVar("Shelved", Extra, Product, Package, Bundle)
MOST_AMOUNT = 10_000_000  # a hundred thousand pounds


def check_may(actor: Actor) -> None:
    """Raises NotAllowed."""
    if not can_edit_catalogue(actor):
        raise NotAllowed


def locked(model: type[Sold], pk: UUID, revision: int | None) -> Sold:
    """The row, for us alone until the end. Raises NotFound, Conflict (`revision` is not the stored one)."""
    found = model._default_manager.select_for_update(of=("self",)).select_related("business").filter(pk=pk).first()
    if found is None:
        raise NotFound
    if revision is not None and revision != found.revision:
        raise Conflict
    return found


def open_business(business_id: UUID | None) -> Business:
    """The business something new is for, its row locked so that two new things cannot take one address. Raises
    InvalidInput."""
    rows = Business.objects.select_for_update().filter(archived_at=None)
    found = rows.filter(pk=business_id).first() if business_id else None
    if found is None:
        raise InvalidInput(fields={"business_id": ["Choose a business."]})
    return found


def begun_or_locked(
    model: type[Shelved], pk: UUID | None, *, business_id: UUID | None, revision: int | None
) -> Shelved:
    """A new one at the end of its business's shelf, not saved yet, or with `pk` the stored one under its lock. Raises
    InvalidInput, NotFound, Conflict."""
    if pk is not None:
        return locked(model, pk, revision)
    business = open_business(business_id)
    return model(business=business, revision=0, position=model._default_manager.filter(business=business).count())


def check_amount(faults: dict[str, list[str]], field: str, amount: int) -> None:
    """Note an amount that nobody can mean."""
    if not 0 <= amount <= MOST_AMOUNT:
        faults.setdefault(field, []).append("Choose an amount between 0 and 100,000.")


def check_range(faults: dict[str, list[str]], field: str, value: int, least: int, most: int) -> None:
    """Note a number outside what makes sense."""
    if not least <= value <= most:
        faults.setdefault(field, []).append(f"Choose between {least} and {most}.")


def check_picture(faults: dict[str, list[str]], address: str, before: str) -> None:
    """Note a picture that is neither the one it had nor one of ours: nobody makes our pages load things from elsewhere."""
    if address not in ("", before) and not is_kept(address):
        faults.setdefault("picture_url", []).append("Please choose the picture again.")


def differences(
    before: Mapping[str, object], after: Mapping[str, object]
) -> tuple[dict[str, object], dict[str, object]]:
    """What is not the same any more, as it was and as it is."""
    changed = [name for name in after if before.get(name) != after[name]]
    return {name: before[name] for name in changed if name in before}, {name: after[name] for name in changed}


def put_away(
    row: Category | Service | Extra | PriceRule | Product | Package | Bundle, *, archived: bool, now: datetime
) -> bool:
    """Archive or bring back; whether that changed anything."""
    if (row.archived_at is not None) == archived:
        return False
    row.archived_at = now if archived else None
    row.revision += 1
    row.save(update_fields=["archived_at", "revision"])
    return True
