"""Ordnance Survey grid references to degrees: National Grid (OSGB36) -> WGS 84.

The formulae of "A guide to coordinate systems in Great Britain" (Ordnance Survey): annex C for the inverse transverse
Mercator projection, section 6.6 for the Helmert transformation. Good to about 5 metres, which is far below what a
postcode says.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import atan2, cos, degrees, hypot, pi, radians, sin, sqrt, tan

from almanac.engine.problem import Place


@dataclass(frozen=True, slots=True)
class Ellipsoid:
    """Semi-axes in metres."""

    a: float
    b: float

    @property
    def e2(self) -> float:
        """Eccentricity squared."""
        return 1 - (self.b / self.a) ** 2


AIRY_1830 = Ellipsoid(6_377_563.396, 6_356_256.909)
GRS80 = Ellipsoid(6_378_137.000, 6_356_752.3141)

F0 = 0.9996012717  # scale on the central meridian
TRUE_ORIGIN = (radians(49), radians(-2))
TRUE_ORIGIN_EASTING, TRUE_ORIGIN_NORTHING = 400_000.0, -100_000.0

# OSGB36 -> WGS 84: metres, parts in a million, seconds of arc
SHIFT = (446.448, -125.157, 542.060)
SCALE = -20.4894e-6
ROTATION = tuple(radians(seconds / 3600) for seconds in (0.1502, 0.2470, 0.8421))


def to_wgs84(easting: float, northing: float) -> Place:
    """Latitude and longitude (WGS 84, degrees) of a National Grid reference in metres."""
    latitude, longitude = _unproject(easting, northing)
    return _geodetic(*_helmert(*_cartesian(latitude, longitude)))


def osgb36_degrees(easting: float, northing: float) -> tuple[float, float]:
    """Latitude and longitude on the National Grid's own datum (OSGB36, degrees); for comparing with published examples."""
    latitude, longitude = _unproject(easting, northing)
    return degrees(latitude), degrees(longitude)


def _unproject(easting: float, northing: float) -> tuple[float, float]:
    """Radians on the Airy ellipsoid, by the series of annex C.2; the names are the guide's."""
    a, e2 = AIRY_1830.a, AIRY_1830.e2
    _, lambda0 = TRUE_ORIGIN
    phi = _footpoint(northing)
    nu = a * F0 / sqrt(1 - e2 * sin(phi) ** 2)
    rho = a * F0 * (1 - e2) / (1 - e2 * sin(phi) ** 2) ** 1.5
    eta2 = nu / rho - 1
    t, sec = tan(phi), 1 / cos(phi)
    vii = t / (2 * rho * nu)
    viii = t / (24 * rho * nu**3) * (5 + 3 * t**2 + eta2 - 9 * t**2 * eta2)
    ix = t / (720 * rho * nu**5) * (61 + 90 * t**2 + 45 * t**4)
    x = sec / nu
    xi = sec / (6 * nu**3) * (nu / rho + 2 * t**2)
    xii = sec / (120 * nu**5) * (5 + 28 * t**2 + 24 * t**4)
    xiia = sec / (5040 * nu**7) * (61 + 662 * t**2 + 1320 * t**4 + 720 * t**6)
    east = easting - TRUE_ORIGIN_EASTING
    latitude = phi - vii * east**2 + viii * east**4 - ix * east**6
    longitude = lambda0 + x * east - xi * east**3 + xii * east**5 - xiia * east**7
    return latitude, longitude


def _footpoint(northing: float) -> float:
    phi = TRUE_ORIGIN[0]
    missing = northing - TRUE_ORIGIN_NORTHING
    while abs(missing) >= 0.00001:
        phi += missing / (AIRY_1830.a * F0)
        missing = northing - TRUE_ORIGIN_NORTHING - _meridional_arc(phi)
    return phi


def _meridional_arc(phi: float) -> float:
    a, b, phi0 = AIRY_1830.a, AIRY_1830.b, TRUE_ORIGIN[0]
    n = (a - b) / (a + b)
    less, more = phi - phi0, phi + phi0
    return (
        b
        * F0
        * (
            (1 + n + 5 / 4 * n**2 + 5 / 4 * n**3) * less
            - (3 * n + 3 * n**2 + 21 / 8 * n**3) * sin(less) * cos(more)
            + (15 / 8 * n**2 + 15 / 8 * n**3) * sin(2 * less) * cos(2 * more)
            - 35 / 24 * n**3 * sin(3 * less) * cos(3 * more)
        )
    )


def _cartesian(latitude: float, longitude: float) -> tuple[float, float, float]:
    nu = AIRY_1830.a / sqrt(1 - AIRY_1830.e2 * sin(latitude) ** 2)
    return (
        nu * cos(latitude) * cos(longitude),
        nu * cos(latitude) * sin(longitude),
        (1 - AIRY_1830.e2) * nu * sin(latitude),
    )


def _helmert(x: float, y: float, z: float) -> tuple[float, float, float]:
    (tx, ty, tz), (rx, ry, rz), scale = SHIFT, ROTATION, 1 + SCALE
    return (
        tx + scale * x - rz * y + ry * z,
        ty + rz * x + scale * y - rx * z,
        tz - ry * x + rx * y + scale * z,
    )


def _geodetic(x: float, y: float, z: float) -> Place:
    e2, across = GRS80.e2, hypot(x, y)
    latitude, before = atan2(z, across * (1 - e2)), 2 * pi
    while abs(latitude - before) > 1e-12:
        before = latitude
        nu = GRS80.a / sqrt(1 - e2 * sin(latitude) ** 2)
        latitude = atan2(z + e2 * nu * sin(latitude), across)
    return Place(degrees(latitude), degrees(atan2(y, x)))
