"""An order paid by bank transfer: told where to send it, matched by hand and by the bank's file, in part, too much, never."""

from __future__ import annotations

from datetime import timedelta
from typing import Any
from uuid import uuid4

import pytest
from django.core import mail
from django.core.files.uploadedfile import SimpleUploadedFile

from almanac.business.models import Setting
from almanac.ledger.models import Role
from almanac.ledger.queries import balance, broken_laws
from almanac.outbox import worker
from almanac.outbox.models import EventRow
from almanac.payments.bank_tables import BankLine
from almanac.payments.models import Payment, Refund
from almanac.scheduling.models import Appointment
from tests.cast import Person
from tests.goods import a_card, agreed, pays_with
from tests.shop import NOW, Booked, Shop, Visitor, days_from_now, let_all_recur
from tests.tills import Till, order_of, page_of

pytestmark = pytest.mark.django_db
ACCOUNT = {
    "transfers_taken": True,
    "account_name": "VALClean Ltd",
    "sort_code": "20-00-00",
    "account_number": "12345678",
}


@pytest.fixture
def bank(shop: Shop) -> Setting:
    """The business has told its account."""
    return Setting.objects.create(business=shop.business, group="transfers", values=ACCOUNT)


def placed(visitor: Visitor, shop: Shop, *, days: int = 7) -> Booked:
    visitor.ready(shop, days_from_now(days))
    answer = visitor.book(payment_method="bank_transfer")
    assert answer.status_code == 200, answer.content
    worker.drain()
    return Booked(**answer.json())


def seen(visitor: Visitor, made: Booked) -> dict[str, Any]:
    found: dict[str, Any] = visitor.get(f"/orders/{made.number}", x_order_token=made.token).json()
    return found


def came(ada: Person, made: Booked, amount: int) -> Any:
    return ada.post(f"/orders/{made.number}/takings", {"method": "bank_transfer", "amount": amount})


def send(ada: Person, *rows: str, query: str = "business=valclean", head: str = "Date,Amount,Name,Reference") -> Any:
    file = SimpleUploadedFile("bank.csv", "\n".join((head, *rows)).encode())
    return ada.client.post(f"/api/bank-statements?{query}", {"file": file})


def open_lines(ada: Person) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = ada.get("/bank-lines").json()["items"]
    return found


def book(ada: Person, line_id: str, number: str) -> dict[str, Any]:
    answer = ada.post("/bank-lines/book", {"lines": [{"line_id": line_id, "order_number": number}]})
    assert answer.status_code == 200, answer.content
    worker.drain()
    found: dict[str, Any] = answer.json()
    return found


def letters(subject: str) -> list[str]:
    """What was written with this in the subject."""
    return [str(letter.body) for letter in mail.outbox if subject in letter.subject]


def test_offered_where_there_is_an_account_and_time_enough(shop: Shop, nora: Visitor, bank: Setting) -> None:
    nora.ready(shop, days_from_now(7))
    assert nora.basket()["payment_methods"] == ["bank_transfer", "pay_on_site"]
    nora.hold(days_from_now(1, 12))
    assert nora.basket()["payment_methods"] == ["pay_on_site"]
    assert nora.book(payment_method="bank_transfer").status_code == 422
    nora.hold(days_from_now(7))
    bank.values = {**ACCOUNT, "account_number": ""}
    bank.save()
    assert nora.basket()["payment_methods"] == ["pay_on_site"]


def test_the_customer_reads_where_to_send_it_and_the_time_is_kept(
    shop: Shop, nora: Visitor, otto: Person, bank: Setting
) -> None:
    made = placed(nora, shop)
    order = seen(nora, made)
    assert order["transfer"] == {
        "account_name": "VALClean Ltd",
        "sort_code": "20-00-00",
        "account_number": "12345678",
        "iban": "",
        "bic": "",
        "reference": made.number,
        "amount": 4_000,
        "pay_by": "2026-03-05T09:00:00Z",
    }
    assert (order["state"], order["pay_by"], made.visit.awaits_payment) == ("placed", "2026-03-05T09:00:00Z", True)
    assert otto.get(f"/orders/{made.number}").status_code == 404
    (text,) = letters("Please send")
    for part in ("£40 ", "20-00-00", "12345678", made.number, "Thu 5 March, 09:00"):
        assert part in text
    shop.clock.move_to(NOW + timedelta(days=2, hours=23))
    worker.drain()
    assert made.visit.state == Appointment.State.PENDING


