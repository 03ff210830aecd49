"""Refusals of the places module. What was typed is not repeated in them: it may be somebody's home."""

from __future__ import annotations

from dataclasses import dataclass

from almanac.kit.errors import AlmanacError


@dataclass(eq=False)
class PostcodeMalformed(AlmanacError):
    """What was typed cannot be a UK postcode; `suggestion` is the postcode it would be with a letter and a digit
    that look alike exchanged."""

    code = "postcode_malformed"
    status = 422
    title = "That does not look like a UK postcode. It should look like SW11 1AA"
    suggestion: str | None = None


@dataclass(eq=False)
class PostcodeUnknown(AlmanacError):
    """It is written like a postcode, but there is no such one that we know of."""

    code = "postcode_unknown"
    status = 404
    title = "We do not know that postcode. Please check it"
    postcode: str


@dataclass(eq=False)
class PostcodeLookupDown(AlmanacError):
    """We do not have this postcode, and the company we ask for others does not answer."""

    code = "postcode_lookup_down"
    status = 503
    title = "We cannot check postcodes just now. Please try again in a minute"


@dataclass(eq=False)
class NoPostcodeNear(AlmanacError):
    """A point on the map with no postcode that we know of around it: the sea, or another country."""

    code = "no_postcode_near"
    status = 422
    title = "We know no postcode near this point. Please choose another one"


@dataclass(eq=False)
class AddressUnknown(AlmanacError):
    """A suggestion that leads to no address: an old one, or none of ours."""

    code = "address_unknown"
    status = 404
    title = "We could not find the rest of that address. Please type it in"


@dataclass(eq=False)
class AddressLookupDown(AlmanacError):
    """The company that knows addresses does not answer."""

    code = "address_lookup_down"
    status = 503
    title = "We cannot look addresses up just now. Please type it in"
