"""What is done of going live with a company, and what is left: looked at, never ticked by hand."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from django.db.models import Count, Q

from almanac.business import queries as business
from almanac.business.models import Business
from almanac.business.policies import InvoicePolicy
from almanac.kit.actor import Actor
from almanac.kit.errors import NotAllowed
from almanac.payments import registry
from almanac.payments.accounts import keys_of
from almanac.payments.models import PaymentState, ProviderAccount, ProviderNotice, Refund
from almanac.payments.permissions import can_see_accounts

Mode = ProviderAccount.Mode


class Step(StrEnum):
    """What has to be so."""

    KEYS = "keys"  # each key is there
    WALLETS = "wallets"  # within our page: the company knows our host, and shows wallets there
    COMPANY = "company"  # the company itself, no stand-in
    EVENTS = "events"  # it tells us of all we need, where it says of what it tells
    MESSAGES = "messages"  # its signed messages arrive and are looked after
    PAID = "paid"  # money came by it
    REFUNDED = "refunded"  # and went back
    TRIED = "tried"  # live: money came and went back in test mode
    SELLER = "seller"  # each business says on invoices who sells
    TEST_OFF = "test_off"  # live: nothing new is taken in test mode
    ON = "on"


LIVE_ONLY = frozenset({Step.TRIED, Step.SELLER, Step.TEST_OFF})
IN_PAGE_ONLY = frozenset({Step.WALLETS})


@dataclass(frozen=True, slots=True)
class Checklist:
    """The steps of one company in one mode, in order, and whether each is done."""

    provider: str
    mode: str
    steps: tuple[tuple[Step, bool], ...]


@dataclass(frozen=True, slots=True)
class _Seen:
    """What an account's rows tell."""

    account: ProviderAccount | None
    messages: int = 0
    unhandled: int = 0
    paid: int = 0
    refunded: int = 0


def checklists(actor: Actor) -> list[Checklist]:
    """Of every company in both modes, for administrators. Three SQL queries and one for each business. Raises NotAllowed."""
    if not can_see_accounts(actor):
        raise NotAllowed
    seen = _seen()
    sellers = [business.policy(key, InvoicePolicy) for key in Business.objects.values_list("pk", flat=True)]
    says_who_sells = bool(sellers) and all(each.legal_name and each.address for each in sellers)
    return [
        Checklist(kind.name, mode, tuple(_steps(kind.name, mode, seen, says_who_sells=says_who_sells)))
        for kind in registry.kinds()
        for mode in Mode.values
    ]


def _seen() -> dict[tuple[str, str], _Seen]:
    paid = Count("payments", filter=Q(payments__state=PaymentState.CAPTURED), distinct=True)
    rows = ProviderAccount.objects.filter(replaced_at=None).annotate(paid=paid)
    back = Refund.objects.filter(state=Refund.State.DONE).exclude(payment__account=None)
    refunded = dict(back.values_list("payment__account").annotate(Count("pk")))
    open_ones = Count("pk", filter=Q(handled_at=None))
    told = ProviderNotice.objects.values_list("account").annotate(came=Count("pk"), open=open_ones)
    messages = {account: (came, open_) for account, came, open_ in told}
    return {
        (row.provider, row.mode): _Seen(row, *messages.get(row.pk, (0, 0)), row.paid, refunded.get(row.pk, 0))
        for row in rows
    }


def _steps(
    provider: str, mode: str, seen: dict[tuple[str, str], _Seen], *, says_who_sells: bool
) -> Iterable[tuple[Step, bool]]:
    own, test = (seen.get((provider, each), _Seen(None)) for each in (mode, Mode.TEST))
    keys = keys_of(own.account) if own.account else {}
    in_page = own.account is not None and own.account.takes_in_page
    needed = [key.name for key in registry.kind_of(provider).keys if in_page or not key.for_page]
    done = {
        Step.KEYS: all(keys.get(name) for name in needed),
        Step.WALLETS: own.account is not None and bool(own.account.shows_wallets),
        Step.COMPANY: own.account is not None and not own.account.api_url,
        Step.EVENTS: own.account is not None and not own.account.missing_events,
        Step.MESSAGES: own.messages > 0 and own.unhandled == 0,
        Step.PAID: own.paid > 0,
        Step.REFUNDED: own.refunded > 0,
        Step.TRIED: test.paid > 0 and test.refunded > 0,
        Step.SELLER: says_who_sells,
        Step.TEST_OFF: test.account is None or not test.account.is_on,
        Step.ON: own.account is not None and own.account.is_on,
    }
    left_out = (frozenset() if mode == Mode.LIVE else LIVE_ONLY) | (frozenset() if in_page else IN_PAGE_ONLY)
    return [(step, is_done) for step, is_done in done.items() if step not in left_out]
