"""Money that goes back by other hands than ours: in the company's dashboard, after a lost answer, in cash where a refund
failed."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest

from almanac.ledger.models import Role
from almanac.ledger.queries import balance, broken_laws
from almanac.outbox import worker
from almanac.payments.actions import elsewhere, notices, refunds
from almanac.payments.models import LineShare, Payment, Refund
from fakes.stripe.money import dispute, end_refund, refund
from tests.cast import Person
from tests.goods import agreed, left_on, only_name_and_mail, pays_with, put_gift, sells_cards
from tests.shop import NOW, WEDNESDAY_TEN, Booked, Shop, Visitor, let_all_recur
from tests.tills import Till, check, order_of, page_of, paid, placed

pytestmark = pytest.mark.django_db


def dashboard(till: Till, made: Booked, amount: int | None = None) -> Any:
    """Somebody of ours gives money back on the company's own page."""
    charge = Payment.objects.get(order=order_of(made), state="captured", method="card").charge
    asked: dict[str, Any] = {"charge": charge} | ({"amount": str(amount)} if amount else {})
    return refund(till.fake.book, asked, ends_as="succeeded")


def told(till: Till) -> None:
    till.tell()
    worker.drain()


def lost(till: Till) -> None:
    till.fake.webhooks.kept.clear()


def caught_up(shop: Shop, hours: int = 1) -> int:
    """The company's own list is read."""
    shop.clock.move_to(NOW + timedelta(hours=hours))
    found = notices.catch_up(now=NOW + timedelta(hours=hours))
    worker.drain()
    return found


def give_back(who: Person, made: Booked, amount: int) -> Any:
    body = {"lines": [{"line_id": str(order_of(made).lines.get().pk), "amount": amount}], "note": "late"}
    return who.post(f"/orders/{made.number}/refunds", body)


@pytest.mark.parametrize("by_notice", [True, False])
def test_a_refund_of_the_dashboard_is_found_booked_and_shown(
    shop: Shop, nora: Visitor, till: Till, ada: Person, by_notice: bool
) -> None:
    made = paid(nora, shop, till)
    told(till)
    dashboard(till, made, 1_500)
    if by_notice:
        till.tell(times=2)
    else:
        lost(till)
        assert caught_up(shop) >= 1
        assert caught_up(shop, hours=2) == 0
    worker.drain()
    row = Refund.objects.get()
    assert (row.amount, row.why, row.state) == (1_500, "elsewhere", "done")
    assert (order_of(made).paid_amount, Payment.objects.get(state="captured").refunded_amount) == (2_500, 1_500)
    assert till.agrees()
    seen = nora.get(f"/orders/{made.number}", x_order_token=made.token).json()
    assert [each["why"] for each in seen["payments"][0]["refunds"]] == ["elsewhere"]
    assert (seen["due_amount"], seen["can_pay"]) == (0, False)  # as what is given back by hand: not owed again
    assert give_back(ada, made, 2_501).json()["most_amount"] == 2_500


def test_one_that_the_bank_returns_later_is_as_if_it_had_not_been(shop: Shop, nora: Visitor, till: Till) -> None:
    made = paid(nora, shop, till)
    back = dashboard(till, made, 1_500)
    told(till)
    end_refund(till.fake.book, back, "failed")
    lost(till)
    caught_up(shop)
    assert (Refund.objects.get().state, order_of(made).paid_amount) == ("failed", 4_000)
    assert till.agrees()


def test_our_own_done_refund_that_a_bank_returns_is_found_without_a_message(
    shop: Shop, nora: Visitor, till: Till, ada: Person
) -> None:
    made = paid(nora, shop, till)
    give_back(ada, made, 1_000)
    worker.drain()
    assert Refund.objects.get().state == "done"
    end_refund(till.fake.book, till.fake.book.all("re")[0], "failed")
    lost(till)
    caught_up(shop)
    assert (Refund.objects.get().state, order_of(made).paid_amount) == ("failed", 4_000)
    assert till.agrees()


def test_what_does_not_stand_any_more_is_given_back_first(shop: Shop, nora: Visitor, till: Till) -> None:
    """Two visits, one called off too late for all of it: what the dashboard gives back is of that one before the other."""
    nora.ready(shop)
    nora.want(shop.clean)
    assert nora.hold(WEDNESDAY_TEN + timedelta(days=1), line=1, staff=shop.sam).status_code == 200
    made = Booked(**nora.book(payment_method="card").json())
    till.pay(page_of(nora, made))
    check(nora, made)
    worker.drain()
    first, second = order_of(made).lines.order_by("appointment__starts_at")
    shop.clock.move_to(WEDNESDAY_TEN - timedelta(hours=20))
    nora.post(f"/appointments/{first.appointment_id}/cancel", {}, x_order_token=made.token)
    worker.drain()
    first.refresh_from_db()
    assert first.paid_amount == 2_000
    dashboard(till, made, 3_000)
    told(till)
    first.refresh_from_db()
    second.refresh_from_db()
    assert (first.paid_amount, second.paid_amount) == (0, 3_000)
    assert till.agrees()


