"""Our journal as the programs of others read it: bean-check always, hledger where it is installed."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

CHECKS = {"hledger": ["hledger", "check", "--strict", "-f"], "beancount": ["bean-check"]}
NOT_INSTALLED = (
    "is NOT INSTALLED: what it would say of our journal is NOT CHECKED"  # conftest.py says it at the end of a run
)


def checked(kind: str, file: Path) -> tuple[int, str]:
    """What a program ends with, and says."""
    program, *words = CHECKS[kind]
    done = subprocess.run(
        [found(program), *words, str(file)],
        capture_output=True,
        text=True,
        check=False,
        env={"LANG": "C.UTF-8", "PATH": "/usr/bin"},
    )
    return done.returncode, done.stdout + done.stderr


def found(program: str) -> str:
    """Where a program is. Without hledger the test is skipped, which is said at the end; without bean-check it fails."""
    beside_python = Path(sys.executable).parent / program
    where = str(beside_python) if beside_python.exists() else shutil.which(program)
    if where is None and program == "hledger":
        pytest.skip(f"{program} {NOT_INSTALLED}")
    assert where is not None, f"{program} is missing: requirements/dev.txt has it"
    return where
