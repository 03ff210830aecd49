"""Products whose payment a bank asks back: withheld while it is open, there again when won, away when lost."""

from __future__ import annotations

from typing import Any

import pytest

from almanac.catalog.models import Product
from almanac.ledger.models import Role
from almanac.ledger.queries import balance, broken_laws
from almanac.outbox import worker
from almanac.outbox.models import EventRow
from almanac.payments.actions import disputes
from almanac.payments.models import Payment
from almanac.payments.providers.online import DisputeStanding
from almanac.people.models import StaffMember
from tests.goods import BOOKLET, PRICE, bought, download_path, holder
from tests.shop import NOW, Booked, Shop, Visitor
from tests.tills import Till, order_of, paid

pytestmark = pytest.mark.django_db


def says(made: Booked, stage: str, reference: str = "dp_1", *, is_inquiry: bool = False) -> None:
    """The customer's bank says something about the payment."""
    payment = Payment.objects.get(order__number=made.number)
    standing = DisputeStanding(
        reference,
        payment.charge,
        stage,
        "fraudulent",
        0 if is_inquiry else PRICE,
        "GBP",
        0,
        None,
        NOW,
        is_inquiry=is_inquiry,
    )
    disputes.book(payment_id=payment.pk, standing=standing, now=NOW)
    worker.drain()


def told(what: str) -> int:
    return EventRow.objects.filter(name=f"sales.entitlement_{what}").count()


def line_of(made: Booked) -> Any:
    return holder(made).get(f"/orders/{made.number}").json()["lines"][0]


def test_while_a_bank_asks_nothing_is_downloaded_and_won_it_is_again(
    booklet: Product, nora: Visitor, till: Till
) -> None:
    made = bought(nora, till, booklet)
    guest = holder(made)
    (item,) = guest.get("/library").json()
    link = guest.post(download_path(item)).json()["url"]
    for _ in range(2):
        says(made, "needs_response")
    assert guest.get("/library").json() == []
    assert guest.post(download_path(item)).status_code == 404
    assert guest.client.get(link).status_code == 404
    assert (line_of(made)["withheld"], line_of(made)["revoked_at"]) == ("disputed", None)
    says(made, "under_review")
    says(made, "won")
    assert guest.client.get(link).getvalue() == BOOKLET
    assert [each["id"] for each in guest.get("/library").json()] == [item["id"]]
    assert (line_of(made)["withheld"], told("withheld"), told("released")) == ("", 1, 1)
    assert order_of(made).state == "confirmed"


def test_lost_it_is_taken_away_and_the_loss_is_the_business_own(
    booklet: Product, olena: StaffMember, nora: Visitor, till: Till
) -> None:
    made = bought(nora, till, booklet)
    earned = balance(Role.PAYABLE, "GBP", f"staff:{olena.pk}")
    says(made, "needs_response")
    says(made, "lost")
    assert holder(made).get("/library").json() == []
    assert (line_of(made)["withheld"], told("withheld"), told("released")) == ("lost", 1, 0)
    assert balance(Role.DISPUTES, "GBP", "stripe") == PRICE
    assert balance(Role.PAYABLE, "GBP", f"staff:{olena.pk}") == earned > 0
    assert broken_laws() == []


def test_of_two_disputes_one_that_is_open_withholds(booklet: Product, nora: Visitor, till: Till) -> None:
    made = bought(nora, till, booklet)
    says(made, "needs_response", "dp_1")
    says(made, "needs_response", "dp_2")
    says(made, "won", "dp_1")
    assert line_of(made)["withheld"] == "disputed"
    says(made, "won", "dp_2")
    assert line_of(made)["withheld"] == ""


def test_a_question_of_a_bank_withholds_nothing(booklet: Product, nora: Visitor, till: Till) -> None:
    made = bought(nora, till, booklet)
    says(made, "needs_response", is_inquiry=True)
    assert (line_of(made)["withheld"], told("withheld")) == ("", 0)


def test_a_visit_that_is_disputed_has_nothing_to_withhold(shop: Shop, nora: Visitor, till: Till) -> None:
    made = paid(nora, shop, till)
    says(made, "needs_response")
    assert told("withheld") == 0
