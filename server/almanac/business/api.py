"""Doors to businesses and their settings."""

from __future__ import annotations

from django.http import HttpRequest
from ninja import Router

from almanac.business import actions, queries
from almanac.business.errors import UnknownSettings
from almanac.business.models import Setting
from almanac.business.permissions import can_see_settings
from almanac.business.schemas import BusinessOut, SettingsIn, SettingsOut
from almanac.kit import clock
from almanac.kit.errors import Conflict, NotAllowed, NotFound, responses
from almanac.kit.requests import actor_of, language_of, seen_revision

router = Router(tags=["businesses"])


@router.get("/businesses", response={200: list[BusinessOut], **responses()}, operation_id="businesses")
def businesses(request: HttpRequest) -> list[BusinessOut]:
    """All businesses of this installation, for anybody."""
    return [BusinessOut.of(found, language_of(request)) for found in queries.open_businesses()]


@router.get(
    "/businesses/{slug}/settings/{group}",
    response={200: SettingsOut, **responses(NotFound, NotAllowed, UnknownSettings)},
    operation_id="settings",
)
def settings(request: HttpRequest, slug: str, group: str) -> SettingsOut:
    """One group of settings with defaults filled in. Admins only."""
    if not can_see_settings(actor_of(request)):
        raise NotAllowed
    kind = actions.group_named(group)
    row = Setting.objects.filter(business=queries.by_slug(slug), group=group).first()
    values = kind.model_validate(row.values if row else {}).model_dump(mode="json")
    return SettingsOut(group=group, values=values, revision=row.revision if row else 0)


@router.put(
    "/businesses/{slug}/settings/{group}",
    response={200: SettingsOut, **responses(NotFound, NotAllowed, UnknownSettings, Conflict)},
    operation_id="change_settings",
)
def change_settings(request: HttpRequest, slug: str, group: str, payload: SettingsIn) -> SettingsOut:
    """Replace one group of settings. Admins only; send If-Match to be told of others' changes."""
    values, revision = actions.change_settings(
        actor=actor_of(request),
        business=queries.by_slug(slug),
        group=group,
        values=payload.values,
        revision=seen_revision(request),
        now=clock.now(),
    )
    return SettingsOut(group=group, values=values.model_dump(mode="json"), revision=revision)
