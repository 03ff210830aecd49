"""`make test` and `make soak`: every part is run, even after one failed; the last line counts them all."""

import os
import shutil
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, nullcontext
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from almanac_cli import browser, install, node, paths, postgres, processes, say, settings, stack
from almanac_cli.junit import Counts, counts
from almanac_cli.supervisor import Supervisor

DATABASES = ("sqlite", "postgres")
RACED = {"sqlite": "sqlite", "postgres": "postgresql"}  # processes race on the database of the run
# What has no database says the same with another one. `paying` is a part of `journeys`.
ALL_PARTS = {"sqlite": ("commands", "server", "web", "journeys"), "postgres": ("server", "journeys")}
# Say the same whatever the database is: `make test` runs them on SQLite, which comes first.
WITHOUT_DATABASE = ("--ignore=almanac/engine", "--ignore=fakes")
MOST_WORKERS = 4  # tests that start processes of their own want room beside them


@dataclass(frozen=True)
class Result:
    """What one part brought."""

    name: str
    counts: Counts
    seconds: float


def run_all(database: str, *, only: str | None) -> int:
    """Run all tests on one database and return the exit code. `only` names one part."""
    install.install()
    require_servers(database)
    parts: dict[str, Callable[[], Counts]] = {
        "commands": run_commands,
        "server": lambda: run_server(database, {"ALMANAC_RACE_ON": RACED[database]}, *_left_out(database)),
        "web": run_web,
        "journeys": lambda: run_journeys(database),
        "paying": lambda: run_journeys(database, paying_alone=True),
    }
    if only and only not in parts:
        raise say.Trouble(f"There is no part {only}; the parts are {', '.join(parts)}.")
    asked = [only] if only else ALL_PARTS[database]
    return report([_timed(name, parts[name], database) for name in asked])


def soak() -> int:
    """Run the server's campaigns at full size, on both databases where PostgreSQL and Redis answer. Which tests those are
    says conftest.py."""
    install.install()
    absent = postgres.missing()
    full = {"ALMANAC_SOAK": "1", "ALMANAC_HYPOTHESIS_PROFILE": "soak"}
    databases = DATABASES[:1] if absent else DATABASES
    # A basket goes one way whatever the database: each takes every second one.
    shares = {database: f"{number}/{len(databases)}" for number, database in enumerate(databases)}
    results = [
        _timed(
            "server",
            partial(
                run_server,
                database,
                {**full, "ALMANAC_RACE_ON": RACED[database], "ALMANAC_SOAK_SHARE": shares[database]},
                *_left_out(database),
            ),
            database,
        )
        for database in databases
    ]
    code = report(results, closing=False)
    for sentence in absent:
        say.error(f"NOT RUN ON POSTGRESQL: {sentence}")
    say.line(closing_line(results))
    return code


def _left_out(database: str) -> tuple[str, ...]:
    return () if database == DATABASES[0] else WITHOUT_DATABASE


def require_servers(database: str) -> None:
    """Check the database's name, and that its servers answer when it has any."""
    if database not in DATABASES:
        raise say.Trouble(f"DB={database} is not known; it is one of {', '.join(DATABASES)}.")
    absent = postgres.missing() if database == "postgres" else []
    if absent:
        raise say.Trouble("\n".join(absent))


def _timed(name: str, part: Callable[[], Counts], database: str) -> Result:
    say.heading(f"Tests: {name} ({database})")
    started = time.monotonic()
    try:
        brought = part()
    except say.Trouble as trouble:  # the other parts still have something to say
        say.error(str(trouble))
        brought = Counts(failed=1)
    return Result(f"{name} ({database})", brought, time.monotonic() - started)


def report(results: list[Result], *, closing: bool = True) -> int:
    """Print the times and counts of the parts and return the exit code."""
    say.heading("Parts")
    for result in results:
        one = result.counts
        skipped = f", {one.skipped} skipped" if one.skipped else ""
        say.line(
            f"  {result.name:<22}{say.seconds(result.seconds):>14}   {one.passed} passed, {one.failed} failed{skipped}"
        )
    if closing:
        say.line()
        say.line(closing_line(results))
    return 1 if total(results).failed or not total(results).passed else 0


def total(results: list[Result]) -> Counts:
    """The parts summed."""
    return sum((result.counts for result in results), Counts())


