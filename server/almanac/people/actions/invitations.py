"""Invitations: sent, sent again, taken back, accepted. Nobody of the team signs up in any other way."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from almanac.business.models import Business
from almanac.kit import ids
from almanac.kit.actor import Actor, Role, ScopeAction
from almanac.kit.errors import InvalidInput, NotAllowed, NotFound, SignInNeeded
from almanac.outbox.actions import emit
from almanac.people.actions.accounts import trust_address
from almanac.people.actions.scopes import ReachWish, set_manager_scope
from almanac.people.actions.staff import free_slug
from almanac.people.errors import AccountExists, OtherRole, WeakPassword
from almanac.people.events import InvitationAccepted, InvitationSent, InvitationWithdrawn, StaffAdded
from almanac.people.models import Invitation, ManagerScope, ScopeTemplate, StaffMember, User, UserRole
from almanac.people.permissions import can_invite
from almanac.people.queries.accounts import somebody_signs_in_with
from almanac.people.queries.invitations import invitation_of
from almanac.people.queries.scopes import ids_of

GOOD_FOR = timedelta(days=7)


@dataclass(frozen=True, slots=True)
class InvitationWish:
    """Whom to ask, and as what. A staff member joins as somebody there is already, or as somebody new."""

    email: str
    name: str
    role: UserRole
    business: str
    language: str
    staff_id: UUID | None = None
    template_id: UUID | None = None


def invite(*, actor: Actor, wish: InvitationWish, now: datetime) -> Invitation:
    """Ask somebody to join; the letter follows. Whether the e-mail has an account is not told: that is for its owner.

    Raises NotAllowed, InvalidInput (by field).
    """
    if not can_invite(actor) or actor.user_id is None:
        raise NotAllowed
    business = Business.objects.filter(slug=wish.business, archived_at=None).first()
    if business is None:
        raise InvalidInput(fields={"business": ["Choose one of the businesses."]})
    staff, template = _staff(wish, business), _template(wish)
    try:
        with transaction.atomic():
            invitation = Invitation.objects.create(
                email=wish.email,
                name=wish.name,
                role=wish.role,
                business=business,
                staff_member=staff,
                template=template,
                language=wish.language,
                invited_by_id=actor.user_id,
                expires_at=now + GOOD_FOR,
            )
            _tell(invitation, actor=actor, now=now)
    except IntegrityError:
        words = "There is an open invitation to this address. Send it again, or take it back first."
        raise InvalidInput(fields={"email": [words]}) from None
    return invitation


def resend(*, actor: Actor, invitation_id: UUID, now: datetime) -> Invitation:
    """The letter once more, with seven new days; the links before it are void. Raises NotAllowed, NotFound."""
    with transaction.atomic():
        invitation = _open(actor, invitation_id)
        invitation.sendings += 1
        invitation.expires_at = now + GOOD_FOR
        invitation.invited_by_id = actor.user_id or invitation.invited_by_id
        invitation.revision += 1
        invitation.save(update_fields=["sendings", "expires_at", "invited_by", "revision"])
        _tell(invitation, actor=actor, now=now)
    return invitation


def withdraw(*, actor: Actor, invitation_id: UUID, now: datetime) -> None:
    """Take it back: its link opens nothing any more. Raises NotAllowed, NotFound."""
    with transaction.atomic():
        invitation = _open(actor, invitation_id)
        invitation.withdrawn_at = now
        invitation.save(update_fields=["withdrawn_at"])
        event = InvitationWithdrawn(
            invitation_id=invitation.pk, business_id=invitation.business_id, role=invitation.role
        )
        emit(event, actor=actor, at=now)


def accept(*, actor: Actor, key: str, name: str, password: str, now: datetime) -> User:
    """A new account by the letter's link, once.

    Raises InvitationOver, WeakPassword, AccountExists (they sign in and `join` instead; told to the mailbox's owner).
    """
    with transaction.atomic():
        invitation = _locked(key, now=now)
        if somebody_signs_in_with(invitation.email):
            raise AccountExists
        user = User(
            username=f"t{ids.secret_token()[:20]}",  # they sign in by e-mail and never see this
            name=name,
            email=invitation.email.lower(),
            language=invitation.language,
            role=invitation.role,
        )
        _set_password(user, password)
        try:
            with transaction.atomic():
                user.save()
        except IntegrityError:
            raise AccountExists from None
        _join(invitation, user, actor=actor, is_new=True, now=now)
    return user


def join(*, actor: Actor, key: str, now: datetime) -> User:
    """The same for the signed-in account whose e-mail the letter went to. A customer becomes one of the team.

    Raises SignInNeeded, InvitationOver, NotAllowed (another account's e-mail), OtherRole.
    """
    if actor.user_id is None:
        raise SignInNeeded
    with transaction.atomic():
        invitation = _locked(key, now=now)
        user = User.objects.select_for_update().get(pk=actor.user_id)
        if user.email.lower() != invitation.email.lower():
            raise NotAllowed
        if user.role not in (UserRole.CUSTOMER, invitation.role):
            raise OtherRole
        user.role = invitation.role
        user.revision += 1
        user.save(update_fields=["role", "revision"])
        _join(invitation, user, actor=actor, is_new=False, now=now)
    return user


def _join(invitation: Invitation, user: User, *, actor: Actor, is_new: bool, now: datetime) -> None:
    trust_address(user)  # they came by a link in that mailbox
    staff = _as_staff(invitation, user, actor=actor, now=now) if invitation.role == UserRole.STAFF else None
    if invitation.role == UserRole.MANAGER:
        _as_manager(invitation, user, now=now)
    invitation.accepted_at, invitation.user = now, user
    invitation.save(update_fields=["accepted_at", "user"])
    event = InvitationAccepted(
        invitation_id=invitation.pk,
        business_id=invitation.business_id,
        role=invitation.role,
        user_id=user.pk,
        is_new_account=is_new,
        staff_id=staff.pk if staff else None,
    )
    emit(event, actor=actor, at=now)


def _as_staff(invitation: Invitation, user: User, *, actor: Actor, now: datetime) -> StaffMember:
    """Their record: the one they were invited as, or a new one. Raises OtherRole when either has another account."""
    own = StaffMember.objects.filter(user=user).first()
    if invitation.staff_member_id is None:
        if own is not None:
            return own
        Business.objects.select_for_update().get(pk=invitation.business_id)  # one slug after the other
        staff = StaffMember.objects.create(
            user=user,
            business=invitation.business,
            name=user.name,
            slug=free_slug(invitation.business, user.name),
            zone=invitation.business.zone,
            is_bookable=False,
        )
        emit(StaffAdded(staff_id=staff.pk, business_id=staff.business_id), actor=actor, at=now)
        return staff
    staff = StaffMember.objects.select_for_update().get(pk=invitation.staff_member_id)
    if staff.user_id not in (None, user.pk) or (own is not None and own.pk != staff.pk):
        raise OtherRole
    staff.user = user
    staff.revision += 1
    staff.save(update_fields=["user", "revision"])
    return staff


def _as_manager(invitation: Invitation, user: User, *, now: datetime) -> None:
    """A copy of the template's scope, in the name of whoever invited; a scope they have already stays."""
    template = invitation.template
    if template is None or ManagerScope.objects.filter(user=user).exists():
        return
    wish = ReachWish(
        staff_ids=ids_of(template, "staff_members"),
        business_ids=ids_of(template, "businesses"),
        location_ids=ids_of(template, "locations"),
        customer_business_ids=ids_of(template, "customer_businesses"),
        actions=[ScopeAction(found) for found in template.actions],
    )
    inviter = Actor(role=Role.ADMIN, user_id=invitation.invited_by_id)
    set_manager_scope(actor=inviter, user_id=user.pk, wish=wish, revision=None, now=now)


def _staff(wish: InvitationWish, business: Business) -> StaffMember | None:
    if wish.role != UserRole.STAFF or wish.staff_id is None:
        return None
    found = StaffMember.objects.filter(pk=wish.staff_id, business=business, archived_at=None, user=None).first()
    if found is None:
        raise InvalidInput(fields={"staff_id": ["Choose somebody of this business who has no account yet."]})
    return found


def _template(wish: InvitationWish) -> ScopeTemplate | None:
    if wish.role != UserRole.MANAGER or wish.template_id is None:
        return None
    found = ScopeTemplate.objects.filter(pk=wish.template_id, archived_at=None).first()
    if found is None:
        raise InvalidInput(fields={"template_id": ["Choose one of the templates."]})
    return found


def _open(actor: Actor, invitation_id: UUID) -> Invitation:
    if not can_invite(actor):
        raise NotAllowed
    rows = Invitation.objects.select_for_update().filter(accepted_at=None, withdrawn_at=None)
    found = rows.filter(pk=invitation_id).first()
    if found is None:
        raise NotFound
    return found


def _locked(key: str, *, now: datetime) -> Invitation:
    """The open invitation behind a link, so that of two at once one is told that it is used."""
    found = invitation_of(key, now=now)
    Invitation.objects.select_for_update().get(pk=found.pk)
    return invitation_of(key, now=now)


def _tell(invitation: Invitation, *, actor: Actor, now: datetime) -> None:
    event = InvitationSent(
        invitation_id=invitation.pk,
        business_id=invitation.business_id,
        role=invitation.role,
        sendings=invitation.sendings,
    )
    emit(event, actor=actor, at=now)


def _set_password(user: User, password: str) -> None:
    try:
        validate_password(password, user)
    except ValidationError as error:
        raise WeakPassword(faults=[each.code or "" for each in error.error_list]) from None
    user.set_password(password)
