"""Answers of an order line as the API tells them, each reader theirs."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from almanac.catalog.questions import KeptAnswer, answers_in
from almanac.engine.questions import QuestionKind
from almanac.files.links import file_address
from almanac.kit.actor import Actor, Role
from almanac.kit.localized import text_in
from almanac.sales.models import OrderLine
from almanac.sales.schemas import AnswerFileOut, AnswerOut


def answers_out(line: OrderLine, actor: Actor, language: str, now: datetime) -> list[AnswerOut]:
    """What was answered when the line was sold. Staff members are told what is marked as theirs to know.

    Whoever calls this has seen that the actor may see the line.
    """
    return [
        _out(kept, actor, language, now)
        for kept in answers_in(line.answers)
        if kept.for_staff or actor.role is not Role.STAFF
    ]


def _out(kept: KeptAnswer, actor: Actor, language: str, now: datetime) -> AnswerOut:
    shown = AnswerOut(id=kept.id, kind=kept.kind, label=text_in(kept.label, language))
    answer = kept.answer
    if isinstance(answer, bool):
        return shown.model_copy(update={"is_yes": answer})
    if kept.kind is QuestionKind.FILE:
        address = file_address(UUID(str(answer)), reader=actor, now=now)
        file = AnswerFileOut(name=kept.file_name, content_type=kept.file_type, address=address)
        return shown.model_copy(update={"file": file})
    words = ", ".join(text_in(label, language) for label in kept.options) if kept.options else str(answer)
    return shown.model_copy(update={"text": words})
