"""Accounts of customers: opening one, and the e-mail address that was shown to be theirs."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from allauth.account.models import EmailAddress
from django.db import transaction

from almanac.kit.actor import Actor
from almanac.outbox.actions import emit
from almanac.people.actions.rows import write
from almanac.people.events import AccountOpened, AddressConfirmed, CustomerRecorded
from almanac.people.models import Customer, User, UserRole


def open_account(*, actor: Actor, user: User, now: datetime) -> Customer:
    """Store a new user as a customer, whatever else was asked for, with the row things are booked for.

    Raises IntegrityError when somebody signs in with this e-mail already: two at once are told apart by the database.
    """
    user.role = UserRole.CUSTOMER
    user.is_staff = user.is_superuser = False
    with transaction.atomic():
        user.save()
        customer = Customer.objects.create(
            user=user, name=user.name, email=user.email, phone=user.phone, language=user.language
        )
        emit(AccountOpened(user_id=user.pk, customer_id=customer.pk), actor=actor, at=now)
        emit(CustomerRecorded(customer_id=customer.pk, is_guest=False), actor=actor, at=now)
    return customer


def address_confirmed(*, actor: Actor, user_id: UUID, email: str, now: datetime) -> None:
    """Somebody proved that this address is theirs: from now on we write to them there."""
    with transaction.atomic():
        for customer in Customer.objects.select_for_update().filter(user_id=user_id).exclude(email=email):
            write(customer, {"email": email})
        user = User.objects.get(pk=user_id)
        emit(AddressConfirmed(user_id=user.pk), actor=actor, at=now, personal={"email": email})


def trust_address(user: User) -> None:
    """Take the user's e-mail as proven without a letter: a person we trust vouches for it, or they came by a link we
    sent there. What others had claimed of it without proof is void."""
    email = user.email.lower()
    void_claims(email, but_of=user)
    EmailAddress.objects.update_or_create(user=user, email=email, defaults={"verified": True, "primary": True})


def void_claims(email: str, *, but_of: User | None = None) -> None:
    """Forget who only wished to change to this address, now that its owner is here. What is somebody's own address stays,
    proven or not."""
    claims = EmailAddress.objects.filter(email=email.lower(), verified=False)
    claims = claims.exclude(user=but_of) if but_of else claims.exclude(user__email__iexact=email)
    claims.delete()
