"""Counts from the JUnit report that every test runner can write."""

from dataclasses import dataclass
from pathlib import Path
from xml.etree import ElementTree


@dataclass(frozen=True)
class Counts:
    """How many tests ended how."""

    passed: int = 0
    failed: int = 0
    skipped: int = 0

    def __add__(self, other: "Counts") -> "Counts":
        return Counts(self.passed + other.passed, self.failed + other.failed, self.skipped + other.skipped)


def counts(report: Path, exit_code: int) -> Counts:
    """Read a report. A runner that failed without naming a failed test (it crashed, or found none) counts as one."""
    result = _read(report)
    if exit_code and not result.failed:
        return result + Counts(failed=1)
    return result


def _read(report: Path) -> Counts:
    try:
        cases = list(ElementTree.parse(report).getroot().iter("testcase"))  # noqa: S314 - our own runner wrote it
    except (OSError, ElementTree.ParseError):
        return Counts()
    failed = sum(1 for case in cases if case.find("failure") is not None or case.find("error") is not None)
    skipped = sum(1 for case in cases if case.find("skipped") is not None)
    return Counts(len(cases) - failed - skipped, failed, skipped)
