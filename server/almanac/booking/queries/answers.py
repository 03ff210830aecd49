"""What was answered on the way to a booking, judged by the services' own questions."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

from almanac.booking.content import LineContent
from almanac.catalog.queries.offers import OnOffer
from almanac.catalog.questions import FormQuestion, KeptAnswer, form_of, kept_answers, live
from almanac.engine.questions import Judged, QuestionKind, judge
from almanac.files import queries as files
from almanac.files.models import PrivateFile


@dataclass(frozen=True, slots=True)
class Answered:
    """A line's questions, and what became of its answers."""

    form: list[FormQuestion]
    judged: Judged
    files: Mapping[UUID, PrivateFile]

    def kept(self) -> list[KeptAnswer]:
        """The answers as the order keeps them."""
        return kept_answers(
            self.form, self.judged, {str(pk): (file.name, file.content_type) for pk, file in self.files.items()}
        )


def answered(lines: Sequence[LineContent], offers: Mapping[UUID, OnOffer], *, files_owner: str) -> dict[UUID, Answered]:
    """What each line was answered, by line. One SQL query where a file was sent, else none."""
    forms = {line.id: live(form_of(_questions(line, offers))) for line in lines}
    named = {file_id for line in lines for file_id in _file_ids(line, forms[line.id])}
    there = files.private_files(files_owner, named)
    return {line.id: _judged(line, forms[line.id], there) for line in lines}


def _judged(line: LineContent, form: list[FormQuestion], there: Mapping[UUID, PrivateFile]) -> Answered:
    typed = {str(key): answer for key, answer in line.answers.items()}
    judged = judge([question.asked() for question in form], typed, files={str(file_id) for file_id in there})
    kept = {judged.kept.get(str(question.id)) for question in form if question.kind is QuestionKind.FILE}
    return Answered(form, judged, {file_id: file for file_id, file in there.items() if str(file_id) in kept})


def file_ids_in(line: LineContent) -> set[UUID]:
    """Every id among a line's answers; such as are no files of the basket mean nothing to whoever asks for files."""
    return {found for answer in line.answers.values() if (found := _as_id(answer))}


def _questions(line: LineContent, offers: Mapping[UUID, OnOffer]) -> list[dict[str, object]]:
    offer = offers.get(line.service_id)
    return offer.service.questions if offer else []


def _file_ids(line: LineContent, form: Iterable[FormQuestion]) -> set[UUID]:
    asked = {question.id for question in form if question.kind is QuestionKind.FILE}
    return {found for key, answer in line.answers.items() if key in asked and (found := _as_id(answer))}


def _as_id(answer: object) -> UUID | None:
    try:
        return UUID(answer) if isinstance(answer, str) and len(answer) == 36 else None
    except ValueError:
        return None
