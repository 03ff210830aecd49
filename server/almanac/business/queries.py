"""Reads of businesses and their settings. Businesses are public; settings are for the team."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any, NamedTuple, TypeVar
from uuid import UUID

from django.db.models import QuerySet

from almanac.business.models import Business, Location, Setting
from almanac.business.permissions import can_see_settings
from almanac.business.policies import GROUPS, Policies
from almanac.business.setting_parts import SettingsGroup
from almanac.kit.actor import Actor
from almanac.kit.errors import NotAllowed, NotFound

Group = TypeVar("Group", bound=SettingsGroup)


class StoredGroup(NamedTuple):
    """One group of settings; `revision` is 0 while nobody has changed it."""

    values: SettingsGroup
    revision: int


def open_businesses() -> QuerySet[Business]:
    """Businesses that are not archived, in their order."""
    return Business.objects.filter(archived_at=None)


def places_of(slug: str) -> QuerySet[Location]:
    """The places of a business that are open, by name."""
    return Location.objects.filter(business__slug=slug, archived_at=None).order_by("name", "pk")


def by_slug(slug: str) -> Business:
    """One open business. Raises NotFound."""
    found = open_businesses().filter(slug=slug).first()
    if found is None:
        raise NotFound
    return found


def first_locations(business_ids: Collection[UUID]) -> dict[UUID, Location]:
    """The main place of each of these businesses that has one. One SQL query."""
    rows = Location.objects.filter(business__in=business_ids, archived_at=None).order_by("-created_at")
    return {location.business_id: location for location in rows}


def policy(business_id: UUID, group: type[Group]) -> Group:
    """One group of settings with defaults filled in. One SQL query."""
    return group.model_validate(_values(business_id, group.group))


def some_policy(business_ids: Collection[UUID], group: type[Group]) -> dict[UUID, Group]:
    """One group of settings of each of these businesses, defaults filled in. One SQL query, none without businesses."""
    rows = Setting.objects.filter(business__in=business_ids, group=group.group) if business_ids else ()
    stored = {row.business_id: row.values for row in rows}
    return {business_id: group.model_validate(stored.get(business_id, {})) for business_id in business_ids}


def policies_of(business_ids: Collection[UUID]) -> dict[UUID, Policies]:
    """What booking goes by in each of these businesses. One SQL query."""
    stored: dict[UUID, dict[str, Any]] = {business_id: {} for business_id in business_ids}
    for business_id, group, values in Setting.objects.filter(business__in=stored).values_list(
        "business", "group", "values"
    ):
        stored[business_id][group] = values
    return {business_id: Policies.stored(groups) for business_id, groups in stored.items()}


def all_settings(actor: Actor, slug: str) -> list[StoredGroup]:
    """Every group of settings of a business with defaults filled in. Two SQL queries. Raises NotAllowed, NotFound."""
    if not can_see_settings(actor):
        raise NotAllowed
    rows = {row.group: row for row in Setting.objects.filter(business=by_slug(slug))}
    return [
        StoredGroup(kind.model_validate(row.values if row else {}), row.revision if row else 0)
        for kind in GROUPS
        for row in [rows.get(kind.group)]
    ]


def brand(actor: Actor, slug: str) -> Business:
    """A business with all that its editors may see. Raises NotAllowed, NotFound."""
    if not can_see_settings(actor):
        raise NotAllowed
    return by_slug(slug)


def _values(business_id: UUID, group: str) -> dict[str, Any]:
    found = Setting.objects.filter(business_id=business_id, group=group).values_list("values", flat=True).first()
    return found or {}
