"""How a task is tried: once when all goes well, later when not, never for ever."""

from __future__ import annotations

from datetime import timedelta

import pytest
from pytest_django import DjangoAssertNumQueries

from almanac.kit.actor import SYSTEM
from almanac.outbox import actions, attempts, dispatch, duties, queries, registry, running, worker
from almanac.outbox.errors import AttemptLost, GiveUp, RetryLater
from almanac.outbox.models import IdempotencyKey, Task, Worker
from almanac.outbox.registry import Job, TaskSpec
from almanac.outbox.tests.conftest import Clock
from almanac.outbox.tests.factories import Handlers, KettleBoiled, kettle_boiled

pytestmark = pytest.mark.django_db


def only_task() -> Task:
    return Task.objects.get()


def test_a_reaction_gets_its_event(moment: Clock, handlers: Handlers) -> None:
    registry.reaction(KettleBoiled, "test.pour")(handlers.keep)
    event = kettle_boiled()
    actions.emit(event, actor=SYSTEM, at=moment.now)
    assert worker.drain() == 1
    assert worker.drain() == 0
    (job,) = handlers.jobs
    assert job.event(KettleBoiled) == event
    assert job.fact is not None
    assert job.fact.actor_role == "system"
    assert (only_task().state, only_task().finished_at) == ("done", moment.now)


def test_a_task_waits_until_it_is_due(moment: Clock, handlers: Handlers) -> None:
    registry.task("test.pour")(handlers.keep)
    actions.enqueue("test.pour", args={"cups": 2}, due_at=moment.now + timedelta(minutes=5))
    assert worker.drain() == 0
    moment.forward(minutes=5)
    assert worker.drain() == 1
    assert handlers.jobs[0].args == {"cups": 2}


def test_a_failure_is_tried_again_later_and_tells_no_words(moment: Clock, handlers: Handlers) -> None:
    registry.task("test.pour", first_delay_seconds=8)(handlers.failing(ValueError("Cleo, 1 High Street"), times=1))
    actions.enqueue("test.pour", args={}, due_at=moment.now)
    worker.drain()
    task = only_task()
    assert (task.state, task.attempts, task.attempt_token) == ("queued", 1, None)
    assert timedelta(seconds=6) <= task.due_at - moment.now <= timedelta(seconds=10)
    assert task.last_error.startswith("builtins.ValueError at factories.py:")
    assert "Cleo" not in task.last_error
    assert worker.drain() == 0
    moment.forward(seconds=10)
    worker.drain()
    assert (only_task().state, only_task().attempts, only_task().last_error) == ("done", 2, "")


def test_after_the_last_attempt_a_task_is_dead_until_somebody_retries_it(moment: Clock, handlers: Handlers) -> None:
    registry.task("test.pour", max_attempts=3)(handlers.failing(ValueError(), times=3))
    task = actions.enqueue("test.pour", args={}, due_at=moment.now)
    for _ in range(5):
        worker.drain()
        moment.forward(hours=2)
    assert (only_task().state, len(handlers.jobs)) == ("dead", 3)
    assert queries.lag(moment.now).dead == 1
    assert actions.retry(task_id=task.pk, now=moment.now)
    worker.drain()
    assert only_task().state == "done"
    assert not actions.retry(task_id=task.pk, now=moment.now)


def test_giving_up_is_dead_at_once(moment: Clock, handlers: Handlers) -> None:
    registry.task("test.pour")(handlers.failing(GiveUp("no such cup")))
    actions.enqueue("test.pour", args={}, due_at=moment.now)
    worker.drain()
    assert (only_task().state, only_task().attempts, only_task().last_error) == ("dead", 1, "no such cup")


def test_a_handler_may_say_when_to_come_back(moment: Clock, handlers: Handlers) -> None:
    registry.task("test.pour")(handlers.failing(RetryLater("kettle cold", delay=timedelta(minutes=7))))
    actions.enqueue("test.pour", args={}, due_at=moment.now)
    worker.drain()
    assert only_task().due_at == moment.now + timedelta(minutes=7)


