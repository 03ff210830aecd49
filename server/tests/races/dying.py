"""Processes that are killed in the middle of paying, refunding and cancelling, and those that heal what they left.

`python -m tests.races.dying` reads a command a line and forks a process for each, so that Django is loaded once; it answers with
the process's result, or that it died. In the environment of a throw-away database; not imported by tests.
"""

from __future__ import annotations

import http.client
import json
import os
import signal
import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from datetime import timedelta
from typing import Any
from unittest.mock import patch
from uuid import UUID

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "almanac.config.settings")
django.setup()

import httpx  # noqa: E402
import time_machine  # noqa: E402
from django.db import connection  # noqa: E402
from django.db.backends.base.base import BaseDatabaseWrapper  # noqa: E402

from almanac.booking.actions import changes  # noqa: E402
from almanac.booking.actions.book import Agreed, book  # noqa: E402
from almanac.invoices.models import Invoice  # noqa: E402
from almanac.invoices.tests.laws import broken_documents  # noqa: E402
from almanac.kit import clock, ids  # noqa: E402
from almanac.kit.actor import STRANGER, SYSTEM, guest  # noqa: E402
from almanac.ledger.models import Role  # noqa: E402
from almanac.ledger.queries import balance, broken_laws, entries_about  # noqa: E402
from almanac.outbox import worker  # noqa: E402
from almanac.outbox.models import Task  # noqa: E402
from almanac.payments.actions import pages, takings  # noqa: E402
from almanac.payments.models import UNDECIDED, Payment, ProviderAccount, Refund  # noqa: E402
from almanac.sales.models import Order  # noqa: E402
from almanac.scheduling.models import Claim  # noqa: E402
from almanac.scheduling.tests.factories import NOW, at  # noqa: E402
from tests.followed import BESIDE  # noqa: E402
from tests.races import journeys  # noqa: E402
from tests.tills import nobody_is_looked_at  # noqa: E402

CARD = {"number": "4242424242424242", "expiry": "12 / 34", "cvc": "123"}
WAYS = pages.Ways("https://shop.example/{payment}", "https://shop.example/")
A_DAY = 20  # visits
GIVEN_BACK = 1_500


def build(*, url: str, secret_key: str, webhook_secret: str) -> dict[str, Any]:
    """A shop that takes cards by the company at this address."""
    ProviderAccount.objects.create(
        provider="stripe",
        mode=ProviderAccount.Mode.TEST,
        keys=json.dumps({"secret_key": secret_key, "webhook_secret": webhook_secret}),
        api_url=url,
        is_on=True,
    )
    opened = journeys.open_shop(people=2)
    nobody_is_looked_at()  # everybody here has one mailbox
    return opened


def prepare(*, service: str, staff: list[str], first: int, count: int, is_paid: bool) -> dict[str, Any]:
    """So many orders of a visit each, that wait for money or are paid."""
    found = []
    for number in range(first, first + count):
        day, place = divmod(number, A_DAY)
        hour, person = divmod(place, 2)
        made = journeys.fill(service=service, lines=[[at(2 * hour, day=7 + day), staff[person]]])
        agreed = Agreed(journeys.PRICE, "card", early_start_consent=True)
        (order,) = book(
            actor=STRANGER, token=made["token"], agreed=agreed, key=str(ids.new_id()), language="en", now=NOW
        )
        if is_paid:
            pay(order)
        found.append(str(order.pk))
    worker.drain()
    return {"orders": found}


def pay(order: Order) -> None:
    """The customer goes to the company's page, pays and comes back."""
    payment = pages.start(actor=guest(order.pk), order=order, method="card", ways=WAYS, language="en", now=clock.now())
    with httpx.Client(timeout=10) as browser:
        assert browser.post(payment.page_url, data=CARD).status_code == 303
    pages.check(payment, now=clock.now())


def refund(order: Order) -> None:
    """Somebody of the team gives a part of it back."""
    amounts = {order.lines.get().pk: GIVEN_BACK}
    takings.refund_by_hand(actor=SYSTEM, order=order, amounts=amounts, note="late", now=clock.now())


def cancel(order: Order) -> None:
    """The customer calls the visit off, early enough for all of it to go back."""
    visit_id = order.lines.get().appointment_id
    assert visit_id is not None
    changes.cancel(actor=guest(order.pk), appointment_id=visit_id, reason="", now=clock.now(), shown=None)


JOURNEYS: dict[str, Callable[[Order], None]] = {"pay": pay, "refund": refund, "cancel": cancel}