def closing_line(results: list[Result]) -> str:
    """The one line for people and programs that only read the last."""
    return f"{total(results).passed} passed, {total(results).failed} failed"


def run_commands() -> Counts:
    """The tests of this program itself."""
    return _pytest("commands", paths.SCRIPTS / "tests", dict(os.environ), "-p", "no:django", "-q")


def run_server(database: str, extra: Mapping[str, str], *arguments: str) -> Counts:
    """The server's tests on a database that is made for them."""
    with server_environment(database) as env:
        return _pytest(f"server-{database}", paths.SERVER, {**env, **extra}, *workers(), *arguments)


def workers(cores: int | None = os.cpu_count()) -> tuple[str, ...]:
    """Pytest's arguments for running files side by side, one worker a core; one core gets none. The order of the files is
    conftest.py's."""
    number = min(cores or 1, MOST_WORKERS)
    return ("-n", str(number), "--dist", "loadfile", "--no-loadscope-reorder") if number > 1 else ()


@contextmanager
def server_environment(database: str) -> Iterator[dict[str, str]]:
    """Settings of a test run: own data directory, own database, nothing from .env."""
    with tempfile.TemporaryDirectory(prefix="almanac-test-", ignore_cleanup_errors=True) as folder:
        own = {"ALMANAC_ENV": "test", "DJANGO_SETTINGS_MODULE": "almanac.config.settings"}
        on_postgres = database == "postgres"
        with postgres.for_pytest("pytest") if on_postgres else nullcontext() as url:
            own |= {"DATABASE_URL": url, "REDIS_URL": postgres.redis_url()} if url else {}
            yield settings.isolated(Path(folder), own)


def _pytest(name: str, where: Path, env: Mapping[str, str], *arguments: str) -> Counts:
    junit = fresh_report(name)
    command = [paths.venv_python(), "-m", "pytest", f"--junitxml={junit}", *arguments]
    code = processes.run(command, cwd=where, env=env)
    return counts(junit, code)


def fresh_report(name: str) -> Path:
    """Where a runner writes its report; an old one there would be counted in its place."""
    paths.REPORTS.mkdir(parents=True, exist_ok=True)
    report_path = paths.REPORTS / f"{name}.xml"
    report_path.unlink(missing_ok=True)
    return report_path


def run_web() -> Counts:
    """The web part's unit and component tests."""
    junit = fresh_report("web")
    command = node.npm("run", "test", "--", "--reporter=default", "--reporter=junit", f"--outputFile.junit={junit}")
    code = processes.run(command, cwd=paths.WEB, env=node.with_node({**os.environ, "CI": "1"}))
    return counts(junit, code)


def run_journeys(database: str, *, paying_alone: bool = False) -> Counts:
    """The browser tests against a freshly started product, all or those where money is paid. After a failure its logs are kept in
    var/test."""
    chromium = browser.chromium()
    with journey_stack(database) as (product, _):
        brought = _playwright(product, chromium, database, paying_alone=paying_alone)
        if brought.failed:
            kept = paths.REPORTS / f"journeys-{database}-logs"
            shutil.copytree(product.log_dir, kept, dirs_exist_ok=True)
            say.error(f"The logs of the product under test are in {kept}.")
        return brought


@contextmanager
def journey_stack(database: str, *, verbose: bool = False) -> Iterator[tuple[stack.Stack, Supervisor]]:
    """A throw-away product on the named database."""
    on_postgres = database == "postgres"
    with postgres.created("journeys") if on_postgres else nullcontext() as url:
        redis = postgres.redis_url() if on_postgres else None
        with stack.throw_away(database_url=url, redis_url=redis, verbose=verbose) as running:
            yield running


def _playwright(product: stack.Stack, chromium: str, database: str, *, paying_alone: bool) -> Counts:
    junit = fresh_report(f"journeys-{database}")
    env = node.with_node(stack.visitor_environment(product)) | {
        "ALMANAC_CHROMIUM": chromium,
        "PLAYWRIGHT_JUNIT_OUTPUT_FILE": str(junit),
        "ALMANAC_LOOKS": "yes" if database == DATABASES[0] else "",  # see axe.ts
        "ALMANAC_PAYING_ALONE": "yes" if paying_alone else "",
        "CI": "1",
    }
    code = processes.run(node.npm("run", "e2e", "--", "--reporter=list,junit"), cwd=paths.WEB, env=env)
    return counts(junit, code)
