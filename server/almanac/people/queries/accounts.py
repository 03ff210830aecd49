"""Who a signed-in user is."""

from __future__ import annotations

from uuid import UUID

from allauth.account.models import EmailAddress

from almanac.kit.actor import STRANGER, Actor, Role, Scope
from almanac.people.models import User, UserRole
from almanac.people.queries.scopes import scope_of


def actor_of_user(user: User) -> Actor:
    """The Actor of a signed-in user. One SQL query, four for a manager; archived people have lost their rights."""
    if not user.is_active:
        return STRANGER
    customer_id, customer_archived, staff_id, staff_archived = User.objects.values_list(
        "customer", "customer__archived_at", "staff_member", "staff_member__archived_at"
    ).get(pk=user.pk)
    return Actor(
        role=Role(user.role),
        user_id=user.pk,
        customer_id=None if customer_archived else customer_id,
        staff_id=None if staff_archived else staff_id,
        scope=scope_of(user.pk) if user.role == UserRole.MANAGER else Scope(),
    )


def user_of(actor: Actor) -> User | None:
    """The row of whoever is signed in, with their staff member and its business. One SQL query."""
    if actor.user_id is None:
        return None
    return User.objects.select_related("staff_member__business").filter(pk=actor.user_id).first()


def somebody_signs_in_with(email: str) -> bool:
    """Whether an account has this e-mail, or has proven it. Never to be told to a stranger. Two SQL queries."""
    email = email.strip()
    return (
        User.objects.filter(email__iexact=email).exists()
        or EmailAddress.objects.filter(email__iexact=email, verified=True).exists()
    )


def proven_emails(user_id: UUID) -> list[str]:
    """The mailboxes an account has proven to be its own. One SQL query."""
    return list(EmailAddress.objects.filter(user=user_id, verified=True).values_list("email", flat=True))
