"""Throw-away databases for tests and benchmarks that need real processes: made, migrated, used, dropped."""

from __future__ import annotations

import os
import shutil
import sqlite3
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from secrets import token_hex
from typing import Any
from urllib.parse import urlsplit, urlunsplit

import psycopg
from django.db import DataError
from django.db.models import CharField

from almanac.config.databases import EPHEMERAL_APPS
from tests import templates

SERVER = Path(__file__).resolve().parents[1]
VENDORS = ("sqlite", "postgresql")
RACE_ON = os.environ.get("ALMANAC_RACE_ON", "")
POSTGRES_URL = os.environ.get("ALMANAC_POSTGRES_URL", "postgres://postgres@127.0.0.1:5432/postgres")


def raced_on() -> list[str]:
    """The vendors that tests with real processes use: the one ALMANAC_RACE_ON names, else both."""
    return [vendor for vendor in VENDORS if RACE_ON in ("", vendor)]


def postgres_answers() -> bool:
    """Whether a PostgreSQL server is there to make databases on."""
    try:
        with psycopg.connect(_for_psycopg(POSTGRES_URL), connect_timeout=2):
            return True
    except psycopg.OperationalError:
        return False


@contextmanager
def throwaway(vendor: str, *, migrated: bool = True) -> Iterator[dict[str, str]]:
    """The environment of processes that use a fresh database of this vendor, `migrated` or empty; it is gone afterwards."""
    with tempfile.TemporaryDirectory(prefix="almanac-test-") as folder:
        if vendor == "sqlite":
            if migrated:
                copy_migrated_file(Path(folder) / "almanac.sqlite3")
            yield _environment(folder, f"sqlite:///{folder}/almanac.sqlite3")
            return
        with _postgres_database(migrated=migrated) as url:
            yield _environment(folder, url)


def copy_migrated_file(to: Path) -> None:
    """A migrated SQLite file for several processes, with write-ahead logging as migrating leaves it: connections that
    change to it at the same moment refuse each other at once, whatever their timeout."""
    shutil.copy(migrated_files() / "almanac.sqlite3", to)
    _choose_journal(to, "WAL")


def migrated_files() -> Path:
    """The folder with migrated SQLite files to copy from."""
    return templates.sqlite_files(_migrate_files)


def migrated_database() -> str:
    """The name of a migrated PostgreSQL database to copy from."""
    with _server() as server:
        return templates.postgres_database(server, _migrate_database)


def _migrate_files(addresses: dict[str, str]) -> None:
    with tempfile.TemporaryDirectory(prefix="almanac-test-") as folder:
        environment = {**_environment(folder, ""), **addresses}
        manage(environment, "migrate", "--database", "default", "--verbosity", "0")
        for app in EPHEMERAL_APPS:
            manage(environment, "migrate", app, "--database", "ephemeral", "--verbosity", "0")
        # The others have no table there; to find that out step by step takes as long as to make them.
        manage(environment, "migrate", "--database", "ephemeral", "--fake", "--verbosity", "0")
        manage(environment, "createcachetable", "--database", "ephemeral", "--verbosity", "0")
    for url in addresses.values():
        _choose_journal(Path(url.removeprefix("sqlite:///")), "DELETE")  # a copy in memory could not have another


def _choose_journal(file: Path, mode: str) -> None:
    with closing(sqlite3.connect(file)) as connection:
        assert connection.execute(f"PRAGMA journal_mode={mode}").fetchone() == (mode.lower(),)


def _migrate_database(name: str) -> None:
    with tempfile.TemporaryDirectory(prefix="almanac-test-") as folder:
        manage(_environment(folder, _named(name)), "migrate", "--verbosity", "0")


def manage(environment: dict[str, str], *arguments: str) -> None:
    """Run manage.py against such a database; its words are shown when it fails."""
    done = subprocess.run(
        [sys.executable, "manage.py", *arguments],
        cwd=SERVER,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        raise RuntimeError(f"manage.py {' '.join(arguments)} failed:\n{done.stdout}{done.stderr}")


@contextmanager
def _postgres_database(*, migrated: bool) -> Iterator[str]:
    name = f"almanac_test_{token_hex(6)}"
    template = migrated_database() if migrated else "template1"
    with _server() as server:
        templates.copy_postgres(server, template, name)
        try:
            yield _named(name)
        finally:
            server.execute(f'DROP DATABASE IF EXISTS "{name}" WITH (FORCE)')


def _server() -> psycopg.Connection:
    return psycopg.connect(_for_psycopg(POSTGRES_URL), autocommit=True)


def _named(name: str) -> str:
    return urlunsplit(urlsplit(POSTGRES_URL)._replace(path=f"/{name}"))


def _environment(folder: str, url: str) -> dict[str, str]:
    return {
        **os.environ,
        "ALMANAC_ENV": "test",
        "DATABASE_URL": url,
        "VAR_DIR": folder,
        "REDIS_URL": "",
        "EPHEMERAL_DATABASE_URL": f"sqlite:///{folder}/ephemeral.sqlite3",
    }


def _for_psycopg(url: str) -> str:
    return url.replace("postgres://", "postgresql://", 1)


def hold_to_lengths() -> None:
    """SQLite keeps a text of any length where PostgreSQL refuses one that is too long: tests refuse it on both."""
    written = CharField.get_db_prep_save

    def refuse_longer(field: CharField[Any, Any], value: Any, connection: Any) -> Any:
        if isinstance(value, str) and field.max_length is not None and len(value) > field.max_length:
            raise DataError(f"{field} keeps {field.max_length} characters, and this has {len(value)}")
        return written(field, value, connection)

    setattr(CharField, "get_db_prep_save", refuse_longer)  # noqa: B010  # a method, and it is meant
