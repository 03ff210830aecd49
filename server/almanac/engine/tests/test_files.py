"""A problem as a file: there and back, what is wrong with it, and the command that answers it."""

from __future__ import annotations

import io
import json
import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given

from almanac.engine.cli import main
from almanac.engine.codec import dumps, from_json, loads, to_json
from almanac.engine.errors import InvalidProblem
from almanac.engine.problem import Problem
from almanac.engine.slots import starts_by_staff
from almanac.engine.tests.factories import daily, person, problem, taken
from almanac.engine.tests.strategies import problems

PAGE = Path(__file__).parents[4] / "docs" / "algorithms" / "slots.md"


def example() -> dict[str, Any]:
    """The problem printed on the documentation page."""
    found = re.search(r"```json\n(.*?)```", PAGE.read_text(encoding="utf-8"), re.DOTALL)
    assert found is not None
    return dict(json.loads(found.group(1)))


@given(problems(people=3, services=3))
def test_there_and_back_again(asked: Problem) -> None:
    again = loads(dumps(asked))
    assert starts_by_staff(again) == starts_by_staff(asked)
    assert to_json(again) == to_json(asked)
    assert (again.ask, again.rules, again.window, again.now) == (asked.ask, asked.rules, asked.window, asked.now)


def test_the_documented_example_is_read() -> None:
    asked = from_json(example())
    assert [calendar.staff_id for calendar in asked.calendars] == ["ana"]
    assert len(asked.calendars[0].blocks) == 2


def spoil(change: Callable[[dict[str, Any]], object]) -> dict[str, Any]:
    data = example()
    change(data)
    return data


@pytest.mark.parametrize(
    ("change", "path"),
    [
        (lambda data: data.pop("now"), "problem"),
        (lambda data: data.update(colour="red"), "problem"),
        (lambda data: data.update(format="almanac.problem/2"), "format"),
        (lambda data: data.update(now="2026-03-27T08:00:00"), "now"),
        (lambda data: data.update(now="soon"), "now"),
        (lambda data: data.update(now=5), "now"),
        (lambda data: data.update(window=["2026-03-28T00:00:00Z"]), "window"),
        (lambda data: data.update(calendars={}), "calendars"),
        (lambda data: data["ask"]["segments"][0].update(duration="2h"), "ask.segments[0].duration"),
        (lambda data: data["ask"]["segments"][0].update(duration=True), "ask.segments[0].duration"),
        (lambda data: data["ask"]["segments"][0].update(duration=-5), "ask.segments[0].duration"),
        (lambda data: data["ask"].update(place=[51.5]), "ask.place"),
        (lambda data: data["rules"].update(slot_interval=0), "rules.slot_interval"),
        (lambda data: data["calendars"][0].update(zone="Mars"), "calendars[0].zone"),
        (lambda data: data["calendars"][0]["hours"].update(mon=["9-5"]), "calendars[0].hours.mon[0]"),
        (lambda data: data["calendars"][0]["hours"].update(monday=[]), "calendars[0].hours"),
        (lambda data: data["calendars"][0]["hours"].update(tue=["17:00-09:00"]), "calendars[0].hours"),
        (lambda data: data["calendars"][0]["overrides"].update(tomorrow=[]), "calendars[0].overrides.tomorrow"),
        (lambda data: data["calendars"][0].update(holidays=["2026-02-30"]), "calendars[0].holidays[0]"),
        (lambda data: data["calendars"][0]["taken"][0].update(kind="dream"), "calendars[0].taken[0].kind"),
        (lambda data: data["calendars"][0]["blocks"][0].update(transparency=1), "calendars[0].blocks[0].transparency"),
    ],
)
def test_what_is_wrong_is_told_by_its_path(change: Callable[[dict[str, Any]], object], path: str) -> None:
    with pytest.raises(InvalidProblem) as refused:
        from_json(spoil(change))
    assert refused.value.field == path


@pytest.mark.parametrize("text", ["", "{", "[]", "null", "[" * 100_000, '{"now": 1e999}'])
def test_what_is_no_problem_is_said_so(text: str) -> None:
    with pytest.raises(InvalidProblem):
        loads(text)


@pytest.fixture
def saved(tmp_path: Path) -> Path:
    ana = person("ana", "09:00-12:00", breaks=daily("10:00-10:15"), taken=(taken("11:00", "11:30", reference="A-7"),))
    path = tmp_path / "problem.json"
    path.write_text(dumps(problem(ana, person("ben", "14:00-15:00"))), encoding="utf-8")
    return path


def test_the_command_prints_slots(saved: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([str(saved)]) == 0
    assert capsys.readouterr().out.splitlines() == [
        "2 slots",
        "  Tue 2026-06-09 09:00-10:00  ana  (Europe/London)",
        "  Tue 2026-06-09 14:00-15:00  ben  (Europe/London)",
    ]


def test_the_command_explains_one_start(saved: Path, capsys: pytest.CaptureFixture[str]) -> None:
    arguments = [str(saved), "--at", "2026-06-09T10:30:00+01:00", "--staff", "ana"]
    assert main([*arguments, "--audience", "customer"]) == 0
    assert capsys.readouterr().out.splitlines() == [
        "0 slots",
        "not Tue 2026-06-09 10:30  ana  (Europe/London)",
        "    busy: meets Tue 2026-06-09 11:00 to 11:30, taken (A-7)",
        "    -> make it 30 min shorter",
    ]
    assert main([*arguments, "--json"]) == 0
    refusal = json.loads(capsys.readouterr().out)["refusals"][0]
    assert [reason["code"] for reason in refusal["reasons"]] == ["busy"]
    assert refusal["smallest_change"] == {
        "kind": "release",
        "reference": "A-7",
        "span": ["2026-06-09T10:00:00Z", "2026-06-09T10:30:00Z"],
    }


def test_the_command_reads_standard_input_and_explains_all(
    saved: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO(saved.read_text(encoding="utf-8")))
    assert main(["-", "--reasons"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert "    break: meets the break Tue 2026-06-09 10:00 to 10:15" in lines
    assert "not Tue 2026-06-09 08:45  ana  (Europe/London)" in lines


def test_the_command_says_what_is_wrong(saved: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([str(tmp_path / "none.json")]) == 2
    assert main([str(saved), "--at", "noon"]) == 2
    assert main([str(saved), "--staff", "zoe"]) == 2
    (tmp_path / "bad.json").write_text("{}", encoding="utf-8")
    assert main([str(tmp_path / "bad.json")]) == 2
    said = capsys.readouterr().err.splitlines()
    assert said[1:] == [
        "--at: 'noon' is no ISO 8601 instant",
        "--staff: 'zoe' is not among the calendars",
        "problem: 'format' is missing",
    ]


def test_seconds_survive_the_file() -> None:
    odd = problem()
    odd = replace(odd, now=odd.now + 17)
    assert loads(dumps(odd)).now == odd.now
