"""What all tests share: the cast, both databases behind each test that needs one, how hard Hypothesis looks."""

from __future__ import annotations

import gc
import os
import sqlite3
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from django.core.cache import cache
from django.db import connections
from hypothesis import HealthCheck, Phase
from hypothesis import settings as hypothesis

from tests import databases
from tests.journals import NOT_INSTALLED

os.environ.setdefault("ALMANAC_ENV", "test")  # for the processes that tests start

pytest.register_assert_rewrite("tests.money_machine")
pytest_plugins = [
    "tests.cast",
    "tests.shop",
    "tests.tills",
    "tests.goods",
    "tests.pass_cases",
    "tests.point_cases",
    "tests.world",
]

BOTH = ["default", "ephemeral"]
LONGEST = (
    "test_money_machine",
    "tests/races/",
    "test_shown_is_booked",
    "outbox/tests/test_processes",
    "ledger/tests/test_races",
    "tests/test_access",
    "invoices/tests/test_laws",
    "test_gift_cards_spent",
    "tests/test_openapi",
)
SOAKING = os.environ.get("ALMANAC_SOAK") == "1"
NEEDS_DATABASE = {"db", "transactional_db"}
UNTIL = float(os.environ.get("ALMANAC_TESTS_UNTIL") or "inf")  # seconds since 1970: a slow machine is given so long
NO_TIME = "NOT RUN: no time was left"

hypothesis.register_profile(
    "test",
    max_examples=40,
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
hypothesis.register_profile(  # says soon that something is wrong, without looking for the smallest way to it
    "first", hypothesis.get_profile("test"), phases=[Phase.explicit, Phase.generate]
)
hypothesis.register_profile(
    "soak", max_examples=2_000, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
hypothesis.load_profile(os.environ.get("ALMANAC_HYPOTHESIS_PROFILE", "test"))


def pytest_configure(config: pytest.Config) -> None:
    """Tests make and drop databases: never with production settings."""
    if settings.PRODUCTION:
        pytest.exit("ALMANAC_ENV is production; tests do not run there.", returncode=2)
    databases.hold_to_lengths()
    settings.WHITENOISE_USE_FINDERS = False  # each client of a test would look for all static files
    config.addinivalue_line("filterwarnings", "ignore:No directory at:UserWarning")  # static files are not collected


@pytest.fixture(scope="session")
def django_db_modify_db_settings(django_db_modify_db_settings_parallel_suffix: None) -> Iterator[None]:
    """The tests' own databases begin as copies of migrated ones; Django then finds nothing left to migrate."""
    kept = []
    for alias in BOTH:
        own = connections[alias]
        if own.vendor == "postgresql":
            own.settings_dict["TEST"]["TEMPLATE"] = databases.migrated_database()
            continue
        file = "almanac.sqlite3" if alias == "default" else "ephemeral.sqlite3"
        # A database in memory that all connections of this process share; it lives as long as one of them.
        name = f"file:tests-{alias}?mode=memory&cache=shared"
        own.settings_dict["TEST"]["NAME"] = name
        memory = sqlite3.connect(name, uri=True)
        with closing(sqlite3.connect(databases.migrated_files() / file)) as template:
            template.backup(memory)
        kept.append(memory)
    yield
    for memory in kept:
        memory.close()


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


def pytest_collection_finish() -> None:
    """What is loaded by now stays: to look through it for what nobody holds any more would take some tenth of all the time."""
    gc.collect()
    gc.freeze()


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Counters and sign-in sessions stand in a database of their own; a test that may use one may use both."""
    if SOAKING:
        config.hook.pytest_deselected(items=[item for item in items if not _is_campaign(item)])
        items[:] = [item for item in items if _is_campaign(item)]
    twice = [name for name, number in Counter(item.nodeid for item in items).items() if number > 1]
    if twice:
        raise pytest.UsageError(f"two tests have one name, and parallel workers would run one of them: {twice[:3]}")
    # The longest first: at the end two workers then have something to do until both are done.
    items.sort(key=lambda item: next((n for n, part in enumerate(LONGEST) if part in item.nodeid), len(LONGEST)))
    for item in items:
        marker = item.get_closest_marker("django_db")
        if marker is None and NEEDS_DATABASE.isdisjoint(getattr(item, "fixturenames", ())):
            continue
        wanted = {"databases": BOTH, **(marker.kwargs if marker else {})}
        item.add_marker(pytest.mark.django_db(*(marker.args if marker else ()), **wanted), append=False)


@pytest.hookimpl(tryfirst=True)
def pytest_runtest_setup() -> None:
    """What is begun after the time that the run was given is passed over, and said so at the end."""
    if time.time() > UNTIL:
        pytest.skip(NO_TIME)


def _is_campaign(item: pytest.Item) -> bool:
    """Whether a test grows with `make soak`: real processes that race, examples that Hypothesis makes up, and what says so of
    itself. All others would say there what they say in `make test`."""
    test = getattr(item, "obj", None)
    made_up = hasattr(test, "hypothesis") or getattr(test, "is_hypothesis_test", False)
    return made_up or any(item.get_closest_marker(name) for name in ("race", "campaign"))


def pytest_terminal_summary(terminalreporter: Any) -> None:
    """A check that another program would make is not passed over in silence: `-q` says nothing of skipped tests."""
    for said, number in sorted(Counter(map(_not_checked, terminalreporter.stats.get("skipped", []))).items()):
        if said:
            terminalreporter.write_line(f"WARNING: {said} ({number} tests)", red=True, bold=True)


def _not_checked(report: Any) -> str:
    """Why a test was skipped, where a program or time is missing; "" otherwise."""
    reason = report.longrepr[2] if isinstance(report.longrepr, tuple) else ""
    return reason.removeprefix("Skipped: ") if NOT_INSTALLED in reason or NO_TIME in reason else ""
