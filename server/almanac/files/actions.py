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


def keep_picture(*, actor: Actor, picture: Picture, now: datetime) -> Asset:
    """Store a picture that anybody may see. The name in the storage tells nothing of what was sent.

    The bytes go first: a failure in between leaves a file that nobody names, never a row without its file.
    """
    asset_id = ids.new_id()
    wanted = f"pictures/{now:%Y/%m}/{asset_id.hex}.{ENDING}"
    key = default_storage.save(wanted, ContentFile(picture.content))
    with transaction.atomic():
        asset = Asset.objects.create(
            id=asset_id,
            created_at=now,
            key=key,
            content_type=CONTENT_TYPE,
            size=len(picture.content),
            width=picture.width,
            height=picture.height,
            digest=hashlib.sha256(picture.content).hexdigest(),
        )
        emit(PictureKept(asset_id=asset.pk), actor=actor, at=now)
    return asset
