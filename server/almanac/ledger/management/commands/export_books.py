"""`manage.py export_books --format hledger|beancount`: the journal of a period as plain text accounting."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from django.core.management.base import BaseCommand, CommandError, CommandParser

from almanac.kit import clock
from almanac.ledger import exports

MONEY = {"all": None, "real": False, "test": True}  # which entries are read: of subjects apart, or of all others


class Command(BaseCommand):
    help = (
        "Write the books as a journal of hledger (ledger reads it too) or beancount. Each tells whether all of it is there: "
        "`hledger check --strict -f FILE`, `bean-check FILE`."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--format", required=True, choices=list(exports.FORMATS))
        parser.add_argument(
            "--since", type=date.fromisoformat, metavar="YYYY-MM-DD", help="first day (default: of all)"
        )
        parser.add_argument(
            "--until", type=date.fromisoformat, metavar="YYYY-MM-DD", help="day after the last (default: tomorrow)"
        )
        parser.add_argument("--zone", default="Europe/London", help="whose days they are (default: Europe/London)")
        parser.add_argument("--money", choices=list(MONEY), default="all", help="real or test money (default: all)")
        parser.add_argument("--output", type=Path, help="write to this file instead")

    def handle(self, *_: Any, **options: Any) -> None:
        period = _period(options["since"], options["until"], options["zone"])
        period = replace(period, apart=MONEY[options["money"]])
        lines = exports.FORMATS[options["format"]](period)
        if options["output"] is None:
            for line in lines:
                self.stdout.write(line, ending="")
            return
        with options["output"].open("w", encoding="utf-8") as file:
            file.writelines(lines)


def _period(since: date | None, until: date | None, named: str) -> exports.Period:
    try:
        zone = ZoneInfo(named)
    except (ZoneInfoNotFoundError, ValueError) as error:
        raise CommandError(f"There is no zone {named}.") from error
    all_of_it = exports.whole(zone, clock.now().astimezone(zone).date())
    period = exports.Period(since or all_of_it.since, until or all_of_it.until, zone)
    if period.since >= period.until:
        raise CommandError("The period ends before it begins.")
    return period
