"""What kind of thing a message is about: by it a business chooses what goes out as a text, and a person what they want where."""

from __future__ import annotations

from enum import StrEnum

from almanac.notifications.letters import Message
from almanac.notifications.money_letters import TO_TEAM, MoneyMessage


class MessageKind(StrEnum):
    """The kinds, in the order in which people choose among them."""

    BOOKINGS = "bookings"
    CHANGES = "changes"
    REMINDERS = "reminders"
    PAYMENTS = "payments"  # something is still to be paid, or could not be
    RECEIPTS = "receipts"  # money that came or went back, and its documents
    PRODUCTS = "products"  # downloads, gift cards, packages
    SUBSCRIPTIONS = "subscriptions"
    REWARDS = "rewards"
    WAITING = "waiting"
    TEAM = "team"  # what somebody who works here has to see to, or is given


RECEIPTS = frozenset(
    {
        MoneyMessage.REFUNDED,
        MoneyMessage.RECEIPT,
        MoneyMessage.TIP_RECEIPT,
        MoneyMessage.INVOICED,
        MoneyMessage.CREDITED,
    }
)
REWARDS = frozenset({MoneyMessage.REWARDED, MoneyMessage.POINTS_REWARD, MoneyMessage.POINTS_LAPSING})
OF_VISITS = {
    message: MessageKind.BOOKINGS if message in (Message.BOOKED, Message.REQUESTED) else MessageKind.CHANGES
    for message in Message
} | {Message.REMINDER: MessageKind.REMINDERS}
BY_PREFIX = {
    "change_": MessageKind.CHANGES,
    "time_off_": MessageKind.TEAM,
    "waiting_": MessageKind.WAITING,
    "gift_card": MessageKind.PRODUCTS,
    "package": MessageKind.PRODUCTS,
    "product_": MessageKind.PRODUCTS,
    "subscription_": MessageKind.SUBSCRIPTIONS,
}
TELLS_CODE = frozenset({"gift_card", "package", "package_ending"})  # whoever reads it can spend it
FOR_CUSTOMERS = tuple(kind for kind in MessageKind if kind is not MessageKind.TEAM)
FOR_THE_TEAM = (
    MessageKind.BOOKINGS,
    MessageKind.CHANGES,
    MessageKind.REMINDERS,
    MessageKind.TEAM,
)
# Of a booking they learn where its staff member has no sign-in; reminders are for whoever comes.
FOR_MANAGERS = tuple(kind for kind in FOR_THE_TEAM if kind is not MessageKind.REMINDERS)


def kind_of(template: str) -> MessageKind | None:
    """The kind of a message by its template. None for those about an account, which go to its mailbox alone: they hold keys."""
    if template in OF_VISITS:
        return OF_VISITS[Message(template)]
    if template.startswith("money_"):
        message = MoneyMessage(template.removeprefix("money_"))
        if message in TO_TEAM or message is MoneyMessage.TIP:
            return MessageKind.TEAM
        if message in REWARDS:
            return MessageKind.REWARDS
        return MessageKind.RECEIPTS if message in RECEIPTS else MessageKind.PAYMENTS
    return next((kind for prefix, kind in BY_PREFIX.items() if template.startswith(prefix)), None)
