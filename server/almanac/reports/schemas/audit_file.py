"""The audit log as lines of a spreadsheet."""

from __future__ import annotations

from uuid import UUID
from zoneinfo import ZoneInfo

from almanac.kit.exports import Column, local
from almanac.kit.titles import BUSINESS, WHAT, WHO
from almanac.outbox.models import EventRow
from almanac.reports.queries.told import Change, Fact, Told, told

WHEN = {"en": "When", "uk": "Коли", "es": "Cuándo", "fr": "Quand", "de": "Wann"}
ROLE = {"en": "Role", "uk": "Роль", "es": "Rol", "fr": "Rôle", "de": "Rolle"}
ABOUT = {"en": "About", "uk": "Про що", "es": "Sobre", "fr": "À propos de", "de": "Worüber"}
FACTS = {"en": "Details", "uk": "Подробиці", "es": "Detalles", "fr": "Détails", "de": "Einzelheiten"}
BEFORE = {"en": "Before", "uk": "До", "es": "Antes", "fr": "Avant", "de": "Vorher"}
AFTER = {"en": "After", "uk": "Після", "es": "Después", "fr": "Après", "de": "Nachher"}


class AuditFile:
    """The columns, and the names that a chunk of events needs: read for the whole chunk at once."""

    def __init__(self, *, zone: ZoneInfo, language: str) -> None:
        self._zone, self._language = zone, language
        self._told: dict[UUID, Told] = {}

    def prepare(self, chunk: list[EventRow]) -> None:
        """Look up what this chunk's ids mean; the one before it is forgotten."""
        self._told = {found.event.pk: found for found in told(chunk, language=self._language)}

    def columns(self) -> list[Column[EventRow]]:
        """What the list shows. The event's own name stands for it: a program can read that too."""
        return [
            Column(WHEN, lambda event: local(event.at, self._zone.key)),
            Column(WHO, lambda event: self._told[event.pk].who),
            Column(ROLE, lambda event: event.actor_role),
            Column(WHAT, lambda event: event.name),
            Column(BUSINESS, lambda event: self._told[event.pk].business),
            Column(ABOUT, lambda event: ", ".join(name.text for name in self._told[event.pk].about)),
            Column(FACTS, lambda event: _facts(self._told[event.pk].facts)),
            Column(BEFORE, lambda event: _changes(self._told[event.pk].changes, "before")),
            Column(AFTER, lambda event: _changes(self._told[event.pk].changes, "after")),
        ]


def _facts(facts: list[Fact]) -> str:
    return "; ".join(f"{fact.field}: {', '.join(fact.values)}" for fact in facts)


def _changes(changes: list[Change], side: str) -> str:
    return "; ".join(f"{change.field}: {', '.join(getattr(change, side))}" for change in changes)
