"""`manage.py check_books`: whether the laws of the books hold; ends with 1 when one is broken."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand, CommandError

from almanac.kit import clock
from almanac.ledger import actions


class Command(BaseCommand):
    help = "Look whether the laws of the books hold (docs/algorithms/ledger.md), and print what breaks them."

    def handle(self, *_: Any, **options: Any) -> None:
        broken = actions.check_books(now=clock.now())
        for words in broken:
            self.stdout.write(words)
        if broken:
            raise CommandError(f"{len(broken)} things are wrong with the books.")
        self.stdout.write(self.style.SUCCESS("The books are in order."))
