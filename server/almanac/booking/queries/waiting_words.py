"""What entries of the waiting list name: services and extras, in a reader's language."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from uuid import UUID

from almanac.booking.content import WaitingContent
from almanac.booking.models import WaitingEntry
from almanac.booking.queries.waiting import wish_of
from almanac.catalog.models import Extra, Service
from almanac.kit.localized import LocalizedText, text_in


@dataclass(frozen=True, slots=True)
class WaitingWords:
    """Names by id, in all languages."""

    names: Mapping[UUID, LocalizedText]
    extra_names: Mapping[UUID, LocalizedText]

    def services(self, content: WaitingContent, language: str) -> list[str]:
        """The services of the visit, in their order."""
        return [text_in(self.names.get(line.service_id, {}), language) for line in content.lines]

    def extras(self, content: WaitingContent, language: str) -> list[tuple[str, int]]:
        """Everything chosen with them, and how many of it."""
        items = [item for line in content.lines for item in line.extras if item.extra_id in self.extra_names]
        return [(text_in(self.extra_names[item.extra_id], language), item.quantity) for item in items]


def words_for(entries: Iterable[WaitingEntry]) -> WaitingWords:
    """The names that some entries hold: two SQL queries for any number."""
    lines = [line for entry in entries for line in wish_of(entry).lines]
    services = Service.objects.filter(pk__in={line.service_id for line in lines})
    extras = Extra.objects.filter(pk__in={item.extra_id for line in lines for item in line.extras})
    return WaitingWords(dict(services.values_list("pk", "name")), dict(extras.values_list("pk", "name")))
