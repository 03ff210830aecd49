"""Tables: accounts, entries with their postings, and the balances kept beside them (docs/algorithms/ledger.md)."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from almanac.kit import clock, ids

KEY_LENGTH = 200
HOLDER_LENGTH = 80
KIND_LENGTH = 40
SHARDS = 16


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

    @property
    def grows_by_debit(self) -> bool:
        """Assets and expenses; liabilities and income grow by credits."""
        return self in _DEBIT_ROLES

    @property
    def has_floor(self) -> bool:
        """What customers paid in advance: nobody spends more of it than is there."""
        return self in _FLOORED_ROLES


_DEBIT_ROLES = frozenset({Role.CLEARING, Role.BANK, Role.TILL, Role.RECEIVABLE, Role.FEES, Role.DISPUTES})
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

    class Meta:
        verbose_name_plural = "entries"
        constraints = (models.CheckConstraint(condition=~Q(key=""), name="ledger_entry_has_key"),)

    def __str__(self) -> str:
        return f"{self.kind} {self.key}"


class Posting(models.Model):
    """An account and an amount of minor units in an entry: above zero a debit, below zero a credit."""

    id = models.UUIDField(primary_key=True, default=ids.new_id, editable=False)
    entry = models.ForeignKey(Entry, on_delete=models.PROTECT, related_name="postings")
    account = models.ForeignKey(Account, on_delete=models.PROTECT, related_name="postings")
    amount = models.BigIntegerField()

    class Meta:
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
