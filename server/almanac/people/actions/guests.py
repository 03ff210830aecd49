"""Guests who become somebody with an account: theirs is opened, or their row joins the one there is."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from almanac.kit import ids
from almanac.kit.actor import Actor
from almanac.outbox.actions import emit
from almanac.people.actions.accounts import trust_address
from almanac.people.errors import AccountExists, WeakPassword
from almanac.people.events import AccountOpened, CustomerLinked
from almanac.people.models import Consent, Customer, User, UserRole
from almanac.people.queries.accounts import somebody_signs_in_with


def open_guests_account(*, actor: Actor, guest_id: UUID, password: str, now: datetime) -> User | None:
    """An account for a guest who came by a link in their own mailbox: the row things were booked for becomes its row.

    None when the row belongs to an account already. Raises WeakPassword, AccountExists (somebody signs in with this
    e-mail; only the mailbox's owner is told).
    """
    with transaction.atomic():
        guest = _locked(guest_id)
        if guest is None or not guest.email:
            return None
        if somebody_signs_in_with(guest.email):
            raise AccountExists
        user = User(
            username=f"c{ids.secret_token()[:20]}",  # customers sign in by e-mail and never see this
            name=guest.name,
            email=guest.email.lower(),
            phone=guest.phone,
            language=guest.language,
            role=UserRole.CUSTOMER,
        )
        _set_password(user, password)
        try:
            with transaction.atomic():
                user.save()
        except IntegrityError:
            raise AccountExists from None
        trust_address(user)
        _hand_over(guest, user.pk)
        emit(AccountOpened(user_id=user.pk, customer_id=guest.pk), actor=actor, at=now)
        emit(CustomerLinked(guest_id=guest.pk, customer_id=guest.pk, user_id=user.pk), actor=actor, at=now)
    return user


def give_guest_to_account(*, actor: Actor, guest_id: UUID, user_id: UUID, now: datetime) -> UUID | None:
    """Make a guest's row the account's own; where it has one already, the guest's is archived and its consents move.

    Answers with the customer whose everything of the guest now is; None when somebody was faster. Whether the guest may
    be given away the caller has checked; what else hangs on the row, the caller moves in the same transaction.
    """
    with transaction.atomic():
        User.objects.select_for_update().get(pk=user_id)  # two guests at once must not both become the account's row
        guest = _locked(guest_id)
        if guest is None:
            return None
        own = Customer.objects.filter(user_id=user_id).first()
        if own is None:
            _hand_over(guest, user_id)
        else:
            Consent.objects.filter(customer=guest).update(customer=own)
            guest.archived_at = now
            guest.revision += 1
            guest.save(update_fields=["archived_at", "revision"])
        target = own or guest
        emit(CustomerLinked(guest_id=guest.pk, customer_id=target.pk, user_id=user_id), actor=actor, at=now)
    return target.pk


def _locked(guest_id: UUID) -> Customer | None:
    return (
        Customer.objects.select_for_update(of=("self",))
        .filter(pk=guest_id, user__isnull=True, archived_at__isnull=True)
        .first()
    )


def _hand_over(guest: Customer, user_id: UUID) -> None:
    guest.user_id = user_id
    guest.revision += 1
    guest.save(update_fields=["user", "revision"])


def _set_password(user: User, password: str) -> None:
    try:
        validate_password(password, user)
    except ValidationError as error:
        raise WeakPassword(faults=[each.code or "" for each in error.error_list]) from None
    user.set_password(password)
