"""Migrated, empty databases kept from run to run: a fresh one is a copy, which takes a moment where migrating takes many.

A template belongs to what migrating depends on: the migrations, the modules they import, the settings and the locked packages.
A change of any of these asks for a new one.
"""

from __future__ import annotations

import ast
import hashlib
import os
import shutil
import sqlite3
import tempfile
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager, suppress
from functools import cache
from pathlib import Path
from secrets import token_hex

import psycopg
from psycopg import sql

SERVER = Path(__file__).resolve().parents[1]
KEPT = SERVER.parent / "var" / "test" / "templates"
PREFIX = "almanac_template_"
MOST_KEPT = 8  # on a server that several checkouts use
LONGEST_SECONDS = 900  # for migrating, on a busy machine

Migrate = Callable[[dict[str, str]], None]


@cache
def fingerprint() -> str:
    """Of all that migrations can depend on."""
    seen = hashlib.sha256()
    for path in sorted({*_behind_migrations(), SERVER / "requirements" / "base.txt"}):
        seen.update(str(path.relative_to(SERVER)).encode() + b"\0" + path.read_bytes())
    return seen.hexdigest()[:16]


def _behind_migrations() -> set[Path]:
    """The migrations and every module of ours that they import, themselves or through another; and the settings, which name the
    apps."""
    found: set[Path] = set()
    waiting = [*(SERVER / "almanac").glob("*/migrations/*.py"), *(SERVER / "almanac" / "config").glob("settings*.py")]
    while waiting:
        path = waiting.pop()
        if path not in found:
            found.add(path)
            waiting.extend(_imported(path) if "config" not in path.parts else ())
    return found


def _imported(path: Path) -> Iterator[Path]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            names = [each.name for each in node.names]
        elif isinstance(node, ast.ImportFrom) and node.module:
            names = [f"{node.module}.{each.name}" for each in node.names]
        else:
            continue
        for name in names:
            parts = name.split(".") if name.startswith("almanac.") else []
            for length in range(1, len(parts) + 1):
                place = SERVER.joinpath(*parts[:length])
                yield from filter(Path.is_file, (place / "__init__.py", place.with_suffix(".py")))


def sqlite_files(migrate: Migrate) -> Path:
    """The folder with `almanac.sqlite3` and `ephemeral.sqlite3` of this code, made at the first call by `migrate`, which gets
    the two addresses as an environment. Of processes that come at once one makes it and the others wait."""
    kept = KEPT / f"sqlite-{fingerprint()}"
    if not kept.exists():
        with _one_at_a_time():
            if not kept.exists():
                _make_files(kept, migrate)
    return kept


def _make_files(kept: Path, migrate: Migrate) -> None:
    with tempfile.TemporaryDirectory(dir=KEPT, prefix="making-", ignore_cleanup_errors=True) as folder:
        made = Path(folder) / "made"
        made.mkdir()
        migrate(
            {
                "DATABASE_URL": f"sqlite:///{made}/almanac.sqlite3",
                "EPHEMERAL_DATABASE_URL": f"sqlite:///{made}/ephemeral.sqlite3",
            }
        )
        os.replace(made, kept)
    for old in KEPT.glob("sqlite-*"):
        if old != kept:
            shutil.rmtree(old, ignore_errors=True)


@contextmanager
def _one_at_a_time() -> Iterator[None]:
    """Among the processes of this checkout. SQLite's own lock of a file holds on every system and ends with its process."""
    KEPT.mkdir(parents=True, exist_ok=True)
    lock = sqlite3.connect(KEPT / "lock.sqlite3", timeout=LONGEST_SECONDS, isolation_level=None)
    with closing(lock):
        lock.execute("BEGIN EXCLUSIVE")
        yield


def postgres_database(server: psycopg.Connection, migrate: Callable[[str], None]) -> str:
    """The name of the template of this code on this server, made at the first call by `migrate`, which gets a name.

    `server` commits by itself. A template is never connected to, so that it can be copied at any time.
    """
    kept = PREFIX + fingerprint()
    if not _exists(server, kept):
        with _one_at_a_time():
            if not _exists(server, kept):
                _make_database(server, kept, migrate)
    return kept


def _make_database(server: psycopg.Connection, kept: str, migrate: Callable[[str], None]) -> None:
    making = f"almanac_making_{token_hex(6)}"
    server.execute(sql.SQL("CREATE DATABASE {}").format(sql.Identifier(making)))
    try:
        migrate(making)
        with suppress(psycopg.errors.DuplicateDatabase):  # another checkout was faster
            server.execute(
                sql.SQL("ALTER DATABASE {} RENAME TO {}").format(sql.Identifier(making), sql.Identifier(kept))
            )
    finally:
        _drop(server, making)
    names = server.execute(
        "SELECT datname FROM pg_database WHERE starts_with(datname, %s) ORDER BY oid DESC", [PREFIX]
    ).fetchall()
    for (old,) in names[MOST_KEPT:]:
        with suppress(psycopg.errors.ObjectInUse):  # another checkout is copying it
            _drop(server, old)


def copy_postgres(server: psycopg.Connection, template: str, name: str) -> None:
    """A new database with all that the template has."""
    server.execute(sql.SQL("CREATE DATABASE {} TEMPLATE {}").format(sql.Identifier(name), sql.Identifier(template)))


def _exists(server: psycopg.Connection, name: str) -> bool:
    return server.execute("SELECT 1 FROM pg_database WHERE datname = %s", [name]).fetchone() is not None


def _drop(server: psycopg.Connection, name: str) -> None:
    server.execute(sql.SQL("DROP DATABASE IF EXISTS {}").format(sql.Identifier(name)))
