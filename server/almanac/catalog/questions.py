"""A service's own questions, as they are stored: a short typed document in the service's row (docs/adr/0013-questions.md).

What the questions mean, and which answers stand, is `engine.questions`; here is how they are written down, what makes a
form sound, and the copy of an answer that an order keeps however the form changes.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Annotated, Any
from uuid import UUID

from pydantic import BaseModel, ConfigDict, Field, StrictBool, StrictInt, StrictStr, TypeAdapter

from almanac.engine.questions import MOST_LONG_TEXT, MOST_NUMBER, Condition, ConditionTest, Judged, Question
from almanac.engine.questions import QuestionKind as Kind
from almanac.kit.errors import InvalidInput
from almanac.kit.localized import LocalizedText

MOST_QUESTIONS, MOST_OPTIONS = 30, 30
MOST_MINUTES = 24 * 60  # that an answer makes a visit longer
WITH_OPTIONS = frozenset({Kind.CHOICE, Kind.CHOICES})
NUMERIC = frozenset({ConditionTest.AT_LEAST, ConditionTest.AT_MOST})

Words = dict[Annotated[str, Field(max_length=12)], Annotated[str, Field(max_length=500)]]
AnswerText = Annotated[StrictStr, Field(max_length=MOST_LONG_TEXT)]
AnswerNumber = Annotated[StrictInt, Field(ge=-MOST_NUMBER * 10, le=MOST_NUMBER * 10)]
AnswerValue = StrictBool | AnswerNumber | AnswerText | Annotated[list[AnswerText], Field(max_length=MOST_OPTIONS)]


Minutes = Annotated[int, Field(ge=0, le=MOST_MINUTES)]


class Stored(BaseModel):
    model_config = ConfigDict(extra="ignore")


class Option(Stored):
    key: Annotated[str, Field(pattern=r"^[a-z0-9][a-z0-9_-]{0,39}$")]
    label: Words
    minutes: Minutes = 0  # longer with it


class ShowIf(Stored):
    """`value` is an option's key, `yes` or `no`, or a whole number; nothing for `answered`."""

    question: UUID
    test: ConditionTest
    value: Annotated[str, Field(max_length=40)] = ""


class FormQuestion(Stored):
    """One question of a form. Archived ones are asked no more; the orders that answered them keep their own copy.

    A visit is longer by `minutes_each` with a yes, or for each of a number beyond `minutes_included`; by an option's own minutes
    with a choice.
    """

    id: UUID
    kind: Kind
    label: Words
    help: Words = Field(default_factory=dict)
    is_required: bool = False
    options: Annotated[list[Option], Field(max_length=MOST_OPTIONS)] = Field(default_factory=list)
    minimum: Annotated[int | None, Field(ge=-MOST_NUMBER, le=MOST_NUMBER)] = None
    maximum: Annotated[int | None, Field(ge=-MOST_NUMBER, le=MOST_NUMBER)] = None
    show_if: ShowIf | None = None
    for_staff: bool = False
    is_archived: bool = False
    minutes_each: Minutes = 0
    minutes_included: Annotated[int, Field(ge=0, le=MOST_NUMBER)] = 0

    def asked(self) -> Question:
        """As the engine judges it."""
        condition = self.show_if
        return Question(
            key=str(self.id),
            kind=self.kind,
            is_required=self.is_required,
            options=tuple(option.key for option in self.options),
            minimum=self.minimum,
            maximum=self.maximum,
            show_if=Condition(str(condition.question), condition.test, condition.value) if condition else None,
            minutes_each=self.minutes_each,
            minutes_included=self.minutes_included,
            option_minutes={option.key: option.minutes for option in self.options if option.minutes},
        )


class KeptAnswer(Stored):
    """An answer as it was sold with an order line: the question's words and the chosen options' words go along."""

    id: UUID
    kind: Kind
    label: LocalizedText
    answer: AnswerValue
    options: list[LocalizedText] = Field(default_factory=list)
    file_name: str = ""
    file_type: str = ""
    for_staff: bool = False


_FORM = TypeAdapter(list[FormQuestion])
_KEPT = TypeAdapter(list[KeptAnswer])


def form_of(stored: Sequence[Mapping[str, Any]]) -> list[FormQuestion]:
    """The questions of a stored form, archived ones too."""
    return _FORM.validate_python(stored) if stored else []


def live(form: Iterable[FormQuestion]) -> list[FormQuestion]:
    """The questions that are asked."""
    return [question for question in form if not question.is_archived]


