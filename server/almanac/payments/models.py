"""Tables: our accounts at companies, what customers keep there, payments of orders and how they were shared out, charges to
come, refunds, disputes and notices. Lines of banks' statements and what happened to payments have files of their own."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q

from almanac.kit.crypto import EncryptedTextField
from almanac.kit.fields import Row
from almanac.payments.asking_tables import CardYes, LinkSent  # noqa: F401  Django looks for tables here
from almanac.payments.bank_tables import BankLine, BankStatement  # noqa: F401  likewise
from almanac.payments.step_tables import PaymentStep  # noqa: F401  likewise
from almanac.people.models import Customer, StaffMember, User
from almanac.sales.models import GiftCard, Order, OrderLine


class ProviderAccount(Row):
    """Our keys at a company, for its test or its live mode. `keys` is JSON by the names in the company's ProviderKind."""

    class Mode(models.TextChoices):
        TEST = "test", "test"
        LIVE = "live", "live"

    provider = models.CharField(max_length=20)
    mode = models.CharField(max_length=4, choices=Mode.choices)
    keys = EncryptedTextField()
    api_url = models.CharField(max_length=300, blank=True, help_text="empty: the company's own")
    is_on = models.BooleanField(default=False)
    position = models.PositiveSmallIntegerField(
        default=0, help_text="the first that is on takes new payments of its way"
    )
    takes_in_page = models.BooleanField(default=False, help_text="new payments are taken within our page, where it can")
    shows_wallets = models.BooleanField(
        null=True, blank=True, help_text="whether wallets may be shown in our page; none: it does not say"
    )
    known_as = models.CharField(max_length=255, blank=True, help_text="the company's name of it; none: it does not say")
    replaced_at = models.DateTimeField(
        null=True, blank=True, help_text="keys of another account are used since; this one is asked about its own alone"
    )
    read_until = models.DateTimeField(null=True, blank=True, help_text="to when its own list of events was read")
    missing_events: models.JSONField[list[str] | None, list[str] | None] = models.JSONField(
        null=True, blank=True, help_text="what the company does not tell us of; none: it does not say"
    )

    class Meta:
        ordering = ["position", "provider", "mode"]
        constraints = [
            models.UniqueConstraint(
                fields=["provider", "mode"], condition=Q(replaced_at=None), name="provider_account_in_use_once"
            )
        ]

    def __str__(self) -> str:
        return f"{self.provider} {self.mode}"


class KeptMethod(Row):
    """A card or a debit that a customer keeps at a company for later. The references are the company's names, blank once it is
    forgotten there; never more of a card than its label."""

    class Kind(models.TextChoices):
        CARD = "card", "card"
        BANK_DEBIT = "bank_debit", "bank debit"

    customer = models.ForeignKey(Customer, on_delete=models.PROTECT, related_name="kept_methods")
    account = models.ForeignKey(ProviderAccount, on_delete=models.PROTECT, related_name="kept_methods")
    method = models.CharField(max_length=20, choices=Kind.choices)
    label = models.CharField(max_length=60, help_text="Visa 4242")
    customer_reference = models.CharField(max_length=255, blank=True)
    method_reference = EncryptedTextField(blank=True)
    digest = models.CharField(
        max_length=64, unique=True, help_text="of the account and the reference: the same comes once"
    )
    is_preferred = models.BooleanField(default=False)
    kept_at = models.DateTimeField()
    removed_at = models.DateTimeField(null=True, blank=True)
    forgotten_at = models.DateTimeField(null=True, blank=True, help_text="the company was told that it was removed")
    look_at = models.DateTimeField(null=True, blank=True, help_text="when its company is told next; none: at once")

    class Meta:
        ordering = ["-is_preferred", "-kept_at"]
        indexes = [
            models.Index(
                fields=["removed_at"],
                name="kept_method_to_forget",
                condition=Q(removed_at__isnull=False, forgotten_at=None),
            )
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["customer"], condition=Q(is_preferred=True, removed_at=None), name="kept_method_preferred_once"
            )
        ]

    def __str__(self) -> str:
        return self.label