def test_waited_for_until_a_day_before_the_visit(shop: Shop, nora: Visitor, bank: Setting) -> None:
    made = placed(nora, shop, days=3)
    assert seen(nora, made)["transfer"]["pay_by"] == "2026-03-04T10:00:00Z"


def test_arrived_and_written_down_by_hand_it_stands(shop: Shop, nora: Visitor, ada: Person, bank: Setting) -> None:
    made = placed(nora, shop)
    assert came(ada, made, 4_000).status_code == 200
    worker.drain()
    order = seen(nora, made)
    assert (order["state"], order["transfer"], order["due_amount"]) == ("confirmed", None, 0)
    assert made.visit.state == Appointment.State.CONFIRMED
    assert balance(Role.BANK, "GBP") == 4_000
    assert broken_laws() == []
    assert letters("still missing") == []
    shop.clock.move_to(NOW + timedelta(days=4))
    worker.drain()
    assert letters("Still to arrive") == []
    assert order_of(made).state == "confirmed"


def test_a_part_is_booked_and_the_rest_asked_for(shop: Shop, nora: Visitor, ada: Person, bank: Setting) -> None:
    made = placed(nora, shop)
    came(ada, made, 3_000)
    worker.drain()
    order = seen(nora, made)
    assert (order["state"], order["transfer"]["amount"], order["paid_amount"]) == ("placed", 1_000, 3_000)
    (text,) = letters("still missing")
    assert "£10 is still missing" in text
    came(ada, made, 1_000)
    worker.drain()
    assert seen(nora, made)["state"] == "confirmed"
    assert (balance(Role.BANK, "GBP"), broken_laws()) == (4_000, [])


def test_too_much_is_to_be_given_back_by_hand(
    shop: Shop, nora: Visitor, ada: Person, sam: Person, bank: Setting
) -> None:
    made = placed(nora, shop)
    assert came(sam, made, 4_500).json()["code"] == "too_much_taken"  # at the door nobody takes more than is owed
    came(ada, made, 4_500)
    worker.drain()
    refund = Refund.objects.get()
    assert (refund.amount, refund.why, refund.state) == (500, "surplus", "asked")
    assert balance(Role.SUSPENSE, "GBP", f"payment:{refund.payment_id}") == 500
    assert ada.post(f"/refunds/{refund.pk}/given", {}).status_code == 200
    worker.drain()
    assert (balance(Role.BANK, "GBP"), balance(Role.SUSPENSE, "GBP", f"payment:{refund.payment_id}")) == (4_000, 0)
    assert broken_laws() == []
    assert "£5 of" in letters("goes back to you")[0]


def test_reminded_once_then_it_lapses_and_late_money_is_owed_back(
    shop: Shop, nora: Visitor, ada: Person, bank: Setting
) -> None:
    made = placed(nora, shop)
    came(ada, made, 1_000)
    shop.clock.move_to(NOW + timedelta(days=2, minutes=5))
    worker.drain()
    shop.clock.move_to(NOW + timedelta(days=2, minutes=15))
    worker.drain()
    assert len(letters("Still to arrive")) == 1
    shop.clock.move_to(NOW + timedelta(days=3, minutes=1))
    worker.drain()
    assert (order_of(made).state, made.visit.state) == ("cancelled", Appointment.State.CANCELLED)
    assert seen(nora, made)["transfer"] is None
    assert [(each.amount, each.state) for each in Refund.objects.all()] == [(1_000, "asked")]
    came(ada, made, 3_000)
    worker.drain()
    assert sorted(Refund.objects.values_list("amount", "why")) == [(1_000, "team"), (3_000, "surplus")]
    for refund in Refund.objects.all():
        ada.post(f"/refunds/{refund.pk}/given", {})
    worker.drain()
    assert (balance(Role.BANK, "GBP"), broken_laws()) == (0, [])


