"""Databases with a million appointments: seeded once, kept, and copied for each part that measures on them.

The seeding is scheduling_bench's own. What is kept carries a fingerprint of the migrations and of the seeding, so that a
changed table never meets an old copy: `VAR_DIR/bench/store-<fingerprint>.sqlite3`, and on PostgreSQL a database of the
name `almanac_bench_<fingerprint>` that serves as template.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from secrets import token_hex
from urllib.parse import urlsplit, urlunsplit

import psycopg
from psycopg import sql

from tests.databases import POSTGRES_URL, SERVER, VENDORS, manage, postgres_answers

SEED = "from bench import scheduling_inside; scheduling_inside.seed()"
BENCH = Path(__file__).parent


def folder() -> Path:
    """Where figures and stores are kept: VAR_DIR/bench."""
    path = Path(os.environ.get("VAR_DIR") or SERVER.parent / "var") / "bench"
    path.mkdir(parents=True, exist_ok=True)
    return path


def vendors() -> tuple[str, ...]:
    """The databases to measure: those that answer, or the one named by ALMANAC_BENCH_ON. Says loudly which is missing."""
    if wanted := os.environ.get("ALMANAC_BENCH_ON"):
        return (wanted,)
    if postgres_answers():
        return VENDORS
    print("PostgreSQL does not answer: NOT MEASURED", file=sys.stderr, flush=True)
    return VENDORS[:1]


@contextmanager
def million(vendor: str) -> Iterator[dict[str, str]]:
    """The environment of processes that use their own copy of the seeded database; the copy is gone afterwards."""
    with tempfile.TemporaryDirectory(prefix="almanac-bench-") as where:
        copied = _copied_file(Path(where)) if vendor == "sqlite" else _copied_database()
        with copied as url:
            yield environment(Path(where), url)


def environment(where: Path, url: str) -> dict[str, str]:
    """What a process needs to work on the database at `url` with everything else in a folder of its own."""
    (where / "static").mkdir(exist_ok=True)
    made = {
        **os.environ,
        "ALMANAC_ENV": "test",
        "DJANGO_SETTINGS_MODULE": "almanac.config.settings",
        "DATABASE_URL": url,
        "EPHEMERAL_DATABASE_URL": f"sqlite:///{where}/ephemeral.sqlite3",
        "VAR_DIR": str(where),
        "REDIS_URL": "",
        "LOG_LEVEL": "WARNING",
        "ALMANAC_CLOCK_FILE": str(where / "clock"),
        "ALMANAC_TEST_LIFT_RATE_LIMITS": "1",
        "PYTHONUNBUFFERED": "1",
    }
    return made


def _fingerprint() -> str:
    """Of all migrations and of the code that seeds."""
    files = sorted((SERVER / "almanac").glob("*/migrations/*.py"))
    digest = hashlib.sha256()
    for path in files:
        digest.update(path.read_bytes())
    inside = (BENCH / "scheduling_inside.py").read_text(encoding="utf-8")
    digest.update(inside.partition("def seed")[2].partition("def asked")[0].encode())
    constants = (BENCH / "scheduling_bench.py").read_text(encoding="utf-8")
    digest.update("".join(line for line in constants.splitlines() if line[:1].isupper()).encode())
    return digest.hexdigest()[:12]


def _seeded(environment: dict[str, str]) -> None:
    manage(environment, "migrate", "--verbosity", "0")
    subprocess.run([sys.executable, "-c", SEED], cwd=SERVER, env=environment, check=True)


@contextmanager
def _copied_file(where: Path) -> Iterator[str]:
    copy = where / "almanac.sqlite3"
    shutil.copyfile(_kept_file(), copy)
    yield f"sqlite:///{copy}"


def _kept_file() -> Path:
    kept = folder() / f"store-{_fingerprint()}.sqlite3"
    if not kept.exists():
        for old in folder().glob("store-*.sqlite3*"):
            old.unlink()
        print("seeding a million appointments on SQLite, once ...", file=sys.stderr, flush=True)
        with tempfile.TemporaryDirectory(prefix="seeding-", dir=folder()) as making:
            fresh = Path(making, "almanac.sqlite3")
            _seeded(environment(Path(making), f"sqlite:///{fresh}"))
            fresh.replace(kept)
    return kept


@contextmanager
def _copied_database() -> Iterator[str]:
    with closing(psycopg.connect(_on("postgres"), autocommit=True)) as server:
        template, copy = _kept_database(server), f"almanac_bench_copy_{token_hex(4)}"
        server.execute(sql.SQL("CREATE DATABASE {} TEMPLATE {}").format(sql.Identifier(copy), sql.Identifier(template)))
        try:
            yield urlunsplit(urlsplit(POSTGRES_URL)._replace(path=f"/{copy}"))
        finally:
            server.execute(sql.SQL("DROP DATABASE IF EXISTS {} WITH (FORCE)").format(sql.Identifier(copy)))


def _kept_database(server: psycopg.Connection) -> str:
    name = f"almanac_bench_{_fingerprint()}"
    stored = [
        row[0] for row in server.execute(r"SELECT datname FROM pg_database WHERE datname ~ '^almanac_bench_\w{12}$'")
    ]
    if name in stored:
        return name
    making = f"almanac_bench_making_{token_hex(4)}"
    for old in stored:
        server.execute(sql.SQL("DROP DATABASE {}").format(sql.Identifier(old)))
    print("seeding a million appointments on PostgreSQL, once ...", file=sys.stderr, flush=True)
    server.execute(sql.SQL("CREATE DATABASE {}").format(sql.Identifier(making)))
    try:
        with tempfile.TemporaryDirectory(prefix="almanac-bench-") as where:
            _seeded(environment(Path(where), urlunsplit(urlsplit(POSTGRES_URL)._replace(path=f"/{making}"))))
        with closing(psycopg.connect(_on(making), autocommit=True)) as fresh:
            fresh.execute("VACUUM ANALYZE")  # else the first readers of each copy would write hint bits
        server.execute(sql.SQL("ALTER DATABASE {} RENAME TO {}").format(sql.Identifier(making), sql.Identifier(name)))
    finally:
        server.execute(sql.SQL("DROP DATABASE IF EXISTS {} WITH (FORCE)").format(sql.Identifier(making)))
    return name


def _on(database: str) -> str:
    split = urlsplit(POSTGRES_URL.replace("postgres://", "postgresql://", 1))
    return urlunsplit(split._replace(path=f"/{database}"))
