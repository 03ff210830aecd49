"""Every setting stands in `.env.example`, and nothing else does."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[4]
COMMANDS = ROOT / "scripts" / "almanac_cli"
NAME = re.compile(r"[A-Z][A-Z0-9_]+")


def written_down() -> set[str]:
    """The names in the file; the commands read it in this form, too, to keep the shell's settings out of tests."""
    return set(
        re.findall(r"^#? ?([A-Z][A-Z0-9_]*)=", (ROOT / ".env.example").read_text(encoding="utf-8"), re.MULTILINE)
    )


def read_by_the_server() -> Iterator[str]:
    """The first argument of every `env.str("NAME")` and `os.environ.get("NAME")`."""
    for path in (ROOT / "server" / "almanac").rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))) if "tests" not in path.parts else ():
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr != "setdefault":
                asked = ast.unparse(node.func.value) in ("env", "os.environ")
                first = node.args[0] if asked and node.args else None
                if isinstance(first, ast.Constant) and NAME.fullmatch(str(first.value)):
                    yield str(first.value)


def test_every_setting_the_server_reads_is_written_down() -> None:
    found = set(read_by_the_server())
    assert {"SECRET_KEY", "DATABASE_URL", "ALMANAC_ENV"} <= found  # the search finds something
    assert found - written_down() == set()


def test_every_setting_that_is_written_down_is_read() -> None:
    commands = " ".join(path.read_text(encoding="utf-8") for path in COMMANDS.glob("*.py"))
    unread = written_down() - set(read_by_the_server()) - set(re.findall(r'"([A-Z][A-Z0-9_]+)"', commands))
    assert unread == set()
