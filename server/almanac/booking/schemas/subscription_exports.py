"""Subscriptions as lines of a spreadsheet."""

from __future__ import annotations

from almanac.kit.exports import Column, decimal, local
from almanac.kit.localized import LocalizedText, text_in
from almanac.kit.titles import CURRENCY, CUSTOMER, SERVICE, STATE
from almanac.sales.models import Subscription

State = Subscription.State
STATES: dict[str, LocalizedText] = {
    State.ACTIVE: {"en": "Active", "uk": "Діє", "es": "Activa", "fr": "En cours", "de": "Läuft"},
    State.PAUSED: {"en": "Paused", "uk": "Призупинено", "es": "En pausa", "fr": "En pause", "de": "Pausiert"},
    State.ENDED: {"en": "Ended", "uk": "Завершено", "es": "Terminada", "fr": "Terminée", "de": "Beendet"},
    State.CANCELLED: {"en": "Cancelled", "uk": "Скасовано", "es": "Cancelada", "fr": "Annulée", "de": "Gekündigt"},
}
STARTED = {"en": "Booked", "uk": "Заброньовано", "es": "Reservada", "fr": "Réservée le", "de": "Gebucht am"}
FIRST = {
    "en": "First visit",
    "uk": "Перший візит",
    "es": "Primera visita",
    "fr": "Première visite",
    "de": "Erster Termin",
}
MONTHS = {"en": "Months", "uk": "Місяців", "es": "Meses", "fr": "Mois", "de": "Monate"}
EACH = {"en": "Each visit", "uk": "Кожен візит", "es": "Cada visita", "fr": "Chaque visite", "de": "Je Termin"}


def subscription_columns(language: str) -> list[Column[Subscription]]:
    """What the list of subscriptions shows."""
    return [
        Column(CUSTOMER, lambda row: row.customer.name),
        Column(SERVICE, lambda row: row.name),
        Column(STATE, lambda row: text_in(STATES[row.state], language)),
        Column(STARTED, lambda row: local(row.created_at, row.zone)),
        Column(FIRST, lambda row: row.first_on.isoformat()),
        Column(MONTHS, lambda row: row.months),
        Column(EACH, lambda row: decimal(row.price_amount)),
        Column(CURRENCY, lambda row: row.currency),
    ]
