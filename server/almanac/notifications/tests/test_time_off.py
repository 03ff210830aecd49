"""Letters about time off: to those who may answer, and back to whoever asked."""

from __future__ import annotations

import pytest

from almanac.notifications.tests.conftest import Clock, Post
from tests.cast import Person

pytestmark = pytest.mark.django_db
SPAN = {"starts_at": "2026-06-08T23:00:00Z", "ends_at": "2026-06-11T23:00:00Z", "reason": "the dentist"}


def ask(sam: Person) -> str:
    return str(sam.post(f"/staff-members/{sam.staff.pk}/time-off", SPAN).json()["id"])


def test_the_manager_is_asked_and_the_answer_comes_back(
    sam: Person, max_: Person, ada: Person, moment: Clock, post: Post
) -> None:
    absence = ask(sam)
    (mail,) = post.run()
    assert mail.to == ["max@example.com"]
    assert mail.subject == "Time off asked for: Sam, Tue 9 June – Thu 11 June"
    assert "the dentist" in mail.text
    assert "/man/time-off/" in mail.text
    max_.post(f"/time-off/{absence}/answer", {"granted": False, "answer": "We are three short."})
    (mail,) = post.run()
    assert mail.to == ["sam@example.com"]
    assert mail.subject == "Your time off is declined: Tue 9 June – Thu 11 June"
    assert "Max cannot grant" in mail.text
    assert "We are three short." in mail.text


def test_without_a_manager_administrators_are_asked(sid: Person, max_: Person, ada: Person, post: Post) -> None:
    ask(sid)
    (mail,) = post.run()
    assert mail.to == ["ada@valclean.example"]
    assert "/ad/time-off/" in mail.text


def test_what_is_granted_is_told_and_one_own_entry_tells_nobody(sam: Person, max_: Person, post: Post) -> None:
    max_.post(f"/staff-members/{sam.staff.pk}/time-off", SPAN)
    assert post.run() == []
    absence = ask(sam)
    post.run()
    max_.post(f"/time-off/{absence}/answer", {"granted": True})
    (mail,) = post.run()
    assert mail.subject == "Your time off is granted: Tue 9 June – Thu 11 June"


def test_what_was_taken_back_meanwhile_asks_nobody(sam: Person, max_: Person, post: Post) -> None:
    sam.delete(f"/time-off/{ask(sam)}")
    assert post.run() == []
