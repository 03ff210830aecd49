"""Refusals on the way to a booking. `SlotTaken` stands in scheduling, `NotOnOffer` in the catalogue."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

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
class CannotJoin(AlmanacError):
    """These lines cannot be one visit: `one_line`, `not_at_the_door`, `another_business`, `for_a_group`."""

    code = "cannot_join"
    status = 409
    title = "These cannot be done in one visit"
    reason: str


@dataclass(eq=False)
class CannotRepeat(AlmanacError):
    """Visits of this line do not come again, or not for so long: `most_months` is for how long they may, 0: not at all."""

    code = "cannot_repeat"
    status = 409
    title = "This cannot be repeated like that"
    most_months: int


@dataclass(eq=False)
class DatesChanged(AlmanacError):
    """Somebody was faster with a date of a line that repeats. Nothing was booked; its dates were looked for anew."""

    code = "dates_changed"
    status = 409
    title = "One of the dates was just taken"
    line: str


@dataclass(eq=False)
class CostsMoreThere(AlmanacError):
    """At this address the visit would cost so much more, in minor units: that is for whoever looks after it to decide."""

    code = "costs_more_there"
    status = 409
    title = "It costs more at this address"
    amount: int
    currency: str
    business_phone: str


@dataclass(eq=False)
class CannotRestore(AlmanacError):
    """That it was called off cannot be undone; `reason` as `RestorationOut` names it."""

    code = "cannot_restore"
    status = 409
    title = "It cannot be put back"
    reason: str


@dataclass(eq=False)
class CannotMoveBack(AlmanacError):
    """That it was moved cannot be undone; `reason` as `MoveBackOut` names it."""

    code = "cannot_move_back"
    status = 409
    title = "It cannot be moved back"
    reason: str


@dataclass(eq=False)
class PlanChanged(AlmanacError):
    """A change of several visits would do something else by now than was agreed to; nothing was done. Ask for the plan again."""

    code = "plan_changed"
    status = 409
    title = "Something changed since you looked"


@dataclass(eq=False)
class TimesGone(AlmanacError):
    """On these dates the time is not free any more; nothing was undone."""

    code = "times_gone"
    status = 409
    title = "Some of the times are taken by now"
    dates: list[date]


@dataclass(eq=False)
class PackageUsedUp(AlmanacError):
    """A package paid for the visits on these dates, and as many visits are not left of it; nothing was undone."""

    code = "package_used_up"
    status = 409
    title = "The package has no visits left for some of the dates"
    dates: list[date]


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
    """The total in this currency is not the one that was shown; nothing was booked."""

    code = "price_changed"
    status = 409
    title = "The price has changed since you saw it"
    total_amount: int
    currency: str


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
    """This basket became an order already, perhaps in another tab; one order for each currency."""

    code = "already_booked"
    status = 409
    title = "You have booked this already"
    number: str
    numbers: list[str]


@dataclass(eq=False)
class OfferOver(AlmanacError):
    """The link to an account was used, is older than two days, or is none of ours."""

    code = "offer_over"
    status = 404
    title = "This link no longer works"


@dataclass(eq=False)
class ReasonMissing(AlmanacError):
    """The business wants to know why; the text must not be empty."""

    code = "reason_missing"
    status = 422
    title = "Please tell us why"


@dataclass(eq=False)
class AlreadyAsked(AlmanacError):
    """There is a request about this visit that nobody has answered yet."""

    code = "already_asked"
    status = 409
    title = "You have asked about this visit already"


@dataclass(eq=False)
class RequestOver(AlmanacError):
    """The request is not in a state for this any more, or another time is proposed than the one that was read."""

    code = "request_over"
    status = 409
    title = "This request was answered or taken back in the meantime"
    state: str


@dataclass(eq=False)
class WaitingOff(AlmanacError):
    """This business keeps no waiting list."""

    code = "waiting_off"
    status = 409
    title = "There is no waiting list here"


@dataclass(eq=False)
class WaitingUnknown(AlmanacError):
    """The link is none of ours or too old, or what it was for has been deleted since."""

    code = "waiting_unknown"
    status = 404
    title = "This link no longer works"


@dataclass(eq=False)
class WaitingOver(AlmanacError):
    """The entry is not in a state for this: over, or with an offer that is not answered."""

    code = "waiting_over"
    status = 409
    title = "This has changed in the meantime"
    state: str


@dataclass(eq=False)
class OfferPassed(AlmanacError):
    """The offered time is not this entry's to take or to let go any more; `state` says what became of it."""

    code = "offer_passed"
    status = 409
    title = "This offer is over"
    state: str


@dataclass(eq=False)
class MoneyMoved(AlmanacError):
    """Money went back, or was charged, because of it, so the mark cannot be taken away."""

    code = "money_moved"
    status = 409
    title = "Money has moved because of this already"


@dataclass(eq=False)
class CannotCallOff(AlmanacError):
    """The order as a whole is not called off: `not_waiting` (to be paid, or no more), `under_way` (a payment of it is)."""

    code = "cannot_call_off"
    status = 409
    title = "This order cannot be called off now"
    reason: str


@dataclass(eq=False)
class ConsequenceChanged(AlmanacError):
    """What calling off gives back and costs is not what was shown; both as they are now, minor units."""

    code = "consequence_changed"
    status = 409
    title = "What you get back has changed in the meantime. Please look at it again"
    refund_amount: int
    fee_amount: int
    currency: str
