"""Which companies are asked, by settings: for postcodes and for addresses; none with the built-in directory alone."""

from __future__ import annotations

from django.conf import settings

from almanac.places.models import PostcodeEntry
from almanac.places.providers.base import AddressProvider, PostcodeProvider
from almanac.places.providers.google_places import GooglePlaces
from almanac.places.providers.postcodes_io import PostcodesIo


def company() -> tuple[PostcodeProvider, PostcodeEntry.Source] | None:
    """The company and the name under which its answers are kept. Raises ValueError for a setting nobody knows."""
    chosen: str = settings.POSTCODE_PROVIDER
    if chosen == "directory":
        return None
    if chosen == "postcodes_io":
        return PostcodesIo(settings.POSTCODES_IO_URL), PostcodeEntry.Source.POSTCODES_IO
    raise ValueError(f"POSTCODE_PROVIDER is {chosen!r}; it can be directory or postcodes_io")


def address_company() -> tuple[AddressProvider, str] | None:
    """The company that knows addresses, and its name. Raises ValueError for a setting nobody knows."""
    chosen: str = settings.ADDRESS_PROVIDER
    if chosen == "directory":
        return None
    if chosen == "google_places":
        return GooglePlaces(settings.GOOGLE_PLACES_URL, settings.GOOGLE_PLACES_KEY), chosen
    raise ValueError(f"ADDRESS_PROVIDER is {chosen!r}; it can be directory or google_places")
