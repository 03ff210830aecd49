"""Answers of an order line as the API tells them, each reader theirs."""

from __future__ import annotations

from datetime import datetime

from almanac.catalog.questions import answers_in
from almanac.catalog.schemas.answers import AnswerOut
from almanac.kit.actor import Actor, Role
from almanac.sales.models import OrderLine


def answers_out(line: OrderLine, actor: Actor, language: str, now: datetime) -> list[AnswerOut]:
    """What was answered when the line was sold. Staff members are told what is marked as theirs to know.

    Whoever calls this has seen that the actor may see the line.
    """
    return [
        AnswerOut.of(kept, actor, language, now)
        for kept in answers_in(line.answers)
        if kept.for_staff or actor.role is not Role.STAFF
    ]
