"""A request sent twice is done once."""

from __future__ import annotations

import pytest
from django.db import transaction

from almanac.outbox import idempotency
from almanac.outbox.errors import IdempotencyInProgress, IdempotencyMismatch, OutsideTransaction
from almanac.outbox.idempotency import Stored, begin, finish
from almanac.outbox.models import IdempotencyKey
from almanac.outbox.tests.conftest import Clock


@pytest.mark.django_db
def test_the_second_gets_the_first_ones_answer(moment: Clock) -> None:
    assert begin("cleo", "k", "print", moment.now) is None
    finish("cleo", "k", status=201, response={"number": "VC-1"})
    assert begin("cleo", "k", "print", moment.now) == Stored(201, {"number": "VC-1"})
    assert begin("otto", "k", "print", moment.now) is None, "another's key is another key"


@pytest.mark.django_db
def test_the_same_key_for_something_else_is_refused(moment: Clock) -> None:
    begin("cleo", "k", "print", moment.now)
    with pytest.raises(IdempotencyMismatch):
        begin("cleo", "k", "other", moment.now)


@pytest.mark.django_db
def test_a_refused_request_leaves_its_key_free(moment: Clock) -> None:
    with transaction.atomic():
        begin("cleo", "k", "print", moment.now)
        transaction.set_rollback(True)
    assert begin("cleo", "k", "print", moment.now) is None


@pytest.mark.django_db
def test_a_key_without_an_answer_is_in_progress(moment: Clock) -> None:
    begin("cleo", "k", "print", moment.now)
    with pytest.raises(IdempotencyInProgress):
        begin("cleo", "k", "print", moment.now)


@pytest.mark.django_db
def test_an_answer_is_kept_once(moment: Clock) -> None:
    with pytest.raises(LookupError):
        finish("cleo", "k", status=200, response={})
    begin("cleo", "k", "print", moment.now)
    finish("cleo", "k", status=200, response={})
    with pytest.raises(LookupError):
        finish("cleo", "k", status=500, response={})


@pytest.mark.django_db(transaction=True)
def test_a_key_outside_a_transaction_is_refused(moment: Clock) -> None:
    with pytest.raises(OutsideTransaction):
        idempotency.begin("cleo", "k", "print", moment.now)
    assert not IdempotencyKey.objects.exists()
