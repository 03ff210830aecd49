"""The machine of money whole, and its runs."""

from __future__ import annotations

from hypothesis import settings
from hypothesis.stateful import run_state_machine_as_test

from tests.cast import Person
from tests.money_beginnings import begun
from tests.money_machine.cards import KeptCards
from tests.money_machine.cycles import Cycles
from tests.money_machine.laws import Laws
from tests.shop import Shop
from tests.tills import Till

PROFILE = settings.default or settings()


class Money(Cycles, KeptCards, Laws):
    """Everything that may happen."""


def run_half(shop: Shop, till: Till, ada: Person) -> None:
    """Half of the runs: 40 of 25 steps are made in all, 500 of 40 in a soak. Two files have one half each, so that two workers
    make them side by side."""
    beginning = begun(shop)

    class Settled(Money):
        def __init__(self) -> None:
            super().__init__(shop, till, ada, beginning)

        def teardown(self) -> None:
            try:
                self.settled()
            finally:
                super().teardown()

    steps, runs = (40, 250) if PROFILE.max_examples > 1_000 else (25, 20)
    run_state_machine_as_test(Settled, settings=settings(PROFILE, max_examples=runs, stateful_step_count=steps))
