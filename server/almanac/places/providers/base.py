"""What a postcode provider is: somebody who knows where a postcode lies."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from almanac.engine.problem import Place


@dataclass(frozen=True, slots=True)
class Located:
    """A postcode and where it is. `is_approximate`: the middle of its sector, some hundred metres away."""

    postcode: str
    place: Place
    district: str = ""
    town: str = ""
    country: str = ""
    is_approximate: bool = False


class ProviderDown(Exception):
    """The company did not answer in time, or not with something to go by. Ask again later."""


class PostcodeProvider(Protocol):
    """One company, or the built-in directory."""

    def locate(self, postcode: str) -> Located | None:
        """Where a postcode (written "SW1A 1AA") lies; None when there is no such postcode. Raises ProviderDown."""

    def suggest(self, prefix: str, limit: int) -> list[Located]:
        """Postcodes that begin with `prefix`, in order. Raises ProviderDown."""
