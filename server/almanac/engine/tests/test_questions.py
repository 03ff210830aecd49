"""Which questions are shown, and which answers stand: cases shared with the web, and laws over random forms."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from almanac.engine.questions import (
    MOST_LONG_TEXT,
    MOST_TEXT,
    Answer,
    Condition,
    ConditionTest,
    Fault,
    Question,
    QuestionKind,
    judge,
)

CASES = json.loads((Path(__file__).parent / "question_cases.json").read_text(encoding="utf-8"))["cases"]
FILE = "0192f0c1-0000-7000-8000-000000000001"


def question_of(raw: dict[str, Any]) -> Question:
    show_if = raw.get("show_if")
    return Question(
        key=raw["key"],
        kind=QuestionKind(raw["kind"]),
        options=tuple(raw.get("options", ())),
        minimum=raw.get("minimum"),
        maximum=raw.get("maximum"),
        show_if=Condition(show_if["question"], ConditionTest(show_if["test"]), show_if["value"]) if show_if else None,
    )


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_cases_shared_with_the_web(case: dict[str, Any]) -> None:
    found = judge([question_of(raw) for raw in case["questions"]], case["answers"])
    assert list(found.shown) == case["shown"]


@pytest.mark.parametrize(
    ("question", "answer", "fault"),
    [
        (Question("q", QuestionKind.TEXT, True), None, Fault.MISSING),
        (Question("q", QuestionKind.TEXT, True), " ", Fault.MISSING),
        (Question("q", QuestionKind.TEXT), "x" * MOST_TEXT, None),
        (Question("q", QuestionKind.TEXT), "x" * (MOST_TEXT + 1), Fault.TOO_LONG),
        (Question("q", QuestionKind.LONG_TEXT), "x" * MOST_LONG_TEXT, None),
        (Question("q", QuestionKind.LONG_TEXT), "x" * (MOST_LONG_TEXT + 1), Fault.TOO_LONG),
        (Question("q", QuestionKind.TEXT), 3, Fault.WRONG_KIND),
        (Question("q", QuestionKind.NUMBER, minimum=1, maximum=5), 0, Fault.TOO_SMALL),
        (Question("q", QuestionKind.NUMBER, minimum=1, maximum=5), 1, None),
        (Question("q", QuestionKind.NUMBER, minimum=1, maximum=5), 5, None),
        (Question("q", QuestionKind.NUMBER, minimum=1, maximum=5), 6, Fault.TOO_LARGE),
        (Question("q", QuestionKind.NUMBER), True, Fault.WRONG_KIND),
        (Question("q", QuestionKind.NUMBER), "3", Fault.WRONG_KIND),
        (Question("q", QuestionKind.NUMBER), 10**30, Fault.TOO_LARGE),
        (Question("q", QuestionKind.CHOICE, options=("a",)), "a", None),
        (Question("q", QuestionKind.CHOICE, options=("a",)), "b", Fault.NO_OPTION),
        (Question("q", QuestionKind.CHOICES, True, options=("a",)), [], Fault.MISSING),
        (Question("q", QuestionKind.CHOICES, options=("a",)), ["a", "a"], None),
        (Question("q", QuestionKind.CHOICES, options=("a",)), ["a", "b"], Fault.NO_OPTION),
        (Question("q", QuestionKind.CHOICES, options=("a",)), "a", Fault.WRONG_KIND),
        (Question("q", QuestionKind.YES_NO, True), False, None),
        (Question("q", QuestionKind.YES_NO, True), None, Fault.MISSING),
        (Question("q", QuestionKind.YES_NO), "yes", Fault.WRONG_KIND),
        (Question("q", QuestionKind.DATE), "2026-03-02", None),
        (Question("q", QuestionKind.DATE), "20260302", Fault.NO_DATE),
        (Question("q", QuestionKind.DATE), "2026-02-30", Fault.NO_DATE),
        (Question("q", QuestionKind.DATE), "0001-01-01", Fault.NO_DATE),
        (Question("q", QuestionKind.FILE), FILE, None),
        (Question("q", QuestionKind.FILE), "another", Fault.NO_FILE),
    ],
)
def test_one_answer(question: Question, answer: Answer | None, fault: Fault | None) -> None:
    found = judge([question], {} if answer is None else {"q": answer}, files={FILE})
    assert found.faults.get("q") == fault


ANSWERS = st.one_of(
    st.text(max_size=4),
    st.booleans(),
    st.integers(-5, 5),
    st.lists(st.sampled_from("abc"), max_size=3),
    st.sampled_from(["a", "b", "2026-03-02", FILE]),
)


@st.composite
def forms(draw: st.DrawFn) -> list[Question]:
    """A form in which conditions look back, as a saved one has it."""
    questions: list[Question] = []
    for number in range(draw(st.integers(1, 6))):
        condition = None
        looks_back: bool = draw(st.booleans())
        if questions and looks_back:
            test = draw(st.sampled_from(ConditionTest))
            numeric = test in (ConditionTest.AT_LEAST, ConditionTest.AT_MOST)
            value = draw(st.sampled_from(["-1", "0", "3"] if numeric else ["a", "b", "yes", "no", "3"]))
            condition = Condition(draw(st.sampled_from(questions)).key, test, value)
        questions.append(
            Question(
                str(number),
                draw(st.sampled_from(QuestionKind)),
                draw(st.booleans()),
                options=("a", "b"),
                minimum=draw(st.sampled_from([None, 0])),
                maximum=draw(st.sampled_from([None, 3])),
                show_if=condition,
            )
        )
    return questions


@st.composite
def filled(draw: st.DrawFn) -> tuple[list[Question], dict[str, Answer]]:
    questions = draw(forms())
    return questions, draw(st.dictionaries(st.sampled_from([q.key for q in questions] + ["other"]), ANSWERS))


@given(filled())
def test_laws(case: tuple[list[Question], dict[str, Answer]]) -> None:
    questions, answers = case
    found = judge(questions, answers, files={FILE})
    by_key = {question.key: question for question in questions}
    assert list(found.shown) == [key for key in by_key if key in found.shown]  # in the form's order, each once
    assert found.kept.keys() <= set(found.shown)
    assert found.faults.keys() <= set(found.shown)
    assert not found.kept.keys() & found.faults.keys()
    for key, question in by_key.items():
        if question.show_if is None:
            assert key in found.shown
        elif key in found.shown:  # what it depends on is shown, and well answered
            assert question.show_if.question in found.kept
        if key in found.shown and question.is_required:
            assert key in found.kept or key in found.faults
    # Judging what was kept changes nothing: booking sees what the basket showed.
    again = judge(questions, found.kept, files={FILE})
    assert (again.shown, again.kept) == (found.shown, found.kept)


@given(filled(), ANSWERS)
def test_a_hidden_answer_is_as_good_as_none(case: tuple[list[Question], dict[str, Answer]], other: Answer) -> None:
    questions, answers = case
    found = judge(questions, answers, files={FILE})
    for question in questions:
        if question.key not in found.shown:
            assert judge(questions, {**answers, question.key: other}, files={FILE}) == found
