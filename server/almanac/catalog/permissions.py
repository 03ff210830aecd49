"""Who may change what is on offer."""

from __future__ import annotations

from almanac.kit.actor import Actor


def can_edit_catalogue(actor: Actor) -> bool:
    """Prices and promises are the administrators' to set."""
    return actor.is_admin
