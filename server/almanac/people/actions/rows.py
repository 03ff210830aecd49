"""How a changed person is written: the fields that changed, and the revision that tells other tabs."""

from __future__ import annotations

from almanac.people.models import Customer, User


def write(row: User | Customer, changes: dict[str, str]) -> None:
    """Set and save these fields under a new revision; nothing to change is no change."""
    if not changes:
        return
    for field, value in changes.items():
        setattr(row, field, value)
    row.revision += 1
    row.save(update_fields=[*changes, "revision"])
