"""Tables: accounts, entries with their postings, and the balances kept beside them (docs/algorithms/ledger.md)."""

from __future__ import annotations

from enum import StrEnum

from django.db import models
from django.db.models import F, Q

from almanac.kit import clock, ids

KEY_LENGTH = 200
HOLDER_LENGTH = 80
KIND_LENGTH = 40
SHARDS = 16


class Nature(StrEnum):
    """What kind of account there is, as everybody who keeps books calls them."""

    ASSET = "asset"
    LIABILITY = "liability"
    INCOME = "income"
    EXPENSE = "expense"


class Role(models.TextChoices):
    """What an account is for."""

    CLEARING = "clearing", "clearing"
    BANK = "bank", "bank"
    TILL = "till", "till"
    RECEIVABLE = "receivable", "receivable"
    TAX = "tax", "tax"
    PAYABLE = "payable", "payable"
    PREPAID = "prepaid", "prepaid"
    GIFT_CARD = "gift_card", "gift card"
    REVENUE = "revenue", "revenue"
    COMMISSION = "commission", "commission"
    FEES = "fees", "fees"
    DISPUTES = "disputes", "disputes"
    SUSPENSE = "suspense", "suspense"  # came in and is owed by nobody, until it went back
    GOODWILL = "goodwill", "goodwill"
    WRITE_OFFS = "write_offs", "write-offs"
    EXCHANGE = "exchange", "exchange"

    @property
    def grows_by_debit(self) -> bool:
        """Assets and expenses; liabilities and income grow by credits."""
        return self in _ASSETS | _EXPENSES

    @property
    def nature(self) -> Nature:
        """What kind of account it is."""
        if self in _ASSETS:
            return Nature.ASSET
        if self in _EXPENSES:
            return Nature.EXPENSE
        return Nature.INCOME if self in _INCOME else Nature.LIABILITY

    @property
    def has_floor(self) -> bool:
        """What customers paid in advance: nobody spends more of it than is there."""
        return self in _FLOORED_ROLES


MONEY_ROLES = (Role.CLEARING, Role.BANK, Role.TILL)  # where our money is, with others or in our own hands
_ASSETS = frozenset({*MONEY_ROLES, Role.RECEIVABLE})
_EXPENSES = frozenset({Role.FEES, Role.DISPUTES, Role.GOODWILL, Role.WRITE_OFFS})
_INCOME = frozenset({Role.REVENUE, Role.COMMISSION, Role.EXCHANGE})
_FLOORED_ROLES = frozenset({Role.PREPAID, Role.GIFT_CARD})


class Account(models.Model):
    """A pot of one currency. Made by the first posting; its row never changes."""

    id = models.UUIDField(primary_key=True, default=ids.new_id, editable=False)
    role = models.CharField(max_length=20, choices=Role.choices)
    holder = models.CharField(max_length=HOLDER_LENGTH, blank=True, default="")  # a key that is not read here
    currency = models.CharField(max_length=3)

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=["role", "holder", "currency"], name="ledger_account_once"),
            models.CheckConstraint(condition=Q(role__in=Role.values), name="ledger_account_role"),
        )

    def __str__(self) -> str:
        return ":".join(filter(None, (self.role, self.holder, self.currency)))


class Entry(models.Model):
    """One movement of money. Written after its postings: it is the seal that they are whole (guards.py)."""

    id = models.UUIDField(primary_key=True, default=ids.new_id, editable=False)
    key = models.CharField(max_length=KEY_LENGTH, unique=True)
    kind = models.CharField(max_length=KIND_LENGTH)
    subject = models.CharField(max_length=HOLDER_LENGTH, blank=True, default="", db_index=True)
    currency = models.CharField(max_length=3)
    happened_at = models.DateTimeField(db_index=True)
    created_at = models.DateTimeField(default=clock.now)
    reverses = models.OneToOneField("self", null=True, blank=True, on_delete=models.PROTECT, related_name="reversed_by")
    # What this gives back a part of: all that relates to an entry never gives back more than it took in.
    relates_to = models.ForeignKey("self", null=True, blank=True, on_delete=models.PROTECT, related_name="related")

    class Meta:
        verbose_name_plural = "entries"
        constraints = (
            models.CheckConstraint(condition=~Q(key=""), name="ledger_entry_has_key"),
            models.CheckConstraint(
                condition=(Q(reverses=None) | ~Q(reverses=F("id"))) & (Q(relates_to=None) | ~Q(relates_to=F("id"))),
                name="ledger_entry_not_of_itself",
            ),
        )

    def __str__(self) -> str:
        return f"{self.kind} {self.key}"


class Posting(models.Model):
    """An account and an amount of minor units in an entry: above zero a debit, below zero a credit."""

    id = models.UUIDField(primary_key=True, default=ids.new_id, editable=False)
    # Both keys are found by the indexes below.
    entry = models.ForeignKey(Entry, on_delete=models.PROTECT, related_name="postings", db_index=False)
    account = models.ForeignKey(Account, on_delete=models.PROTECT, related_name="postings", db_index=False)
    amount = models.BigIntegerField()
    happened_at = models.DateTimeField()  # its entry's: so an account's balance at an instant is read from one index

    class Meta:
        indexes = (
            models.Index(fields=["account", "happened_at", "amount"], name="ledger_posting_of_account"),
            models.Index(fields=["happened_at"], name="ledger_posting_of_time"),
        )
        constraints = (
            models.UniqueConstraint(fields=["entry", "account"], name="ledger_posting_account_once"),
            models.CheckConstraint(condition=~Q(amount=0), name="ledger_posting_of_something"),
        )

    def __str__(self) -> str:
        return f"{self.amount} on {self.account_id}"


class Balance(models.Model):
    """A part of the sum of an account's postings. An account with a floor has one part, of shard 0."""

    account = models.ForeignKey(Account, on_delete=models.PROTECT, related_name="balances")
    shard = models.PositiveSmallIntegerField(default=0)
    has_floor = models.BooleanField(default=False)
    amount = models.BigIntegerField(default=0)

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=["account", "shard"], name="ledger_balance_once"),
            models.CheckConstraint(
                # Floored accounts grow by credits, which are below zero.
                condition=Q(has_floor=False) | Q(amount__lte=0, shard=0),
                name="ledger_balance_not_below_nothing",
            ),
            models.CheckConstraint(condition=Q(shard__lt=SHARDS), name="ledger_balance_shards"),
        )

    def __str__(self) -> str:
        return f"{self.amount} of {self.account_id}"


class Apart(models.Model):
    """A subject whose movements are of test money (ADR 0042): the books can be read without them, or them alone. Each sums to
    zero by itself, so what is left balances as well."""

    subject = models.CharField(primary_key=True, max_length=HOLDER_LENGTH)

    class Meta:
        verbose_name_plural = "subjects apart"

    def __str__(self) -> str:
        return self.subject


class BooksCheck(models.Model):
    """What the last look at the laws found. One row, of key 1."""

    id = models.PositiveSmallIntegerField(primary_key=True, default=1, editable=False)
    checked_at = models.DateTimeField()
    broken = models.PositiveIntegerField(default=0)

    class Meta:
        constraints = (models.CheckConstraint(condition=Q(id=1), name="ledger_bookscheck_is_one"),)

    def __str__(self) -> str:
        return f"{self.broken} broken at {self.checked_at}"
