"""Composing letters about accounts: what happened or was asked for, and a button that leads on. Reads no tables."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum

from almanac.kit.text import one_line
from almanac.notifications.letter_page import Letter, drawn, ink_on
from almanac.notifications.letters import LINKED, Sender, help_line
from almanac.notifications.texts import texts_in


class AccountMessage(StrEnum):
    """What a letter says; names its texts in the catalogue as `account.<name>.…`."""

    CONFIRM_SIGN_UP = "confirm_sign_up"
    CONFIRM_ADDRESS = "confirm_address"
    HAS_ACCOUNT = "has_account"
    NO_ACCOUNT = "no_account"
    RESET_PASSWORD = "reset_password"  # noqa: S105  # the name of a letter
    PASSWORD_CHANGED = "password_changed"  # noqa: S105
    ADDRESS_CHANGED = "address_changed"
    APP_ADDED = "app_added"
    APP_REMOVED = "app_removed"
    PASSKEY_ADDED = "passkey_added"
    PASSKEY_REMOVED = "passkey_removed"
    CODES_MADE = "codes_made"
    COMPANY_ADDED = "company_added"
    COMPANY_REMOVED = "company_removed"
    ACCOUNT_OFFER = "account_offer"
    GUEST_ADDRESS = "guest_address"
    INVITE_STAFF = "invite_staff"
    INVITE_MANAGER = "invite_manager"


ASKED_FOR = frozenset(
    {
        AccountMessage.CONFIRM_SIGN_UP,
        AccountMessage.CONFIRM_ADDRESS,
        AccountMessage.HAS_ACCOUNT,
        AccountMessage.NO_ACCOUNT,
        AccountMessage.RESET_PASSWORD,
        AccountMessage.ACCOUNT_OFFER,
    }
)
INVITED = frozenset({AccountMessage.INVITE_STAFF, AccountMessage.INVITE_MANAGER})


def compose_account_letter(
    message: AccountMessage, *, sender: Sender, language: str, link: str, told: Mapping[str, str]
) -> Letter:
    """The letter in the reader's language. Whoever did not ask for it is told to ignore it; whoever did not do what it
    tells of, to sign in and look."""
    texts = texts_in(language)
    key = f"account.{message}"
    values = {"business": sender.name, **{name: unlinked(text) for name, text in told.items()}}
    context = {
        "language": texts.language,
        "sender": sender,
        "accent_ink": ink_on(sender.accent),
        "heading": texts.say(f"{key}.heading"),
        "intro": texts.say(f"{key}.intro", **values),
        "blocks": [],
        "notes": [texts.say(_note(message))],
        "button": (texts.say(f"{key}.button"), link) if link else None,
        "help": help_line(sender, texts),
    }
    return drawn(texts.say(f"{key}.subject", **values), context)


def _note(message: AccountMessage) -> str:
    """Whether the reader asked for the letter, was asked something by it, or ought to look; a guest has nothing to sign in to."""
    if message is AccountMessage.GUEST_ADDRESS:
        return "account.call_us"
    if message in INVITED:
        return "account.not_expected"
    return "account.not_you" if message in ASKED_FOR else "account.was_it_you"


def unlinked(text: str) -> str:
    """What somebody typed, of which no mail program makes a link: the letter may go to a stranger."""
    return LINKED.sub("\\g<0>\u200b", one_line(text))
