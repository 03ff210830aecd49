"""The crowds that races are run with: one a database for the whole session, and how long campaigns are."""

from __future__ import annotations

import os
import warnings
from collections.abc import Iterator

import pytest

from tests.databases import postgres_answers, raced_on
from tests.races.crowd import Crowd, crowd

SOAK = 10 if os.environ.get("ALMANAC_SOAK") == "1" else 1  # 500 contended attempts a database, or 5,000


@pytest.fixture(scope="session", params=raced_on())
def vendor(request: pytest.FixtureRequest) -> str:
    """Each database in turn; skipped, loudly, when its server is not there."""
    name = str(request.param)
    if name == "postgresql" and not postgres_answers():
        warnings.warn("PostgreSQL does not answer: the races on it were NOT RUN", stacklevel=1)
        pytest.skip("PostgreSQL does not answer: the races on it were NOT RUN")
    return name


@pytest.fixture(scope="session")
def rivals(vendor: str) -> Iterator[Crowd]:
    """Eight processes on one database, guards in place."""
    with crowd(vendor) as gathered:
        yield gathered
