"""Reading postcodes as people type them."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from almanac.places.errors import PostcodeMalformed
from almanac.places.postcode import is_london, parse, prefixes, sector

EVERY_FORMAT = ["M1 1AE", "B33 8TH", "W1A 0AX", "CR2 6XH", "DN55 1PT", "EC1A 1BB", "GIR 0AA"]


@pytest.mark.parametrize("written", EVERY_FORMAT)
@pytest.mark.parametrize(
    "typed",
    [
        str,
        str.lower,
        lambda text: text.replace(" ", ""),
        lambda text: f"  {text.replace(' ', '  ')} ",
        lambda text: text.replace(" ", "-"),
        lambda text: "".join(chr(ord(c) + 0xFEE0) if c != " " else c for c in text),
    ],
    ids=["as written", "lower case", "no space", "many spaces", "hyphen", "full width"],
)
def test_each_format_however_typed(written: str, typed: Callable[[str], str]) -> None:
    assert parse(typed(written)) == written


@pytest.mark.parametrize(
    ("typed", "suggestion"),
    [
        ("SW1A OAA", "SW1A 0AA"),
        ("0X1 1AA", "OX1 1AA"),
        ("SWIA 1AA", "SW1A 1AA"),
        ("SW1A IAA", "SW1A 1AA"),
        ("5W11 1AA", "SW11 1AA"),
        ("GIR OAA", "GIR 0AA"),
        ("CRO 2AA", "CR0 2AA"),
        ("swll laa", "SW11 1AA"),
    ],
)
def test_look_alikes_are_suggested_not_swallowed(typed: str, suggestion: str | None) -> None:
    with pytest.raises(PostcodeMalformed) as refused:
        parse(typed)
    assert refused.value.suggestion == suggestion


@pytest.mark.parametrize(
    "typed",
    [
        "",
        " ",
        "SW11",
        "1AA",
        "QW1 1AA",
        "SW1C 1AA",
        "SW11 1AC",
        "SW11 1AAA",
        "90210",
        "SW1A\N{HIGH VOLTAGE SIGN}1AA",
        "שלום",
        "x" * 10_000,
        "SW11 1AA\x00",
        "²W11 1AA",
        "ſw11 1aa1",
    ],
)
def test_malformed_without_a_suggestion(typed: str) -> None:
    with pytest.raises(PostcodeMalformed) as refused:
        parse(typed)
    assert refused.value.suggestion is None


@given(st.text(max_size=20))
def test_whatever_is_typed_is_a_postcode_or_a_refusal_with_a_good_suggestion(typed: str) -> None:
    try:
        written = parse(typed)
    except PostcodeMalformed as refused:
        written = refused.suggestion or "SW11 1AA"
    assert parse(written) == written
    assert re.fullmatch("[A-Z0-9]{2,4} [0-9][A-Z]{2}", written)


def test_parts() -> None:
    assert sector("SW1A 1AA") == "SW1A 1"
    assert is_london("W1A 1AA")
    assert not is_london("WD3 1AA")
    assert not is_london("KT1 1AA")


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("sw", ["SW"]),
        ("sw11", ["SW11", "SW1 1"]),
        ("sw11 1", ["SW11 1"]),
        ("sw1a1aa", ["SW1A 1AA"]),
        ("SW1", ["SW1"]),
        ("", []),
        ("1", []),
        ("sw11 1aaa", []),
        ("%", []),
        ("sw_", ["SW"]),
        ("x" * 10_000, []),
    ],
)
def test_what_may_follow_a_prefix(typed: str, expected: list[str]) -> None:
    assert prefixes(typed) == expected


@given(st.sampled_from(EVERY_FORMAT), st.integers(1, 8))
def test_each_beginning_of_a_postcode_finds_it(written: str, length: int) -> None:
    typed = written[:length]
    assert any(written.startswith(found) for found in prefixes(typed))
