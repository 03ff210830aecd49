"""Who may use the doors to messages."""

from __future__ import annotations

from almanac.kit.doors import Door, Doors, Who

DOORS: Doors = {
    "deliveries": Door(
        frozenset({Who.MANAGER, Who.ADMIN}), "messages and what became of them, of staff in scope or all", lists=True
    ),
}
