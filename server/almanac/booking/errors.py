"""Refusals on the way to a booking. `SlotTaken` stands in scheduling, `NotOnOffer` in the catalogue."""

from __future__ import annotations

from dataclasses import dataclass

from almanac.kit.errors import AlmanacError


@dataclass(eq=False)
class NoBasket(AlmanacError):
    """There is no basket behind the cookie, or it is too old."""

    code = "no_basket"
    status = 404
    title = "Your basket is empty"


@dataclass(eq=False)
class LineUnknown(AlmanacError):
    """The basket has no such line (any more)."""

    code = "line_unknown"
    status = 404
    title = "That is not in your basket any more"


@dataclass(eq=False)
class BasketFull(AlmanacError):
    code = "basket_full"
    status = 409
    title = "That is as much as one order can hold"
    limit: int


@dataclass(eq=False)
class OutOfArea(AlmanacError):
    """A real postcode where nobody of the business works."""

    code = "out_of_area"
    status = 409
    title = "We do not come to that postcode yet"
    postcode: str
    business_phone: str


@dataclass(eq=False)
class PlaceNeeded(AlmanacError):
    """A visit needs a postcode before times can be shown."""

    code = "place_needed"
    status = 409
    title = "Tell us your postcode first"


@dataclass(eq=False)
class Incomplete(AlmanacError):
    """Something must be filled in before booking; `missing` names the basket's fields, in the order of the steps."""

    code = "incomplete"
    status = 422
    title = "A few things are still missing"
    missing: list[str]


@dataclass(eq=False)
class PriceChanged(AlmanacError):
    """The total is not the one that was shown; nothing was booked."""

    code = "price_changed"
    status = 409
    title = "The price has changed since you saw it"
    total_amount: int
    currency: str


@dataclass(eq=False)
class MixedCurrencies(AlmanacError):
    code = "mixed_currencies"
    status = 409
    title = "These cannot be paid together: they are in different currencies"


@dataclass(eq=False)
class TooLateToChange(AlmanacError):
    """The visit is too near, or was moved as often as the rules allow; a person can still help."""

    code = "too_late_to_change"
    status = 409
    title = "This cannot be changed online any more"
    reason: str
    business_phone: str


@dataclass(eq=False)
class OrderUnknown(AlmanacError):
    """No order with this number and e-mail. Which of the two is wrong is not told."""

    code = "order_unknown"
    status = 404
    title = "We could not find an order with that number and e-mail"


@dataclass(eq=False)
class AlreadyBooked(AlmanacError):
    """This basket became an order already, perhaps in another tab."""

    code = "already_booked"
    status = 409
    title = "You have booked this already"
    number: str
