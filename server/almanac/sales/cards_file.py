"""The list of gift cards as a file for spreadsheets."""

from __future__ import annotations

from uuid import UUID

from almanac.kit.exports import Column, decimal, local
from almanac.kit.localized import LocalizedText, text_in
from almanac.kit.titles import BUSINESS, CODE, CURRENCY, ORDER, STATE
from almanac.sales.cards_told import CardState, state_of
from almanac.sales.gift_cards import CardStanding, standings
from almanac.sales.models import GiftCard

STATES: dict[CardState, LocalizedText] = {
    "unpaid": {
        "en": "Not paid yet",
        "uk": "Ще не оплачено",
        "es": "Sin pagar",
        "fr": "Non payée",
        "de": "Noch nicht bezahlt",
    },
    "good": {
        "en": "Can be spent",
        "uk": "Діє",
        "es": "Se puede gastar",
        "fr": "Utilisable",
        "de": "Einlösbar",
    },
    "spent": {"en": "Spent", "uk": "Витрачено", "es": "Gastada", "fr": "Épuisée", "de": "Aufgebraucht"},
    "stopped": {"en": "Stopped", "uk": "Зупинено", "es": "Parada", "fr": "Arrêtée", "de": "Angehalten"},
    "voided": {"en": "Over", "uk": "Недійсна", "es": "Acabada", "fr": "Terminée", "de": "Erledigt"},
}
GIVEN_BY: LocalizedText = {
    "en": "Given by",
    "uk": "Подарував",
    "es": "Regalada por",
    "fr": "Donnée par",
    "de": "Verschenkt von",
}
FOR: LocalizedText = {"en": "For", "uk": "Для кого", "es": "Para", "fr": "Pour", "de": "Für"}
MADE: LocalizedText = {"en": "Made", "uk": "Створено", "es": "Creada", "fr": "Créée le", "de": "Erstellt am"}
SENT: LocalizedText = {"en": "Sent", "uk": "Надіслано", "es": "Enviada", "fr": "Envoyée le", "de": "Geschickt am"}
AMOUNT: LocalizedText = {"en": "Amount", "uk": "Сума", "es": "Importe", "fr": "Montant", "de": "Betrag"}
LEFT: LocalizedText = {"en": "Left", "uk": "Залишок", "es": "Queda", "fr": "Reste", "de": "Übrig"}


class CardsFile:
    """What the list of gift cards shows, without their codes; what is left is read for a whole chunk at once."""

    def __init__(self, language: str) -> None:
        self.language = language
        self.found: dict[UUID, CardStanding] = {}

    def prepare(self, chunk: list[GiftCard]) -> None:
        """One SQL query."""
        self.found = {standing.card.pk: standing for standing in standings(chunk)}

    def columns(self) -> list[Column[GiftCard]]:
        return [
            Column(BUSINESS, lambda row: row.business.name),
            Column(CODE, lambda row: row.ending),
            Column(ORDER, lambda row: row.line.order.number if row.line else ""),
            Column(GIVEN_BY, lambda row: row.given_by.get_full_name() if row.given_by else ""),
            Column(FOR, lambda row: row.recipient_name or row.recipient_email),
            Column(STATE, lambda row: text_in(STATES[state_of(self.found[row.pk])], self.language)),
            Column(MADE, lambda row: local(row.created_at, row.business.zone)),
            Column(SENT, lambda row: local(row.delivered_at, row.business.zone)),
            Column(AMOUNT, lambda row: decimal(row.amount)),
            Column(LEFT, lambda row: decimal(self.found[row.pk].balance)),
            Column(CURRENCY, lambda row: row.currency),
        ]
