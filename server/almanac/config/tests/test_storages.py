"""Where files are kept, on a real disk and with a real server that speaks S3."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import boto3
import pytest
from django.core.exceptions import ImproperlyConfigured
from django.core.files.storage import default_storage
from django.test import Client
from moto.server import ThreadedMotoServer

from almanac.config import storages
from almanac.files.actions import keep_picture, store_picture
from almanac.files.pictures import redrawn
from almanac.files.queries import address_of
from almanac.files.tests.drawings import drawing
from almanac.kit.actor import SYSTEM
from tests.shop import NOW


@pytest.fixture
def bucket() -> Iterator[str]:
    """The address of an empty bucket."""
    server = ThreadedMotoServer("127.0.0.1", 0, verbose=False)
    server.start()
    host, port = server.get_host_and_port()
    try:
        aws: Any = boto3
        session = aws.Session("key", "a/secret", region_name="us-east-1")
        session.client("s3", endpoint_url=f"http://{host}:{port}").create_bucket(Bucket="almanac")
        yield f"s3+http://key:a%2Fsecret@{host}:{port}/almanac?region=us-east-1"
    finally:
        server.stop()


@pytest.mark.django_db
def test_a_bucket_keeps_pictures(bucket: str, settings: Any, tmp_path: Path, client: Client) -> None:
    settings.STORAGES = storages.configured(bucket, tmp_path)
    picture = redrawn(drawing())
    kept = keep_picture(actor=SYSTEM, asset=store_picture(picture, now=NOW), now=NOW)
    assert client.get(address_of(kept)).content == picture.content
    assert not list(tmp_path.iterdir())
    default_storage.delete(kept.key)
    assert client.get(address_of(kept)).json()["code"] == "not_found"


def test_without_an_address_the_disk(tmp_path: Path) -> None:
    assert storages.configured("", tmp_path)["default"]["OPTIONS"] == {"location": tmp_path / "files"}


def test_a_bucket_behind_a_path(tmp_path: Path) -> None:
    url = "s3+https://key:secret@project.supabase.co/storage/v1/s3/almanac?region=eu-west-2"
    options = storages.configured(url, tmp_path)["default"]["OPTIONS"]
    assert (options["endpoint_url"], options["bucket_name"], options["region_name"]) == (
        "https://project.supabase.co/storage/v1/s3",
        "almanac",
        "eu-west-2",
    )


@pytest.mark.parametrize(
    "url",
    [
        "https://key:secret@host/bucket",
        "s3+https://host/bucket",
        "s3+https://key:secret@host",
        "s3+https://key@host/bucket",
        "bucket",
    ],
)
def test_an_address_that_says_too_little_is_refused_at_the_start(url: str, tmp_path: Path) -> None:
    with pytest.raises(ImproperlyConfigured, match="FILES_URL looks like"):
        storages.configured(url, tmp_path)
