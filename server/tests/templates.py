"""Migrated, empty databases kept from run to run: a fresh one is a copy, which takes a moment where migrating takes many.

A template belongs to the exact code that made it: any change of a file under `almanac/`, or of a locked package, asks for a
new one and the old one goes.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import tempfile
from collections.abc import Callable
from contextlib import suppress
from functools import cache
from pathlib import Path
from secrets import token_hex

import psycopg
from psycopg import sql

SERVER = Path(__file__).resolve().parents[1]
KEPT = SERVER.parent / "var" / "test" / "templates"
PREFIX = "almanac_template_"

Migrate = Callable[[dict[str, str]], None]


@cache
def fingerprint() -> str:
    """Of all that migrations can depend on."""
    seen = hashlib.sha256()
    for path in sorted([*(SERVER / "almanac").rglob("*.py"), SERVER / "requirements" / "base.txt"]):
        if "tests" not in path.parts:
            seen.update(str(path.relative_to(SERVER)).encode() + b"\0" + path.read_bytes())
    return seen.hexdigest()[:16]


def sqlite_files(migrate: Migrate) -> Path:
    """The folder with `almanac.sqlite3` and `ephemeral.sqlite3` of this code, made at the first call by `migrate`, which gets
    the two addresses as an environment. Processes that come at once may each make one; the first is kept."""
    kept = KEPT / f"sqlite-{fingerprint()}"
    if kept.exists():
        return kept
    KEPT.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=KEPT, prefix="making-", ignore_cleanup_errors=True) as folder:
        made = Path(folder) / "made"
        made.mkdir()
        migrate(
            {
                "DATABASE_URL": f"sqlite:///{made}/almanac.sqlite3",
                "EPHEMERAL_DATABASE_URL": f"sqlite:///{made}/ephemeral.sqlite3",
            }
        )
        with suppress(OSError):  # somebody was faster
            os.replace(made, kept)
    for old in KEPT.glob("sqlite-*"):
        if old != kept:
            shutil.rmtree(old, ignore_errors=True)
    return kept


def postgres_database(server: psycopg.Connection, migrate: Callable[[str], None]) -> str:
    """The name of the template of this code on this server, made at the first call by `migrate`, which gets a name.

    `server` commits by itself. A template is never connected to, so that it can be copied at any time.
    """
    kept = PREFIX + fingerprint()
    if _exists(server, kept):
        return kept
    making = f"almanac_making_{token_hex(6)}"
    server.execute(sql.SQL("CREATE DATABASE {}").format(sql.Identifier(making)))
    try:
        migrate(making)
        with suppress(psycopg.errors.DuplicateDatabase):  # somebody was faster
            server.execute(
                sql.SQL("ALTER DATABASE {} RENAME TO {}").format(sql.Identifier(making), sql.Identifier(kept))
            )
    finally:
        _drop(server, making)
    for (name,) in server.execute(
        "SELECT datname FROM pg_database WHERE starts_with(datname, %s)", [PREFIX]
    ).fetchall():
        if name != kept:
            with suppress(psycopg.errors.ObjectInUse):  # another checkout is copying it
                _drop(server, name)
    return kept


def copy_postgres(server: psycopg.Connection, template: str, name: str) -> None:
    """A new database with all that the template has."""
    server.execute(sql.SQL("CREATE DATABASE {} TEMPLATE {}").format(sql.Identifier(name), sql.Identifier(template)))


def _exists(server: psycopg.Connection, name: str) -> bool:
    return server.execute("SELECT 1 FROM pg_database WHERE datname = %s", [name]).fetchone() is not None


def _drop(server: psycopg.Connection, name: str) -> None:
    server.execute(sql.SQL("DROP DATABASE IF EXISTS {}").format(sql.Identifier(name)))
