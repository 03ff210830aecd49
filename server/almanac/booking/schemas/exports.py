"""Orders as lines of a spreadsheet."""

from __future__ import annotations

from datetime import datetime

from almanac.booking.queries.standings import OrderStanding
from almanac.booking.schemas.orders import seen_part
from almanac.booking.schemas.standings import standing_of
from almanac.kit.actor import Actor
from almanac.kit.exports import Column, decimal, local
from almanac.kit.localized import LocalizedText, text_in
from almanac.kit.titles import CURRENCY, CUSTOMER, ORDER, STATE, WHAT
from almanac.sales.models import Order, OrderState

STATES: dict[str, LocalizedText] = {
    OrderStanding.PLACED: {
        "en": "Waiting for payment",
        "uk": "Очікує оплати",
        "es": "Pendiente de pago",
        "fr": "En attente de paiement",
        "de": "Wartet auf Zahlung",
    },
    OrderStanding.CONFIRMED: {
        "en": "Confirmed",
        "uk": "Підтверджено",
        "es": "Confirmado",
        "fr": "Confirmée",
        "de": "Bestätigt",
    },
    OrderStanding.COMPLETED: {
        "en": "Completed",
        "uk": "Виконано",
        "es": "Completado",
        "fr": "Terminée",
        "de": "Abgeschlossen",
    },
    OrderStanding.CANCELLED: {
        "en": "Cancelled",
        "uk": "Скасовано",
        "es": "Cancelado",
        "fr": "Annulée",
        "de": "Abgesagt",
    },
}
HELD = {
    "en": "Paid, looked at first",
    "uk": "Сплачено, перевіряється",
    "es": "Pagado, en revisión",
    "fr": "Payée, à l’examen",
    "de": "Bezahlt, wird geprüft",
}
PLACED = {"en": "Placed", "uk": "Оформлено", "es": "Realizado", "fr": "Passée le", "de": "Erteilt am"}
FIRST = {
    "en": "First visit",
    "uk": "Перший візит",
    "es": "Primera visita",
    "fr": "Première visite",
    "de": "Erster Termin",
}
TOTAL = {"en": "Total", "uk": "Разом", "es": "Total", "fr": "Total", "de": "Summe"}
PAID = {"en": "Paid", "uk": "Сплачено", "es": "Pagado", "fr": "Payé", "de": "Bezahlt"}


def _state(order: Order, now: datetime) -> LocalizedText:
    """How it stands; one that is held is paid already."""
    is_held = order.state == OrderState.PLACED and any(each.state == "open" for each in order.reviews.all())
    return HELD if is_held else STATES[standing_of(order, now)]


def order_columns(actor: Actor, language: str, now: datetime) -> list[Column[Order]]:
    """What the list of orders shows this actor: of an order, the lines they see."""
    return [
        Column(ORDER, lambda order: order.number),
        Column(PLACED, lambda order: local(order.placed_at, order.business.zone)),
        Column(STATE, lambda order: text_in(_state(order, now), language)),
        Column(CUSTOMER, lambda order: order.customer.name),
        Column(WHAT, lambda order: ", ".join(line.name for line in seen_part(order, actor).lines)),
        Column(FIRST, lambda order: _first(order, actor)),
        Column(TOTAL, lambda order: decimal(seen_part(order, actor).total_amount)),
        Column(PAID, lambda order: decimal(seen_part(order, actor).paid_amount)),
        Column(CURRENCY, lambda order: order.currency),
    ]


def _first(order: Order, actor: Actor) -> str:
    visits = [line.appointment for line in seen_part(order, actor).lines if line.appointment is not None]
    return local(min((visit.starts_at for visit in visits), default=None), order.business.zone)
