"""Events and tasks are part of the change they belong to."""

from __future__ import annotations

from datetime import timedelta
from uuid import uuid4

import pytest
from django.db import IntegrityError, connection, transaction
from django.test.utils import CaptureQueriesContext

from almanac.kit.actor import SYSTEM, Actor, Role
from almanac.outbox import actions, registry
from almanac.outbox.errors import OutsideTransaction
from almanac.outbox.models import EventRow, IdempotencyKey, Task
from almanac.outbox.tests.conftest import Clock
from almanac.outbox.tests.factories import Handlers, KettleBoiled, kettle_boiled


@pytest.mark.django_db(transaction=True)
def test_an_event_outside_a_transaction_is_refused(moment: Clock) -> None:
    with pytest.raises(OutsideTransaction):
        actions.emit(kettle_boiled(), actor=SYSTEM, at=moment.now)
    assert not EventRow.objects.exists()


@pytest.mark.django_db
def test_an_event_is_kept_with_one_task_per_reaction(moment: Clock, handlers: Handlers) -> None:
    registry.reaction(KettleBoiled, "test.pour")(handlers.keep)
    registry.reaction(KettleBoiled, "test.whistle")(handlers.keep)
    event, user_id = kettle_boiled(), uuid4()
    row = actions.emit(event, actor=Actor(Role.ADMIN, user_id=user_id), at=moment.now, personal={"was": "Cleo"})
    row.refresh_from_db()
    assert (row.name, row.actor_role, row.user_id, row.business_id) == (
        "test.kettle_boiled",
        "admin",
        user_id,
        event.business_id,
    )
    assert KettleBoiled.from_payload(row.payload) == event
    assert row.personal == {"was": "Cleo"}
    tasks = Task.objects.filter(event=row).order_by("name").values_list("name", "state", "due_at")
    assert list(tasks) == [("test.pour", "queued", moment.now), ("test.whistle", "queued", moment.now)]


def boil_and_fail(moment: Clock) -> None:
    with actions.gathered():
        actions.emit(kettle_boiled(), actor=SYSTEM, at=moment.now)
        raise LookupError


@pytest.mark.django_db
def test_gathered_events_are_written_at_the_end_with_their_tasks(moment: Clock, handlers: Handlers) -> None:
    registry.reaction(KettleBoiled, "test.pour")(handlers.keep)
    with CaptureQueriesContext(connection) as captured, actions.gathered():
        rows = [actions.emit(kettle_boiled(), actor=SYSTEM, at=moment.now) for _ in range(3)]
        assert not captured.captured_queries
    assert len(captured) == 2
    assert set(Task.objects.values_list("event", "name")) == {(row.pk, "test.pour") for row in rows}
    with pytest.raises(LookupError):
        boil_and_fail(moment)
    actions.emit(kettle_boiled(), actor=SYSTEM, at=moment.now)
    assert EventRow.objects.count() == 4, "those of a change that failed are gone, and the next one is its own"


@pytest.mark.django_db
def test_a_rolled_back_change_leaves_no_event(moment: Clock, handlers: Handlers) -> None:
    registry.reaction(KettleBoiled, "test.pour")(handlers.keep)
    with transaction.atomic():
        actions.emit(kettle_boiled(), actor=SYSTEM, at=moment.now)
        transaction.set_rollback(True)
    assert not EventRow.objects.exists()
    assert not Task.objects.exists()


@pytest.mark.django_db
def test_a_reaction_to_an_event_exists_once(moment: Clock, handlers: Handlers) -> None:
    registry.reaction(KettleBoiled, "test.pour")(handlers.keep)
    row = actions.emit(kettle_boiled(), actor=SYSTEM, at=moment.now)
    with pytest.raises(IntegrityError), transaction.atomic():
        Task.objects.create(event=row, name="test.pour", due_at=moment.now)


def test_two_handlers_cannot_share_a_name(handlers: Handlers) -> None:
    registry.task("test.pour")(handlers.keep)
    registry.task("test.pour")(handlers.keep)
    with pytest.raises(ValueError, match=r"test\.pour"):
        registry.task("test.pour")(print)


@pytest.mark.django_db
def test_a_key_is_enqueued_once(moment: Clock) -> None:
    first = actions.enqueue("test.pour", args={"cups": 1}, due_at=moment.now, key="tea")
    second = actions.enqueue("test.pour", args={"cups": 2}, due_at=moment.now, key="tea")
    assert (second.pk, second.args) == (first.pk, {"cups": 1})
    assert Task.objects.get() == first


@pytest.mark.django_db
def test_the_purge_keeps_what_still_matters(moment: Clock, handlers: Handlers) -> None:
    registry.reaction(KettleBoiled, "test.pour")(handlers.keep)
    event = actions.emit(kettle_boiled(), actor=SYSTEM, at=moment.now)
    Task.objects.update(state="done", finished_at=moment.now)
    for name, state in (("duty", "done"), ("dead", "dead"), ("waiting", "queued")):
        Task.objects.create(name=name, state=state, due_at=moment.now, finished_at=moment.now)
    IdempotencyKey.objects.create(scope="s", key="k", fingerprint="f", created_at=moment.now)
    assert actions.purge(now=moment.now + timedelta(hours=25)) == 1
    assert set(Task.objects.values_list("name", flat=True)) == {"test.pour", "dead", "waiting"}
    assert actions.purge(now=moment.now + timedelta(days=31)) == 2
    assert set(Task.objects.values_list("name", flat=True)) == {"dead", "waiting"}
    assert EventRow.objects.filter(pk=event.pk).exists()
    assert not IdempotencyKey.objects.exists()
