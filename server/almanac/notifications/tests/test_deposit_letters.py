"""A letter about an order with a deposit says what was paid, what is left, and how that is paid."""

from __future__ import annotations

import pytest

from almanac.notifications.letter_notes import Owed, money_notes
from almanac.notifications.letters import Message, compose
from almanac.notifications.queries.telling import customer_reader, facts
from almanac.notifications.texts import texts_in
from tests.shop import NOW, Shop, Visitor
from tests.tills import Till, check, order_of, page_of, paid

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("on_the_day", "words"),
    [
        (True, "You have paid £10. £30 is left to pay: on the page of your booking, or on the day."),
        (False, "You have paid £10. £30 is left to pay, on the page of your booking."),
    ],
)
def test_the_letter_says_what_was_paid_and_what_is_left(
    shop: Shop, nora: Visitor, till: Till, on_the_day: bool, words: str
) -> None:
    shop.rules(deposit_percent=25)
    shop.business.settings.create(group="payments", values={"on_the_day": on_the_day})
    made = paid(nora, shop, till)
    order, line = order_of(made), order_of(made).lines.select_related("appointment__service").get()
    told = facts(order, [line], reader=customer_reader(order), was={}, now=NOW)
    text = compose(Message.BOOKED, told, customer_reader(order)).text
    assert words in text
    assert "You pay on the day." not in text
    till.pay(page_of(nora, made))
    check(nora, made)
    again = order_of(made)
    told = facts(again, [line], reader=customer_reader(again), was={}, now=NOW)
    assert "left to pay" not in compose(Message.REMINDER, told, customer_reader(again)).text


@pytest.mark.parametrize(
    ("on_the_day", "words"),
    [(True, "You pay on the day."), (False, "£40 is left to pay, on the page of your booking.")],
)
def test_nothing_is_paid_on_the_day_where_that_was_not_agreed(on_the_day: bool, words: str) -> None:
    """As after a debit that came to nothing."""
    assert money_notes(Owed(left=4_000, on_the_day=on_the_day), "GBP", texts_in("en")) == [words]
