"""Reads of stored files."""

from __future__ import annotations

from uuid import UUID

from django.core.files.storage import default_storage

from almanac.files.models import Asset
from almanac.kit.errors import NotFound


def picture(asset_id: UUID) -> Asset:
    """A picture that anybody may see. Raises NotFound."""
    found = Asset.objects.filter(pk=asset_id).first()
    if found is None:
        raise NotFound
    return found


def content_of(asset: Asset) -> bytes:
    """Its bytes. Raises NotFound when the storage has lost them."""
    try:
        with default_storage.open(asset.key) as file:
            content: bytes = file.read()
    except FileNotFoundError as gone:
        raise NotFound from gone
    return content


def address_of(asset: Asset) -> str:
    """Where a browser finds it: on our own origin, for good, so a CDN may keep it."""
    return f"/api/pictures/{asset.pk}"
