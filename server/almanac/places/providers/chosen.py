"""Which company is asked for postcodes, by settings.POSTCODE_PROVIDER; none with the built-in directory alone."""

from __future__ import annotations

from django.conf import settings

from almanac.places.models import PostcodeEntry
from almanac.places.providers.base import PostcodeProvider
from almanac.places.providers.postcodes_io import PostcodesIo


def company() -> tuple[PostcodeProvider, PostcodeEntry.Source] | None:
    """The company and the name under which its answers are kept. Raises ValueError for a setting nobody knows."""
    chosen: str = settings.POSTCODE_PROVIDER
    if chosen == "directory":
        return None
    if chosen == "postcodes_io":
        return PostcodesIo(settings.POSTCODES_IO_URL), PostcodeEntry.Source.POSTCODES_IO
    raise ValueError(f"POSTCODE_PROVIDER is {chosen!r}; it can be directory or postcodes_io")
