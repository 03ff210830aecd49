"""Sample fields of VALClean's customer records, and what one customer filled in."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from uuid import UUID

from almanac.business.models import Business
from almanac.catalog.questions import Option, ShowIf
from almanac.customers.actions.field_answers import save_field_answers
from almanac.customers.actions.fields import define_fields
from almanac.customers.fields import CustomerField
from almanac.engine.questions import ConditionTest
from almanac.engine.questions import QuestionKind as Kind
from almanac.kit.actor import SYSTEM
from almanac.people.models import Customer

PETS, WHICH, PARKING, HEARD = (UUID(int=0xF01 + number) for number in range(4))
FIELDS = (
    CustomerField(
        id=PETS,
        kind=Kind.YES_NO,
        label={
            "en": "Are there pets?",
            "uk": "Чи є домашні тварини?",
            "es": "¿Hay mascotas?",
            "fr": "Y a-t-il des animaux ?",
            "de": "Gibt es Haustiere?",
        },
        for_staff=True,
        asks_customer=True,
    ),
    CustomerField(
        id=WHICH,
        kind=Kind.TEXT,
        label={
            "en": "Which ones?",
            "uk": "Які саме?",
            "es": "¿Cuáles?",
            "fr": "Lesquels ?",
            "de": "Welche?",
        },
        for_staff=True,
        asks_customer=True,
        show_if=ShowIf(question=PETS, test=ConditionTest.IS, value="yes"),
    ),
    CustomerField(
        id=PARKING,
        kind=Kind.TEXT,
        label={
            "en": "Where we may park",
            "uk": "Де можна поставити авто",
            "es": "Dónde podemos aparcar",
            "fr": "Où nous pouvons nous garer",
            "de": "Wo wir parken dürfen",
        },
        for_staff=True,
    ),
    CustomerField(
        id=HEARD,
        kind=Kind.CHOICE,
        label={
            "en": "How did you hear of us?",
            "uk": "Як ви про нас дізналися?",
            "es": "¿Cómo nos conoció?",
            "fr": "Comment nous avez-vous connus ?",
            "de": "Wie haben Sie von uns erfahren?",
        },
        asks_customer=True,
        options=[
            Option(
                key="friend",
                label={
                    "en": "From a friend",
                    "uk": "Від друзів",
                    "es": "Por un amigo",
                    "fr": "Par un ami",
                    "de": "Von Freunden",
                },
            ),
            Option(
                key="search",
                label={
                    "en": "On the internet",
                    "uk": "В інтернеті",
                    "es": "En internet",
                    "fr": "Sur internet",
                    "de": "Im Internet",
                },
            ),
        ],
    ),
)


def create_fields(valclean: Business, customers: Mapping[str, Customer], *, now: datetime) -> None:
    """Four fields; Margaret has a dog."""
    define_fields(actor=SYSTEM, slug=valclean.slug, wanted=FIELDS, seen=None, now=now)
    save_field_answers(
        actor=SYSTEM,
        customer_id=customers["margaret"].pk,
        slug=valclean.slug,
        answers={PETS: True, WHICH: "Biscuit, an old dog", PARKING: "In the yard, to the left"},
        seen=None,
        now=now,
    )
