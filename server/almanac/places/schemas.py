"""What the API says about places."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated, Literal, Self
from uuid import UUID

from ninja import Schema
from pydantic import AfterValidator, Field, StringConstraints

from almanac.business.models import Location
from almanac.engine.problem import Place
from almanac.kit.errors import InvalidInput
from almanac.kit.zones import known_zone
from almanac.places import queries
from almanac.places.actions import LocationWish
from almanac.places.models import RADIUS_MAX_M, RADIUS_MIN_M, Area
from almanac.places.providers.base import AddressFound, Located
from almanac.places.queries import AddressSuggestions, Circle

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


class AddressTypedIn(Schema):
    """What has been typed of an address; in the body, so that it stands in no URL. `near` is a postcode that was settled
    before; `session` a new UUID for each address that is looked for, until one is chosen. An empty text asks who would
    answer."""

    text: Annotated[str, StringConstraints(max_length=200)]
    near: Annotated[str, StringConstraints(max_length=40)] = ""
    session: UUID


class AddressSuggestionOut(Schema):
    id: str
    main: str
    secondary: str


class AddressSuggestionsOut(Schema):
    """At most five, best first. `source` google_places: the page names Google Maps beside them. directory: postcodes alone
    are known, and completed at the end of what is typed."""

    source: Literal["directory", "google_places"]
    suggestions: list[AddressSuggestionOut]

    @classmethod
    def of(cls, found: AddressSuggestions) -> Self:
        rows = [AddressSuggestionOut(id=one.id, main=one.main, secondary=one.secondary) for one in found.found]
        return cls(source="directory" if found.source == queries.DIRECTORY else "google_places", suggestions=rows)


class AddressChosenIn(Schema):
    """The id of a suggestion, with the session it was made in."""

    id: Annotated[str, StringConstraints(max_length=1_000)]
    session: UUID


class AddressPartsOut(Schema):
    """An address in the parts of a form; what is not known is empty, and typed in."""

    line1: str
    line2: str
    town: str
    postcode: str

    @classmethod
    def of(cls, found: AddressFound) -> Self:
        return cls(line1=found.line1, line2=found.line2, town=found.town, postcode=found.postcode)


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


class PointIn(Schema):
    """Degrees (WGS 84)."""

    latitude: float = Field(ge=-90, le=90)
    longitude: float = Field(ge=-180, le=180)


class AreaIn(Schema):
    """A circle around a postcode, or around a point on the map, which is then called by the postcode nearest to it."""

    name: Annotated[str, StringConstraints(strip_whitespace=True, max_length=100)] = ""
    postcode: Typed = ""
    point: PointIn | None = None
    radius_m: int = Field(ge=RADIUS_MIN_M, le=RADIUS_MAX_M, description="metres")

    def located(self, *, now: datetime, otherwise: Located | None = None) -> Located:
        """Its middle; `otherwise` where it says none. Raises InvalidInput without any, and what finding a postcode raises."""
        if self.point is not None:
            return queries.locate_point(Place(self.point.latitude, self.point.longitude))
        if not self.postcode.strip():
            if otherwise is not None:
                return otherwise
            raise InvalidInput(fields={"postcode": ["Type a postcode, or choose a point on the map."]})
        return queries.locate(self.postcode, now=now)


class AreaOut(Schema):
    """An area; send `revision` as If-Match when changing it."""

    id: UUID
    name: str
    postcode: str
    latitude: float
    longitude: float
    radius_m: int
    revision: int

    @classmethod
    def of(cls, area: Area) -> Self:
        return cls(
            id=area.pk,
            name=area.name,
            postcode=area.postcode,
            latitude=area.latitude,
            longitude=area.longitude,
            radius_m=area.radius_m,
            revision=area.revision,
        )


Words = Annotated[str, StringConstraints(max_length=500)]
Called = Annotated[str, StringConstraints(strip_whitespace=True, max_length=32)]


class LocationIn(Schema):
    """All that a place of a business says; where it lies is found by its postcode. `zone` is an IANA time zone."""

    name: Annotated[str, StringConstraints(strip_whitespace=True, max_length=120)]
    address_line: Annotated[str, StringConstraints(strip_whitespace=True, max_length=200)]
    postcode: Typed
    zone: Annotated[Words, AfterValidator(known_zone)] = "Europe/London"
    phone: Called = ""

    def wish(self) -> LocationWish:
        return LocationWish(name=self.name, address_line=self.address_line, zone=self.zone, phone=self.phone)


class LocationPutAwayIn(Schema):
    """Put away, or brought back."""

    archived: bool


class LocationOut(Schema):
    """A place of a business as its editors see it; `revision` goes back in If-Match."""

    id: UUID
    name: str
    address_line: str
    postcode: str
    zone: str
    phone: str
    archived_at: datetime | None
    revision: int

    @classmethod
    def of(cls, location: Location) -> Self:
        return cls(**{name: getattr(location, name) for name in cls.model_fields})