def test_ours_and_theirs_at_once_are_both_booked(shop: Shop, nora: Visitor, till: Till, ada: Person) -> None:
    made = paid(nora, shop, till)
    give_back(ada, made, 1_000)  # not carried out yet
    dashboard(till, made, 1_000)
    till.tell()
    worker.drain()
    assert sorted(Refund.objects.values_list("why", "state")) == [("by_hand", "done"), ("elsewhere", "done")]
    assert (order_of(made).paid_amount, len(till.fake.book.all("re"))) == (2_000, 2)
    assert till.agrees()


def test_what_we_asked_for_and_somebody_was_quicker_with_went_back_so(
    shop: Shop, nora: Visitor, till: Till, ada: Person
) -> None:
    made = paid(nora, shop, till)
    give_back(ada, made, 4_000)
    theirs = dashboard(till, made)
    told(till)
    row = Refund.objects.get()
    assert (row.why, row.state, row.reference) == ("by_hand", "done", theirs["id"])
    assert order_of(made).paid_amount == 0
    assert till.agrees()


def test_after_a_day_without_an_answer_it_is_looked_for_and_not_asked_twice(
    shop: Shop, nora: Visitor, till: Till, ada: Person
) -> None:
    made = paid(nora, shop, till)
    give_back(ada, made, 1_000)
    till.fake.lose_answers = 2
    worker.drain()
    assert Refund.objects.get().state == "asked"
    till.fake.answers.clear()  # the company forgets its keys
    refunds.carry_out(refund_id=Refund.objects.get().pk, now=NOW + timedelta(hours=21))
    assert (Refund.objects.get().state, len(till.fake.book.all("re"))) == ("done", 1)
    assert till.agrees()


def test_a_whole_refund_whose_answer_was_lost_is_never_undone(
    shop: Shop, nora: Visitor, till: Till, ada: Person
) -> None:
    made = paid(nora, shop, till)
    give_back(ada, made, 4_000)
    till.fake.lose_answers = 2
    worker.drain()
    till.fake.answers.clear()
    refunds.carry_out(refund_id=Refund.objects.get().pk, now=NOW + timedelta(hours=1))  # charge_already_refunded
    assert (Refund.objects.get().state, order_of(made).paid_amount) == ("done", 0)
    assert till.agrees()


def test_what_is_refused_and_is_not_there_has_failed(shop: Shop, nora: Visitor, till: Till, ada: Person) -> None:
    made = paid(nora, shop, till)
    dispute(till.fake.book, till.fake.book.all("ch")[0], "fraudulent")
    lost(till)
    give_back(ada, made, 1_000)
    worker.drain()
    assert (Refund.objects.get().state, Refund.objects.get().failure) == ("failed", "charge_disputed")
    assert LineShare.objects.get().refunded_amount == 0


def test_a_card_that_is_spent_meanwhile_is_lost_and_the_books_hold(shop: Shop, nora: Visitor, till: Till) -> None:
    sells_cards(shop.business)
    put_gift(nora, shop.business)
    only_name_and_mail(nora)
    made = Booked(**nora.book(payment_method="card", early_start_consent=False).json())
    till.pay(page_of(nora, made))
    check(nora, made)
    worker.drain()
    card = order_of(made).lines.get().gift_card
    whole = left_on(card)
    spender = Visitor()
    spender.ready(shop, staff=shop.sid)
    assert pays_with(spender, card.code).status_code == 200
    method = spender.basket()["payment_methods"][0]
    assert spender.book(payment_method=method, gift_cards=agreed(spender)).status_code == 200
    spent = whole - left_on(card)
    assert spent == 4_000
    dashboard(till, made)
    told(till)
    assert Refund.objects.get(why="elsewhere").amount == whole
    assert (left_on(card), balance(Role.DISPUTES, "GBP", "stripe"), broken_laws()) == (0, spent, [])
    assert till.agrees()


