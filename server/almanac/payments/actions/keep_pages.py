"""A company's page on which a customer leaves a card for later without paying. No company is asked in a transaction."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from almanac.kit.actor import Actor
from almanac.kit.errors import NotAllowed, NotFound
from almanac.payments.accounts import company
from almanac.payments.actions.dues import PAGE_TIME
from almanac.payments.actions.keeping import agree_to_keep, keep
from almanac.payments.errors import CompanySilent, PaymentRefused
from almanac.payments.models import KeptMethod, KeptMethodPage
from almanac.payments.providers.online import ProviderDown, ProviderRefused, SetupAsk, Stage
from almanac.payments.queries import account_for, kept_at
from almanac.people.models import Customer


def open_page(*, actor: Actor, language: str, done: str, back: str, now: datetime) -> tuple[KeptMethodPage, str]:
    """A new page and its address; `{page}` in `done` becomes its id. Who opens it agrees to what it is for.

    Raises NotAllowed (no customer), InvalidInput (no company keeps cards), CompanySilent, PaymentRefused.
    """
    customer = Customer.objects.filter(pk=actor.customer_id).first() if actor.customer_id else None
    if customer is None:
        raise NotAllowed
    account = account_for(KeptMethod.Kind.CARD)
    page = KeptMethodPage.objects.create(customer=customer, account=account, closes_at=now + PAGE_TIME)
    ask = SetupAsk(
        key=f"keep:{page.pk}",
        email=customer.email,
        language=language,
        return_url=done.replace("{page}", str(page.pk)),
        cancel_url=back,
        closes_at=page.closes_at,
        customer_reference=kept_at(customer.pk, account.pk),
    )
    try:
        opened = company(account).open_setup_page(ask)
    except ProviderDown as error:
        raise CompanySilent from error
    except ProviderRefused as error:
        raise PaymentRefused(reason=error.code) from error
    page.reference = opened.reference
    page.save(update_fields=["reference"])
    agree_to_keep(actor=actor, customer_id=customer.pk, now=now)
    return page, opened.url


def check(*, actor: Actor, page_id: UUID, now: datetime) -> KeptMethod | None:
    """Ask what was left on a page and keep it. Doing it again changes nothing. Raises NotFound, CompanySilent."""
    rows = KeptMethodPage.objects.select_related("account", "kept__account")
    page = rows.filter(pk=page_id, customer_id=actor.customer_id).first() if actor.customer_id else None
    if page is None:
        raise NotFound
    if page.kept is not None or not page.reference:
        return page.kept
    try:
        standing = company(page.account).look_up_setup(page.reference)
    except (ProviderDown, ProviderRefused) as error:
        raise CompanySilent from error
    if standing.stage is not Stage.CAPTURED or not standing.method_reference:
        return None
    kept = keep(
        customer_id=page.customer_id,
        account=page.account,
        method=KeptMethod.Kind.CARD,
        label=standing.label,
        customer_reference=standing.customer_reference,
        method_reference=standing.method_reference,
        now=now,
    )
    KeptMethodPage.objects.filter(pk=page.pk).update(kept=kept)
    return kept