def stored_form(form: Sequence[FormQuestion]) -> list[dict[str, Any]]:
    """A form as the row keeps it."""
    return [question.model_dump(mode="json", exclude_defaults=True) for question in form]


def kept_answers(
    form: Iterable[FormQuestion], judged: Judged, files: Mapping[str, tuple[str, str]]
) -> list[KeptAnswer]:
    """The good answers as an order keeps them, in the form's order; `files` gives (name, type) by id."""
    found = []
    for question in form:
        answer = judged.kept.get(str(question.id))
        if answer is None:
            continue
        chosen = answer if isinstance(answer, list) else [answer]
        name, kind = files.get(str(answer), ("", "")) if question.kind is Kind.FILE else ("", "")
        found.append(
            KeptAnswer(
                id=question.id,
                kind=question.kind,
                label=question.label,
                answer=answer,
                options=[option.label for option in question.options if option.key in chosen],
                file_name=name,
                file_type=kind,
                for_staff=question.for_staff,
            )
        )
    return found


def answers_text(answers: Sequence[KeptAnswer]) -> str:
    """Kept answers as an encrypted column holds them; empty for none."""
    return _KEPT.dump_json(list(answers)).decode() if answers else ""


def answers_in(text: str) -> list[KeptAnswer]:
    """What such a column holds."""
    return _KEPT.validate_json(text) if text else []


def check_form(form: Sequence[FormQuestion]) -> None:
    """A form is sound: everything has words, options and ranges make sense, and conditions look back to what can fulfil
    them. Raises InvalidInput with `questions.<place>.<part>` for everything that is not."""
    fields: dict[str, list[str]] = {}
    if len(live(form)) > MOST_QUESTIONS:
        fields["questions"] = [f"At most {MOST_QUESTIONS} questions, please."]
    earlier: dict[UUID, FormQuestion] = {}
    for place, question in enumerate(form):
        for part, words in _faults(question, earlier):
            fields.setdefault(f"questions.{place}.{part}", []).append(words)
        if question.id in earlier:
            fields.setdefault(f"questions.{place}.id", []).append("This question stands here twice.")
        if not question.is_archived:
            earlier[question.id] = question
    if fields:
        raise InvalidInput(fields=fields)


def _faults(question: FormQuestion, earlier: Mapping[UUID, FormQuestion]) -> Iterable[tuple[str, str]]:
    if question.is_archived:
        return
    if not any(text.strip() for text in question.label.values()):
        yield "label", "Say what the question is."
    if question.kind in WITH_OPTIONS:
        keys = [option.key for option in question.options]
        if len(keys) < 2:
            yield "options", "Give at least two answers to choose from."
        if len(set(keys)) < len(keys):
            yield "options", "Two of these answers are the same."
        if not all(any(text.strip() for text in option.label.values()) for option in question.options):
            yield "options", "Give each answer its words."
    low, high = question.minimum, question.maximum
    if low is not None and high is not None and low > high:
        yield "maximum", "The most is less than the least."
    yield from _length_faults(question)
    if question.show_if is not None and not _sound(question.show_if, earlier.get(question.show_if.question)):
        yield "show_if", "Choose a question above this one, and an answer that it can have."


def _length_faults(question: FormQuestion) -> Iterable[tuple[str, str]]:
    """By at most a day an answer makes a visit longer."""
    if question.minutes_each and question.kind not in (Kind.NUMBER, Kind.YES_NO):
        yield "minutes_each", "Only a number, a yes or a choice can make a visit longer."
    if question.kind is Kind.NUMBER and question.minutes_each:
        if question.maximum is None:
            yield "maximum", "Say the most, as each makes the visit longer."
        elif question.minutes_each * (question.maximum - question.minutes_included) > MOST_MINUTES:
            yield "maximum", "With the most, the visit would be more than a day longer."
    if question.kind in WITH_OPTIONS and sum(option.minutes for option in question.options) > MOST_MINUTES:
        yield "options", "All together, the visit would be more than a day longer."


def _sound(condition: ShowIf, other: FormQuestion | None) -> bool:
    if other is None:
        return False
    if condition.test is ConditionTest.ANSWERED:
        return True
    if condition.test in NUMERIC:
        return other.kind is Kind.NUMBER and _is_whole(condition.value)
    if other.kind is Kind.YES_NO:
        return condition.value in ("yes", "no")
    return other.kind in WITH_OPTIONS and condition.value in {option.key for option in other.options}


def _is_whole(text: str) -> bool:
    return text.removeprefix("-").isdecimal() and text.isascii() and abs(int(text)) <= MOST_NUMBER