class KeptMethodPage(Row):
    """A page of a company's on which a customer may leave a card without paying. Its key is the company's key of the ask."""

    customer = models.ForeignKey(Customer, on_delete=models.PROTECT, related_name="+")
    account = models.ForeignKey(ProviderAccount, on_delete=models.PROTECT, related_name="+")
    reference = models.CharField(max_length=255, blank=True)
    closes_at = models.DateTimeField()
    kept = models.ForeignKey(KeptMethod, null=True, blank=True, on_delete=models.PROTECT, related_name="+")

    def __str__(self) -> str:
        return self.reference


class PaymentState(models.TextChoices):
    DUE = "due", "due"  # agreed, to be paid later
    OPEN = "open", "open"  # a page waits for it, or is about to
    PENDING = "pending", "pending"  # the customer is done, the bank has not answered
    CAPTURED = "captured", "captured"
    FAILED = "failed", "failed"
    CANCELLED = "cancelled", "cancelled"  # will not come: closed unused, or owed no more


UNDECIDED = (PaymentState.OPEN, PaymentState.PENDING)


class Payment(Row):
    """One try to pay an amount of an order in one way. `reference` and `charge` are the company's names of it."""

    order = models.ForeignKey(Order, on_delete=models.PROTECT, related_name="payments")
    method = models.CharField(max_length=20)
    amount = models.PositiveIntegerField()
    currency = models.CharField(max_length=3)
    state = models.CharField(max_length=10, choices=PaymentState.choices)
    account = models.ForeignKey(
        ProviderAccount, null=True, blank=True, on_delete=models.PROTECT, related_name="payments"
    )
    reference = models.CharField(max_length=255, blank=True, db_index=True)
    in_page = models.BooleanField(default=False, help_text="it is taken within our page and not on the company's")
    page_url = EncryptedTextField(blank=True, default="")
    page_secret = EncryptedTextField(
        blank=True, default="", help_text="within our page: what its customer's browser pays with"
    )
    pay_by = models.DateTimeField(null=True, blank=True)
    charge = models.CharField(max_length=255, blank=True)
    captured_at = models.DateTimeField(null=True, blank=True)
    refunded_amount = models.PositiveIntegerField(default=0)
    surplus_amount = models.PositiveIntegerField(default=0, help_text="came in and was owed by nobody")
    fee_amount = models.PositiveIntegerField(null=True, blank=True)
    fee_currency = models.CharField(max_length=3, blank=True, help_text="blank: the payment's own")
    reminded_at = models.DateTimeField(null=True, blank=True, help_text="of a transfer that has not come")
    look_at = models.DateTimeField(null=True, blank=True, help_text="when its company is asked next; none: at once")
    decline = models.CharField(max_length=24, blank=True)
    paid_with = models.CharField(max_length=60, blank=True)
    risk = models.CharField(max_length=12, blank=True)
    mismatches = models.CharField(max_length=24, blank=True, help_text="words: what was typed and is not the card's")
    taken_by = models.ForeignKey(
        User, null=True, blank=True, on_delete=models.PROTECT, related_name="+", db_index=False
    )
    keep_card = models.BooleanField(default=False, help_text="the customer agreed that it is kept for later")
    shows_kept = models.BooleanField(default=False, help_text="its page shows what the order's customer keeps")
    kept = models.ForeignKey(  # charged while the customer was away
        KeptMethod, null=True, blank=True, on_delete=models.PROTECT, related_name="payments"
    )
    meant_for: models.JSONField[list[str], list[str]] = models.JSONField(
        default=list, blank=True, help_text="ids of the lines it is for before all others; none: all alike"
    )
    gift_card = models.ForeignKey(GiftCard, null=True, blank=True, on_delete=models.PROTECT, related_name="payments")
    address_digest = models.CharField(max_length=64, blank=True, db_index=True, help_text="of where it was begun")
    card_digest = models.CharField(
        max_length=64, blank=True, db_index=True, help_text="of the company's name of the card"
    )

    class Meta:
        indexes = [
            models.Index(fields=["-created_at"], name="payment_newest"),
            models.Index(
                fields=["state", "pay_by"], name="payment_undecided", condition=Q(state__in=["open", "pending"])
            ),
        ]
        constraints = [
            models.CheckConstraint(condition=Q(refunded_amount__lte=F("amount")), name="payment_refunded_within"),
            models.CheckConstraint(condition=Q(surplus_amount__lte=F("amount")), name="payment_surplus_within"),
            models.UniqueConstraint(fields=["account", "charge"], condition=~Q(charge=""), name="payment_charge_once"),
        ]

    @property
    def for_the_order(self) -> int:
        """What of it is for the order itself: a tip pays nothing that an order owes."""
        tip: Tip | None = getattr(self, "tip", None)
        return self.amount - tip.amount if tip else self.amount

    def __str__(self) -> str:
        return f"{self.method} {self.amount} {self.currency}"


