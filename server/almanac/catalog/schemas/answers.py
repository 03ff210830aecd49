"""Answers to questions as the API tells them, with the words of the question as it was asked."""

from __future__ import annotations

from datetime import datetime
from typing import Self
from uuid import UUID

from ninja import Schema

from almanac.catalog.questions import KeptAnswer
from almanac.engine.questions import QuestionKind
from almanac.files.links import file_address
from almanac.kit.actor import Actor
from almanac.kit.localized import text_in


class AnswerFileOut(Schema):
    """A file sent as an answer. `address` is good for a quarter of an hour, and for who asked for it."""

    name: str
    content_type: str
    address: str


class AnswerOut(Schema):
    """A question as it was asked, and its answer: `text`, or `is_yes`, or `file`. Dates are ISO 8601."""

    id: UUID
    kind: QuestionKind
    label: str
    text: str = ""
    is_yes: bool | None = None
    file: AnswerFileOut | None = None

    @classmethod
    def of(cls, kept: KeptAnswer, actor: Actor, language: str, now: datetime) -> Self:
        """Whoever calls this has seen that the actor may read it."""
        shown = cls(id=kept.id, kind=kept.kind, label=text_in(kept.label, language))
        answer = kept.answer
        if isinstance(answer, bool):
            return shown.model_copy(update={"is_yes": answer})
        if kept.kind is QuestionKind.FILE:
            address = file_address(UUID(str(answer)), reader=actor, now=now)
            file = AnswerFileOut(name=kept.file_name, content_type=kept.file_type, address=address)
            return shown.model_copy(update={"file": file})
        words = ", ".join(text_in(label, language) for label in kept.options) if kept.options else str(answer)
        return shown.model_copy(update={"text": words})
