"""The way between two places in metres and seconds, as the crow flies with a detour."""

from __future__ import annotations

from math import asin, ceil, cos, radians, sin, sqrt

from almanac.engine.problem import Place, ServiceArea, TravelRule

EARTH_RADIUS_M = 6_371_008.8  # mean radius R1 of WGS 84 (IUGG)


def distance_m(one: Place, other: Place) -> float:
    """Great-circle distance in metres by the haversine formula (R. W. Sinnott, Sky and Telescope 68, 1984)."""
    if one == other:
        return 0.0
    half_lat = sin(radians(other.latitude - one.latitude) / 2)
    half_lon = sin(radians(other.longitude - one.longitude) / 2)
    across = cos(radians(one.latitude)) * cos(radians(other.latitude))
    return 2 * EARTH_RADIUS_M * asin(min(1.0, sqrt(half_lat**2 + across * half_lon**2)))


def travel_seconds(one: Place, other: Place, rule: TravelRule) -> int:
    """Seconds from one to the other: distance x detour at the rule's speed, rounded up; none where they are one."""
    if one == other:
        return 0
    metres = distance_m(one, other) * rule.detour_percent / 100
    return max(rule.minimum, ceil(metres * 3600 / rule.speed_m_per_h))


def nearest_area(place: Place, areas: tuple[ServiceArea, ...]) -> tuple[float, ServiceArea] | None:
    """The area that comes closest to holding the place, with the metres to its centre; None without areas."""
    measured = [(distance_m(place, area.centre), area) for area in areas]
    return min(measured, key=lambda found: found[0] - found[1].radius_m, default=None)


def serves(place: Place | None, areas: tuple[ServiceArea, ...]) -> bool:
    """Whether somebody with these areas comes to the place: online always, without areas anywhere, border included."""
    if place is None or not areas:
        return True
    return any(distance_m(place, area.centre) <= area.radius_m for area in areas)
