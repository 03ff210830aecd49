"""Pictures as browsers get them."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from uuid import UUID

import pytest
from django.test import Client

from almanac.files.actions import keep_picture, store_picture
from almanac.files.models import Asset
from almanac.files.pictures import Picture, redrawn
from almanac.files.queries import address_of
from almanac.files.tests.drawings import drawing
from almanac.kit.actor import SYSTEM
from almanac.outbox.models import EventRow

pytestmark = pytest.mark.django_db
NOW = datetime(2026, 3, 2, 9, tzinfo=UTC)


@pytest.fixture
def picture() -> Picture:
    return redrawn(drawing())


@pytest.fixture
def kept(files_folder: Path, picture: Picture) -> Asset:
    return keep_picture(actor=SYSTEM, asset=store_picture(picture, now=NOW), now=NOW)


def test_anybody_gets_it_and_may_keep_it(kept: Asset, picture: Picture, client: Client) -> None:
    answer = client.get(address_of(kept))
    assert answer.status_code == 200
    assert answer.content == picture.content
    assert answer.headers["Content-Type"] == "image/webp"
    assert answer.headers["Cache-Control"] == "public, max-age=31536000, immutable"
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert answer.headers["Content-Security-Policy"] == "default-src 'none'; sandbox"


def test_it_is_written_down_and_its_name_tells_nothing(kept: Asset, files_folder: Path) -> None:
    assert (files_folder / kept.key).read_bytes()
    assert kept.key == f"pictures/2026/03/{kept.pk.hex}.webp"
    assert EventRow.objects.get().payload == {"asset_id": str(kept.pk)}


def test_one_that_is_not_there(client: Client) -> None:
    answer = client.get(f"/api/pictures/{UUID(int=7)}")
    assert (answer.status_code, answer.json()["code"]) == (404, "not_found")


def test_one_whose_file_was_lost(kept: Asset, files_folder: Path, client: Client) -> None:
    (files_folder / kept.key).unlink()
    assert client.get(address_of(kept)).json()["code"] == "not_found"


def test_without_room_nothing_is_written(picture: Picture, files_folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (files_folder / "pictures").write_text("a file where the folder should be")
    with pytest.raises(OSError, match="pictures"):
        keep_picture(actor=SYSTEM, asset=store_picture(picture, now=NOW), now=NOW)
    assert not Asset.objects.exists()
    assert not EventRow.objects.exists()
