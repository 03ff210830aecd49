"""How a business shows itself, changed over the API: seen at once, checked by field, told in the audit log."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test.utils import CaptureQueriesContext

from almanac.business.models import Business
from almanac.files.tests.drawings import drawing
from almanac.outbox.models import EventRow
from tests.cast import Person

pytestmark = pytest.mark.django_db
BRAND = "/businesses/valclean/brand"
SENT = ("name", "tagline", "staff_word", "accent", "logo_url", "phone", "email", "languages")


def read(ada: Person) -> dict[str, Any]:
    answer = ada.get(BRAND)
    assert answer.status_code == 200, answer.content
    return dict(answer.json())


def saved(ada: Person, **changed: Any) -> Any:
    told = read(ada)
    body = {**{name: told[name] for name in SENT}, **changed}
    return ada.put(BRAND, body, if_match=str(told["revision"]))


def test_visitors_see_it_at_once(ada: Person, stranger: Person, valclean: Business) -> None:
    words = {"en": "  Clean   homes. ", "uk": "Чисті оселі.", "xx": "no such language"}
    answer = saved(
        ada, name="VAL Clean", tagline=words, accent="#aa3366", phone="020 7946 0999", languages=["uk", "en"]
    )
    assert answer.status_code == 200, answer.content
    (shown,) = stranger.get("/businesses", accept_language="uk").json()
    assert (shown["name"], shown["tagline"], shown["accent"], shown["languages"]) == (
        "VAL Clean",
        "Чисті оселі.",
        "#AA3366",
        ["en", "uk"],
    )
    assert answer.json()["tagline"] == {"en": "Clean homes.", "uk": "Чисті оселі."}


def test_only_what_changed_is_told_and_the_same_again_is_nothing(ada: Person, valclean: Business) -> None:
    for _ in range(2):
        assert saved(ada, email="hello@valclean.example").status_code == 200
    event = EventRow.objects.get(name="business.brand_changed")
    assert (event.payload["before"], event.payload["after"]) == ({"email": ""}, {"email": "hello@valclean.example"})
    assert (event.user_id, event.business_id) == (ada.account.pk, valclean.pk)


def test_two_administrators(ada: Person, valclean: Business) -> None:
    told = read(ada)
    body = {name: told[name] for name in SENT}
    first = ada.put(BRAND, {**body, "name": "First"}, if_match=str(told["revision"]))
    second = ada.put(BRAND, {**body, "name": "Second"}, if_match=str(told["revision"]))
    assert (first.status_code, second.status_code, second.json()["code"]) == (200, 412, "changed_meanwhile")
    assert read(ada)["name"] == "First"


@pytest.mark.parametrize(
    ("changed", "field"),
    [
        ({"name": "  "}, "name"),
        ({"name": "x" * 121}, "name"),
        ({"tagline": {"uk": "x" * 161}}, "tagline.uk"),
        ({"staff_word": {"en": "x" * 41}}, "staff_word.en"),
        ({"accent": "red"}, "accent"),
        ({"accent": "#12345"}, "accent"),
        ({"accent": "#1D6B57;x"}, "accent"),
        ({"phone": "call us"}, "phone"),
        ({"phone": "12"}, "phone"),
        ({"email": "somebody"}, "email"),
        ({"languages": []}, "languages"),
        ({"languages": ["en", "xx"]}, "languages"),
        ({"logo_url": "https://elsewhere.example/logo.svg"}, "logo_url"),
        ({"logo_url": "/api/pictures/01999999-0000-7000-8000-000000000001"}, "logo_url"),
    ],
)
def test_what_cannot_be_is_refused_by_its_field(
    ada: Person, valclean: Business, changed: dict[str, Any], field: str
) -> None:
    answer = saved(ada, **changed)
    assert (answer.status_code, list(answer.json()["fields"])) == (422, [field])
    assert read(ada)["revision"] == 1
    assert not EventRow.objects.filter(name="business.brand_changed").exists()


def test_a_logo_is_one_of_our_pictures(ada: Person, stranger: Person, valclean: Business, files_folder: Path) -> None:
    sent = ada.client.post("/api/pictures", {"file": SimpleUploadedFile("logo.png", drawing())})
    address = sent.json()["url"]
    assert saved(ada, logo_url=address).status_code == 200
    assert stranger.get("/businesses").json()[0]["logo_url"] == address
    assert saved(ada, logo_url="").json()["logo_url"] == ""


def test_currency_and_zone_are_told_and_never_changed(ada: Person, valclean: Business) -> None:
    told = read(ada)
    assert (told["currency"], told["zone"], told["order_prefix"]) == ("GBP", "Europe/London", "VC")
    told = saved(ada, currency="EUR", zone="Europe/Kyiv", order_prefix="XX").json()
    assert (told["currency"], told["zone"], told["order_prefix"]) == ("GBP", "Europe/London", "VC")
    page = f"/admin/business/business/{valclean.pk}/change/"
    form = ada.client.get(page).context["adminform"].form
    assert {"currency", "zone", "order_prefix"}.isdisjoint(form.fields)


def test_reading_takes_one_query_besides_who_asks(ada: Person, valclean: Business) -> None:
    with CaptureQueriesContext(connection) as captured:
        read(ada)
    assert len(captured) <= 3, [query["sql"][:100] for query in captured]


def test_who_is_no_administrator_reads_nothing(max_: Person, sam: Person, cleo: Person, stranger: Person) -> None:
    for person in (max_, sam, cleo, stranger):
        assert person.get(BRAND).status_code == 403
        assert person.put(BRAND, {"name": "Mine", "accent": "#000000", "languages": ["en"]}).status_code == 403
