"""Bundles in a basket: which lines are of one, and whether it is complete (docs/algorithms/bundles.md)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from uuid import UUID

from almanac.booking.content import BasketContent, LineContent
from almanac.catalog.models import Bundle
from almanac.catalog.queries.bundles import can_be_booked, some_bundles
from almanac.catalog.queries.offers import OnOffer
from almanac.engine import price_bundles as engine
from almanac.kit.localized import text_in
from almanac.sales.bundles import BundleSold


class Gap(StrEnum):
    """Why a bundle in a basket saves nothing, the first reason that holds."""

    OFF_SHELF = "off_shelf"
    MISSING = "missing"
    CHANGED = "changed"
    PARTED = "parted"


@dataclass(frozen=True, slots=True)
class BundleLines:
    """One bundle as it was put in, with those of its lines that are there."""

    instance: UUID
    bundle: Bundle
    lines: tuple[LineContent, ...]
    gap: Gap | None

    def priced(self, language: str) -> engine.Bundle:
        """As the engine is told of it."""
        line_ids = tuple(str(line.id) for line in self.lines)
        return engine.Bundle(text_in(self.bundle.name, language), self.bundle.percent_bp, line_ids)

    def sold(self, language: str) -> BundleSold:
        """As its order lines keep it."""
        alone = self.bundle.in_a_row and all(line.bundle and line.bundle.same_person for line in self.lines)
        return BundleSold(self.bundle.pk, self.instance, text_in(self.bundle.name, language), alone)


def bundles_in(content: BasketContent, offers: Mapping[UUID, OnOffer]) -> tuple[BundleLines, ...]:
    """The bundles of a basket in the order of their first lines. One SQL query, none without bundles."""
    marked: dict[UUID, list[LineContent]] = {}
    for line in content.lines:
        if line.bundle is not None:
            marked.setdefault(line.bundle.instance, []).append(line)
    known = some_bundles({line.bundle.bundle_id for lines in marked.values() for line in lines if line.bundle})
    found = []
    for instance, lines in marked.items():
        bundle = known.get(lines[0].bundle.bundle_id) if lines[0].bundle else None
        if bundle is not None:
            found.append(BundleLines(instance, bundle, tuple(lines), _gap(bundle, lines, offers)))
    return tuple(found)


def _gap(bundle: Bundle, lines: Sequence[LineContent], offers: Mapping[UUID, OnOffer]) -> Gap | None:
    marks = [line.bundle for line in lines if line.bundle]
    if bundle.archived_at or not bundle.is_visible:
        return Gap.OFF_SHELF
    if len(lines) < marks[0].size:
        return Gap.MISSING
    wanted, there = bundle.service_ids, [str(line.service_id) for line in lines]
    if Counter(wanted) != Counter(there) or (bundle.in_a_row and wanted != there):
        return Gap.CHANGED
    if not can_be_booked(bundle, offers):
        return Gap.OFF_SHELF
    if bundle.same_person and not all(mark.same_person for mark in marks):
        return Gap.CHANGED
    visits = {line.visit for line in lines}
    return Gap.PARTED if bundle.in_a_row and (None in visits or len(visits) > 1) else None
