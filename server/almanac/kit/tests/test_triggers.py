"""Triggers stand aside while a table they read is made anew, and are there again as they were."""

from __future__ import annotations

import pytest
from django.db import connection

from almanac.kit import triggers

pytestmark = pytest.mark.django_db(transaction=True)
NAMES = "SELECT name, sql FROM sqlite_master WHERE type = 'trigger' ORDER BY name"


@pytest.mark.skipif(connection.vendor != "sqlite", reason="PostgreSQL lets tables change below their triggers")
def test_there_again_as_they_were() -> None:
    with connection.cursor() as cursor:
        before = cursor.execute(NAMES).fetchall()
    assert any(name.startswith("invoice_line") for name, _ in before)
    with connection.schema_editor() as editor:
        triggers.set_aside(None, editor)
        with connection.cursor() as cursor:
            assert cursor.execute(NAMES).fetchall() == []
        triggers.put_back(None, editor)
    with connection.cursor() as cursor:
        assert cursor.execute(NAMES).fetchall() == before
