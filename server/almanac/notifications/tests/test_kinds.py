"""Every message there is has a kind, so that nobody is texted or pushed what nobody thought of."""

from __future__ import annotations

import pytest

from almanac.business.policies import TextPolicy
from almanac.notifications.absence_letters import TimeOffMessage
from almanac.notifications.account_letters import AccountMessage
from almanac.notifications.change_letters import ChangeMessage
from almanac.notifications.kinds import FOR_CUSTOMERS, FOR_THE_TEAM, MessageKind, kind_of
from almanac.notifications.letters import Message
from almanac.notifications.money_letters import MoneyMessage
from almanac.notifications.waiting_letters import WaitingMessage

GOODS = ("product_ready", "gift_card", "gift_card_sold", "package", "package_ending", "subscription_ending")
TEMPLATES = [
    *Message,
    *(f"money_{message}" for message in MoneyMessage),
    *(f"change_{message}" for message in ChangeMessage),
    *(f"time_off_{message}" for message in TimeOffMessage),
    *(f"waiting_{message}" for message in WaitingMessage),
    *GOODS,
]


@pytest.mark.parametrize("template", TEMPLATES)
def test_every_message_has_one(template: str) -> None:
    assert isinstance(kind_of(template), MessageKind)


@pytest.mark.parametrize("template", [*AccountMessage, "invite_staff", "invite_manager"])
def test_what_holds_keys_of_an_account_has_none(template: str) -> None:
    assert kind_of(template) is None


@pytest.mark.parametrize(
    ("template", "kind"),
    [
        ("booked", "bookings"),
        ("not_served", "changes"),
        ("change_proposed", "changes"),
        ("reminder", "reminders"),
        ("money_charge_failed", "payments"),
        ("money_refunded", "receipts"),
        ("money_points_lapsing", "rewards"),
        ("money_disputed", "team"),
        ("money_tip", "team"),
        ("time_off_asked", "team"),
        ("package", "products"),
        ("subscription_ending", "subscriptions"),
        ("waiting_offered", "waiting"),
    ],
)
def test_which(template: str, kind: str) -> None:
    assert kind_of(template) == kind


def test_each_can_be_chosen_by_a_business_and_by_a_person() -> None:
    assert {kind.value for kind in MessageKind} <= set(TextPolicy.model_fields)
    assert set(FOR_CUSTOMERS) | set(FOR_THE_TEAM) == set(MessageKind)
