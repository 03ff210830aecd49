"""A file sent whole or in parts."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import RequestFactory
from hypothesis import given
from hypothesis import strategies as st

from almanac.files.actions import keep_private, store_private
from almanac.files.errors import FileTooLarge, PdfUnreadable, RangeUnmet
from almanac.files.models import PrivateFile
from almanac.files.pictures import MOST_BYTES
from almanac.files.samples import write_pdf
from almanac.files.sending import sent
from almanac.files.uploads import checked_pdf
from almanac.kit.errors import NotFound
from tests.shop import NOW

pytestmark = pytest.mark.django_db
CONTENT = write_pdf("Anything", [["A page."]])
SIZE = len(CONTENT)


@pytest.fixture
def file(files_folder: Any) -> PrivateFile:
    upload = checked_pdf(CONTENT, name="Été \r\nX: y.exe")
    return keep_private(store_private(upload, owner="product:x", now=NOW), now=NOW)


def asked(file: PrivateFile, **headers: str) -> Any:
    return sent(file, RequestFactory().get("/", headers=headers))


def test_all_of_it_is_an_attachment_of_its_own_name(file: PrivateFile) -> None:
    answer = asked(file)
    assert (answer.status_code, answer.getvalue(), answer["Content-Length"]) == (200, CONTENT, str(SIZE))
    assert answer["Content-Disposition"] == "attachment; filename*=utf-8''%C3%89t%C3%A9%20X%3A%20y.pdf"
    assert (answer["Content-Type"], answer["X-Content-Type-Options"]) == ("application/pdf", "nosniff")


@pytest.mark.parametrize(
    ("wanted", "first", "last"),
    [
        ("bytes=0-0", 0, 0),
        ("bytes=5-", 5, SIZE - 1),
        ("bytes=-7", SIZE - 7, SIZE - 1),
        ("bytes=10-99999", 10, SIZE - 1),
    ],
)
def test_one_range(file: PrivateFile, wanted: str, first: int, last: int) -> None:
    answer = asked(file, range=wanted)
    assert (answer.status_code, answer["Content-Range"]) == (206, f"bytes {first}-{last}/{SIZE}")
    assert answer.getvalue() == CONTENT[first : last + 1]


@pytest.mark.parametrize("wanted", ["bytes=-", "bytes=5-3", "bytes=0-1,4-5", "lines=1-2", "bytes=a-b", "bytes=1e3-"])
def test_what_is_no_range_gets_all(file: PrivateFile, wanted: str) -> None:
    assert asked(file, range=wanted).getvalue() == CONTENT


@pytest.mark.parametrize("wanted", [f"bytes={SIZE}-", "bytes=-0", "bytes=999999999999999-"])
def test_beyond_the_end(file: PrivateFile, wanted: str) -> None:
    with pytest.raises(RangeUnmet):
        asked(file, range=wanted)


def test_a_part_of_another_file_is_not_put_together_with_this_one(file: PrivateFile) -> None:
    assert asked(file, range="bytes=3-", **{"if-range": '"older"'}).getvalue() == CONTENT


@given(cut=st.integers(1, SIZE - 1))
def test_parts_make_the_whole(file: PrivateFile, cut: int) -> None:
    parts = [asked(file, range=wanted).getvalue() for wanted in (f"bytes=0-{cut - 1}", f"bytes={cut}-")]
    assert b"".join(parts) == CONTENT


def test_lost_by_the_storage(file: PrivateFile) -> None:
    file.key = "private/gone.pdf"
    with pytest.raises(NotFound):
        asked(file)


def test_only_a_pdf_is_one_whatever_it_is_called() -> None:
    for content, reason in ((b"MZ not one", "kind"), (CONTENT[:-40], "broken")):
        with pytest.raises(PdfUnreadable) as refused:
            checked_pdf(content, name="booklet.pdf")
        assert refused.value.reason == reason
    with pytest.raises(FileTooLarge):
        checked_pdf(b"%PDF-" + b"0" * MOST_BYTES, name="booklet.pdf")
