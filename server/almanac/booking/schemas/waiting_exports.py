"""The waiting list as lines of a spreadsheet."""

from __future__ import annotations

from almanac.booking.models import WaitingEntry
from almanac.booking.queries.waiting import State, last_offer, wish_of
from almanac.kit.exports import Column, local
from almanac.kit.localized import LocalizedText, text_in
from almanac.kit.titles import EMAIL, FROM, NAME, POSTCODE, SERVICE, STAFF, STATE, UNTIL

STATES: dict[str, LocalizedText] = {
    State.WAITING: {"en": "Waiting", "uk": "Чекає", "es": "En espera", "fr": "En attente", "de": "Wartet"},
    State.OFFERED: {
        "en": "Has an offer",
        "uk": "Має пропозицію",
        "es": "Con una hora ofrecida",
        "fr": "A une proposition",
        "de": "Hat ein Angebot",
    },
    State.BOOKED: {"en": "Booked", "uk": "Замовлено", "es": "Reservado", "fr": "Réservé", "de": "Gebucht"},
    State.LEFT: {
        "en": "Left the list",
        "uk": "Вийшов зі списку",
        "es": "Salió de la lista",
        "fr": "A quitté la liste",
        "de": "Hat die Liste verlassen",
    },
    State.LAPSED: {
        "en": "Did not answer",
        "uk": "Без відповіді",
        "es": "Sin respuesta",
        "fr": "Sans réponse",
        "de": "Keine Antwort",
    },
    State.EXPIRED: {
        "en": "Dates have passed",
        "uk": "Дати минули",
        "es": "Fechas pasadas",
        "fr": "Dates dépassées",
        "de": "Zeitraum vorbei",
    },
    State.REMOVED: {"en": "Removed", "uk": "Вилучено", "es": "Quitado", "fr": "Retiré", "de": "Entfernt"},
}
JOINED = {
    "en": "Waiting since",
    "uk": "Чекає з",
    "es": "En espera desde",
    "fr": "En attente depuis",
    "de": "Wartet seit",
}
OFFERED = {
    "en": "Last time offered",
    "uk": "Останній запропонований час",
    "es": "Última hora ofrecida",
    "fr": "Dernier horaire proposé",
    "de": "Zuletzt angeboten",
}


def waiting_columns(language: str) -> list[Column[WaitingEntry]]:
    """What the list shows."""
    return [
        Column(JOINED, lambda entry: local(entry.created_at, entry.business.zone)),
        Column(STATE, lambda entry: text_in(STATES[entry.state], language)),
        Column(NAME, lambda entry: wish_of(entry).name),
        Column(EMAIL, lambda entry: wish_of(entry).email),
        Column(SERVICE, lambda entry: text_in(entry.service.name, language)),
        Column(POSTCODE, _postcode),
        Column(STAFF, lambda entry: ", ".join(one.name for one in entry.staff.all())),
        Column(FROM, lambda entry: entry.first_on.isoformat()),
        Column(UNTIL, lambda entry: entry.last_on.isoformat()),
        Column(OFFERED, _offered),
    ]


def _postcode(entry: WaitingEntry) -> str:
    place = wish_of(entry).place
    return place.postcode if place else ""


def _offered(entry: WaitingEntry) -> str:
    newest = last_offer(entry)
    return local(newest.starts_at if newest else None, entry.zone)
