"""Links to a booking and their codes: made from what is on offer, and from nothing else."""

from __future__ import annotations

import io
from typing import Any

import pytest
import qrcode
from django.conf import settings
from PIL import Image

from almanac.catalog.links import BookingLink, CodeKind, code_of
from tests.cast import Person
from tests.shop import Shop, Visitor

pytestmark = pytest.mark.django_db


def ask(ada: Person, **to: str) -> Any:
    return ada.get(f"/booking-links?{'&'.join(f'{name}={value}' for name, value in to.items())}")


@pytest.mark.parametrize(
    ("to", "path"),
    [
        ({"business": "valclean"}, "/booking/?business=valclean"),
        ({"business": "valclean", "service": "clean"}, "/booking/?business=valclean&service=clean"),
        (
            {"business": "valclean", "service": "clean", "staff": "sam", "language": "uk"},
            "/uk/booking/?business=valclean&service=clean&staff=sam",
        ),
        ({"business": "valclean", "staff": "sam", "language": "en"}, "/booking/?business=valclean&staff=sam"),
    ],
)
def test_a_link_says_what_was_chosen(shop: Shop, ada: Person, to: dict[str, str], path: str) -> None:
    assert ask(ada, **to).json() == {"url": settings.PUBLIC_URL + path}


@pytest.mark.parametrize(
    "to",
    [
        {"business": "nobody"},
        {"business": "valclean", "service": "nothing"},
        {"business": "valclean", "service": "clean", "staff": "nobody"},
        {"business": "valclean", "staff": "nobody"},
        {"business": "valclean", "language": "xx"},
    ],
)
def test_no_link_leads_nowhere(shop: Shop, ada: Person, to: dict[str, str]) -> None:
    answer = ask(ada, **to)
    assert (answer.status_code, answer.json()["code"]) == (404, "not_found")


def test_a_visitor_makes_none(nora: Visitor) -> None:
    answer = nora.get("/booking-links/code?business=valclean")
    assert (answer.status_code, answer.json()["code"]) == (403, "not_allowed")


def test_the_code_holds_the_link_and_comes_in_two_forms(shop: Shop, ada: Person) -> None:
    answer = ada.get("/booking-links/code?business=valclean&service=clean&kind=png")
    assert answer["Content-Type"] == "image/png"
    assert answer["Content-Disposition"] == 'inline; filename="valclean-clean.png"'
    picture = Image.open(io.BytesIO(answer.content)).convert("1")
    expected = qrcode.QRCode(error_correction=qrcode.constants.ERROR_CORRECT_M)
    expected.add_data(BookingLink("valclean", "clean").url)
    expected.make()
    modules = expected.modules
    side = picture.width // (len(modules) + 8)
    read = [
        [picture.getpixel(((x + 4) * side + side // 2, (y + 4) * side + side // 2)) == 0 for x in range(len(modules))]
        for y in range(len(modules))
    ]
    assert read == modules
    svg = ada.get("/booking-links/code?business=valclean&service=clean&kind=svg")
    assert svg["Content-Type"] == "image/svg+xml"
    assert b"<svg" in svg.content
    assert b'fill="white"' in svg.content  # on a dark page or van it would be black on black
    assert b"<script" not in svg.content
    assert code_of(BookingLink("valclean", "clean"), CodeKind.SVG) == svg.content
