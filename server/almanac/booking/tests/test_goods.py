"""Products in the basket: put in, paid whole, delivered once, downloaded by their buyer alone, taken back with the money."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from django.core import mail
from django.db import connection
from django.test.utils import CaptureQueriesContext
from hypothesis import given, settings
from hypothesis import strategies as st

from almanac.booking.models import Basket
from almanac.business.models import Business
from almanac.catalog.models import Product
from almanac.files.models import PrivateFile
from almanac.ledger.models import Entry, Role
from almanac.ledger.queries import balance, broken_laws
from almanac.outbox import worker
from almanac.outbox.models import EventRow
from almanac.payments.models import LineShare, Payment
from almanac.people.models import StaffMember
from almanac.sales.entitlements import settle_goods
from almanac.sales.links import download_address
from almanac.sales.models import DOWNLOADS_ALLOWED, Coupon, Entitlement, LineKind, OrderLine
from almanac.scheduling.models import Appointment
from fakes.stripe.money import end_refund
from tests.cast import Person
from tests.goods import (
    BOOKLET,
    PRICE,
    bought,
    download_path,
    file_of,
    holder,
    make_product,
    only_name_and_mail,
    ordered,
    put_in,
)
from tests.shop import NOBODY, NOW, Booked, Shop, Visitor
from tests.tills import Till, check, nobody_is_looked_at, order_of, page_of

pytestmark = pytest.mark.django_db


def library(person: Person) -> Any:
    return person.get("/library").json()


def told(name: str) -> int:
    return EventRow.objects.filter(name=name).count()


def give_back(ada: Person, made: Booked, amount: int, kind: str = LineKind.PRODUCT) -> None:
    line = OrderLine.objects.get(order__number=made.number, kind=kind)
    body = {"lines": [{"line_id": str(line.pk), "amount": amount}], "note": "not what was promised"}
    answer = ada.post(f"/orders/{made.number}/refunds", body)
    assert answer.status_code == 200, answer.content
    worker.drain()


def test_a_product_alone_needs_no_place_no_time_and_no_phone(booklet: Product, nora: Visitor, till: Till) -> None:
    answer = put_in(nora, booklet)
    basket = answer.json()
    assert (basket["lines"], basket["needs_address"], basket["total_amount"]) == ([], False, PRICE)
    assert basket["missing"] == ["details.name", "details.email"]
    assert basket["payment_methods"] == ["card"]
    assert (basket["needs_download_consent"], basket["needs_early_start_consent"]) == (True, False)
    (good,) = basket["goods"]
    assert (good["name"], good["mentor_name"], good["business_name"]) == ("Answers", "Olena", "Mentors")
    assert only_name_and_mail(nora).json()["missing"] == []


def test_it_lies_there_once_and_is_taken_out_again(booklet: Product, nora: Visitor, till: Till) -> None:
    put_in(nora, booklet)
    good = put_in(nora, booklet).json()["goods"][0]
    assert len(nora.basket()["goods"]) == 1
    for _ in range(2):
        assert nora.delete(f"/basket/goods/{good['id']}").json()["goods"] == []
    assert nora.basket()["missing"][0] == "lines"


def test_what_is_not_on_sale_is_refused(booklet: Product, olena: StaffMember, nora: Visitor, till: Till) -> None:
    assert nora.post("/basket/goods", {"product_id": NOBODY}).json()["code"] == "not_on_offer"
    put_in(nora, booklet)
    for change in ({"is_visible": False}, {"archived_at": NOW}, {"file_count": 0}):
        Product.objects.filter(pk=booklet.pk).update(**change)
        good = nora.basket()["goods"][0]
        assert (good["is_on_sale"], nora.basket()["missing"][0]) == (False, f"goods.{good['id']}")
        assert put_in(Visitor(), booklet).json()["code"] == "not_on_offer"
        Product.objects.filter(pk=booklet.pk).update(is_visible=True, archived_at=None, file_count=1)
    StaffMember.objects.filter(pk=olena.pk).update(archived_at=NOW)
    assert nora.basket()["goods"][0]["is_on_sale"] is False


def test_a_basket_is_full_of_both_together(booklet: Product, shop: Shop, nora: Visitor) -> None:
    put_in(nora, booklet)
    for _ in range(11):
        assert nora.want(shop.call).status_code == 200
    assert nora.want(shop.call).json()["code"] == "basket_full"


def test_without_the_consent_nothing_is_booked(booklet: Product, nora: Visitor, till: Till) -> None:
    put_in(nora, booklet)
    only_name_and_mail(nora)
    answer = nora.book(payment_method="card")
    assert (answer.status_code, answer.json()["missing"]) == (422, ["download_consent"])
    assert not OrderLine.objects.exists()
    made = ordered(nora, booklet)
    assert order_of(made).download_consent_at == NOW


def test_it_is_not_paid_on_the_day(booklet: Product, nora: Visitor, till: Till) -> None:
    put_in(nora, booklet)
    only_name_and_mail(nora)
    answer = nora.book(payment_method="pay_on_site", download_consent=True)
    assert answer.json()["fields"].keys() == {"payment_method"}


def test_paid_it_is_delivered_once_and_everybody_has_their_part(
    booklet: Product, olena: StaffMember, mentors: Business, nora: Visitor, till: Till
) -> None:
    made = bought(nora, till, booklet)
    order, line = order_of(made), order_of(made).lines.get()
    assert (order.state, order.business, order.number[:3]) == ("confirmed", mentors, "MT-")
    assert (line.kind, line.payee, line.commission_bp, line.paid_amount) == ("product", olena, 1_500, PRICE)
    right = Entitlement.objects.get()
    assert (right.line, right.given_at, line.delivered_at) == (line, NOW, NOW)
    seller = f"business:{mentors.pk}"
    assert balance(Role.TAX, "GBP", seller) == 200
    assert balance(Role.COMMISSION, "GBP", seller) == 150
    assert balance(Role.PAYABLE, "GBP", f"staff:{olena.pk}") == 850
    assert balance(Role.REVENUE, "GBP", seller) == 0
    assert till.agrees()
    settle_goods(order_id=order.pk, now=NOW)
    assert (Entitlement.objects.count(), told("sales.product_delivered")) == (1, 1)


def test_one_letter_says_that_it_is_ready_and_leads_to_the_order(booklet: Product, nora: Visitor, till: Till) -> None:
    other = make_product(booklet.business, booklet.mentor, "questions", 500)
    made = bought(nora, till, booklet, other)
    receipt, letter = mail.outbox
    assert receipt.subject == f"£17 received: {made.number}"
    assert letter.subject == "Your download is ready: Answers, Questions"
    assert "/track/#" in letter.body
    assert made.number in letter.body
    assert "/api/downloads" not in letter.body


def test_the_holder_of_the_orders_link_downloads(booklet: Product, nora: Visitor, till: Till) -> None:
    made = bought(nora, till, booklet)
    guest = holder(made)
    (item,) = library(guest)
    assert (item["name"], item["downloads_left"], item["files"][0]["name"]) == ("Answers", 30, "answers.pdf")
    link = guest.post(download_path(item)).json()
    assert link["downloads_left"] == 29
    answer = guest.client.get(link["url"])
    assert answer.getvalue() == BOOKLET
    assert answer["Content-Disposition"] == 'attachment; filename="answers.pdf"'
    assert (answer["Cache-Control"], answer["Accept-Ranges"]) == ("private, no-store", "bytes")


def test_a_broken_download_goes_on_and_counts_once(booklet: Product, nora: Visitor, till: Till) -> None:
    guest = holder(bought(nora, till, booklet))
    link = guest.post(download_path(library(guest)[0])).json()["url"]
    first = guest.client.get(link, headers={"range": "bytes=0-99"})
    rest = guest.client.get(link, headers={"range": "bytes=100-", "if-range": first["ETag"]})
    assert (first.status_code, rest.status_code) == (206, 206)
    assert rest["Content-Range"] == f"bytes 100-{len(BOOKLET) - 1}/{len(BOOKLET)}"
    assert first.getvalue() + rest.getvalue() == BOOKLET
    assert library(guest)[0]["downloads_left"] == 29
    beyond = guest.client.get(link, headers={"range": f"bytes={len(BOOKLET)}-"})
    assert (beyond.status_code, beyond.json()["size"]) == (416, len(BOOKLET))


def test_nobody_else_is_given_a_link(
    booklet: Product, nora: Visitor, till: Till, otto: Person, sam: Person, ada: Person, rival: Visitor
) -> None:
    made = bought(nora, till, booklet)
    (item,) = library(holder(made))
    others = holder(bought(rival, till, make_product(booklet.business, booklet.mentor, "other")))
    for person in (otto, sam, ada, Person(), others):
        assert person.post(download_path(item)).status_code == 404
        assert item["id"] not in str(library(person))
    assert Entitlement.objects.get(pk=item["id"]).downloads == 0
    mine = library(others)[0]["id"]
    assert others.post(f"/library/{mine}/files/{item['files'][0]['id']}").status_code == 404


def test_a_link_that_is_over_changed_or_somebody_elses_opens_nothing(
    booklet: Product, shop: Shop, nora: Visitor, till: Till, cleo: Person, otto: Person
) -> None:
    made = bought(nora, till, booklet)
    right = Entitlement.objects.get()
    link = download_address(right.pk, file_of(booklet).pk, reader=cleo.actor, now=NOW)
    assert cleo.client.get(link).status_code == 200
    for reader in (otto, Person()):
        assert reader.client.get(link).status_code == 404
    assert cleo.client.get(link[:-1] + ("a" if link[-1] != "a" else "b")).status_code == 404
    assert cleo.client.get(f"/api/downloads/{made.token}").status_code == 404  # a link to something else
    shop.clock.move_to(NOW + timedelta(hours=1))
    assert cleo.client.get(link).status_code == 404


def test_so_often_and_no_more(booklet: Product, nora: Visitor, till: Till) -> None:
    guest = holder(bought(nora, till, booklet))
    (item,) = library(guest)
    Entitlement.objects.update(downloads=DOWNLOADS_ALLOWED - 1)
    assert guest.post(download_path(item)).json()["downloads_left"] == 0
    answer = guest.post(download_path(item))
    assert (answer.status_code, answer.json()["code"], answer.json()["business_phone"]) == (
        409,
        "downloads_spent",
        "020 7946 0099",
    )


def test_a_file_that_is_replaced_reaches_those_who_bought_before(
    booklet: Product, nora: Visitor, till: Till, ada: Person
) -> None:
    guest = holder(bought(nora, till, booklet))
    (item,) = library(guest)
    old = guest.post(download_path(item)).json()["url"]
    newer = PrivateFile.objects.create(
        owner=booklet.files_owner, name="new.pdf", key="new", content_type="application/pdf", size=3
    )
    assert ada.delete(f"/catalogue/products/{booklet.pk}/files/{item['files'][0]['id']}").status_code == 200
    assert guest.client.get(old).status_code == 404
    assert [file["id"] for file in library(guest)[0]["files"]] == [str(newer.pk)]


def test_all_of_the_money_back_takes_the_right_and_every_link(
    booklet: Product, olena: StaffMember, mentors: Business, nora: Visitor, till: Till, ada: Person
) -> None:
    made = bought(nora, till, booklet)
    guest = holder(made)
    link = guest.post(download_path(library(guest)[0])).json()["url"]
    give_back(ada, made, PRICE)
    assert (library(guest), guest.client.get(link).status_code) == ([], 404)
    assert (order_of(made).state, told("sales.entitlement_revoked")) == ("cancelled", 1)
    for role, owner in ((Role.TAX, mentors), (Role.COMMISSION, mentors)):
        assert balance(role, "GBP", f"business:{owner.pk}") == 0
    assert balance(Role.PAYABLE, "GBP", f"staff:{olena.pk}") == 0
    seen = guest.get(f"/orders/{made.number}").json()
    assert (seen["due_amount"], seen["can_pay"], seen["lines"][0]["revoked_at"] is not None) == (0, False, True)
    assert till.agrees()


def test_a_part_back_leaves_the_right_and_asks_for_nothing_new(
    booklet: Product, olena: StaffMember, nora: Visitor, till: Till, ada: Person
) -> None:
    made = bought(nora, till, booklet)
    give_back(ada, made, 601)
    guest = holder(made)
    assert len(library(guest)) == 1
    seen = guest.get(f"/orders/{made.number}").json()
    assert (seen["due_amount"], seen["can_pay"]) == (0, False)
    # 5.99 is left: tax half to even of 200 x 599 / 1200 = 100, commission of 499 = 75, the rest is hers.
    assert balance(Role.PAYABLE, "GBP", f"staff:{olena.pk}") == 424
    assert till.agrees()


def test_a_refund_that_fails_in_the_end_gives_the_right_back(
    booklet: Product, nora: Visitor, till: Till, ada: Person
) -> None:
    made = bought(nora, till, booklet)
    till.fake.api.refunds_end_as = "pending"
    give_back(ada, made, PRICE)
    assert library(holder(made)) == []
    end_refund(till.fake.book, till.fake.book.all("re")[0], "failed")
    till.tell()
    worker.drain()
    assert (len(library(holder(made))), told("sales.entitlement_restored")) == (1, 1)
    assert till.agrees()


def test_given_back_before_it_was_delivered_it_is_neither_delivered_nor_owed(
    booklet: Product, nora: Visitor, till: Till, ada: Person
) -> None:
    made = ordered(nora, booklet)
    till.pay(page_of(nora, made))
    check(nora, made)
    give_back(ada, made, PRICE)
    assert library(holder(made)) == []
    seen = holder(made).get(f"/orders/{made.number}").json()
    assert (seen["due_amount"], seen["state"]) == (0, "cancelled")


def test_what_is_free_is_delivered_when_the_order_stands(mentors: Business, olena: StaffMember, nora: Visitor) -> None:
    free = make_product(mentors, olena, "sample", 0)
    put_in(nora, free)
    only_name_and_mail(nora)
    assert nora.basket()["payment_methods"] == ["pay_on_site"]
    answer = nora.book(download_consent=True)
    assert answer.status_code == 200, answer.content
    worker.drain()
    assert len(library(holder(Booked(**answer.json())))) == 1


def test_not_paid_in_time_the_order_lapses(booklet: Product, shop: Shop, nora: Visitor, till: Till) -> None:
    made = ordered(nora, booklet)
    shop.clock.move_to(NOW + timedelta(minutes=40))
    worker.drain()
    assert (order_of(made).state, Entitlement.objects.count()) == ("cancelled", 0)
    (letter,) = mail.outbox
    assert "We waited for your payment" in letter.body
    assert "/products/" in letter.body


def test_a_clean_and_a_product_in_one_basket_one_order_one_payment(
    shop: Shop, booklet: Product, olena: StaffMember, nora: Visitor, till: Till
) -> None:
    nora.ready(shop)
    basket = put_in(nora, booklet).json()
    assert (basket["total_amount"], basket["payment_methods"]) == (5_200, ["card"])
    made = Booked(**nora.book(payment_method="card", download_consent=True).json())
    till.pay(page_of(nora, made))
    assert check(nora, made)["order_state"] == "confirmed"
    worker.drain()
    order = order_of(made)
    assert [(line.kind, line.paid_amount) for line in order.lines.all()] == [("visit", 4_000), ("product", 1_200)]
    assert (made.visit.state, len(library(holder(made)))) == (Appointment.State.CONFIRMED, 1)
    assert balance(Role.PAYABLE, "GBP", f"staff:{olena.pk}") == 850
    assert till.agrees()


def test_a_deposit_is_not_enough_for_goods(shop: Shop, booklet: Product, nora: Visitor, till: Till) -> None:
    shop.rules(deposit_percent=30)
    nora.ready(shop)
    put_in(nora, booklet)
    made = Booked(**nora.book(payment_method="card", download_consent=True).json())
    assert Payment.objects.get(order__number=made.number).amount == 5_200


def test_the_visit_called_off_leaves_the_product(shop: Shop, booklet: Product, nora: Visitor, till: Till) -> None:
    nora.ready(shop)
    put_in(nora, booklet)
    made = Booked(**nora.book(payment_method="card", download_consent=True).json())
    till.pay(page_of(nora, made))
    check(nora, made)
    worker.drain()
    assert nora.post(f"/appointments/{made.visit.pk}/cancel", {}, x_order_token=made.token).status_code == 204
    worker.drain()
    assert (order_of(made).state, order_of(made).paid_amount) == ("confirmed", 1_200)
    assert len(library(holder(made))) == 1
    assert holder(made).get(f"/orders/{made.number}").json()["due_amount"] == 0
    assert till.agrees()


def test_money_for_the_mixed_order_that_lapsed_goes_back(
    shop: Shop, booklet: Product, nora: Visitor, till: Till
) -> None:
    nora.ready(shop)
    put_in(nora, booklet)
    made = Booked(**nora.book(payment_method="card", download_consent=True).json())
    shop.clock.move_to(NOW + timedelta(minutes=40))
    worker.drain()
    assert (order_of(made).state, made.visit.state) == ("cancelled", "cancelled")


def test_a_coupon_takes_off_goods_and_a_price_rule_does_not(
    booklet: Product, mentors: Business, nora: Visitor, till: Till
) -> None:
    mentors.price_rules.create(name={"en": "Always"}, effect={"kind": "amount", "amount": 500})
    Coupon.objects.create(business=mentors, code="SPRING", currency="GBP", percent_bp=2_500)
    put_in(nora, booklet)
    assert nora.put("/basket/coupon", {"code": "spring"}).json()["total_amount"] == 900


def test_a_managers_scope_covers_no_goods_of_others(
    shop: Shop, booklet: Product, nora: Visitor, till: Till, max_: Person
) -> None:
    nora.ready(shop)
    put_in(nora, booklet)
    made = Booked(**nora.book(payment_method="card", download_consent=True).json())
    till.pay(page_of(nora, made))
    check(nora, made)
    worker.drain()
    line = OrderLine.objects.get(kind=LineKind.PRODUCT)
    body = {"lines": [{"line_id": str(line.pk), "amount": 1}], "note": "mine?"}
    assert max_.post(f"/orders/{made.number}/refunds", body).status_code == 403
    seen = max_.get(f"/orders/{made.number}").json()
    assert ([each["kind"] for each in seen["lines"]], seen["total_amount"]) == (["visit"], 4_000)


def test_more_goods_take_no_more_queries(booklet: Product, nora: Visitor, till: Till) -> None:
    put_in(nora, booklet)
    counted = []
    for number in range(2):
        with CaptureQueriesContext(connection) as captured:
            nora.get("/basket")
        counted.append(len(captured))
        put_in(nora, make_product(booklet.business, booklet.mentor, f"more-{number}"))
    assert counted[0] == counted[1]
    guest = holder(bought(nora, till, booklet))
    for path in ("/library", "/products"):
        with CaptureQueriesContext(connection) as captured:
            assert len(guest.get(path).json()) == 3
        assert len(captured) <= 4, [query["sql"][:100] for query in captured]


PRICES = st.lists(st.integers(1, 20_000), min_size=1, max_size=4)
PERCENTS = st.sampled_from([0, 500, 2_000, 3_333])


@given(prices=PRICES, tax=PERCENTS, commission=st.integers(0, 100), coupon=st.sampled_from([0, 1_000, 3_333]))
@settings(max_examples=20)  # each takes a day of Sam's, and test_shown_is_booked has many more
def test_shown_is_the_order_is_the_ledger(
    shop: Shop,
    mentors: Business,
    olena: StaffMember,
    till: Till,
    prices: list[int],
    tax: int,
    commission: int,
    coupon: int,
) -> None:
    """A clean and some products, by any prices, taxes, commissions and a coupon: three times the same amount, to the penny."""
    nobody_is_looked_at()
    start = sum(balance(role, "GBP", holder_) for role, holder_ in _pots(shop, mentors, olena))
    mentors.settings.update(values={"people_earn": True, "commission_percent": commission})
    visitor = Visitor()
    day = Appointment.objects.count() + 1
    visitor.ready(shop, NOW + timedelta(days=day, hours=1), staff=shop.sam)
    for price in prices:
        slug = f"p-{Product.objects.count()}"
        put_in(visitor, make_product(mentors, olena, slug, price, tax_rate_bp=tax))
    if coupon:
        code = f"C{Coupon.objects.count()}"
        Coupon.objects.create(business=mentors, code=code, currency="GBP", percent_bp=coupon)
        visitor.put("/basket/coupon", {"code": code})
    shown = visitor.basket()["total_amount"]
    made = Booked(**visitor.book(payment_method="card", download_consent=True).json())
    till.pay(page_of(visitor, made))
    check(visitor, made)
    worker.drain()
    order = order_of(made)
    assert order.total_amount == order.paid_amount == shown == sum(line.total_amount for line in order.lines.all())
    assert sum(share.amount for share in LineShare.objects.filter(payment__order=order)) == shown
    booked = sum(balance(role, "GBP", holder_) for role, holder_ in _pots(shop, mentors, olena)) - start
    assert booked == shown
    assert Entitlement.objects.filter(line__order=order).count() == len(prices)
    assert broken_laws() == []
    assert Entry.objects.filter(kind="capture", subject=f"order:{order.pk}").count() == 1
    Basket.objects.all().delete()


def _pots(shop: Shop, mentors: Business, olena: StaffMember) -> list[tuple[Role, str]]:
    ours, theirs = f"business:{shop.business.pk}", f"business:{mentors.pk}"
    return [
        (Role.TAX, ours),
        (Role.REVENUE, ours),
        (Role.TAX, theirs),
        (Role.REVENUE, theirs),
        (Role.COMMISSION, theirs),
        (Role.PAYABLE, f"staff:{olena.pk}"),
    ]
