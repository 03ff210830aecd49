"""National Grid references against published pairs."""

from __future__ import annotations

import pytest

from almanac.engine.problem import Place
from almanac.engine.travel import distance_m
from almanac.places import osgb


def test_worked_example_of_the_ordnance_survey() -> None:
    latitude, longitude = osgb.osgb36_degrees(651409.903, 313177.270)
    assert latitude == pytest.approx(52 + 39 / 60 + 27.2531 / 3600, abs=1e-8)
    assert longitude == pytest.approx(1 + 43 / 60 + 4.5177 / 3600, abs=1e-8)


@pytest.mark.parametrize(
    ("easting", "northing", "known"),
    [
        (530047, 179951, Place(51.503541, -0.12767)),  # SW1A 2AA, as the ONS directory has it
        (530268, 179545, Place(51.49984, -0.124663)),  # SW1A 0AA
        (651409.903, 313177.270, Place(52.657977, 1.716052)),
    ],
)
def test_degrees_within_five_metres_of_what_is_published(easting: float, northing: float, known: Place) -> None:
    assert distance_m(osgb.to_wgs84(easting, northing), known) < 5