class ChargeState(models.TextChoices):
    WAITING = "waiting", "waiting"  # nothing was tried yet
    TRYING = "trying", "trying"  # a try has begun, its end is not known
    FAILED = "failed", "failed"  # another try comes
    GIVEN_UP = "given_up", "given up"  # no other try comes by itself
    PAID = "paid", "paid"
    WITHDRAWN = "withdrawn", "withdrawn"  # nothing of it stands any more


COMING = (ChargeState.WAITING, ChargeState.TRYING, ChargeState.FAILED)


class DueCharge(Row):
    """Lines of an order that are to be charged by themselves at a time. How much, the lines say when it is tried."""

    order = models.ForeignKey(Order, on_delete=models.PROTECT, related_name="due_charges")
    due_at = models.DateTimeField()
    state = models.CharField(max_length=10, choices=ChargeState.choices, default=ChargeState.WAITING)
    tries = models.PositiveSmallIntegerField(default=0)
    clock_tries = models.PositiveSmallIntegerField(default=0)  # those by the clock, which alone use the schedule up
    next_try_at = models.DateTimeField(null=True, blank=True)
    pressed = models.BooleanField(default=False)  # somebody had the try that comes, or is under way, tried at once
    clock_at = models.DateTimeField(null=True, blank=True)  # then: the clock's next try; none where it was given up
    decline = models.CharField(max_length=24, blank=True, help_text="why the last try did not work")
    payment = models.ForeignKey(  # the last try
        Payment, null=True, blank=True, on_delete=models.PROTECT, related_name="due_charges"
    )

    class Meta:
        ordering = ["due_at", "pk"]
        indexes = [
            models.Index(
                fields=["next_try_at"], name="due_charge_coming", condition=Q(state__in=["waiting", "trying", "failed"])
            )
        ]
        constraints = [
            models.CheckConstraint(
                condition=~Q(state__in=["waiting", "trying", "failed"]) | Q(next_try_at__isnull=False),
                name="due_charge_comes_sometime",
            )
        ]

    def __str__(self) -> str:
        return f"{self.state} {self.due_at:%Y-%m-%d}"


class ChargedLine(models.Model):
    """A line of a charge; `is_live` until it is paid or withdrawn. A line is in one live charge at most that comes by itself, and
    in one that somebody asked for (`by_hand`)."""

    due_charge = models.ForeignKey(DueCharge, on_delete=models.PROTECT, related_name="lines")
    line = models.ForeignKey(OrderLine, on_delete=models.PROTECT, related_name="charged_in")
    is_live = models.BooleanField(default=True)
    by_hand = models.BooleanField(default=False)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["line", "by_hand"], condition=Q(is_live=True), name="charged_line_live"),
            models.UniqueConstraint(fields=["due_charge", "line"], name="charged_line_once"),
        ]

    def __str__(self) -> str:
        return f"{self.line_id} of {self.due_charge_id}"


