"""Doors to businesses and their settings."""

from __future__ import annotations

from django.http import HttpRequest
from ninja import Router

from almanac.business import queries
from almanac.business.actions import settings as actions
from almanac.business.actions.brand import change_brand
from almanac.business.errors import UnknownSettings
from almanac.business.models import Setting
from almanac.business.permissions import can_see_settings
from almanac.business.policies import WidgetPolicy
from almanac.business.schemas import (
    BrandIn,
    BrandOut,
    BusinessOut,
    PlaceOut,
    SettingsGroupOut,
    SettingsIn,
    SettingsOut,
    WidgetOut,
)
from almanac.kit import clock
from almanac.kit.errors import Conflict, NotAllowed, NotFound, responses
from almanac.kit.requests import actor_of, language_of, seen_revision

router = Router(tags=["businesses"])


@router.get("/businesses", response={200: list[BusinessOut], **responses()}, operation_id="businesses")
def businesses(request: HttpRequest) -> list[BusinessOut]:
    """All businesses of this installation, for anybody."""
    return [BusinessOut.of(found, language_of(request)) for found in queries.open_businesses()]


@router.get("/places", response={200: list[PlaceOut], **responses()}, operation_id="places")
def places(request: HttpRequest, business: str) -> list[PlaceOut]:
    """The open places of a business (its slug), for anybody."""
    return [PlaceOut.of(found) for found in queries.places_of(business)]


@router.get("/businesses/{slug}/widget", response={200: WidgetOut, **responses(NotFound)}, operation_id="widget")
def widget(request: HttpRequest, slug: str) -> WidgetOut:
    """The sites that may show this business's booking journey inside their pages, as every widget page says it."""
    return WidgetOut(sites=list(queries.policy(queries.by_slug(slug).id, WidgetPolicy).sites))


@router.get(
    "/businesses/{slug}/brand", response={200: BrandOut, **responses(NotFound, NotAllowed)}, operation_id="brand"
)
def brand(request: HttpRequest, slug: str) -> BrandOut:
    """How a business shows itself, in every language. Admins only."""
    return BrandOut.of(queries.brand(actor_of(request), slug))


@router.put(
    "/businesses/{slug}/brand",
    response={200: BrandOut, **responses(NotFound, NotAllowed, Conflict)},
    operation_id="change_brand",
)
def replace_brand(request: HttpRequest, slug: str, payload: BrandIn) -> BrandOut:
    """Replace all that a brand says. Admins only; send If-Match to be told of others' changes."""
    revision, now = seen_revision(request), clock.now()
    return BrandOut.of(
        change_brand(actor=actor_of(request), slug=slug, wish=payload.wish(), revision=revision, now=now)
    )


@router.get(
    "/businesses/{slug}/settings",
    response={200: list[SettingsGroupOut], **responses(NotFound, NotAllowed)},
    operation_id="all_settings",
)
def all_settings(request: HttpRequest, slug: str) -> list[SettingsGroupOut]:
    """Every group of settings with the bounds, unit and default of each. Admins only."""
    return [SettingsGroupOut.of(stored) for stored in queries.all_settings(actor_of(request), slug)]


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
