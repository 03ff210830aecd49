"""Fields for tests: one of each way to be filled in."""

from __future__ import annotations

from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile

from almanac.customers.models import FieldSet
from tests.cast import Person
from tests.shop import Shop

PETS, KIND, CODE, MET, SCAN = (f"00000000-0000-4000-8000-00000000001{n}" for n in range(5))
FIELDS: list[dict[str, Any]] = [
    {
        "id": PETS,
        "kind": "yes_no",
        "label": {"en": "Any pets?", "uk": "Є тварини?"},
        "is_required": True,
        "for_staff": True,
        "asks_customer": True,
    },
    {
        "id": KIND,
        "kind": "choice",
        "label": {"en": "Which?"},
        "is_required": True,
        "for_staff": True,
        "asks_customer": True,
        "options": [{"key": "dog", "label": {"en": "A dog", "uk": "Собака"}}, {"key": "cat", "label": {"en": "A cat"}}],
        "show_if": {"question": PETS, "test": "is", "value": "yes"},
    },
    {"id": CODE, "kind": "text", "label": {"en": "Gate code"}, "for_staff": True},
    {"id": MET, "kind": "long_text", "label": {"en": "How we met"}, "asks_customer": True},
    {"id": SCAN, "kind": "file", "label": {"en": "A plan"}, "for_staff": True, "asks_customer": True},
]


def defined(shop: Shop, fields: list[dict[str, Any]] | None = None) -> FieldSet:
    """VALClean's customer records have these fields."""
    row, _ = FieldSet.objects.get_or_create(business=shop.business)
    row.fields = FIELDS if fields is None else fields
    row.save()
    return row


def fill(person: Person, customer: Any, answers: dict[str, Any], **headers: str) -> Any:
    return person.patch(f"/customers/{customer}/fields/valclean", {"answers": answers}, **headers)


def fill_own(person: Person, answers: dict[str, Any], **headers: str) -> Any:
    return person.patch("/my/fields/valclean", {"answers": answers}, **headers)


def send(person: Person, path: str, content: bytes, name: str = "plan.png") -> Any:
    return person.client.post(f"/api{path}/{SCAN}", {"file": SimpleUploadedFile(name, content)})
