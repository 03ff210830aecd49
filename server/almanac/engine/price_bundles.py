"""Services that are sold together: what a bundle takes off, and each line's share. Pure; see docs/algorithms/bundles.md."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from almanac.engine.price_facts import Step, StepKind
from almanac.kit.money import round_half_even, split

WHOLE = 10_000  # basis points


@dataclass(frozen=True, slots=True)
class Bundle:
    """A bundle that is complete: what it is called, the lines it is of, and what comes off their service parts."""

    label: str
    percent_bp: int
    line_ids: tuple[str, ...]


def bundle_steps(bundles: Sequence[Bundle], parts: Mapping[str, int]) -> dict[str, tuple[Step, ...]]:
    """What comes off each line whose bundle is whole, by line; `parts` are the service parts of all that are priced.

    Raises ValueError for a line of two bundles, and for a percentage that takes off more than there is.
    """
    found: dict[str, tuple[Step, ...]] = {}
    named = [line_id for bundle in bundles for line_id in bundle.line_ids]
    if len(set(named)) < len(named) or any(not 0 <= bundle.percent_bp <= WHOLE for bundle in bundles):
        raise ValueError("a line is of one bundle, which takes off no more than all of it")
    for bundle in bundles:
        if not parts.keys() >= set(bundle.line_ids):
            continue
        for line_id, amount in _shares(bundle, parts).items():
            if amount:
                found[line_id] = (Step(StepKind.BUNDLE, bundle.label, 1, -amount, -amount, -bundle.percent_bp),)
    return found


def _shares(bundle: Bundle, parts: Mapping[str, int]) -> dict[str, int]:
    """Its saving over its lines by largest remainder, equal ones in the order of the keys."""
    weights = {line_id: parts[line_id] for line_id in sorted(bundle.line_ids)}
    whole = sum(weights.values())
    if not whole:
        return {}
    saving = round_half_even(whole * bundle.percent_bp, WHOLE)
    return dict(zip(weights, split(saving, list(weights.values())), strict=True))
