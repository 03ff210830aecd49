"""Commands for maintainers: lock, bench, clean."""

import os
import shutil
import tempfile
from pathlib import Path

from almanac_cli import browser, install, node, paths, pip_settings, processes, say, settings

LOCKED = ("base", "production", "dev")
PYTHON = "3.11"  # the oldest one supported: what is locked must run there


def lock(*, upgrade: bool = False) -> None:
    """Renew the requirement files from their .in files, with hashes for every platform and without addresses."""
    install.install()
    for name in LOCKED:
        with say.step(f"server/requirements/{name}.txt"):
            _compile(f"requirements/{name}.in", paths.REQUIREMENTS / f"{name}.txt", upgrade=upgrade)
    with say.step("scripts/bootstrap.txt"):
        _lock_bootstrap(upgrade=upgrade)


def _compile(source: str, target: Path, *, upgrade: bool, header: bool = True) -> None:
    command = [paths.venv_program("uv"), "pip", "compile", "--quiet", "--generate-hashes", "--no-emit-index-url"]
    command += ["--no-emit-find-links", "--universal", "--python-version", PYTHON, source, "--output-file", str(target)]
    command += [*(["--upgrade"] if upgrade else []), *([] if header else ["--no-header", "--no-annotate"])]
    env = pip_settings.for_uv(os.environ, pip_settings.configured()) | {"UV_CUSTOM_COMPILE_COMMAND": "make lock"}
    processes.must(command, cwd=paths.SERVER, what=f"Locking {source}", log=install.LOG, env=env)


def _lock_bootstrap(*, upgrade: bool) -> None:
    comment, pin = install.BOOTSTRAP.read_text(encoding="utf-8").splitlines()[:2]
    with tempfile.TemporaryDirectory(prefix="almanac-lock-") as folder:
        source, target = Path(folder, "bootstrap.in"), Path(folder, "bootstrap.txt")
        source.write_text("uv\n" if upgrade else pin.rstrip(" \\") + "\n", encoding="utf-8")
        _compile(str(source), target, upgrade=upgrade, header=False)
        install.BOOTSTRAP.write_text(f"{comment}\n{target.read_text(encoding='utf-8')}", encoding="utf-8")


def bench() -> int:
    """Run the measurements against throw-away data and return their exit code; figures and stores are kept in var/bench."""
    install.install()
    with tempfile.TemporaryDirectory(prefix="almanac-bench-", ignore_cleanup_errors=True) as folder:
        own = {"ALMANAC_ENV": "test", "DJANGO_SETTINGS_MODULE": "almanac.config.settings"}
        kept = {"VAR_DIR": str(settings.var_dir()), "ALMANAC_CHROMIUM": browser.chromium()}
        env = node.with_node(settings.isolated(Path(folder), own)) | kept
        return processes.run([paths.venv_python(), "-m", "bench"], cwd=paths.SERVER, env=env)


def clean() -> None:
    """Remove what was installed and built; data in var/ stays."""
    for folder in (
        paths.VENV,
        paths.WEB / "node_modules",
        paths.WEB / "codegen" / "node_modules",
        paths.WEB / ".next",
        paths.REPORTS,
        *(paths.SERVER / name for name in (".mypy_cache", ".ruff_cache", ".pytest_cache", ".hypothesis")),
    ):
        if folder.exists():
            say.line(f"Removing {paths.shown(folder)}")
            shutil.rmtree(folder)
    say.line("Your data in var/ was kept; delete that folder to begin anew.")
