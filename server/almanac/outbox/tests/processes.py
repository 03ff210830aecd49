"""Real databases and real processes for what a single process cannot show: kills and races."""

from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit, urlunsplit

import pytest

from almanac.kit import ids
from tests.databases import copy_migrated_file, migrated_database

SERVER = Path(__file__).resolve().parents[3]
POSTGRES = os.environ.get("ALMANAC_TEST_POSTGRES_URL", "postgresql://postgres@127.0.0.1:5432/postgres")
try:
    import psycopg
except ImportError:  # only production installs carry the driver
    psycopg = None  # type: ignore[assignment]


@dataclass(frozen=True)
class Database:
    """One database made for one test."""

    url: str
    folder: Path
    settings: tuple[tuple[str, str], ...] = ()  # more environment for the processes

    def start(self, *words: str) -> subprocess.Popen[str]:
        """`python -m almanac.outbox.tests.process <words>` on this database."""
        return self.python("almanac.outbox.tests.process", *words)

    def python(self, module: str, *words: str) -> subprocess.Popen[str]:
        """`python -m <module> <words>` on this database."""
        with self._complaints.open("a") as complaints:
            return subprocess.Popen(
                [sys.executable, "-m", module, *words],
                cwd=SERVER,
                env=self._environment(),
                stdout=subprocess.PIPE,
                stderr=complaints,
                text=True,
            )

    @property
    def complaints(self) -> str:
        """All that the processes on it wrote to standard error."""
        return self._complaints.read_text()

    @property
    def _complaints(self) -> Path:
        return self.folder / "complaints"

    def call(self, *words: str) -> str:
        """The same, waited for; what it wrote."""
        process = self.start(*words)
        out, _ = process.communicate(timeout=60)
        assert process.returncode == 0, f"{words} ended with {process.returncode}: {self.complaints}"
        return out

    def rows(self, sql: str) -> list[tuple[Any, ...]]:
        """What a shell on this database would see."""
        if self.url.startswith("sqlite"):
            with closing(sqlite3.connect(self.url.removeprefix("sqlite:///"), timeout=20)) as connection:
                return connection.execute(sql).fetchall()
        with psycopg.connect(self.url, autocommit=True) as connection:
            return connection.execute(sql.encode()).fetchall()

    def _environment(self) -> dict[str, str]:
        return {
            **os.environ,
            "ALMANAC_ENV": "test",
            "DJANGO_SETTINGS_MODULE": os.environ.get("DJANGO_SETTINGS_MODULE", "almanac.config.settings"),
            "DATABASE_URL": self.url,
            "EPHEMERAL_DATABASE_URL": f"sqlite:///{self.folder / 'ephemeral.sqlite3'}",
            "LOG_LEVEL": "ERROR",
            **dict(self.settings),
        }


def temporary_databases(kind: str, folder: Path) -> Iterator[Database]:
    """A fresh database of this kind; skips when PostgreSQL does not answer."""
    if kind == "sqlite":
        copy_migrated_file(folder / "outbox.sqlite3")
        yield Database(f"sqlite:///{folder / 'outbox.sqlite3'}", folder)
        return
    name = f"outbox_{ids.new_id().hex}"
    _on_postgres("SELECT 1")  # skips before a template is made
    _on_postgres(f"CREATE DATABASE {name} TEMPLATE {migrated_database()}")
    try:
        yield Database(urlunsplit(urlsplit(POSTGRES)._replace(path=f"/{name}")), folder)
    finally:
        _on_postgres(f"DROP DATABASE {name} WITH (FORCE)")


def _on_postgres(sql: str) -> None:
    if psycopg is None:
        pytest.skip("psycopg is not installed")
    try:
        with psycopg.connect(POSTGRES, autocommit=True, connect_timeout=2) as connection:
            connection.execute(sql.encode())
    except psycopg.OperationalError:
        pytest.skip("PostgreSQL does not answer")


def wait_until(true: Callable[[], bool], *, seconds: float = 30) -> None:
    """Return as soon as `true()`; fail the test after `seconds`."""
    pause = threading.Event()
    for _ in range(int(seconds / 0.05)):
        if true():
            return
        pause.wait(0.05)
    pytest.fail(f"not true after {seconds} s")
