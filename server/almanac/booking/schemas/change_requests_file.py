"""The list of requests for a change as a file for spreadsheets: its columns, with a title in each language."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from almanac.booking.models import ChangeRequest
from almanac.booking.schemas.change_requests import DayPart
from almanac.kit.exports import Column, local
from almanac.kit.localized import LocalizedText, text_in
from almanac.kit.titles import (
    ANSWER,
    ANSWERED_BY,
    ASKED,
    BUSINESS,
    CUSTOMER,
    FROM,
    ORDER,
    SERVICE,
    STAFF,
    STATE,
    UNTIL,
    WHAT,
    ZONE,
)

State, Kind = ChangeRequest.State, ChangeRequest.Kind
WISHES = {"en": "Would suit", "uk": "Підійшло б", "es": "Le vendría bien", "fr": "Conviendrait", "de": "Würde passen"}
NOTE = {"en": "Why", "uk": "Чому", "es": "Por qué", "fr": "Pourquoi", "de": "Warum"}
PROPOSED = {
    "en": "Proposed time",
    "uk": "Запропонований час",
    "es": "Hora propuesta",
    "fr": "Horaire proposé",
    "de": "Vorgeschlagene Zeit",
}
KINDS: Mapping[str, LocalizedText] = {
    Kind.MOVE: {"en": "Another time", "uk": "Інший час", "es": "Otra hora", "fr": "Autre horaire", "de": "Andere Zeit"},
    Kind.CANCEL: {"en": "To cancel", "uk": "Скасувати", "es": "Cancelar", "fr": "Annuler", "de": "Absagen"},
}
PARTS: Mapping[str, LocalizedText] = {
    DayPart.ANY: {
        "en": "any time",
        "uk": "будь-коли",
        "es": "a cualquier hora",
        "fr": "à toute heure",
        "de": "jederzeit",
    },
    DayPart.MORNING: {
        "en": "in the morning",
        "uk": "вранці",
        "es": "por la mañana",
        "fr": "le matin",
        "de": "vormittags",
    },
    DayPart.AFTERNOON: {
        "en": "in the afternoon",
        "uk": "вдень",
        "es": "por la tarde",
        "fr": "l’après-midi",
        "de": "nachmittags",
    },
    DayPart.EVENING: {"en": "in the evening", "uk": "ввечері", "es": "al anochecer", "fr": "le soir", "de": "abends"},
}
STATES: Mapping[str, LocalizedText] = {
    State.OPEN: {
        "en": "Waiting for your answer",
        "uk": "Чекає на вашу відповідь",
        "es": "Espera su respuesta",
        "fr": "En attente de votre réponse",
        "de": "Wartet auf Ihre Antwort",
    },
    State.PROPOSED: {
        "en": "Waiting for the customer",
        "uk": "Чекає на клієнта",
        "es": "Espera al cliente",
        "fr": "En attente du client",
        "de": "Wartet auf den Kunden",
    },
    State.DONE: {"en": "Agreed", "uk": "Погоджено", "es": "Aceptada", "fr": "Acceptée", "de": "Vereinbart"},
    State.DECLINED: {"en": "Declined", "uk": "Відмовлено", "es": "Rechazada", "fr": "Refusée", "de": "Abgelehnt"},
    State.WITHDRAWN: {
        "en": "Taken back",
        "uk": "Відкликано",
        "es": "Retirada",
        "fr": "Retirée",
        "de": "Zurückgenommen",
    },
    State.CLOSED: {
        "en": "No longer needed",
        "uk": "Більше не потрібно",
        "es": "Ya no hace falta",
        "fr": "Plus nécessaire",
        "de": "Nicht mehr nötig",
    },
}


def request_columns(language: str) -> Sequence[Column[ChangeRequest]]:
    """Times on the staff member's own clock; each row comes with its names."""
    return (
        Column(ASKED, lambda row: local(row.created_at, _zone(row))),
        Column(CUSTOMER, lambda row: row.appointment.customer.name),
        Column(WHAT, lambda row: text_in(KINDS[row.kind], language)),
        Column(WISHES, lambda row: "; ".join(_wish(wish, language) for wish in row.wishes)),
        Column(NOTE, lambda row: row.note),
        Column(SERVICE, lambda row: text_in(row.appointment.service.name, language)),
        Column(STAFF, lambda row: row.appointment.staff_member.name),
        Column(FROM, lambda row: local(row.appointment.starts_at, _zone(row))),
        Column(UNTIL, lambda row: local(row.appointment.ends_at, _zone(row))),
        Column(ZONE, _zone),
        Column(ORDER, lambda row: row.order.number),
        Column(BUSINESS, lambda row: row.appointment.business.name),
        Column(STATE, lambda row: text_in(STATES[row.state], language)),
        Column(PROPOSED, lambda row: local(row.proposed_starts_at, _zone(row))),
        Column(ANSWER, lambda row: row.answer),
        Column(ANSWERED_BY, lambda row: row.answered_by.get_full_name() if row.answered_by else ""),
    )


def _zone(row: ChangeRequest) -> str:
    return row.appointment.staff_member.zone


def _wish(wish: Mapping[str, str], language: str) -> str:
    return f"{wish['on']}, {text_in(PARTS[wish['part']], language)}"
