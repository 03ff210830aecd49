"""Reads of businesses and their settings. Businesses are public; settings are for the team."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar
from uuid import UUID

from django.db.models import QuerySet

from almanac.business.models import Business, Location, Setting
from almanac.business.policies import GROUPS, BookingPolicy, SettingsGroup
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


def policies(business_id: UUID) -> dict[type[SettingsGroup], SettingsGroup]:
    """All groups of one business. One SQL query."""
    stored = dict(Setting.objects.filter(business_id=business_id).values_list("group", "values"))
    return {group: group.model_validate(stored.get(group.group, {})) for group in GROUPS}


def with_overrides(policy: BookingPolicy, rules: Mapping[str, Any]) -> BookingPolicy:
    """A business's booking policy with a service's own rules laid over it; both were validated when written."""
    return BookingPolicy.model_validate({**policy.model_dump(), **rules}) if rules else policy


def _values(business_id: UUID, group: str) -> dict[str, Any]:
    found = Setting.objects.filter(business_id=business_id, group=group).values_list("values", flat=True).first()
    return found or {}
