"""What the tests of access knock on a door with."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from tests.world import World


@dataclass(frozen=True)
class Probe:
    """A request that works for whoever may make it; `{...}` in path and body are ids of the world."""

    method: str
    path: str
    body: Any = None
    before: Callable[[World], None] | None = None
