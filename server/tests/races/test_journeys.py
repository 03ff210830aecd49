"""Whole journeys raced by real processes: baskets of several lines are booked whole or not at all, and a request for a
change never ends in two ways at once. On SQLite and on PostgreSQL."""

from __future__ import annotations

import random
from typing import Any

import pytest

from almanac.scheduling.tests.factories import at
from tests.races.conftest import SOAK
from tests.races.crowd import Crowd
from tests.races.journeys import PRICE
from tests.races.test_races import CLEAN, NEVER_SAID

pytestmark = pytest.mark.race
BASKETS = 12 * SOAK
REQUESTS = 10 * SOAK


def unheard(answers: list[dict[str, Any]]) -> list[str]:
    """What the database said that nobody may hear: locks and deadlocks."""
    said = [cause for answer in answers for cause in answer["causes"]]
    return [cause for cause in said if any(words in cause for words in NEVER_SAID)]


def test_overlapping_baskets_are_booked_whole_or_not_at_all(rivals: Crowd) -> None:
    """Baskets of two to four lines of two people's time, in any order of lines, that overlap in most of them."""
    rivals.ask("forget_journeys")
    shop = rivals.ask("open_shop", people=2)
    dice = random.Random(20260303)
    won: dict[str, int] = {}
    for number in range(BASKETS):
        times = [[at(8 + 3 * hour, day=7 + number), staff] for hour in range(3) for staff in shop["staff"]]
        chosen = [dice.sample(times, k=dice.randrange(2, 5)) for _ in range(rivals.size)]
        baskets = [rivals.ask("fill", service=shop["service"], lines=lines) for lines in chosen]
        race = rivals.race(
            [
                {"do": "book_all", **basket, "total": PRICE * len(lines)}
                for basket, lines in zip(baskets, chosen, strict=True)
            ]
        )
        assert [answer["error"] for answer in race if "error" in answer] == []
        assert unheard(race) == []
        assert any(answer["won"] for answer in race), "somebody is first"
        won |= {
            answer["result"]["order"]: len(lines) for answer, lines in zip(race, chosen, strict=True) if answer["won"]
        }
        taken = {tuple(time) for answer, lines in zip(race, chosen, strict=True) if answer["won"] for time in lines}
        for answer, lines in zip(race, chosen, strict=True):
            assert answer["won"] or taken & {tuple(time) for time in lines}, "only who came too late loses"
    sold = rivals.ask("sold")
    assert (sold["lines"], sold["stray"]) == (won, 0)
    assert len(sold["starts"]) == sum(won.values()) == len({tuple(one) for one in sold["starts"]})
    assert rivals.ask("inspect") == CLEAN
    rivals.ask("forget_journeys")


def test_a_request_is_carried_out_or_taken_back(rivals: Crowd) -> None:
    for start, moved, made, race in _raced(rivals, ["accept", "withdraw"]):
        done = [answer["result"]["what"] for answer in race if not answer["result"]["refused"]]
        assert len(done) == 1, race
        stands = rivals.ask("standing", request=made["request"], appointment=made["appointment"])
        wanted = ("done", moved) if done == ["accept"] else ("withdrawn", start)
        assert (stands["state"], stands["start"], stands["visit"]) == (*wanted, "confirmed")
    assert rivals.ask("inspect") == CLEAN
    rivals.ask("forget_journeys")


def test_a_proposal_is_taken_or_the_visit_was_called_off_first(rivals: Crowd) -> None:
    for start, moved, made, race in _raced(rivals, ["take", "cancel"]):
        done = sorted(answer["result"]["what"] for answer in race if not answer["result"]["refused"])
        assert done in (["cancel"], ["cancel", "take"]), race
        stands = rivals.ask("standing", request=made["request"], appointment=made["appointment"])
        wanted = ("done", moved) if "take" in done else ("closed", start)
        assert (stands["state"], stands["start"], stands["visit"]) == (*wanted, "cancelled"), stands
    assert rivals.ask("inspect") == CLEAN
    rivals.ask("forget_journeys")


def _raced(rivals: Crowd, ways: list[str]) -> Any:
    """Half of the crowd does the one thing about a request, half the other, round after round."""
    rivals.ask("forget_journeys")
    shop = rivals.ask("open_shop", people=1)
    for number in range(REQUESTS):
        start, moved = at(8, day=7 + number), at(14, day=7 + number)
        made = rivals.ask("ask", service=shop["service"], staff=shop["staff"][0], start=start, proposed=moved)
        race = rivals.race(
            [{"do": "answer", "what": ways[rival % 2], **made, "start": moved} for rival in range(rivals.size)]
        )
        assert [answer["error"] for answer in race if "error" in answer] == []
        assert unheard(race) == []
        yield start, moved, made, race