def test_paid_by_card_meanwhile_nothing_more_is_waited_for(
    shop: Shop, nora: Visitor, till: Till, ada: Person, bank: Setting
) -> None:
    made = placed(nora, shop)
    till.pay(page_of(nora, made))
    assert Payment.objects.get(order__number=made.number, method="card").amount == 4_000
    payment = Payment.objects.get(order__number=made.number, method="card")
    assert nora.post(f"/payments/{payment.pk}/check", {}).json()["order_state"] == "confirmed"
    assert seen(nora, made)["transfer"] is None
    came(ada, made, 4_000)  # and the transfer came as well
    let_all_recur()
    worker.drain()
    assert [(each.amount, each.why) for each in Refund.objects.all()] == [(4_000, "surplus")]
    assert till.agrees()


def test_called_off_by_its_customer_nothing_is_waited_for(
    shop: Shop, nora: Visitor, ada: Person, bank: Setting
) -> None:
    made = placed(nora, shop)
    came(ada, made, 1_000)
    assert nora.post(f"/appointments/{made.visit.pk}/cancel", {}, x_order_token=made.token).status_code == 204
    worker.drain()
    assert (order_of(made).state, seen(nora, made)["transfer"]) == ("cancelled", None)
    assert [(each.amount, each.why) for each in Refund.objects.all()] == [(1_000, "policy")]


def two(visitor: Visitor, shop: Shop, method: str, *, card: int = 0) -> Booked:
    """A clean of 40.00 and a call of 25.00, and what a gift card pays of both."""
    visitor.ready(shop, days_from_now(7))
    visitor.want(shop.call)
    assert visitor.hold(days_from_now(8), line=1, staff=shop.sid).status_code == 200
    if card:
        pays_with(visitor, a_card(shop.business, card)[1])
    answer = visitor.book(payment_method=method, gift_cards=agreed(visitor))
    assert answer.status_code == 200, answer.content
    worker.drain()
    return Booked(**answer.json())


def call_off(visitor: Visitor, made: Booked, number: int) -> None:
    line = made.order.lines.get(position=number)
    answer = visitor.post(f"/appointments/{line.appointment_id}/cancel", {}, x_order_token=made.token)
    assert answer.status_code == 204, answer.content
    let_all_recur()
    worker.drain()


@pytest.mark.parametrize("method", ["bank_transfer", "pay_on_site"])
def test_a_visit_called_off_what_a_gift_card_paid_of_the_other_is_not_asked_for_again(
    shop: Shop, nora: Visitor, ada: Person, bank: Setting, method: str
) -> None:
    made = two(nora, shop, method, card=1_300)  # a fifth of each
    rest = Payment.objects.get(order=made.order, method=method)
    assert rest.amount == 5_200
    call_off(nora, made, 1)
    rest.refresh_from_db()
    assert (rest.amount, rest.state) == (3_200, "open" if method == "bank_transfer" else "due")
    order = seen(nora, made)
    assert order["due_amount"] == 3_200
    if method == "bank_transfer":
        assert order["transfer"]["amount"] == 3_200
        shop.clock.move_to(NOW + timedelta(days=2))
        worker.drain()
        assert "£32 " in letters("Still to arrive")[0]
    call_off(nora, made, 0)
    rest.refresh_from_db()
    assert (rest.state, seen(nora, made)["due_amount"]) == ("cancelled", 0)


def test_a_visit_called_off_after_a_part_came_the_rest_of_the_other_is_asked_for(
    shop: Shop, nora: Visitor, ada: Person, bank: Setting
) -> None:
    made = two(nora, shop, "bank_transfer")
    came(ada, made, 2_000)  # 12.31 of the clean, 7.69 of the call
    worker.drain()
    call_off(nora, made, 1)
    assert seen(nora, made)["transfer"]["amount"] == 4_000 - 1_231
    came(ada, made, 4_000 - 1_231)
    worker.drain()
    assert (seen(nora, made)["state"], order_of(made).paid_amount, broken_laws()) == ("confirmed", 4_769, [])


