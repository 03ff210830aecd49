"""Reads of baskets: found by the secret of the cookie alone, shown whole and priced."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from almanac.booking.content import BasketContent, LineContent, chosen_in
from almanac.booking.models import Basket
from almanac.booking.queries.answers import answered
from almanac.booking.queries.pricing import prices_of
from almanac.business.policies import BookingPolicy
from almanac.catalog.models import Venue
from almanac.catalog.queries.answers import Answered
from almanac.catalog.queries.offers import OnOffer, some_on_offer
from almanac.engine.price import Breakdown
from almanac.kit.clock import epoch

FOURTEEN_DAYS = 14 * 24 * 3600  # the Consumer Contracts Regulations 2013: time to withdraw from a distance contract


@dataclass(frozen=True, slots=True)
class BasketView:
    """A basket with all that stands behind it, as of one instant."""

    basket: Basket
    content: BasketContent
    offers: Mapping[UUID, OnOffer]
    policies: Mapping[UUID, BookingPolicy]  # by service
    answers: Mapping[UUID, Answered]  # by line
    prices: Mapping[str, Breakdown]  # by currency, the first line's first; each becomes an order
    missing: list[str]
    language: str
    now: datetime

    @property
    def total_amount(self) -> int:
        """What its first currency comes to, which is all there is but for a basket of several."""
        return next((price.total_amount for price in self.prices.values()), 0)

    @property
    def needs_address(self) -> bool:
        """Whether anything in it happens at the customer's door."""
        return any(self._venue(line) == Venue.CUSTOMER for line in self.content.lines)

    @property
    def needs_early_start_consent(self) -> bool:
        """Whether anything starts within the fourteen days in which the law lets a customer withdraw."""
        starts = [line.starts_at for line in self.content.lines if line.starts_at is not None]
        return any(start - epoch(self.now) < FOURTEEN_DAYS for start in starts)

    def _venue(self, line: LineContent) -> str | None:
        offer = self.offers.get(line.service_id)
        return offer.service.venue if offer else None


def token_hash(token: str) -> str:
    """What is stored of a cookie's secret."""
    return hashlib.sha256(token.encode()).hexdigest()


def basket_behind(token: str, *, now: datetime) -> Basket | None:
    """The live basket of a cookie, or None. One SQL query."""
    if not token:
        return None
    rows = Basket.objects.select_related("business", "order", "customer")
    return rows.filter(token_hash=token_hash(token), expires_at__gt=now).first()


def content_of(basket: Basket) -> BasketContent:
    """What the basket holds."""
    return BasketContent.model_validate_json(basket.content or "{}")


def view(basket: Basket, content: BasketContent, *, language: str, now: datetime) -> BasketView:
    """Everything a page needs to show the basket, in a constant number of SQL queries."""
    offers = some_on_offer(chosen_in(content.lines))
    policies = {service_id: offer.booking_policy for service_id, offer in offers.items()}
    answers = answered(content.lines, offers, files_owner=basket.files_owner)
    prices = prices_of(content.lines, offers, language=language)
    found = BasketView(basket, content, offers, policies, answers, prices, [], language, now)
    found.missing.extend(_missing(found))
    return found


def _contact(basket: Basket) -> list[str]:
    """How somebody is to be reached: a customer we know was asked already, and who calls need not have an e-mail."""
    if basket.customer_id is not None:
        return []
    return ["name", "phone"] if basket.is_by_phone else ["name", "email", "phone"]


def _missing(found: BasketView) -> list[str]:
    """What booking still needs, in the order of the steps: `place`, `lines`, `lines.<id>` (its time),
    `lines.<id>.answers.<question>` (missing or bad), `details.<field>`.

    A time whose hold is over is not missing: booking takes it if it is still free.
    """
    content = found.content
    names = ["place"] if found.needs_address and content.place is None else []
    names += [] if content.lines else ["lines"]
    names += [
        f"lines.{line.id}" for line in content.lines if line.service_id not in found.offers or line.starts_at is None
    ]
    names += [
        f"lines.{line.id}.answers.{key}" for line in content.lines for key in found.answers[line.id].judged.faults
    ]
    required = _contact(found.basket) + (["line1", "town"] if found.needs_address else [])
    return names + [f"details.{field}" for field in required if not getattr(content.details, field).strip()]
