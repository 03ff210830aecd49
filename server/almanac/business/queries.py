"""Reads of businesses and their settings. Businesses are public; settings are for the team."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any, TypeVar
from uuid import UUID

from django.db.models import QuerySet

from almanac.business.models import Business, Location, Setting
from almanac.business.policies import Policies, SettingsGroup
from almanac.kit.errors import NotFound

Group = TypeVar("Group", bound=SettingsGroup)


def open_businesses() -> QuerySet[Business]:
    """Businesses that are not archived, in their order."""
    return Business.objects.filter(archived_at=None)


def by_slug(slug: str) -> Business:
    """One open business. Raises NotFound."""
    found = open_businesses().filter(slug=slug).first()
    if found is None:
        raise NotFound
    return found


def first_location(business_id: UUID) -> Location | None:
    """The business's main place."""
    return Location.objects.filter(business_id=business_id, archived_at=None).order_by("created_at").first()


def policy(business_id: UUID, group: type[Group]) -> Group:
    """One group of settings with defaults filled in. One SQL query."""
    return group.model_validate(_values(business_id, group.group))


def policies_of(business_ids: Collection[UUID]) -> dict[UUID, Policies]:
    """What booking goes by in each of these businesses. One SQL query."""
    stored: dict[UUID, dict[str, Any]] = {business_id: {} for business_id in business_ids}
    for business_id, group, values in Setting.objects.filter(business__in=stored).values_list(
        "business", "group", "values"
    ):
        stored[business_id][group] = values
    return {business_id: Policies.stored(groups) for business_id, groups in stored.items()}


def _values(business_id: UUID, group: str) -> dict[str, Any]:
    found = Setting.objects.filter(business_id=business_id, group=group).values_list("values", flat=True).first()
    return found or {}
