"""Two records are merged once, whoever presses the button at the same instant and whichever of them they keep."""

from __future__ import annotations

import pytest

from tests.races.conftest import SOAK
from tests.races.crowd import Crowd

pytestmark = pytest.mark.race


def test_two_records_become_one_once_and_two_again_once(rivals: Crowd) -> None:
    for _ in range(6 * SOAK):
        twins = rivals.ask("build_twins")
        pairs = [(twins["first"], twins["second"]), (twins["second"], twins["first"])]
        answers = rivals.race(
            [
                {"do": "merge_twins", "kept": pairs[rival % 2][0], "absorbed": pairs[rival % 2][1]}
                for rival in range(rivals.size)
            ]
        )
        told = [answer["result"] for answer in answers]
        (merge,) = [result["merge"] for result in told if "merge" in result]
        assert {result["refused"] for result in told if "refused" in result} == {"customer_archived"}
        found = rivals.ask("look_at_twins", **twins)
        assert (sorted(found["addresses"]), sorted(found["archived"]), found["standing"]) == ([0, 2], [False, True], 1)
        undone = [
            answer["result"]
            for answer in rivals.race([{"do": "undo_twins", "merge": merge} for _ in range(rivals.size)])
        ]
        assert [result.get("refused", "") for result in undone].count("") == 1
        assert {result["refused"] for result in undone if "refused" in result} == {"cannot_undo_merge"}
        found = rivals.ask("look_at_twins", **twins)
        assert found == {"addresses": [1, 1], "archived": [False, False], "standing": 0}
