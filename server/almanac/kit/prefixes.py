"""Looking for what begins like something typed, so that an ordinary index answers on both databases."""

from __future__ import annotations

from django.db import connection
from django.db.models import Q

LAST = "\U0010ffff"  # sorts after every character somebody types


def begins(column: str, prefix: str) -> Q:
    """Rows whose `column` begins with `prefix`, letter case and all.

    PostgreSQL answers LIKE from an index with pattern operators; SQLite never uses one for it, but does for a range.
    """
    if connection.vendor == "postgresql":
        return Q(**{f"{column}__startswith": prefix})
    return Q(**{f"{column}__gte": prefix, f"{column}__lt": prefix + LAST})