class LineShare(models.Model):
    """How much of a payment is for a line."""

    payment = models.ForeignKey(Payment, on_delete=models.PROTECT, related_name="shares")
    line = models.ForeignKey(OrderLine, on_delete=models.PROTECT, related_name="payment_shares")
    amount = models.PositiveIntegerField()
    refunded_amount = models.PositiveIntegerField(default=0)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["payment", "line"], name="line_share_once"),
            models.CheckConstraint(condition=Q(refunded_amount__lte=F("amount")), name="line_share_refunded_within"),
        ]

    def __str__(self) -> str:
        return f"{self.amount} of {self.payment_id}"


class Refund(Row):
    """Money of one payment that goes back."""

    class State(models.TextChoices):
        ASKED = "asked", "asked"  # to be carried out
        PENDING = "pending", "pending"  # the company took it on
        DONE = "done", "done"
        FAILED = "failed", "failed"

    class Why(models.TextChoices):
        POLICY = "policy", "called off by the customer"
        TEAM_CANCELLED = "team", "called off by the team"
        SURPLUS = "surplus", "owed by nobody"
        BY_HAND = "by_hand", "by hand"
        TIP = "tip", "a tip"
        ELSEWHERE = "elsewhere", "at the company itself"

    payment = models.ForeignKey(Payment, on_delete=models.PROTECT, related_name="refunds")
    amount = models.PositiveIntegerField()
    why = models.CharField(max_length=10, choices=Why.choices)
    note = EncryptedTextField(blank=True, default="")
    state = models.CharField(max_length=10, choices=State.choices, default=State.ASKED)
    reference = models.CharField(max_length=255, blank=True, db_index=True)
    failure = models.CharField(max_length=60, blank=True)
    way = models.CharField(max_length=20, blank=True, help_text="cash, bank_transfer; blank: as it was paid")
    is_followed = models.BooleanField(default=False, help_text="it failed, and another one was asked for in its place")
    asked_by = models.ForeignKey(
        User, null=True, blank=True, on_delete=models.PROTECT, related_name="+", db_index=False
    )
    happened_at = models.DateTimeField(null=True, blank=True)
    look_at = models.DateTimeField(null=True, blank=True, help_text="when its company is asked next; none: at once")

    class Meta:
        indexes = [
            models.Index(fields=["created_at"], name="refund_without_end", condition=Q(state__in=["asked", "pending"]))
        ]
        constraints = [models.CheckConstraint(condition=Q(amount__gte=1), name="refund_of_something")]

    def __str__(self) -> str:
        return f"{self.amount} of {self.payment_id}"


GIVEN_BY_US = (Refund.Why.BY_HAND, Refund.Why.ELSEWHERE)  # of a line that stands they lower its price


class RefundShare(models.Model):
    """How much of a refund is of which share. Of a surplus there is none."""

    refund = models.ForeignKey(Refund, on_delete=models.PROTECT, related_name="shares")
    share = models.ForeignKey(LineShare, on_delete=models.PROTECT, related_name="refund_shares")
    amount = models.PositiveIntegerField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["refund", "share"], name="refund_share_once")]

    def __str__(self) -> str:
        return f"{self.amount} of {self.share_id}"


class Dispute(Row):
    """A customer's bank takes a payment back, for now or for good."""

    class Stage(models.TextChoices):
        NEEDS_RESPONSE = "needs_response", "needs an answer"
        UNDER_REVIEW = "under_review", "under review"
        WON = "won", "won"
        LOST = "lost", "lost"

    payment = models.ForeignKey(Payment, on_delete=models.PROTECT, related_name="disputes")
    reference = models.CharField(max_length=255)
    stage = models.CharField(max_length=16, choices=Stage.choices)
    reason = models.CharField(max_length=60, blank=True)
    amount = models.PositiveIntegerField()
    fee_amount = models.PositiveIntegerField(default=0)
    fee_currency = models.CharField(
        max_length=3, blank=True, default="", help_text="where it is another than the payment's"
    )
    at_stake_amount = models.PositiveIntegerField(default=0, help_text="what it is about, taken or not")
    is_inquiry = models.BooleanField(default=False, help_text="the bank only asks, and has taken nothing")
    look_at = models.DateTimeField(null=True, blank=True, help_text="when its company is asked next; none: at once")
    respond_by = models.DateTimeField(null=True, blank=True)
    opened_at = models.DateTimeField()
    closed_at = models.DateTimeField(null=True, blank=True)
    answer = EncryptedTextField(blank=True, default="", help_text="what we sent the company")
    answered_at = models.DateTimeField(null=True, blank=True)
    answered_by = models.ForeignKey(
        User, null=True, blank=True, on_delete=models.PROTECT, related_name="+", db_index=False
    )

    class Meta:
        constraints = [models.UniqueConstraint(fields=["payment", "reference"], name="dispute_once")]

    def __str__(self) -> str:
        return f"{self.stage} {self.reference}"


