"""Loaded before Django: each worker of a parallel run has a Redis database of its own, so that none sees another's counters."""

from __future__ import annotations

import os
from urllib.parse import urlsplit, urlunsplit


def own_redis(url: str, worker: str) -> str:
    """The address for one worker (`gw0`, `gw1`, ... or empty when there is only one): so many databases further on.

    Never around to 0 again: tests empty their database, and Redis refuses one that it does not have.
    """
    if not url or not worker:
        return url
    parts = urlsplit(url)
    base = int(parts.path.strip("/") or 0)
    return urlunsplit(parts._replace(path=f"/{base + int(worker.removeprefix('gw'))}"))


if os.environ.get("REDIS_URL"):
    os.environ["REDIS_URL"] = own_redis(os.environ["REDIS_URL"], os.environ.get("PYTEST_XDIST_WORKER", ""))
