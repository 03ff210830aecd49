"""An old Python answers with a sentence, or hands over to a newer one; it never shows a SyntaxError."""

import ast
import sys
from pathlib import Path

import pytest

import almanac

ENTRY = Path(__file__).resolve().parents[1] / "almanac.py"


def test_the_entry_file_is_readable_by_python_3_6() -> None:
    ast.parse(ENTRY.read_text(encoding="utf-8"), feature_version=(3, 6))


def test_an_old_python_without_a_newer_one_is_told_so(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    monkeypatch.setattr(sys, "version_info", (3, 9, 2))
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.delenv("ALMANAC_PYTHON_CHOSEN", raising=False)

    assert almanac.main() == 1
    assert "Almanac needs Python 3.11 or newer; this is Python 3.9" in capsys.readouterr().err


def test_an_old_python_hands_over_to_a_newer_one(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    broken, good = tmp_path / "broken", tmp_path / "good"
    for folder, code in ((broken, 1), (good, 0)):
        folder.mkdir()
        fake = folder / "python3.12"
        fake.write_text(f"#!/bin/sh\nexit {code}\n")
        fake.chmod(0o755)
    monkeypatch.setattr(sys, "version_info", (3, 9, 2))
    monkeypatch.setattr(sys, "argv", ["almanac.py", "run"])
    monkeypatch.setenv("PATH", f"{broken}:{good}")
    monkeypatch.delenv("ALMANAC_PYTHON_CHOSEN", raising=False)
    chosen: list[list[str]] = []

    def replace(path: str, arguments: list[str]) -> None:
        chosen.append(arguments)
        raise SystemExit(0)

    monkeypatch.setattr(almanac.os, "execv", replace)
    with pytest.raises(SystemExit):
        almanac.main()

    assert chosen == [[str(good / "python3.12"), "almanac.py", "run"]]
