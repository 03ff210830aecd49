"""postcodes.io as the chosen company, over HTTP against its stand-in: answers kept, trouble survived."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from threading import Thread
from typing import Any

import httpx
import pytest
from pytest_django import DjangoAssertNumQueries, Settings
from pytest_httpserver import HTTPServer

from almanac.kit import http
from almanac.places import queries
from almanac.places.errors import PostcodeLookupDown, PostcodeUnknown
from almanac.places.models import PostcodeEntry
from almanac.places.providers.base import ProviderDown
from almanac.places.providers.postcodes_io import PostcodesIo
from almanac.places.tests.factories import make_entry
from fakes.postcodes_io.server import Fake, Trouble

NOW = datetime(2026, 6, 9, 10, tzinfo=UTC)
IO = PostcodeEntry.Source.POSTCODES_IO


@pytest.fixture(scope="module")
def fake() -> Iterator[Fake]:
    with Fake(slow_seconds=1) as server:
        Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True).start()
        yield server
        server.shutdown()


@pytest.fixture
def company(fake: Fake, settings: Settings, monkeypatch: pytest.MonkeyPatch, transactional_db: None) -> PostcodesIo:
    """Chosen by setting. Outside a transaction, as requests are: inside one no company is asked."""
    settings.POSTCODE_PROVIDER, settings.POSTCODES_IO_URL = "postcodes_io", fake.url
    monkeypatch.setattr(http, "TIMEOUT", httpx.Timeout(0.3))
    return PostcodesIo(fake.url)


def test_their_answer_in_our_words_and_kept(company: PostcodesIo) -> None:
    found = queries.locate("tw9 1aa", now=NOW)
    assert (found.postcode, found.district, found.town) == ("TW9 1AA", "Richmond upon Thames", "Richmond upon Thames")
    kept = PostcodeEntry.objects.get(pk="TW9 1AA")
    assert (kept.source, kept.is_real, kept.checked_at) == (IO, True, NOW)


def test_a_kept_answer_is_not_asked_for_again(
    company: PostcodesIo, settings: Settings, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    queries.locate("SW11 1AA", now=NOW)
    settings.POSTCODES_IO_URL = "http://127.0.0.1:1"
    with django_assert_num_queries(1):
        assert queries.locate("SW11 1AA", now=NOW).town == "London"


def test_no_such_postcode_is_kept_for_a_month_then_asked_again(company: PostcodesIo, settings: Settings) -> None:
    with pytest.raises(PostcodeUnknown):
        queries.locate("SW11 9ZZ", now=NOW)
    assert not PostcodeEntry.objects.get(pk="SW11 9ZZ").is_real
    settings.POSTCODES_IO_URL = "http://127.0.0.1:1"
    with pytest.raises(PostcodeUnknown):
        queries.locate("SW11 9ZZ", now=NOW + timedelta(days=30, seconds=-1))
    with pytest.raises(PostcodeLookupDown):
        queries.locate("SW11 9ZZ", now=NOW + timedelta(days=30))


def test_sample_rows_give_way_to_the_company(company: PostcodesIo) -> None:
    make_entry("SW11 1AA", source=PostcodeEntry.Source.BUILT_IN)
    assert queries.locate("SW11 1AA", now=NOW).place.latitude != 51.5
    assert PostcodeEntry.objects.get(pk="SW11 1AA").source == IO


@pytest.mark.parametrize("postcode", [Trouble.BROKEN, Trouble.TOO_MANY, Trouble.SLOW, Trouble.GARBLED])
def test_trouble_falls_back_to_the_directory(company: PostcodesIo, postcode: str) -> None:
    with pytest.raises(PostcodeLookupDown):
        queries.locate(postcode, now=NOW)
    assert not PostcodeEntry.objects.filter(pk=postcode).exists()
    make_entry(postcode[:-2] + "ZZ")
    approximate = queries.locate(postcode, now=NOW)
    assert approximate.is_approximate
    assert approximate.place == (51.5, -0.1)


def test_nobody_there_falls_back_to_the_directory(company: PostcodesIo, settings: Settings) -> None:
    settings.POSTCODES_IO_URL = "http://127.0.0.1:1"
    make_entry("SW11 1AA", source=PostcodeEntry.Source.BUILT_IN)
    assert queries.locate("SW11 1AA", now=NOW).place == (51.5, -0.1)
    assert [one.postcode for one in queries.suggestions("SW11")] == ["SW11 1AA"]


def test_suggestions_of_the_company(company: PostcodesIo) -> None:
    assert [one.postcode for one in queries.suggestions("tw91")] == ["TW9 1AA"]
    assert queries.suggestions("ZE9") == []


@pytest.mark.django_db
def test_no_company_is_asked_inside_a_transaction(settings: Settings, fake: Fake) -> None:
    settings.POSTCODE_PROVIDER, settings.POSTCODES_IO_URL = "postcodes_io", fake.url
    with pytest.raises(PostcodeUnknown):
        queries.locate("SW11 1AA", now=NOW)


@pytest.mark.parametrize(
    "body", [{"status": 200}, {"status": 200, "result": []}, {"status": 200, "result": {"postcode": "SW11 1AA"}}, []]
)
def test_an_answer_of_another_form_is_trouble_not_a_postcode(httpserver: HTTPServer, body: Any) -> None:
    httpserver.expect_request("/postcodes/SW11 1AA").respond_with_json(body)
    with pytest.raises(ProviderDown):
        PostcodesIo(httpserver.url_for("/")).locate("SW11 1AA")


def test_a_postcode_without_a_position_counts_as_unknown(httpserver: HTTPServer) -> None:
    row = {"postcode": "JE1 1AA", "latitude": None, "longitude": None, "admin_district": None, "country": "Jersey"}
    httpserver.expect_request("/postcodes/JE1 1AA").respond_with_json({"status": 200, "result": row})
    assert PostcodesIo(httpserver.url_for("/")).locate("JE1 1AA") is None
