"""What every company that takes money for us must do, whichever it is: tests of `providers/online.py`.

A test of an adapter subclasses `Company` (its end of things: a customer on its page, its messages, its troubles) and
`ProviderContract`, whose fixture `company` it gives. What a company does not have, or a sandbox cannot be made to do, stays
unimplemented in its `Company`, and those tests are skipped.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import uuid4

import pytest

from almanac.payments.providers.online import (
    BadSignature,
    ChargeAsk,
    Decline,
    Line,
    Notice,
    NoticeAbout,
    OnlineProvider,
    PaymentAsk,
    PaymentStanding,
    ProviderDown,
    ProviderRefused,
    RefundAsk,
    RefundStage,
    RefundStanding,
    Stage,
)

LATE = timedelta(seconds=30)  # at most between two lines of a test
EMAIL = "canary.person@example.com"
Message = tuple[bytes, Mapping[str, str]]


class Company:
    """The company's end. `reference` is always that of `PaymentPage`."""

    provider: OnlineProvider
    currency = "GBP"
    page_lasts: timedelta | None = None  # where a page's time is the company's own
    disputes_open_as = "needs_response"

    def now(self) -> datetime:
        """By the company's clock."""
        return datetime.now(UTC)

    def pay(self, reference: str) -> None:
        """The customer pays on the page."""
        raise pytest.skip.Exception("nobody can pay here")

    def decline(self, reference: str) -> None:
        """The customer tries to, and their bank says no."""
        raise pytest.skip.Exception("nobody is declined here")

    def captured(self, amount: int = 4_000) -> PaymentStanding:
        """A payment that is with the company."""
        page = self.provider.open_page(page_ask(self, amount=amount))
        self.pay(page.reference)
        return self.provider.look_up(page.reference)

    def kept(self) -> tuple[str, str]:
        """References of a customer and of a card they keep, which can be charged."""
        raise pytest.skip.Exception("no card is kept here")

    def kept_but_empty(self) -> tuple[str, str]:
        """The same, but the bank will say no."""
        raise pytest.skip.Exception("no card is kept here")

    def messages(self) -> list[Message]:
        """What the company has told since it was last asked: bodies and headers, whose names are lower case."""
        raise pytest.skip.Exception("no messages come here")

    def unsigned(self, message: Message) -> Message:
        """The same words from somebody who is not the company."""
        body, headers = message
        return body.replace(b"{", b"{ ", 1), headers

    def be_down(self, requests: int) -> None:
        """The next requests meet the company's own trouble."""
        raise pytest.skip.Exception("the company cannot be made to fail")

    def lose_answers(self, requests: int) -> None:
        """Of the next requests the work is done and the answer is lost."""
        raise pytest.skip.Exception("answers cannot be lost here")

    def wrong(self) -> OnlineProvider:
        """An adapter with a key that the company does not know."""
        raise pytest.skip.Exception("no other keys here")

    def refunds_wait(self) -> None:
        """Refunds from now on are pending at first."""
        raise pytest.skip.Exception("refunds do not wait here")

    def end_refund(self, reference: str, *, is_done: bool) -> None:
        """The bank's late word."""
        raise pytest.skip.Exception("refunds do not wait here")

    def dispute(self, charge: str) -> str:
        """The customer's bank takes the charge back; the reference of the dispute."""
        raise pytest.skip.Exception("no disputes here")

    def decide(self, reference: str, *, is_won: bool) -> None:
        raise pytest.skip.Exception("no disputes here")

    def balance(self) -> int:
        """What stands at the company, by its own book."""
        raise pytest.skip.Exception("the company's book cannot be read")


def page_ask(company: Company, *, amount: int = 4_000, **more: Any) -> PaymentAsk:
    """One payment of two lines; a new one each time."""
    payment_id = str(uuid4())
    fields = {
        "key": f"payment:{payment_id}",
        "payment_id": payment_id,
        "amount": amount,
        "currency": company.currency,
        "description": "Order CON-TRACT",
        "lines": (Line("Deep clean", amount - 500), Line("Oven", 500)),
        "email": EMAIL,
        "language": "en",
        "return_url": "https://shop.example.com/done",
        "cancel_url": "https://shop.example.com/back",
        "closes_at": company.now() + timedelta(minutes=40),
    }
    return PaymentAsk(**(fields | more))  # type: ignore[arg-type]


