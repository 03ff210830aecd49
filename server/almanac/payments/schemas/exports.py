"""Payments as lines of a spreadsheet."""

from __future__ import annotations

from almanac.kit.exports import Column, decimal, local
from almanac.kit.localized import LocalizedText, text_in
from almanac.kit.titles import CURRENCY, CUSTOMER, ORDER, STATE
from almanac.payments.models import Payment, PaymentState

STATES: dict[str, LocalizedText] = {
    PaymentState.DUE: {
        "en": "To be paid",
        "uk": "До сплати",
        "es": "Por pagar",
        "fr": "À payer",
        "de": "Noch zu zahlen",
    },
    PaymentState.OPEN: {
        "en": "Page open",
        "uk": "Сторінку відкрито",
        "es": "Página abierta",
        "fr": "Page ouverte",
        "de": "Seite offen",
    },
    PaymentState.PENDING: {
        "en": "Bank to answer",
        "uk": "Очікує банк",
        "es": "Espera al banco",
        "fr": "Attend la banque",
        "de": "Bank antwortet noch",
    },
    PaymentState.CAPTURED: {"en": "Paid", "uk": "Сплачено", "es": "Pagado", "fr": "Payé", "de": "Bezahlt"},
    PaymentState.FAILED: {
        "en": "Not paid",
        "uk": "Не сплачено",
        "es": "No pagado",
        "fr": "Non payé",
        "de": "Nicht bezahlt",
    },
    PaymentState.CANCELLED: {
        "en": "Closed",
        "uk": "Закрито",
        "es": "Cerrado",
        "fr": "Fermé",
        "de": "Geschlossen",
    },
}
MADE = {"en": "Begun", "uk": "Розпочато", "es": "Iniciado", "fr": "Commencé", "de": "Begonnen"}
CAPTURED = {"en": "Arrived", "uk": "Надійшло", "es": "Recibido", "fr": "Reçu", "de": "Eingegangen"}
HOW = {"en": "Paid with", "uk": "Спосіб", "es": "Pagado con", "fr": "Payé avec", "de": "Bezahlt mit"}
AMOUNT = {"en": "Amount", "uk": "Сума", "es": "Importe", "fr": "Montant", "de": "Betrag"}
BACK = {"en": "Given back", "uk": "Повернено", "es": "Devuelto", "fr": "Rendu", "de": "Zurückgegeben"}
FEE = {"en": "Fee", "uk": "Комісія", "es": "Comisión", "fr": "Frais", "de": "Gebühr"}
REASON = {
    "en": "Why it went back",
    "uk": "Чому повернено",
    "es": "Por qué se devolvió",
    "fr": "Pourquoi c’est rendu",
    "de": "Warum zurückgegeben",
}
CHARGE = {
    "en": "Company’s reference",
    "uk": "Номер у компанії",
    "es": "Referencia",
    "fr": "Référence",
    "de": "Referenz",
}


def payment_columns(language: str, *, to_team: bool) -> list[Column[Payment]]:
    """What the list of payments shows; why money went back is for the team alone."""
    columns: list[Column[Payment]] = [
        Column(ORDER, lambda row: row.order.number),
        Column(CUSTOMER, lambda row: row.order.customer.name),
        Column(MADE, lambda row: local(row.created_at, row.order.business.zone)),
        Column(CAPTURED, lambda row: local(row.captured_at, row.order.business.zone)),
        Column(HOW, lambda row: row.paid_with or row.method),
        Column(STATE, lambda row: text_in(STATES[row.state], language)),
        Column(AMOUNT, lambda row: decimal(row.amount)),
        Column(BACK, lambda row: decimal(row.refunded_amount)),
        Column(FEE, lambda row: "" if row.fee_amount is None else decimal(row.fee_amount)),
        Column(CURRENCY, lambda row: row.currency),
        Column(CHARGE, lambda row: row.charge),
    ]
    return [*columns, Column(REASON, _reasons)] if to_team else columns


def _reasons(row: Payment) -> str:
    return "; ".join(refund.note for refund in row.refunds.all() if refund.note)
