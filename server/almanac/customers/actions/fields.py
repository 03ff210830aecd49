"""The fields of customers' records: defined by administrators, one set for each business."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from django.db import transaction

from almanac.business.permissions import can_change_settings
from almanac.business.queries import by_slug
from almanac.catalog.questions import stored_form
from almanac.customers.events import FieldsDefined
from almanac.customers.fields import CustomerField, check_fields, fields_in
from almanac.customers.models import FieldSet
from almanac.kit.actor import Actor
from almanac.kit.errors import Conflict, NotAllowed
from almanac.outbox.actions import emit


def define_fields(
    *, actor: Actor, slug: str, wanted: Sequence[CustomerField], seen: int | None, now: datetime
) -> FieldSet:
    """Write all fields of a business. One that is left out is archived: what was filled in stays. Saving the same again
    is no event. Raises NotAllowed, NotFound, Conflict (`seen` is not the stored revision), InvalidInput.
    """
    if not can_change_settings(actor):
        raise NotAllowed
    business = by_slug(slug)
    with transaction.atomic():
        row, _ = FieldSet.objects.select_for_update().get_or_create(business=business, defaults={"revision": 0})
        if seen is not None and seen != row.revision:
            raise Conflict
        before = row.fields
        named = {field.id for field in wanted}
        left_out = [field for field in fields_in(before) if field.id not in named]
        form = [*wanted, *(field.model_copy(update={"is_archived": True}) for field in left_out)]
        check_fields(form)
        row.fields = stored_form(form)
        if row.fields != before:
            row.revision += 1
            row.save(update_fields=["fields", "revision"])
            event = FieldsDefined(business_id=business.pk, before={"fields": before}, after={"fields": row.fields})
            emit(event, actor=actor, at=now)
    return row
