"""Writes of answers to a service's questions, and of the files sent with them."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from uuid import UUID

from almanac.booking.actions.baskets import changing, give_up_times, line_in
from almanac.booking.content import BasketContent, LineContent
from almanac.booking.errors import NoBasket
from almanac.booking.models import Basket
from almanac.booking.queries.answers import file_ids_in
from almanac.booking.queries.baskets import basket_behind
from almanac.catalog.errors import NotOnOffer
from almanac.catalog.models import Service
from almanac.catalog.queries.lengths import minutes_by_answers
from almanac.catalog.questions import AnswerValue, FormQuestion, form_of, live
from almanac.engine.questions import QuestionKind
from almanac.files import actions as files
from almanac.files.uploads import checked_upload
from almanac.kit.errors import NotFound
from almanac.kit.text import many_lines


def save_answers(*, token: str, line_id: UUID, answers: Mapping[UUID, AnswerValue | None], now: datetime) -> Basket:
    """Keep what was answered so far, however incomplete; what is not named stays, null takes an answer back.

    Where the visit is longer or shorter by them its chosen time is given up, as with extras.
    Answers to questions the service does not ask are left out, and files are sent by `send_file`: here they can only be
    taken back. Raises NoBasket, LineUnknown, NotOnOffer.
    """
    with changing(token=token, now=now) as (basket, content):
        line = line_in(content, line_id)
        asked = _form(line)
        form, before = {question.id: question for question in asked}, minutes_by_answers(asked, line.answers)
        for key, answer in answers.items():
            if answer is None:
                line.answers.pop(key, None)
            elif key in form and form[key].kind is not QuestionKind.FILE:
                line.answers[key] = many_lines(answer) if isinstance(answer, str) else answer
        if minutes_by_answers(asked, line.answers) != before:
            give_up_times(basket, content, [line], now=now)
        _forget_files(basket, content, now=now)
    return basket


def send_file(*, token: str, line_id: UUID, question_id: UUID, content: bytes, name: str, now: datetime) -> Basket:
    """Answer a question with a file; one sent before goes. Its bytes are looked at and stored before the basket is locked.

    Raises NoBasket, LineUnknown, NotOnOffer, NotFound (no question for a file), FileTooLarge, FileUnreadable, FilesFull.
    """
    basket = basket_behind(token, now=now)
    if basket is None or basket.order_id is not None:
        raise NoBasket
    file = files.store_private(checked_upload(content, name=name), owner=basket.files_owner, now=now)
    try:
        with changing(token=token, now=now) as (changed, latest):
            line = line_in(latest, line_id)
            asked = _form(line)
            if not any(q.id == question_id and q.kind is QuestionKind.FILE for q in asked):
                raise NotFound
            before = minutes_by_answers(asked, line.answers)
            line.answers.pop(question_id, None)
            _forget_files(changed, latest, now=now)
            files.keep_private(file, now=now)
            line.answers[question_id] = str(file.pk)
            if minutes_by_answers(asked, line.answers) != before:
                give_up_times(changed, latest, [line], now=now)
    except Exception:
        files.forget_bytes(file)
        raise
    return changed


def _form(line: LineContent) -> list[FormQuestion]:
    """The questions of a line's service. Raises NotOnOffer."""
    questions = Service.objects.filter(pk=line.service_id).values_list("questions", flat=True).first()
    if questions is None:
        raise NotOnOffer(what="service", service_id=line.service_id)
    return live(form_of(questions))


def _forget_files(basket: Basket, content: BasketContent, *, now: datetime) -> None:
    """Files that no answer names any more go with the next purge."""
    named = {file_id for line in content.lines for file_id in file_ids_in(line)}
    files.let_go(owners=[basket.files_owner], keep=named, now=now)
