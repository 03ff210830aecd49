"""Files are kept: the bytes first, then the row that tells of them."""

from __future__ import annotations

import hashlib
from collections.abc import Collection
from datetime import datetime
from uuid import UUID

from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.db import transaction
from django.db.models import Sum
from django.db.models.functions import Coalesce

from almanac.files.errors import FilesFull
from almanac.files.events import PictureKept
from almanac.files.models import Asset, PrivateFile
from almanac.files.pictures import CONTENT_TYPE, ENDING, Picture
from almanac.files.uploads import Upload
from almanac.kit import ids
from almanac.kit.actor import Actor
from almanac.outbox.actions import emit

MOST_FILES, MOST_BYTES_OF_ALL = 12, 40 * 1024 * 1024  # of one owner
PURGE_AT_ONCE = 100


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


def store_private(upload: Upload, *, owner: str, now: datetime) -> PrivateFile:
    """Store the bytes of a checked upload; the row that comes back is not saved yet. Goes before any transaction."""
    file_id = ids.new_id()
    key = default_storage.save(f"private/{now:%Y/%m}/{file_id.hex}.{upload.ending}", ContentFile(upload.content))
    return PrivateFile(
        id=file_id,
        created_at=now,
        owner=owner,
        name=upload.name,
        key=key,
        content_type=upload.content_type,
        size=len(upload.content),
    )


def keep_private(file: PrivateFile, *, now: datetime) -> PrivateFile:
    """Save the row of a private file, if its owner may have one more; the caller holds the owner's lock.

    Raises FilesFull: then the bytes go again.
    """
    kept = PrivateFile.objects.filter(owner=file.owner, expires_at=None)
    bytes_kept = kept.aggregate(sum=Coalesce(Sum("size"), 0))["sum"]
    if kept.count() >= MOST_FILES or bytes_kept + file.size > MOST_BYTES_OF_ALL:
        raise FilesFull(most_files=MOST_FILES, most_bytes=MOST_BYTES_OF_ALL)
    file.save(force_insert=True)
    return file


def forget_bytes(file: PrivateFile) -> None:
    """Take back the bytes of a file whose row was never saved."""
    default_storage.delete(file.key)


def hand_over(*, owner: str, to: str, file_ids: Collection[UUID]) -> None:
    """These files belong to another owner from now on; in the caller's transaction."""
    if file_ids:
        PrivateFile.objects.filter(owner=owner, pk__in=file_ids, expires_at=None).update(owner=to)


def let_go(*, owners: Collection[str], now: datetime, keep: Collection[UUID] = ()) -> None:
    """Nobody reads the files of these owners any more, but for those to `keep`; the next purge takes their bytes."""
    PrivateFile.objects.filter(owner__in=owners, expires_at=None).exclude(pk__in=keep).update(expires_at=now)


def drop_private(*, owner: str, file_id: UUID, now: datetime) -> bool:
    """Nobody reads this file of the owner any more; False where it is none of theirs."""
    return bool(PrivateFile.objects.filter(owner=owner, pk=file_id, expires_at=None).update(expires_at=now))


def purge_private(*, now: datetime) -> int:
    """Remove files that are over, bytes first: dying in between leaves a row to try again, never bytes nobody names."""
    total = 0
    over = PrivateFile.objects.filter(expires_at__lte=now).order_by("expires_at")
    while found := list(over.only("key")[:PURGE_AT_ONCE]):
        for file in found:
            default_storage.delete(file.key)
        PrivateFile.objects.filter(pk__in=[file.pk for file in found]).delete()
        total += len(found)
    return total
