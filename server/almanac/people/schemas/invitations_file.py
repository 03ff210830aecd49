"""The list of invitations as a file for spreadsheets: its columns, with a title in each language."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime

from almanac.kit.exports import Column, local
from almanac.kit.localized import LocalizedText, text_in
from almanac.kit.titles import BUSINESS, EMAIL, NAME, STATE
from almanac.people.models import Invitation, UserRole
from almanac.people.queries.invitations import state_of

ROLE = {"en": "Joins as", "uk": "Приєднується як", "es": "Se une como", "fr": "Rejoint comme", "de": "Kommt dazu als"}
PERSON = {"en": "Which person", "uk": "Яка особа", "es": "Qué persona", "fr": "Quelle personne", "de": "Welche Person"}
TEMPLATE = {
    "en": "Access to begin with",
    "uk": "Початковий доступ",
    "es": "Acceso inicial",
    "fr": "Accès de départ",
    "de": "Zugriff zum Anfang",
}
INVITED_BY = {
    "en": "Invited by",
    "uk": "Хто запросив",
    "es": "Invitado por",
    "fr": "Invité par",
    "de": "Eingeladen von",
}
SENT = {"en": "Invited on", "uk": "Запрошено", "es": "Invitado el", "fr": "Invité le", "de": "Eingeladen am"}
EXPIRES = {"en": "Open until", "uk": "Дійсне до", "es": "Abierta hasta", "fr": "Ouverte jusqu’au", "de": "Offen bis"}
LETTERS = {"en": "Letters", "uk": "Листів", "es": "Cartas", "fr": "Lettres", "de": "Briefe"}
ROLES: Mapping[str, LocalizedText] = {
    UserRole.STAFF: {
        "en": "Staff member",
        "uk": "Працівник",
        "es": "Personal",
        "fr": "Membre du personnel",
        "de": "Teammitglied",
    },
    UserRole.MANAGER: {"en": "Manager", "uk": "Керівник", "es": "Responsable", "fr": "Responsable", "de": "Leitung"},
}
STATES: Mapping[str, LocalizedText] = {
    "open": {"en": "Open", "uk": "Дійсне", "es": "Abierta", "fr": "Ouverte", "de": "Offen"},
    "expired": {"en": "Expired", "uk": "Закінчилося", "es": "Caducada", "fr": "Expirée", "de": "Abgelaufen"},
    "accepted": {"en": "Joined", "uk": "Приєднано", "es": "Se unió", "fr": "A rejoint", "de": "Dazugekommen"},
    "withdrawn": {"en": "Taken back", "uk": "Відкликано", "es": "Retirada", "fr": "Retirée", "de": "Zurückgenommen"},
}


def invitation_columns(language: str, now: datetime) -> Sequence[Column[Invitation]]:
    """Times on the clock of the business; each row comes with its names."""
    return (
        Column(NAME, lambda row: row.name),
        Column(EMAIL, lambda row: row.email),
        Column(ROLE, lambda row: text_in(ROLES[row.role], language)),
        Column(BUSINESS, lambda row: row.business.name),
        Column(PERSON, lambda row: row.staff_member.name if row.staff_member else ""),
        Column(TEMPLATE, lambda row: row.template.name if row.template else ""),
        Column(STATE, lambda row: text_in(STATES[state_of(row, now)], language)),
        Column(SENT, lambda row: local(row.created_at, row.business.zone)),
        Column(EXPIRES, lambda row: local(row.expires_at, row.business.zone)),
        Column(LETTERS, lambda row: row.sendings),
        Column(INVITED_BY, lambda row: row.invited_by.get_full_name()),
    )
