"""Health for load balancers and people: alive, and ready to serve."""

from __future__ import annotations

from django.core.cache import cache
from django.db import connections
from django.http import HttpRequest
from ninja import Router, Schema, Status

from almanac.kit import clock
from almanac.ledger import queries as ledger
from almanac.outbox import queries as outbox

router = Router(tags=["health"])


class Live(Schema):
    status: str = "ok"


class Ready(Schema):
    """`checks` names each part with "ok" or what is wrong with it; nothing in it is secret."""

    status: str
    checks: dict[str, str]


@router.get("/live", response=Live, operation_id="health_live", summary="The process answers")
def live(request: HttpRequest) -> Live:
    return Live()


@router.get(
    "/ready", response={200: Ready, 503: Ready}, operation_id="health_ready", summary="Database, cache and worker"
)
def ready(request: HttpRequest) -> Status[Ready]:
    """503 when the database or the cache does not answer. A late worker is told, not refused: pages still work."""
    checks = {"database": _database(), "cache": _cache()}
    serving = all(found == "ok" for found in checks.values())
    checks["worker"] = _worker() if serving else "unknown"
    # Told as well: books that are not in order are for people to put right, while everybody else goes on.
    checks["books"] = _books() if serving else "unknown"
    return Status(200 if serving else 503, Ready(status="ok" if serving else "unavailable", checks=checks))


def _database() -> str:
    try:
        with connections["default"].cursor() as cursor:
            cursor.execute("SELECT 1")
    except Exception as error:  # whatever the driver raises means the same to the caller
        return type(error).__name__
    return "ok"


def _cache() -> str:
    try:
        cache.set("health", "ok", timeout=30)
        return "ok" if cache.get("health") == "ok" else "does not keep"
    except Exception as error:
        return type(error).__name__


def _worker() -> str:
    return outbox.worker_state(now=clock.now())


def _books() -> str:
    return ledger.books_state(now=clock.now())
