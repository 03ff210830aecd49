"""What order lines keep of the bundle they were sold in (docs/algorithms/bundles.md)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from uuid import UUID

from almanac.sales.models import BundledLine

NAME_LENGTH = 200


@dataclass(frozen=True, slots=True)
class BundleSold:
    """The bundle that a line is sold in: which, which time of putting it in, its name, and whether one person does the visit."""

    bundle_id: UUID
    instance: UUID
    name: str
    same_person: bool


def keep_bundles(sold: Mapping[UUID, BundleSold]) -> None:
    """Write down, by order line, in which bundle each was sold; in the caller's transaction."""
    BundledLine.objects.bulk_create(
        BundledLine(
            line_id=line_id,
            bundle_id=each.bundle_id,
            instance=each.instance,
            name=each.name[:NAME_LENGTH],
            same_person=each.same_person,
        )
        for line_id, each in sold.items()
    )
