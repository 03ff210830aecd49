"""What the API says about stored files."""

from __future__ import annotations

from typing import Self

from ninja import Schema

from almanac.files.models import Asset
from almanac.files.queries import address_of


class PictureOut(Schema):
    """A picture as it is kept: where browsers find it, and its size in pixels."""

    url: str
    width: int
    height: int

    @classmethod
    def of(cls, asset: Asset) -> Self:
        return cls(url=address_of(asset), width=asset.width, height=asset.height)
