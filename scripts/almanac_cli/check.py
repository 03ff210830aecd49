"""`make check`: everything that can be said about the code without running the product; and `make client`."""

import os
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from almanac_cli import install, node, paths, processes, say, settings, stack

LOG = paths.ROOT / "var" / "log" / "check.log"
OPENAPI = paths.SERVER / "openapi.json"
PERMISSIONS = paths.ROOT / "docs" / "permissions.md"


@dataclass(frozen=True)
class Check:
    """One thing that must hold, found out by a command or a function that raises Trouble."""

    name: str
    action: Callable[[], None]


def check(*, only: str | None = None) -> int:
    """Run every check, also after one failed, and return the exit code. `only` names one."""
    install.install()
    checks = [one for one in all_checks() if only in (None, one.name)]
    if not checks:
        raise say.Trouble(f"There is no check {only}; the checks are {', '.join(one.name for one in all_checks())}.")
    failed = [one.name for one in checks if not holds(one)]
    say.line()
    say.line(
        f"{len(checks) - len(failed)} of {len(checks)} checks hold"
        + (f"; failed: {', '.join(failed)}" if failed else ".")
    )
    return 1 if failed else 0


def all_checks() -> list[Check]:
    """The checks, quick ones first."""
    return [
        Check("ruff", _command([paths.venv_program("ruff"), "check", "."], paths.SERVER)),
        Check("format", _command([paths.venv_program("ruff"), "format", "--check", "."], paths.SERVER)),
        Check("structure", _command([paths.venv_python(), "tools/check_structure.py"], paths.SERVER)),
        Check("imports", _command([paths.venv_program("lint-imports"), "--no-cache"], paths.SERVER)),
        Check("commands", _check_commands),
        Check("types", _command([paths.venv_program("mypy"), "."], paths.SERVER)),
        Check("migrations", _check_migrations),
        Check("api document", _check_openapi),
        Check("permissions", _check_permissions),
        Check("client", _web_script("client:check")),
        Check("web", _web_script("check")),
    ]


def holds(one: Check) -> bool:
    """Run one check and say how it went."""
    started = time.monotonic()
    try:
        one.action()
    except say.Trouble as trouble:
        say.line(f"  {one.name:<14}{say.paint('FAILED', '31')}  {say.seconds(time.monotonic() - started)}")
        say.error(str(trouble))
        return False
    say.line(f"  {one.name:<14}ok      {say.seconds(time.monotonic() - started)}")
    return True


def _command(command: list[str], where: Path) -> Callable[[], None]:
    name = " ".join(Path(part).name if part == command[0] else part for part in command)
    return lambda: processes.must(command, cwd=where, what=name, log=LOG, env=_environment())


def _environment() -> dict[str, str]:
    return node.with_node({**os.environ, "ALMANAC_ENV": "test", "DJANGO_SETTINGS_MODULE": "almanac.config.settings"})


def _check_commands() -> None:
    """This program follows the server's rules for style and types."""
    _command([paths.venv_program("ruff"), "check", "."], paths.SCRIPTS)()
    _command([paths.venv_program("ruff"), "format", "--check", "."], paths.SCRIPTS)()
    mypy = [paths.venv_program("mypy"), "--strict", "--config-file", os.devnull, "-p", "almanac_cli"]
    _command(mypy, paths.SCRIPTS)()


def _web_script(name: str) -> Callable[[], None]:
    def action() -> None:
        if name.startswith("client"):
            _install_generator()
        command = node.npm("run", "--silent", name)
        processes.must(command, cwd=paths.WEB, what=f"npm run {name}", log=LOG, env=_environment())

    return action


def _manage(what: str, *arguments: str) -> None:
    """Run manage.py with an empty data directory: these commands need no rows."""
    with tempfile.TemporaryDirectory(prefix="almanac-check-") as folder:
        own = {"ALMANAC_ENV": "test", "DJANGO_SETTINGS_MODULE": "almanac.config.settings"}
        env = settings.isolated(Path(folder), own)
        processes.must(stack.manage(*arguments), cwd=paths.SERVER, what=what, log=LOG, env=env)


def _check_migrations() -> None:
    _manage("Looking for missing migrations (manage.py makemigrations)", "makemigrations", "--check", "--dry-run")


def _check_openapi() -> None:
    _must_match("export_openapi", OPENAPI)


def _check_permissions() -> None:
    _must_match("export_permissions", PERMISSIONS)


def _must_match(command: str, committed: Path) -> None:
    with tempfile.TemporaryDirectory(prefix="almanac-check-") as folder:
        fresh = Path(folder) / committed.name
        _manage(command, command, "--output", str(fresh))
        if not committed.is_file() or fresh.read_bytes() != committed.read_bytes():
            raise say.Trouble(
                f"{paths.shown(committed)} is not what the server says now: run `make client` and commit it."
            )


def client() -> None:
    """Write the OpenAPI document, the web's client made from it, and the table of permissions."""
    install.install()
    with say.step(paths.shown(OPENAPI)):
        _manage("export_openapi", "export_openapi", "--output", str(OPENAPI))
    with say.step(paths.shown(PERMISSIONS)):
        _manage("export_permissions", "export_permissions", "--output", str(PERMISSIONS))
    with say.step("web client"):
        _web_script("client")()


def _install_generator() -> None:
    """The client generator needs a TypeScript of its own and is installed only where it is used."""
    install.install_web_folder("Client generator", paths.WEB / "codegen")
