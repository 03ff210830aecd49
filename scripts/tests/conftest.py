"""Puts the program's modules on the path and gives every test a folder of its own as the checkout."""

import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from almanac_cli import paths


@pytest.fixture
def checkout(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty checkout that every path of the program points into."""
    for name, value in {
        "ROOT": tmp_path,
        "VENV": tmp_path / ".venv",
        "STAMPS": tmp_path / ".venv" / ".stamps",
        "WEB": tmp_path / "web",
        "SERVER": tmp_path / "server",
        "REPORTS": tmp_path / "var" / "test",
    }.items():
        monkeypatch.setattr(paths, name, value)
    return tmp_path
