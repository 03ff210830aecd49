"""Who may ask questions across modules."""

from __future__ import annotations

from almanac.kit.actor import Actor


def can_read_audit(actor: Actor) -> bool:
    """Only administrators: the audit log tells of everybody's doings."""
    return actor.is_admin


def can_read_books(actor: Actor) -> bool:
    """Only administrators: the books are of all businesses."""
    return actor.is_admin
