"""The list of absences as a file for spreadsheets: its columns, with a title in each language."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from almanac.kit.exports import Column, local
from almanac.kit.localized import LocalizedText, text_in
from almanac.kit.titles import ANSWER, ANSWERED_BY, ASKED, BUSINESS, FROM, STATE, UNTIL, WHO, ZONE
from almanac.scheduling.models import TimeOff

REASON = {"en": "What for", "uk": "Для чого", "es": "Para qué", "fr": "Pour quoi", "de": "Wofür"}
STATES: Mapping[str, LocalizedText] = {
    TimeOff.State.REQUESTED: {
        "en": "Waiting for an answer",
        "uk": "Чекає на відповідь",
        "es": "Espera respuesta",
        "fr": "En attente de réponse",
        "de": "Wartet auf Antwort",
    },
    TimeOff.State.GRANTED: {"en": "Granted", "uk": "Погоджено", "es": "Concedida", "fr": "Accordé", "de": "Bewilligt"},
    TimeOff.State.REFUSED: {"en": "Declined", "uk": "Відхилено", "es": "Rechazada", "fr": "Refusé", "de": "Abgelehnt"},
    TimeOff.State.WITHDRAWN: {
        "en": "Taken back",
        "uk": "Скасовано",
        "es": "Retirada",
        "fr": "Repris",
        "de": "Zurückgenommen",
    },
}


def time_off_columns(language: str) -> Sequence[Column[TimeOff]]:
    """Times on the staff member's own clock; each row comes with its names."""
    return (
        Column(WHO, lambda row: row.staff_member.name),
        Column(BUSINESS, lambda row: row.staff_member.business.name),
        Column(FROM, lambda row: local(row.starts_at, row.staff_member.zone)),
        Column(UNTIL, lambda row: local(row.ends_at, row.staff_member.zone)),
        Column(ZONE, lambda row: row.staff_member.zone),
        Column(REASON, lambda row: row.reason),
        Column(ASKED, lambda row: local(row.created_at, row.staff_member.zone)),
        Column(STATE, lambda row: text_in(STATES[row.state], language)),
        Column(ANSWER, lambda row: row.answer),
        Column(ANSWERED_BY, lambda row: row.answered_by.get_full_name() if row.answered_by else ""),
    )
