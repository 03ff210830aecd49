"""Titles of columns that several lists have, so that one thing has one word in all files."""

from __future__ import annotations

from almanac.kit.localized import LocalizedText

NAME: LocalizedText = {"en": "Name", "uk": "Ім’я", "es": "Nombre", "fr": "Nom", "de": "Name"}
EMAIL: LocalizedText = {"en": "E-mail", "uk": "Електронна пошта", "es": "Correo", "fr": "E-mail", "de": "E-Mail"}
PHONE: LocalizedText = {"en": "Phone", "uk": "Телефон", "es": "Teléfono", "fr": "Téléphone", "de": "Telefon"}
POSTCODE: LocalizedText = {
    "en": "Postcode",
    "uk": "Індекс",
    "es": "Código postal",
    "fr": "Code postal",
    "de": "Postleitzahl",
}
BUSINESS: LocalizedText = {
    "en": "Business",
    "uk": "Бізнес",
    "es": "Empresa",
    "fr": "Entreprise",
    "de": "Unternehmen",
}
SERVICE: LocalizedText = {"en": "Service", "uk": "Послуга", "es": "Servicio", "fr": "Service", "de": "Leistung"}
STATE: LocalizedText = {"en": "State", "uk": "Стан", "es": "Estado", "fr": "État", "de": "Status"}
WHAT: LocalizedText = {"en": "What", "uk": "Що", "es": "Qué", "fr": "Quoi", "de": "Was"}
WHO: LocalizedText = {"en": "Who", "uk": "Хто", "es": "Quién", "fr": "Qui", "de": "Wer"}
FROM: LocalizedText = {"en": "From", "uk": "Від", "es": "Desde", "fr": "Du", "de": "Von"}
UNTIL: LocalizedText = {"en": "Until", "uk": "До", "es": "Hasta", "fr": "Au", "de": "Bis"}
CURRENCY: LocalizedText = {"en": "Currency", "uk": "Валюта", "es": "Moneda", "fr": "Devise", "de": "Währung"}
ORDER: LocalizedText = {"en": "Order", "uk": "Замовлення", "es": "Pedido", "fr": "Commande", "de": "Auftrag"}
CUSTOMER: LocalizedText = {"en": "Customer", "uk": "Клієнт", "es": "Cliente", "fr": "Client", "de": "Kunde"}
STAFF: LocalizedText = {"en": "With", "uk": "З ким", "es": "Con", "fr": "Avec", "de": "Mit"}
ZONE: LocalizedText = {
    "en": "Time zone",
    "uk": "Часовий пояс",
    "es": "Zona horaria",
    "fr": "Fuseau horaire",
    "de": "Zeitzone",
}
ASKED: LocalizedText = {
    "en": "Asked on",
    "uk": "Запит від",
    "es": "Pedida el",
    "fr": "Demandé le",
    "de": "Angefragt am",
}
ANSWER: LocalizedText = {"en": "Answer", "uk": "Відповідь", "es": "Respuesta", "fr": "Réponse", "de": "Antwort"}
ANSWERED_BY: LocalizedText = {
    "en": "Answered by",
    "uk": "Хто відповів",
    "es": "Respondido por",
    "fr": "Répondu par",
    "de": "Beantwortet von",
}
CODE: LocalizedText = {
    "en": "Code ends in",
    "uk": "Кінець коду",
    "es": "El código acaba en",
    "fr": "Fin du code",
    "de": "Code endet auf",
}
