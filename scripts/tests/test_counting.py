"""The last line counts what the runners really said, also when one of them crashed."""

from pathlib import Path

import pytest

from almanac_cli import testing
from almanac_cli.junit import Counts, counts

REPORT = """<?xml version="1.0"?><testsuites><testsuite>
<testcase name="a"/><testcase name="b"><failure>no</failure></testcase>
<testcase name="c"><error>no</error></testcase><testcase name="d"><skipped/></testcase><testcase name="e"/>
</testsuite></testsuites>"""


def test_a_report_is_counted(tmp_path: Path) -> None:
    (tmp_path / "r.xml").write_text(REPORT)
    assert counts(tmp_path / "r.xml", exit_code=1) == Counts(passed=2, failed=2, skipped=1)


@pytest.mark.parametrize("content", [None, "", "<testsuite><testcase name='a'/>"])
def test_a_runner_that_crashed_counts_as_failed(tmp_path: Path, content: str | None) -> None:
    if content is not None:
        (tmp_path / "r.xml").write_text(content)
    assert counts(tmp_path / "r.xml", exit_code=2) == Counts(failed=1)


def test_a_runner_that_failed_without_a_failed_test_counts_as_failed(tmp_path: Path) -> None:
    (tmp_path / "r.xml").write_text("<testsuite><testcase name='a'/></testsuite>")
    assert counts(tmp_path / "r.xml", exit_code=1) == Counts(passed=1, failed=1)


@pytest.mark.parametrize(
    ("results", "line", "code"),
    [
        ([Counts(3, 0), Counts(4, 0, 1)], "7 passed, 0 failed", 0),
        ([Counts(3, 0), Counts(4, 2)], "7 passed, 2 failed", 1),
        ([Counts(0, 0)], "0 passed, 0 failed", 1),
    ],
)
def test_the_closing_line_sums_all_parts(
    results: list[Counts], line: str, code: int, capsys: pytest.CaptureFixture[str]
) -> None:
    assert testing.report([testing.Result("part", one, 1.0) for one in results]) == code
    assert capsys.readouterr().out.rstrip().splitlines()[-1] == line