class Tip(Row):
    """So much of a payment is for somebody who came, in full. It was given once its payment was captured."""

    payment = models.OneToOneField(Payment, on_delete=models.PROTECT, related_name="tip")
    order = models.ForeignKey(Order, on_delete=models.PROTECT, related_name="tips")
    staff_member = models.ForeignKey(StaffMember, on_delete=models.PROTECT, related_name="tips")
    amount = models.PositiveIntegerField()
    currency = models.CharField(max_length=3)
    given_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [models.CheckConstraint(condition=Q(amount__gte=1), name="tip_of_something")]

    def __str__(self) -> str:
        return f"{self.amount} {self.currency}"


class Review(Row):
    """A paid order that waits for somebody to look at it. Its time is kept until `decide_by`; nothing is delivered."""

    class State(models.TextChoices):
        OPEN = "open", "open"
        APPROVED = "approved", "approved"
        REFUSED = "refused", "refused"

    order = models.ForeignKey(Order, on_delete=models.PROTECT, related_name="reviews")
    payment = models.ForeignKey(Payment, on_delete=models.PROTECT, related_name="reviews")
    reasons: models.JSONField[list[str], list[str]] = models.JSONField(default=list)
    state = models.CharField(max_length=10, choices=State.choices, default=State.OPEN)
    decide_by = models.DateTimeField()
    decided_at = models.DateTimeField(null=True, blank=True)
    decided_by = models.ForeignKey(
        User, null=True, blank=True, on_delete=models.PROTECT, related_name="+", db_index=False
    )

    class Meta:
        indexes = [models.Index(fields=["decide_by"], name="review_open", condition=Q(state="open"))]
        constraints = [
            models.UniqueConstraint(fields=["order"], condition=Q(state="open"), name="review_open_once"),
            models.CheckConstraint(
                condition=Q(state="open", decided_at=None) | (~Q(state="open") & Q(decided_at__isnull=False)),
                name="review_decided_when",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.state} {self.order_id}"


class ProviderNotice(Row):
    """A message to our door, written down as it came before it is read. `account`: whose signature opened it; none while that is
    not known (`unread`), or where it is nobody's (`refused`). `created_at` is when it came first."""

    UNREAD, REFUSED = "unread", "refused"  # beside what a message is about

    provider = models.CharField(max_length=20, default="", help_text="whose door it came to")
    account = models.ForeignKey(
        ProviderAccount, null=True, blank=True, on_delete=models.PROTECT, related_name="notices"
    )
    event_id = models.CharField(max_length=255)
    kind = models.CharField(max_length=80)
    about = models.CharField(max_length=10)
    reference = models.CharField(max_length=255, blank=True)
    payment = models.ForeignKey(Payment, null=True, blank=True, on_delete=models.PROTECT, related_name="notices")
    body = EncryptedTextField()
    headers = EncryptedTextField(blank=True, default="", help_text="JSON: as they came")
    was_asked_for = models.BooleanField(default=False, help_text="it never came: we found it in the company's own list")
    times = models.PositiveIntegerField(default=1, help_text="how often it came")
    handled_at = models.DateTimeField(null=True, blank=True)
    error = models.CharField(max_length=200, blank=True)

    class Meta:
        indexes = [models.Index(fields=["-created_at"], name="notice_newest")]
        constraints = [models.UniqueConstraint(fields=["account", "event_id"], name="provider_notice_once")]

    def __str__(self) -> str:
        return f"{self.kind} {self.event_id}"
