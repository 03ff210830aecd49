"""Pages of a list miss no row and repeat none, whatever the key, and only cursors we gave are read."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from almanac.business.models import Business
from almanac.kit.errors import InvalidInput
from almanac.kit.pagination import take_page


@pytest.mark.django_db
@pytest.mark.parametrize("by", ["name", "-name"])
@pytest.mark.parametrize("limit", [1, 3, 7, 8, 200])
def test_pages_miss_no_row_and_repeat_none(by: str, limit: int) -> None:
    names = ["b", "a", "b", "c", "b", "two\nlines", "é"]
    Business.objects.bulk_create(Business(slug=f"b{n}", name=name, order_prefix="B") for n, name in enumerate(names))
    seen, cursor = [], ""
    while True:
        found, following = take_page(Business.objects.all(), by=by, cursor=cursor, limit=limit)
        seen += found
        if following is None:
            break
        assert len(found) == limit
        cursor = following
    assert sorted(row.name for row in seen) == sorted(names)
    assert [row.name for row in seen] == sorted(names, reverse=by.startswith("-"))


@pytest.mark.django_db
@given(st.text(max_size=40) | st.binary(max_size=40).map(lambda raw: raw.hex()))
def test_a_cursor_that_is_not_ours(cursor: str) -> None:
    if cursor:
        with pytest.raises(InvalidInput):
            take_page(Business.objects.all(), by="created_at", cursor=cursor, limit=5)


@pytest.mark.parametrize("limit", [0, -1, 201, 10**30])
def test_page_sizes_have_bounds(limit: int) -> None:
    with pytest.raises(InvalidInput):
        take_page(Business.objects.all(), by="name", cursor="", limit=limit)
