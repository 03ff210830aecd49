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
