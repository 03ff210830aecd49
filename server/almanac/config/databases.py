"""Which databases and cache there are: SQLite beside an ephemeral SQLite file, or PostgreSQL with Redis."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import environ
from django.db import connections

EPHEMERAL_APPS = {"sessions"}  # named, too, where that database is migrated: scripts/almanac_cli/stack.py, README.md
SQLITE_OPTIONS: dict[str, Any] = {
    "transaction_mode": "IMMEDIATE",
    "timeout": 20,
    "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA cache_size=-32000; PRAGMA mmap_size=268435456;",
}


def configured(env: environ.Env, var_dir: Path) -> dict[str, dict[str, Any]]:
    """`default` holds what must last; `ephemeral` sign-in sessions, cache and counters, so that those never queue
    behind a booking. On PostgreSQL both are the same database."""
    default = env.db_url("DATABASE_URL", default=f"sqlite:///{var_dir / 'almanac.sqlite3'}")
    if default["ENGINE"].endswith("sqlite3"):
        ephemeral = env.db_url("EPHEMERAL_DATABASE_URL", default=f"sqlite:///{var_dir / 'ephemeral.sqlite3'}")
        default["OPTIONS"] = dict(SQLITE_OPTIONS)
        ephemeral["OPTIONS"] = {
            **SQLITE_OPTIONS,
            "init_command": SQLITE_OPTIONS["init_command"].replace("FULL", "NORMAL"),
        }
        return {"default": default, "ephemeral": ephemeral}
    default.setdefault("CONN_MAX_AGE", 60)
    default.setdefault("CONN_HEALTH_CHECKS", True)
    # Compiling a query takes PostgreSQL longer than any of ours runs; it guesses the other way round.
    default.setdefault("OPTIONS", {}).setdefault("options", "-c jit=off")
    # Tests give each a database, so that both are rolled back after each test as on SQLite.
    return {"default": default, "ephemeral": {**default, "TEST": {"NAME": f"test_{default['NAME']}_ephemeral"}}}


def caches(redis_url: str) -> dict[str, dict[str, Any]]:
    """Redis where there is one, else a table in the ephemeral database."""
    if redis_url:
        return {"default": {"BACKEND": "django.core.cache.backends.redis.RedisCache", "LOCATION": redis_url}}
    return {
        "default": {
            "BACKEND": "django.core.cache.backends.db.DatabaseCache",
            "LOCATION": "cache_entry",
            "OPTIONS": {"MAX_ENTRIES": 100_000},
        }
    }


class EphemeralRouter:
    """Sends sign-in sessions and the cache table to the ephemeral database."""

    def db_for_read(self, model: type, **_: object) -> str | None:
        return "ephemeral" if self._is_ephemeral(model._meta.app_label) else None  # type: ignore[attr-defined]

    db_for_write = db_for_read

    def allow_migrate(self, db: str, app_label: str, **_: object) -> bool | None:
        if db == "default" and connections["default"].vendor != "sqlite":
            return True  # one database, so one list of what was migrated: the second alias would find it done
        return (db == "ephemeral") == self._is_ephemeral(app_label)

    @staticmethod
    def _is_ephemeral(app_label: str) -> bool:
        return app_label in EPHEMERAL_APPS or app_label == "django_cache"
