"""Facts about people. Events carry ids and short codes; names and addresses stay in their rows."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import ClassVar
from uuid import UUID

from almanac.outbox.events import Event

OLD_EMAIL = "old_email"


@dataclass(frozen=True, kw_only=True)
class CustomerRecorded(Event):
    """There is a new customer: a guest, or somebody with an account who asked for something the first time."""

    name: ClassVar[str] = "people.customer_recorded"
    customer_id: UUID
    is_guest: bool


@dataclass(frozen=True, kw_only=True)
class CustomerChanged(Event):
    """The team changed what is known of a customer; which fields, not to what. Their e-mail from before stands in what is
    personal of it (`OLD_EMAIL`), for the letter to that mailbox."""

    name: ClassVar[str] = "people.customer_changed"
    customer_id: UUID
    fields: list[str]


@dataclass(frozen=True, kw_only=True)
class CustomerArchived(Event):
    name: ClassVar[str] = "people.customer_archived"
    customer_id: UUID


@dataclass(frozen=True, kw_only=True)
class CustomerRestored(Event):
    """An archived customer is offered again."""

    name: ClassVar[str] = "people.customer_restored"
    customer_id: UUID


@dataclass(frozen=True, kw_only=True)
class ConsentWithdrawn(Event):
    name: ClassVar[str] = "people.consent_withdrawn"
    customer_id: UUID
    kind: str


@dataclass(frozen=True, kw_only=True)
class DetailsChanged(Event):
    """Somebody changed their own details; which ones, not to what."""

    name: ClassVar[str] = "people.details_changed"
    user_id: UUID
    fields: list[str]


@dataclass(frozen=True, kw_only=True)
class ShowcaseFacts:
    """What visitors find a staff member by, as written to the audit trail."""

    languages: list[str]
    expertise: list[str]
    is_featured: bool


@dataclass(frozen=True, kw_only=True)
class ShowcaseChanged(Event):
    """Visitors find a staff member by other languages or expertise now, or earlier or later in the list."""

    name: ClassVar[str] = "people.showcase_changed"
    staff_id: UUID
    before: ShowcaseFacts
    after: ShowcaseFacts


@dataclass(frozen=True, kw_only=True)
class StaffFacts:
    """What is known of a staff member and not personal, as written to the audit trail."""

    zone: str
    location_id: UUID | None
    is_bookable: bool
    is_featured: bool
    languages: list[str]
    expertise: list[str]


@dataclass(frozen=True, kw_only=True)
class StaffEvent(Event):
    """What all facts about one staff member say."""

    staff_id: UUID
    business_id: UUID


@dataclass(frozen=True, kw_only=True)
class StaffAdded(StaffEvent):
    name = "people.staff_added"


@dataclass(frozen=True, kw_only=True)
class StaffChanged(StaffEvent):
    """A staff member's record was changed; of name, title and biography only that they were (`fields`)."""

    name = "people.staff_changed"
    fields: list[str]
    before: StaffFacts
    after: StaffFacts


@dataclass(frozen=True, kw_only=True)
class StaffPhotoChanged(StaffEvent):
    """Another photo, or none any more."""

    name = "people.staff_photo_changed"
    has_photo: bool


@dataclass(frozen=True, kw_only=True)
class StaffArchived(StaffEvent):
    """Cannot be booked any more; visits already booked stay."""

    name = "people.staff_archived"


@dataclass(frozen=True, kw_only=True)
class StaffRestored(StaffEvent):
    name = "people.staff_restored"


@dataclass(frozen=True, kw_only=True)
class ScopeFacts:
    """What a manager may see and do, as written to the audit trail."""

    staff_ids: list[UUID]
    actions: list[str]
    business_ids: list[UUID] = field(default_factory=list)
    location_ids: list[UUID] = field(default_factory=list)
    customer_business_ids: list[UUID] = field(default_factory=list)


@dataclass(frozen=True, kw_only=True)
class ManagerScopeChanged(Event):
    """An administrator gave a manager another scope."""

    name: ClassVar[str] = "people.manager_scope_changed"
    user_id: UUID
    before: ScopeFacts
    after: ScopeFacts


@dataclass(frozen=True, kw_only=True)
class ScopeTemplateChanged(Event):
    """A template of scopes was made or changed; nobody's own scope is."""

    name: ClassVar[str] = "people.scope_template_changed"
    template_id: UUID
    before: ScopeFacts
    after: ScopeFacts


@dataclass(frozen=True, kw_only=True)
class ScopeTemplateArchived(Event):
    name: ClassVar[str] = "people.scope_template_archived"
    template_id: UUID


@dataclass(frozen=True, kw_only=True)
class InvitationEvent(Event):
    """What all facts about one invitation say; to whom it went stands in its row."""

    invitation_id: UUID
    business_id: UUID
    role: str


@dataclass(frozen=True, kw_only=True)
class InvitationSent(InvitationEvent):
    """Somebody is asked to join; again, where `sendings` is more than one."""

    name = "people.invitation_sent"
    sendings: int


@dataclass(frozen=True, kw_only=True)
class InvitationWithdrawn(InvitationEvent):
    name = "people.invitation_withdrawn"


@dataclass(frozen=True, kw_only=True)
class InvitationAccepted(InvitationEvent):
    """Somebody joined, with a new account or the one they had."""

    name = "people.invitation_accepted"
    user_id: UUID
    is_new_account: bool
    staff_id: UUID | None = None


@dataclass(frozen=True, kw_only=True)
class ConsentGiven(Event):
    name: ClassVar[str] = "people.consent_given"
    customer_id: UUID
    kind: str
    text_version: str


@dataclass(frozen=True, kw_only=True)
class AccountOpened(Event):
    """A customer signed up, or opened an account after an order."""

    name: ClassVar[str] = "people.account_opened"
    user_id: UUID
    customer_id: UUID


@dataclass(frozen=True, kw_only=True)
class AddressConfirmed(Event):
    """Somebody proved that an e-mail address is theirs."""

    name: ClassVar[str] = "people.address_confirmed"
    user_id: UUID


@dataclass(frozen=True, kw_only=True)
class AccessChanged(Event):
    """Somebody's way of signing in changed: password, address, app, passkey or recovery codes (`what`)."""

    name: ClassVar[str] = "people.access_changed"
    user_id: UUID
    what: str


@dataclass(frozen=True, kw_only=True)
class CustomerLinked(Event):
    """What was booked as a guest belongs to an account now: the guest's row became its row (`customer_id` is
    `guest_id`), or was archived and all of it moved to the account's."""

    name: ClassVar[str] = "people.customer_linked"
    guest_id: UUID
    customer_id: UUID
    user_id: UUID
