"""Ports: is one free, which one is."""

import socket
from collections.abc import Iterable

from almanac_cli import say

LOOPBACKS = [(socket.AF_INET, "127.0.0.1"), (socket.AF_INET6, "::1")]


def is_free(port: int) -> bool:
    """Whether nothing on this machine listens on the port, under IPv4 or IPv6: browsers try both for localhost."""
    return all(_can_bind(family, host, port) for family, host in LOOPBACKS)


def _can_bind(family: socket.AddressFamily, host: str, port: int) -> bool:
    try:
        with socket.socket(family, socket.SOCK_STREAM) as probe:
            # A port just given back counts as free; on Windows the other option is the one that asks honestly.
            option = getattr(socket, "SO_EXCLUSIVEADDRUSE", socket.SO_REUSEADDR)
            probe.setsockopt(socket.SOL_SOCKET, option, 1)
            probe.bind((host, port))
            probe.listen(1)
    except OSError:
        return family == socket.AF_INET6 and not _has_ipv6()
    return True


def _has_ipv6() -> bool:
    try:
        with socket.socket(socket.AF_INET6, socket.SOCK_STREAM) as probe:
            probe.bind(("::1", 0))
    except OSError:
        return False
    return True


def require_free(wanted: Iterable[tuple[str, int, str]]) -> None:
    """Check (what for, port, variable that chooses another) and raise Trouble naming every port that is taken."""
    taken = [(purpose, port, variable) for purpose, port, variable in wanted if not is_free(port)]
    if not taken:
        return
    sentences = [
        f"Port {port} ({purpose}) is taken by another program; stop it, or choose another port with "
        f"{variable}: {variable}={another(port)} make run"
        for purpose, port, variable in taken
    ]
    raise say.Trouble("\n".join(sentences))


def another(port: int) -> int:
    """A port to propose instead."""
    return port + 100 if port + 100 <= 65535 else port - 100


def free(count: int) -> list[int]:
    """Ports that were free a moment ago, all different."""
    found: list[int] = []
    while len(found) < count:
        with socket.socket(socket.AF_INET, socket.SOCK_STREAM) as probe:
            probe.bind(("127.0.0.1", 0))
            port = int(probe.getsockname()[1])
        if port not in found and is_free(port):
            found.append(port)
    return found
