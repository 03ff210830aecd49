"""Answers to a form of questions, judged together with the files that were sent for them; whoever keeps them, and for whom."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from uuid import UUID

from almanac.catalog.questions import AnswerValue, FormQuestion, KeptAnswer, kept_answers
from almanac.engine.questions import Judged, QuestionKind, judge
from almanac.files.models import PrivateFile


@dataclass(frozen=True, slots=True)
class Answered:
    """Questions, and what became of their answers."""

    form: list[FormQuestion]
    judged: Judged
    files: Mapping[UUID, PrivateFile]

    def kept(self) -> list[KeptAnswer]:
        """The good answers with the words of their questions."""
        return kept_answers(
            self.form, self.judged, {str(pk): (file.name, file.content_type) for pk, file in self.files.items()}
        )


def judged_with_files(
    form: list[FormQuestion], answers: Mapping[UUID, AnswerValue], there: Mapping[UUID, PrivateFile]
) -> Answered:
    """The answers to a form; `there` are the files that were sent for it, and perhaps others."""
    typed = {str(key): answer for key, answer in answers.items()}
    judged = judge([question.asked() for question in form], typed, files={str(file_id) for file_id in there})
    kept = {judged.kept.get(str(question.id)) for question in form if question.kind is QuestionKind.FILE}
    return Answered(form, judged, {file_id: file for file_id, file in there.items() if str(file_id) in kept})


def file_ids(form: Iterable[FormQuestion], answers: Mapping[UUID, AnswerValue]) -> set[UUID]:
    """The files that answers to a form name."""
    asked = {question.id for question in form if question.kind is QuestionKind.FILE}
    return any_ids(answer for key, answer in answers.items() if key in asked)


def any_ids(answers: Iterable[AnswerValue]) -> set[UUID]:
    """Every id among answers; such as are no files of theirs mean nothing to whoever asks for files."""
    return {found for answer in answers if (found := _as_id(answer))}


def _as_id(answer: object) -> UUID | None:
    try:
        return UUID(answer) if isinstance(answer, str) and len(answer) == 36 else None
    except ValueError:
        return None
