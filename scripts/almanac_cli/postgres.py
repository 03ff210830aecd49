"""Throw-away PostgreSQL databases, and whether PostgreSQL and Redis answer at all."""

import os
import secrets
import socket
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from urllib.parse import urlsplit, urlunsplit

from almanac_cli import paths, say, stopping

DEFAULT_POSTGRES_URL = "postgres://postgres@127.0.0.1:5432/postgres"
DEFAULT_REDIS_URL = "redis://127.0.0.1:6379/9"

# Runs under the product's Python, which has the driver; the address travels in the environment, not in `ps`.
STATEMENT = (
    "import os, sys, psycopg\n"
    "connection = psycopg.connect(os.environ['ALMANAC_ADMIN_URL'], autocommit=True, connect_timeout=5)\n"
    "for statement in sys.argv[1:]: connection.execute(statement)\n"
)


def server_url() -> str:
    """A database on the server that may create others."""
    return os.environ.get("ALMANAC_POSTGRES_URL") or DEFAULT_POSTGRES_URL


def redis_url() -> str:
    """The first of the Redis databases that tests write to, one a worker; tests empty them, so nothing else may live there."""
    return os.environ.get("ALMANAC_REDIS_URL") or DEFAULT_REDIS_URL


def execute(*statements: str) -> subprocess.CompletedProcess[str]:
    """Run statements on the server outside a transaction."""
    return subprocess.run(
        [paths.venv_python(), "-c", STATEMENT, *statements],
        env={**os.environ, "ALMANAC_ADMIN_URL": server_url().replace("postgres://", "postgresql://", 1)},
        capture_output=True,
        text=True,
        check=False,
        stdin=subprocess.DEVNULL,
    )


def missing() -> list[str]:
    """Sentences about what does not answer, none when both do."""
    sentences = []
    if execute("SELECT 1").returncode:
        where = urlsplit(server_url())
        sentences.append(
            f"PostgreSQL does not answer at {where.hostname}:{where.port or 5432}"
            " (ALMANAC_POSTGRES_URL names another, with a user that may create databases)."
        )
    if not redis_answers(redis_url()):
        where = urlsplit(redis_url())
        sentences.append(
            f"Redis does not answer at {where.hostname}:{where.port or 6379} (ALMANAC_REDIS_URL names another)."
        )
    return sentences


def redis_answers(url: str) -> bool:
    """Whether something that speaks Redis's protocol listens there; one that asks for a password counts."""
    where = urlsplit(url)
    try:
        with socket.create_connection((where.hostname or "127.0.0.1", where.port or 6379), timeout=3) as connection:
            connection.sendall(b"*1\r\n$4\r\nPING\r\n")
            return connection.recv(64).startswith((b"+PONG", b"-NOAUTH"))
    except OSError:
        return False


def named(name: str) -> str:
    """The address of one database on the server."""
    return urlunsplit(urlsplit(server_url())._replace(path=f"/{name}"))


def new_name(purpose: str) -> str:
    """A database name nobody else has, telling whose it is."""
    return f"almanac_{purpose}_{secrets.token_hex(4)}"


@contextmanager
def created(purpose: str) -> Iterator[str]:
    """The address of a fresh, empty database, dropped afterwards with whoever is still connected."""
    name = new_name(purpose)
    done = execute(f'CREATE DATABASE "{name}"')
    if done.returncode:
        raise say.Trouble(f"PostgreSQL refused to create the database {name}:\n{done.stderr.strip()}")
    try:
        yield named(name)
    finally:
        drop(name)


@contextmanager
def for_pytest(purpose: str) -> Iterator[str]:
    """An address whose test database pytest-django will make; what a crash leaves of it is dropped afterwards."""
    name = new_name(purpose)
    try:
        yield named(name)
    finally:
        drop(f"test_{name}")


def drop(name: str) -> None:
    """Drop a database if it is there."""
    with stopping.clean_up():
        execute(f'DROP DATABASE IF EXISTS "{name}" WITH (FORCE)')
