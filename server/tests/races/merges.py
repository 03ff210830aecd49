"""Merging and undoing as commands of the crowd's processes, for records that are one person twice."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from almanac.customers.actions import merging
from almanac.customers.models import Merge
from almanac.kit.actor import SYSTEM
from almanac.kit.errors import AlmanacError
from almanac.people.models import Customer
from almanac.places.models import Address
from almanac.scheduling.tests.factories import NOW


def build_twins() -> dict[str, str]:
    """Two records, each with an address."""
    twins = [Customer.objects.create(name=name, phone="+447700900300") for name in ("First", "Second")]
    for twin in twins:
        Address.objects.create(
            customer=twin, line1="1 Plain Street", city="London", postcode="SW11 1AA", latitude=51.5, longitude=-0.1
        )
    return {"first": str(twins[0].pk), "second": str(twins[1].pk)}


def merge_twins(*, kept: str, absorbed: str) -> dict[str, str]:
    """Merge, or the code of the refusal."""
    try:
        row = merging.merge(actor=SYSTEM, kept_id=UUID(kept), absorbed_id=UUID(absorbed), now=NOW)
    except AlmanacError as refusal:
        return {"refused": refusal.code}
    return {"merge": str(row.pk)}


def undo_twins(*, merge: str) -> dict[str, str]:
    """Undo, or the code of the refusal."""
    try:
        row = merging.undo_merge(actor=SYSTEM, merge_id=UUID(merge), now=NOW)
    except AlmanacError as refusal:
        return {"refused": refusal.code}
    return {"merge": str(row.pk)}


def look_at_twins(*, first: str, second: str) -> dict[str, Any]:
    """How many addresses each has, which are archived, and how many merges stand."""
    rows = {str(row.pk): row for row in Customer.objects.filter(pk__in=[first, second])}
    return {
        "addresses": [Address.objects.filter(customer=rows[key]).count() for key in (first, second)],
        "archived": [rows[key].archived_at is not None for key in (first, second)],
        "standing": Merge.objects.filter(absorbed__in=[first, second], undone_at=None).count(),
    }


COMMANDS: dict[str, Any] = {
    "build_twins": build_twins,
    "merge_twins": merge_twins,
    "undo_twins": undo_twins,
    "look_at_twins": look_at_twins,
}
