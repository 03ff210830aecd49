"""Trying passwords at the administration's sign-in is counted."""

from __future__ import annotations

from datetime import timedelta

import pytest
import time_machine
from django.test import Client

from almanac.config.sign_in import BY_ADDRESS, BY_NAME
from tests.cast import Person

pytestmark = pytest.mark.django_db
PAGE = "/admin/login/"


@pytest.fixture
def ada_with_a_password(ada: Person) -> Person:
    ada.account.set_password("correct-horse-7")
    ada.account.save()
    return ada


def attempt(name: str, password: str, address: str = "192.0.2.1") -> int:
    return Client(REMOTE_ADDR=address).post(PAGE, {"username": name, "password": password}).status_code


def test_the_right_password_opens(ada_with_a_password: Person) -> None:
    assert Client().get(PAGE).status_code == 200
    assert attempt("ada", "correct-horse-7") == 302


def test_one_name_is_tried_only_so_often_from_wherever(
    ada_with_a_password: Person, clock_at_work: time_machine.Traveller
) -> None:
    answers = [attempt("ada", f"wrong {number}", f"192.0.2.{number}") for number in range(BY_NAME.count)]
    assert set(answers) == {200}
    assert attempt("ADA", "correct-horse-7", "192.0.2.200") == 429
    clock_at_work.shift(timedelta(seconds=BY_NAME.seconds))
    assert attempt("ada", "correct-horse-7", "192.0.2.200") == 302


def test_one_address_tries_only_so_many_names(
    ada_with_a_password: Person, clock_at_work: time_machine.Traveller
) -> None:
    answers = [attempt(f"name{number}", "password") for number in range(BY_ADDRESS.count)]
    assert set(answers) == {200}
    assert attempt("ada", "correct-horse-7") == 429
    assert attempt("ada", "correct-horse-7", "192.0.2.200") == 302
