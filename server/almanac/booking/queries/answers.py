"""What was answered on the way to a booking, judged by the services' own questions."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from uuid import UUID

from almanac.booking.content import LineContent
from almanac.catalog.queries.answers import Answered, any_ids, file_ids, judged_with_files
from almanac.catalog.queries.offers import OnOffer
from almanac.catalog.questions import form_of, live
from almanac.files import queries as files


def answered(lines: Sequence[LineContent], offers: Mapping[UUID, OnOffer], *, files_owner: str) -> dict[UUID, Answered]:
    """What each line was answered, by line. One SQL query where a file was sent, else none."""
    forms = {line.id: live(form_of(_questions(line, offers))) for line in lines}
    named = {file_id for line in lines for file_id in file_ids(forms[line.id], line.answers)}
    there = files.private_files(files_owner, named)
    return {line.id: judged_with_files(forms[line.id], line.answers, there) for line in lines}


def file_ids_in(line: LineContent) -> set[UUID]:
    """Every id among a line's answers."""
    return any_ids(line.answers.values())


def _questions(line: LineContent, offers: Mapping[UUID, OnOffer]) -> list[dict[str, object]]:
    offer = offers.get(line.service_id)
    return offer.service.questions if offer else []
