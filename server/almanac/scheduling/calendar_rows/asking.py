"""How both reads of calendars ask: for these people in this order, whatever the database.

Bigint and short text columns alone, in the order the people were asked for (`n`, from 0), so that no row costs more
than it must: the ORM's objects and timestamps would take longer than finding the slots.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from django.db import connection

_ASKED = {
    "postgresql": "WITH asked(n, id) AS (SELECT nr::int - 1, id FROM unnest(%(ids)s::uuid[]) WITH ORDINALITY AS t(id, nr)) ",
    "sqlite": "WITH asked(n, id) AS (SELECT key, value FROM json_each(%(ids)s)) ",
}


def fetch(sql: str, staff_ids: Sequence[str], **parameters: int | str) -> list[tuple[Any, ...]]:
    on_sqlite = connection.vendor == "sqlite"
    ids = json.dumps(list(staff_ids)).replace("-", "") if on_sqlite else list(staff_ids)
    with connection.cursor() as cursor:
        cursor.execute(_ASKED[connection.vendor] + sql, {"ids": ids, **parameters})
        rows: list[tuple[Any, ...]] = cursor.fetchall()
    return rows