def test_an_unknown_task_waits_for_the_version_that_knows_it(moment: Clock, handlers: Handlers) -> None:
    actions.enqueue("test.not_yet", args={}, due_at=moment.now)
    worker.drain()
    assert (only_task().state, only_task().last_error) == ("queued", "no such task in this version")


@pytest.mark.parametrize(("attempt", "seconds"), [(1, 5), (2, 10), (5, 80), (30, 3600)])
def test_the_back_off_doubles_up_to_an_hour(attempt: int, seconds: int) -> None:
    spec = TaskSpec("test", print)
    assert attempts.back_off(spec, attempt, spread=0.5).total_seconds() == seconds
    assert attempts.back_off(spec, attempt, spread=0.0).total_seconds() == seconds * 0.75
    assert attempts.back_off(spec, attempt, spread=1.0).total_seconds() == seconds * 1.25


def test_work_and_its_done_mark_are_one_transaction(moment: Clock, handlers: Handlers) -> None:
    def pour(job: Job) -> None:
        IdempotencyKey.objects.create(scope="effect", key=str(job.attempt), fingerprint="")
        if job.attempt == 1:
            raise ValueError

    registry.task("test.pour", commit_with=True)(pour)
    actions.enqueue("test.pour", args={}, due_at=moment.now)
    worker.drain()
    assert not IdempotencyKey.objects.exists()
    moment.forward(minutes=1)
    worker.drain()
    assert [row.key for row in IdempotencyKey.objects.all()] == ["2"]


def test_a_task_is_claimed_by_one_alone(moment: Clock) -> None:
    actions.enqueue("test.pour", args={}, due_at=moment.now)
    assert attempts.claim_next(now=moment.now) is not None
    assert attempts.claim_next(now=moment.now) is None
    assert attempts.claim(only_task().pk, now=moment.now) is None


