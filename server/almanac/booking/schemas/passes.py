"""Packages whose visits may pay for lines of a basket, as the API tells them."""

from __future__ import annotations

from datetime import date
from typing import Self
from uuid import UUID

from ninja import Schema

from almanac.booking.content import BasketContent, LineContent
from almanac.booking.queries.passes import PassChoice, Prepaid
from almanac.sales.passes import Misfit


class PassChoiceOut(Schema):
    """A package that one has: by the end of its code, how many of its visits are left beside those that the basket uses, and its
    last day; null: it has none."""

    id: UUID
    name: str
    ending: str
    left: int
    valid_until: date | None

    @classmethod
    def of(cls, choice: PassChoice) -> Self:
        held = choice.standing.held
        return cls(id=held.pk, name=held.name, ending=held.ending, left=choice.left, valid_until=held.valid_until)


class LinePassOut(Schema):
    """What packages do for a line: the one it uses, for how many visits (`visits`) of those that the line has, and which it may
    use; `refused`: why not the one that was wished, or not for the rest of its visits."""

    used: PassChoiceOut | None = None
    visits: int = 0
    refused: Misfit | None = None
    choices: list[PassChoiceOut] = []

    @classmethod
    def of(cls, line: LineContent, prepaid: Prepaid) -> Self:
        choices = [PassChoiceOut.of(choice) for choice in prepaid.choices.get(line.id, ())]
        used = prepaid.used_by(line)
        return cls(
            used=next((choice for choice in choices if choice.id in used), None),
            visits=len(used),
            refused=prepaid.why_not(line),
            choices=choices,
        )


class NamedPassOut(Schema):
    """A package that was named for the basket by its code, how many visits are left of it and how many of them are used here."""

    id: UUID
    name: str
    ending: str
    left: int
    used: int
    valid_until: date | None

    @classmethod
    def named(cls, content: BasketContent, prepaid: Prepaid) -> list[Self]:
        """Those that were named, in their order."""
        found = [prepaid.passes[pass_id] for pass_id in content.passes if pass_id in prepaid.passes]
        used = list(prepaid.used.values())
        return [
            cls(
                id=each.held.pk,
                name=each.held.name,
                ending=each.held.ending,
                left=each.left,
                used=used.count(each.held.pk),
                valid_until=each.held.valid_until,
            )
            for each in found
        ]
