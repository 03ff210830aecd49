"""Connections to Stripe stay open: one for each thread of a process, and none that two processes speak on."""

from __future__ import annotations

import os
from collections.abc import Iterator
from threading import Thread
from typing import Any

import pytest

from almanac.payments.providers.stripe import Stripe
from fakes.stripe.server import Fake


class Counting(Fake):
    """A stand-in that knows how many connections were opened to it."""

    opened = 0

    def get_request(self) -> Any:
        self.opened += 1
        return super().get_request()


@pytest.fixture
def company() -> Iterator[Counting]:
    with Counting() as fake:
        Thread(target=fake.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True).start()
        yield fake
        fake.shutdown()


def ask(company: Counting) -> None:
    assert Stripe(company.secret_key, company.webhooks.secret, company.url).known_as()


def test_whoever_asks_again_is_on_the_same_line(company: Counting) -> None:
    for _ in range(3):
        ask(company)
    assert (company.opened, len(company.asked)) == (1, 3)


@pytest.mark.skipif(not hasattr(os, "fork"), reason="the system has no fork")
@pytest.mark.filterwarnings("ignore:This process .* is multi-threaded:DeprecationWarning")
def test_a_forked_process_has_a_line_of_its_own(company: Counting) -> None:
    """On its parent's each would read answers that are the other's."""
    ask(company)
    child = os.fork()
    if child == 0:
        try:
            ask(company)
        except BaseException:
            os._exit(1)
        os._exit(0)
    assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 0
    ask(company)
    assert (company.opened, len(company.asked)) == (2, 3)
