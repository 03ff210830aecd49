"""Letters about accounts: they hold keys, so they go to a mailbox alone."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from uuid import UUID

from almanac.booking.queries.accounts import account_key
from almanac.kit import ids
from almanac.kit.pages import site
from almanac.notifications.account_letters import AccountMessage, compose_account_letter
from almanac.notifications.actions.keeping import keep_letter
from almanac.notifications.models import Delivery
from almanac.notifications.queries import telling
from almanac.outbox.models import EventRow
from almanac.people.events import OLD_EMAIL
from almanac.people.models import Customer
from almanac.sales.models import Order


def write_account_letter(
    *,
    message: AccountMessage,
    address: str,
    language: str,
    now: datetime,
    link: str = "",
    told: Mapping[str, str] | None = None,
    recipient_id: UUID | None = None,
) -> None:
    """Write down a letter about an account, in the name of the first business, with the task that sends it.

    `link` is where its button leads; `told` fills the gaps of its text. Whether the address is known changes nothing.
    """
    owner = telling.first_business()
    sender = telling.sender_of(owner, language)
    letter = compose_account_letter(message, sender=sender, language=language, link=link, told=told or {})
    unsent = Delivery(
        key=f"account:{message}:{ids.new_id()}",
        template=message.value,
        business=owner,
        recipient=Delivery.Recipient.ACCOUNT,
        recipient_id=recipient_id,
        address=address,
        language=language,
    )
    keep_letter(letter, unsent, now=now)


def tell_old_mailbox(event_id: UUID, *, now: datetime) -> None:
    """Write to the mailbox from before of a guest whose e-mail the team changed, also where an account was opened by the new one
    since. Nothing where there was none, or where it is the same but for its capitals. The new one is not named: this mailbox may
    be a stranger's."""
    row = EventRow.objects.get(pk=event_id)
    old = (row.personal or {}).get(OLD_EMAIL, "")
    customer = Customer.objects.get(pk=row.payload["customer_id"])
    if not old or customer.email.lower() == old.lower():
        return
    write_account_letter(message=AccountMessage.GUEST_ADDRESS, address=old, language=customer.language, now=now)


def offer_account(order_id: UUID, *, now: datetime) -> None:
    """Write to an order's mailbox: a link to an account, or where its account is, when the order stands in one."""
    order = Order.objects.select_related("customer").get(pk=order_id)
    if not order.customer.email:
        return
    pages, is_linked = site(order.language), order.customer.user_id is not None
    write_account_letter(
        message=AccountMessage.HAS_ACCOUNT if is_linked else AccountMessage.ACCOUNT_OFFER,
        address=order.customer.email,
        language=order.language,
        link=f"{pages}/reset/" if is_linked else f"{pages}/join-account/{account_key(order, now=now)}/",
        told={"number": order.number},
        now=now,
    )
