"""Invoices as lines of a spreadsheet."""

from __future__ import annotations

from almanac.invoices.models import Invoice
from almanac.invoices.queries.documents import Standing
from almanac.kit.exports import Column, decimal
from almanac.kit.localized import LocalizedText, text_in
from almanac.kit.titles import BUSINESS, CURRENCY, CUSTOMER, ORDER, STATE

STATES: dict[str, LocalizedText] = {
    Standing.OPEN: {"en": "To be paid", "uk": "До сплати", "es": "Por pagar", "fr": "À payer", "de": "Noch zu zahlen"},
    Standing.OVERDUE: {
        "en": "Overdue",
        "uk": "Прострочено",
        "es": "Vencida",
        "fr": "En retard",
        "de": "Überfällig",
    },
    Standing.PAID: {"en": "Paid", "uk": "Сплачено", "es": "Pagada", "fr": "Payée", "de": "Bezahlt"},
    Standing.CREDITED: {
        "en": "Credited",
        "uk": "Скасовано кредит-нотою",
        "es": "Abonada",
        "fr": "Annulée par avoir",
        "de": "Gutgeschrieben",
    },
    Standing.CREDIT_NOTE: {
        "en": "Credit note",
        "uk": "Кредит-нота",
        "es": "Rectificativa",
        "fr": "Avoir",
        "de": "Gutschrift",
    },
}
NUMBER = {"en": "Number", "uk": "Номер", "es": "Número", "fr": "Numéro", "de": "Nummer"}
ISSUED = {"en": "Issued", "uk": "Виставлено", "es": "Emitida", "fr": "Émise", "de": "Ausgestellt"}
DUE_ON = {"en": "To be paid by", "uk": "Сплатити до", "es": "Vence", "fr": "Échéance", "de": "Zu zahlen bis"}
NET = {"en": "Without VAT", "uk": "Без ПДВ", "es": "Sin IVA", "fr": "Hors TVA", "de": "Ohne USt."}
TAX = {"en": "VAT", "uk": "ПДВ", "es": "IVA", "fr": "TVA", "de": "USt."}
TOTAL = {"en": "Total", "uk": "Усього", "es": "Total", "fr": "Total", "de": "Gesamt"}
CREDITED = {"en": "Credited", "uk": "Зараховано", "es": "Abonado", "fr": "Avoir", "de": "Gutgeschrieben"}
PAID = {"en": "Paid", "uk": "Сплачено", "es": "Pagado", "fr": "Payé", "de": "Bezahlt"}
DUE = {"en": "Still to pay", "uk": "Залишилося", "es": "Por pagar", "fr": "Reste à payer", "de": "Offen"}
CORRECTS = {"en": "Corrects", "uk": "Виправляє", "es": "Corrige", "fr": "Corrige", "de": "Korrigiert"}


def invoice_columns(language: str) -> list[Column[Invoice]]:
    """What the list of invoices shows."""
    return [
        Column(NUMBER, lambda row: row.code),
        Column(STATE, lambda row: text_in(STATES[row.standing], language)),  # type: ignore[attr-defined]
        Column(ISSUED, lambda row: row.issued_on.isoformat()),
        Column(DUE_ON, lambda row: row.due_on.isoformat() if row.due_on else ""),
        Column(BUSINESS, lambda row: row.business.name),
        Column(CUSTOMER, lambda row: row.buyer_name),
        Column(ORDER, lambda row: row.order_number),
        Column(NET, lambda row: decimal(row.net_amount)),
        Column(TAX, lambda row: decimal(row.tax_amount)),
        Column(TOTAL, lambda row: decimal(row.total_amount)),
        Column(CREDITED, lambda row: decimal(row.credited)),  # type: ignore[attr-defined]
        Column(PAID, lambda row: "" if row.corrects else decimal(row.paid)),  # type: ignore[attr-defined]
        Column(DUE, lambda row: "" if row.corrects else decimal(row.due)),  # type: ignore[attr-defined]
        Column(CURRENCY, lambda row: row.currency),
        Column(CORRECTS, lambda row: row.corrects.code if row.corrects else ""),
    ]
