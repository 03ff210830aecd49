"""The catalogues are whole, and dates and money are written as each language does."""

from __future__ import annotations

import string
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from almanac.business.models import Business
from almanac.notifications.letter_page import ink_on
from almanac.notifications.letters import Audience, Message
from almanac.notifications.queries.telling import first_business, sender_of
from almanac.notifications.texts import languages, texts_in, zone_name
from tests.cast import Person

NIGHT = datetime(2026, 10, 25, 0, 30, tzinfo=UTC)  # 01:30 in London for the first of two times


def placeholders(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name}


def test_there_is_a_catalogue_for_each_language_we_speak() -> None:
    assert languages() == {"en", "uk", "es", "fr", "de"}


@pytest.mark.parametrize("language", ["uk", "es", "fr", "de"])
def test_a_catalogue_has_every_text_with_the_same_gaps(language: str) -> None:
    english, other = texts_in("en").words, texts_in(language).words
    assert english.keys() == other.keys()
    for key, text in english.items():
        assert placeholders(other[key]) == placeholders(text), key
        assert other[key].strip(), key


def test_every_message_to_every_reader_has_its_three_texts() -> None:
    words = texts_in("en").words
    to_staff = {(each, Audience.STAFF) for each in (Message.DECLINED, Message.MISSED, Message.NOT_SERVED)}  # they know
    untold = to_staff | {(Message.HANDED_OVER, Audience.CUSTOMER)}
    for message in Message:
        for audience in Audience:
            for part in ("subject", "heading", "intro"):
                assert (f"{message}.{audience}.{part}" in words) is ((message, audience) not in untold)


def test_a_language_we_do_not_speak_is_english_and_a_region_is_its_language() -> None:
    assert texts_in("it").language == "en"
    assert texts_in("de-AT").language == "de"


@pytest.mark.parametrize(
    ("language", "date", "money"),
    [
        ("en", "Sun 25 October", "£64.50"),
        ("uk", "нд, 25 жовтня", "64,50 £"),
        ("es", "dom 25 de octubre", "64,50 £"),
        ("fr", "dim. 25 octobre", "64,50 £"),
        ("de", "So. 25. Oktober", "64,50 £"),
    ],
)
def test_dates_and_money(language: str, date: str, money: str) -> None:
    texts = texts_in(language)
    assert texts.date(NIGHT, "Europe/London") == date
    assert texts.money(6450, "GBP") == money


@pytest.mark.parametrize(
    ("amount", "currency", "written"),
    [(6400, "GBP", "£64"), (5, "EUR", "€0.05"), (-120, "USD", "-$1.20"), (100, "UAH", "₴1"), (250, "CHF", "2.50 CHF")],
)
def test_money_in_english(amount: int, currency: str, written: str) -> None:
    assert texts_in("en").money(amount, currency) == written


def test_a_span_reads_the_clock_on_the_wall_even_when_it_goes_back() -> None:
    texts = texts_in("en")
    assert texts.span(NIGHT, NIGHT + timedelta(hours=1, minutes=30), "Europe/London") == "Sun 25 October, 01:30–02:00"
    assert (
        texts.span(NIGHT, NIGHT + timedelta(days=2), "Europe/London") == "Sun 25 October, 01:30–Tue 27 October, 00:30"
    )


def test_zones_by_the_name_people_use() -> None:
    assert zone_name("America/New_York") == "New York"


@pytest.mark.parametrize(("accent", "ink"), [("#1D6B57", "#FFFFFF"), ("#FFD400", "#1F2430"), ("#000000", "#FFFFFF")])
def test_the_button_can_be_read_on_any_accent(accent: str, ink: str) -> None:
    assert ink_on(accent) == ink


@given(st.tuples(*[st.integers(0, 255)] * 3))
def test_the_words_on_a_button_read_on_every_colour_there_is(parts: tuple[int, ...]) -> None:
    accent = "#" + "".join(f"{part:02X}" for part in parts)
    grounds = [
        0.2126 * red + 0.7152 * green + 0.0722 * blue for red, green, blue in map(_linear, (accent, ink_on(accent)))
    ]
    low, high = sorted(grounds)
    assert (high + 0.05) / (low + 0.05) >= 4.5


def _linear(colour: str) -> list[float]:
    """The channels as light (IEC 61966-2-1)."""
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    return [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]


@pytest.mark.django_db
def test_the_next_letter_shows_a_brand_as_it_was_just_saved(ada: Person, valclean: Business) -> None:
    body = {"name": "VAL Clean", "accent": "#AA3366", "phone": "020 7946 0999", "languages": ["en"]}
    assert ada.put("/businesses/valclean/brand", body).status_code == 200
    first = first_business()
    sender = sender_of(first, "en")
    assert (sender.name, sender.accent, sender.phone) == ("VAL Clean", "#AA3366", "020 7946 0999")
