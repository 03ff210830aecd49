"""Guessing is counted at each of allauth's JSON doors: by account whoever asks, and by address whomever it is about."""

from __future__ import annotations

import pytest
from django.test import Client

from almanac.config.tests.allauth_doors import PASSWORD, Browser, codes_of
from almanac.config.tests.test_security import with_app

pytestmark = pytest.mark.django_db
NORA = "nora@example.com"


def at(address: str) -> Browser:
    return Browser(Client(REMOTE_ADDR=address))


def test_one_accounts_password_is_tried_only_so_often_from_wherever() -> None:
    Browser().verified(NORA)
    answers = [at(f"192.0.2.{number}").sign_in(NORA, f"wrong {number}") for number in range(5)]
    assert {answer.status_code for answer in answers} == {400}
    late = at("192.0.2.200").sign_in(NORA)
    assert (late.status_code, codes_of(late)) == (400, ["too_many_login_attempts"]), "the right one, too"


def test_one_address_tries_only_so_many_accounts() -> None:
    Browser().verified(NORA)
    for number in range(10):
        at("192.0.2.1").sign_in(f"name{number}@example.com", "password")
    assert codes_of(at("192.0.2.1").sign_in(NORA)) == ["too_many_login_attempts"]
    assert at("192.0.2.2").sign_in(NORA).status_code == 200


def test_codes_of_the_second_factor_are_tried_only_so_often() -> None:
    nora = Browser().verified(NORA)
    with_app(nora)
    guesser = at("192.0.2.1")
    guesser.sign_in(NORA)
    answers = [guesser.post("/auth/2fa/authenticate", code=f"{number:06}") for number in range(6)]
    assert codes_of(answers[0]) == ["incorrect_code"]
    assert "too_many_login_attempts" in codes_of(answers[-1])


def test_passwords_said_once_more_are_counted() -> None:
    nora = Browser().verified(NORA)
    answers = [nora.post("/auth/reauthenticate", password=f"wrong {number}").status_code for number in range(11)]
    assert set(answers[:10]) == {400}
    assert answers[10] == 429


def test_letters_for_a_new_password_are_counted_by_address_and_by_mailbox() -> None:
    answers = [at(f"192.0.2.{number}").post("/auth/password/request", email=NORA).status_code for number in range(6)]
    assert answers == [200] * 5 + [429]
    many = [at("192.0.2.99").post("/auth/password/request", email=f"n{number}@example.com") for number in range(21)]
    assert [answer.status_code for answer in many] == [200] * 20 + [429]


def test_sign_ups_are_counted_by_address() -> None:
    answers = [at("192.0.2.1").sign_up(f"n{number}@example.com", password="12345").status_code for number in range(21)]
    assert answers == [400] * 20 + [429]
    assert at("192.0.2.2").sign_up(NORA, password=PASSWORD).status_code == 401
