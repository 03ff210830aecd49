"""What nearly every table has: a uuid7 key, when it was made and changed, and archiving instead of deleting."""

from __future__ import annotations

from django.db import models

from almanac.kit import clock, ids


class Row(models.Model):
    """A row with a time-ordered key; `revision` goes up with each edit and is the ETag of If-Match."""

    id = models.UUIDField(primary_key=True, default=ids.new_id, editable=False)
    created_at = models.DateTimeField(default=clock.now, editable=False)
    revision = models.PositiveIntegerField(default=1, editable=False)

    class Meta:
        abstract = True


class Archivable(models.Model):
    """Archived rows stay for the orders that name them and are not offered any more."""

    archived_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        abstract = True
