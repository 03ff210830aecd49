"""Which sites may show the booking journey: none unless named, each by its exact address."""

from __future__ import annotations

import pytest

from almanac.kit.origins import site_origin
from tests.cast import Person

pytestmark = pytest.mark.django_db
SETTINGS = "/businesses/valclean/settings/widget"


def test_nobody_may_unless_named(valclean: object, ada: Person, stranger: Person) -> None:
    assert stranger.get("/businesses/valclean/widget").json() == {"sites": []}
    typed = {"values": {"sites": ["Shop.Example/offers?x=1", "http://localhost:4000"]}}
    assert ada.put(SETTINGS, typed).json()["values"] == {"sites": ["https://shop.example", "http://localhost:4000"]}
    assert stranger.get("/businesses/valclean/widget").json() == {
        "sites": ["https://shop.example", "http://localhost:4000"]
    }
    assert stranger.get("/businesses/nobody/widget").status_code == 404


def test_what_is_no_site_is_refused_by_its_place(valclean: object, ada: Person) -> None:
    answer = ada.put(SETTINGS, {"values": {"sites": ["shop.example", "*.example"]}})
    assert (answer.status_code, list(answer.json()["fields"])) == (422, ["sites.1"])


@pytest.mark.parametrize(
    ("typed", "origin"),
    [
        ("https://Example.com", "https://example.com"),
        (" example.com:443/path ", "https://example.com"),
        ("https://example.com:8443", "https://example.com:8443"),
        ("http://127.0.0.1:80", "http://127.0.0.1"),
        ("bücher.example", "https://xn--bcher-kva.example"),
    ],
)
def test_an_address_becomes_an_origin(typed: str, origin: str) -> None:
    assert site_origin(typed) == origin


@pytest.mark.parametrize(
    "typed",
    [
        "",
        "*",
        "https://*.example.com",
        "http://example.com",
        "javascript:alert(1)",
        "data:text/html,x",
        "https://user@example.com",
        "https://example.com:99999",
        "https://a b.example",
        "https://example.com; script-src *",
        "https://exa_mple.com\r\nX: y",
        "https://[::1",
        "https://" + "a" * 64 + ".example",
    ],
)
def test_what_is_no_origin(typed: str) -> None:
    with pytest.raises(ValueError, match=r"site|https"):
        site_origin(typed)