def test_a_file_is_matched_by_reference_and_booked_once_however_often_it_comes(
    shop: Shop, nora: Visitor, ada: Person, bank: Setting
) -> None:
    made = placed(nora, shop)
    rows = (f"04/03/2026,40.00,N Newcomer,{made.number}", "04/03/2026,-3.00,Shop,x", "04/03/2026,9.99,Somebody,thanks")
    assert send(ada, *rows).json() == {"layout": "generic", "new": 2, "known": 0, "left_out": 1, "unreadable": 0}
    assert send(ada, *rows).json()["known"] == 2
    sure, none = sorted(open_lines(ada), key=lambda line: -line["amount"])
    assert (sure["match"], none["match"]) == ("sure", "none")
    assert sure["proposals"] == [
        {
            "order_number": made.number,
            "customer_name": "Nora Newcomer",
            "expected_amount": 4_000,
            "difference": 0,
            "reasons": ["reference", "name", "amount"],
        }
    ]
    assert book(ada, sure["id"], made.number)["booked"][0]["order_number"] == made.number
    assert book(ada, sure["id"], made.number)["refused"] == []  # a second press
    assert seen(nora, made)["state"] == "confirmed"
    assert send(ada, *rows).json()["new"] == 0
    assert [line["id"] for line in open_lines(ada)] == [none["id"]]
    assert (balance(Role.BANK, "GBP"), broken_laws()) == (4_000, [])
    assert Payment.objects.filter(state="captured").count() == 1
    assert ada.post(f"/bank-lines/{none['id']}/aside", {"is_aside": True}).json()["is_aside"] is True
    assert open_lines(ada) == []
    refused = book(ada, none["id"], made.number)["refused"]
    assert refused == [{"line_id": none["id"], "code": "already_decided"}]
    assert ada.post(f"/bank-lines/{sure['id']}/aside", {"is_aside": True}).json()["code"] == "already_decided"
    assert [line["id"] for line in ada.get("/bank-lines?state=aside").json()["items"]] == [none["id"]]
    assert EventRow.objects.filter(name="payments.bank_line_booked").count() == 1


def test_without_a_reference_amount_and_name_are_proposed(
    shop: Shop, nora: Visitor, ada: Person, bank: Setting
) -> None:
    made = placed(nora, shop)
    send(ada, "04/03/2026,40.00,MS N NEWCOMER,cleaning", "04/03/2026,38.00,,ref " + made.number)
    by_amount = {line["amount"]: line for line in open_lines(ada)}
    assert by_amount[4_000]["match"] == by_amount[3_800]["match"] == "unsure"
    assert by_amount[4_000]["proposals"][0]["reasons"] == ["name", "amount"]
    assert by_amount[3_800]["proposals"][0]["difference"] == -200
    assert BankLine.objects.get(amount=3_800).text.endswith(made.number)


def test_refused_files_lines_and_askers(
    shop: Shop, nora: Visitor, ada: Person, sam: Person, mia: Person, bank: Setting
) -> None:
    made = placed(nora, shop)
    for person, status in ((sam, 403), (mia, 403), (Person(), 401)):
        assert send(person, "04/03/2026,40.00,N,x").status_code == status
        assert person.get("/bank-lines").status_code == status
        body = {"lines": [{"line_id": str(uuid4()), "order_number": made.number}]}
        assert person.post("/bank-lines/book", body).status_code == status
    assert send(ada, "x,y", head="a,b").json()["code"] == "statement_columns"
    assert send(ada, "x,y", head="a,b").json()["titles"] == ["a", "b"]
    assert (
        send(ada, "04/03/2026,40", head="a,b", query="business=valclean&day_column=0&amount_column=1").json()["new"]
        == 1
    )
    assert send(ada, "never,40.00,N,x").json()["reason"] == "dates"
    assert send(ada, "04/03/2026,40.00,N,x", query="business=nobody").status_code == 404
    line = open_lines(ada)[0]
    assert book(ada, line["id"], "VC-00000-00000")["refused"][0]["code"] == "not_found"
    assert book(ada, str(uuid4()), made.number)["refused"][0]["code"] == "not_found"
    assert ada.post(f"/bank-lines/{uuid4()}/aside", {"is_aside": True}).status_code == 404


def test_as_many_questions_for_many_lines(
    shop: Shop, nora: Visitor, ada: Person, bank: Setting, django_assert_max_num_queries: Any
) -> None:
    placed(nora, shop)
    send(ada, *(f"04/03/2026,{number}.00,N Newcomer,x" for number in range(1, 41)))
    with django_assert_max_num_queries(14):
        assert len(open_lines(ada)) == 40
