"""Bank holidays against the dates that were published."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from almanac.engine.bankholidays import BankHolidayRegion, bank_holidays, easter

# gov.uk/bank-holidays, without those of one year alone. A star marks a substitute day.
PUBLISHED = {
    ("england_and_wales", 2021): "01-01 04-02 04-05 05-03 05-31 08-30 12-27* 12-28*",
    ("england_and_wales", 2022): "01-03* 04-15 04-18 05-02 05-30 08-29 12-26 12-27*",
    ("england_and_wales", 2026): "01-01 04-03 04-06 05-04 05-25 08-31 12-25 12-28*",
    ("england_and_wales", 2027): "01-01 03-26 03-29 05-03 05-31 08-30 12-27* 12-28*",
    ("england_and_wales", 2028): "01-03* 04-14 04-17 05-01 05-29 08-28 12-25 12-26",
    ("scotland", 2022): "01-03* 01-04* 04-15 05-02 05-30 08-01 11-30 12-26 12-27*",
    ("scotland", 2026): "01-01 01-02 04-03 05-04 05-25 08-03 11-30 12-25 12-28*",
    ("northern_ireland", 2024): "01-01 03-18* 03-29 04-01 05-06 05-27 07-12 08-26 12-25 12-26",
    ("northern_ireland", 2026): "01-01 03-17 04-03 04-06 05-04 05-25 07-13* 08-31 12-25 12-28*",
}


@pytest.mark.parametrize(("region", "year"), PUBLISHED)
def test_as_published(region: str, year: int) -> None:
    found = bank_holidays(year, BankHolidayRegion(region))
    told = " ".join(f"{day.on:%m-%d}{'*' if day.is_substitute else ''}" for day in found)
    assert told == PUBLISHED[(region, year)]


def test_christmas_on_a_sunday_is_taken_after_boxing_day() -> None:
    days = {day.name: day.on for day in bank_holidays(2022, BankHolidayRegion.ENGLAND_AND_WALES)}
    assert (days["Boxing Day"], days["Christmas Day"]) == (date(2022, 12, 26), date(2022, 12, 27))


def test_easter() -> None:
    assert [easter(year) for year in (2000, 2019, 2026, 2038)] == [
        date(2000, 4, 23),
        date(2019, 4, 21),
        date(2026, 4, 5),
        date(2038, 4, 25),
    ]


@given(st.integers(1978, 2199), st.sampled_from(BankHolidayRegion))
def test_each_is_a_day_of_its_own_on_a_weekday(year: int, region: BankHolidayRegion) -> None:
    found = bank_holidays(year, region)
    assert len({day.on for day in found}) == len(found)
    assert all(day.on.weekday() < 5 for day in found)
