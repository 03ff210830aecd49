"""The table of stored files; their bytes are in the storage of the settings, on this machine's disk or in a bucket."""

from __future__ import annotations

from django.db import models

from almanac.kit.crypto import EncryptedTextField
from almanac.kit.fields import Row


class Asset(Row):
    """A picture that anybody may see, drawn anew by us from what was sent. Never changed: another picture is another row."""

    key = models.CharField(max_length=100, unique=True, help_text="its name in the storage")
    content_type = models.CharField(max_length=40)
    size = models.PositiveIntegerField(help_text="bytes")
    width = models.PositiveSmallIntegerField()
    height = models.PositiveSmallIntegerField()
    digest = models.CharField(max_length=64, help_text="SHA-256 of the bytes")

    class Meta:
        constraints = [models.CheckConstraint(condition=models.Q(size__gt=0), name="asset_is_not_empty")]

    def __str__(self) -> str:
        return f"picture, {self.width} x {self.height}"


class PrivateFile(Row):
    """A picture (drawn anew) or a PDF that only those may read to whom its owner says so, each by a link of their own.

    `owner` says whose it is, as the module that keeps it calls it: `basket:<id>`, later `order:<id>`. `name` is what its
    sender called it. What is over (`expires_at`) goes with its bytes.
    """

    owner = models.CharField(max_length=60, db_index=True)
    name = EncryptedTextField()
    key = models.CharField(max_length=100, unique=True, help_text="its name in the storage")
    content_type = models.CharField(max_length=40)
    size = models.PositiveIntegerField(help_text="bytes")
    expires_at = models.DateTimeField(null=True, blank=True, db_index=True)

    class Meta:
        constraints = [models.CheckConstraint(condition=models.Q(size__gt=0), name="private_file_is_not_empty")]

    def __str__(self) -> str:
        return f"{self.content_type}, {self.size} bytes"
