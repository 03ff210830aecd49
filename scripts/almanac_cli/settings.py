"""The environment the product's processes run in: .env, secrets made at the first run, defaults."""

import base64
import os
import re
import secrets
from collections.abc import Mapping
from pathlib import Path

from almanac_cli import paths, say


def parse(text: str, name: str) -> dict[str, str]:
    """Read KEY=VALUE lines: comments, blank lines, `export` and matching quotes allowed. Raises Trouble."""
    values: dict[str, str] = {}
    for number, line in enumerate(text.splitlines(), start=1):
        stripped = line.strip().removeprefix("export ").strip()
        if not stripped or stripped.startswith("#"):
            continue
        key, separator, value = stripped.partition("=")
        if not separator or not key.strip().isidentifier():
            raise say.Trouble(f"{name}, line {number}: expected NAME=value.")
        values[key.strip()] = _unquoted(value.strip())
    return values


def _unquoted(value: str) -> str:
    if len(value) >= 2 and value[0] == value[-1] and value[0] in "'\"":
        return value[1:-1]
    return "" if value.startswith("#") else value.split(" #", 1)[0].rstrip()


def read(path: Path) -> dict[str, str]:
    """The values in a file, none when there is no such file."""
    return parse(path.read_text(encoding="utf-8"), paths.shown(path)) if path.is_file() else {}


def var_dir(env: Mapping[str, str] = os.environ) -> Path:
    """Where this checkout keeps its state: VAR_DIR from the environment or .env, else var/."""
    chosen = env.get("VAR_DIR") or read(paths.ROOT / ".env").get("VAR_DIR")
    return (paths.ROOT / chosen).resolve() if chosen else paths.ROOT / "var"


def keep_secrets(var: Path) -> dict[str, str]:
    """The secrets of this data directory, made at the first run, readable by their owner alone."""
    path = var / "secrets.env"
    kept = read(path)
    made = {name: value for name, value in _new_secrets().items() if name not in kept}
    if made:
        lines = ["# Made at the first run. Losing FIELD_KEYS makes the encrypted fields unreadable.\n"]
        lines = [] if path.exists() else lines
        lines += [f"{name}={value}\n" for name, value in made.items()]
        var.mkdir(parents=True, exist_ok=True)
        descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
        with os.fdopen(descriptor, "w", encoding="utf-8") as file:
            file.writelines(lines)
    return kept | made


def _new_secrets() -> dict[str, str]:
    return {
        "SECRET_KEY": secrets.token_urlsafe(48),
        "FIELD_KEYS": base64.urlsafe_b64encode(secrets.token_bytes(32)).decode(),  # a Fernet key
    }


def environment(var: Path, defaults: Mapping[str, str], *, env: Mapping[str, str] = os.environ) -> dict[str, str]:
    """What a process gets: the shell's variables over .env over the kept secrets over the defaults.

    An empty value counts as not set.
    """
    given = {name: value for name, value in (read(paths.ROOT / ".env") | dict(env)).items() if value}
    return {**defaults, **keep_secrets(var), **given, "VAR_DIR": str(var), "PYTHONUNBUFFERED": "1"}


def isolated(var: Path, defaults: Mapping[str, str], *, env: Mapping[str, str] = os.environ) -> dict[str, str]:
    """What a throw-away process gets: no .env and no product settings of the shell, so that tests run alike."""
    named = set(re.findall(r"^#? ?([A-Z][A-Z0-9_]*)=", (paths.ROOT / ".env.example").read_text(encoding="utf-8"), re.M))
    shell = {name: value for name, value in env.items() if name not in named}
    return {**shell, **keep_secrets(var), **defaults, "VAR_DIR": str(var), "PYTHONUNBUFFERED": "1"}
