"""Throw-away databases for tests and benchmarks that need real processes: made, migrated, used, dropped."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from secrets import token_hex
from urllib.parse import urlsplit, urlunsplit

import psycopg

SERVER = Path(__file__).resolve().parents[1]
VENDORS = ("sqlite", "postgresql")
POSTGRES_URL = os.environ.get("ALMANAC_POSTGRES_URL", "postgres://postgres@127.0.0.1:5432/postgres")


def postgres_answers() -> bool:
    """Whether a PostgreSQL server is there to make databases on."""
    try:
        with psycopg.connect(_for_psycopg(POSTGRES_URL), connect_timeout=2):
            return True
    except psycopg.OperationalError:
        return False


@contextmanager
def throwaway(vendor: str) -> Iterator[dict[str, str]]:
    """The environment of processes that use a fresh, migrated database of this vendor; it is gone afterwards."""
    with tempfile.TemporaryDirectory(prefix="almanac-test-") as folder:
        if vendor == "sqlite":
            environment = _environment(folder, f"sqlite:///{folder}/almanac.sqlite3")
            manage(environment, "migrate", "--verbosity", "0")
            yield environment
            return
        with _postgres_database() as url:
            environment = _environment(folder, url)
            manage(environment, "migrate", "--verbosity", "0")
            yield environment


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
def _postgres_database() -> Iterator[str]:
    name = f"almanac_test_{token_hex(6)}"
    with psycopg.connect(_for_psycopg(POSTGRES_URL), autocommit=True) as connection:
        connection.execute(f'CREATE DATABASE "{name}"')
        try:
            yield urlunsplit(urlsplit(POSTGRES_URL)._replace(path=f"/{name}"))
        finally:
            connection.execute(f'DROP DATABASE IF EXISTS "{name}" WITH (FORCE)')


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
