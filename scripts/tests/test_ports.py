"""A taken port is one clear sentence that names it and the way out."""

import socket
from collections.abc import Iterator
from dataclasses import astuple

import pytest

from almanac_cli import ports, run, say, stack


@pytest.fixture(params=[(socket.AF_INET, "127.0.0.1"), (socket.AF_INET, "0.0.0.0"), (socket.AF_INET6, "::1")])
def taken(request: pytest.FixtureRequest) -> Iterator[int]:
    """A port somebody listens on, each way that a browser asking for localhost would reach."""
    family, host = request.param
    with socket.socket(family, socket.SOCK_STREAM) as listener:
        try:
            listener.bind((host, 0))
        except OSError:
            pytest.skip("this machine has no IPv6")
        listener.listen()
        yield int(listener.getsockname()[1])


def test_a_taken_port_is_named_with_the_variable_that_chooses_another(taken: int) -> None:
    free = ports.free(1)[0]
    with pytest.raises(say.Trouble) as told:
        ports.require_free([("web pages", taken, "ALMANAC_WEB_PORT"), ("API", free, "ALMANAC_API_PORT")])
    assert f"Port {taken} (web pages) is taken" in str(told.value)
    assert f"ALMANAC_WEB_PORT={ports.another(taken)} make run" in str(told.value)
    assert str(free) not in str(told.value)


def test_the_port_proposed_instead_is_always_a_port() -> None:
    assert all(1 <= ports.another(port) <= 65535 for port in (1, 3000, 65500, 65535))


def test_a_port_just_given_back_counts_as_free() -> None:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        port = listener.getsockname()[1]
        with socket.create_connection(("127.0.0.1", port)) as client:
            connection, _ = listener.accept()
            connection.close()  # closed from this side first: the port stays in TIME_WAIT
            client.recv(1)
    assert ports.is_free(port)


def test_free_ports_are_different_and_free() -> None:
    found = ports.free(8)
    assert len(set(found)) == 8
    assert all(map(ports.is_free, found))


def test_ports_come_from_the_environment() -> None:
    chosen = run.chosen_ports({"ALMANAC_WEB_PORT": "4000", "ALMANAC_API_PORT": ""})
    assert (chosen.web, chosen.api, chosen.smtp, chosen.inbox) == (4000, 8000, 8025, 8026)
    assert (chosen.mollie, chosen.twilio, chosen.push, chosen.companies) == (8031, 8032, 8033, 8027)


def test_every_part_has_a_variable_in_the_order_of_its_ports() -> None:
    env = {variable: str(4000 + at) for at, (_, _, variable) in enumerate(stack.Ports().named(True))}
    assert astuple(run.chosen_ports(env)) == tuple(range(4000, 4000 + len(env)))


@pytest.mark.parametrize(
    ("env", "words"),
    [
        ({"ALMANAC_WEB_PORT": "http"}, "ALMANAC_WEB_PORT=http is no port"),
        ({"ALMANAC_WEB_PORT": "70000"}, "ALMANAC_WEB_PORT=70000 is no port"),
        ({"ALMANAC_WEB_PORT": "8000"}, "the same port"),
    ],
)
def test_a_wrong_port_is_told(env: dict[str, str], words: str) -> None:
    with pytest.raises(say.Trouble, match=words):
        run.chosen_ports(env)
