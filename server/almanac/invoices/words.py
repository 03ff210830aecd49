"""The words, dates and amounts of documents, in each language we speak."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from zoneinfo import ZoneInfo

from almanac.kit.localized import FALLBACK, LocalizedText, spoken_in, text_in

MONTHS = {
    "en": "January February March April May June July August September October November December",
    "uk": "січня лютого березня квітня травня червня липня серпня вересня жовтня листопада грудня",
    "es": "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre",
    "fr": "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
    "de": "Januar Februar März April Mai Juni Juli August September Oktober November Dezember",
}
DATES = {
    "en": "{0} {1} {2}",
    "uk": "{0} {1} {2} р.",
    "es": "{0} de {1} de {2}",
    "fr": "{0} {1} {2}",
    "de": "{0}. {1} {2}",
}
MONEY = {"en": ("{0}{1}", ",", "."), "uk": ("{1} {0}", "\u00a0", ","), "es": ("{1} {0}", ".", ",")}
MONEY |= {"fr": ("{1} {0}", "\u202f", ","), "de": ("{1} {0}", ".", ",")}
SYMBOLS = {"GBP": "£", "EUR": "€", "USD": "$", "UAH": "₴"}


def _say(en: str, uk: str, es: str, fr: str, de: str) -> LocalizedText:
    return {"en": en, "uk": uk, "es": es, "fr": fr, "de": de}


WORDS: Mapping[str, LocalizedText] = {
    "invoice": _say("Invoice", "Рахунок", "Factura", "Facture", "Rechnung"),
    "vat_invoice": _say("VAT invoice", "Рахунок з ПДВ", "Factura con IVA", "Facture avec TVA", "Rechnung mit USt."),
    "credit_note": _say("Credit note", "Кредит-нота", "Factura rectificativa", "Avoir", "Gutschrift"),
    "statement": _say("Statement", "Виписка", "Extracto", "Relevé", "Kontoauszug"),
    "number": _say("Number", "Номер", "Número", "Numéro", "Nummer"),
    "date": _say("Date", "Дата", "Fecha", "Date", "Datum"),
    "due": _say("To be paid by", "Сплатити до", "Pagar antes del", "À payer au plus tard le", "Zu zahlen bis"),
    "order": _say("Booking", "Бронювання", "Reserva", "Réservation", "Buchung"),
    "corrects": _say(
        "Corrects invoice", "Виправляє рахунок", "Corrige la factura", "Corrige la facture", "Korrigiert Rechnung"
    ),
    "to": _say("For", "Кому", "Para", "Pour", "Für"),
    "from": _say("From", "Від", "De", "De", "Von"),
    "vat_number": _say("VAT number", "Номер платника ПДВ", "N.º de IVA", "N° de TVA", "USt-IdNr."),
    "company_number": _say(
        "Company number", "Номер компанії", "N.º de registro", "N° d’entreprise", "Handelsregisternummer"
    ),
    "what": _say("What", "Що", "Concepto", "Désignation", "Leistung"),
    "net": _say("Without VAT", "Без ПДВ", "Sin IVA", "Hors TVA", "Ohne USt."),
    "rate": _say("VAT rate", "Ставка ПДВ", "Tipo de IVA", "Taux de TVA", "USt.-Satz"),
    "tax": _say("VAT", "ПДВ", "IVA", "TVA", "USt."),
    "amount": _say("Amount", "Сума", "Importe", "Montant", "Betrag"),
    "total": _say("Total", "Усього", "Total", "Total", "Gesamt"),
    "bundle": _say(
        "Bundle: {name}", "Комплект: {name}", "Conjunto: {name}", "Offre groupée : {name}", "Kombi-Angebot: {name}"
    ),
    "credited": _say("Credited in total", "Усього зараховано", "Total abonado", "Total de l’avoir", "Gutgeschrieben"),
    "paid": _say(
        "Paid by {how} on {date}",
        "Сплачено: {how}, {date}",
        "Pagado con {how} el {date}",
        "Payé par {how} le {date}",
        "Bezahlt mit {how} am {date}",
    ),
    "back": _say(
        "Given back to {how} on {date}",
        "Повернено: {how}, {date}",
        "Devuelto a {how} el {date}",
        "Rendu sur {how} le {date}",
        "Zurückgegeben auf {how} am {date}",
    ),
    "credit": _say(
        "Credit note {number} of {date}",
        "Кредит-нота {number} від {date}",
        "Rectificativa {number} del {date}",
        "Avoir {number} du {date}",
        "Gutschrift {number} vom {date}",
    ),
    "open": _say("Still to pay", "Залишилося сплатити", "Queda por pagar", "Reste à payer", "Noch zu zahlen"),
    "settled": _say(
        "Paid in full. Thank you.",
        "Сплачено повністю. Дякуємо.",
        "Pagado por completo. Gracias.",
        "Payé en totalité. Merci.",
        "Vollständig bezahlt. Danke.",
    ),
    "void": _say(
        "Nothing is owed.", "Платити нічого не потрібно.", "No se debe nada.", "Rien n’est dû.", "Nichts ist zu zahlen."
    ),
    "page": _say(
        "Page {page} of {pages}",
        "Сторінка {page} з {pages}",
        "Página {page} de {pages}",
        "Page {page} sur {pages}",
        "Seite {page} von {pages}",
    ),
    "test": _say(
        "Test, not a tax document: no real money moved.",
        "Тест, не податковий документ: справжні гроші не рухалися.",
        "Prueba, no es un documento fiscal: no se ha movido dinero real.",
        "Test, pas un document fiscal : aucun argent réel n’a circulé.",
        "Test, kein Steuerbeleg: Es ist kein echtes Geld geflossen.",
    ),
    "help": _say("Questions?", "Маєте запитання?", "¿Preguntas?", "Des questions ?", "Fragen?"),
    "period": _say(
        "{first} to {last}", "{first} – {last}", "Del {first} al {last}", "Du {first} au {last}", "{first} bis {last}"
    ),
    "before": _say("Owed before", "Борг на початок", "Deuda anterior", "Dû auparavant", "Vorher offen"),
    "after": _say("Owed at the end", "Борг на кінець", "Deuda al final", "Dû à la fin", "Am Ende offen"),
    "balance": _say("Owed", "Борг", "Saldo", "Solde", "Offen"),
    "payment": _say("Payment", "Платіж", "Pago", "Paiement", "Zahlung"),
    "refund": _say("Refund", "Повернення", "Devolución", "Remboursement", "Rückzahlung"),
}
HOW: Mapping[str, LocalizedText] = {
    "card": _say("card", "картка", "tarjeta", "carte", "Karte"),
    "paypal": _say("PayPal", "PayPal", "PayPal", "PayPal", "PayPal"),
    "bank_debit": _say("bank debit", "списання з рахунку", "domiciliación", "prélèvement", "Lastschrift"),
    "bank_transfer": _say("bank transfer", "банківський переказ", "transferencia", "virement", "Überweisung"),
    "cash": _say("cash", "готівка", "efectivo", "espèces", "Bargeld"),
    "card_reader": _say("card", "картка", "tarjeta", "carte", "Karte"),
    "pay_on_site": _say("cash", "готівка", "efectivo", "espèces", "Bargeld"),
}


@dataclass(frozen=True, slots=True)
class Words:
    """One language's way to say what documents say."""

    language: str

    def say(self, key: str, **values: str) -> str:
        """The words of `key`. Raises KeyError for an unknown one: a slip in the code."""
        return text_in(WORDS[key], self.language).format(**values)

    def how(self, method: str, paid_with: str) -> str:
        """What money came by: as the company names it, else our word for the way, else its name."""
        return paid_with or text_in(HOW.get(method, {}), self.language) or method

    def day(self, on: date) -> str:
        """ "4 March 2026"."""
        months = MONTHS[self.language].split()
        return DATES[self.language].format(on.day, months[on.month - 1], on.year)

    def when(self, starts_at: datetime, ends_at: datetime, zone: str) -> str:
        """ "4 March 2026, 10:00–12:00" on the clock of a zone."""
        first, last = (at.astimezone(ZoneInfo(zone)) for at in (starts_at, ends_at))
        return f"{self.day(first.date())}, {first:%H:%M}–{last:%H:%M}"

    def money(self, amount: int, currency: str) -> str:
        """ "£1,064.50" from minor units, always with both digits; below nothing with a true minus."""
        pattern, thousands, point = MONEY[self.language]
        whole, part = divmod(abs(amount), 100)
        number = f"{whole:,}".replace(",", thousands) + f"{point}{part:02}"
        return ("\u2212" if amount < 0 else "") + pattern.format(SYMBOLS.get(currency, f"{currency} "), number)

    def rate(self, basis_points: int) -> str:
        """ "20%" from 2000."""
        whole, part = divmod(basis_points, 100)
        point = MONEY[self.language][2]
        number = f"{whole}{point}{part:02}".rstrip("0").rstrip(point) if part else str(whole)
        return f"{number}%" if self.language in ("en", "uk") else f"{number}\u00a0%"


def words_in(language: str) -> Words:
    """The words of a language such as "uk" or "de-AT"; English for one we do not speak."""
    return Words(spoken_in(MONTHS, language) or FALLBACK)
