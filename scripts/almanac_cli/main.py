"""The command line: names, options, and how trouble and stopping are told."""

import argparse
import os
from collections.abc import Callable, Sequence

from almanac_cli import check, guide, install, paths, postgres, processes, run, say, stack, stopping, testing, upkeep
from almanac_cli.stopping import Stopped


def main(arguments: Sequence[str]) -> int:
    """Run one command and return the exit code."""
    chosen = parser().parse_args(arguments)
    _keep_bytecode()
    stopping.listen()
    try:
        code: int | None = chosen.action(chosen)
    except say.Trouble as trouble:
        say.error(f"\n{trouble}")
        return 1
    except Stopped as stopped:
        say.line("\nStopped.")
        # Ctrl-C is how `run` is meant to end; a test run cut short must not look like a passed one.
        return 0 if chosen.command == "run" else 128 + stopped.signal_number
    return code or 0


def _keep_bytecode() -> None:
    """What we start keeps its compiled Python, apart from the sources, also where the environment says not to write any beside
    them: a process that compiles all that it imports takes three times as long to start."""
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
    os.environ.setdefault("PYTHONPYCACHEPREFIX", str(paths.BYTECODE))


def parser() -> argparse.ArgumentParser:
    """What can be asked for."""
    top = argparse.ArgumentParser(prog="almanac", description="Install, run and test Almanac.")
    commands = top.add_subparsers(dest="command", required=True, metavar="command")

    def add(name: str, action: Callable[[argparse.Namespace], int | None], words: str) -> argparse.ArgumentParser:
        command = commands.add_parser(name, help=words, description=words)
        command.set_defaults(action=action)
        return command

    command = add("run", lambda given: run.run(verbose=given.verbose), "install what is missing and run everything")
    command.add_argument("--verbose", action="store_true", help="show all the logs, not only errors")
    command = add("test", lambda given: testing.run_all(given.db, only=given.only), "run all tests")
    _database_option(command)
    command.add_argument(
        "--only", metavar="PART", help="commands, server, web, journeys, or paying: the journeys that pay"
    )
    command = add("check", lambda given: check.check(only=given.only), "style, types, structure, generated files")
    command.add_argument("--only", metavar="CHECK", help="run one check")
    add("client", lambda _: check.client(), "write openapi.json, the web client and docs/permissions.md anew")
    add("soak", lambda _: testing.soak(), "the test campaigns at full size, on both databases")
    add("bench", lambda _: upkeep.bench(), "measure and print the figures")
    add("guide", lambda _: guide.guide(), "take the pictures of the guides anew")
    command = add("install", lambda given: install.install(production=given.production), "install what is missing")
    command.add_argument("--production", action="store_true", help="only what runs, no tools")
    command = add("lock", lambda given: upkeep.lock(upgrade=given.upgrade), "renew the locked requirement files")
    command.add_argument("--upgrade", action="store_true", help="take newer versions where the .in files allow")
    command = add("stack", _stack, "a throw-away product on free ports; runs a command against it, or waits for Ctrl-C")
    _database_option(command)
    command.add_argument("--verbose", action="store_true", help="show all the logs, not only errors")
    command.add_argument("visitor", nargs=argparse.REMAINDER, metavar="-- command", help="what to run against it")
    add("servers", _servers, "exit code 0 when PostgreSQL and Redis answer for the tests")
    add("clean", lambda _: upkeep.clean(), "remove what was installed and built; data is kept")
    return top


def _database_option(command: argparse.ArgumentParser) -> None:
    default = os.environ.get("DB") or "sqlite"
    command.add_argument("--db", default=default, help=f"{' or '.join(testing.DATABASES)} (default: DB, else sqlite)")


def _servers(_: argparse.Namespace) -> int:
    install.install()
    absent = postgres.missing()
    for sentence in absent:
        say.error(sentence)
    return 1 if absent else 0


def _stack(given: argparse.Namespace) -> int:
    """Start a throw-away product; its addresses reach the visitor as ALMANAC_WEB_URL and its like."""
    install.install()
    testing.require_servers(given.db)
    visitor = given.visitor[1:] if given.visitor[:1] == ["--"] else given.visitor
    with testing.journey_stack(given.db, verbose=given.verbose) as (product, supervisor):
        if visitor:
            return processes.run(visitor, cwd=paths.ROOT, env=stack.visitor_environment(product))
        say.line(run.summary(product))
        supervisor.watch()
    return 0
