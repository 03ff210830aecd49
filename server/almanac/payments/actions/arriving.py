"""Messages to our doors: written down as they came, then read. Whose they are, their signature says; what nobody signed is kept
for a while with why it was refused, so that a wrong secret can be seen (docs/algorithms/payments.md, notices)."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from datetime import datetime, timedelta
from uuid import UUID

from django.db import transaction
from django.db.models import F

from almanac.kit import ratelimit
from almanac.kit.errors import NotFound
from almanac.outbox.actions import enqueue
from almanac.payments import registry
from almanac.payments.accounts import company
from almanac.payments.errors import NoSuchNotice
from almanac.payments.models import ProviderAccount, ProviderNotice
from almanac.payments.providers.online import BadSignature, Notice, ProviderDown, ProviderRefused

HANDLE, READ = "payments.handle_notice", "payments.read_notice"
REFUSED = ratelimit.Limit("refused notices", count=60, seconds=600)
WAITING = ratelimit.Limit("notices that wait", count=300, seconds=600)  # a company's own, which it repeats for days
MOST_BODY = 512_000
MOST_REFUSED = 20_000  # signs kept of a body that nobody signed
MOST_HEADERS = 8_000
REFUSED_KEPT = timedelta(days=30)
UNREAD, NOT_OURS = ProviderNotice.UNREAD, ProviderNotice.REFUSED
WAITS = "the company was not there to say whether it is its own"
TOO_LARGE, SIGNATURE, UNREADABLE, NO_ACCOUNT = "too_large", "signature", "unreadable", "no_account"


def receive(*, provider: str, body: bytes, headers: Mapping[str, str], address: str, now: datetime) -> int:
    """Write a message down as it came, then read it. How many notices of it are new: a repeat is counted, and handled no more.
    Where the company has to be asked whether it is its own and does not answer, it is read later.

    Raises NoSuchNotice, and TooManyRequests for an address from which too many came that nobody signed, or that wait to be read:
    those are not kept, and no company is asked.
    """
    if provider not in {kind.name for kind in registry.kinds()}:
        raise NoSuchNotice
    for limit in (REFUSED, WAITING):
        ratelimit.check(limit, address, now=now)
    row = ProviderNotice.objects.create(
        provider=provider,
        about=UNREAD,
        body=body[:MOST_BODY].decode(errors="replace"),
        headers=_headers(headers),
        created_at=now,
    )
    found, why = (None, TOO_LARGE) if len(body) > MOST_BODY else _read(row, body, headers)
    if found is not None:
        return found
    if why == WAITS:
        ProviderNotice.objects.filter(pk=row.pk).update(error=why)
        enqueue(READ, args={"notice_id": str(row.pk)}, due_at=now, key=f"read:{row.pk}")
        ratelimit.spend(WAITING, address, now=now)
        return 0
    _refuse(row, why)
    ratelimit.spend(REFUSED, address, now=now)
    raise NoSuchNotice


def read_again(*, notice_id: UUID, now: datetime) -> None:
    """Read a message anew that could not be read, or was refused, as with a secret that was wrong. Raises NotFound,
    ProviderDown."""
    row = ProviderNotice.objects.filter(pk=notice_id).first()
    if row is None:
        raise NotFound
    if row.account_id is not None:
        return
    found, why = _read(row, row.body.encode(), json.loads(row.headers or "{}"))
    if found is None and why == WAITS:
        raise ProviderDown(why)
    if found is None:
        _refuse(row, why)


def found_in_list(account: ProviderAccount, notices: Iterable[tuple[Notice, str]], *, now: datetime) -> int:
    """Keep what a company's own list tells and never came; how many."""
    with transaction.atomic():
        return sum(_keep(account, notice, body, "", now=now, was_asked_for=True) for notice, body in notices)


def forget_refused(*, now: datetime) -> None:
    """What nobody signed is kept for a month, and so is what could never be read."""
    unsigned = ProviderNotice.objects.filter(about__in=(NOT_OURS, UNREAD), account=None)
    old = unsigned.filter(created_at__lt=now - REFUSED_KEPT)
    old.delete()


def _read(row: ProviderNotice, body: bytes, headers: Mapping[str, str]) -> tuple[int | None, str]:
    """How many new notices it brought, or why none; as of when it came, since signatures grow old."""
    why = NO_ACCOUNT
    accounts = ProviderAccount.objects.filter(provider=row.provider)
    for account in accounts.order_by(F("replaced_at").desc(nulls_first=True), "position", "mode"):
        try:
            notices = company(account).read_notices(body, headers, now=row.created_at)
        except BadSignature:
            why = SIGNATURE if why == NO_ACCOUNT else why
        except ProviderDown:
            why = WAITS
        except ProviderRefused as refused:
            why = why if why == WAITS else refused.code
        except (ValueError, KeyError):
            why = why if why == WAITS else UNREADABLE
        else:
            with transaction.atomic():
                return _take(row, account, notices), ""
    return None, why


def _take(row: ProviderNotice, account: ProviderAccount, notices: tuple[Notice, ...]) -> int:
    """The row becomes the first notice that is new; the others get rows of their own. A repeat leaves none."""
    now, is_free, new = row.created_at, True, 0
    for notice in notices:
        there = ProviderNotice.objects.filter(account=account, event_id=notice.event_id)
        if is_free and not there.exists():
            _name(row, account, notice)
            row.save()
            _ask_to_handle(row, now)
            is_free, new = False, new + 1
        else:
            new += _keep(account, notice, row.body, row.headers, now=now)
    if is_free:
        row.delete()
    return new


def _keep(
    account: ProviderAccount, notice: Notice, body: str, headers: str, *, now: datetime, was_asked_for: bool = False
) -> bool:
    row = ProviderNotice(provider=account.provider, body=body, headers=headers, was_asked_for=was_asked_for)
    row.created_at = now
    _name(row, account, notice)
    told = {field: getattr(row, field) for field in ("provider", "kind", "about", "reference", "body", "headers")}
    kept, is_new = ProviderNotice.objects.get_or_create(
        account=account,
        event_id=row.event_id,
        defaults={**told, "was_asked_for": was_asked_for, "created_at": now},
    )
    if is_new:
        _ask_to_handle(kept, now)
    elif not was_asked_for:
        ProviderNotice.objects.filter(pk=kept.pk).update(times=F("times") + 1, was_asked_for=False)
    return is_new


def _name(row: ProviderNotice, account: ProviderAccount, notice: Notice) -> None:
    row.account, row.event_id, row.kind = account, notice.event_id[:255], notice.kind[:80]
    row.about, row.reference, row.error = notice.about, notice.reference[:255], ""


def _ask_to_handle(row: ProviderNotice, now: datetime) -> None:
    enqueue(HANDLE, args={"notice_id": str(row.pk)}, due_at=now, key=f"notice:{row.pk}")


def _refuse(row: ProviderNotice, why: str) -> None:
    row.about, row.error, row.body = NOT_OURS, why[:200], row.body[:MOST_REFUSED]
    row.save(update_fields=["about", "error", "body"])


def _headers(headers: Mapping[str, str]) -> str:
    """As they came, but what opens doors of ours: a browser may be made to bring its cookies."""
    kept = {name: value for name, value in headers.items() if name not in ("cookie", "authorization")}
    text = json.dumps(kept)
    return text if len(text) <= MOST_HEADERS else "{}"
