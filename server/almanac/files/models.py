"""The table of stored files; their bytes are in the storage of the settings, on this machine's disk or in a bucket."""

from __future__ import annotations

from django.db import models

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
