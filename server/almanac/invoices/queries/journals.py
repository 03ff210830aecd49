"""What moved of gift cards and prepaid visits without a document of its own, for accountants: spent, given back to a card, earned
by a visit, given away, ended. From the books, so that both say the same (docs/algorithms/invoices.md, for accountants)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, datetime, time, timedelta
from itertools import islice
from uuid import UUID
from zoneinfo import ZoneInfo

from django.db.models import Exists, OuterRef, Q, QuerySet

from almanac.business.models import Business
from almanac.business.policies import InvoicePolicy
from almanac.business.queries import by_slug, policy
from almanac.invoices.facts import JournalLine
from almanac.invoices.permissions import can_export
from almanac.invoices.queries.statements import check_period
from almanac.kit.actor import Actor
from almanac.kit.errors import NotAllowed
from almanac.ledger.apart import entries_of
from almanac.ledger.models import MONEY_ROLES, Posting, Role
from almanac.payments.modes import Money, money_wanted
from almanac.sales.models import GiftCard
from almanac.sales.pass_tables import VisitPass

AT_ONCE = 500
PAYS = ("redeem", "refund")  # a card pays for something, or is given it back
ABOUT = {
    "redeem": "Gift card spent",
    "refund": "Given back to a gift card",
    "earn": "Prepaid visit made or lapsed",
    "goodwill": "Given by hand",
    "void": "Ended by hand",
}


def journal_for(
    actor: Actor, *, business: str, first_on: date, last_on: date, money: Money | None = None
) -> Iterator[JournalLine]:
    """Both lines of each movement of real or of test money, as they happened on these days of the business. Raises NotAllowed,
    NotFound, PeriodWrong."""
    if not can_export(actor):
        raise NotAllowed
    check_period(first_on, last_on)
    seller = by_slug(business)
    moved = _moved(seller, first_on, last_on).filter(entries_of(money_wanted(money).apart, prefix="entry__"))
    return _lines(seller, policy(seller.pk, InvoicePolicy), moved)


def _moved(seller: Business, first_on: date, last_on: date) -> QuerySet[Posting]:
    """What documents tell is left out: a sale and its refund move money, and what a card bought is on an invoice."""
    zone = ZoneInfo(seller.zone)
    begins, ends = (datetime.combine(day, time(), zone) for day in (first_on, last_on + timedelta(days=1)))
    by_money = Posting.objects.filter(entry=OuterRef("entry"), account__role__in=MONEY_ROLES)
    found = Posting.objects.filter(
        account__role__in=(Role.GIFT_CARD, Role.PREPAID), happened_at__gte=begins, happened_at__lt=ends
    )
    found = found.exclude(Q(entry__kind__in=("capture", "refund")) & Q(Exists(by_money)))
    found = found.exclude(account__role=Role.PREPAID, entry__kind__in=PAYS)
    return found.select_related("entry", "account").order_by("happened_at", "entry", "pk")


def _lines(seller: Business, rules: InvoicePolicy, moved: QuerySet[Posting]) -> Iterator[JournalLine]:
    zone = ZoneInfo(seller.zone)
    postings = moved.iterator(chunk_size=AT_ONCE)
    while chunk := list(islice(postings, AT_ONCE)):
        own = _holders_of(seller, chunk)
        for posting in chunk:
            if posting.account.holder in own:
                yield from _both_sides(posting, rules, zone)


def _both_sides(posting: Posting, rules: InvoicePolicy, zone: ZoneInfo) -> Iterator[JournalLine]:
    kind = posting.entry.kind
    against = rules.goodwill_code
    if kind in PAYS:
        against = rules.redeemed_code
    elif kind == "earn":
        against = rules.account_code
    for account, amount in ((rules.liability_code, posting.amount), (against, -posting.amount)):
        yield JournalLine(
            number=str(posting.pk),
            on=posting.happened_at.astimezone(zone).date(),
            account=account,
            amount=amount,
            currency=posting.entry.currency,
            about=f"{ABOUT.get(kind, kind)} ({posting.account.holder.rpartition(':')[2][-8:]})",
        )


def _holders_of(seller: Business, postings: Iterable[Posting]) -> set[str]:
    """Which of these cards and passes are this business's. Two SQL queries."""
    ids = {UUID(posting.account.holder.rpartition(":")[2]) for posting in postings}
    cards = GiftCard.objects.filter(pk__in=ids, business=seller).values_list("pk", flat=True)
    passes = VisitPass.objects.filter(pk__in=ids, business=seller).values_list("pk", flat=True)
    return {f"gift_card:{key}" for key in cards} | {f"pass:{key}" for key in passes}
