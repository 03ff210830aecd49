"""Writes of businesses: their settings."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.db import transaction
from pydantic import ValidationError

from almanac.business.errors import UnknownSettings
from almanac.business.events import SettingsChanged
from almanac.business.models import Business, Setting
from almanac.business.permissions import can_change_settings
from almanac.business.policies import GROUPS, SettingsGroup
from almanac.kit.actor import Actor
from almanac.kit.errors import Conflict, InvalidInput, NotAllowed
from almanac.outbox.actions import emit


def change_settings(
    *, actor: Actor, business: Business, group: str, values: dict[str, Any], revision: int | None, now: datetime
) -> tuple[SettingsGroup, int]:
    """Replace one group of settings; what is left out returns to its default. Answers the values and their new revision.

    Raises NotAllowed, UnknownSettings, InvalidInput, Conflict (`revision` is not the stored one).
    """
    if not can_change_settings(actor):
        raise NotAllowed
    kind = group_named(group)
    checked = _validated(kind, values)
    with transaction.atomic():
        row, _ = Setting.objects.select_for_update().get_or_create(
            business=business, group=group, defaults={"revision": 0}
        )
        if revision is not None and revision != row.revision:
            raise Conflict
        before = kind.model_validate(row.values).model_dump(mode="json")
        row.values = checked.model_dump(mode="json", exclude_defaults=True)
        row.revision += 1
        row.save(update_fields=["values", "revision"])
        emit(
            SettingsChanged(business_id=business.id, group=group, before=before, after=checked.model_dump(mode="json")),
            actor=actor,
            at=now,
        )
    return checked, row.revision


def group_named(name: str) -> type[SettingsGroup]:
    """The group's type. Raises UnknownSettings."""
    for kind in GROUPS:
        if kind.group == name:
            return kind
    raise UnknownSettings(known=[kind.group for kind in GROUPS])


def _validated(kind: type[SettingsGroup], values: dict[str, Any]) -> SettingsGroup:
    try:
        return kind.model_validate(values)
    except ValidationError as error:
        fields: dict[str, list[str]] = {}
        for found in error.errors():
            fields.setdefault(".".join(map(str, found["loc"])), []).append(found["msg"])
        raise InvalidInput(fields=fields) from error