class TestAgainAndOtherwise:
    """A surplus whose refund failed."""

    def failed(self, shop: Shop, nora: Visitor, till: Till) -> tuple[Booked, Refund]:
        made = placed(nora, shop)
        till.pay(page_of(nora, made))
        assert nora.post(f"/appointments/{made.visit.pk}/cancel", {}, x_order_token=made.token).status_code == 204
        till.fake.api.refunds_end_as = "failed"
        worker.drain()
        till.fake.api.refunds_end_as = "succeeded"
        row = Refund.objects.get()
        assert (row.why, row.state, self.kept(row)) == ("surplus", "failed", 4_000)
        return made, row

    def kept(self, row: Refund) -> int:
        return balance(Role.SUSPENSE, "GBP", f"payment:{row.payment_id}")

    def test_asked_once_more_it_goes_back(self, shop: Shop, nora: Visitor, till: Till, ada: Person) -> None:
        _, row = self.failed(shop, nora, till)
        assert ada.post(f"/refunds/{row.pk}/again").status_code == 200
        worker.drain()
        assert sorted(Refund.objects.values_list("state", flat=True)) == ["done", "failed"]
        assert self.kept(row) == 0
        assert till.agrees()
        assert ada.post(f"/refunds/{row.pk}/again").json()["code"] == "refund_not_failed"

    @pytest.mark.parametrize(("way", "role"), [("cash", Role.TILL), ("bank_transfer", Role.BANK)])
    def test_given_back_in_another_way(
        self, shop: Shop, nora: Visitor, till: Till, ada: Person, way: str, role: Role
    ) -> None:
        _, row = self.failed(shop, nora, till)
        answer = ada.post(f"/refunds/{row.pk}/otherwise", {"way": way})
        assert (answer.status_code, answer.json()["state"], answer.json()["way"]) == (200, "done", way)
        worker.drain()
        assert (self.kept(row), balance(role, "GBP")) == (0, -4_000)
        assert len([each for each in till.fake.book.all("re") if each["status"] != "failed"]) == 0
        assert till.agrees()
        assert ada.post(f"/refunds/{row.pk}/otherwise", {"way": way}).json()["code"] == "refund_not_failed"

    def test_what_the_company_sends_after_all_is_lost_and_the_books_hold(
        self, shop: Shop, nora: Visitor, till: Till, ada: Person
    ) -> None:
        made, row = self.failed(shop, nora, till)
        ada.post(f"/refunds/{row.pk}/otherwise", {"way": "cash"})
        back = dashboard(till, made)
        told(till)
        assert balance(Role.DISPUTES, "GBP", "stripe") == 4_000
        assert till.agrees()
        end_refund(till.fake.book, back, "failed")
        told(till)
        assert balance(Role.DISPUTES, "GBP", "stripe") == 0
        assert till.agrees()

    def test_nobody_else_may_and_only_what_failed(
        self, shop: Shop, nora: Visitor, till: Till, ada: Person, sam: Person, mia: Person, cleo: Person
    ) -> None:
        made = paid(nora, shop, till)
        give_back(ada, made, 1_000)
        worker.drain()
        row = Refund.objects.get()
        for path, body in (("again", {}), ("otherwise", {"way": "cash"})):
            assert ada.post(f"/refunds/{row.pk}/{path}", body).json()["code"] == "refund_not_failed"
            codes = {who.post(f"/refunds/{row.pk}/{path}", body).json()["code"] for who in (sam, mia, cleo, Person())}
            assert codes <= {"not_found", "sign_in_needed"}
        assert ada.post(f"/refunds/{row.pk}/otherwise", {"way": "gold"}).json()["code"] == "invalid_input"

    def test_not_where_it_went_back_meanwhile(self, shop: Shop, nora: Visitor, till: Till, ada: Person) -> None:
        made = paid(nora, shop, till)
        till.fake.api.refunds_end_as = "failed"
        give_back(ada, made, 3_000)
        worker.drain()
        till.fake.api.refunds_end_as = "succeeded"
        row = Refund.objects.get()
        give_back(ada, made, 2_000)
        let_all_recur()
        worker.drain()
        answer = ada.post(f"/refunds/{row.pk}/again")
        assert (answer.json()["code"], answer.json()["most_amount"]) == ("too_much_back", 2_000)
        assert Refund.objects.count() == 2

    @pytest.mark.parametrize("finds", ["by itself", "by hand"])
    def test_what_is_left_of_it_where_a_part_went_back_in_the_dashboard(
        self, shop: Shop, nora: Visitor, till: Till, ada: Person, monkeypatch: pytest.MonkeyPatch, finds: str
    ) -> None:
        """The dashboard was quicker with a part, so the company refuses the whole."""
        if finds == "by hand":
            monkeypatch.setattr(elsewhere, "ask_for_the_rest", lambda **_: None)
        made = placed(nora, shop)
        till.pay(page_of(nora, made))
        charge = till.fake.book.all("ch")[0]
        refund(till.fake.book, {"charge": charge["id"], "amount": "171"}, ends_as="succeeded")
        lost(till)
        assert nora.post(f"/appointments/{made.visit.pk}/cancel", {}, x_order_token=made.token).status_code == 204
        worker.drain()
        row = Refund.objects.get(why="surplus", amount=4_000)
        assert row.state == "failed"
        caught_up(shop)
        if finds == "by hand":
            assert self.kept(row) == 3_829
            answer = ada.post(f"/refunds/{row.pk}/again")
            assert (answer.status_code, answer.json()["amount"]) == (200, 3_829)
            worker.drain()
        found = Refund.objects.exclude(pk=row.pk).order_by("amount").values_list("why", "amount", "state")
        assert list(found) == [("elsewhere", 171, "done"), ("surplus", 3_829, "done")]
        assert (self.kept(row), charge["amount_refunded"]) == (0, 4_000)
        assert till.agrees()
        assert ada.post(f"/refunds/{row.pk}/again").json()["code"] == "refund_not_failed"
