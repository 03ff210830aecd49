"""Money splits without loss, order numbers survive how people type them, text is kept as meant."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from decimal import ROUND_HALF_EVEN, Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from almanac.kit import ids, links
from almanac.kit.money import CurrencyMismatch, Money, round_half_even, split
from almanac.kit.text import many_lines, one_line

NOW = datetime(2026, 3, 2, 9, tzinfo=UTC)
weights = st.lists(st.integers(0, 10_000), min_size=1, max_size=12).filter(any)


@given(st.integers(-(10**12), 10**12), weights)
def test_a_split_adds_up_and_is_fair(amount: int, by: list[int]) -> None:
    parts = split(amount, by)
    assert sum(parts) == amount
    for part, weight in zip(parts, by, strict=True):
        assert abs(part * sum(by) - amount * weight) < sum(by)  # never a whole penny off
    assert [part for part, weight in zip(parts, by, strict=True) if weight == 0 and part] == []


@pytest.mark.parametrize("by", [[], [0, 0], [1, -1]])
def test_a_split_by_nothing(by: list[int]) -> None:
    with pytest.raises(ValueError, match="weights"):
        split(100, by)


@given(st.integers(0, 10**12), st.integers(1, 10**6))
def test_rounding_agrees_with_decimals(numerator: int, denominator: int) -> None:
    exact = (Decimal(numerator) / Decimal(denominator)).quantize(Decimal(1), ROUND_HALF_EVEN)
    assert round_half_even(numerator, denominator) == exact


def test_currencies_do_not_mix() -> None:
    with pytest.raises(CurrencyMismatch):
        Money(1, "GBP") + Money(1, "EUR")
    assert Money(5, "GBP") - Money(7, "GBP") == Money(-2, "GBP")


@given(st.sampled_from(["VC", "M", "ABCD"]), st.randoms(use_true_random=False))
def test_an_order_number_survives_typing(prefix: str, random: object) -> None:
    number = ids.order_number(prefix)
    digits = number[len(prefix) :].replace("0", "o").replace("1", "l").lower()
    for typed in (number, number.lower(), number.replace("-", " "), f" {prefix.lower()}{digits} ", prefix + digits):
        assert ids.read_order_number(typed) == number


@given(st.text(max_size=60))
def test_any_text_can_be_read_as_an_order_number(typed: str) -> None:
    assert ids.read_order_number(typed).count("-") == 2


@given(st.text(max_size=80))
def test_text_is_kept_once_and_for_all(typed: str) -> None:
    for clean in (one_line, many_lines):
        assert clean(clean(typed)) == clean(typed)
        assert "\x00" not in clean(typed)
    assert "\n" not in one_line(typed)


@pytest.mark.parametrize(
    ("typed", "line"),
    [
        ("a\r\nb", "a b"),
        ("  a \t b\x00", "a b"),
        ("Zoë 🌼", "Zoë 🌼"),
        ("👩\u200d👧", "👩\u200d👧"),
        ("محمد أحمد", "محمد أحمد"),
        ("\u202eflow\u2066er", "flower"),
    ],
)
def test_one_line(typed: str, line: str) -> None:
    assert one_line(typed) == line


@given(st.text(max_size=30), st.integers(1, 10**6))
def test_a_link_opens_one_thing_until_it_is_over(subject: str, seconds: int) -> None:
    token = links.sign("order", subject, expires_at=NOW + timedelta(seconds=seconds))
    assert links.read("order", token, now=NOW) == subject
    assert links.read("order", token, now=NOW + timedelta(seconds=seconds - 1)) == subject
    for purpose, now in (("invoice", NOW), ("order", NOW + timedelta(seconds=seconds))):
        with pytest.raises(links.LinkInvalid):
            links.read(purpose, token, now=now)
