"""The list of customers as a file for spreadsheets: its columns, with a title in each language."""

from __future__ import annotations

from collections.abc import Sequence

from almanac.customers.queries.records import usual
from almanac.kit.exports import Column, local
from almanac.kit.titles import EMAIL, NAME, PHONE, POSTCODE
from almanac.people.models import Customer
from almanac.places.models import Address

ZONE = "Europe/London"  # as the list shows them
ADDRESS = {"en": "Address", "uk": "Адреса", "es": "Dirección", "fr": "Adresse", "de": "Adresse"}
TOWN = {"en": "Town", "uk": "Місто", "es": "Localidad", "fr": "Ville", "de": "Ort"}
TAGS = {"en": "Tags", "uk": "Позначки", "es": "Etiquetas", "fr": "Étiquettes", "de": "Schlagwörter"}
NEXT = {
    "en": "Next visit",
    "uk": "Наступний візит",
    "es": "Próxima visita",
    "fr": "Prochain rendez-vous",
    "de": "Nächster Termin",
}
LAST = {
    "en": "Last visit",
    "uk": "Останній візит",
    "es": "Última visita",
    "fr": "Dernier rendez-vous",
    "de": "Letzter Termin",
}
ADDED = {"en": "Added on", "uk": "Додано", "es": "Añadido el", "fr": "Ajouté le", "de": "Angelegt am"}


def customer_columns() -> Sequence[Column[Customer]]:
    """For those who may see all of it; each row comes with its parts."""
    return (
        Column(NAME, lambda row: row.name),
        Column(EMAIL, lambda row: row.email),
        Column(PHONE, lambda row: row.phone),
        Column(ADDRESS, lambda row: _part(row, "line1")),
        Column(TOWN, lambda row: _part(row, "city")),
        Column(POSTCODE, lambda row: _part(row, "postcode")),
        Column(TAGS, lambda row: ", ".join(tag.name for tag in row.tags.all())),
        Column(NEXT, lambda row: local(row.next_visit_at, ZONE)),  # type: ignore[attr-defined]
        Column(LAST, lambda row: local(row.last_visit_at, ZONE)),  # type: ignore[attr-defined]
        Column(ADDED, lambda row: local(row.created_at, ZONE)),
    )


def _part(row: Customer, name: str) -> str:
    address: Address | None = usual(row.current)  # type: ignore[attr-defined]
    return str(getattr(address, name)) if address else ""
