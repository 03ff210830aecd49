"""The fields of customers' records as the API tells them and takes them."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated, Self
from uuid import UUID

from ninja import Schema
from pydantic import Field

from almanac.business.models import Business
from almanac.catalog.questions import AnswerValue
from almanac.catalog.schemas.answers import AnswerOut
from almanac.catalog.schemas.offers import QuestionOut
from almanac.customers.fields import CustomerField, fields_in
from almanac.customers.models import FieldSet
from almanac.customers.queries.fields import Filled
from almanac.engine.questions import Fault
from almanac.kit.actor import Actor

MOST_SENT = 100


class FieldSetIn(Schema):
    """All fields of a business in their order. Those that are left out are archived: what was filled in stays."""

    fields: Annotated[list[CustomerField], Field(max_length=MOST_SENT)]


class FieldSetOut(Schema):
    """The fields of a business as they are edited, in every language; archived ones too."""

    business: str
    business_name: str
    revision: int
    fields: list[CustomerField]

    @classmethod
    def of(cls, business: Business, row: FieldSet | None) -> Self:
        return cls(
            business=business.slug,
            business_name=business.name,
            revision=row.revision if row else 0,
            fields=fields_in(row.fields) if row else [],
        )


class FieldAnswersIn(Schema):
    """Answers by field; what is left out stays, null empties a field. Files are sent on their own."""

    answers: Annotated[dict[UUID, AnswerValue | None], Field(max_length=MOST_SENT)]


class SentFileOut(Schema):
    """A file that was sent as an answer."""

    id: UUID
    name: str


class FilledOut(Schema):
    """The fields of one business in a record: `questions` and `answers` for whoever fills them in, what is missing or bad
    in `faults`, and `told` to read. `of_the_team` are fields that customers do not see."""

    business: str
    business_name: str
    revision: int
    questions: list[QuestionOut]
    answers: dict[str, AnswerValue]
    faults: dict[str, Fault]
    files: list[SentFileOut]
    of_the_team: list[UUID]
    told: list[AnswerOut]

    @classmethod
    def of(cls, filled: Filled, actor: Actor, language: str, now: datetime) -> Self:
        """For somebody who fills them in."""
        return cls(
            business=filled.business.slug,
            business_name=filled.business.name,
            revision=filled.revision,
            questions=[QuestionOut.of(field, language) for field in filled.form],
            answers={str(key): answer for key, answer in filled.answers.items()},
            faults=filled.answered.judged.faults,
            files=[SentFileOut(id=pk, name=file.name) for pk, file in filled.answered.files.items()],
            of_the_team=[field.id for field in filled.form if not field.asks_customer],
            told=[AnswerOut.of(kept, actor, language, now) for kept in filled.kept()],
        )

    @classmethod
    def to_read(cls, filled: Filled, actor: Actor, language: str, now: datetime) -> Self:
        """For staff: what is marked as theirs to know, and nothing to fill in."""
        return cls(
            business=filled.business.slug,
            business_name=filled.business.name,
            revision=0,
            questions=[],
            answers={},
            faults={},
            files=[],
            of_the_team=[],
            told=[AnswerOut.of(kept, actor, language, now) for kept in filled.kept(for_staff=True)],
        )