def refund_ask(company: Company, paid: PaymentStanding, amount: int) -> RefundAsk:
    """A part of a payment back; a new refund each time."""
    refund_id = str(uuid4())
    return RefundAsk(f"refund:{refund_id}", refund_id, paid.charge, amount, company.currency)


def kept_ask(company: Company, kept: tuple[str, str], amount: int = 2_500) -> ChargeAsk:
    payment_id = str(uuid4())
    return ChargeAsk(
        key=f"payment:{payment_id}",
        payment_id=payment_id,
        amount=amount,
        currency=company.currency,
        description="Order CON-TRACT",
        customer_reference=kept[0],
        method_reference=kept[1],
    )


def read(company: Company, message: Message) -> tuple[Notice, ...]:
    body, headers = message
    return company.provider.read_notices(body, headers, now=company.now())


class ProviderContract:
    """Subclass as `Test…` and give the fixture `company`."""

    @pytest.fixture
    def company(self) -> Company:
        raise NotImplementedError

    # Pages

    def test_a_page_waits_for_the_customer(self, company: Company) -> None:
        ask = page_ask(company)
        page = company.provider.open_page(ask)
        assert page.url.startswith(("https://", "http://127.0.0.1"))
        closes_at = company.now() + company.page_lasts - LATE if company.page_lasts else ask.closes_at
        assert page.closes_at is None or page.closes_at >= closes_at.replace(microsecond=0)
        standing = company.provider.look_up(page.reference)
        assert (standing.stage, standing.reference, standing.payment_id) == (
            Stage.OPEN,
            page.reference,
            ask.payment_id,
        )
        assert (standing.amount, standing.currency, standing.charge, standing.decline) == (
            4_000,
            company.currency,
            "",
            None,
        )

    def test_the_same_key_is_the_same_page(self, company: Company) -> None:
        ask = page_ask(company)
        page = company.provider.open_page(ask)
        assert company.provider.open_page(ask).reference == page.reference
        assert company.provider.open_page(page_ask(company)).reference != page.reference

    def test_a_page_that_would_close_too_soon_for_the_company_closes_later(self, company: Company) -> None:
        closes_at = company.now() + timedelta(minutes=1)
        page = company.provider.open_page(page_ask(company, closes_at=closes_at))
        assert page.closes_at is None or page.closes_at >= closes_at.replace(microsecond=0)

    def test_paid(self, company: Company) -> None:
        paid = company.captured(4_000)
        assert (paid.stage, paid.amount, paid.currency) == (Stage.CAPTURED, 4_000, company.currency)
        assert paid.charge
        assert paid.captured_at is not None
        assert abs(paid.captured_at - company.now()) < timedelta(hours=1)
        assert paid.fee_amount is None or 0 <= paid.fee_amount < paid.amount
        assert paid.decline is None
        assert company.provider.look_up(paid.reference) == paid

    def test_whose_payment_it_was_comes_back_with_it(self, company: Company) -> None:
        ask = page_ask(company)
        reference = company.provider.open_page(ask).reference
        company.pay(reference)
        assert company.provider.look_up(reference).payment_id == ask.payment_id

    def test_a_declined_try_moves_nothing_and_says_why(self, company: Company) -> None:
        reference = company.provider.open_page(page_ask(company)).reference
        company.decline(reference)
        standing = company.provider.look_up(reference)
        assert standing.stage in (Stage.OPEN, Stage.FAILED)
        assert (standing.charge, standing.captured_at) == ("", None)
        assert isinstance(standing.decline, Decline)
        if standing.stage is Stage.OPEN:
            company.pay(reference)
            assert company.provider.look_up(reference).stage is Stage.CAPTURED

    def test_a_closed_page_takes_nothing(self, company: Company) -> None:
        reference = company.provider.open_page(page_ask(company)).reference
        assert company.provider.close_page(reference).stage is Stage.CLOSED
        assert company.provider.close_page(reference).stage is Stage.CLOSED
        assert company.provider.look_up(reference).stage is Stage.CLOSED

    def test_paying_on_a_closed_page_does_nothing(self, company: Company) -> None:
        reference = company.provider.open_page(page_ask(company)).reference
        company.provider.close_page(reference)
        company.pay(reference)
        assert company.provider.look_up(reference).stage is Stage.CLOSED

    def test_closing_a_page_that_was_paid_says_so(self, company: Company) -> None:
        paid = company.captured()
        assert company.provider.close_page(paid.reference) == paid

    # Money back

    def test_parts_go_back_up_to_all_of_it_and_no_more(self, company: Company) -> None:
        paid = company.captured(4_000)
        first = refund_ask(company, paid, 1_500)
        made = company.provider.refund(first)
        assert (made.refund_id, made.charge, made.amount) == (first.refund_id, paid.charge, 1_500)
        assert made.stage in (RefundStage.DONE, RefundStage.PENDING)
        with pytest.raises(ProviderRefused):
            company.provider.refund(refund_ask(company, paid, 2_501))
        company.provider.refund(refund_ask(company, paid, 2_500))
        with pytest.raises(ProviderRefused):
            company.provider.refund(refund_ask(company, paid, 1))

    def test_the_same_key_is_the_same_refund(self, company: Company) -> None:
        ask = refund_ask(company, company.captured(4_000), 3_000)
        made = company.provider.refund(ask)
        assert company.provider.refund(ask).reference == made.reference
        assert replace(company.provider.look_up_refund(made.reference), happened_at=made.happened_at) == made

    @pytest.mark.parametrize("is_done", [True, False])
    def test_a_refund_that_waits_for_a_bank(self, company: Company, is_done: bool) -> None:
        paid = company.captured(4_000)
        company.refunds_wait()
        made = company.provider.refund(refund_ask(company, paid, 4_000))
        assert made.stage is RefundStage.PENDING
        company.end_refund(made.reference, is_done=is_done)
        ended: RefundStanding = company.provider.look_up_refund(made.reference)
        assert (ended.stage, bool(ended.failure)) == (
            RefundStage.DONE if is_done else RefundStage.FAILED,
            not is_done,
        )

    # Kept cards

    def test_a_kept_card_is_charged_once_a_key(self, company: Company) -> None:
        ask = kept_ask(company, company.kept())
        standing = company.provider.charge_kept(ask)
        assert (standing.stage, standing.amount, standing.payment_id) == (Stage.CAPTURED, 2_500, ask.payment_id)
        again = company.provider.charge_kept(ask)
        assert (again.charge, again.reference) == (standing.charge, standing.reference)
        seen = company.provider.look_up(standing.reference)
        assert (seen.stage, seen.charge, seen.payment_id) == (Stage.CAPTURED, standing.charge, ask.payment_id)

    def test_a_kept_card_that_says_no_has_failed(self, company: Company) -> None:
        ask = kept_ask(company, company.kept_but_empty())
        standing = company.provider.charge_kept(ask)
        assert (standing.stage, standing.charge, standing.payment_id) == (Stage.FAILED, "", ask.payment_id)
        assert isinstance(standing.decline, Decline)
        assert company.provider.charge_kept(ask) == standing
        if standing.reference:
            assert company.provider.look_up(standing.reference).stage in (Stage.FAILED, Stage.CLOSED)

    # Trouble

    @pytest.mark.parametrize("ask", ["look_up", "look_up_refund", "look_up_dispute", "look_up_warning", "close_page"])
    def test_what_the_company_does_not_know_it_refuses(self, company: Company, ask: str) -> None:
        with pytest.raises(ProviderRefused) as caught:
            getattr(company.provider, ask)("nothing_of_the_kind")
        assert caught.value.code

    def test_a_wrong_key_is_refused(self, company: Company) -> None:
        with pytest.raises(ProviderRefused):
            company.wrong().open_page(page_ask(company))

    def test_a_refusal_names_nobody(self, company: Company) -> None:
        with pytest.raises(ProviderRefused) as caught:
            company.provider.open_page(page_ask(company, email=f"{EMAIL} @", currency="ZZZ"))
        assert EMAIL not in f"{caught.value!r} {caught.value.__cause__!r}"

    def test_while_the_company_is_down_nothing_is_known(self, company: Company) -> None:
        paid = company.captured()
        back = company.provider.refund(refund_ask(company, paid, 100))
        asks: list[Callable[[], Any]] = [
            lambda: company.provider.open_page(page_ask(company)),
            lambda: company.provider.look_up(paid.reference),
            lambda: company.provider.close_page(paid.reference),
            lambda: company.provider.refund(refund_ask(company, paid, 100)),
            lambda: company.provider.look_up_refund(back.reference),
        ]
        for ask in asks:
            company.be_down(20)
            with pytest.raises(ProviderDown):
                ask()
        company.be_down(0)
        assert company.provider.look_up(paid.reference) == paid

    def test_a_lost_answer_and_the_same_key_is_one_page(self, company: Company) -> None:
        ask = page_ask(company)
        company.lose_answers(20)
        with pytest.raises(ProviderDown):
            company.provider.open_page(ask)
        company.lose_answers(0)
        page = company.provider.open_page(ask)
        assert company.provider.open_page(ask).reference == page.reference

    def test_a_lost_answer_and_the_same_key_is_one_refund(self, company: Company) -> None:
        paid = company.captured(4_000)
        ask = refund_ask(company, paid, 3_000)
        company.lose_answers(20)
        with pytest.raises(ProviderDown):
            company.provider.refund(ask)
        company.lose_answers(0)
        assert company.provider.refund(ask).amount == 3_000
        with pytest.raises(ProviderRefused):  # had it been two, or none, another word would be said here
            company.provider.refund(refund_ask(company, paid, 1_001))
        assert company.provider.refund(refund_ask(company, paid, 1_000)).amount == 1_000

    def test_a_lost_answer_and_the_same_key_is_one_charge_of_a_kept_card(self, company: Company) -> None:
        ask = kept_ask(company, company.kept())
        before = company.balance()
        company.lose_answers(20)
        with pytest.raises(ProviderDown):
            company.provider.charge_kept(ask)
        company.lose_answers(0)
        standing = company.provider.charge_kept(ask)
        assert company.balance() - before == standing.amount - (standing.fee_amount or 0)

    # Messages

    def test_a_message_says_where_to_look(self, company: Company) -> None:
        ask = page_ask(company)
        reference = company.provider.open_page(ask).reference
        company.pay(reference)
        notices = [notice for message in company.messages() for notice in read(company, message)]
        about = [notice for notice in notices if notice.about is NoticeAbout.PAYMENT]
        assert about
        for notice in about:
            assert notice.event_id
            assert notice.kind
            standing = company.provider.look_up(notice.reference)
            assert (standing.stage, standing.payment_id) == (Stage.CAPTURED, ask.payment_id)
        assert all(notice.reference == "" for notice in notices if notice.about is NoticeAbout.OTHER)
        assert len({notice.event_id for notice in notices}) == len(notices)

    def test_a_refunds_message_says_where_to_look(self, company: Company) -> None:
        paid = company.captured()
        company.messages()
        made = company.provider.refund(refund_ask(company, paid, 100))
        notices = [notice for message in company.messages() for notice in read(company, message)]
        assert made.reference in [notice.reference for notice in notices if notice.about is NoticeAbout.REFUND]

    def test_a_message_that_the_company_did_not_sign(self, company: Company) -> None:
        company.captured()
        message = company.messages()[0]
        for body, headers in (company.unsigned(message), (message[0], {}), (b"", message[1])):
            with pytest.raises(BadSignature):
                company.provider.read_notices(body, headers, now=company.now())

    # Disputes

    @pytest.mark.parametrize("is_won", [True, False])
    def test_a_dispute(self, company: Company, is_won: bool) -> None:
        paid = company.captured(4_000)
        company.messages()
        reference = company.dispute(paid.charge)
        opened = company.provider.look_up_dispute(reference)
        assert (opened.stage, opened.reference, opened.charge) == (company.disputes_open_as, reference, paid.charge)
        assert (opened.amount, opened.currency) == (4_000, company.currency)
        assert opened.reason
        assert opened.fee_amount >= 0
        notices = [notice for message in company.messages() for notice in read(company, message)]
        assert reference in [notice.reference for notice in notices if notice.about is NoticeAbout.DISPUTE]
        company.decide(reference, is_won=is_won)
        closed = company.provider.look_up_dispute(reference)
        assert closed.stage == ("won" if is_won else "lost")
        assert (closed.amount, closed.fee_amount) == (opened.amount, opened.fee_amount)

    # The book

    def test_what_we_would_book_is_what_the_company_has(self, company: Company) -> None:
        before, ours = company.balance(), 0
        for amount, back in ((4_000, 0), (2_000, 700), (1_000, 1_000)):
            paid = company.captured(amount)
            ours += paid.amount - (paid.fee_amount or 0)
            if back:
                ours -= company.provider.refund(refund_ask(company, paid, back)).amount
        assert company.balance() - before == ours
