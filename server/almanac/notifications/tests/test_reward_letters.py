"""Whoever brought a friend is sent the coupon they were given, in their own language; nothing where they were given none."""

from __future__ import annotations

import pytest

from almanac.kit.actor import SYSTEM
from almanac.notifications.money_letters import MoneyMessage, Moved, compose_money
from almanac.notifications.queries.telling import sender_of
from almanac.notifications.tests.factories import mails
from almanac.outbox import worker
from almanac.outbox.actions import emit
from almanac.people.models import Customer
from almanac.sales.events import ReferralSettled
from almanac.sales.models import Coupon, CouponUse, Referral
from tests.cast import Person
from tests.shop import NOW, Shop, Visitor

pytestmark = pytest.mark.django_db


def settled(shop: Shop, nora: Visitor, cleo: Person, state: str) -> Referral:
    code = Coupon.objects.create(
        business=shop.business, currency="GBP", referrer=cleo.customer, code="FRIEND-1", amount=800
    )
    use = CouponUse.objects.create(
        coupon=code, order=nora.booked(shop).order, number=1, person="x", person_number=1, amount=800, used_at=NOW
    )
    is_given = state == "rewarded"
    reward = Coupon.objects.create(
        business=shop.business, currency="GBP", customer=cleo.customer, code="THANKS-1", amount=1_200
    )
    row = Referral.objects.create(
        use=use,
        referrer=cleo.customer,
        state=state,
        reason="" if is_given else "same_person",
        reward=reward if is_given else None,
        decided_at=NOW,
    )
    emit(
        ReferralSettled(row.pk, shop.business.pk, cleo.customer.pk, state, row.reason, 1_200 if is_given else 0),
        actor=SYSTEM,
        at=NOW,
    )
    worker.drain()
    return row


def test_the_coupon_is_sent(shop: Shop, nora: Visitor, cleo: Person) -> None:
    Customer.objects.filter(pk=cleo.customer.pk).update(language="de")
    settled(shop, nora, cleo, "rewarded")
    letter = mails().get(template="money_rewarded")
    assert (letter.address, letter.language) == (cleo.customer.email, "de")
    assert letter.subject.startswith("Ein Gutschein über")


def test_the_letter_has_the_code_and_the_way_to_it() -> None:
    told = Moved("THANKS-1", 1_200, "GBP", "VALClean", is_code=True)
    link = "https://almanac.example/cus/coupons/"
    letter = compose_money(MoneyMessage.REWARDED, told, sender=sender_of(None, "en"), language="en", link=link)
    assert "Code: THANKS-1" in letter.text
    assert "coupon of £12" in letter.text
    assert link in letter.text


def test_nothing_is_sent_where_nothing_is_given(shop: Shop, nora: Visitor, cleo: Person) -> None:
    settled(shop, nora, cleo, "refused")
    assert not mails(template="money_rewarded").exists()
