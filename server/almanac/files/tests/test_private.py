"""Files sent with a booking: told by their bytes, kept for their owner, read by a link of one's own, gone when over."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
import time_machine
from django.test import Client

from almanac.files import actions
from almanac.files.errors import FilesFull, FileTooLarge, FileUnreadable
from almanac.files.links import GOOD_FOR, file_address
from almanac.files.models import PrivateFile
from almanac.files.pictures import MOST_BYTES
from almanac.files.tests.drawings import drawing, opened
from almanac.files.uploads import checked_upload
from almanac.kit.actor import STRANGER
from tests.cast import Person

NOW = datetime(2026, 3, 2, 9, tzinfo=UTC)
A_PDF = b"%PDF-1.4\n1 0 obj <</JS (app.alert(1))>> endobj\ntrailer\n%%EOF\n"
OWNER = "basket:one"


def kept(content: bytes = b"", name: str = "garden.png", owner: str = OWNER) -> PrivateFile:
    upload = checked_upload(content or drawing(), name=name)
    return actions.keep_private(actions.store_private(upload, owner=owner, now=NOW), now=NOW)


def test_a_picture_is_drawn_anew() -> None:
    sent = drawing("JPEG", exif=b"Exif\x00\x00secret place") + b"<script>alert(1)</script>"
    upload = checked_upload(sent, name="Garden.JPG")
    assert (upload.content_type, upload.name) == ("image/webp", "Garden.webp")
    assert b"script" not in upload.content
    assert b"secret" not in upload.content
    assert opened(upload.content).size == (40, 30)


def test_a_pdf_stays_as_it_is() -> None:
    upload = checked_upload(A_PDF, name="plan.pdf")
    assert (upload.content, upload.content_type, upload.name) == (A_PDF, "application/pdf", "plan.pdf")


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"<html><script>alert(1)</script></html>", "kind"),
        (b"MZ\x90 a program", "kind"),
        (b"PK\x03\x04 an archive", "kind"),
        (b"GIF89a", "kind"),
        (b"<svg onload='alert(1)'/>", "kind"),
        (b"", "kind"),
        (drawing("JPEG", (400, 300))[:-400], "broken"),
        (A_PDF[:30], "broken"),
    ],
)
def test_what_is_neither(content: bytes, reason: str) -> None:
    with pytest.raises(FileUnreadable) as refused:
        checked_upload(content, name="garden.png")
    assert refused.value.reason == reason


def test_too_large() -> None:
    with pytest.raises(FileTooLarge):
        checked_upload(b"%PDF-" + b"0" * MOST_BYTES, name="x.pdf")


@pytest.mark.parametrize(
    ("sent", "name"),
    [
        ("../../etc/passwd", "passwd.webp"),
        ("C:\\photos\\me.png", "me.webp"),
        ("", "file.webp"),
        ("...", "file.webp"),
        ("a\r\nSet-Cookie: x=1.png", "a Set-Cookie: x=1.webp"),
        ("сад.png", "сад.webp"),
        ("x" * 300, "x" * 120 + ".webp"),
    ],
)
def test_its_name(sent: str, name: str) -> None:
    assert checked_upload(drawing(), name=sent).name == name


@pytest.mark.django_db
class TestLinks:
    def test_a_guest_with_the_link(self, files_folder: Path, client: Client) -> None:
        file = kept(name="My garden.png")
        with time_machine.travel(NOW, tick=False):
            answer = client.get(file_address(file.pk, reader=STRANGER, now=NOW))
        assert answer.status_code == 200
        assert answer.headers["Content-Type"] == "image/webp"
        assert answer.headers["Content-Disposition"] == 'inline; filename="My garden.webp"'
        assert answer.headers["Cache-Control"] == "private, no-store"
        assert answer.headers["X-Content-Type-Options"] == "nosniff"
        assert answer.headers["Content-Security-Policy"] == "default-src 'none'; sandbox"

    def test_a_pdf_is_a_download(self, files_folder: Path, client: Client) -> None:
        file = kept(A_PDF, "план.pdf")
        with time_machine.travel(NOW, tick=False):
            answer = client.get(file_address(file.pk, reader=STRANGER, now=NOW))
        assert answer.headers["Content-Disposition"].startswith("attachment; filename*=utf-8''")
        assert answer.headers["Content-Type"] == "application/pdf"

    def test_a_link_made_for_somebody_opens_nothing_for_others(
        self, files_folder: Path, ada: Person, cleo: Person, stranger: Person
    ) -> None:
        file = kept()
        with time_machine.travel(NOW, tick=False):
            address = file_address(file.pk, reader=cleo.actor, now=NOW)
            assert cleo.client.get(address).status_code == 200
            assert [person.client.get(address).status_code for person in (ada, stranger)] == [404, 404]

    def test_a_link_that_is_over_or_changed(self, files_folder: Path, client: Client) -> None:
        address = file_address(kept().pk, reader=STRANGER, now=NOW)
        with time_machine.travel(NOW + GOOD_FOR, tick=False):
            assert client.get(address).json()["code"] == "not_found"
        with time_machine.travel(NOW, tick=False):
            assert client.get(address[:-1] + ("a" if address[-1] != "a" else "b")).status_code == 404
            assert client.get(f"/api/files/{kept().pk}").status_code == 404

    def test_its_name_is_unreadable_in_the_database_and_its_key_tells_nothing(self, files_folder: Path) -> None:
        file = kept(name="cleo canary.png")
        assert "canary" not in file.key
        assert not PrivateFile.objects.extra(where=["name LIKE '%%canary%%'"]).exists()


@pytest.mark.django_db
class TestKeeping:
    def test_so_many_and_no_more(self, files_folder: Path) -> None:
        for _ in range(actions.MOST_FILES):
            kept()
        with pytest.raises(FilesFull):
            kept()
        kept(owner="basket:two")

    def test_so_many_bytes_and_no_more(self, files_folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        size = kept().size
        monkeypatch.setattr(actions, "MOST_BYTES_OF_ALL", 2 * size)
        kept()
        with pytest.raises(FilesFull):
            kept()

    def test_what_was_let_go_goes_with_its_bytes(self, files_folder: Path, client: Client) -> None:
        gone, stays, others = kept(), kept(), kept(owner="order:x")
        actions.let_go(owners=[OWNER], keep=[stays.pk], now=NOW)
        with time_machine.travel(NOW, tick=False):
            assert client.get(file_address(gone.pk, reader=STRANGER, now=NOW)).status_code == 404
        assert actions.purge_private(now=NOW + timedelta(hours=1)) == 1
        assert {file.pk for file in PrivateFile.objects.all()} == {stays.pk, others.pk}
        assert sorted(path.name for path in files_folder.rglob("*.webp")) == sorted(
            Path(file.key).name for file in (stays, others)
        )

    def test_bytes_that_are_gone_already_are_no_hindrance(self, files_folder: Path) -> None:
        (files_folder / kept().key).unlink()
        actions.let_go(owners=[OWNER], now=NOW)
        assert actions.purge_private(now=NOW) == 1

    def test_a_new_owner_takes_only_what_is_the_old_ones(self, files_folder: Path) -> None:
        mine, other = kept(), kept(owner="basket:two")
        actions.hand_over(owner=OWNER, to="order:x", file_ids=[mine.pk, other.pk])
        mine.refresh_from_db()
        other.refresh_from_db()
        assert (mine.owner, other.owner) == ("order:x", "basket:two")
