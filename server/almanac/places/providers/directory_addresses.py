"""The built-in provider of addresses: it knows postcodes and their towns, and no streets.

So it completes the postcode at the end of what is typed ("10 Lavender Hill, SW11 1") and says the town; the street is
kept as it was typed.
"""

from __future__ import annotations

from collections.abc import Callable

from almanac.engine.problem import Place
from almanac.places import postcode as text
from almanac.places.providers.base import AddressFound, AddressSuggestion, Located

SHORTEST = 4  # "SW11", "N1 1": fewer letters and digits are mostly a flat or a house
MOST = 5


class DirectoryAddresses:
    """`postcodes` finds those that begin as typed, `locate` one of them; both are told, because a company may know more
    of them than the table."""

    def __init__(self, postcodes: Callable[[str], list[Located]], locate: Callable[[str], Located | None]) -> None:
        self._postcodes = postcodes
        self._locate = locate

    def suggest(self, typed: str, *, near: Place | None, session: str) -> list[AddressSuggestion]:
        """None around a place: there the postcode is settled, and nothing else is known."""
        street, beginning = _parts(typed)
        if near is not None or not beginning:
            return []
        return [
            AddressSuggestion(
                id=f"{found.postcode}/{street}", main=found.postcode, secondary=found.town or found.district
            )
            for found in self._postcodes(beginning)[:MOST]
        ]

    def detail(self, id: str, *, session: str) -> AddressFound | None:
        """Postcode and town, with the street as it was typed."""
        postcode, _, street = id.partition("/")
        found = self._locate(postcode)
        if found is None:
            return None
        return AddressFound(line1=street, town=found.town or found.district, postcode=found.postcode, place=found.place)


def _parts(typed: str) -> tuple[str, str]:
    """The street, and the beginning of a postcode behind it; "" without one."""
    words = typed.replace(",", " , ").split()
    for count in (2, 1):
        beginning = "".join(words[-count:])
        if len(beginning) >= SHORTEST and any(sign.isdigit() for sign in beginning) and text.prefixes(beginning):
            return " ".join(words[:-count]).replace(" ,", ",").strip(" ,"), beginning
    return typed, ""
