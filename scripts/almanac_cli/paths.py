"""Where things are in the checkout."""

import os
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
SCRIPTS = ROOT / "scripts"
SERVER = ROOT / "server"
WEB = ROOT / "web"
REQUIREMENTS = SERVER / "requirements"
VENV = ROOT / ".venv"
STAMPS = VENV / ".stamps"
BYTECODE = VENV / ".bytecode"
REPORTS = ROOT / "var" / "test"


def venv_bin() -> Path:
    """Folder of the virtual environment's programs, which Windows names differently."""
    return VENV / ("Scripts" if os.name == "nt" else "bin")


def venv_program(name: str) -> str:
    """Path of one program in the virtual environment."""
    return str(venv_bin() / (name + (".exe" if os.name == "nt" else "")))


def venv_python() -> str:
    """The Python that runs the product."""
    return venv_program("python")


def shown(path: Path) -> str:
    """A path as people read it: relative to the checkout when it lies inside."""
    return str(path.relative_to(ROOT)) if path.is_relative_to(ROOT) else str(path)