def test_a_task_costs_three_queries_and_what_it_does(
    moment: Clock, handlers: Handlers, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    """Looked for with its event, taken, ended: whatever waits behind it."""
    registry.task("test.pour")(handlers.keep)
    for _ in range(12):
        actions.enqueue("test.pour", args={}, due_at=moment.now)
    with django_assert_num_queries(3):
        attempt = attempts.claim_next(now=moment.now)
        assert attempt is not None
        running.run(attempt)


def test_who_lost_the_lease_cannot_end_the_task(moment: Clock, handlers: Handlers) -> None:
    def outlived(job: Job) -> None:
        handlers.keep(job)
        if job.attempt == 1:
            attempts.recover(now=moment.forward(minutes=1))
            IdempotencyKey.objects.create(scope="effect", key="late", fingerprint="")

    registry.task("test.pour", commit_with=True)(outlived)
    actions.enqueue("test.pour", args={}, due_at=moment.now)
    first = attempts.claim_next(now=moment.now)
    assert first is not None
    # the recovery inside the handler's transaction is undone with it, as another process's would not be
    assert running.run(first) is Task.State.RUNNING
    assert not IdempotencyKey.objects.exists()
    attempts.recover(now=moment.now)
    second = attempts.claim_next(now=moment.now)
    assert second is not None
    with pytest.raises(AttemptLost):
        attempts.finish(first, now=moment.now)
    attempts.fail(first, "late", delay=None, now=moment.now)
    assert not attempts.renew(first, now=moment.now)
    assert only_task().state == "running"
    attempts.finish(second, now=moment.now)
    assert only_task().state == "done"


def test_a_renewed_lease_is_not_recovered(moment: Clock, handlers: Handlers) -> None:
    registry.task("test.pour", lease_seconds=30)(handlers.keep)
    actions.enqueue("test.pour", args={}, due_at=moment.now)
    attempt = attempts.claim_next(now=moment.now)
    assert attempt is not None
    assert attempts.renew(attempt, now=moment.forward(seconds=20))
    assert attempts.recover(now=moment.forward(seconds=20)) == 0
    assert attempts.recover(now=moment.forward(seconds=10)) == 1
    assert (only_task().state, only_task().last_error) == ("queued", "the worker died")


def test_a_task_that_kills_its_worker_each_time_ends_dead(moment: Clock, handlers: Handlers) -> None:
    registry.task("test.pour", max_attempts=2)(handlers.keep)
    actions.enqueue("test.pour", args={}, due_at=moment.now)
    for _ in range(2):
        attempts.claim_next(now=moment.now)
        attempts.recover(now=moment.forward(minutes=1))
    assert (only_task().state, only_task().attempts) == ("dead", 2)


def test_the_schedule_takes_turns(moment: Clock, handlers: Handlers) -> None:
    registry.task("test.duty")(handlers.keep)
    registry.every(60, "test.duty")
    assert duties.enqueue_scheduled(registry.schedule(), now=moment.now) == ["test.duty"]
    assert duties.enqueue_scheduled(registry.schedule(), now=moment.now) == []
    moment.forward(seconds=61)
    assert duties.enqueue_scheduled(registry.schedule(), now=moment.now) == [], "the last one still waits"
    worker.drain()
    moment.forward(seconds=59)
    assert duties.enqueue_scheduled(registry.schedule(), now=moment.now) == []
    moment.forward(seconds=2)
    worker.drain()
    assert len(handlers.jobs) == 2


class Broker:
    runs_locally = False

    def __init__(self, *, answers: bool) -> None:
        self.answers = answers
        self.sent: list[object] = []

    def send(self, task_ids: object) -> None:
        if not self.answers:
            raise ConnectionError
        self.sent.append(task_ids)


def test_the_sweep_sends_what_got_lost(moment: Clock, handlers: Handlers) -> None:
    registry.task("test.pour")(handlers.keep)
    task = actions.enqueue("test.pour", args={}, due_at=moment.now)
    broker = Broker(answers=True)
    assert duties.sweep(broker, now=moment.now) == 0, "it was sent when it was committed"
    moment.forward(seconds=2)
    assert duties.sweep(Broker(answers=False), now=moment.now) == 0
    assert duties.sweep(broker, now=moment.now) == 1
    assert duties.sweep(broker, now=moment.forward(seconds=10)) == 0
    assert duties.sweep(broker, now=moment.forward(seconds=11)) == 1
    assert broker.sent == [[task.pk], [task.pk]]
    assert worker.run_task(task.pk) is Task.State.DONE
    assert worker.run_task(task.pk) is None, "a message that comes twice runs nothing"
    assert len(handlers.jobs) == 1


def test_a_broker_hears_only_of_what_was_committed(
    moment: Clock, handlers: Handlers, monkeypatch: pytest.MonkeyPatch, django_capture_on_commit_callbacks: object
) -> None:
    broker = Broker(answers=True)
    monkeypatch.setattr(dispatch, "current", lambda: broker)
    registry.reaction(KettleBoiled, "test.pour")(handlers.keep)
    with django_capture_on_commit_callbacks(execute=True):  # type: ignore[operator]
        actions.emit(kettle_boiled(), actor=SYSTEM, at=moment.now)
        assert broker.sent == []
    assert broker.sent == [[only_task().pk]]


def test_the_health_check_hears_of_late_and_missing_workers(moment: Clock) -> None:
    assert queries.worker_state(now=moment.now) == "no worker was seen in the last minute"
    Worker.objects.create(host="here", pid=1, seen_at=moment.now)
    assert queries.worker_state(now=moment.now) == "ok"
    actions.enqueue("test.pour", args={}, due_at=moment.now - timedelta(minutes=2))
    assert queries.worker_state(now=moment.now) == "1 tasks wait, the oldest for 120 s"
