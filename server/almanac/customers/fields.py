"""The fields of a business's customer records, as they are stored: questions as services have them, with who fills them in.

What a question is, and which answers stand, is `catalog.questions` and `engine.questions`; a record's answers are kept as
they were typed, by field (docs/adr/0013-questions.md).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any
from uuid import UUID

from pydantic import TypeAdapter

from almanac.catalog.questions import AnswerValue, FormQuestion, check_form, live
from almanac.kit.errors import InvalidInput


class CustomerField(FormQuestion):
    """A field of customers' records. The team fills in every one; with `asks_customer` customers do so as well."""

    asks_customer: bool = False


Answers = dict[UUID, AnswerValue]
_FIELDS = TypeAdapter(list[CustomerField])
_ANSWERS = TypeAdapter(Answers)


def fields_in(stored: Sequence[Mapping[str, Any]]) -> list[CustomerField]:
    """The fields of a stored set, archived ones too."""
    return _FIELDS.validate_python(stored) if stored else []


def live_fields(form: Iterable[CustomerField]) -> list[CustomerField]:
    """The fields that are filled in today."""
    return [field for field in form if not field.is_archived]


def asked_of_customers(form: Iterable[CustomerField]) -> list[CustomerField]:
    """Those that customers themselves see and fill in."""
    return [field for field in live_fields(form) if field.asks_customer]


def answers_in(text: str) -> Answers:
    """What a record's column holds."""
    return _ANSWERS.validate_json(text) if text else {}


def answers_text(answers: Answers) -> str:
    """Answers as the encrypted column holds them; empty for none."""
    return _ANSWERS.dump_json(answers).decode() if answers else ""


def check_fields(form: Sequence[CustomerField]) -> None:
    """Sound as a service's form is; and what customers are asked depends on nothing that they do not see.

    Raises InvalidInput with `questions.<place>.<part>` for everything that is not.
    """
    faults: dict[str, list[str]] = {}
    try:
        check_form(form)
    except InvalidInput as error:
        faults = dict(error.fields)
    of_the_team = {field.id for field in live(form) if field not in asked_of_customers(form)}
    for place, field in enumerate(form):
        hangs_on = field.show_if.question if field.show_if and not field.is_archived else None
        if field.asks_customer and hangs_on in of_the_team:
            words = "Customers do not see that field, so it cannot decide what they are asked."
            faults.setdefault(f"questions.{place}.show_if", []).append(words)
        if field.asked().changes_length:
            words = "What is known of a customer makes no visit longer."
            faults.setdefault(f"questions.{place}.minutes_each", []).append(words)
    if faults:
        raise InvalidInput(fields=faults)
