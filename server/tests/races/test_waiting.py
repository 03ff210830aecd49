"""The waiting list raced by real processes: an opening is offered once, an offer ends in one way, and nobody else gets the
time meanwhile. On SQLite and on PostgreSQL."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from almanac.scheduling.tests.factories import at
from tests.races.conftest import SOAK
from tests.races.crowd import Crowd
from tests.races.journeys import PRICE
from tests.races.test_journeys import unheard
from tests.races.test_races import CLEAN

pytestmark = pytest.mark.race
FEW = 6  # where a guard is off: what it is for shows at once
ROUNDS = FEW * SOAK
REFUSES = ("waiting_one_offer", "booking_waitingoffer.entry_id")  # PostgreSQL's words and SQLite's


@pytest.fixture
def listed(rivals: Crowd) -> Iterator[Crowd]:
    """The crowd before an empty list; whatever was switched off is on again afterwards."""
    rivals.ask("forget_list")
    yield rivals
    rivals.ask("forget_list")


def fine(race: list[dict[str, Any]]) -> None:
    """Nobody was told an error, and no lock was so much as seen."""
    assert [answer["error"] for answer in race if "error" in answer] == []
    assert unheard(race) == []


def test_one_opening_is_offered_once_to_the_longest_waiting(listed: Crowd) -> None:
    shop = listed.ask("open_list", people=1)
    for number in range(ROUNDS):
        start = at(8, day=7 + number)
        listed.ask("wait", service=shop["service"], start=start, count=3, only=shop["staff"])
        race = listed.race([{"do": "run_list", "business": shop["business"]}] * listed.size)
        fine(race)
        assert sum(answer["result"]["made"] for answer in race) == 1
        stands = listed.ask("listed")
        assert stands["entries"] == [["offered", ["open"]], ["waiting", []], ["waiting", []]]
        assert (stands["by_list"], stands["claims"]) == (1, 1)
        assert listed.ask("inspect") == CLEAN
        listed.ask("forget_list")


def test_a_stranger_and_the_list_want_the_same_time(listed: Crowd) -> None:
    """One of them has it; what the list keeps, a stranger never gets."""
    shop = listed.ask("open_list", people=1)
    for number in range(ROUNDS):
        start = at(8, day=7 + number)
        listed.ask("wait", service=shop["service"], start=start, count=2, only=shop["staff"])
        baskets = [listed.ask("fill", service=shop["service"], lines=[[start, shop["staff"][0]]]) for _ in range(4)]
        race = listed.race(
            [{"do": "book_all", **basket, "total": PRICE} for basket in baskets]
            + [{"do": "run_list", "business": shop["business"]}] * 4
        )
        fine(race)
        booked = sum(answer["won"] for answer in race[:4])
        offered = sum(answer["result"]["made"] for answer in race[4:])
        assert booked + offered == 1, race
        if offered:
            late = listed.ask("fill", service=shop["service"], lines=[[start, shop["staff"][0]]])
            (refused,) = listed.race([{"do": "book_all", **late, "total": PRICE}])
            assert (refused["won"], "error" in refused) == (False, False)
        assert listed.ask("listed")["claims"] == 1
        assert listed.ask("inspect") == CLEAN
        listed.ask("forget_list")


def raced(listed: Crowd, ways: list[tuple[str, int]]) -> Iterator[tuple[list[str], dict[str, Any]]]:
    """An open offer, answered by all at once in these ways, each so many seconds after the offer is over: who was not
    refused, and how all stands."""
    shop = listed.ask("open_list", people=1)
    for number in range(ROUNDS):
        start = at(8, day=7 + number)
        (entry,) = listed.ask("wait", service=shop["service"], start=start, count=1, only=shop["staff"])
        expires = listed.ask("offer_all", business=shop["business"], entry=entry)["expires"]
        race = listed.race(
            [
                {"do": "answer_offer", "what": what, "entry": entry, "at": expires + after}
                for what, after in [ways[rival % len(ways)] for rival in range(listed.size)]
            ]
        )
        fine(race)
        yield [answer["result"]["what"] for answer in race if not answer["result"]["refused"]], listed.ask("listed")
        assert listed.ask("inspect") == CLEAN
        listed.ask("forget_list")


def test_taking_while_it_lapses_ends_in_one_way(listed: Crowd) -> None:
    for done, stands in raced(listed, [("take", -1), ("lapse", 0)]):
        assert done.count("take") <= 1
        ((entry, (offer,)),) = stands["entries"]
        if "take" in done:
            assert (entry, offer, stands["by_basket"], stands["by_list"]) == ("offered", "taken", 1, 0)
        else:
            assert (entry, offer, stands["by_basket"], stands["claims"]) == ("waiting", "lapsed", 0, 0)


def test_letting_go_and_taking(listed: Crowd) -> None:
    """Let go first: nobody takes it. Taken first and let go then: it is free, and in no basket."""
    for done, stands in raced(listed, [("decline", -60), ("take", -60)]):
        assert done.count("decline") == 1, "half of the crowd lets go, and the first of them does"
        assert done.count("take") <= 1
        assert stands["entries"] == [["waiting", ["declined"]]]
        assert (stands["by_basket"], stands["by_list"], stands["claims"]) == (0, 0, 0)


def test_leaving_and_taking(listed: Crowd) -> None:
    """Left first: nobody takes it. Taken first: what is in the basket stays there."""
    for done, stands in raced(listed, [("leave", -60), ("take", -60)]):
        assert done.count("leave") == 1
        taken = done.count("take")
        assert taken <= 1
        assert stands["entries"] == [["left", ["withdrawn"]]]
        assert (stands["by_basket"], stands["by_list"], stands["claims"]) == (taken, 0, taken)


class TestGuardsOff:
    """What each guard is for: an entry has one offer while either stands, and several when both are gone."""

    @pytest.fixture
    def bare(self, listed: Crowd) -> Iterator[Crowd]:
        yield listed
        listed.ask("forget_list")
        listed.everyone("with_turns")

    def run(self, bare: Crowd) -> tuple[int, list[dict[str, Any]]]:
        """Everybody runs the list for one entry a day that could have many times; the most offers an entry has."""
        shop = bare.ask("open_list", people=8)
        most, answers = 0, []
        for number in range(FEW):
            bare.ask("wait", service=shop["service"], start=at(8, day=7 + number), count=1)
            answers += bare.race([{"do": "run_list", "business": shop["business"]}] * bare.size)
            most = max(most, *(len(offers) for _, offers in bare.ask("listed")["entries"]))
        return most, answers

    def test_with_both_there_is_one(self, bare: Crowd) -> None:
        most, answers = self.run(bare)
        fine(answers)
        assert most == 1

    def test_without_the_lock_the_constraint_refuses(self, bare: Crowd) -> None:
        bare.everyone("without_turns")
        most, answers = self.run(bare)
        assert most == 1
        said = [answer["error"] for answer in answers if "error" in answer]
        assert any(words in one for one in said for words in REFUSES), "it was needed"

    def test_without_lock_and_constraint_there_are_several(self, bare: Crowd) -> None:
        bare.everyone("without_turns")
        bare.ask("without_one_offer")
        try:
            assert self.run(bare)[0] > 1
        finally:
            bare.ask("forget_list")
            bare.ask("with_one_offer")
