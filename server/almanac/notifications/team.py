"""Whom of the team a letter about the money of an order goes to, and which page its button opens."""

from __future__ import annotations

from collections.abc import Iterator

from almanac.business.policies import LetterPolicy, TeamLetters
from almanac.business.queries import policy
from almanac.kit.actor import ScopeAction
from almanac.kit.pages import site
from almanac.notifications.money_letters import ABOUT_DISPUTES, MoneyMessage
from almanac.payments.permissions import can_refund
from almanac.people.models import ManagerScope, User, UserRole
from almanac.people.queries.accounts import actor_of_user
from almanac.sales.models import Order


def team_of(order: Order, message: MoneyMessage) -> list[User]:
    """Administrators, and managers who may give money of this order back, as the business's setting has it. What is to be
    approved is the administrators' alone, and a dispute that can be answered always theirs too: nobody else can. Two SQL
    queries, and five for each manager with the right."""
    rules = policy(order.business_id, LetterPolicy)
    wanted = rules.disputes_to if message in ABOUT_DISPUTES else rules.failures_to
    if message is MoneyMessage.HELD:
        wanted = TeamLetters.ADMINS
    managers = [] if wanted is TeamLetters.ADMINS else list(_managers(order))
    if wanted is TeamLetters.MANAGERS and managers and message is not MoneyMessage.DISPUTED:
        return managers
    return [*User.objects.filter(role=UserRole.ADMIN, is_active=True).order_by("pk"), *managers]


# Of a warning nothing was taken yet: what is left to do is to give the order's money back.
OF_DISPUTES = ABOUT_DISPUTES - {MoneyMessage.WARNED}


def page_for(user: User, order: Order, message: MoneyMessage) -> str:
    """The page of theirs where it is seen to."""
    pages = site(user.language)
    if user.role != UserRole.ADMIN:
        return f"{pages}/man/orders/{order.number}/"
    if message is MoneyMessage.HELD:
        return f"{pages}/ad/payments/review/"
    return f"{pages}/ad/payments/disputes/" if message in OF_DISPUTES else f"{pages}/ad/orders/{order.number}/"


def _managers(order: Order) -> Iterator[User]:
    """Actions are compared here: SQLite cannot search within JSON lists."""
    scopes = ManagerScope.objects.filter(user__role=UserRole.MANAGER, user__is_active=True).select_related("user")
    for scope in scopes.order_by("user", "pk"):
        if ScopeAction.REFUNDS in scope.actions and can_refund(actor_of_user(scope.user), order):
            yield scope.user
