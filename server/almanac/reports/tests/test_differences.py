"""A form that was changed is told by what changed in it."""

from __future__ import annotations

from typing import Any

import pytest

from almanac.reports.queries.differences import differences, plain

PETS: dict[str, Any] = {
    "id": "1",
    "kind": "yes_no",
    "label": {"en": "Are there pets?", "de": "Gibt es Tiere?"},
    "for_staff": True,
}
PARKING = {"id": "2", "kind": "text", "label": {"en": "Where to park"}}
HEARD: dict[str, Any] = {
    "id": "3",
    "label": {"en": "How did you hear?"},
    "options": [{"key": "a", "label": {"en": "A friend"}}, {"key": "b", "label": {"en": "The web"}}],
}


@pytest.mark.parametrize(
    ("before", "after", "was", "now"),
    [
        (None, [PETS, PARKING], [], ["Are there pets?", "Where to park"]),
        ([PETS, PARKING], [PARKING], ["Are there pets?"], []),
        (
            [PETS],
            [{**PETS, "for_staff": False}],
            ["Are there pets?, for_staff: yes"],
            ["Are there pets?, for_staff: no"],
        ),
        (
            [PETS],
            [{**PETS, "label": {**PETS["label"], "de": "Haustiere?"}}],
            ["Are there pets?, label, de: Gibt es Tiere?"],
            ["Are there pets?, label, de: Haustiere?"],
        ),
        ([HEARD], [{**HEARD, "options": HEARD["options"][:1]}], ["How did you hear?, options: The web"], []),
        ([PETS, PARKING], [PARKING, PETS], ["Are there pets?", "Where to park"], ["Where to park", "Are there pets?"]),
        ({"a": 1, "b": [1, 2]}, {"a": 1, "b": [2]}, ["b: 1, 2"], ["b: 2"]),
        ([], {}, [], []),
        (None, [], [], []),
        ([], None, [], []),
        ([{"id": "1"}, {"id": "1"}], [{"id": "1"}], ["id: 1, id: 1"], ["id: 1"]),
    ],
)
def test_what_was_and_what_is(before: Any, after: Any, was: list[str], now: list[str]) -> None:
    assert differences(before, after, "en") == (was, now)


def test_a_text_is_told_in_the_readers_language() -> None:
    assert plain(PETS, "de") == "Gibt es Tiere?"
    assert plain({"en": "Hello"}, "fr") == "Hello"
