"""Tables of what is kept of customers: notes, tags, a business's own fields with their answers, what became of the record,
and merges with what they moved."""

from __future__ import annotations

from typing import Any, ClassVar

from django.db import models
from django.db.models import Q

from almanac.business.models import Business
from almanac.kit.crypto import EncryptedTextField
from almanac.kit.fields import Archivable, Row
from almanac.people.models import Customer, User

TAG_LENGTH = 40


class Note(Row, Archivable):
    """A word of the team about a customer. Encrypted: people write down what they would not tell everybody."""

    customer = models.ForeignKey(Customer, on_delete=models.PROTECT, related_name="notes")
    text = EncryptedTextField()
    written_by = models.ForeignKey(User, on_delete=models.PROTECT, null=True, blank=True, related_name="+")

    class Meta:
        ordering = ["-created_at", "-id"]

    def __str__(self) -> str:
        return f"a note on {self.customer_id}"


class Tag(Row):
    """One word by which the team groups customers. `key` is the word as it is compared."""

    customer = models.ForeignKey(Customer, on_delete=models.PROTECT, related_name="tags")
    name = models.CharField(max_length=TAG_LENGTH)
    key = models.CharField(max_length=TAG_LENGTH * 2)

    class Meta:
        ordering = ["key"]
        indexes: ClassVar = [models.Index(fields=["key", "customer"], name="tag_by_key")]
        constraints: ClassVar = [models.UniqueConstraint(fields=["customer", "key"], name="tag_once")]

    def __str__(self) -> str:
        return self.name


class FieldSet(Row):
    """The fields that the customer records of a business have: `customers.fields.CustomerField`, in their order."""

    business = models.OneToOneField(Business, on_delete=models.PROTECT, related_name="customer_fields")
    fields: models.JSONField[list[dict[str, Any]], list[dict[str, Any]]] = models.JSONField(default=list)

    def __str__(self) -> str:
        return f"fields of {self.business_id}"


class FieldAnswers(Row):
    """What is filled in for one customer in the fields of one business, by field. Encrypted: it may be anything."""

    customer = models.ForeignKey(Customer, on_delete=models.PROTECT, related_name="field_answers")
    business = models.ForeignKey(Business, on_delete=models.PROTECT, related_name="+")
    answers = EncryptedTextField(blank=True, default="")

    class Meta:
        verbose_name_plural = "field answers"
        constraints: ClassVar = [models.UniqueConstraint(fields=["customer", "business"], name="field_answers_once")]

    def __str__(self) -> str:
        return f"answers of {self.customer_id} for {self.business_id}"


class Merge(Row):
    """Everything of `absorbed` was moved to `kept`, because they are one person. `moved` names each row by its table, so
    that undoing puts back exactly these; of answers it names business and field. `filled` names what was empty in `kept`
    and came from `absorbed`."""

    kept = models.ForeignKey(Customer, on_delete=models.PROTECT, related_name="merges")
    absorbed = models.ForeignKey(Customer, on_delete=models.PROTECT, related_name="merged_by")
    merged_at = models.DateTimeField()
    by = models.ForeignKey(User, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    moved: models.JSONField[dict[str, list[str]], dict[str, list[str]]] = models.JSONField()
    filled: models.JSONField[list[str], list[str]] = models.JSONField(default=list)
    undone_at = models.DateTimeField(null=True, blank=True)
    undone_by = models.ForeignKey(User, on_delete=models.PROTECT, null=True, blank=True, related_name="+")

    class Meta:
        ordering = ["-merged_at", "-id"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["absorbed"], condition=Q(undone_at=None), name="merge_absorbed_once"),
            models.CheckConstraint(condition=~Q(kept=models.F("absorbed")), name="merge_of_two"),
        ]

    def __str__(self) -> str:
        return f"{self.absorbed_id} into {self.kept_id}"


class Entry(Row):
    """One line of a record's history: what, when, by whom; of details which fields, never what they said."""

    class Kind(models.TextChoices):
        RECORDED = "recorded", "Recorded"
        CHANGED = "changed", "Details changed"
        ARCHIVED = "archived", "Archived"
        RESTORED = "restored", "Brought back"
        ADDRESS_ADDED = "address_added", "Address added"
        ADDRESS_CHANGED = "address_changed", "Address changed"
        ADDRESS_ARCHIVED = "address_archived", "Address removed"
        NOTE_WRITTEN = "note_written", "Note written"
        NOTE_REMOVED = "note_removed", "Note removed"
        TAGS_CHANGED = "tags_changed", "Tags changed"
        FIELDS_ANSWERED = "fields_answered", "Fields filled in"
        MERGED = "merged", "Merged"
        MERGE_UNDONE = "merge_undone", "Merge undone"

    customer = models.ForeignKey(Customer, on_delete=models.PROTECT, related_name="history")
    kind = models.CharField(max_length=20, choices=Kind.choices)
    at = models.DateTimeField()
    by = models.ForeignKey(User, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    fields: models.JSONField[list[str], list[str]] = models.JSONField(default=list)
    merge = models.ForeignKey(Merge, on_delete=models.PROTECT, null=True, blank=True, related_name="+")

    class Meta:
        verbose_name_plural = "entries"
        ordering = ["-at", "-id"]

    def __str__(self) -> str:
        return f"{self.kind} {self.customer_id}"
