"""Who may use the doors to messages."""

from __future__ import annotations

from almanac.kit.doors import ADMINS, Door, Doors, Who

DOORS: Doors = {
    "deliveries": Door(
        frozenset({Who.MANAGER, Who.ADMIN}), "messages and what became of them, of staff in scope or all", lists=True
    ),
    "disputes": Door(ADMINS, "disputes of payments", lists=True),
    "dispute_evidence": Door(ADMINS, "our records of a disputed payment"),
    "answer_dispute": Door(ADMINS, "our records, sent to the company"),
}
