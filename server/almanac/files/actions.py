"""Files are kept: the bytes first, then the row that tells of them."""

from __future__ import annotations

import hashlib
from datetime import datetime

from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.db import transaction

from almanac.files.events import PictureKept
from almanac.files.models import Asset
from almanac.files.pictures import CONTENT_TYPE, ENDING, Picture
from almanac.kit import ids
from almanac.kit.actor import Actor
from almanac.outbox.actions import emit


def store_picture(picture: Picture, *, now: datetime) -> Asset:
    """Store the bytes of a picture; the row that comes back is not saved yet. The name tells nothing of what was sent.

    Goes before any transaction: the storage may be at the other end of a network. What fails in between leaves a file
    that nobody names, never a row without its file.
    """
    asset_id = ids.new_id()
    key = default_storage.save(f"pictures/{now:%Y/%m}/{asset_id.hex}.{ENDING}", ContentFile(picture.content))
    return Asset(
        id=asset_id,
        created_at=now,
        key=key,
        content_type=CONTENT_TYPE,
        size=len(picture.content),
        width=picture.width,
        height=picture.height,
        digest=hashlib.sha256(picture.content).hexdigest(),
    )


def keep_picture(*, actor: Actor, asset: Asset, now: datetime) -> Asset:
    """Save the row of a picture that was stored: from now on anybody may see it."""
    with transaction.atomic():
        asset.save(force_insert=True)
        emit(PictureKept(asset_id=asset.pk), actor=actor, at=now)
    return asset
