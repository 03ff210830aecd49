"""What the API says about places."""

from __future__ import annotations

from typing import Annotated, Literal, Self
from uuid import UUID

from ninja import Schema
from pydantic import Field, StringConstraints

from almanac.places.models import RADIUS_MAX_M, RADIUS_MIN_M, Area
from almanac.places.providers.base import Located
from almanac.places.queries import Circle

Typed = Annotated[str, StringConstraints(max_length=100)]


class CoverageIn(Schema):
    """Where to, as typed. In the body, so that no postcode stands in a URL."""

    business: Typed
    postcode: Annotated[str, StringConstraints(max_length=20_000)]


class CoverageOut(Schema):
    """Whether we come there; town and district fill in the address form."""

    postcode: str
    town: str
    district: str
    covered: bool
    staff_count: int

    @classmethod
    def of(cls, found: Located, staff_count: int) -> Self:
        return cls(
            postcode=found.postcode,
            town=found.town,
            district=found.district,
            covered=staff_count > 0,
            staff_count=staff_count,
        )


class PostcodeOut(Schema):
    postcode: str
    town: str
    district: str

    @classmethod
    def of(cls, found: Located) -> Self:
        return cls(postcode=found.postcode, town=found.town, district=found.district)


class Point(Schema):
    """GeoJSON (RFC 7946): longitude first."""

    type: Literal["Point"] = "Point"
    coordinates: tuple[float, float]


class CircleProperties(Schema):
    radius_m: int


class CircleFeature(Schema):
    """A circle as GeoJSON can say it: its middle, with the radius beside it."""

    type: Literal["Feature"] = "Feature"
    geometry: Point
    properties: CircleProperties

    @classmethod
    def of(cls, circle: Circle) -> Self:
        point = Point(coordinates=(circle.centre.longitude, circle.centre.latitude))
        return cls(geometry=point, properties=CircleProperties(radius_m=circle.radius_m))


class CoverageMapOut(Schema):
    type: Literal["FeatureCollection"] = "FeatureCollection"
    features: list[CircleFeature]


class AreaIn(Schema):
    name: Annotated[str, StringConstraints(strip_whitespace=True, max_length=100)] = ""
    postcode: Typed
    radius_m: int = Field(ge=RADIUS_MIN_M, le=RADIUS_MAX_M, description="metres")


class AreaOut(Schema):
    id: UUID
    name: str
    postcode: str
    latitude: float
    longitude: float
    radius_m: int

    @classmethod
    def of(cls, area: Area) -> Self:
        return cls(
            id=area.pk,
            name=area.name,
            postcode=area.postcode,
            latitude=area.latitude,
            longitude=area.longitude,
            radius_m=area.radius_m,
        )
