"""Questions a business asks beside a booking: which of them are shown, and which answers are missing or bad.

A form is a list of questions in order. A question may be shown only if an earlier one was answered in a certain way. One
pass from top to bottom decides everything, so nothing can depend on itself:

- A question without a condition is shown. One with a condition is shown if the question it names is shown, has a good
  answer, and that answer fulfils the condition. No answer fulfils no condition, not even "is not".
- The answer to a question that is not shown does not count: it is neither missing nor bad, and it is not kept.
- A shown question that must be answered and has no answer is missing. White space alone, no choice at all and an
  unticked "yes or no" that was never answered are no answers; "no" is one.

Answers are JSON values by kind: text and long text a string, number a whole number, choice an option's key, choices a
list of keys, yes or no a boolean, date `YYYY-MM-DD`, file the id of an uploaded file. Pure: the web mirrors `shown` alone.

An answer may make the visit longer: `added_minutes` says by how much.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

MOST_TEXT, MOST_LONG_TEXT = 200, 2_000  # characters
FIRST_YEAR, LAST_YEAR = 1900, 2198  # a birthday may lie far back
MOST_NUMBER = 1_000_000_000

Answer = str | bool | int | list[str]


class QuestionKind(StrEnum):
    TEXT = "text"
    LONG_TEXT = "long_text"
    NUMBER = "number"
    CHOICE = "choice"
    CHOICES = "choices"
    YES_NO = "yes_no"
    DATE = "date"
    FILE = "file"


class ConditionTest(StrEnum):
    ANSWERED = "answered"
    IS = "is"  # of several choices: that one is among them
    IS_NOT = "is_not"
    AT_LEAST = "at_least"
    AT_MOST = "at_most"


class Fault(StrEnum):
    MISSING = "missing"
    WRONG_KIND = "wrong_kind"
    TOO_LONG = "too_long"
    TOO_SMALL = "too_small"
    TOO_LARGE = "too_large"
    NO_OPTION = "no_option"
    NO_DATE = "no_date"
    NO_FILE = "no_file"


@dataclass(frozen=True, slots=True)
class Condition:
    """`question` names an earlier one; `value` is an option's key, `yes` or `no`, or a whole number as text."""

    question: str
    test: ConditionTest
    value: str = ""


@dataclass(frozen=True, slots=True)
class Question:
    key: str
    kind: QuestionKind
    is_required: bool = False
    options: tuple[str, ...] = ()
    minimum: int | None = None
    maximum: int | None = None
    show_if: Condition | None = None
    minutes_each: int = 0  # that a yes adds, or each of a number beyond `minutes_included`
    minutes_included: int = 0
    option_minutes: Mapping[str, int] = field(default_factory=dict)

    @property
    def changes_length(self) -> bool:
        """Whether an answer to it can make the visit longer."""
        return self.minutes_each > 0 or any(self.option_minutes.values())


@dataclass(frozen=True, slots=True)
class Judged:
    """What became of the answers: the keys shown, the good answers among them, and what is wrong by key."""

    shown: tuple[str, ...]
    kept: dict[str, Answer]
    faults: dict[str, Fault]


def judge(questions: Sequence[Question], answers: Mapping[str, Answer], *, files: Collection[str] = ()) -> Judged:
    """Which questions are shown, which answers stand, and what is missing or bad; `files` are the ids that were uploaded."""
    shown: list[str] = []
    kept: dict[str, Answer] = {}
    faults: dict[str, Fault] = {}
    for question in questions:
        if question.show_if is not None and not _fulfilled(question.show_if, kept):
            continue
        shown.append(question.key)
        answer = _plain(answers.get(question.key))
        fault = _fault(question, answer, files)
        if fault is not None:
            faults[question.key] = fault
        elif answer is not None:
            kept[question.key] = answer
    return Judged(tuple(shown), kept, faults)


def added_minutes(questions: Sequence[Question], kept: Mapping[str, Answer]) -> int:
    """How many minutes longer good answers make a visit, never less than none: a yes its minutes, a number so many for each
    beyond those included, a choice what its options say."""
    return sum(_minutes_of(question, kept[question.key]) for question in questions if question.key in kept)


def _minutes_of(question: Question, answer: Answer) -> int:
    match question.kind:
        case QuestionKind.YES_NO:
            return question.minutes_each if answer is True else 0
        case QuestionKind.NUMBER if isinstance(answer, int):
            return question.minutes_each * max(0, answer - question.minutes_included)
        case QuestionKind.CHOICE | QuestionKind.CHOICES:
            chosen = answer if isinstance(answer, list) else [str(answer)]
            return sum(question.option_minutes.get(key, 0) for key in chosen)
    return 0


def _fulfilled(condition: Condition, kept: Mapping[str, Answer]) -> bool:
    answer = kept.get(condition.question)
    if answer is None:
        return False
    if condition.test is ConditionTest.ANSWERED:
        return True
    if condition.test in (ConditionTest.AT_LEAST, ConditionTest.AT_MOST):
        bound = int(condition.value)
        if isinstance(answer, bool) or not isinstance(answer, int):
            return False
        return answer >= bound if condition.test is ConditionTest.AT_LEAST else answer <= bound
    return _is(answer, condition.value) is (condition.test is ConditionTest.IS)


def _is(answer: Answer, value: str) -> bool:
    if isinstance(answer, list):
        return value in answer
    if isinstance(answer, bool):
        return ("yes" if answer else "no") == value
    return str(answer) == value


def _plain(answer: Answer | None) -> Answer | None:
    """The answer without white space around it; an empty one is none."""
    if isinstance(answer, str):
        return answer.strip() or None
    if isinstance(answer, list):
        return list(dict.fromkeys(answer)) or None
    return answer


def _fault(question: Question, answer: Answer | None, files: Collection[str]) -> Fault | None:
    if answer is None:
        return Fault.MISSING if question.is_required else None
    match question.kind:
        case QuestionKind.NUMBER:
            return _number(question, answer)
        case QuestionKind.YES_NO:
            return None if isinstance(answer, bool) else Fault.WRONG_KIND
        case QuestionKind.CHOICES:
            return _choices(question, answer)
    return _words(question, answer, files) if isinstance(answer, str) else Fault.WRONG_KIND


def _choices(question: Question, answer: Answer) -> Fault | None:
    if not isinstance(answer, list):
        return Fault.WRONG_KIND
    return None if set(answer) <= set(question.options) else Fault.NO_OPTION


def _words(question: Question, answer: str, files: Collection[str]) -> Fault | None:
    match question.kind:
        case QuestionKind.CHOICE:
            return None if answer in question.options else Fault.NO_OPTION
        case QuestionKind.DATE:
            return None if _is_date(answer) else Fault.NO_DATE
        case QuestionKind.FILE:
            return None if answer in files else Fault.NO_FILE
    most = MOST_TEXT if question.kind is QuestionKind.TEXT else MOST_LONG_TEXT
    return Fault.TOO_LONG if len(answer) > most else None


def _number(question: Question, answer: Answer) -> Fault | None:
    if isinstance(answer, bool) or not isinstance(answer, int):
        return Fault.WRONG_KIND
    least = -MOST_NUMBER if question.minimum is None else question.minimum
    most = MOST_NUMBER if question.maximum is None else question.maximum
    if answer < least:
        return Fault.TOO_SMALL
    return Fault.TOO_LARGE if answer > most else None


def _is_date(text: str) -> bool:
    if len(text) != len("2026-03-02"):
        return False
    try:
        return FIRST_YEAR <= date.fromisoformat(text).year <= LAST_YEAR
    except ValueError:
        return False
