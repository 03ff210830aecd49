"""Hands pip's configured index and certificates on to uv, which does not read pip's configuration."""

import ast
import subprocess
from collections.abc import Mapping

from almanac_cli import paths

# pip's option -> the variables that uv reads for it; a variable the user has set for uv itself wins.
VARIABLES = {"index-url": ["UV_DEFAULT_INDEX", "UV_INDEX_URL"], "cert": ["SSL_CERT_FILE"]}
SECTIONS = [":env:", "install", "global"]  # strongest first, as in pip


def configured() -> str:
    """What `pip config list` prints for this user and machine."""
    command = [paths.venv_python(), "-m", "pip", "config", "list"]
    return subprocess.run(command, capture_output=True, text=True, check=False, stdin=subprocess.DEVNULL).stdout


def for_uv(env: Mapping[str, str], pip_config: str) -> dict[str, str]:
    """The environment for uv, with pip's settings added where uv has none of its own."""
    options: dict[str, str] = {}
    for line in pip_config.splitlines():
        key, separator, value = line.partition("=")
        if separator:
            options[key.strip()] = str(ast.literal_eval(value.strip()))
    result = dict(env)
    for name, variables in VARIABLES.items():
        found = next((options[f"{section}.{name}"] for section in SECTIONS if f"{section}.{name}" in options), None)
        if found and not any(result.get(variable) for variable in variables):
            result[variables[0]] = found
    return result
