"""Services as lines of a spreadsheet."""

from __future__ import annotations

from almanac.catalog.models import Service
from almanac.kit.exports import Column, decimal
from almanac.kit.localized import text_in
from almanac.kit.titles import BUSINESS, CURRENCY, SERVICE

CATEGORY = {"en": "Category", "uk": "Категорія", "es": "Categoría", "fr": "Catégorie", "de": "Kategorie"}
MINUTES = {"en": "Minutes", "uk": "Хвилини", "es": "Minutos", "fr": "Minutes", "de": "Minuten"}
PRICE = {"en": "Price", "uk": "Ціна", "es": "Precio", "fr": "Prix", "de": "Preis"}
PEOPLE = {"en": "People", "uk": "Люди", "es": "Personas", "fr": "Personnes", "de": "Personen"}


def service_columns(language: str) -> list[Column[Service]]:
    """What the list of services shows."""
    return [
        Column(SERVICE, lambda row: text_in(row.name, language)),
        Column(BUSINESS, lambda row: row.business.name),
        Column(CATEGORY, lambda row: text_in(row.category.name, language)),
        Column(MINUTES, lambda row: row.duration_minutes),
        Column(PRICE, lambda row: decimal(row.price_amount)),
        Column(CURRENCY, lambda row: row.currency),
        Column(PEOPLE, lambda row: getattr(row, "people", 0)),
    ]
