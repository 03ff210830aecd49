"""The protocol of companies that take money for us, and what travels over it.

A company is asked by value and answers with what is true there now. Its messages (webhooks) only say where to look: what is
booked is always what `look_up` answers, so it makes no difference in which order they come, how often, or whether at all.
No method is called within a transaction. Amounts are minor units of the currency beside them (ISO 4217, upper case).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import Protocol


class ProviderDown(Exception):
    """No answer, or the company's own trouble (time-out, 429, 5xx). It may have happened: ask again with the same key."""


class ProviderRefused(Exception):
    """A plain no, which the same question would meet again. `code` is the company's word, and never a person's data."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


class BadSignature(Exception):
    """A message that the company did not sign, or too long ago."""


class Stage(StrEnum):
    """How far a payment is."""

    OPEN = "open"  # the page waits for the customer
    PENDING = "pending"  # the customer is done; the bank's answer comes in days (debits)
    CAPTURED = "captured"  # the money is with the company
    FAILED = "failed"  # it will not come; a new page may be opened
    CLOSED = "closed"  # the page ended unused, by time or by us


class RefundStage(StrEnum):
    PENDING = "pending"
    DONE = "done"
    FAILED = "failed"


class Decline(StrEnum):
    """Why a try to pay did not work, for the customer's eyes."""

    DECLINED = "declined"
    INSUFFICIENT = "insufficient_funds"
    EXPIRED = "expired_card"
    NOT_PROVEN = "authentication_failed"  # 3-D Secure not passed
    OTHER = "other"


class Mismatch(StrEnum):
    """What was typed with a card and is not the card's."""

    POSTCODE = "postcode"
    CVC = "cvc"


@dataclass(frozen=True, slots=True)
class Line:
    """What the customer's page and statement name."""

    name: str
    amount: int


@dataclass(frozen=True, slots=True)
class PaymentAsk:
    """A page on which one payment can be made. `key` makes asking twice one page; `payment_id` comes back with it. `in_page`: the
    page is ours, and the company's frames take the card in it; only of a company that can (ProviderKind.own_page)."""

    key: str
    payment_id: str
    amount: int
    currency: str
    description: str  # "Order VAL-7XK2M9QPRT"
    lines: tuple[Line, ...]  # sum to `amount`
    email: str
    language: str
    return_url: str  # where the browser goes when it is done, paid or not
    cancel_url: str
    closes_at: datetime  # nobody can pay on the page from then on; a company may have times of its own, and says so
    customer_reference: str = ""  # of an earlier payment, so that a kept card is offered
    keep_card: bool = False  # for later charges without the customer
    in_page: bool = False


@dataclass(frozen=True, slots=True)
class PaymentPage:
    """`reference` is what `look_up` is asked with. Within our page `url` is empty, and the browser pays with `secret`."""

    reference: str
    url: str
    closes_at: datetime | None
    secret: str = field(default="", repr=False)


@dataclass(frozen=True, slots=True)
class Settled:
    """How it came onto the company's balance, or left it, where that was in another currency than it was paid in."""

    amount: int
    currency: str


@dataclass(frozen=True, slots=True)
class PaymentStanding:
    """What is true of a payment at the company now."""

    reference: str
    payment_id: str  # as given when it was asked for; "" when it is none of ours
    stage: Stage
    amount: int  # asked, or captured where it is
    currency: str
    charge: str = ""  # the company's name of the movement of money, once captured; refunds go by it
    captured_at: datetime | None = None
    fee_amount: int | None = None  # what the company keeps of it; None: not told yet
    settled: Settled | None = None  # the fee is of its currency then
    decline: Decline | None = None  # of the last try
    paid_with: str = ""  # "Visa 4242"; never more of a card than that
    customer_reference: str = ""
    method_reference: str = ""  # the card kept for later charges, where one is
    risk: str = ""  # "normal", "elevated", "highest" where the company says
    fingerprint: str = ""  # the company's own name of the card, the same whoever pays with it
    reason: str = ""  # the company's word for `decline`
    attempt: str = ""  # its name of the try that was declined, where it has one
    mismatches: tuple[Mismatch, ...] = ()  # what the card's bank says was typed wrong, and let pass


@dataclass(frozen=True, slots=True)
class RefundAsk:
    """`key` makes asking twice one refund."""

    key: str
    refund_id: str
    charge: str
    amount: int
    currency: str


@dataclass(frozen=True, slots=True)
class RefundStanding:
    reference: str
    refund_id: str
    charge: str
    stage: RefundStage
    amount: int
    happened_at: datetime | None
    failure: str = ""
    settled: Settled | None = None


@dataclass(frozen=True, slots=True)
class ChargeAsk:
    """A charge on a kept card while the customer is away. `is_old`: it was first asked for so long ago that the company may have
    forgotten its key, so it is looked for before it is asked again."""

    key: str
    payment_id: str
    amount: int
    currency: str
    description: str
    customer_reference: str
    method_reference: str
    is_old: bool = False


@dataclass(frozen=True, slots=True)
class SetupAsk:
    """A page on which a card can be left for later, without paying. `key` makes asking twice one page."""

    key: str
    email: str
    language: str
    return_url: str
    cancel_url: str
    closes_at: datetime
    customer_reference: str = ""


