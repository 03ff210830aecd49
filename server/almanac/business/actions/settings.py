"""The typed settings of a business, changed a group at a time."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.db import transaction
from pydantic import ValidationError
from pydantic_core import ErrorDetails

from almanac.business.errors import UnknownSettings
from almanac.business.events import SettingsChanged
from almanac.business.models import Business, Setting
from almanac.business.permissions import can_change_settings
from almanac.business.policies import GROUPS
from almanac.business.setting_parts import SettingsGroup
from almanac.kit.actor import Actor
from almanac.kit.errors import Conflict, InvalidInput, NotAllowed
from almanac.outbox.actions import emit


def change_settings(
    *, actor: Actor, business: Business, group: str, values: dict[str, Any], revision: int | None, now: datetime
) -> tuple[SettingsGroup, int]:
    """Replace one group of settings; what is left out returns to its default. Answers the values and their new revision.
    What is the same as before is no event. The next request goes by them: nothing of them is kept in between.

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
        after = checked.model_dump(mode="json")
        if after != before:
            changed = SettingsChanged(business_id=business.id, group=group, before=before, after=after)
            emit(changed, actor=actor, at=now)
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
            fields.setdefault(".".join(map(str, found["loc"])), []).append(_words(found))
        raise InvalidInput(fields=fields) from error


_SAID = {
    "greater_than_equal": "At least {ge}, please.",
    "less_than_equal": "At most {le}, please.",
    "too_long": "At most {max_length} of them, please.",
    "string_type": "Write some text.",
    "string_too_long": "At most {max_length} characters, please.",
    "int_type": "Write a whole number.",
    "enum": "Choose one of those offered.",
    "bool_type": "Choose one of those offered.",
    "bool_parsing": "Choose one of those offered.",
    "tuple_type": "Send a list.",
    "missing": "Please fill this in.",
    "extra_forbidden": "There is no such setting.",
}


def _words(found: ErrorDetails) -> str:
    """What is wrong, for the person who typed it."""
    said = _SAID.get(found["type"])
    return said.format_map(found.get("ctx", {})) if said else str(found["msg"])