def go(*, journey: str, order: str, die_at: int | None) -> dict[str, Any]:
    """The journey and what follows from it for money and time, up to a point; how many points there are. Letters are written
    while all is healed."""
    row, others = Order.objects.get(pk=order), set(_queued())
    with deadly(die_at) as points:
        JOURNEYS[journey](row)
        while mine := [task_id for task_id in _queued() if task_id not in others]:
            for task_id in mine:
                worker.run_task(task_id)
    return {"points": len(points), "calls": [number for number, what in enumerate(points) if what == "call"]}


def _queued() -> list[UUID]:
    due = Task.objects.filter(state=Task.State.QUEUED, due_at__lte=clock.now()).exclude(name__regex=BESIDE)
    return list(due.order_by("due_at", "pk").values_list("pk", flat=True))


@contextmanager
def deadly(die_at: int | None) -> Iterator[list[str]]:
    """The process is killed at this point. Points are: before each statement, before each commit, and before each call of a
    company and after its answer."""
    points: list[str] = []

    def point(what: str) -> None:
        if len(points) == die_at:
            os.kill(os.getpid(), signal.SIGKILL)
        points.append(what)

    def statement(execute: Any, *details: Any) -> Any:
        point("statement")
        return execute(*details)

    commit, request, answer = (
        BaseDatabaseWrapper.commit,
        http.client.HTTPConnection.putrequest,
        http.client.HTTPConnection.getresponse,
    )

    def committing(wrapper: Any) -> None:
        point("commit")
        commit(wrapper)

    def calling(line: Any, *details: Any, **more: Any) -> None:
        point("call")
        request(line, *details, **more)

    def answered(line: Any, *details: Any, **more: Any) -> Any:
        found = answer(line, *details, **more)
        point("call")
        return found

    with ExitStack() as stack:
        stack.enter_context(connection.execute_wrapper(statement))
        stack.enter_context(patch.object(BaseDatabaseWrapper, "commit", committing))
        stack.enter_context(patch.object(http.client.HTTPConnection, "putrequest", calling))
        stack.enter_context(patch.object(http.client.HTTPConnection, "getresponse", answered))
        yield points


def heal() -> dict[str, Any]:
    """No message of the company's ever comes. Time passes, the worker works: an hour, two, as long as something waits."""
    moment = NOW
    with time_machine.travel(NOW, tick=False) as traveller:
        for round_number in range(30):
            moment += timedelta(minutes=1 if round_number == 0 else 61)
            traveller.move_to(moment)
            worker.drain()
            if round_number >= 3 and not Payment.objects.filter(state__in=UNDECIDED).exists():
                break
    return {"dead": list(Task.objects.filter(state=Task.State.DEAD).values_list("name", flat=True))}


def look() -> dict[str, Any]:
    """What is true in the end: of each order, and of the books."""
    return {
        "orders": {str(order.pk): _told(order) for order in Order.objects.all()},
        "clearing": balance(Role.CLEARING, "GBP", "stripe"),
        "broken": [*broken_laws(), *broken_documents()],
        "charges": list(Payment.objects.exclude(charge="").values_list("charge", "order_id")),
        "idle_claims": Claim.objects.filter(appointments=None, held_seats=None).count(),
    }


def _told(order: Order) -> dict[str, Any]:
    kinds = [entry.kind for entry in entries_about(f"order:{order.pk}")]
    visit = order.lines.get().appointment
    documents = Invoice.objects.filter(order=order)
    return {
        "state": order.state,
        "visit": visit.state if visit else "",
        "holds_time": bool(visit and visit.claim_id),
        "paid": order.paid_amount,
        "captures": kinds.count("capture"),
        "fees": kinds.count("fee"),
        "refunds": sorted([each.state, each.amount] for each in Refund.objects.filter(payment__order=order)),
        "invoiced": sorted(documents.filter(kind="invoice").values_list("total_amount", flat=True)),
        "credited": sorted(documents.filter(kind="credit_note").values_list("total_amount", flat=True)),
    }


COMMANDS: dict[str, Any] = {"build": build, "prepare": prepare, "go": go, "heal": heal, "look": look}


def answer(command: dict[str, Any]) -> dict[str, Any]:
    """Do it in a process of its own, on a Friday morning that does not pass."""
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(reading)
        with os.fdopen(writing, "w") as told, time_machine.travel(NOW, tick=False):
            try:
                result = {"result": COMMANDS[command.pop("do")](**command)}
            except BaseException as error:
                result = {"error": repr(error)}
            told.write(json.dumps(result, default=str))
        os._exit(0)
    os.close(writing)
    with os.fdopen(reading) as heard:
        said = heard.read()
    os.waitpid(child, 0)
    found: dict[str, Any] = json.loads(said) if said else {"died": True}
    return found


if __name__ == "__main__":
    for line in sys.stdin:
        sys.stdout.write(json.dumps(answer(json.loads(line))) + "\n")
        sys.stdout.flush()
