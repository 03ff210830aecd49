"""Bundles of services: made, changed, put away and brought back."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from uuid import UUID

from django.db import transaction

from almanac.catalog.actions import texts
from almanac.catalog.actions.saving import begun_or_locked, check_may, check_range, differences, locked, put_away
from almanac.catalog.events import BundleChanged
from almanac.catalog.models import Bundle
from almanac.catalog.queries.bundles import Unsound, unsound
from almanac.catalog.queries.offers import some_on_offer
from almanac.kit import wording
from almanac.kit.actor import Actor
from almanac.kit.errors import InvalidInput
from almanac.outbox.actions import emit

FEWEST_STEPS, MOST_STEPS = 2, 8
WHOLE = 10_000  # basis points
FIELDS = ("slug", "name", "description", "service_ids", "timing", "same_person", "percent_bp", "is_visible")
WORDS = {
    Unsound.SERVICES: ("service_ids", "Choose services of this business that can be booked."),
    Unsound.CURRENCIES: ("service_ids", "All its services must have prices in one currency."),
    Unsound.NOT_IN_A_ROW: (
        "timing",
        "Only services at the customer’s door, for one household each, are done in a row.",
    ),
    Unsound.NOBODY: ("same_person", "Nobody delivers all of these services."),
}


@dataclass(frozen=True, slots=True)
class BundleWish:
    """All that a bundle is to say; its services in their order. `percent_bp` in hundredths of a percent."""

    name: Mapping[str, str]
    service_ids: Sequence[UUID]
    timing: str
    business_id: UUID | None = None  # of a new one; it never changes
    same_person: bool = False
    percent_bp: int = 0
    description: Mapping[str, str] = field(default_factory=dict)
    is_visible: bool = True


def save_bundle(
    *, actor: Actor, bundle_id: UUID | None, wish: BundleWish, revision: int | None, now: datetime
) -> Bundle:
    """Write a bundle, a new one without `bundle_id`. Who put it into a basket before sees what changed; what was sold stays.

    Raises NotAllowed, NotFound, Conflict, InvalidInput with every field that cannot be used.
    """
    check_may(actor)
    with transaction.atomic():
        bundle = begun_or_locked(Bundle, bundle_id, business_id=wish.business_id, revision=revision)
        before = _facts(bundle) if bundle_id else {}
        bundle.name = wording.cleaned(wish.name)
        bundle.description = wording.cleaned(wish.description, lines=True)
        bundle.service_ids = [str(key) for key in wish.service_ids]
        bundle.timing, bundle.percent_bp, bundle.is_visible = wish.timing, wish.percent_bp, wish.is_visible
        bundle.same_person = wish.same_person and bundle.in_a_row
        _check(bundle)
        if not bundle.slug:
            bundle.slug = texts.free_slug("", bundle.name, set(Bundle.objects.values_list("slug", flat=True)))
        bundle.revision += 1
        bundle.save()
        old, new = differences(before, _facts(bundle))
        if old or new:
            emit(_event(bundle, "changed" if before else "added", old, new), actor=actor, at=now)
    return bundle


def archive_bundle(*, actor: Actor, bundle_id: UUID, archived: bool, now: datetime) -> Bundle:
    """Take it off the shelf, or put it back. In baskets it is incomplete meanwhile. Raises NotAllowed, NotFound."""
    check_may(actor)
    with transaction.atomic():
        bundle = locked(Bundle, bundle_id, None)
        if put_away(bundle, archived=archived, now=now):
            emit(_event(bundle, "archived" if archived else "restored", {}, {}), actor=actor, at=now)
    return bundle


def _check(bundle: Bundle) -> None:
    faults: wording.Faults = {}
    wording.judge(faults, "name", bundle.name, longest=texts.NAME_LENGTH, needed=True)
    wording.judge(faults, "description", bundle.description, longest=texts.TEXT_LENGTH)
    check_range(faults, "percent_bp", bundle.percent_bp, 0, WHOLE)
    if not bundle.percent_bp and not bundle.in_a_row:
        faults["percent_bp"] = ["Say how much comes off: at their full price, services apart need no bundle."]
    if not FEWEST_STEPS <= len(bundle.service_ids) <= MOST_STEPS:
        faults["service_ids"] = [f"Choose {FEWEST_STEPS} to {MOST_STEPS} services."]
    else:
        fault = unsound(bundle, some_on_offer({UUID(key): () for key in bundle.service_ids}))
        if fault is not None:
            name, words = WORDS[fault]
            faults[name] = [words]
    if faults:
        raise InvalidInput(fields=faults)


def _facts(bundle: Bundle) -> dict[str, object]:
    return {name: getattr(bundle, name) for name in FIELDS}


def _event(bundle: Bundle, what: str, before: dict[str, object], after: dict[str, object]) -> BundleChanged:
    return BundleChanged(business_id=bundle.business_id, bundle_id=bundle.pk, what=what, before=before, after=after)
