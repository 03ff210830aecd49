"""Pages of a list miss no row and repeat none, whatever the key, and only cursors we gave are read."""

from __future__ import annotations

from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from almanac.business.models import Business
from almanac.kit.errors import InvalidInput
from almanac.kit.pagination import in_chunks, take_page
from almanac.kit.sorting import Sorting, SortKey
from almanac.people.models import Customer
from tests.shop import NOW


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


NAMES = ["b", "a", "b", None, "c", None]


@pytest.mark.django_db
@pytest.mark.parametrize("descending", [False, True])
@pytest.mark.parametrize("limit", [1, 2, 3, 6])
def test_rows_without_a_value_stand_last_in_either_direction(descending: bool, limit: int) -> None:
    """Archived customers by the instant they were archived, say: in pages and in chunks alike."""
    days = {"a": 1, "b": 2, "c": 3}
    Customer.objects.bulk_create(
        Customer(name=str(name), archived_at=NOW + timedelta(days=days[name]) if name else None) for name in NAMES
    )
    key = SortKey("archived_at", descending, may_be_empty=True)
    paged: list[Customer] = []
    cursor: str | None = ""
    while cursor is not None:
        found, cursor = take_page(Customer.objects.all(), by=key, cursor=cursor, limit=limit)
        paged += found
    chunked = [row for chunk in in_chunks(Customer.objects.all(), by=key, size=limit) for row in chunk]
    there = sorted((name for name in NAMES if name), reverse=descending)
    assert [row.name for row in paged] == [*there, "None", "None"]
    assert paged == chunked


@pytest.mark.django_db
def test_a_cursor_of_another_order_is_refused() -> None:
    """It would skip rows without a word."""
    Business.objects.bulk_create(Business(slug=f"b{n}", name=f"b{n}", order_prefix="B") for n in range(3))
    _, following = take_page(Business.objects.all(), by="name", cursor="", limit=1)
    for other in ("-name", "slug", SortKey("name", descending=True)):
        with pytest.raises(InvalidInput):
            take_page(Business.objects.all(), by=other, cursor=following or "", limit=1)


def test_a_list_is_sorted_by_its_own_columns_alone() -> None:
    sorting = Sorting({"name": "name", "last": "last_at"}, standard="-last", may_be_empty=frozenset({"last"}))
    assert sorting.key("") == sorting.key("-last") == SortKey("last_at", True, True)
    assert sorting.key("name") == SortKey("name")
    for other in ("password", "user__password", "-", "--name", "name,last"):
        with pytest.raises(InvalidInput):
            sorting.key(other)
