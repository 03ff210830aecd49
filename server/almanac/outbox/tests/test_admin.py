"""Support sees events and tasks, and can try dead ones again, but edits nothing."""

from __future__ import annotations

import pytest
from django.test import Client
from django.urls import reverse

from almanac.kit.actor import SYSTEM
from almanac.outbox import actions, registry
from almanac.outbox.models import Task
from almanac.outbox.tests.conftest import Clock
from almanac.outbox.tests.factories import Handlers, KettleBoiled, kettle_boiled

pytestmark = pytest.mark.django_db(databases=["default", "ephemeral"])


def test_an_event_is_found_by_what_it_is_about_and_shows_its_tasks(
    admin_client: Client, moment: Clock, handlers: Handlers
) -> None:
    registry.reaction(KettleBoiled, "test.pour")(handlers.keep)
    event = kettle_boiled()
    row = actions.emit(event, actor=SYSTEM, at=moment.now, personal={"name": "Cleo"})
    actions.emit(kettle_boiled(), actor=SYSTEM, at=moment.now)
    found = admin_client.get(reverse("admin:outbox_eventrow_changelist"), {"q": str(event.kettle_id)})
    assert found.context["cl"].result_count == 1
    page = admin_client.get(reverse("admin:outbox_eventrow_change", args=[row.pk])).content.decode()
    assert "test.pour" in page
    assert "Cleo" not in page


def test_dead_tasks_are_listed_and_tried_again(admin_client: Client, moment: Clock) -> None:
    dead = Task.objects.create(name="test.pour", state="dead", due_at=moment.now, finished_at=moment.now)
    url = reverse("admin:outbox_task_changelist")
    assert admin_client.get(url, {"state__exact": "dead", "q": "pour"}).context["cl"].result_count == 1
    admin_client.post(url, {"action": "try_again", "_selected_action": [str(dead.pk)]})
    dead.refresh_from_db()
    assert dead.state == "queued"


def test_nothing_is_written_by_hand(admin_client: Client) -> None:
    for name in ("eventrow", "task", "scheduleentry", "worker"):
        assert admin_client.get(reverse(f"admin:outbox_{name}_add")).status_code == 403
