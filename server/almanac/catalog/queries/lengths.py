"""How much longer a visit is by what was answered: the one place that says so, for its time, its price and the basket.

A file that a condition asks about counts as sent wherever one is named: whether it is there changes no length.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from uuid import UUID

from almanac.catalog.models import Service
from almanac.catalog.queries.answers import any_ids
from almanac.catalog.questions import AnswerValue, FormQuestion, form_of, live
from almanac.engine.questions import Judged, added_minutes, judge

Answers = Mapping[UUID, AnswerValue]


def minutes_by_answers(form: Sequence[FormQuestion], answers: Answers) -> int:
    """How many minutes longer these answers make a visit."""
    return added_minutes([question.asked() for question in form], _judged(form, answers).kept)


def minutes_of(service: Service, answers: Answers) -> int:
    """How many minutes longer these answers make a visit of this service."""
    return minutes_by_answers(live(form_of(service.questions)), answers)


def unanswered_lengths(service: Service, answers: Answers) -> list[UUID]:
    """The questions that are asked, are missing or badly answered, and change how long it takes."""
    form = live(form_of(service.questions))
    faults = _judged(form, answers).faults
    return [question.id for question in form if str(question.id) in faults and question.asked().changes_length]


def length_answers(service: Service, answers: Answers) -> dict[UUID, AnswerValue]:
    """Of answers those alone that the length goes by: to questions that change it, and to those they hang on."""
    wanted: set[UUID] = set()
    for question in reversed(live(form_of(service.questions))):
        if question.asked().changes_length or question.id in wanted:
            wanted |= {question.id} | ({question.show_if.question} if question.show_if else set())
    return {key: answer for key, answer in answers.items() if key in wanted}


def _judged(form: Sequence[FormQuestion], answers: Answers) -> Judged:
    sent = {str(file_id) for file_id in any_ids(answers.values())}
    return judge([question.asked() for question in form], {str(key): one for key, one in answers.items()}, files=sent)
