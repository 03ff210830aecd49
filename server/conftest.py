"""What all tests share: the cast, both databases behind each test that needs one, how hard Hypothesis looks."""

from __future__ import annotations

import os
from collections import Counter
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from django.core.cache import cache
from hypothesis import HealthCheck
from hypothesis import settings as hypothesis

os.environ.setdefault("ALMANAC_ENV", "test")  # for the processes that tests start

pytest_plugins = ["tests.cast", "tests.shop", "tests.world"]

BOTH = ["default", "ephemeral"]
NEEDS_DATABASE = {"db", "transactional_db"}

hypothesis.register_profile(
    "test",
    max_examples=40,
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
hypothesis.register_profile(
    "soak", max_examples=2_000, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
hypothesis.load_profile(os.environ.get("ALMANAC_HYPOTHESIS_PROFILE", "test"))


def pytest_configure(config: pytest.Config) -> None:
    """Tests make and drop databases: never with production settings."""
    if settings.PRODUCTION:
        pytest.exit("ALMANAC_ENV is production; tests do not run there.", returncode=2)
    config.addinivalue_line("filterwarnings", "ignore:No directory at:UserWarning")  # static files are not collected


@pytest.fixture(autouse=True)
def _fresh_counters() -> None:
    """Rate limits start anew with each test. A cache in the database is rolled back with the rest; Redis is not."""
    if not settings.CACHE_IN_DATABASE:
        cache.clear()


@pytest.fixture
def files_folder(settings: Any, tmp_path: Path) -> Path:
    """Where this test's files are kept."""
    settings.STORAGES = {
        **settings.STORAGES,
        "default": {"BACKEND": "django.core.files.storage.FileSystemStorage", "OPTIONS": {"location": tmp_path}},
    }
    return tmp_path


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Counters and sign-in sessions stand in a database of their own; a test that may use one may use both."""
    twice = [name for name, number in Counter(item.nodeid for item in items).items() if number > 1]
    if twice:
        raise pytest.UsageError(f"two tests have one name, and parallel workers would run one of them: {twice[:3]}")
    for item in items:
        marker = item.get_closest_marker("django_db")
        if marker is None and NEEDS_DATABASE.isdisjoint(getattr(item, "fixturenames", ())):
            continue
        wanted = {"databases": BOTH, **(marker.kwargs if marker else {})}
        item.add_marker(pytest.mark.django_db(*(marker.args if marker else ()), **wanted), append=False)
