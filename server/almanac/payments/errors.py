"""What refuses a payment or a refund."""

from __future__ import annotations

from dataclasses import dataclass

from almanac.kit.errors import AlmanacError


@dataclass(eq=False)
class NothingDue(AlmanacError):
    """Nothing of the order is to be paid any more."""

    code = "nothing_due"
    status = 409
    title = "There is nothing to pay for this order"


@dataclass(eq=False)
class ChargeUnderWay(AlmanacError):
    """The kept card is being charged this moment; in a minute it is known whether there is anything left to pay."""

    code = "charge_under_way"
    status = 409
    title = "We are taking this payment from your card just now. Please look again in a minute"


@dataclass(eq=False)
class NoWayToPay(AlmanacError):
    """No company takes a payment in the order's currency now, and no transfer is waited for: a link would lead nowhere."""

    code = "no_way_to_pay"
    status = 409
    title = "There is no way to pay this order online just now"


@dataclass(eq=False)
class NoWayToReach(AlmanacError):
    """The order's customer has no e-mail address."""

    code = "no_way_to_reach"
    status = 409
    title = "We have no e-mail address for this customer"


@dataclass(eq=False)
class LinkJustSent(AlmanacError):
    """A letter with the link went out less than a minute ago; another may in so many seconds."""

    code = "link_just_sent"
    status = 409
    title = "The link was sent a moment ago. Please wait a minute before you send it again"
    wait_seconds: int


@dataclass(eq=False)
class OrderWaits(AlmanacError):
    """An order that waits for its money may lapse while the company is asked: its customer pays it on its page."""

    code = "order_waits"
    status = 409
    title = "This order waits for its money. Send the link to pay instead"


@dataclass(eq=False)
class NoCardKept(AlmanacError):
    """The customer keeps nothing that can be charged now."""

    code = "no_card_kept"
    status = 409
    title = "The customer keeps no card that can be charged"


@dataclass(eq=False)
class ChargeChanged(AlmanacError):
    """It would be another amount or another card than was shown; nothing was charged."""

    code = "charge_changed"
    status = 409
    title = "This has changed. Nothing was charged. Please look at it again"
    amount: int
    currency: str
    card: str


@dataclass(eq=False)
class AlreadyPlanned(AlmanacError):
    """A line is to be charged by itself already."""

    code = "already_planned"
    status = 409
    title = "This visit is to be charged already"


@dataclass(eq=False)
class CompanySilent(AlmanacError):
    """The company that takes the money does not answer; nothing was charged by this request."""

    code = "payment_company_silent"
    status = 503
    title = "The payment page does not open just now. You have not been charged. Please try again in a moment"


@dataclass(eq=False)
class PaymentRefused(AlmanacError):
    """The company takes no such payment; `reason` is its own word for it."""

    code = "payment_refused"
    status = 409
    title = "This way to pay does not work for this order. Please choose another one"
    reason: str


@dataclass(eq=False)
class TooMuchBack(AlmanacError):
    """More would go back than was paid and not given back yet; `most_amount` is what can."""

    code = "too_much_back"
    status = 409
    title = "That is more than can be given back"
    most_amount: int
    currency: str


@dataclass(eq=False)
class TooMuchTaken(AlmanacError):
    """More would be taken than is owed; `owed_amount` is what is."""

    code = "too_much_taken"
    status = 409
    title = "That is more than is owed"
    owed_amount: int
    currency: str


@dataclass(eq=False)
class NoSuchNotice(AlmanacError):
    """Not signed by the company, or none that can be read."""

    code = "notice_refused"
    status = 403
    title = "This message was not sent by the payment company"


@dataclass(eq=False)
class KeysRefused(AlmanacError):
    """The company does not know these keys, or they are of another mode."""

    code = "keys_refused"
    status = 422
    title = "The company does not accept these keys"
    reason: str


@dataclass(eq=False)
class StatementUnreadable(AlmanacError):
    """The file is no statement that can be read: `too_large`, `no_text`, `too_many`, `empty`, `dates`, `currency`."""

    code = "statement_unreadable"
    status = 422
    title = "This file cannot be read as a bank statement"
    reason: str


@dataclass(eq=False)
class StatementColumns(AlmanacError):
    """Which column is which is not known: its titles, and its first lines, for whoever says so and sends it again."""

    code = "statement_columns"
    status = 422
    title = "We do not know this bank's columns. Please say which is which"
    titles: list[str]
    rows: list[list[str]]


@dataclass(eq=False)
class AlreadyDecided(AlmanacError):
    """The line is booked already, or was set aside."""

    code = "already_decided"
    status = 409
    title = "Somebody has looked after this line already"


@dataclass(eq=False)
class OtherCurrency(AlmanacError):
    """The order is in another currency than the money that came."""

    code = "other_currency"
    status = 409
    title = "The order is in another currency"
    currency: str


@dataclass(eq=False)
class NoTips(AlmanacError):
    """Tips are not taken for this order, or not for this person, or not yet."""

    code = "no_tips"
    status = 409
    title = "A tip can be given once the visit is over"


@dataclass(eq=False)
class ReviewOver(AlmanacError):
    """Somebody has decided already, or the time for it is over."""

    code = "review_over"
    status = 409
    title = "This order has been decided already"


@dataclass(eq=False)
class NoAnswerTaken(AlmanacError):
    """The dispute is answered or decided, or its company takes answers on its own page alone."""

    code = "no_answer_taken"
    status = 409
    title = "This dispute takes no answer here"


@dataclass(eq=False)
class RefundNotFailed(AlmanacError):
    """It is done or on its way, or another one was asked for in its place already."""

    code = "refund_not_failed"
    status = 409
    title = "This money is on its way back already"


@dataclass(eq=False)
class CompanyNotReached(AlmanacError):
    """The company does not answer, so that its keys cannot be checked; nothing was changed."""

    code = "company_not_reached"
    status = 503
    title = (
        "We cannot check these keys: the company does not answer just now. Nothing was changed. Please try again soon"
    )
