"""The engine from the shell: read a problem from a file, print its slots and the reasons where there are none."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterator, Sequence
from dataclasses import asdict
from datetime import date
from itertools import groupby
from pathlib import Path

from almanac.engine.changes import FIELDS, Change
from almanac.engine.codec import loads
from almanac.engine.errors import InvalidProblem
from almanac.engine.jsonform import Node, instant_text
from almanac.engine.problem import Interval, Problem, Slot
from almanac.engine.proposals import Audience
from almanac.engine.reasons import Refusal, explain, explain_day
from almanac.engine.slots import open_slots
from almanac.engine.wallclock import table_between
from almanac.engine.words import change_words, clock_time, reason_words

INSTANTS = ("start", "end", "until")


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command; 0 when the question was answered, 2 when it could not be read."""
    options = _parser().parse_args(arguments)
    try:
        text = sys.stdin.read() if options.problem == "-" else Path(options.problem).read_text(encoding="utf-8")
        problem = loads(text)
        answer = _Answer(problem, options)
    except InvalidProblem as wrong:
        print(f"{wrong.field}: {wrong.words}", file=sys.stderr)
        return 2
    except (OSError, UnicodeDecodeError) as wrong:
        print(f"{options.problem} cannot be read: {wrong}", file=sys.stderr)
        return 2
    print(json.dumps(answer.as_json(), indent=2) if options.json else "\n".join(answer.lines()))
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m almanac.engine", description="Slots of a problem, and why not.")
    parser.add_argument("problem", help="a JSON file (docs/algorithms/slots.md), or - for standard input")
    parser.add_argument("--reasons", action="store_true", help="also say why each other start is refused")
    parser.add_argument("--at", metavar="INSTANT", help="explain this start only (ISO 8601 with Z or an offset)")
    parser.add_argument("--staff", metavar="ID", help="explain for this staff member only")
    parser.add_argument("--audience", choices=list(Audience), default=Audience.STAFF, help="whom changes are for")
    parser.add_argument("--json", action="store_true", help="print JSON")
    return parser


class _Answer:
    """What was asked, computed once and then printed one way or the other."""

    def __init__(self, problem: Problem, options: argparse.Namespace) -> None:
        self.problem = problem
        self.audience = Audience(options.audience)
        self.zones = {calendar.staff_id: calendar.zone for calendar in problem.calendars}
        if options.staff is not None and options.staff not in self.zones:
            raise InvalidProblem("--staff", f"{options.staff!r} is not among the calendars")
        self.staff = [options.staff] if options.staff else list(self.zones)
        self.at = None if options.at is None else Node(options.at, "--at").instant()
        self.slots = [slot for slot in open_slots(problem) if self._wanted(slot)]
        self.refusals = list(self._refusals()) if options.reasons or self.at is not None else None

    def _wanted(self, slot: Slot) -> bool:
        return (self.at is None or slot.start == self.at) and any(who in self.staff for who in slot.staff_ids)

    def _refusals(self) -> Iterator[Refusal]:
        for staff_id in self.staff:
            if self.at is not None:
                refusal = explain(self.problem, self.at, staff_id, audience=self.audience)
                if refusal is not None:
                    yield refusal
                continue
            table = table_between(self.zones[staff_id], *self.problem.window)
            first, last = table.date_of(self.problem.window.start), table.date_of(self.problem.window.end - 1)
            for on in range(first, last + 1):
                verdicts = explain_day(self.problem, staff_id, date.fromordinal(on), audience=self.audience)
                yield from (verdict.refusal for verdict in verdicts if verdict.refusal is not None)

    def lines(self) -> Iterator[str]:
        """The answer to be read: local times, by date."""
        yield f"{len(self.slots)} slots" if len(self.slots) != 1 else "1 slot"
        for slot in self.slots:
            zone = self.zones[slot.staff_ids[0]]
            end = clock_time(slot.end, zone, on_date=False)
            people = ", ".join(who for who, _ in groupby(slot.staff_ids))
            yield f"  {clock_time(slot.start, zone)}-{end}  {people}  ({zone})"
        for refusal in self.refusals or ():
            zone = self.zones[refusal.staff_id]
            yield f"not {clock_time(refusal.start, zone)}  {refusal.staff_id}  ({zone})"
            yield from (f"    {reason.code}: {reason_words(reason, zone)}" for reason in refusal.reasons)
            if refusal.smallest_change is not None:
                yield f"    -> {change_words(refusal.smallest_change, zone)}"

    def as_json(self) -> dict[str, object]:
        """The answer to be read by a program: instants in UTC."""
        answer: dict[str, object] = {
            "slots": [
                {"start": instant_text(slot.start), "end": instant_text(slot.end), "staff_ids": list(slot.staff_ids)}
                for slot in self.slots
            ]
        }
        if self.refusals is not None:
            answer["refusals"] = [_refusal_json(refusal) for refusal in self.refusals]
        return answer


def _refusal_json(refusal: Refusal) -> object:
    change = refusal.smallest_change
    return {
        "start": instant_text(refusal.start),
        "staff_id": refusal.staff_id,
        "reasons": [_plain(asdict(reason)) for reason in refusal.reasons],
        "smallest_change": None if change is None else _change_json(change),
    }


def _change_json(change: Change) -> dict[str, object]:
    fields: dict[str, object] = {name: _plain(getattr(change, name), name) for name in FIELDS[change.kind]}
    if change.steps:
        fields["steps"] = [_change_json(step) for step in change.steps]
    return {"kind": change.kind.value, **fields}


def _plain(value: object, key: str = "") -> object:
    """Facts as JSON: instants written out, fields that say nothing left out."""
    if isinstance(value, Interval):
        return [instant_text(value.start), instant_text(value.end)]
    if isinstance(value, dict):
        return {name: _plain(part, name) for name, part in value.items() if part not in (None, "", ())}
    if key in INSTANTS and isinstance(value, int):
        return instant_text(value)
    return value