@dataclass(frozen=True, slots=True)
class SetupStanding:
    """What was left on such a page: CAPTURED where something was."""

    stage: Stage
    label: str = ""  # "Visa 4242"
    customer_reference: str = ""
    method_reference: str = ""


class NoticeAbout(StrEnum):
    PAYMENT = "payment"
    REFUND = "refund"
    DISPUTE = "dispute"
    WARNING = "warning"
    PAYOUT = "payout"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Notice:
    """A message of the company's, found to be its own: what it is about, for `look_up`. `event_id` tells repeats."""

    event_id: str
    kind: str  # the company's word, for the log
    about: NoticeAbout
    reference: str  # of the payment, refund, dispute, warning or payout; "" for OTHER


@dataclass(frozen=True, slots=True)
class Told:
    """A notice as the company's own list of them has it, with its body."""

    notice: Notice
    body: str


@dataclass(frozen=True, slots=True)
class DisputeStanding:
    """The customer's bank takes money back, for now or for good, or only asks (`is_inquiry`). Where that moves the balance in
    another currency, the fee is in it, and `settled` is what all but the fee came to there so far (below nothing: taken)."""

    reference: str
    charge: str
    stage: str  # "needs_response", "under_review", "won", "lost"
    reason: str
    amount: int  # taken
    currency: str
    fee_amount: int
    respond_by: datetime | None
    opened_at: datetime
    is_inquiry: bool = False
    at_stake: int = 0  # where that is not what was taken
    settled: Settled | None = None


@dataclass(frozen=True, slots=True)
class PayoutStanding:
    """What the company sent to our bank (below nothing: took from it), gone from its balance unless it failed."""

    reference: str
    amount: int
    currency: str
    has_failed: bool
    happened_at: datetime


@dataclass(frozen=True, slots=True)
class WarningStanding:
    """The card's bank says that a payment may be fraud. Nothing was taken; what is given back in time is not disputed."""

    reference: str
    charge: str
    reason: str
    warned_at: datetime


@dataclass(frozen=True, slots=True)
class Evidence:
    """Our answer to a dispute, in the bank's language. `key` makes sending twice one answer."""

    key: str
    customer_name: str
    customer_email: str
    product: str
    service_date: str
    text: str


class OnlineProvider(Protocol):
    """One company with one set of keys. Every method may raise ProviderDown and ProviderRefused."""

    name: str

    def open_page(self, ask: PaymentAsk) -> PaymentPage:
        """A page of the company's to send the customer's browser to. The same key is the same page."""
        ...

    def look_up(self, reference: str) -> PaymentStanding:
        """What is true of a payment now. Where the company waits for our word to capture, this gives it."""
        ...

    def close_page(self, reference: str) -> PaymentStanding:
        """See to it that nothing more can be paid on the page; the answer may be that it is paid already."""
        ...

    def charge_kept(self, ask: ChargeAsk) -> PaymentStanding:
        """Charge a kept card. FAILED with `decline` where the bank says no or wants the customer."""
        ...

    def open_setup_page(self, ask: SetupAsk) -> PaymentPage:
        """A page to leave a card on for later. Raises ProviderRefused where the company has none."""
        ...

    def look_up_setup(self, reference: str) -> SetupStanding: ...

    def forget_kept(self, customer_reference: str, method_reference: str) -> None:
        """Charge it no more. Raises ProviderRefused where there is nothing to forget."""
        ...

    def refund(self, ask: RefundAsk) -> RefundStanding:
        """Send money back the way it came. The same key is the same refund."""
        ...

    def look_up_refund(self, reference: str) -> RefundStanding: ...

    def refunds_of(self, charge: str) -> tuple[RefundStanding, ...]:
        """All that went back of a charge, whoever asked for it; `refund_id` is "" where it was not us."""
        ...

    def look_up_dispute(self, reference: str) -> DisputeStanding: ...

    def look_up_warning(self, reference: str) -> WarningStanding:
        """Raises ProviderRefused where the company has no such thing."""
        ...

    def look_up_payout(self, reference: str) -> PayoutStanding:
        """Raises ProviderRefused where the company does not tell of them."""
        ...

    def answer_dispute(self, reference: str, evidence: Evidence) -> DisputeStanding:
        """Send our answer, for good. Raises ProviderRefused where the company takes none by its API."""
        ...

    def read_notices(self, body: bytes, headers: Mapping[str, str], *, now: datetime) -> tuple[Notice, ...]:
        """What a webhook brought, one notice or several. Header names are lower case; `:path` is the address it came to, with
        its query. Raises BadSignature, ValueError for what cannot be read."""
        ...

    def told_since(self, since: datetime) -> tuple[Told, ...]:
        """What the company had to tell since then, by its own list, the oldest first; of what needs nothing it may leave out. A
        message that also came has the same `event_id`."""
        ...

    def known_as(self) -> str:
        """The company's name of the account whose keys these are, "" where it does not say. Raises ProviderRefused for keys that
        it does not accept."""
        ...

    def missing_events(self, address: str) -> tuple[str, ...]:
        """Of what it should tell us, the kinds that it does not send to our `address`. Raises ProviderRefused where it does not
        say."""
        ...
