"""What the companies behind places are: those who know where a postcode lies, and those who know addresses."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from almanac.engine.problem import Place

REQUEST_REFUSED = "request_refused"  # the company is there, and this question alone is none for it


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
    """The company did not answer in time, or not with something to go by. Ask again later. `why` says it in a word, `reason`
    in the company's own; neither ever repeats what was asked."""

    def __init__(self, why: str = "", reason: str = "") -> None:
        super().__init__(f"{why} ({reason})" if reason else why)
        self.why = why


class PostcodeProvider(Protocol):
    """One company, or the built-in directory."""

    def locate(self, postcode: str) -> Located | None:
        """Where a postcode (written "SW1A 1AA") lies; None when there is no such postcode. Raises ProviderDown."""

    def suggest(self, prefix: str, limit: int) -> list[Located]:
        """Postcodes that begin with `prefix`, in order. Raises ProviderDown."""


@dataclass(frozen=True, slots=True)
class AddressSuggestion:
    """One address that what was typed may become: two lines to show, and the provider's id of it."""

    id: str
    main: str
    secondary: str = ""


@dataclass(frozen=True, slots=True)
class AddressFound:
    """An address in the parts of our form; a part that the provider does not know is empty."""

    line1: str = ""
    line2: str = ""
    town: str = ""
    postcode: str = ""
    place: Place | None = None


class AddressProvider(Protocol):
    """One company, or the built-in directory. `session` names one address being looked for, from its first letter to the
    choice: companies count by it."""

    def suggest(self, typed: str, *, near: Place | None, session: str) -> list[AddressSuggestion]:
        """Addresses that go on as typed, best first; around `near` alone where that is told. Raises ProviderDown."""

    def detail(self, id: str, *, session: str) -> AddressFound | None:
        """The address of a suggestion, which ends the session; None when there is no such one. Raises ProviderDown."""
