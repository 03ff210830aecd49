"""Refusals of the catalogue."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from almanac.kit.errors import AlmanacError


@dataclass(eq=False)
class NotOnOffer(AlmanacError):
    """The service, extra or person is not on offer (any more); `what` names which."""

    code = "not_on_offer"
    status = 409
    title = "That is not on offer any more"
    what: str
    service_id: UUID | None = None


@dataclass(eq=False)
class LastFile(AlmanacError):
    """A product's only file: whoever bought it would be left with nothing."""

    code = "last_file"
    status = 409
    title = "This is the only file of the product. Please send the new one first"
