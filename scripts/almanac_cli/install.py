"""`make install`: everything the product needs, inside the checkout, each step skipped when its stamp is current."""

import os
import shutil
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from almanac_cli import locking, node, paths, pip_settings, processes, say, stamps

LOG = paths.ROOT / "var" / "log" / "install.log"
BOOTSTRAP = paths.SCRIPTS / "bootstrap.txt"


@dataclass(frozen=True)
class Step:
    """One part of the installation, done when its stamp holds its fingerprint."""

    name: str
    stamp: Path
    fingerprint: str
    action: Callable[[], None]

    def is_done(self) -> bool:
        """Whether nothing it depends on has changed since it was done."""
        return stamps.is_current(self.stamp, self.fingerprint)


def install(*, production: bool = False) -> None:
    """Bring .venv and web/node_modules to what the lock files say. Nothing to do costs no network and no time.

    With `production` only what runs is installed, without the tools of checks and tests.
    """
    requirements = paths.REQUIREMENTS / ("production.txt" if production else "dev.txt")
    packages = stamps.fingerprint([_python_fingerprint(), BOOTSTRAP, requirements])
    perform(
        [
            Step("Python environment", paths.STAMPS / "venv", _python_fingerprint(), _make_venv),
            Step("Installer", paths.STAMPS / "uv", stamps.fingerprint([BOOTSTRAP]), _install_uv),
            Step("Python packages", paths.STAMPS / "packages", packages, lambda: _install_packages(requirements)),
            _web_step("Web packages", paths.WEB),
        ]
    )


def install_web_folder(name: str, folder: Path) -> None:
    """Install the npm packages of one folder as locked, unless that is done."""
    perform([_web_step(name, folder)])


def perform(steps: Sequence[Step]) -> None:
    """Do the steps that are not done yet, in order."""
    if all(step.is_done() for step in steps):
        return
    with locking.alone("Installation"):
        for step in steps:
            if step.is_done():
                continue
            with say.step(step.name):
                step.action()
                stamps.leave(step.stamp, step.fingerprint)


def _web_step(name: str, folder: Path) -> Step:
    locked = stamps.fingerprint([folder / "package.json", folder / "package-lock.json", folder / ".npmrc"])
    return Step(name, folder / "node_modules" / ".almanac-stamp", locked, lambda: _install_web_packages(folder))


def _python_fingerprint() -> str:
    """Changes with the Python's version and with the checkout's place, which scripts in .venv name absolutely."""
    return stamps.fingerprint([str(paths.VENV), f"{sys.version_info[0]}.{sys.version_info[1]}"])


def _make_venv() -> None:
    if paths.VENV.exists() and not _venv_fits():
        shutil.rmtree(paths.VENV)
    if paths.VENV.exists():
        return
    command = [sys.executable, "-m", "venv", str(paths.VENV)]
    try:
        processes.must(command, cwd=paths.ROOT, what="Making the Python environment", log=LOG)
    except say.Trouble as trouble:
        shutil.rmtree(paths.VENV, ignore_errors=True)
        hint = "On Debian and Ubuntu the package python3-venv is needed for this: apt-get install python3-venv"
        raise say.Trouble(f"{trouble}\n{hint}") from trouble


def _venv_fits() -> bool:
    """Whether .venv was made here by this version of Python, so that it can be kept."""
    configuration = paths.VENV / "pyvenv.cfg"
    if not configuration.is_file() or not Path(paths.venv_python()).exists():
        return False
    lines = configuration.read_text(encoding="utf-8").splitlines()
    written = {key.strip(): value.strip() for key, _, value in (line.partition("=") for line in lines)}
    here = str(paths.VENV) in written.get("command", str(paths.VENV))
    return here and written.get("version", "").split(".")[:2] == [str(part) for part in sys.version_info[:2]]


def _install_uv() -> None:
    """pip brings the pinned installer: pip is the one that knows the user's index and certificates."""
    command = [paths.venv_python(), "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--no-deps"]
    command += ["--require-hashes", "--only-binary", ":all:", "--requirement", str(BOOTSTRAP)]
    processes.must(command, cwd=paths.ROOT, what="Installing uv", log=LOG)


def _install_packages(requirements: Path) -> None:
    command = [paths.venv_program("uv"), "pip", "sync", "--quiet", "--require-hashes", "--python", paths.venv_python()]
    command += [str(requirements), str(BOOTSTRAP)]
    env = pip_settings.for_uv(os.environ, pip_settings.configured())
    processes.must(command, cwd=paths.ROOT, what="Installing the Python packages", log=LOG, env=env)
    node.link()


def _install_web_packages(folder: Path) -> None:
    """Exactly as locked, without running install scripts of packages."""
    command = node.npm("ci", "--no-audit", "--no-fund", "--ignore-scripts")
    env = node.with_node(dict(os.environ))
    processes.must(command, cwd=folder, what="Installing the web packages", log=LOG, env=env)
