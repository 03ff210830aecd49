"""Reads of stored files."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from datetime import datetime
from uuid import UUID

from django.core.files.base import File
from django.core.files.storage import default_storage

from almanac.files.links import file_id_in
from almanac.files.models import Asset, PrivateFile
from almanac.kit.actor import Actor
from almanac.kit.errors import NotFound

BIT = 64 * 1024  # bytes read at once


def picture(asset_id: UUID) -> Asset:
    """A picture that anybody may see. Raises NotFound."""
    found = Asset.objects.filter(pk=asset_id).first()
    if found is None:
        raise NotFound
    return found


def content_of(asset: Asset | PrivateFile) -> bytes:
    """Its bytes. Raises NotFound when the storage has lost them."""
    try:
        with default_storage.open(asset.key) as file:
            content: bytes = file.read()
    except FileNotFoundError as gone:
        raise NotFound from gone
    return content


def piece_of(file: PrivateFile, *, first: int, length: int) -> Iterator[bytes]:
    """Bytes of a file from `first` on, `length` of them, a bit at a time; the storage is opened before anything is sent.

    Raises NotFound when the storage has lost them.
    """
    try:
        opened = default_storage.open(file.key)
    except FileNotFoundError as gone:
        raise NotFound from gone
    opened.seek(first)
    return _bits(opened, length)


def _bits(opened: File[bytes], length: int) -> Iterator[bytes]:
    with opened:
        while length > 0 and (bit := opened.read(min(BIT, length))):
            length -= len(bit)
            yield bit


def address_of(asset: Asset) -> str:
    """Where a browser finds it: on our own origin, for good, so a CDN may keep it."""
    return f"/api/pictures/{asset.pk}"


def asset_id_in(address: str) -> UUID | None:
    """The picture that an address of ours names, or None for another address."""
    _, prefix, text = address.partition("/api/pictures/")
    try:
        return UUID(text) if prefix else None
    except ValueError:
        return None


def is_kept(address: str) -> bool:
    """Whether this is the address of a picture we keep. One SQL query, none for what cannot be one."""
    asset_id = asset_id_in(address)
    asset = Asset.objects.filter(pk=asset_id).first() if asset_id else None
    return asset is not None and address == address_of(asset)


def linked_file(token: str, *, reader: Actor, now: datetime) -> PrivateFile:
    """The private file that this link opens for this reader. Raises NotFound."""
    file_id = file_id_in(token, reader=reader, now=now)
    found = PrivateFile.objects.filter(pk=file_id, expires_at=None).first() if file_id else None
    if found is None:
        raise NotFound
    return found


def private_files(owner: str, file_ids: Collection[UUID]) -> dict[UUID, PrivateFile]:
    """Those of the files that are this owner's and not over, by id. One SQL query, none without ids."""
    if not file_ids:
        return {}
    return {file.pk: file for file in PrivateFile.objects.filter(owner=owner, pk__in=file_ids, expires_at=None)}


def private_files_of(owners: Collection[str]) -> dict[str, list[PrivateFile]]:
    """All files of these owners that are not over, the oldest first, by owner. One SQL query, none without owners."""
    found: dict[str, list[PrivateFile]] = {owner: [] for owner in owners}
    rows = PrivateFile.objects.filter(owner__in=owners, expires_at=None).order_by("created_at", "pk") if owners else ()
    for file in rows:
        found[file.owner].append(file)
    return found


def private_files_kept_for(kind: str, file_ids: Collection[UUID]) -> dict[UUID, PrivateFile]:
    """Those of the files that belong to some owner of this kind (what stands before the colon) and are not over, by id.

    For ids that were written down by whoever kept the files, never for what a browser sent. One SQL query, none without ids.
    """
    if not file_ids:
        return {}
    rows = PrivateFile.objects.filter(owner__startswith=f"{kind}:", pk__in=file_ids, expires_at=None)
    return {file.pk: file for file in rows}
