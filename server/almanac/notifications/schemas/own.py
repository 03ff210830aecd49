"""What the API says of one's own messages."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime
from typing import Literal
from uuid import UUID

from ninja import Schema
from pydantic import Field

from almanac.kit.actor import Actor, Role
from almanac.notifications import registry
from almanac.notifications.actions.reading import Subscription
from almanac.notifications.kinds import FOR_CUSTOMERS, FOR_MANAGERS, FOR_THE_TEAM, MessageKind, kind_of
from almanac.notifications.models import Delivery, Device
from almanac.notifications.providers.web_push import public_key
from almanac.people.phones import is_mobile

Chosen = Literal["sms", "push"]  # channels one may do without; the mailbox and the list are always told


class OwnMessageOut(Schema):
    """One message in the list of an account: what it says in short, and the page of ours that it leads to."""

    id: UUID
    kind: MessageKind
    title: str
    text: str
    link: str
    created_at: datetime
    read_at: datetime | None

    @classmethod
    def of(cls, row: Delivery) -> OwnMessageOut:
        kind = kind_of(row.template)
        assert kind is not None  # others are in no list
        return cls(
            id=row.pk,
            kind=kind,
            title=row.subject,
            text=row.body_text,
            link=row.link,
            created_at=row.created_at,
            read_at=row.read_at,
        )


class UnreadOut(Schema):
    """How many are unread."""

    count: int


class ReadIn(Schema):
    """Messages to mark as read; null: all."""

    ids: list[UUID] | None = Field(default=None, max_length=200)


class MutedChoice(Schema):
    """One kind of message that is not wanted over one channel."""

    kind: MessageKind
    channel: Chosen


class MessageChoicesIn(Schema):
    """All that is not wanted, in place of what was said before."""

    muted: list[MutedChoice] = Field(max_length=40)


class DeviceOut(Schema):
    """A browser that shows one's messages."""

    id: UUID
    name: str
    created_at: datetime

    @classmethod
    def of(cls, row: Device) -> DeviceOut:
        return cls(id=row.pk, name=row.name, created_at=row.created_at)


class MessageChoicesOut(Schema):
    """The kinds that concern the account, those that some business sends as texts, what of them it does not want, its devices;
    whether texts can go out at all and to which number (`can_text`: it is a mobile one), and the key that browsers subscribe
    by."""

    kinds: list[MessageKind]
    texted: list[MessageKind]
    muted: list[MutedChoice]
    devices: list[DeviceOut]
    has_texts: bool
    phone: str
    can_text: bool
    push_key: str

    @classmethod
    def of(
        cls,
        actor: Actor,
        texted: Collection[MessageKind],
        phone: str,
        muted: Collection[tuple[str, str]],
        devices: Collection[Device],
    ) -> MessageChoicesOut:
        kinds = {Role.CUSTOMER: FOR_CUSTOMERS, Role.STAFF: FOR_THE_TEAM}.get(actor.role, FOR_MANAGERS)
        return cls(
            kinds=list(kinds),
            texted=[kind for kind in kinds if kind in texted],
            muted=[MutedChoice.model_validate({"kind": kind, "channel": channel}) for kind, channel in sorted(muted)],
            devices=[DeviceOut.of(row) for row in devices],
            has_texts=registry.sms_provider() is not None,
            phone=phone,
            can_text=is_mobile(phone),
            push_key=public_key(),
        )


class ForgetIn(Schema):
    """A device by its id, or a browser by where its push service takes messages."""

    id: UUID | None = None
    endpoint: str = Field(default="", max_length=1_000)


class DeviceKeysIn(Schema):
    """By which messages are encrypted for a browser, in base64url (W3C Push API, getKey)."""

    p256dh: str = Field(min_length=1, max_length=200)
    auth: str = Field(min_length=1, max_length=100)


class DeviceIn(Schema):
    """A browser's subscription, as it gives it, and a name its owner knows it by."""

    endpoint: str = Field(min_length=1, max_length=1_000)
    keys: DeviceKeysIn
    name: str = Field(min_length=1, max_length=80)

    def subscription(self) -> Subscription:
        return Subscription(self.endpoint, self.keys.p256dh, self.keys.auth, self.name.strip() or "…")


class ShortLinkIn(Schema):
    """The word of a short link."""

    word: str = Field(min_length=12, max_length=12)


class ShortLinkOut(Schema):
    """The page of ours that it stands for."""

    link: str
