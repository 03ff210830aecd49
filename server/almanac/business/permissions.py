"""Who may do what with businesses."""

from __future__ import annotations

from almanac.kit.actor import Actor


def can_change_settings(actor: Actor) -> bool:
    return actor.is_admin


def can_see_settings(actor: Actor) -> bool:
    return actor.is_admin


def can_make_links(actor: Actor) -> bool:
    """Links to a booking and their codes. What they say is public; the page that makes them is the administrators'."""
    return actor.is_admin
