"""One measured line, and how medians and percentiles are taken."""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass

AT_MOST = ("ms", "KB", "queries")  # units in which less is better


@dataclass(frozen=True, slots=True)
class Figure:
    """A value beside its goal (None: told, not judged). `reference` is the baseline's value in the same run."""

    part: str
    name: str
    value: float
    unit: str = "ms"
    goal: float | None = None
    database: str = ""
    queries: int | None = None
    reference: float | None = None
    baseline: str = ""

    @property
    def is_met(self) -> bool:
        """Whether the goal is reached; a line without one always is."""
        if self.goal is None:
            return True
        return self.value <= self.goal if self.unit in AT_MOST else self.value >= self.goal

    @property
    def ratio(self) -> float | None:
        """How many times better than the baseline."""
        if not self.reference or not self.value:
            return None
        return self.reference / self.value if self.unit in AT_MOST else self.value / self.reference


def median_ms(call: Callable[[], object], *, times: int = 15) -> float:
    """The median of several runs, in milliseconds, after two to warm up."""
    call()
    call()
    return statistics.median(timed(call) for _ in range(times)) * 1000


def timed(call: Callable[[], object]) -> float:
    """Seconds of one run."""
    begun = time.perf_counter()
    call()
    return time.perf_counter() - begun


def percentile(values: Sequence[float], percent: int) -> float:
    """The smallest value that at least `percent` of them do not exceed."""
    ordered = sorted(values)
    return ordered[max(0, -(-len(ordered) * percent // 100) - 1)]
