"""Digital products: edited by administrators, seen by everybody, each change written down."""

from __future__ import annotations

from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from almanac.business.models import Business
from almanac.catalog.models import Product
from almanac.files.models import PrivateFile
from almanac.outbox.models import EventRow
from almanac.people.models import StaffMember
from tests.cast import Person
from tests.goods import BOOKLET, file_of
from tests.shop import NOBODY, NOW, Shop

pytestmark = pytest.mark.django_db


def wish(mentors: Business, olena: StaffMember, **changed: Any) -> dict[str, Any]:
    made = {
        "business_id": str(mentors.pk),
        "mentor_id": str(olena.pk),
        "name": {"en": "Twelve answers", "uk": "Дванадцять відповідей"},
        "description": {"en": "What they ask."},
        "price_amount": 1_200,
    }
    return {**made, **changed}


def send(person: Person, product_id: str, content: bytes = BOOKLET, name: str = "answers.pdf") -> Any:
    file = SimpleUploadedFile(name, content)
    return person.client.post(f"/api/catalogue/products/{product_id}/files", {"file": file})


def test_made_given_a_file_and_then_on_sale(mentors: Business, olena: StaffMember, ada: Person) -> None:
    made = ada.post("/catalogue/products", wish(mentors, olena))
    assert made.status_code == 201, made.content
    assert (made.json()["slug"], made.json()["files"], made.json()["currency"]) == ("twelve-answers", [], "GBP")
    assert Person().get("/products").json() == []
    sent = send(ada, made.json()["id"])
    assert sent.status_code == 201, sent.content
    (file,) = sent.json()["files"]
    assert (file["name"], file["size"]) == ("answers.pdf", len(BOOKLET))
    assert ada.client.get(file["url"]).content == BOOKLET
    (seen,) = Person().get("/products").json()
    assert (seen["slug"], seen["mentor"]["name"], seen["file_count"], seen["size"]) == (
        "twelve-answers",
        "Olena",
        1,
        len(BOOKLET),
    )
    assert Person().get("/products/twelve-answers").json() == seen
    assert Person().get("/products?mentor=olena").json() == [seen]
    assert Person().get("/products?mentor=nobody").json() == Person().get("/products?business=other").json() == []
    told = EventRow.objects.filter(name="catalog.product_changed").order_by("pk")
    assert [row.payload["what"] for row in told] == ["added", "changed"]
    assert told[1].payload["after"] == {"file_count": 1}


def test_changed_by_who_has_seen_it_as_it_is(booklet: Product, olena: StaffMember, ada: Person) -> None:
    body = wish(booklet.business, olena, price_amount=900, is_visible=False)
    answer = ada.put(f"/catalogue/products/{booklet.pk}", body, if_match='"7"')
    assert answer.json()["code"] == "changed_meanwhile"
    assert ada.put(f"/catalogue/products/{booklet.pk}", body, if_match='"1"').json()["price_amount"] == 900
    assert Person().get("/products").json() == []
    assert Person().get("/products/answers").status_code == 404
    (row,) = ada.get("/catalogue/products").json()
    assert (row["is_visible"], row["mentor_name"], row["file_count"]) == (False, "Olena", 1)


def test_what_cannot_be_used_is_told_by_field(mentors: Business, shop: Shop, olena: StaffMember, ada: Person) -> None:
    body = wish(
        mentors,
        olena,
        mentor_id=str(shop.sam.pk),
        name={"uk": "Лише тут"},
        price_amount=-1,
        tax_rate_bp=10_001,
        picture_url="https://elsewhere.example/x.png",
    )
    fields = ada.post("/catalogue/products", body).json()["fields"]
    assert fields.keys() == {"name.en", "price_amount", "tax_rate_bp", "picture_url", "mentor_id"}
    assert ada.post("/catalogue/products", wish(mentors, olena, business_id=NOBODY)).json()["fields"].keys() == {
        "business_id"
    }
    assert not Product.objects.exists()


def test_one_address_is_not_given_twice(mentors: Business, olena: StaffMember, ada: Person) -> None:
    slugs = [ada.post("/catalogue/products", wish(mentors, olena)).json()["slug"] for _ in range(2)]
    assert slugs == ["twelve-answers", "twelve-answers-2"]


def test_put_away_and_brought_back(booklet: Product, ada: Person) -> None:
    path = f"/catalogue/products/{booklet.pk}/archive"
    for archived, on_sale in ((True, 0), (True, 0), (False, 1)):
        assert ada.post(path, {"archived": archived}).status_code == 200
        assert len(Person().get("/products").json()) == on_sale
    told = EventRow.objects.filter(name="catalog.product_changed").order_by("pk")
    assert [row.payload["what"] for row in told] == ["archived", "restored"]


def test_only_administrators_edit(
    booklet: Product, olena: StaffMember, sam: Person, max_: Person, cleo: Person
) -> None:
    for person, status in ((sam, 403), (max_, 403), (cleo, 403), (Person(), 401)):
        assert person.post("/catalogue/products", wish(booklet.business, olena)).status_code == status
        assert person.put(f"/catalogue/products/{booklet.pk}", wish(booklet.business, olena)).status_code == status
        assert person.post(f"/catalogue/products/{booklet.pk}/archive", {"archived": True}).status_code == status
        assert person.get("/catalogue/products").status_code == status
        assert send(person, str(booklet.pk)).status_code == status
        assert person.delete(f"/catalogue/products/{booklet.pk}/files/{file_of(booklet).pk}").status_code == status
    assert PrivateFile.objects.count() == 1


def test_a_file_that_is_no_pdf_or_one_too_many_leaves_no_bytes(
    booklet: Product, ada: Person, files_folder: Any
) -> None:
    kept = sum(1 for path in files_folder.rglob("*") if path.is_file())
    refused = send(ada, str(booklet.pk), b"PK\x03\x04 a zip", "booklet.pdf")
    assert (refused.status_code, refused.json()["code"], refused.json()["reason"]) == (422, "pdf_unreadable", "kind")
    assert send(ada, NOBODY).status_code == 404
    PrivateFile.objects.bulk_create(
        PrivateFile(owner=booklet.files_owner, name="n", key=f"k{number}", content_type="application/pdf", size=1)
        for number in range(11)
    )
    assert send(ada, str(booklet.pk)).json()["code"] == "files_full"
    assert sum(1 for path in files_folder.rglob("*") if path.is_file()) == kept


def test_the_last_file_stays(booklet: Product, ada: Person) -> None:
    path = f"/catalogue/products/{booklet.pk}/files"
    first = file_of(booklet).pk
    assert ada.delete(f"{path}/{first}").json()["code"] == "last_file"
    assert PrivateFile.objects.get(pk=first).expires_at is None
    assert len(send(ada, str(booklet.pk), name="second.pdf").json()["files"]) == 2
    left = ada.delete(f"{path}/{first}").json()["files"]
    assert [file["name"] for file in left] == ["second.pdf"]
    assert ada.delete(f"{path}/{first}").status_code == 404
    assert ada.delete(f"{path}/{NOBODY}").status_code == 404
    assert PrivateFile.objects.get(pk=first).expires_at is not None


def test_whose_business_or_mentor_is_put_away_sells_no_more(
    booklet: Product, olena: StaffMember, mentors: Business
) -> None:
    for row in (olena, mentors):
        row.archived_at = NOW
        row.save()
        assert Person().get("/products").json() == []
        row.archived_at = None
        row.save()
    assert len(Person().get("/products").json()) == 1
